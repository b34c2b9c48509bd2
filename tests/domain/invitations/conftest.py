"""Fixtures of invitations: a dated dialogue, people in office, a delegate by name, seats for a hamlet."""

from collections.abc import Callable
from datetime import date, time

import pytest

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.services.allotting import Seats, allot_seats
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest
from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from tests.support import people

HELD_ON = date(2026, 4, 15)


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, committee: Body) -> Dialogue:
    """A dialogue on Wednesday 15 April 2026 at half past seven in the hall of the commune."""
    draft = planning.DialogueDraft(theme="Đường liên thôn", participants=("Thường trực HĐND xã", "Hội Nông dân xã"))
    row = planning.plan_dialogue(actor=an, body=committee, draft=draft)
    row = schedule_dialogue(actor=an, dialogue=row, held_on=HELD_ON)
    Dialogue.objects.of(row.locality).filter(pk=row.pk).update(starts_at=time(7, 30), venue="Hội trường UBND xã")
    return Dialogue.objects.of(row.locality).select_related("body__locality", "locality").get(pk=row.pk)


@pytest.fixture
def appointed(locality: Locality) -> Callable[..., Post]:
    """Return a function that puts somebody into office."""

    def appoint(name: str, title: str, place: Body | Unit | Hamlet, *, is_head: bool = False) -> Post:
        officer = Officer(locality=locality, full_name=name, state="current")
        officer.save()
        where = {type(place).__name__.lower(): place}
        post = Post(locality=locality, officer=officer, title=title, is_head=is_head, state="current", **where)
        post.save()
        return post

    return appoint


@pytest.fixture
def chair(appointed: Callable[..., Post], committee: Body) -> Post:
    return appointed("Trần Văn Bình", "Chủ tịch UBND xã", committee, is_head=True)


@pytest.fixture
def guest_of(an: Actor, dialogue: Dialogue) -> Callable[..., Guest]:
    """Return a function by which An puts somebody on the list."""

    def add(name: str = "Hoàng Văn Dần", **draft: object) -> Guest:
        person = Person(name=name, phone="0900 000 001") if name else Person()
        return add_guest(actor=an, dialogue=dialogue, draft=GuestDraft(person=person, **draft))  # type: ignore[arg-type]

    return add


@pytest.fixture
def allotment(an: Actor, dialogue: Dialogue, hamlets: list[Hamlet]) -> Allotment:
    """Two seats for Thôn Đá Bạc, names until 8 April."""
    [row] = allot_seats(actor=an, dialogue=dialogue, seats=Seats(2, date(2026, 4, 8)), hamlets=hamlets[:1])
    return row


@pytest.fixture
def other_hamlet_head(locality: Locality, hamlets: list[Hamlet]) -> Actor:
    """Phúc, head of Lân Hạ."""
    return people.staff("phuc", "Lý Văn Phúc", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlets[1].pk))


@pytest.fixture
def observer(locality: Locality) -> Actor:
    return people.staff("oanh", "Đinh Thị Oanh", locality, roles.OBSERVER)
