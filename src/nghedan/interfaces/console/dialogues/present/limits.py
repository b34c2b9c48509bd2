"""Time limits with their rank, article and count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.permissions import VIEW
from nghedan.foundation.deadlines.status import explain, status_of
from nghedan.foundation.deadlines.terms import DeadlineStatus
from nghedan.foundation.ui.models import Colour, Limit, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.kernel.deadlines import Due, Rank, strictness
from nghedan.kernel.deadlines.rules import Params
from nghedan.kernel.workdays import WorkCalendar

COLOURS = {
    DeadlineStatus.NOT_YET: Colour.GREY,
    DeadlineStatus.UNDERWAY: Colour.BLUE,
    DeadlineStatus.SOON: Colour.YELLOW,
    DeadlineStatus.LATE: Colour.RED,
    DeadlineStatus.PASSED: Colour.GREY,
    DeadlineStatus.MET: Colour.GREEN,
}


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A stored limit, its status and the reason for it."""

    row: Deadline
    label: str
    rank: str
    strict: bool
    tag: Tag
    basis: str
    counted: Sequence[str]
    opens: bool
    """Whether the reader may open its own page."""


def limit_row(actor: Actor, row: Deadline, today: date, calendar: WorkCalendar) -> LimitRow:
    status = status_of(row, today=today, calendar=calendar)
    return LimitRow(
        row=row,
        label=wording.capitalised(_(row.label)),
        rank=_(Rank(row.rank).label),
        strict=row.rank == Rank.LAW,
        tag=Tag(_(status.label), COLOURS[status]),
        basis=_(row.basis),
        counted=explain(row),
        opens=decide(actor, VIEW.code, row).allowed,
    )


def counted_limits(dues: Sequence[Due]) -> list[Limit]:
    """Return limits that are only counted, not stored, the strictest first."""
    return [
        Limit(
            label=wording.capitalised(_(due.rule.label)),
            due_on=due.due_on,
            rank=_(due.rule.rank.label),
            basis=_(due.rule.basis),
            counted=[sentence(step.text, step.params) for step in due.steps],
            advised_on=due.advised_on,
            strict=due.rule.rank is Rank.LAW,
        )
        for due in sorted(dues, key=strictness)
    ]


def sentence(text: str, params: Params) -> str:
    """Return a source text of the kernel translated, its words (weekdays, labels) too, and filled in."""
    shown = {name: _(value) if isinstance(value, str) and value else value for name, value in params.items()}
    return _(text) % shown if shown else _(text)
