"""What belongs to another locality does not exist, whichever way one asks for it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from nghedan.config import roles
from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.dialogues.models import Dialogue, Proposal, Task, VoterRequest
from nghedan.domain.followup.models import Commitment, Extension
from nghedan.domain.hall.models import (
    AgendaItem,
    Attendance,
    LessonPoint,
    Minutes,
    MinutesLine,
    Outcome,
    SpeakerRequest,
    Turn,
)
from nghedan.domain.invitations.models import Allotment, Guest, GuestList
from nghedan.domain.matters.models import Field, Matter, Petition
from nghedan.domain.opinions.models import AwaitedReport, Channel, Opinion, OpinionList, Sheet, Stack
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.plans.models import Duty, Plan, PlanItem, PlanReading
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.cli.demonstration.build import build
from nghedan.interfaces.cli.demonstration.stories import COLLECTING, STORIES
from tests.architecture.addresses import ADDRESSES, SAMPLES, names_in, path_of
from tests.support import people
from tests.support.clients import client_of

CONSOLE = {name: route for name, (route, _view) in ADDRESSES.items() if name.startswith(("console:", "stage:"))}
NOT_THERE = HTTPStatus.NOT_FOUND
NOT_THAT_WAY = HTTPStatus.METHOD_NOT_ALLOWED

NAMES: dict[str, Any] = {
    "body_id": Body, "delegation_id": Delegation, "dialogue_id": Dialogue, "duty_id": Duty, "grant_id": RoleGrant,
    "hamlet_id": Hamlet, "item_id": PlanItem, "limit_id": Deadline, "officer_id": Officer, "plan_id": Plan,
    "post_id": Post, "proposal_id": Proposal, "reading_id": PlanReading, "request_id": VoterRequest, "task_id": Task,
    "unit_id": Unit, "public_id": Plan, "opinion_id": Opinion, "sheet_id": Sheet, "stack_id": Stack,
    "matter_id": Matter, "petition_id": Petition, "field_id": Field, "restricted_id": Opinion,
    "guest_id": Guest, "allotment_id": Allotment, "guest_list_id": GuestList,
    "list_id": OpinionList, "report_id": AwaitedReport, "channel_id": Channel,
    "speaker_id": SpeakerRequest, "turn_id": Turn, "outcome_id": Outcome, "agenda_id": AgendaItem,
    "attendance_id": Attendance, "line_id": MinutesLine, "point_id": LessonPoint,
    "conclusion_item_id": ConclusionItem, "commitment_id": Commitment, "extension_id": Extension,
}  # fmt: skip
"""Open part of an address -> the table whose rows it names."""

PLAIN = {"locality", "code", "ending", "move", "part", "screen", "year"}
"""Open parts that name no row."""


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(CONSOLE))
def test_staff_of_another_locality_find_nothing(name: str, locality: Locality, giang: Actor) -> None:
    client = client_of(giang)
    here = path_of(CONSOLE[name])
    assert (client.get(here).status_code, client.post(here).status_code) == (NOT_THERE, NOT_THERE)


@pytest.fixture
def everywhere() -> tuple[Locality, Locality]:
    """Two localities at the same point of the same story, each with rows of every kind."""
    story = next(story for story in STORIES if story.stage == COLLECTING)
    names = ("cho-moi", "cho-cu")
    here, elsewhere = (build(replace(story, slug=name), random.Random(1)).locality for name in names)
    for place in (here, elsewhere):
        give_paper(place)
        give_hall(place)
    give_aftermath(here)
    give_aftermath(elsewhere)
    return here, elsewhere


def give_paper(locality: Locality) -> None:
    """Store an opinion, a stack with a sheet, a list, a report awaited and an open channel."""
    body = Body.objects.of(locality).first()
    assert body is not None
    receive_opinion(actor=Actor.system(locality), body=body, draft=OpinionDraft("Cầu hỏng", Origin.SLIP))
    place = {"locality": locality, "body": body, "received_on": clock.today()}
    stack = Stack(**place, state="split")
    stack.save()
    Sheet(**place, stack=stack, state="waiting").save()
    OpinionList(**place, state="staged").save()
    Channel(locality=locality, origin="phone", details="0200 000 000", state="current").save()
    dialogue = Dialogue.objects.of(locality).first()
    assert dialogue is not None
    unit = Unit.objects.of(locality).first()
    Allotment(locality=locality, dialogue=dialogue, unit=unit, seats=2, state="open").save()
    Guest(locality=locality, dialogue=dialogue, number=1, post_title="Bí thư Chi bộ", state="listed").save()
    GuestList(locality=locality, dialogue=dialogue, state="staged").save()
    AwaitedReport(locality=locality, dialogue=dialogue, sender="Hội Nông dân", subject="Tình hình", state="awaited").save()  # fmt: skip  # noqa: E501


def give_aftermath(locality: Locality) -> None:
    """Store an item of a conclusion, the commitment it led to, and a request for more time."""
    dialogue, unit = Dialogue.objects.of(locality).first(), Unit.objects.of(locality).first()
    place = {"locality": locality, "dialogue": dialogue, "text": "Sửa cầu"}
    item = ConclusionItem(**place, state="current")
    item.save()
    days = {"due_on": clock.today(), "first_due_on": clock.today()}
    commitment = Commitment(**place, **days, item=item, unit=unit, state="open")
    commitment.save()
    days = {"old_due_on": clock.today(), "new_due_on": clock.today()}
    Extension(locality=locality, commitment=commitment, **days, reason="Mưa", state="asked").save()


def give_hall(locality: Locality) -> None:
    """Store an item of the programme, somebody who speaks, and what came of a matter."""
    dialogue, matter = Dialogue.objects.of(locality).first(), Matter.objects.of(locality).first()
    assert dialogue is not None
    assert matter is not None
    place = {"locality": locality, "dialogue": dialogue}
    AgendaItem(**place, position=1, title="Khai mạc", state="planned").save()
    asked = SpeakerRequest(**place, number=1, state="called")
    asked.save()
    Turn(**place, request=asked, started_at=clock.now(), state="speaking").save()
    Outcome(**place, matter=matter, kind="answered", state_before="screened", state="standing").save()
    Attendance(**place, arrived_at=clock.now(), state="present").save()
    minutes = Minutes(**place, state="growing")
    minutes.save()
    MinutesLine(locality=locality, minutes=minutes, kind="note", at=clock.now(), position=1, text="Ghi", state="standing").save()  # fmt: skip  # noqa: E501
    LessonPoint(**place, kind="to_do", text="Thử loa", state="noted").save()


def ids_in(locality: Locality) -> dict[str, str]:
    """Return one row's public id for every name."""
    rows = {name: model.objects.of(locality).first() for name, model in NAMES.items()}
    user = User.objects.filter(username=f"vanphong.{locality.slug}").first()
    return {name: row.public_id for name, row in {**rows, "user_id": user}.items() if row is not None}


