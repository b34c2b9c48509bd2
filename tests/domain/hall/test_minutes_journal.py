"""The minutes equal journal and versions to the line, whatever happens in the hall."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import MinutesLine
from nghedan.domain.hall.queries.minutes import lines_of
from nghedan.domain.hall.services import minutes_editing as editing
from nghedan.domain.hall.services.minutes import bring_back_lines, grow_line, regrow_line, withdraw_lines
from nghedan.domain.hall.terms import LineKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.wordings import versions_of
from nghedan.kernel.errors import DomainError
from tests.domain.hall.test_minutes_growing import minutes_of

pytestmark = pytest.mark.django_db

WORDS = st.text(alphabet="ab ", min_size=1, max_size=6)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("grow", "regrow", "withdraw", "bring_back", "add", "edit", "strike", "restore", "take", "read", "reopen")
        ),
        st.integers(0, 5),
        WORDS,
    ),
    min_size=1,
    max_size=15,
)
STATES = {"minutes_line.grow": "standing", "minutes_line.strike": "struck", "minutes_line.restore": "standing"}


def happen(an: Actor, hall: Dialogue, step: str, place: int, text: str) -> None:
    minutes = minutes_of(hall)
    lines = list(lines_of(minutes))
    line = lines[place % len(lines)]
    of_row: dict[str, Any] = {"actor": an, "dialogue": hall, "subject": minutes}
    told: dict[str, Any] = {**of_row, "kind": LineKind.NOTE, "text": text, "occasion": str(place)}
    {
        "grow": lambda: grow_line(**told),
        "regrow": lambda: regrow_line(**told),
        "withdraw": lambda: withdraw_lines(**of_row),
        "bring_back": lambda: bring_back_lines(**of_row),
        "add": lambda: editing.add_line(actor=an, minutes=minutes, text=text),
        "edit": lambda: editing.edit_line(actor=an, line=line, text=text),
        "strike": lambda: editing.strike_line(actor=an, line=line),
        "restore": lambda: editing.restore_line(actor=an, line=line),
        "take": lambda: editing.take_new_text(actor=an, line=line),
        "read": lambda: editing.read_minutes(actor=an, minutes=minutes),
        "reopen": lambda: editing.reopen_minutes(actor=an, minutes=minutes),
    }[step]()


def recounted(hall: Dialogue) -> dict[str, tuple[str, str, str, int]]:
    """Return public id of a line -> its text, what waits beside it, its state and version, from the journal alone."""
    found: dict[str, tuple[str, str, str, int]] = {}
    entries = JournalEntry.objects.filter(locality=hall.locality, subject_type="hall.minutesline").order_by("id")
    for entry in entries:
        line = MinutesLine(locality=hall.locality, public_id=entry.subject_id)
        words = versions_of(line)[0].words
        _text, _pending, state, version = found.get(entry.subject_id, ("", "", "", 0))
        found[entry.subject_id] = (
            words["text"], words.get("pending_text") or "", STATES.get(entry.code, state), version + 1,
        )  # fmt: skip
    return found


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_minutes_equal_journal_and_versions(an: Actor, hall: Dialogue, steps: list[tuple[str, int, str]]) -> None:
    with transaction.atomic():
        for step, place, text in steps:
            try:
                happen(an, hall, step, place, text)
            except DomainError:
                continue
        stored = {
            line.public_id: (line.text, line.pending_text, line.state, line.version)
            for line in lines_of(minutes_of(hall))
        }
        assert recounted(hall) == stored
        transaction.set_rollback(True)
