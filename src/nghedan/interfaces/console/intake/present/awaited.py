"""Reports awaited as they are shown: missing, received, not needed; and the text that reminds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.queries import awaited_visible_to
from nghedan.domain.opinions.terms import AwaitedState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import Colour, Figure, SummaryRow, Tag, TaskRow
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import distance, format_date

GROUPS = (
    (AwaitedState.AWAITED, gettext_noop("Chưa nhận")),
    (AwaitedState.RECEIVED, gettext_noop("Đã nhận")),
    (AwaitedState.WAIVED, gettext_noop("Không cần nữa")),
)
COLOURS = {AwaitedState.AWAITED: Colour.GREY, AwaitedState.RECEIVED: Colour.GREEN, AwaitedState.WAIVED: Colour.GREY}
PRESSED = ("awaited_report.waive", "awaited_report.reopen")


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that stand alike."""

    title: str
    rows: list[TaskRow]


@dataclass(frozen=True, slots=True)
class Missing:
    """A dialogue for which reports are missing."""

    theme: str
    href: str
    missing: int
    late: int


def tag_of(report: AwaitedReport, today: date) -> Tag:
    state = AwaitedState(report.state)
    if state is AwaitedState.AWAITED and report.due_on and report.due_on < today:
        return Tag(_("Quá hạn gửi"), Colour.RED)
    return Tag(_(state.label), COLOURS[state])


def groups_of(reports: Iterable[AwaitedReport], today: date) -> list[Group]:
    """Return the reports by state, the missing ones first."""
    listed = list(reports)
    groups = [(title, [one for one in listed if one.state == state]) for state, title in GROUPS]
    return [Group(_(title), [_row(one, today) for one in rows]) for title, rows in groups if rows]


def counts_of(reports: Sequence[AwaitedReport], today: date) -> list[Figure]:
    missing = [one for one in reports if one.state == AwaitedState.AWAITED]
    late = sum(1 for one in missing if one.due_on and one.due_on < today)
    received = sum(1 for one in reports if one.state == AwaitedState.RECEIVED)
    return [
        Figure(len(missing), _("chưa nhận")),
        Figure(late, _("quá hạn gửi"), colour=Colour.RED if late else None),
        Figure(received, _("đã nhận"), colour=Colour.GREEN if received else None),
    ]


def reminder_of(dialogue: Dialogue, reports: Iterable[AwaitedReport], today: date) -> str:
    """Return a text for Zalo that names who still owes what, "" when nobody does."""
    missing = [one for one in reports if one.state == AwaitedState.AWAITED]
    if not missing:
        return ""
    about = {"theme": dialogue.theme, "day": format_date(dialogue.held_on) if dialogue.held_on else _("sẽ thông báo")}
    first = _("Kính gửi các đơn vị, về cuộc đối thoại “%(theme)s” (ngày %(day)s), Văn phòng chưa nhận được:")
    lines = [first % about]
    for one in missing:
        by = _(", hạn %(day)s") % {"day": format_date(one.due_on)} if one.due_on else ""
        over = _(" (đã quá hạn)") if one.due_on and one.due_on < today else ""
        lines.append(f"- {one.sender}: {one.subject}{by}{over}")
    lines.append(_("Đề nghị gửi về Văn phòng trước hạn; đã gửi rồi xin báo lại số, ngày văn bản. Trân trọng cảm ơn."))
    return "\n".join(lines)


def by_dialogue(actor: Actor, today: date) -> list[Missing]:
    """Return the dialogues with reports missing, the most urgent first (one query)."""
    waiting = awaited_visible_to(actor).filter(state=AwaitedState.AWAITED)
    found: dict[Dialogue, list[AwaitedReport]] = {}
    for report in waiting.select_related("dialogue__locality"):
        found.setdefault(report.dialogue, []).append(report)
    return [
        Missing(
            dialogue.theme, href("awaited", dialogue.locality, dialogue_id=dialogue.public_id), len(reports),
            sum(1 for one in reports if one.due_on and one.due_on < today),
        )
        for dialogue, reports in found.items()
    ]  # fmt: skip


def facts_of(report: AwaitedReport, today: date) -> list[SummaryRow]:
    rows = [
        (_("Nơi gửi"), report.sender),
        (_("Nội dung báo cáo"), report.subject),
        (_("Hạn gửi"), _due(report, today)),
        (_("Ngày nhận"), report.received_on),
        (_("Số văn bản"), report.document_number),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def _due(report: AwaitedReport, today: date) -> str:
    """Return "11/12/2026 · còn 20 ngày", the day alone once nothing is awaited; empty without a day."""
    if report.due_on is None:
        return ""
    day = format_date(report.due_on)
    is_awaited = report.state == AwaitedState.AWAITED
    return f"{day} · {distance(report.due_on, today, translate=_)}" if is_awaited else day


def moves_of(actor: Actor, report: AwaitedReport) -> list[Move]:
    """Return what is one press away: not needed, or awaited again."""
    return [move for move in moves_for(actor, report) if move.code in PRESSED]


def _row(report: AwaitedReport, today: date) -> TaskRow:
    came = ""
    if report.received_on:
        day = {"day": format_date(report.received_on), "number": report.document_number}
        came = (_("nhận ngày %(day)s, số %(number)s") if report.document_number else _("nhận ngày %(day)s")) % day
    page = href("awaited-report", report.locality, dialogue_id=report.dialogue.public_id, report_id=report.public_id)
    awaited = report.state == AwaitedState.AWAITED
    hint = " · ".join(filter(None, (report.subject, came)))
    return TaskRow(report.sender, tag_of(report, today), page, hint, report.due_on if awaited else None)
