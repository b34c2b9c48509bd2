"""What each sees, and the days at the edges."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, models, transaction

from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.organisations.queries import (
    bodies_on,
    bodies_visible_to,
    delegations_visible_to,
    hamlets_visible_to,
    officers_visible_to,
    posts_visible_to,
    units_visible_to,
)
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality

DAY = date(2026, 3, 10)
MODELS = (Body, Unit, Hamlet, Officer, Post, Delegation)


def test_a_clerk_sees_the_bodies_she_works_for(
    an: Actor,
    state_clerk: Actor,
    party_clerk: Actor,
    economist: Actor,
    giang: Actor,
    dung: Actor,
    committee: Body,
    party: Body,
) -> None:
    seen = {
        actor.label: set(bodies_visible_to(actor)) for actor in (an, state_clerk, party_clerk, economist, giang, dung)
    }
    assert list(seen.values()) == [{committee, party}, {committee}, {party}, {committee}, set(), set()]


@pytest.mark.parametrize("visible", [units_visible_to, hamlets_visible_to, officers_visible_to, posts_visible_to])
def test_staff_see_the_organisation_of_their_locality_and_nobody_else_does(
    visible: Callable[[Actor], models.QuerySet[models.Model]],
    economist: Actor, giang: Actor, dung: Actor, office: Unit, make_hamlet: Callable[..., Hamlet], chairman: Officer,
) -> None:  # fmt: skip
    make_hamlet("Lũng Mây")
    assert len(visible(economist)) >= 1
    assert [list(visible(stranger)) for stranger in (giang, dung)] == [[], []]


def test_the_public_sees_no_delegation(dung: Actor) -> None:
    assert list(delegations_visible_to(dung)) == []


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (None, date(2026, 3, 9), False),
        (date(2026, 3, 11), None, False),
        (date(2026, 3, 9), date(2026, 3, 11), True),
    ],
)
def test_first_and_last_day_count(committee: Body, first: date | None, last: date | None, there: bool) -> None:
    Body.objects.of(committee.locality).update(valid_from=first, valid_to=last)
    committee.refresh_from_db()
    assert bodies_on(committee.locality, DAY) == ([committee] if there else [])
    assert committee.is_valid_on(DAY) is there


def test_every_constraint_has_a_sentence_and_unique_ones_begin_with_the_locality() -> None:
    own = [(model, constraint) for model in MODELS for constraint in model._meta.constraints]
    silent = [c.name for _model, c in own if c.violation_error_message == c.default_violation_error_message]
    unique = [c for _model, c in own if isinstance(c, models.UniqueConstraint)]
    assert silent == []
    assert {constraint.fields[0] for constraint in unique} == {"locality"}


def refused(row: models.Model) -> bool:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False


def test_the_database_itself_refuses_what_may_never_be(
    locality: Locality, committee: Body, economy: Unit, chairman: Officer, deputy: Officer
) -> None:
    def post(**values: object) -> Post:
        return Post(**({"locality": locality, "officer": deputy, "title": "x", "state": "current"} | values))

    def delegation(**values: object) -> Delegation:
        given = {
            "locality": locality, "body": committee, "from_officer": chairman, "to_officer": deputy, "reason": "x",
            "document_number": "1", "valid_from": DAY, "valid_to": DAY, "state": "current",
        }  # fmt: skip
        return Delegation(**(given | values))

    rows = {
        "in no place": post(),
        "in two places": post(body=committee, unit=economy),
        "head and deputy": post(unit=economy, is_head=True, is_deputy=True),
        "a second head": post(body=committee, is_head=True),
        "ends before it begins": post(unit=economy, valid_from=DAY, valid_to=date(2026, 3, 9)),
        "to oneself": delegation(to_officer=chairman),
        "without days": delegation(valid_to=None),
        "neither paper nor debt": delegation(document_number=""),
        "the same unit twice": Unit(locality=locality, kind="economy", name=economy.name, state="current"),
        "the same kind of body twice": Body(locality=locality, kind=committee.kind, name="y", state="current"),
    }
    assert [what for what, row in rows.items() if not refused(row)] == []
    assert not refused(post(unit=economy, is_head=True))
    assert not refused(delegation())
