"""Matters, who raised them, and who is to answer."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models.fields import Field
from nghedan.domain.matters.terms import Competence, MatterKind, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Matter(LocalityModel):
    """What must be answered (nội dung kiến nghị): one sentence, a kind, a field, a unit, a limit.

    Grouped matters keep their raisings and are answered by the one they are grouped into. ``continues`` is the matter
    of an earlier time that was promised and is raised again. ``due_on`` is the limit for preparing the answer.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("cuộc đối thoại"))  # fmt: skip  # noqa: E501
    year = models.PositiveSmallIntegerField(_("năm"), editable=False)
    number = models.PositiveIntegerField(_("số"), editable=False)
    title = models.CharField(_("nội dung, trong một câu"), max_length=300)
    text = models.TextField(_("nội dung đầy đủ"), blank=True)
    public_text = models.TextField(_("lời văn công khai"), blank=True)
    kind = models.CharField(_("loại"), max_length=20, default=MatterKind.PETITION.value)
    field = models.ForeignKey(Field, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("lĩnh vực"))  # fmt: skip  # noqa: E501
    level = models.CharField(_("mức"), max_length=20, default=Level.ORDINARY.value, editable=False)
    competence = models.CharField(_("thẩm quyền"), max_length=20, default=Competence.OURS.value)
    competent_body = models.CharField(_("cơ quan có thẩm quyền"), max_length=200, blank=True)
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("nơi có sự việc"))  # fmt: skip  # noqa: E501
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị chủ trì"))  # fmt: skip  # noqa: E501
    assigned_on = models.DateField(_("ngày giao"), null=True, blank=True)
    due_on = models.DateField(_("hạn chuẩn bị trả lời"), null=True, blank=True)
    due_by_hand = models.BooleanField(_("hạn ấn định bằng tay"), default=False)
    bounces = models.PositiveSmallIntegerField(default=0, editable=False)
    continues = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="continued_by")
    grouped_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="grouped")
    outcome = models.CharField(_("kết quả"), max_length=20, blank=True, default=Outcome.NONE.value)
    outcome_note = models.TextField(_("nội dung kết quả"), blank=True)
    promise = models.CharField(_("đã hứa"), max_length=300, blank=True)
    promised_on = models.DateField(_("hẹn đến ngày"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    writing_due_on = models.DateField(_("hạn trả lời bằng văn bản"), null=True, blank=True)
    answered_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    closed_on = models.DateField(_("ngày kết thúc"), null=True, blank=True)
    reopened_on = models.DateField(_("ngày người dân đề nghị xem lại"), null=True, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("title", "text", "public_text", "outcome_note", "promise", "competent_body", "reason")  # fmt: skip  # noqa: E501

    seen_by: Actor | None = None
    """Whose query of what she may see found this row, in this request: rights over it need not ask again."""

    class Meta:
        verbose_name = _("nội dung kiến nghị")
        ordering = ("-year", "-number")
        indexes = (
            models.Index(fields=["locality", "state", "due_on", "id"], name="matter_by_due"),
            models.Index(fields=["locality", "unit", "state", "due_on"], name="matter_of_unit"),
            models.Index(fields=["locality", "dialogue", "field"], name="matter_of_dialogue"),
            models.Index(fields=["locality", "hamlet", "year"], name="matter_of_hamlet"),
        )
        constraints = (
            models.UniqueConstraint(fields=["locality", "year", "number"], name="matter_number_once"),
            models.CheckConstraint(condition=~Q(grouped_into=F("pk")), name="matter_not_grouped_into_itself"),
            models.CheckConstraint(condition=~Q(continues=F("pk")), name="matter_not_continuing_itself"),
        )

    def __str__(self) -> str:
        return self.title

    def access_scopes(self) -> set[Scope]:
        own = {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return {Scope(BODY, self.body_id)} | own | {Scope(UNIT, row.unit_id) for row in self.supports.all()}


class Raising(LocalityModel):
    """An opinion raises a matter."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="raisings")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="raisings")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("lần nêu")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "opinion", "matter"], condition=Q(state="current"), name="raised_once_per_opinion"
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes()


class Support(LocalityModel):
    """A unit that supports the lead unit (đơn vị phối hợp)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="supports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("đơn vị phối hợp")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "matter", "unit"], condition=Q(state="current"), name="support_once_per_unit"
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes()


class Bounce(LocalityModel):
    """A unit says that a matter is not its own, why, and whose it thinks it is."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="bounced")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị trả lại"))
    proposed_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đề nghị giao"))
    reason = models.TextField(_("lý do"))
    position = models.PositiveSmallIntegerField(editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("reason",)

    class Meta:
        verbose_name = _("lần trả lại")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(unit=F("proposed_unit")), name="bounce_to_another_unit"),
            models.UniqueConstraint(fields=["locality", "matter"], condition=Q(state="open"), name="one_open_bounce"),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes() | {Scope(UNIT, self.unit_id)}
