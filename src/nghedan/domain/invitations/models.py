"""Guests of a dialogue, the seats allotted to hamlets and organisations, and lists handed in as a file."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet, Officer, Unit
from nghedan.foundation.access.scope import HAMLET, UNIT, Scope
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.tenancy.models import LocalityModel


class Allotment(LocalityModel):
    """How many delegates a hamlet, a unit or an organisation sends; names come back from it (practice 10)."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị, đoàn thể"))  # fmt: skip  # noqa: E501
    seats = models.PositiveSmallIntegerField(_("số đại biểu"))
    due_on = models.DateField(_("hạn gửi danh sách"), null=True, blank=True)
    note = models.CharField(_("yêu cầu, ghi chú"), max_length=300, blank=True)
    returned_on = models.DateField(_("ngày gửi danh sách"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("note",)

    class Meta:
        verbose_name = _("phân bổ đại biểu")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(hamlet__isnull=True) ^ Q(unit__isnull=True), name="allotted_to_hamlet_or_unit"
            ),
            models.UniqueConstraint(
                fields=["locality", "dialogue", "hamlet"], condition=Q(state__in=("open", "returned")),
                name="one_allotment_per_hamlet",
                violation_error_message=_("Thôn này đã được phân bổ; xin sửa dòng đã có."),
            ),
            models.UniqueConstraint(
                fields=["locality", "dialogue", "unit"], condition=Q(state__in=("open", "returned")),
                name="one_allotment_per_unit",
                violation_error_message=_("Đơn vị này đã được phân bổ; xin sửa dòng đã có."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return str(self.hamlet or self.unit)

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        own |= {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.dialogue.access_scopes() | own


class Guest(LocalityModel):
    """Somebody invited: an officer in office by name, anybody else an identity; or a post whose holder comes.

    ``number`` is printed on the invitation and typed at the door. ``reply_digest`` is that of the code in the link by
    which a guest answers without an account.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(_("nhóm"), max_length=20, default=GuestGroup.PEOPLE.value)
    position = models.PositiveIntegerField(_("thứ tự giới thiệu"), default=0, editable=False)
    number = models.PositiveIntegerField(_("số giấy mời"), editable=False)
    post_title = models.CharField(_("chức vụ, tư cách"), max_length=200, blank=True)
    organisation = models.CharField(_("cơ quan, tổ chức"), max_length=200, blank=True)
    officer = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    identity = models.ForeignKey(Identity, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)  # fmt: skip  # noqa: E501
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("thôn, tổ dân phố"))  # fmt: skip  # noqa: E501
    allotment = models.ForeignKey(Allotment, null=True, blank=True, on_delete=models.PROTECT, related_name="guests")
    stands_in_for = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="substitutes")  # fmt: skip  # noqa: E501
    invited_on = models.DateField(_("ngày gửi giấy mời"), null=True, blank=True, editable=False)
    reply_note = models.CharField(_("lý do, ghi chú"), max_length=300, blank=True)
    replied_on = models.DateField(_("ngày trả lời"), null=True, blank=True, editable=False)
    reply_digest = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("reply_note",)
    SECRETS: ClassVar[tuple[str, ...]] = ("reply_digest",)

    class Meta:
        verbose_name = _("đại biểu")
        ordering = ("group", "position", "pk")
        indexes = (
            models.Index(fields=["locality", "dialogue", "group", "position"], name="guest_in_order"),
            models.Index(fields=["locality", "dialogue", "hamlet"], name="guest_of_hamlet"),
        )
        constraints = (
            models.UniqueConstraint(fields=["locality", "dialogue", "number"], name="guest_number_once"),
            models.UniqueConstraint(
                fields=["locality", "reply_digest"], condition=~Q(reply_digest=""), name="guest_reply_once"
            ),
            models.UniqueConstraint(
                fields=["locality", "dialogue", "officer"], condition=~Q(state="removed"), name="officer_invited_once",
                violation_error_message=_("Người này đã có trong danh sách mời; xin sửa dòng đã có."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        own = {Scope(HAMLET, self.hamlet_id)} if self.hamlet_id else set()
        own |= {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.dialogue.access_scopes() | own


class GuestList(LocalityModel):
    """Guests handed in as a file or pasted: staged, looked at, then written. ``digest`` knows the same list again."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(_("nhóm"), max_length=20, default=GuestGroup.PEOPLE.value)
    total = models.PositiveIntegerField(_("số dòng"), default=0, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("danh sách đại biểu nộp bằng tệp")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "dialogue", "state"], name="guest_list_of_dialogue"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class GuestRow(models.Model):
    """A row of a list of guests. ``content`` is locked, because it holds a name, and emptied once it is written."""

    list = models.ForeignKey(GuestList, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField(_("dòng"))
    content = models.TextField(blank=True)
    verdict = models.CharField(max_length=20)
    problems = models.JSONField(default=dict)
    guest = models.OneToOneField(Guest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dòng của danh sách đại biểu")
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=["list", "position"], name="guest_row_once"),)

    def __str__(self) -> str:
        return str(self.position)
