"""The page of a conclusion: drafted by one press, what is missing first, fixed while it is signed."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import submit_paper
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of
from tests.support.aftermath import Held

pytestmark = pytest.mark.django_db


def at(held: Held, rest: str = "") -> str:
    return f"{CONSOLE}dialogues/{held.dialogue.public_id}/conclusion/{rest}"


def items(held: Held) -> list[ConclusionItem]:
    return list(ConclusionItem.objects.of(held.dialogue.locality).order_by("position"))


def test_one_press_drafts_it_and_what_is_missing_comes_first(clerk: Client, held: Held) -> None:
    assert "Lập nội dung kết luận từ kết quả hội nghị" in words_of(clerk.get(at(held)))
    told = words_of(clerk.post(at(held, "draft/"), follow=True))
    assert "Đã lập thêm 5 nội dung." in told
    assert "Bổ sung 2 nội dung còn thiếu" in told
    assert "Chưa có đơn vị chủ trì, thời hạn" in told
    assert "Không có nội dung mới" in words_of(clerk.post(at(held, "draft/"), follow=True))


def test_an_item_gets_its_unit_and_day(clerk: Client, an: Actor, held: Held, economy: Unit) -> None:
    bridge = draft_items(actor=an, dialogue=held.dialogue)[1]
    page = at(held, f"{bridge.public_id}/")
    sent = filled(clerk.get(page).context["form"]) | {"unit": economy.public_id, "due_on": "1/4/2026"}
    assert clerk.post(page, sent).status_code == HTTPStatus.FOUND
    bridge.refresh_from_db()
    assert (bridge.unit, bridge.due_on.isoformat() if bridge.due_on else "") == (economy, "2026-04-01")
    late = clerk.post(page, sent | {"text": "Khác"})
    assert late.status_code == HTTPStatus.CONFLICT
    assert "Khác" in late.content.decode()


def test_a_refused_item_keeps_what_was_typed(clerk: Client, held: Held) -> None:
    page = at(held, "new/")
    sent = {"form_key": form_key(clerk, page), "text": "Việc chung", "group": "general", "due_on": "1/1/2026"}
    answer = clerk.post(page, sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Việc chung" in answer.content.decode()
    for _time in range(2):
        assert clerk.post(page, sent | {"due_on": ""}).status_code == HTTPStatus.FOUND
    assert [item.text for item in items(held)] == ["Việc chung"]


def test_items_move_leave_and_come_back(clerk: Client, an: Actor, held: Held) -> None:
    road, bridge, *_rest = draft_items(actor=an, dialogue=held.dialogue)
    clerk.post(at(held, f"{bridge.public_id}/move/"), {"to": "up"})
    assert [item.pk for item in items(held)][:2] == [bridge.pk, road.pk]
    clerk.post(at(held, f"{road.public_id}/end/"))
    assert "Nội dung đã bỏ khỏi kết luận" in words_of(clerk.get(at(held)))
    clerk.post(at(held, f"{road.public_id}/restore/"))
    road.refresh_from_db()
    assert road.state == "current"


def test_while_it_is_signed_it_says_so_and_changes_nothing(clerk: Client, an: Actor, completed: Held) -> None:
    submit_paper(actor=an, paper=draft_paper(actor=an, dialogue=completed.dialogue, code="conclusion"))
    told = words_of(clerk.get(at(completed)))
    assert "Thông báo kết luận đang trình ký" in told
    assert "Lập thêm nội dung mới" not in told
    first = items(completed)[0]
    refused = words_of(clerk.post(at(completed, f"{first.public_id}/end/"), follow=True))
    assert "Thông báo kết luận đang trình ký" in refused
    first.refresh_from_db()
    assert first.state == "current"


def test_officers_and_strangers_do_not_read_it(officer: Client, stranger: Client, head: Client, held: Held) -> None:
    answers = [client.get(at(held)).status_code for client in (officer, stranger, head)]
    assert answers == [HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND, HTTPStatus.OK]


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_one_item_as_for_three(
    clerk: Client, an: Actor, held: Held, count: int, django_assert_num_queries: Any
) -> None:
    drafted = draft_items(actor=an, dialogue=held.dialogue)
    ConclusionItem.objects.of(held.dialogue.locality).filter(pk__in=[one.pk for one in drafted[count:]]).delete()
    clerk.get(at(held))
    with django_assert_num_queries(11):
        clerk.get(at(held))
