"""Tables of the dialogue: what is held, who presides, what is to be done for it, and how it came about."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.terms import Chair
from nghedan.domain.organisations.models import Body, Hamlet, Officer, Unit
from nghedan.domain.plans.models import Duty, PlanItem
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Dialogue(LocalityModel):
    """A dialogue conference. Quarter or month come first, the day later; one body issues its papers."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    items = models.ManyToManyField(PlanItem, related_name="+", verbose_name=_("thuộc kế hoạch"))
    kind = models.CharField(_("loại"), max_length=20)
    occasion = models.CharField(_("lý do đột xuất"), max_length=20, blank=True)
    openness = models.CharField(_("người dự"), max_length=20)
    medium = models.CharField(_("hình thức"), max_length=20)
    theme = models.CharField(_("chủ đề"), max_length=400)
    topics = models.JSONField(_("nội dung"), default=list)
    audience = models.JSONField(_("đối tượng"), default=list)
    participants = models.JSONField(_("thành phần"), default=list)
    year = models.PositiveSmallIntegerField(_("năm"))
    quarter = models.PositiveSmallIntegerField(_("quý"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("tháng"), null=True, blank=True)
    held_on = models.DateField(_("ngày tổ chức"), null=True, blank=True)
    starts_at = models.TimeField(_("giờ bắt đầu"), null=True, blank=True)
    venue = models.CharField(_("địa điểm"), max_length=300, blank=True)
    online_address = models.CharField(_("địa chỉ dự trực tuyến"), max_length=300, blank=True)
    expected_min = models.PositiveIntegerField(_("số đại biểu dự kiến, từ"), null=True, blank=True)
    expected_max = models.PositiveIntegerField(_("đến"), null=True, blank=True)
    hamlets = models.ManyToManyField(Hamlet, related_name="+", blank=True, verbose_name=_("cụm thôn"))
    agreed_on = models.DateField(_("ngày thống nhất nội dung, đối tượng"), null=True, blank=True)
    reason = models.TextField(_("lý do hoãn hoặc không tổ chức"), blank=True)
    opened_at = models.DateTimeField(_("khai mạc lúc"), null=True, blank=True, editable=False)
    adjourned_at = models.DateTimeField(_("bế mạc lúc"), null=True, blank=True, editable=False)
    closed_on = models.DateField(_("ngày kết thúc"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = (
        "theme",
        "topics",
        "audience",
        "participants",
        "venue",
        "online_address",
        "reason",
    )

    class Meta:
        verbose_name = _("hội nghị đối thoại")
        indexes = (
            models.Index(fields=["locality", "year", "held_on"], name="dialogue_by_day"),
            models.Index(fields=["locality", "body", "year"], name="dialogue_of_body"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(quarter__isnull=True) | models.Q(quarter__gte=1, quarter__lte=4),
                name="dialogue_quarter_sensible",
                violation_error_message=_("Xin ghi quý từ 1 đến 4."),
            ),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__gte=1, month__lte=12),
                name="dialogue_month_sensible",
                violation_error_message=_("Xin ghi tháng từ 1 đến 12."),
            ),
        )

    def __str__(self) -> str:
        return self.theme

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_id)}


class Presiding(LocalityModel):
    """Somebody on the stage: the chair or a co-chair (under Điều 43 with the representative of Thường trực HĐND)."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="presiding")
    part = models.CharField(_("vai trò"), max_length=20)
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    post_title = models.CharField(_("chức vụ"), max_length=200)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("người chủ trì")
        ordering = ("part", "position")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue"],
                condition=models.Q(part=Chair.CHAIR.value, state="current"),
                name="one_chair",
                violation_error_message=_(
                    "Mỗi hội nghị có một người chủ trì; xin ghi những người khác là đồng chủ trì."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.post_title

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class Task(LocalityModel):
    """What is to be done by when (việc chuẩn bị); a duty of the plan becomes one."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="tasks")
    duty = models.ForeignKey(Duty, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(_("bước"), max_length=20)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit_text = models.CharField(_("đơn vị thực hiện"), max_length=400, blank=True)
    title = models.TextField(_("việc"))
    limit_code = models.CharField(max_length=60, blank=True)
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    due_by_hand = models.BooleanField(_("hạn ấn định bằng tay"), default=False)
    done_on = models.DateField(_("ngày xong"), null=True, blank=True)
    done_note = models.TextField(_("kết quả"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("title", "unit_text", "done_note")

    class Meta:
        verbose_name = _("việc chuẩn bị")
        ordering = ("due_on", "id")
        indexes = (
            models.Index(fields=["locality", "state", "due_on"], name="task_by_due"),
            models.Index(fields=["locality", "dialogue"], name="task_of_dialogue"),
            models.Index(fields=["locality", "unit", "state"], name="task_of_unit"),
        )

    def __str__(self) -> str:
        return self.title[:80]

    def access_scopes(self) -> set[Scope]:
        own = {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.dialogue.access_scopes() | own


class Proposal(LocalityModel):
    """A proposal by a unit or a hamlet head to hold a dialogue; the head says yes or no."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(_("về việc"), max_length=300)
    text = models.TextField(_("nội dung đề nghị"))
    answer = models.TextField(_("ý kiến người đứng đầu"), blank=True)
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals")
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("subject", "text", "answer")

    class Meta:
        verbose_name = _("đề nghị tổ chức đối thoại")
        indexes = (models.Index(fields=["locality", "state"], name="proposal_by_state"),)

    def __str__(self) -> str:
        return self.subject

    def access_scopes(self) -> set[Scope]:
        scopes = {Scope(BODY, self.body_id)}
        if self.unit_id:
            scopes.add(Scope(UNIT, self.unit_id))
        if self.hamlet_id:
            scopes.add(Scope(HAMLET, self.hamlet_id))
        return scopes


class VoterRequest(LocalityModel):
    """A request by voters for an unscheduled dialogue (Điều 43: at least 10 % of all voters of the commune)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(_("về việc"), max_length=300)
    received_on = models.DateField(_("ngày nhận"))
    threshold_percent = models.DecimalField(_("tỷ lệ yêu cầu (%)"), max_digits=5, decimal_places=2)
    voters_total = models.PositiveIntegerField(_("tổng số cử tri khi tiếp nhận"))
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("ghi chú"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("subject", "note")

    class Meta:
        verbose_name = _("yêu cầu của cử tri")
        indexes = (models.Index(fields=["locality", "state"], name="voter_request_by_state"),)

    def __str__(self) -> str:
        return self.subject

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_id)}


class HamletCount(LocalityModel):
    """How many voters of one hamlet signed a request; the scan of the signatures is attached to this row."""

    request = models.ForeignKey(VoterRequest, on_delete=models.CASCADE, related_name="counts")
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+")
    supporters = models.PositiveIntegerField(_("số cử tri ký tên"))
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("số cử tri của thôn")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "request", "hamlet"],
                name="one_count_per_hamlet",
                violation_error_message=_("Thôn này đã có số liệu; xin sửa dòng đã nhập."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.supporters}"

    def access_scopes(self) -> set[Scope]:
        return self.request.access_scopes()
