"""Fixtures of the matter pages: matters given to units, and browsers of more people."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from tests.domain.matters.conftest import culture, dialogue, hamlet, hoa, matter, observer, raised, roads, said
from tests.interfaces.console.reading import CONSOLE

__all__ = ["culture", "dialogue", "hamlet", "hoa", "matter", "observer", "raised", "roads", "said"]

WORDS = answering.AnswerDraft(
    text="Đã bố trí vốn sửa đường trong quý II.", short="Sửa xong trước 30/6.", caution="Chưa có vốn cho đoạn cuối."
)


def at(matter: Matter, rest: str = "") -> str:
    return f"{CONSOLE}matters/{matter.public_id}/{rest}"


def work_at(matter: Matter) -> str:
    return f"{CONSOLE}work/{matter.public_id}/"


@pytest.fixture
def given(an: Actor, matter: Matter, economy: Unit) -> Matter:
    """A matter the economic division answers."""
    return assigning.assign_matter(actor=an, matter=matter, unit=economy)


@pytest.fixture
def answered(economist: Actor, given: Matter) -> Answer:
    """Its answer, a draft."""
    return answering.save_answer(actor=economist, matter=given, draft=WORDS)


@pytest.fixture
def checked(an: Actor, economist: Actor, answered: Answer) -> Answer:
    """The answer, checked by the clerk."""
    answering.hand_in(actor=economist, answer=answered)
    return answering.check_answer(actor=an, answer=answered)


@pytest.fixture
def supporter(hoa: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """Hoa's browser."""
    return client_of(hoa)


@pytest.fixture
def watcher(observer: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """The observer's browser."""
    return client_of(observer)
