"""The queue: the oldest first, and many that are alike in one press."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.queries import times_raised_of
from nghedan.domain.opinions.models import Opinion
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE

pytestmark = pytest.mark.django_db

QUEUE = f"{CONSOLE}classify/"
QUERIES = 6
Told = Callable[[str], Opinion]


def numbers(page: Any) -> list[str]:
    return [row.number for row in page.context["rows"]]


def sent(client: Client, fields: dict[str, Field], opinions: list[Opinion], **typed: str) -> Any:
    chosen = {"kind": "petition", "field": fields["transport"].public_id, "title": ""}
    return client.post(QUEUE, {**chosen, "opinion": [one.public_id for one in opinions], **typed})


@pytest.mark.parametrize("rows", [1, 3])
def test_the_oldest_comes_first_at_the_same_cost(
    rows: int, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    for place in range(rows):
        told(f"Ý kiến thứ {place}")
    clerk.get(QUEUE)
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(QUEUE)
    assert (numbers(page), len(counted)) == ([f"{place}/2026" for place in range(1, rows + 1)], QUERIES)


def test_those_alike_are_ticked_on_request(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    alike = [told("Đường thôn Nà Lốc nhiều ổ gà"), told("Duong thon Na Loc nhieu o ga qua")]
    told("Rác đổ ven suối cả tuần")
    assert [row.alike for row in clerk.get(QUEUE).context["rows"]] == [2, 2, 0]
    rows = clerk.get(QUEUE, {"alike": alike[0].public_id}).context["rows"]
    assert [row.is_ticked for row in rows] == [True, True, False]


def test_many_get_one_matter_in_one_press(clerk: Client, fields: dict[str, Field], told: Told, an: Actor) -> None:
    opinions = [told("Đường hỏng"), told("Đường hỏng quá"), told("Rác")]
    sent(clerk, fields, opinions[:2], do="one", title="Sửa đường")
    [matter] = Matter.objects.of(an.locality)  # type: ignore[arg-type]
    assert (matter.title, times_raised_of([matter])[matter.pk], numbers(clerk.get(QUEUE))) == (
        "Sửa đường",
        2,
        ["3/2026"],
    )


def test_or_a_matter_each(clerk: Client, fields: dict[str, Field], told: Told, an: Actor) -> None:
    sent(clerk, fields, [told("Đường hỏng ở đầu thôn"), told("Cầu hỏng ở cuối thôn")], do="each")
    titles = [one.title for one in Matter.objects.of(an.locality).order_by("pk")]  # type: ignore[arg-type]
    assert titles == ["Đường hỏng ở đầu thôn", "Cầu hỏng ở cuối thôn"]


def test_all_or_none(clerk: Client, fields: dict[str, Field], told: Told, an: Actor) -> None:
    told("Đường hỏng")
    assert sent(clerk, fields, [], do="one").status_code == 422
    assert Matter.objects.of(an.locality).count() == 0  # type: ignore[arg-type]


def test_only_who_classifies_opens_it(
    head: Client, officer: Client, stranger: Client, fields: dict[str, Field]
) -> None:
    assert [client.get(QUEUE).status_code for client in (head, officer, stranger)] == [403, 403, 404]
