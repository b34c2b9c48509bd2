"""The rules themselves: shipped defaults, and deeds on a locality's own versions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import DeadlineRuleVersion, rule_columns
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import door
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Unit
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_LABEL = _("Xin nhập việc phải làm.")
NO_BASIS = _("Xin nhập căn cứ: điều khoản, văn bản, ngày ban hành.")
ENDS_BEFORE = _("Ngày hết áp dụng phải sau ngày bắt đầu.")
WEAKER_THAN_LAW = _("Luật định %(days)s %(unit)s %(direction)s mốc; địa phương chỉ quy định chặt hơn, không nới ra.")
TAKEN = _("Quy định này đã có với cùng ngày bắt đầu áp dụng.")


@dataclass(frozen=True, slots=True)
class DefaultRule:
    """A rule as shipped: from which day to which, and for whom; an empty selector means all."""

    rule: DeadlineRule
    valid_from: date
    valid_to: date | None = None
    body_kind: str = ""
    level: str = ""
    subject_kind: str = ""

    def columns(self) -> dict[str, Any]:
        """Return the default as the values of its row."""
        return {
            **rule_columns(self.rule), "valid_from": self.valid_from, "valid_to": self.valid_to,
            "body_kind": self.body_kind, "level": self.level, "subject_kind": self.subject_kind,
        }  # fmt: skip


IDENTITY = ("rule_code", *DeadlineRuleVersion.SELECTORS, "valid_from")
"""What makes two shipped versions the same one."""


def install_default_rules(defaults: Iterable[DefaultRule]) -> int:
    """Bring the shipped versions in line with ``defaults``; return how many rows changed. Repeating changes nothing.

    Versions not named stay: they belong to another package, or to limits of earlier years.
    """
    changed = 0
    with transaction.atomic():
        stored = {tuple(getattr(row, name) for name in IDENTITY): row for row in DeadlineRuleVersion.objects.shipped()}
        for columns in (default.columns() for default in defaults):
            row = stored.get(tuple(columns[name] for name in IDENTITY)) or DeadlineRuleVersion(state=Standing.CURRENT)
            if any(getattr(row, name) != value for name, value in columns.items()):
                for name, value in columns.items():
                    setattr(row, name, value)
                row.save()
                changed += 1
    return changed


def add_rule(
    *,
    actor: Actor,
    locality: Locality,
    rule: DeadlineRule,
    valid_from: date,
    valid_to: date | None = None,
    body_kind: str = "",
    level: str = "",
    subject_kind: str = "",
    key: str = "",
) -> DeadlineRuleVersion:
    """Add a locality's own version of a rule, which goes before the shipped one of the same code.

    Raises Invalid, also for one that would loosen what the law demands.
    """
    columns = DefaultRule(rule, valid_from, valid_to, body_kind, level, subject_kind).columns()
    version = DeadlineRuleVersion(locality=locality, **columns)
    _check(version)
    with _once_from_a_day():
        return door.create("deadline_rule.add", actor=actor, obj=version, key=key)


def edit_rule(*, actor: Actor, version: DeadlineRuleVersion, **changes: Any) -> DeadlineRuleVersion:
    """Change a locality's own version; limits set before keep the rule they were counted by until they are set anew.

    Raises Refused for a shipped version, Invalid.
    """
    version.own_locality()
    current = {field.name: getattr(version, field.name) for field in version._meta.concrete_fields}
    _check(DeadlineRuleVersion(**(current | changes)))
    with _once_from_a_day():
        return door.perform("deadline_rule.edit", actor=actor, obj=version, changes=changes)


def end_rule(*, actor: Actor, version: DeadlineRuleVersion) -> DeadlineRuleVersion:
    """Take a locality's own version out of use; the shipped one holds again. Raises Refused for a shipped version."""
    version.own_locality()
    return door.perform("deadline_rule.end", actor=actor, obj=version)


def _check(version: DeadlineRuleVersion) -> None:
    if not version.label.strip():
        raise Invalid("deadline_rule.no_label", NO_LABEL, field="label")
    if not version.basis.strip():
        raise Invalid("deadline_rule.no_basis", NO_BASIS, field="basis")
    if version.valid_to is not None and version.valid_to < version.valid_from:
        raise Invalid("deadline_rule.ends_before", ENDS_BEFORE, field="valid_to")
    _check_not_weaker(version)


def _check_not_weaker(version: DeadlineRuleVersion) -> None:
    """Raise Invalid where a shipped rule of the same code is law for the same subjects and days and demands more."""
    shipped = DeadlineRuleVersion.objects.shipped().filter(rule_code=version.rule_code, rank=Rank.LAW)
    for name in DeadlineRuleVersion.SELECTORS:
        if chosen := getattr(version, name):
            shipped = shipped.filter(**{f"{name}__in": ("", chosen)})
    begun = shipped if version.valid_to is None else shipped.filter(valid_from__lte=version.valid_to)
    for row in begun.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=version.valid_from), state=Standing.CURRENT):
        law = row.rule
        if version.rank != Rank.LAW or is_looser(version.rule, law):
            words = {"unit": law.unit.label, "direction": law.direction.label}
            raise Invalid("deadline_rule.weaker", WEAKER_THAN_LAW, field="days", days=law.days, **words)


def is_looser(own: DeadlineRule, law: DeadlineRule) -> bool:
    """Say whether a rule leaves less time before, or more time after, than another can on some calendar.

    So many working days are at least as many days.
    """
    shorter, longer = (own, law) if own.direction is Direction.BEFORE else (law, own)
    loosens_unit = shorter.unit is Unit.DAY and longer.unit is Unit.WORKING_DAY
    return shorter.days < longer.days or loosens_unit


@contextmanager
def _once_from_a_day() -> Iterator[None]:
    """Leave it to the constraint whether the version exists: a form sent twice must find its own row."""
    try:
        yield
    except IntegrityError:
        raise Invalid("deadline_rule.taken", TAKEN, field="valid_from") from None
