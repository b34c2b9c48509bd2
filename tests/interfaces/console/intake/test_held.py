"""What robots sent: seen by the clerk, let in or discarded, many at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, submit_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE, words_of

HELD = f"{CONSOLE}intake/held/"
QUERIES = 5

pytestmark = pytest.mark.usefixtures("frozen_today")


def sent(dung: Actor, body: Body, *said: str) -> list[Opinion]:
    return [
        submit_opinion(actor=dung, body=body, draft=OpinionDraft(words, Origin.PORTAL), key=words, is_suspect=True)
        for words in said
    ]


def test_the_marked_ones_are_let_in_in_the_order_they_came(clerk: Client, dung: Actor, committee: Body) -> None:
    first, second, robot = sent(dung, committee, "Cầu hỏng", "Xin điện", "Mua ngay")
    clerk.post(HELD, {"chosen": [second.public_id, first.public_id], "move": "opinion.let_in"})
    clerk.post(HELD, {"chosen": [robot.public_id], "move": "opinion.discard"})
    rows = Opinion.objects.of(committee.locality).order_by("pk").values_list("number", "state")
    assert list(rows) == [(1, "received"), (2, "received"), (None, "discarded")]
    assert "Không có tin nào bị tạm giữ" in words_of(clerk.get(HELD))


@pytest.mark.parametrize(
    "typed",
    [{"move": "opinion.let_in"}, {"chosen": "x", "move": "opinion.let_in"}, {"chosen": "x"}],
    ids=["none", "unknown", "no-move"],
)
def test_nothing_marked_changes_nothing(typed: dict[str, str], clerk: Client, dung: Actor, committee: Body) -> None:
    sent(dung, committee, "Cầu hỏng")
    assert clerk.post(HELD, typed).status_code == 422
    assert Opinion.objects.of(committee.locality).get().state == "held"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_every_length(
    rows: int, clerk: Client, dung: Actor, committee: Body
) -> None:
    sent(dung, committee, *(f"Ý kiến {n}" for n in range(rows)))
    clerk.get(HELD)
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(HELD)
    assert (len(page.context["rows"]), len(counted)) == (rows, QUERIES)


def test_only_the_clerk_sees_them(
    head: Client, officer: Client, stranger: Client, dung: Actor, committee: Body
) -> None:
    sent(dung, committee, "Cầu hỏng")
    assert [one.get(HELD).status_code for one in (head, officer, stranger)] == [403, 403, 404]
