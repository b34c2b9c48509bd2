"""Commitments in words: how they stand, as tags."""

from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.commitments import standing_of
from nghedan.domain.followup.rules.lateness import SOON_WITHIN, lateness_of
from nghedan.domain.followup.terms import CommitmentState, Lateness
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.kernel.vietnamese import format_date
from nghedan.kernel.workdays import WorkCalendar

LATENESS = {
    Lateness.LATE: Colour.RED,
    Lateness.SOON: Colour.YELLOW,
    Lateness.PAUSED: Colour.GREY,
    Lateness.RUNNING: Colour.BLUE,
    Lateness.DONE: Colour.GREEN,
}
STATES = {
    CommitmentState.OPEN: Colour.GREY,
    CommitmentState.IN_PROGRESS: Colour.BLUE,
    CommitmentState.REPORTED: Colour.YELLOW,
    CommitmentState.CONFIRMED: Colour.GREEN,
    CommitmentState.CLOSED: Colour.GREEN,
}


def soon_until(today: date, calendar: WorkCalendar) -> date:
    """Return the last day that counts as soon."""
    return calendar.add(today, SOON_WITHIN)


def lateness(commitment: Commitment, today: date, calendar: WorkCalendar) -> Lateness:
    return lateness_of(standing_of(commitment), today, soon_until(today, calendar))


def tags_of(commitment: Commitment, standing: Lateness) -> list[Tag]:
    """Return the state, and how it stands against its day where that says more."""
    state = CommitmentState(commitment.state)
    tags = [Tag(_(state.label), STATES[state])]
    if standing in (Lateness.LATE, Lateness.SOON, Lateness.PAUSED):
        tags.insert(0, Tag(_(standing.label), LATENESS[standing]))
    return tags


def moved(commitment: Commitment) -> str:
    """Return that the day was moved by a decision, and which it was at first."""
    if commitment.due_on == commitment.first_due_on:
        return ""
    return _("hạn ban đầu %(day)s") % {"day": format_date(commitment.first_due_on)}
