"""The life of a demonstration's dialogue after its opinions were heard: called, held, concluded, followed up."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.conclusions import live_commitments, live_conclusions
from nghedan.interfaces.cli.demonstration.guests import live_guests
from nghedan.interfaces.cli.demonstration.hall import live_hall
from nghedan.interfaces.cli.demonstration.letters import live_letters
from nghedan.interfaces.cli.demonstration.minutes import live_lessons, live_minutes
from nghedan.interfaces.cli.demonstration.notices import live_notices
from nghedan.interfaces.cli.demonstration.programme import live_programme
from nghedan.interfaces.cli.demonstration.reports import live_reports
from nghedan.interfaces.cli.demonstration.stories import COLLECTING, CONCLUDED, FOLLOWING, LIVE, NOTICED
from nghedan.interfaces.cli.demonstration.voices import Cast

HELD_BEFORE: Mapping[str, timedelta] = {
    LIVE: timedelta(0),
    CONCLUDED: timedelta(days=6),
    FOLLOWING: timedelta(days=24),
}
"""Stage -> how long before today the conference was held."""

CALLED_BEFORE = timedelta(days=9)


def live_on(actors: Cast, dialogue: Dialogue, stage: str) -> None:
    """Live a dialogue whose opinions were heard as far as a stage, each part on its day."""
    if stage == COLLECTING:
        return
    held_on = dialogue.held_on or clock.today()
    called_on = min(held_on - CALLED_BEFORE, clock.today())
    with _at(called_on, time(9)):
        live_guests(actors.clerk, _now(actors, dialogue))
        live_notices(actors, _now(actors, dialogue))
        live_programme(actors, _now(actors, dialogue))
    if stage == NOTICED:
        return
    live_hall(actors, _now(actors, dialogue), to_the_end=stage != LIVE)
    if stage == LIVE:
        return
    with _at(held_on, time(11)):
        live_minutes(actors, _now(actors, dialogue))
    with _at(held_on + timedelta(days=3), time(9)):
        live_conclusions(actors, _now(actors, dialogue))
    if stage == CONCLUDED:
        return
    with _at(held_on + timedelta(days=8), time(9)):
        live_lessons(actors, _now(actors, dialogue))
        live_letters(actors, _now(actors, dialogue))
    with _at(clock.today() - timedelta(days=1), time(9)):
        live_commitments(actors, _now(actors, dialogue))
    with _at(held_on + timedelta(days=9), time(15)):
        live_reports(actors, _now(actors, dialogue))


def _now(actors: Cast, dialogue: Dialogue) -> Dialogue:
    """Return the dialogue as it is stored now."""
    return dialogue_for(actors.clerk, dialogue.public_id)


@contextmanager
def _at(day: date, hour: time) -> Iterator[None]:
    with clock.frozen(min(datetime.combine(day, hour, clock.LOCAL_ZONE), clock.now())):
        yield
