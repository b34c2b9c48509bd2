"""Limits and rules wired; the clerk keeps them, the head looks at them. What they hang on is a festival."""

from datetime import date

import pytest

from nghedan.config import roles
from nghedan.foundation.access import catalogue
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars import workflow as calendars
from nghedan.foundation.deadlines import permissions, workflow
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.services import set_deadlines
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Roll, Unit
from tests.support.things.models import Thing
from tests.support.wiring import wire

FRIDAY = date(2026, 9, 25)


def rule(code: str, days: int, unit: Unit, direction: Direction, rank: Rank = Rank.PLAN) -> DeadlineRule:
    return DeadlineRule(
        code=code, label=f"Việc {code}", anchor="held_on", days=days, unit=unit, direction=direction, rank=rank,
        basis="Quy chế lễ hội", roll=Roll.NEXT_WORKING if direction is Direction.AFTER else Roll.NONE,
    )  # fmt: skip


TELL = rule("tell", 7, Unit.DAY, Direction.BEFORE, Rank.LAW)
PREPARE = rule("prepare", 5, Unit.WORKING_DAY, Direction.BEFORE)
PAY = rule("pay", 10, Unit.DAY, Direction.AFTER, Rank.LAW)
TIDY = rule("tidy", 7, Unit.WORKING_DAY, Direction.AFTER, Rank.SUGGESTION)
RULES = (TELL, PREPARE, PAY, TIDY)


@pytest.fixture(autouse=True)
def _limits(monkeypatch: pytest.MonkeyPatch) -> None:
    wire(monkeypatch, calendars.MACHINES | workflow.MACHINES, frozenset({roles.CLERK}))
    monkeypatch.setitem(catalogue._holders, permissions.VIEW.code, frozenset({roles.CLERK, roles.HEAD}))
    for code in ("day_off.add", "day_off.edit", "day_off.end", "calendar.changed"):
        monkeypatch.setitem(subscriptions._handlers, code, ())


@pytest.fixture
def festival(locality: Locality) -> Thing:
    return Thing.objects.create(locality=locality, title="Lễ hội", state="open")


@pytest.fixture
def limits(an: Actor, festival: Thing) -> dict[str, Deadline]:
    """The limits of the festival, held on Friday 25/9/2026, by code."""
    rows = set_deadlines(actor=an, subject=festival, rules=RULES, anchors={"held_on": FRIDAY})
    return {row.rule_code: row for row in rows}
