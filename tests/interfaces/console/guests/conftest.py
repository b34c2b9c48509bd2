"""Fixtures of the pages of guests: a browser for who leads a hamlet, somebody on the list, seats."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.services.allotting import Seats, allot_seats
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person


@pytest.fixture
def phone(hamlet_head: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """The phone of Thu, head of Đá Bạc."""
    return client_of(hamlet_head)


@pytest.fixture
def guest_of(an: Actor, dated: Dialogue) -> Callable[..., Guest]:
    """Return a function by which An puts somebody on the list."""

    def add(name: str = "Hoàng Văn Dần", **draft: object) -> Guest:
        return add_guest(actor=an, dialogue=dated, draft=GuestDraft(person=Person(name=name), **draft))  # type: ignore[arg-type]

    return add


@pytest.fixture
def allotment(an: Actor, dated: Dialogue, hamlets: list[Hamlet]) -> Allotment:
    """Two seats for Đá Bạc, names until 1 September."""
    [row] = allot_seats(actor=an, dialogue=dated, seats=Seats(2, date(2026, 9, 1)), hamlets=hamlets[:1])
    return row
