"""Search: found with or without marks, and only what the reader may see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox.worker import run_once
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import CONSOLE, words_of

SEARCH = f"{CONSOLE}search/"


def drain() -> None:
    while run_once():
        pass


def found(client: Client, text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.title) for one in client.get(SEARCH, {"q": text}).context["found"]]


def test_plans_and_dialogues_are_found_without_marks(clerk: Client, dialogue: Dialogue) -> None:
    drain()
    assert found(clerk, "duong lien thon") == [
        ("Đối thoại", "Đường liên thôn"),
        ("Kế hoạch", "Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2026"),
    ]
    assert clerk.get(SEARCH, {"q": "Đường liên thôn"}).context["found"][0].href == at(dialogue)
    assert found(clerk, "05/KH-UBND") == [("Kế hoạch", "Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2026")]
    assert found(clerk, "mỏ đá") == []


def test_new_words_are_found_and_old_ones_forgotten(an: Actor, clerk: Client, dialogue: Dialogue) -> None:
    planning.edit_dialogue(actor=an, dialogue=dialogue, changes={"theme": "Nước sạch", "topics": ["Giếng khoan"]})
    drain()
    assert found(clerk, "giếng khoan") == [("Đối thoại", "Nước sạch")]
    assert ("Đối thoại", "Nước sạch") not in found(clerk, "đường liên thôn")


def test_each_finds_only_what_they_may_see(
    an: Actor,
    party: Body,
    state_clerk: Actor,
    stranger: Client,
    dialogue: Dialogue,
    client_of: Callable[[Actor], Client],
) -> None:
    planning.plan_dialogue(actor=an, body=party, draft=planning.DialogueDraft(theme="Sinh hoạt chi bộ thôn"))
    drain()
    assert found(client_of(an), "sinh hoạt chi bộ") == [("Đối thoại", "Sinh hoạt chi bộ thôn")]
    assert found(client_of(state_clerk), "sinh hoạt chi bộ") == []
    assert stranger.get(SEARCH, {"q": "thôn"}).status_code == 404
    assert stranger.get("/console/go-nang/search/", {"q": "thôn"}).context["found"] == []


def test_the_box_stands_on_every_page_and_nothing_typed_is_told_what_to_do(clerk: Client, committee: Body) -> None:
    assert f'action="{SEARCH}"' in clerk.get(CONSOLE).content.decode()
    assert "Gõ vài từ vào ô tìm kiếm" in words_of(clerk.get(SEARCH))


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_list_goes_on_by_place_with_the_same_queries(
    an: Actor, clerk: Client, committee: Body, count: int, django_assert_num_queries: Callable[[int], Any]
) -> None:
    for number in range(count):
        planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme=f"Nước sạch {number}"))
    drain()
    clerk.get(SEARCH)
    with django_assert_num_queries(6):
        page = clerk.get(SEARCH, {"q": "nước sạch"})
    titles = [one.title for one in page.context["found"]]
    while following := page.context["following"]:
        page = clerk.get(f"{SEARCH}{following}")
        titles += [one.title for one in page.context["found"]]
    assert sorted(titles) == sorted(f"Nước sạch {number}" for number in range(count))
    assert clerk.get(SEARCH, {"q": "nước", "after": "1.2.x"}).status_code == 200
