"""Once the hall has opened the page of a dialogue says what it waits for, to everybody who may look."""

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import HELD, DialogueState
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import words_of

NEXT = {
    DialogueState.IN_SESSION: "Hội nghị đang diễn ra",
    DialogueState.ADJOURNED: "Hoàn thành biên bản và thông báo kết luận",
    DialogueState.CONCLUDED: "Theo dõi, đôn đốc thực hiện kết luận",
    DialogueState.CLOSED: "Đã kết thúc",
}


@pytest.mark.parametrize("state", HELD)
def test_the_next_thing_follows_the_state(
    clerk: Client, officer: Client, dated: Dialogue, state: DialogueState
) -> None:
    Dialogue.objects.of(dated.locality).filter(pk=dated.pk).update(state=state)
    pages = [client.get(at(dated)) for client in (clerk, officer)]
    assert [page.status_code for page in pages] == [200, 200]
    assert [NEXT[state] in words_of(page) for page in pages] == [True, True]


def test_nobody_is_offered_a_page_she_may_not_open(clerk: Client, officer: Client, head: Client, dated: Dialogue) -> None:  # fmt: skip  # noqa: E501
    for client in (clerk, officer, head):
        page = client.get(at(dated)).content.decode()
        navigation = page.split('class="moj-sub-navigation"')[1].split("</nav>")[0]
        links = [part.split('"')[0] for part in navigation.split('href="')[1:]]
        assert [link for link in links if client.get(link).status_code != 200] == []
