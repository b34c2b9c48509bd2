"""Commitments, what was done about them, more time asked for, and reminders."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.terms import ExtensionKind, NudgeWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Commitment(LocalityModel):
    """A thing a unit was told to do by a conclusion (nhiệm vụ theo kết luận): by when, and what shows that it is done.

    ``paper`` is the conclusion that ordered it. ``due_on`` moves only by a decision, ``first_due_on`` never.
    ``reported_on`` is the day the unit said that it was done, ``paused_on`` the day since when it rests: until
    ``due_on`` it is then not late.
    """

    item = models.ForeignKey(ConclusionItem, on_delete=models.PROTECT, related_name="commitments")
    paper = models.ForeignKey(OfficialPaper, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị chủ trì"))
    supporting = models.CharField(_("đơn vị phối hợp"), max_length=300, blank=True)
    text = models.TextField(_("nhiệm vụ"))
    product = models.CharField(_("sản phẩm"), max_length=200, blank=True)
    due_on = models.DateField(_("thời hạn"))
    first_due_on = models.DateField(_("thời hạn ban đầu"), editable=False)
    reported_on = models.DateField(_("ngày đơn vị báo cáo xong"), null=True, blank=True, editable=False)
    paused_on = models.DateField(_("tạm dừng từ ngày"), null=True, blank=True, editable=False)
    closed_on = models.DateField(_("ngày kết thúc"), null=True, blank=True, editable=False)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "supporting", "product", "reason")

    class Meta:
        verbose_name = _("nhiệm vụ theo kết luận")
        ordering = ("due_on", "pk")
        indexes = (
            models.Index(fields=["locality", "state", "due_on", "id"], name="commitment_by_due"),
            models.Index(fields=["locality", "unit", "state", "due_on"], name="commitment_of_unit"),
            models.Index(fields=["locality", "dialogue", "state"], name="commitment_of_dialogue"),
            models.Index(fields=["locality", "matter"], name="commitment_of_matter"),
        )
        constraints = (models.UniqueConstraint(fields=["locality", "item"], name="one_commitment_per_item"),)

    def __str__(self) -> str:
        return self.text[:80]

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes() | {Scope(UNIT, self.unit_id)}

    def rests(self, today: date) -> bool:
        """Say whether it rests by decision until a day that has not passed."""
        return self.paused_on is not None and today <= self.due_on


class Progress(LocalityModel):
    """What a unit did about a commitment (tiến độ); evidence is attached. A final one says that it is done.

    ``for_unit``: the office entered it for the unit, which told it ``received_how``.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="progress")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("kết quả thực hiện"))
    is_final = models.BooleanField(_("đã thực hiện xong"), default=False)
    for_unit = models.BooleanField(_("văn phòng nhập thay đơn vị"), default=False)
    received_how = models.CharField(_("nhận bằng cách nào"), max_length=200, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "received_how")

    class Meta:
        verbose_name = _("tiến độ thực hiện")
        ordering = ("pk",)
        indexes = (models.Index(fields=["locality", "commitment"], name="progress_of_commitment"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.commitment.access_scopes()


class Extension(LocalityModel):
    """More time, or a rest, asked for with a reason and decided by the head (gia hạn, tạm dừng)."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="extensions")
    kind = models.CharField(_("loại đề nghị"), max_length=20, default=ExtensionKind.LATER.value)
    old_due_on = models.DateField(_("hạn đang có"), editable=False)
    new_due_on = models.DateField(_("đến ngày"))
    reason = models.TextField(_("lý do"))
    for_unit = models.BooleanField(_("văn phòng nhập thay đơn vị"), default=False)
    answer = models.CharField(_("ý kiến quyết định"), max_length=300, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("reason", "answer")

    class Meta:
        verbose_name = _("lần xin gia hạn")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "commitment"], condition=Q(state="asked"), name="one_open_extension",
                violation_error_message=_(
                    "Đang có một đề nghị gia hạn chờ quyết định; xin chờ, hoặc rút đề nghị ấy rồi gửi lại."
                ),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.commitment.access_scopes()


class Nudge(LocalityModel):
    """A unit was reminded of its commitments (đôn đốc): how many, how many of them late; never their words."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("ngày đôn đốc"))
    way = models.CharField(_("cách đôn đốc"), max_length=20, default=NudgeWay.BY_HAND.value)
    text = models.TextField(_("nội dung đôn đốc"))
    late = models.PositiveSmallIntegerField(_("số việc quá hạn"), editable=False)
    due = models.PositiveSmallIntegerField(_("số việc sắp đến hạn"), editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text",)

    class Meta:
        verbose_name = _("lần đôn đốc")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "unit", "id"], name="nudge_of_unit"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "unit", "day"], condition=Q(way="by_clock"), name="nudged_by_clock_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.unit.access_scopes()
