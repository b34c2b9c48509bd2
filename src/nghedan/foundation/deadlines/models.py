"""Versions of rules, and the limits counted by them."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.tenancy.shipped import ShippedModel
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Roll, Unit


class RuleFields(models.Model):
    """A kernel rule as columns. A limit keeps a copy of its rule, so that a later version leaves it alone."""

    rule_code = models.CharField(max_length=60)
    label = models.TextField(_("việc phải làm"))
    anchor = models.CharField(_("mốc tính"), max_length=40)
    days = models.PositiveSmallIntegerField(_("số ngày"))
    unit = models.CharField(_("đơn vị tính"), max_length=20)
    direction = models.CharField(_("trước hay sau mốc"), max_length=20)
    rank = models.CharField(_("giá trị"), max_length=20)
    roll = models.CharField(_("khi rơi vào ngày nghỉ"), max_length=20)
    basis = models.TextField(_("căn cứ"))

    class Meta:
        abstract = True

    @property
    def rule(self) -> DeadlineRule:
        return DeadlineRule(
            code=self.rule_code, label=self.label, anchor=self.anchor, days=self.days, unit=Unit(self.unit),
            direction=Direction(self.direction), rank=Rank(self.rank), basis=self.basis, roll=Roll(self.roll),
        )  # fmt: skip


def rule_columns(rule: DeadlineRule) -> dict[str, Any]:
    """Return a rule as the values of ``RuleFields``."""
    return {
        "rule_code": rule.code, "label": rule.label, "anchor": rule.anchor, "days": rule.days, "unit": str(rule.unit),
        "direction": str(rule.direction), "rank": str(rule.rank), "roll": str(rule.roll), "basis": rule.basis,
    }  # fmt: skip


class DeadlineRuleVersion(ShippedModel, RuleFields):
    """A rule in force from one day to another, for some or all kinds of body, levels and kinds of subject.

    An empty selector means all. Shipped without a locality; a locality's own row goes before it by code.
    """

    body_kind = models.CharField(_("loại cơ quan"), max_length=20, blank=True)
    level = models.CharField(_("cấp"), max_length=20, blank=True)
    subject_kind = models.CharField(_("áp dụng cho loại"), max_length=40, blank=True)
    valid_from = models.DateField(_("áp dụng từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    WORDS: ClassVar[tuple[str, ...]] = ()
    SELECTORS: ClassVar[tuple[str, ...]] = ("body_kind", "level", "subject_kind")

    class Meta:
        verbose_name = _("quy định về thời hạn")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "rule_code", "body_kind", "level", "subject_kind", "valid_from"],
                condition=models.Q(state=Standing.CURRENT.value),
                name="rule_version_once_per_locality",
                violation_error_message=_("Quy định này đã có với cùng ngày bắt đầu áp dụng."),
            ),
            models.UniqueConstraint(
                fields=["rule_code", "body_kind", "level", "subject_kind", "valid_from"],
                condition=models.Q(locality__isnull=True),
                name="rule_version_once_shipped",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="rule_version_ends_after_it_begins",
                violation_error_message=_("Ngày hết áp dụng phải sau ngày bắt đầu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule_code} {self.valid_from:%d/%m/%Y}"

    @property
    def precedence(self) -> tuple[bool, int, date]:
        """Sort key: of two versions of one rule the later in this order holds - own, more specific, newer."""
        return (not self.is_shipped, sum(bool(getattr(self, name)) for name in self.SELECTORS), self.valid_from)


class Deadline(LocalityModel, RuleFields):
    """A limit on one subject: the day in force beside the day counted, and the steps that led to it.

    ``due_on`` is the limit; ``advised_on`` the last working day on or before the day the count names. A limit fixed
    by hand keeps ``due_on`` while ``counted_on`` follows the calendar; ``differs_from_count`` says that it has moved.
    """

    subject_type = models.CharField(max_length=60, editable=False)
    subject_id = models.CharField(max_length=12, editable=False)
    body_scope_id = models.BigIntegerField(null=True, editable=False)
    anchor_on = models.DateField(_("ngày mốc"))
    due_on = models.DateField(_("hạn"))
    advised_on = models.DateField(_("nên xong trước"))
    counted_on = models.DateField(_("hạn theo cách tính"))
    steps = models.JSONField(_("cách tính"), default=list)
    fixed_by_hand = models.BooleanField(_("ấn định bằng tay"), default=False)
    fixed_reason = models.TextField(_("lý do ấn định"), blank=True)
    differs_from_count = models.BooleanField(_("cách tính đã thay đổi sau khi ấn định"), default=False)
    met_on = models.DateField(_("ngày xong"), null=True, blank=True)
    met_note = models.TextField(_("kết quả"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("steps", "fixed_reason", "met_note")

    class Meta:
        verbose_name = _("thời hạn")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "subject_type", "subject_id", "rule_code"], name="deadline_once_per_rule"
            ),
            models.CheckConstraint(
                condition=models.Q(state=DeadlineState.MET.value, met_on__isnull=False)
                | (~models.Q(state=DeadlineState.MET.value) & models.Q(met_on__isnull=True)),
                name="deadline_met_on_a_day",
            ),
        )
        indexes = (
            models.Index(
                fields=["locality", "due_on"],
                condition=models.Q(state=DeadlineState.RUNNING.value),
                name="deadline_running",
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule_code} {self.due_on:%d/%m/%Y}"

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_scope_id)} if self.body_scope_id else set()

    @property
    def was_late(self) -> bool:
        """Whether it was met, but only after the last day."""
        return self.met_on is not None and self.met_on > self.due_on