def crossings(own: dict[str, str], foreign: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every console address with one foreign id in it, all other parts being one's own."""
    for name, route in sorted(CONSOLE.items()):
        for part in names_in(route):
            if part in foreign:
                yield f"{name} {part}", path_of(route, {**SAMPLES, **own, "code": "plan", part: foreign[part]})


@pytest.mark.django_db
def test_rows_of_another_locality_do_not_exist_under_the_own_address(everywhere: tuple[Locality, Locality]) -> None:
    here, elsewhere = everywhere
    account = people.user("tat-ca", "Người có mọi vai trò")
    for role in roles.LABELS:
        people.grant(account, here, role)
    client = Client()
    client.force_login(account)
    own, foreign = {**ids_in(here), "locality": here.slug}, ids_in(elsewhere)
    assert set(foreign) == {*NAMES, "user_id"}
    asked = list(crossings(own, foreign))
    assert len(asked) > 60
    found = []
    for name, address in asked:
        answers = (client.get(address).status_code, client.post(address).status_code)
        if NOT_THERE not in answers or not {*answers} <= {NOT_THERE, NOT_THAT_WAY}:
            found.append(f"{name}: {answers}")
    assert found == []


def test_every_open_part_of_an_address_is_known_here() -> None:
    """A new kind of id needs its table in ``NAMES``, or its reason below."""
    elsewhere_tested = {
        "user_id": "an account, looked up by name",
        "paper_id": "a signed copy, an official paper: tests/interfaces/console/plans and documents",
        "scan_id": "a scan of signatures: tests/interfaces/console/dialogues",
        "instruction_id": "an instruction: tests/interfaces/console/today",
        "day_id": "a day off: tests/interfaces/console/settings",
        "bounce_id": "a matter given back: tests/interfaces/console/matters",
        "block_id": "a unit's passage: tests/interfaces/console/work",
        "file_id": "a file of an answer: tests/interfaces/console/work",
        "referral_id": "what was sent on: tests/interfaces/console/letters",
        "verdict_id": "what somebody said of an answer: tests/interfaces/console/letters",
        "posting_id": "a line of the log of notices: tests/interfaces/console/notices",
    }
    used = {part for route in CONSOLE.values() for part in names_in(route)}
    assert used - PLAIN - {*NAMES} == {*elsewhere_tested}
