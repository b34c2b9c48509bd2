"""Tables of the yearly plan."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.content import PlanContent
from nghedan.foundation.access.scope import BODY, UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Plan(LocalityModel):
    """The plan (kế hoạch) of one body for the dialogues of one year; a body may have several in a year."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("năm"))
    title = models.CharField(_("trích yếu"), max_length=400)
    content = models.JSONField(_("nội dung"), default=dict)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    edition = models.PositiveSmallIntegerField(_("lần ban hành"), default=1)
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    amend_reason = models.TextField(_("lý do điều chỉnh"), blank=True)
    shared = models.BooleanField(_("cho các cơ quan khác trong địa phương xem"), default=False)
    cloned_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("title", "content", "return_reason", "amend_reason")

    class Meta:
        verbose_name = _("kế hoạch")
        indexes = (models.Index(fields=["locality", "year", "body"], name="plan_by_year"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(year__gte=2000, year__lte=2100),
                name="plan_year_sensible",
                violation_error_message=_("Xin ghi năm kế hoạch từ 2000 đến 2100."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_id)}

    @property
    def words(self) -> PlanContent:
        """The content as a value."""
        return PlanContent.from_json(self.content)


class PlanReading(LocalityModel):
    """A plan's file as it was read, beside its lines, while the clerk confirms and corrects; nothing is lost when she
    leaves the page. ``data`` is in the reader's schema, corrections included."""

    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    filename = models.CharField(_("tên tệp"), max_length=200)
    digest = models.CharField(max_length=64)
    lines = models.JSONField(_("các dòng của văn bản"))
    places = models.JSONField(_("chỗ của từng dòng"))
    data = models.JSONField(_("nội dung đã hiểu"))
    plan = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="readings")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("filename", "lines", "places", "data")

    class Meta:
        verbose_name = _("kế hoạch đang nhập")
        indexes = (models.Index(fields=["locality", "state"], name="reading_by_state"),)

    def __str__(self) -> str:
        return self.filename

    def access_scopes(self) -> set[Scope]:
        """Stand in the body it was read for; while none is named, whoever works for the whole locality sees it."""
        return {Scope(BODY, self.body_id)} if self.body_id else set()


class PlanItem(LocalityModel):
    """One planned dialogue: what, with whom, when (quarter or month first, date later), where."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("thứ tự"), editable=False)
    kind = models.CharField(_("loại"), max_length=20)
    openness = models.CharField(_("người dự"), max_length=20)
    year = models.PositiveSmallIntegerField(_("năm"))
    quarter = models.PositiveSmallIntegerField(_("quý"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("tháng"), null=True, blank=True)
    held_on = models.DateField(_("ngày"), null=True, blank=True)
    topics = models.JSONField(_("nội dung đối thoại"), default=list)
    audience = models.JSONField(_("đối tượng"), default=list)
    participants = models.JSONField(_("thành phần"), default=list)
    venue = models.CharField(_("địa điểm"), max_length=300, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("topics", "audience", "participants", "venue")

    class Meta:
        verbose_name = _("cuộc đối thoại trong kế hoạch")
        ordering = ("position", "id")
        indexes = (models.Index(fields=["locality", "plan", "position"], name="item_in_plan"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(quarter__isnull=True) | models.Q(quarter__gte=1, quarter__lte=4),
                name="item_quarter_sensible",
                violation_error_message=_("Xin ghi quý từ 1 đến 4."),
            ),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__gte=1, month__lte=12),
                name="item_month_sensible",
                violation_error_message=_("Xin ghi tháng từ 1 đến 12."),
            ),
        )

    def __str__(self) -> str:
        return "; ".join(self.topics) or str(self.position)

    def access_scopes(self) -> set[Scope]:
        return self.plan.access_scopes()


class Duty(LocalityModel):
    """What the plan orders a unit to do (nhiệm vụ trong phần tổ chức thực hiện)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="duties")
    position = models.PositiveSmallIntegerField(_("thứ tự"), editable=False)
    unit_text = models.CharField(_("đơn vị, như ghi trong kế hoạch"), max_length=400)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nhiệm vụ"))
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("unit_text", "text")

    class Meta:
        verbose_name = _("nhiệm vụ")
        ordering = ("position", "id")
        indexes = (
            models.Index(fields=["locality", "plan", "position"], name="duty_in_plan"),
            models.Index(fields=["locality", "unit"], name="duty_of_unit"),
        )

    def __str__(self) -> str:
        return self.text[:80]

    def access_scopes(self) -> set[Scope]:
        own = {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.plan.access_scopes() | own


class PlanEdition(LocalityModel):
    """A plan as it was issued: frozen whole, so that an amendment never rewrites what people were told."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="editions")
    edition = models.PositiveSmallIntegerField(_("lần ban hành"))
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    reason = models.TextField(_("lý do điều chỉnh"), blank=True)
    snapshot = models.JSONField()
    journal_number = models.BigIntegerField(default=0)
    journal_seal = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("snapshot", "reason")

    class Meta:
        verbose_name = _("bản kế hoạch đã ban hành")
        ordering = ("edition",)
        constraints = (models.UniqueConstraint(fields=["locality", "plan", "edition"], name="edition_once"),)

    def __str__(self) -> str:
        return f"{self.number} ({self.edition})"

    def access_scopes(self) -> set[Scope]:
        return self.plan.access_scopes()


class AdjustmentRequest(LocalityModel):
    """A unit's request to adjust the plan, answered by the body that issued it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="adjustment_requests")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nội dung đề nghị"))
    answer = models.TextField(_("ý kiến trả lời"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "answer")

    class Meta:
        verbose_name = _("đề nghị điều chỉnh kế hoạch")
        indexes = (models.Index(fields=["locality", "plan", "state"], name="adjustment_of_plan"),)

    def __str__(self) -> str:
        return self.text[:80]

    def access_scopes(self) -> set[Scope]:
        own = {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.plan.access_scopes() | own
