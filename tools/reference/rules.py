"""Rules that are data: limits, papers and their formats, roles, settings."""

from collections.abc import Hashable, Sequence
from itertools import groupby

from nghedan.config import env, roles
from nghedan.domain.dialogues import deadlines
from nghedan.domain.organisations.terms import BodyKind
from nghedan.foundation.access.actor import PUBLIC_ROLE, ActorKind
from nghedan.foundation.access.catalogue import PERMISSIONS, ROLE_LABELS, roles_holding
from nghedan.foundation.accounts.policy import policy_for
from nghedan.foundation.deadlines.rulebook import DefaultRule
from nghedan.foundation.documents import formats
from nghedan.foundation.documents.formats.rules import Format
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.kernel.deadlines import DeadlineRule
from nghedan.kernel.vietnamese import format_date
from tools.reference.markdown import code, table

ANCHORS = {deadlines.HELD_ON: "ngày tổ chức hội nghị"}
"""Anchor of a limit -> how people say it."""


def settings_table() -> str:
    """Return every environment variable with its default and its meaning."""
    rows = ((code(one.name), code(one.default), one.help) for one in env.VARIABLES)
    return table(("Variable", "Default", "Meaning"), rows)


def deadlines_table() -> str:
    """Return every shipped limit once, with the levels it binds."""
    rows = [_limit(list(same)) for _key, same in groupby(deadlines.defaults(), key=_in_force)]
    return table(("Limit", "Code", "Count", "Rank", "Basis", "In force", "Binds"), rows)


def _in_force(default: DefaultRule) -> Hashable:
    return default.rule, default.valid_from, default.valid_to, default.body_kind


def _limit(same: Sequence[DefaultRule]) -> tuple[str, ...]:
    """Return the row of one rule that is shipped once for each level."""
    shipped = same[0]
    rule, until = shipped.rule, shipped.valid_to
    span = f"{format_date(shipped.valid_from)} – {format_date(until) if until else '…'}"
    return (rule.label, code(rule.code), _count(rule), rule.rank.label, rule.basis, span, _whom(same))


def documents_table() -> str:
    """Return every type of paper, and where it is built."""
    rows = ((kind.label, code(kind.code), code(kind.build.__module__)) for kind in DOCUMENT_TYPES.values())
    return table(("Vietnamese", "Code", "Built in"), rows)


def formats_tables() -> str:
    """Return every rule set on how papers look, element by element."""
    elements = {name: list(rows) for name, rows in groupby(formats.table(), key=lambda row: row.format_code)}
    columns = ("Element", "Allowed size", "Size", "Style", "Align", "Before; line; first line")
    return "\n\n".join(
        f"{_format_head(fmt)}\n\n{table(columns, (row[1:] for row in elements[fmt.code]))}"
        for fmt in formats.FORMATS.values()
    )


def roles_table() -> str:
    """Return role × permission."""
    rows = (
        (
            f"{right.label} {code(right.code)}",
            *("●" if role in roles_holding(right.code) else " " for role in (*ROLE_LABELS, PUBLIC_ROLE)),
        )
        for right in PERMISSIONS.values()
        if right.code not in roles.SYSTEM_ONLY and roles_holding(right.code)
    )
    return table(("Right", *ROLE_LABELS.values(), ActorKind.PUBLIC.label), rows)


def system_table() -> str:
    """Return the rights no role holds, each with its reason."""
    rows = ((PERMISSIONS[held].label, code(held), reason) for held, reason in roles.SYSTEM_ONLY.items())
    return table(("Right", "Code", "Why the system does it"), rows)


def sessions_table() -> str:
    """Return how strictly the sessions of each role are kept."""
    kept = ((label, code(role), policy_for([role])) for role, label in ROLE_LABELS.items())
    rows = (
        (label, role, "demanded" if policy.second_factor else "offered", f"{policy.idle.seconds // 60} minutes")
        for label, role, policy in kept
    )
    return table(("Role", "Code", "Second factor", "Locked after idle"), rows)


def _count(rule: DeadlineRule) -> str:
    return f"{rule.days} {rule.unit.label} {rule.direction.label} {ANCHORS[rule.anchor]}"


def _whom(same: Sequence[DefaultRule]) -> str:
    levels = ", ".join(LocalityLevel(default.level).label for default in same if default.level)
    body = BodyKind(same[0].body_kind).label if same[0].body_kind else "mọi cơ quan"
    return f"{body}: {levels}" if levels else body


def _format_head(fmt: Format) -> str:
    page, marks = fmt.page, fmt.marks
    until = f" to {format_date(fmt.valid_until)}" if fmt.valid_until else ""
    signs = ", ".join(code(sign.strip()) for sign in marks.capacities.values())
    return (
        f"### {fmt.name} (`{fmt.code}`, version {fmt.version})\n\n"
        f"{fmt.citation}. In force from {format_date(fmt.valid_from)}{until}; {fmt.standing.label}. "
        f"Body kinds: {', '.join(sorted(fmt.body_kinds))}.\n\n"
        f"Paper {page.width:g} × {page.height:g} mm; margins top {page.top:g}, bottom {page.bottom:g}, "
        f"left {page.left:g}, right {page.right:g} mm; head {fmt.head[0]:g} + {fmt.head[1]:g} mm; "
        f"signature block {fmt.foot[0]:g} + {fmt.foot[1]:g} mm; text ends {code(marks.text_end)}; "
        f"number {code(marks.number_prefix)}; signs {signs}."
    )
