"""Commitments as papers print them: what, who, until when, how far; the same words in every one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.commitments import standing_of, times_nudged, with_history
from nghedan.domain.followup.rules.lateness import days_over, is_late
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment for the papers. ``said`` is the last thing its unit told, ``asked_until`` what it asks for."""

    text: str
    unit: str
    supporting: str
    product: str
    due_on: date
    first_due_on: date
    state: CommitmentState
    is_late: bool
    days_over: int
    rests: bool
    said: str = ""
    asked_until: date | None = None
    place: str = ""
    field: str = ""
    matter: str = ""
    nudges: int = 0
    ordered_by: str = ""
    extended: int = 0
    reason: str = ""

    @property
    def limit(self) -> str:
        """The day in force, and the first one where it was moved by a decision."""
        if self.due_on == self.first_due_on:
            return format_date(self.due_on)
        return f"{format_date(self.due_on)} (hạn đầu {format_date(self.first_due_on)})"

    @property
    def told(self) -> str:
        """How it stands, in a few words."""
        if self.is_late:
            reported = "; đã báo cáo, chờ xác nhận" if self.state is CommitmentState.REPORTED else ""
            over = f"Quá hạn {self.days_over} ngày" if self.days_over else "Quá hạn"
            asked = f"; xin gia hạn đến {format_date(self.asked_until)}" if self.asked_until else ""
            return f"{over}{reported}{asked}"
        return f"Tạm dừng đến {format_date(self.due_on)}" if self.rests else self.state.label


def rows_of(commitments: ScopedQuerySet[Commitment], today: date) -> tuple[Row, ...]:
    """Gather commitments for the papers (four queries, however many)."""
    listed = list(with_history(commitments))
    nudges = times_nudged(listed)
    return tuple(_row(one, nudges.get(one.pk, 0), today) for one in listed)


def by_unit(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return unit -> its rows, the unit with most first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.unit, []).append(row)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def _cited(paper: OfficialPaper) -> str:
    """Return "41/TB-UBND ngày 23/9/2026"."""
    return f"{paper.number} ngày {format_date(paper.issued_on)}" if paper.issued_on else paper.number


def _row(one: Commitment, nudges: int, today: date) -> Row:
    last = next(iter(reversed(one.progress.all())), None)
    extensions = list(one.extensions.all())
    asked = next((row for row in extensions if row.state == "asked"), None)
    matter = one.matter
    late = is_late(standing_of(one), today)
    return Row(
        text=one.text, unit=one.unit.name, supporting=one.supporting, product=one.product, due_on=one.due_on,
        first_due_on=one.first_due_on, state=CommitmentState(one.state), is_late=late,
        days_over=days_over(one.due_on, today) if late else 0, rests=one.rests(today), said=last.text if last else "",
        asked_until=asked.new_due_on if asked else None,
        place=str(matter.hamlet or "") if matter else "", field=matter.field.name if matter and matter.field else "",
        matter=f"{matter.number}/{matter.year}" if matter else "", nudges=nudges,
        ordered_by=_cited(one.paper) if one.paper else "",
        extended=sum(row.state == "granted" for row in extensions), reason=one.reason,
    )  # fmt: skip
