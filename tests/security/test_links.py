"""Nobody is led to a refusal: every link on every page opens for whom it is shown."""

from collections.abc import Iterable
from datetime import date
from http import HTTPStatus

import pytest
from django.core.cache import cache

from nghedan.config import roles
from nghedan.domain.dialogues.models import Presiding
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import Plan, PlanItem
from nghedan.foundation.access.scope import BODY, Scope
from tests.security.place import Place
from tests.security.walking import followed
from tests.support import people

WALKED = ("clerk", "head", "receiver", "officer", "hamlet_head", "observer", "administrator", "party_head")
"""Who walks in the usual run, seeing two rows of a kind; in the long one everybody sees all of them."""


@pytest.fixture
def planned(lived: Place) -> Place:
    """The lived dialogue, carried out for a plan of the committee and one of the Party, whose head presides too."""
    cache.clear()  # public pages are kept by address, and every place has the same
    dialogue = lived.dialogue
    for body in (lived.committee, lived.party):
        dialogue.items.add(_item(lived, body))
    beside = Presiding(locality=lived.locality, dialogue=dialogue, part="co_chair", position=2, body=lived.party)
    beside.state = "current"
    beside.save()
    reach = Scope(BODY, lived.party.pk)
    lived.actors["party_head"] = people.staff("yen", "Lò Thị Yên", lived.locality, roles.HEAD, reach)
    return lived


def _item(place: Place, body: Body) -> PlanItem:
    plan = Plan(locality=place.locality, body=body, year=2026, title="Đối thoại năm 2026", state="issued")
    plan.number, plan.issued_on = "12/KH", date(2026, 1, 20)
    plan.save()
    item = PlanItem(
        locality=place.locality, plan=plan, position=1, kind="regular", openness="open", year=2026, quarter=2,
        state="current",
    )  # fmt: skip
    item.save()
    return item


def refused(place: Place, roles_asked: Iterable[str], most: int) -> dict[str, list[str]]:
    """Return role -> the links that ended in a refusal, and on which page they are shown."""
    start = f"/console/{place.locality.slug}/"
    spaces = (start, f"/stage/{place.locality.slug}/", f"/{place.locality.slug}/")
    found = {}
    for role in roles_asked:
        walked = list(followed(place.client(role), start, spaces, most))
        assert len(walked) > 10, role
        found[role] = [f"{status} {to} on {page}" for to, page, status in walked if status >= HTTPStatus.BAD_REQUEST]
    return found


def test_every_link_opens_for_whom_it_is_shown(planned: Place) -> None:
    assert refused(planned, WALKED, most=2) == {role: [] for role in WALKED}


@pytest.mark.long
def test_every_link_of_every_row_opens(planned: Place) -> None:
    everybody = [role for role in planned.actors if role != "stranger"]
    assert refused(planned, everybody, most=50) == {role: [] for role in everybody}
