"""The public result on the staff's pages: shown to the head, published on the word or after 24 hours, taken down."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.plans.terms import Openness
from nghedan.domain.reports.models import PublicResult
from nghedan.domain.reports.services.publishing import show_result
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.interfaces.console.reading import filled, words_of
from tests.support.aftermath import Held

NOON = datetime(2026, 3, 10, 12, tzinfo=clock.LOCAL_ZONE)
DAY = timedelta(hours=24)


def at(dialogue: Dialogue, move: str = "") -> str:
    ids = {"locality": "suoi-lanh", "dialogue_id": dialogue.public_id}
    return reverse("console:public-result-move", kwargs={**ids, "move": move}) if move else reverse("console:public-result", kwargs=ids)  # fmt: skip  # noqa: E501


def send(browser: Client, dialogue: Dialogue, move: str, **typed: Any) -> Any:
    """Send the form of a move as it stands, with what was typed."""
    fresh = browser.get(at(dialogue, move))
    return browser.post(at(dialogue, move), {**filled(fresh.context["form"]), **typed})


def state_of(held: Held) -> str:
    return PublicResult.objects.of(held.dialogue.locality).get().state


@pytest.fixture
def shown(an: Actor, held: Held) -> PublicResult:
    """The page, sent to Bình at noon."""
    with clock.frozen(NOON):
        return show_result(actor=an, dialogue=held.dialogue, foreword="Cảm ơn bà con.")


def test_the_clerk_shows_it_once_and_everybody_else_looks(clerk: Client, head: Client, held: Held) -> None:
    page = clerk.get(at(held.dialogue))
    assert "5 nội dung chưa có lời văn công khai" in words_of(page)
    sent = {"form_key": page.context["form_key"], "foreword": "Cảm ơn bà con."}
    assert [clerk.post(at(held.dialogue), sent).status_code for _again in range(2)] == [302, 302]
    assert PublicResult.objects.of(held.dialogue.locality).count() == 1
    assert "Cảm ơn bà con." in words_of(head.get(at(held.dialogue)))
    assert head.post(at(held.dialogue), sent).status_code in (400, 403, 422)


def test_what_has_no_public_page_says_why(clerk: Client, held: Held) -> None:
    rows = Dialogue.objects.of(held.dialogue.locality).filter(pk=held.dialogue.pk)
    cases: list[dict[str, object]] = [
        {"openness": Openness.INTERNAL}, {"openness": Openness.OPEN, "state": DialogueState.IN_SESSION},
    ]  # fmt: skip
    told = []
    for changes in cases:
        rows.update(**changes)
        page = clerk.get(at(held.dialogue))
        told.append((page.context["refusal"], page.context["may_show"]))
        assert clerk.post(at(held.dialogue), {"form_key": page.context["form_key"]}).status_code == 409
    assert told == [
        ("Hội nghị nội bộ không có trang kết quả công khai; xin gửi kết quả cho người dự bằng văn bản.", False),
        ("Hội nghị chưa bế mạc nên chưa có kết quả để công khai; xin quay lại sau khi bế mạc.", False),
    ]


@pytest.mark.parametrize(("after", "opens"), [(DAY - timedelta(minutes=1), False), (DAY, True)])
def test_it_appears_by_itself_after_24_hours(
    clerk: Client, held: Held, shown: PublicResult, after: timedelta, opens: bool
) -> None:
    with clock.frozen(NOON + after):
        assert send(clerk, held.dialogue, "appear").status_code == (302 if opens else 409)
        reason = "Người đứng đầu được xem trước 24 giờ: công khai được từ 12:00 11/3/2026"
        assert (reason in words_of(clerk.get(at(held.dialogue)))) != opens
    assert state_of(held) == ("published" if opens else "shown")


def test_the_head_publishes_at_once(head: Client, held: Held, shown: PublicResult) -> None:
    assert send(head, held.dialogue, "publish").status_code == 302
    assert state_of(held) == "published"


def test_the_clerk_records_the_heads_word(clerk: Client, held: Held, shown: PublicResult) -> None:
    fresh = clerk.get(at(held.dialogue, "publish"))
    assert {"decided_by", "decided_at"} <= set(fresh.context["form"].fields)
    assert send(clerk, held.dialogue, "publish", decided_by="Trần Văn Bình, Chủ tịch", way="phone").status_code == 302
    assert state_of(held) == "published"


def test_new_words_give_the_head_24_hours_again_and_the_same_words_do_not(
    clerk: Client, held: Held, shown: PublicResult
) -> None:
    with clock.frozen(NOON + DAY):
        assert send(clerk, held.dialogue, "edit").status_code == 302
        assert PublicResult.objects.of(shown.locality).get().shown_at == NOON
        assert send(clerk, held.dialogue, "edit", foreword="Xin cảm ơn.").status_code == 302
        assert send(clerk, held.dialogue, "appear").status_code == 409
    assert state_of(held) == "shown"


def test_it_is_taken_down_with_a_reason_and_shown_again(clerk: Client, head: Client, held: Held, shown: PublicResult) -> None:  # fmt: skip  # noqa: E501
    send(head, held.dialogue, "publish")
    assert send(clerk, held.dialogue, "withdraw", reason=" ").status_code == 422
    assert send(clerk, held.dialogue, "withdraw", reason="Sai số liệu").status_code == 302
    assert "Sai số liệu" in words_of(clerk.get(at(held.dialogue)))
    assert send(clerk, held.dialogue, "show_again").status_code == 302
    assert state_of(held) == "shown"


def test_from_an_old_page_both_texts_are_shown(clerk: Client, held: Held, shown: PublicResult) -> None:
    old = filled(clerk.get(at(held.dialogue, "edit")).context["form"])
    send(clerk, held.dialogue, "edit", foreword="Lời thứ nhất")
    again = clerk.post(at(held.dialogue, "edit"), {**old, "foreword": "Lời thứ hai"})
    assert again.status_code == 409
    assert {"Lời thứ nhất", "Lời thứ hai"} <= {text for row in again.context["disagreements"] for text in (row.mine, row.theirs)}  # fmt: skip  # noqa: E501


def test_who_may_not_finds_no_move(
    watcher: Client, officer: Client, stranger: Client, held: Held, shown: PublicResult
) -> None:
    moves = ("publish", "appear", "edit", "withdraw")
    assert [[browser.get(at(held.dialogue, move)).status_code for move in moves] for browser in (watcher, stranger)] == [[403] * 4, [404] * 4]  # fmt: skip  # noqa: E501
    assert watcher.get(at(held.dialogue)).context["moves"] == []
    assert officer.get(at(held.dialogue, "publish")).status_code in (403, 404)


def test_the_page_runs_at_most_so_many_queries(
    clerk: Client, held: Held, shown: PublicResult, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    clerk.get(at(held.dialogue))
    with django_assert_max_num_queries(12):
        clerk.get(at(held.dialogue))
