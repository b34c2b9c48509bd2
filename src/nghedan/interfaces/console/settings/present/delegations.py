"""Delegations as rows and in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.organisations.models import Delegation
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.foundation.ui.models import Colour, Link, SummaryRow, Tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation in the list; ``recorded`` says who told it, when and how, if the clerk recorded it."""

    row: Delegation
    tag: Tag
    paper: Tag | str
    recorded: str
    is_open: bool
    actions: list[Link]


def delegation_row(actor: Actor, row: Delegation, today: date) -> DelegationRow:
    """Return a delegation as the list shows it, with what this actor may do."""
    is_open = row.state == DelegationState.CURRENT and row.valid_to is not None and today <= row.valid_to
    owed = Tag(_("chờ văn bản"), Colour.YELLOW)
    return DelegationRow(
        row, _tag(row, today), row.document_number or owed, recorded(row), is_open, _actions(actor, row, is_open)
    )


def _tag(row: Delegation, today: date) -> Tag:
    if row.state != DelegationState.CURRENT:
        return Tag(_(DelegationState(row.state).label), Colour.GREY)
    if row.is_valid_on(today):
        return Tag(_("đang ủy quyền"), Colour.BLUE)
    over = row.valid_to is not None and row.valid_to < today
    return Tag(_("đã hết hạn"), Colour.GREY) if over else Tag(_("sắp tới"), Colour.GREY)


def _actions(actor: Actor, row: Delegation, is_open: bool) -> list[Link]:
    open_moves = {move.code for move in moves_for(actor, row) if move.allowed}
    actions = []
    if row.paper_due and "delegation.add_paper" in open_moves:
        actions.append(("settings-delegation-paper", _("Bổ sung văn bản")))
    if is_open and {"delegation.end", "delegation.withdraw"} & open_moves:
        begun = row.valid_from is not None and row.valid_from <= clock.today()
        actions.append(("settings-delegation-end", _("Chấm dứt") if begun else _("Rút lại")))
    return [Link(text, href(name, row.locality, delegation_id=row.public_id)) for name, text in actions]


def recorded(row: Delegation) -> str:
    """Return how the clerk learnt of it: "Trần Văn Bình, qua điện thoại, 07:00 ngày 10/3/2026"."""
    if (told := row.instruction) is None:
        return ""
    at = clock.local(told.decided_at)
    when = _("%(time)s ngày %(day)s") % {"time": f"{at:%H:%M}", "day": format_date(at.date())}
    return f"{told.decided_by}, {_(InstructionWay(told.way).label)}, {when}"


def days(row: Delegation) -> str:
    """Return the span: "từ ngày 10/3/2026 đến hết ngày 12/3/2026"."""
    if row.valid_from is None or row.valid_to is None:
        return ""
    return _("từ ngày %(first)s đến hết ngày %(last)s") % {
        "first": format_date(row.valid_from),
        "last": format_date(row.valid_to),
    }


def sentence(row: Delegation) -> str:
    """Return the delegation in one sentence."""
    return _("%(head)s ủy quyền cho %(deputy)s chủ trì đối thoại %(days)s.") % {
        "head": row.from_officer.full_name,
        "deputy": row.to_officer.full_name,
        "days": days(row),
    }


def summary(row: Delegation) -> list[SummaryRow]:
    """Return the delegation as names and values."""
    return [
        SummaryRow(_("Người ủy quyền"), row.from_officer.full_name),
        SummaryRow(_("Người được ủy quyền"), row.to_officer.full_name),
        SummaryRow(_("Thời gian"), days(row)),
        SummaryRow(_("Lý do"), row.reason),
    ]


def effects_of_ending(row: Delegation) -> list[str]:
    """Return what ending it now brings."""
    names = {"head": row.from_officer.full_name, "deputy": row.to_officer.full_name}
    return [
        _("%(deputy)s thôi quyền chủ trì ngay từ lúc này.") % names,
        _("%(head)s trực tiếp chủ trì trở lại.") % names,
        _("Việc %(deputy)s đã làm trong thời gian ủy quyền vẫn giữ nguyên giá trị.") % names,
    ]
