"""Fixtures of the pages on answers, referrals and closing: the story of the followup tests, and browsers."""

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.access.actor import Actor
from tests.domain.followup.letters.conftest import (
    approved,
    culture,
    dialogue,
    hamlet,
    heard,
    hoa,
    later,
    letter,
    observer,
    opinion,
    promised,
    referred,
    roads,
    sent,
    thu,
)
from tests.interfaces.console.reading import CONSOLE

__all__ = [
    "approved", "culture", "dialogue", "hamlet", "heard", "hoa", "later", "letter", "observer", "opinion", "promised",
    "referred", "roads", "sent", "thu",
]  # fmt: skip


def at(dialogue: Dialogue, rest: str) -> str:
    return f"{CONSOLE}dialogues/{dialogue.public_id}/{rest}/"


@pytest.fixture
def phone(thu: Actor, client_of: object) -> Client:
    """Thu's phone."""
    return client_of(thu)  # type: ignore[operator, no-any-return]


@pytest.fixture
def watcher(observer: Actor, client_of: object) -> Client:
    """The observer's browser."""
    return client_of(observer)  # type: ignore[operator, no-any-return]
