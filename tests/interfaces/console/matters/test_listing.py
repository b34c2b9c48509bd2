"""The list of matters: who sees what, narrowed, handed out, given to a unit."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.config import roles
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services import assigning
from nghedan.domain.matters.terms import Competence, MatterState
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.reading import CONSOLE, words_of
from tests.support import people

MATTERS = f"{CONSOLE}matters/"


def titles(client: Client, **asked: str) -> list[str]:
    return [row.title for row in client.get(MATTERS, asked).context["rows"]]


def test_each_sees_the_matters_of_their_reach(
    an: Actor, clerk: Client, head: Client, officer: Client, supporter: Client, watcher: Client, stranger: Client,
    state_clerk: Actor, party_clerk: Actor, client_of: Callable[[Actor], Client],
    raised: Callable[..., Matter], economy: Unit, culture: Unit,
) -> None:  # fmt: skip
    assigning.assign_matter(actor=an, matter=raised("Sửa đường"), unit=economy, supports=[culture])
    assigning.assign_matter(actor=an, matter=raised("Đèn đường"), unit=economy)
    raised("Chưa giao")
    everything = ["Chưa giao", "Đèn đường", "Sửa đường"]
    seen = {
        "clerk": clerk, "head": head, "watcher": watcher, "state clerk": client_of(state_clerk), "officer": officer,
        "supporter": supporter, "party clerk": client_of(party_clerk),
    }  # fmt: skip
    assert {who: titles(client) for who, client in seen.items()} == {
        "clerk": everything, "head": everything, "watcher": everything, "state clerk": everything,
        "officer": ["Đèn đường", "Sửa đường"], "supporter": ["Sửa đường"], "party clerk": [],
    }  # fmt: skip
    assert stranger.get(MATTERS).status_code == 404


def test_a_hamlet_head_sees_what_she_handed_in_and_no_answer(
    locality: Locality, hamlet: Hamlet, given: Matter, client_of: Callable[[Actor], Client]
) -> None:
    leader = people.staff("pao", "Giàng A Páo", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk))
    assert titles(client_of(leader)) == []


def test_a_list_is_narrowed_by_what_its_address_says(
    an: Actor, clerk: Client, raised: Callable[..., Matter], economy: Unit, hamlet: Hamlet
) -> None:
    road = assigning.assign_matter(actor=an, matter=raised("Sửa đường thôn", hamlet=hamlet), unit=economy)
    raised("Trường mầm non")
    assert titles(clerk, words="duong") == ["Sửa đường thôn"]
    assert titles(clerk, state="screened") == ["Trường mầm non"]
    assert titles(clerk, unit=economy.public_id) == ["Sửa đường thôn"]
    assert titles(clerk, hamlet=hamlet.public_id) == ["Sửa đường thôn"]
    assert titles(clerk, field=road.field.public_id if road.field else "") == ["Trường mầm non", "Sửa đường thôn"]
    assert titles(clerk, year="2025") == []
    assert titles(clerk, level="conduct") == []
    assert len(titles(clerk, state="nonsense", unit="nonsense", year="nonsense", before="nonsense")) == 2


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_list_goes_on_by_number_with_the_same_queries(
    an: Actor, clerk: Client, raised: Callable[..., Matter], economy: Unit, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        assigning.assign_matter(actor=an, matter=raised(f"Việc {number}"), unit=economy)
    clerk.get(MATTERS)
    with django_assert_num_queries(12):
        page = clerk.get(MATTERS)
    found = [row.title for row in page.context["rows"]]
    while following := page.context["following"]:
        page = clerk.get(f"{MATTERS}{following}")
        found += [row.title for row in page.context["rows"]]
    assert found == [f"Việc {number}" for number in reversed(range(count))]


def test_the_list_is_handed_out_with_answers_only_for_who_reads_them(
    clerk: Client, given: Matter, answered: Any
) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(clerk.get(f"{MATTERS}list.xlsx").content)).active
    heading, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    told = dict(zip(heading, row, strict=True))
    assert (told["Số"], told["Nội dung"], told["Số lượt nêu"], told["Đơn vị chủ trì"], told["Trả lời"]) == (
        "1/2026", "Sửa đường thôn Nà Lốc", 1, "Phòng Kinh tế", "Đã bố trí vốn sửa đường trong quý II.",
    )  # fmt: skip


def test_many_matters_are_given_to_one_unit(
    clerk: Client, officer: Client, raised: Callable[..., Matter], economy: Unit
) -> None:
    first, second = raised("Sửa đường"), raised("Sửa cầu")
    sent = {"unit": economy.public_id, "matter": [first.public_id, second.public_id]}
    assert officer.post(f"{MATTERS}assign/", sent).status_code == 403
    assert clerk.post(f"{MATTERS}assign/", sent).status_code == 302
    assert {row.state for row in Matter.objects.of(economy.locality)} == {MatterState.ASSIGNED}


def test_what_stands_against_one_is_told_and_none_is_given(
    clerk: Client, raised: Callable[..., Matter], economy: Unit
) -> None:
    ours, theirs = raised("Sửa đường"), raised("Quốc lộ hỏng", competence=Competence.OTHER)
    sent = {"unit": economy.public_id, "matter": [ours.public_id, theirs.public_id]}
    page = clerk.post(f"{MATTERS}assign/", sent)
    assert page.status_code == 409
    assert "2/2026: Nội dung không thuộc thẩm quyền" in words_of(page)
    assert {row.state for row in Matter.objects.of(economy.locality)} == {MatterState.SCREENED}
    assert clerk.post(f"{MATTERS}assign/", {"unit": economy.public_id}).status_code == 422
