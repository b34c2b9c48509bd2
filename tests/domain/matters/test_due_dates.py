"""Due dates follow the limit they hang on: a dialogue that moves, a day off, a day fixed by hand."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.dialogues.deadlines import ANSWERS, DRAFTS
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import postpone_dialogue, schedule_dialogue
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services import assigning
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.services import add_day
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.services import fix_deadline
from nghedan.foundation.outbox.worker import run_once

pytestmark = pytest.mark.django_db


def drain() -> None:
    while run_once():
        pass


@pytest.fixture
def given(an: Actor, dialogue: Dialogue, raised: Callable[..., Matter], economy: Unit) -> Matter:
    return assigning.assign_matter(actor=an, matter=raised(of=dialogue), unit=economy)


def due_of(matter: Matter) -> date | None:
    matter.refresh_from_db()
    return matter.due_on


def test_a_dialogue_that_moves_takes_the_due_dates_with_it(
    an: Actor, dialogue: Dialogue, given: Matter, raised: Callable[..., Matter], economy: Unit
) -> None:
    by_hand = assigning.assign_matter(
        actor=an, matter=raised("Nạo vét mương", of=dialogue), unit=economy, due_on=date(2026, 4, 1)
    )
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 5, 20))
    drain()
    assert (due_of(given), due_of(by_hand)) == (date(2026, 5, 13), date(2026, 4, 1))


def test_a_dialogue_put_off_leaves_no_limit(an: Actor, binh: Actor, dialogue: Dialogue, given: Matter) -> None:
    postpone_dialogue(actor=binh, dialogue=dialogue, reason="Mưa lũ")
    drain()
    assert due_of(given) is None
    dialogue.refresh_from_db()
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 5, 20))
    drain()
    assert due_of(given) == date(2026, 5, 13)


def test_a_limit_fixed_for_the_dialogue_holds_for_its_matters(an: Actor, dialogue: Dialogue, given: Matter) -> None:
    limit = every_limit_of(dialogue)[DRAFTS]
    fix_deadline(actor=an, deadline=limit, due_on=date(2026, 4, 3), reason="Chủ tịch đi công tác")
    drain()
    assert due_of(given) == date(2026, 4, 3)


def test_given_after_the_drafts_were_due_the_finished_answers_count(
    an: Actor, dialogue: Dialogue, raised: Callable[..., Matter], economy: Unit
) -> None:
    drafts, answers = (every_limit_of(dialogue)[code] for code in (DRAFTS, ANSWERS))
    fix_deadline(actor=an, deadline=drafts, due_on=date(2026, 4, 1), reason="Sớm hơn")
    due = {}
    for day in (1, 2, 9):
        with clock.frozen(clock.now().replace(month=4, day=day)):
            due[day] = assigning.assign_matter(actor=an, matter=raised(f"Việc {day}", of=dialogue), unit=economy).due_on
    assert due == {1: date(2026, 4, 1), 2: answers.due_on, 9: answers.due_on}


def test_a_day_off_moves_what_the_days_of_a_field_count(an: Actor, matter: Matter, economy: Unit) -> None:
    assigning.assign_matter(actor=an, matter=matter, unit=economy)
    assert due_of(matter) == date(2026, 3, 24)
    add_day(actor=an, locality=matter.locality, day=date(2026, 3, 19), kind=DayKind.HOLIDAY, name="Lễ hội", source="Thông báo 1")  # fmt: skip  # noqa: E501
    drain()
    assert due_of(matter) == date(2026, 3, 25)
