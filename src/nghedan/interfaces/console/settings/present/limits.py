"""Rules about time limits as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.followup.terms import Waiting
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.organisations.terms import BodyKind
from nghedan.domain.plans.terms import ItemKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.deadlines.models import DeadlineRuleVersion
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.present.people import days
from nghedan.kernel.deadlines import Direction, Rank
from nghedan.kernel.terms import Term, gettext_noop

ANCHORS = {
    "held_on": gettext_noop("ngày đối thoại"),
    "registered_on": gettext_noop("ngày vào sổ đơn"),
    "accepted_on": gettext_noop("ngày thụ lý"),
    "assigned_on": gettext_noop("ngày giao đơn vị"),
    "sent_on": gettext_noop("ngày gửi"),
    "answered_on": gettext_noop("ngày trả lời"),
}
"""What a limit is counted from, in words."""

COLOURS = {Rank.LAW: Colour.RED, Rank.PLAN: Colour.BLUE, Rank.SUGGESTION: Colour.GREY}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A version of a rule; ``replaced`` says that the locality's own holds instead."""

    label: str
    counted: str
    rank: Tag
    basis: str
    applies_to: str
    validity: str
    is_own: bool
    replaced: bool
    is_over: bool
    actions: list[Link]


def rule_rows(actor: Actor, locality: Locality, versions: Iterable[DeadlineRuleVersion], today: date) -> list[RuleRow]:
    """Return the versions in the order of the work: before the day, after it; a locality's own beside the shipped."""
    rows = list(versions)
    own = {_identity(row) for row in rows if not row.is_shipped and _holds(row, today)}
    rows.sort(key=_position)
    return [_row(actor, locality, row, row.is_shipped and _identity(row) in own, today) for row in rows]


def _row(actor: Actor, locality: Locality, row: DeadlineRuleVersion, replaced: bool, today: date) -> RuleRow:
    rank = Rank(row.rank)
    return RuleRow(
        label=_(row.label), counted=counted(row), rank=Tag(_(rank.label), COLOURS[rank]), basis=_(row.basis),
        applies_to=applies_to(row), validity=days(row.valid_from, row.valid_to), is_own=not row.is_shipped,
        replaced=replaced, is_over=row.valid_to is not None and row.valid_to < today,
        actions=_actions(actor, locality, row),
    )  # fmt: skip


def counted(row: DeadlineRuleVersion) -> str:
    """Return how it is counted: "7 ngày trước ngày đối thoại"."""
    rule = row.rule
    anchor = ANCHORS.get(rule.anchor, rule.anchor)
    return f"{rule.days} {_(rule.unit.label)} {_(rule.direction.label)} {_(anchor)}"


def applies_to(row: DeadlineRuleVersion) -> str:
    """Return for whom it holds; nothing when it holds for all."""
    subjects = next((terms for terms in (MatterKind, Waiting) if row.subject_kind in {one.value for one in terms}), ItemKind)  # fmt: skip  # noqa: E501
    chosen: tuple[tuple[type[Term], str], ...] = (
        (BodyKind, row.body_kind),
        (LocalityLevel, row.level),
        (subjects, row.subject_kind),
    )
    return ", ".join(_(terms(value).label) for terms, value in chosen if value)


def _actions(actor: Actor, locality: Locality, row: DeadlineRuleVersion) -> list[Link]:
    if row.is_shipped:
        to = href("settings-limit-own", locality, limit_id=row.public_id)
        return [Link(_("Quy định riêng"), to)] if decide(actor, "deadline_rule.add").allowed else []
    if not decide(actor, "deadline_rule.edit", row).allowed:
        return []
    return [
        Link(_("Sửa"), href("settings-limit", locality, limit_id=row.public_id)),
        Link(_("Bỏ"), href("settings-limit-end", locality, limit_id=row.public_id)),
    ]


def _identity(row: DeadlineRuleVersion) -> tuple[str, ...]:
    return (row.rule_code, *(getattr(row, name) for name in DeadlineRuleVersion.SELECTORS))


def _holds(row: DeadlineRuleVersion, today: date) -> bool:
    return row.valid_from <= today and (row.valid_to is None or today <= row.valid_to)


def _position(row: DeadlineRuleVersion) -> tuple[bool, int, str, bool]:
    before = row.direction == Direction.BEFORE
    return not before, -row.days if before else row.days, row.rule_code, row.is_shipped
