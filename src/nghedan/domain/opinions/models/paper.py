"""Paper: slips printed in blank, stacks scanned or photographed, and their sheets, which are keyed in later."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class SlipRun(LocalityModel):
    """A run of blank slips printed for one hamlet, or for everybody."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    count = models.PositiveSmallIntegerField(_("số phiếu"))
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("đợt in phiếu")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "dialogue"], name="slip_run_of_dialogue"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_id)}


class Slip(LocalityModel):
    """A printed slip. Its number only serves to find it again; the receipt on its stub is for whoever hands it in."""

    run = models.ForeignKey(SlipRun, on_delete=models.PROTECT, related_name="slips")
    year = models.PositiveSmallIntegerField(editable=False)
    number = models.PositiveIntegerField(_("số phiếu"), editable=False)
    receipt_digest = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("receipt_digest",)

    class Meta:
        verbose_name = _("phiếu ý kiến")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["locality", "year", "number"], name="slip_number_once"),
            models.UniqueConstraint(fields=["locality", "receipt_digest"], name="slip_receipt_once"),
        )

    def __str__(self) -> str:
        return f"P{self.number}"

    def access_scopes(self) -> set[Scope]:
        return self.run.access_scopes()


class Captured(LocalityModel):
    """What was scanned or photographed, for which dialogue, from which hamlet, by whom."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(_("nguồn"), max_length=20, default=Origin.SLIP.value)
    received_on = models.DateField(_("ngày nhận"))
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    entered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("note",)

    class Meta:
        abstract = True

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        return {Scope(BODY, self.body_id)} | own


class Stack(Captured):
    """A stack of sheets handed in as one file; the worker splits it."""

    pages = models.PositiveSmallIntegerField(_("số trang"), default=0, editable=False)
    problem = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("xấp giấy đã quét")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "state"], name="stack_by_state"),)

    def __str__(self) -> str:
        return self.public_id


class Sheet(Captured):
    """One sheet as a picture, waiting to be keyed in; ``position`` is its place in the stack."""

    stack = models.ForeignKey(Stack, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=1, editable=False)
    slip = models.ForeignKey(Slip, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    reason = models.CharField(_("lý do không nhập"), max_length=300, blank=True)

    WORDS: ClassVar[tuple[str, ...]] = ("note", "reason")

    class Meta:
        verbose_name = _("tờ giấy đã chụp")
        ordering = ("stack", "position", "pk")
        indexes = (models.Index(fields=["locality", "state", "id"], name="sheet_by_state"),)
        constraints = (models.UniqueConstraint(fields=["locality", "stack", "position"], name="sheet_place_once"),)

    def __str__(self) -> str:
        return self.public_id
