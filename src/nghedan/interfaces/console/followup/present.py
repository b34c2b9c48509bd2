"""The board: commitments as rows, units with what they owe, words to copy, cells to hand out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.followup.documents.facts import Row as PrintedRow
from nghedan.domain.followup.models import Commitment, Nudge
from nghedan.domain.followup.services.nudging import Owed
from nghedan.domain.followup.terms import Lateness
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.db import clock
from nghedan.foundation.exports.columns import Column, Value
from nghedan.foundation.ui.models import Tag
from nghedan.interfaces.console.followup import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date
from nghedan.kernel.workdays import WorkCalendar

TEXTS_TOLD = 5
"""Commitments named one by one in a reminder; a longer message is not read."""

HEADINGS = (
    ("Mã nội dung", 12), ("Nhiệm vụ", 60), ("Nơi nêu", 20), ("Lĩnh vực", 20), ("Đơn vị chủ trì", 24),
    ("Đơn vị phối hợp", 24), ("Thời hạn", 12), ("Thời hạn ban đầu", 14), ("Tình trạng", 24), ("Kết quả, tiến độ", 50),
    ("Số lần nhắc", 10), ("Số lần gia hạn", 10), ("Theo văn bản", 18), ("Ghi chú", 30),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment on the board."""

    href: str
    text: str
    tags: list[Tag]
    unit: str
    due_on: date
    is_done: bool
    facts: str
    said: str
    files: int


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with what it owes late or soon, today's reminder if it had one, and the words to send."""

    unit: Unit
    owed: Owed
    told: str
    reminded: str
    words: str
    urgent: Sequence[Commitment]


def rows_of(
    commitments: Sequence[Commitment], files: Mapping[str, int], today: date, calendar: WorkCalendar
) -> list[Row]:
    """Return the rows; ``files`` counts the evidence of each report, by public id."""
    return [_row(one, files, today, calendar) for one in commitments]


def unit_rows(
    commitments: Sequence[Commitment], nudged: Mapping[int, Nudge], link: str, today: date, calendar: WorkCalendar
) -> list[UnitRow]:
    """Return the units that owe something late or soon, most late first."""
    by_unit: dict[int, list[tuple[Commitment, Lateness]]] = {}
    for one in commitments:
        standing = wording.lateness(one, today, calendar)
        if standing in (Lateness.LATE, Lateness.SOON):
            by_unit.setdefault(one.unit_id, []).append((one, standing))
    rows = [_unit_row(listed, nudged, link) for listed in by_unit.values()]
    return sorted(rows, key=lambda row: (-row.owed.late, -row.owed.due, row.unit.name))


def columns() -> list[Column]:
    return [Column(_(heading), width) for heading, width in HEADINGS]


def cells(rows: Sequence[PrintedRow]) -> list[Sequence[Value]]:
    """Return the rows of the list that is handed out."""
    return [
        (
            row.matter, row.text, row.place, row.field, row.unit, row.supporting, row.due_on, row.first_due_on,
            row.told, row.said, row.nudges, row.extended, row.ordered_by, row.reason,
        )
        for row in rows
    ]  # fmt: skip


def _row(one: Commitment, files: Mapping[str, int], today: date, calendar: WorkCalendar) -> Row:
    standing = wording.lateness(one, today, calendar)
    progress, extensions = list(one.progress.all()), list(one.extensions.all())
    asked = next((row for row in extensions if row.state == "asked"), None)
    told = (
        wording.moved(one),
        _("xin gia hạn đến %(day)s, chờ quyết định") % {"day": format_date(asked.new_due_on)} if asked else "",
        _("phối hợp: %(units)s") % {"units": one.supporting} if one.supporting else "",
    )
    last = progress[-1] if progress else None
    return Row(
        href=href("commitment", one.locality, commitment_id=one.public_id),
        text=one.text,
        tags=wording.tags_of(one, standing),
        unit=one.unit.name,
        due_on=one.due_on,
        is_done=standing is Lateness.DONE,
        facts=" · ".join(filter(None, told)),
        said=last.text if last else "",
        files=sum(files.get(row.public_id, 0) for row in progress),
    )


def _unit_row(listed: Sequence[tuple[Commitment, Lateness]], nudged: Mapping[int, Nudge], link: str) -> UnitRow:
    unit = listed[0][0].unit
    late = sum(standing is Lateness.LATE for _one, standing in listed)
    owed = Owed(unit, late, len(listed) - late)
    urgent = [one for one, _standing in listed]
    nudge = nudged.get(unit.pk)
    reminded = (
        _("đã đôn đốc lúc %(time)s hôm nay") % {"time": f"{clock.local(nudge.created_at):%H:%M}"} if nudge else ""
    )
    return UnitRow(unit, owed, _counts(owed), reminded, reminder_text(owed, urgent, link), urgent)


def _counts(owed: Owed) -> str:
    told = (
        (owed.late, _("quá hạn %(count)s")),
        (owed.due, _("sắp đến hạn %(count)s")),
    )
    return " · ".join(text % {"count": count} for count, text in told if count)


def reminder_text(owed: Owed, commitments: Sequence[Commitment], link: str) -> str:
    """Return the words for a unit, short enough for Zalo: how many, which, until when, where."""
    count = owed.late + owed.due
    head = ngettext(
        "Kính gửi %(unit)s: còn %(count)s nhiệm vụ theo kết luận đối thoại cần thực hiện (%(counts)s)",
        "Kính gửi %(unit)s: còn %(count)s nhiệm vụ theo kết luận đối thoại cần thực hiện (%(counts)s)",
        count,
    ) % {"unit": owed.unit, "count": count, "counts": _counts(owed).replace(" · ", ", ")}
    lines = [f"- {_named(one)} ({_('hạn')} {format_date(one.due_on)})" for one in commitments[:TEXTS_TOLD]]
    if len(commitments) > TEXTS_TOLD:
        lines.append(_("- và %(count)s nhiệm vụ khác") % {"count": len(commitments) - TEXTS_TOLD})
    return "\n".join([f"{head}.", *lines, _("Mở để báo cáo: %(link)s") % {"link": link}])


def _named(one: Commitment) -> str:
    """Return how a commitment is named in a chat; one about officials by nothing but that it is one."""
    if one.matter is not None and one.matter.level != Level.ORDINARY:
        return _("một nhiệm vụ, mở phần mềm để xem")
    words = " ".join(one.text.split())
    return words if len(words) <= 80 else f"{words[:80].rsplit(' ', 1)[0]} …"
