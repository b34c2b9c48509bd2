"""What belongs to another locality does not exist, whichever way one asks for it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue, Proposal, Task, VoterRequest
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.plans.models import Duty, Plan, PlanItem, PlanReading
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.cli.demonstration.build import build
from nghedan.interfaces.cli.demonstration.stories import DATED, STORIES
from tests.architecture.addresses import ADDRESSES, SAMPLES, names_in, path_of
from tests.support import people
from tests.support.clients import client_of

CONSOLE = {name: route for name, (route, _view) in ADDRESSES.items() if name.startswith("console:")}
NOT_THERE = HTTPStatus.NOT_FOUND
NOT_THAT_WAY = HTTPStatus.METHOD_NOT_ALLOWED

NAMES: dict[str, Any] = {
    "body_id": Body, "delegation_id": Delegation, "dialogue_id": Dialogue, "duty_id": Duty, "grant_id": RoleGrant,
    "hamlet_id": Hamlet, "item_id": PlanItem, "limit_id": Deadline, "officer_id": Officer, "plan_id": Plan,
    "post_id": Post, "proposal_id": Proposal, "reading_id": PlanReading, "request_id": VoterRequest, "task_id": Task,
    "unit_id": Unit, "public_id": Plan,
}  # fmt: skip
"""Open part of an address -> the table whose rows it names."""

PLAIN = {"locality", "code", "ending", "part", "year"}
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
    story = next(story for story in STORIES if story.stage == DATED)
    names = ("cho-moi", "cho-cu")
    here, elsewhere = (build(replace(story, slug=name), random.Random(1)).locality for name in names)
    return here, elsewhere


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
        "paper_id": "a signed copy: tests/interfaces/console/plans",
        "scan_id": "a scan of signatures: tests/interfaces/console/dialogues",
        "instruction_id": "an instruction: tests/interfaces/console/today",
        "day_id": "a day off: tests/interfaces/console/settings",
    }
    used = {part for route in CONSOLE.values() for part in names_in(route)}
    assert used - PLAIN - {*NAMES} == {*elsewhere_tested}
