"""The page of the programme: filled, changed, moved along, with the papers of the day."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.services import agenda, session
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import form_key, words_of

QUERIES = 9


def titles(dialogue: Dialogue) -> list[str]:
    return [item.title for item in items_of(dialogue)]


def press(client: Client, dialogue: Dialogue, item: AgendaItem, move: str) -> int:
    there = at(dialogue, f"programme/{item.public_id}/{move}/")
    return client.post(there, {"version": item.version}).status_code


@pytest.fixture
def filled(an: Actor, dated: Dialogue) -> Dialogue:
    agenda.start_agenda(actor=an, dialogue=dated)
    return dated


def test_an_empty_programme_is_filled_by_one_press(clerk: Client, dated: Dialogue) -> None:
    page = clerk.get(at(dated, "programme/"))
    assert "Lập chương trình theo mẫu" in words_of(page)
    assert clerk.post(at(dated, "programme/begin/")).status_code == 302
    told = words_of(clerk.get(at(dated, "programme/")))
    assert "Tổng thời gian: 3 giờ 30 phút (7h30 – 11h00)" in told
    assert ("7h30 – 7h40" in told, "9. Bế mạc" in told) == (True, True)


def test_an_item_sent_twice_is_added_once(clerk: Client, dated: Dialogue) -> None:
    address = at(dated, "programme/")
    form = {"form_key": form_key(clerk, address), "title": "Chào cờ", "minutes": "5", "responsible": "Đoàn thanh niên", "part": "other"}  # fmt: skip  # noqa: E501
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert titles(dated) == ["Chào cờ"]
    wrong = clerk.post(address, {**form, "minutes": "0", "title": "Văn nghệ"})
    assert (wrong.status_code, 'value="Văn nghệ"' in wrong.content.decode()) == (422, True)


def test_items_are_moved_changed_and_taken_out(clerk: Client, filled: Dialogue) -> None:
    first, second, third = list(items_of(filled))[:3]
    assert press(clerk, filled, second, "earlier") == 302
    assert titles(filled)[:2] == [second.title, first.title]
    assert press(clerk, filled, third, "remove") == 302
    typed = {"title": "Chào cờ", "minutes": "5", "responsible": "", "part": "other"}
    first = items_of(filled).get(pk=first.pk)
    address = at(filled, f"programme/{first.public_id}/")
    assert clerk.post(address, {"version": first.version, **typed}).status_code == 302
    assert titles(filled)[:2] == [second.title, "Chào cờ"]
    late = clerk.post(address, {"version": first.version, **typed, "title": "Khác"})
    assert (late.status_code, "Chào cờ" in words_of(late), "Khác" in words_of(late)) == (409, True, True)


def test_a_move_that_is_not_open_says_why_and_keeps_the_page(clerk: Client, filled: Dialogue) -> None:
    first = items_of(filled)[0]
    answer = clerk.post(at(filled, f"programme/{first.public_id}/start/"), {"version": first.version})
    assert (answer.status_code, "chưa khai mạc hoặc đã bế mạc" in words_of(answer)) == (409, True)
    assert press(clerk, filled, first, "nonsense") == 404


def test_in_the_hall_items_start_and_end(an: Actor, clerk: Client, filled: Dialogue) -> None:
    session.open_session(actor=an, dialogue=filled)
    for place in (0, 1):
        assert press(clerk, filled, list(items_of(filled))[place], "start") == 302
    assert [item.state for item in items_of(filled)][:3] == ["done", "running", "planned"]
    assert press(clerk, filled, list(items_of(filled))[1], "end") == 302
    assert "Đưa lại vào chương trình" in words_of(clerk.get(at(filled, "programme/")))


def test_papers_of_the_day_are_one_press_away(clerk: Client, head: Client, filled: Dialogue) -> None:
    page = clerk.get(at(filled, "programme/"))
    assert [paper.label for paper in page.context["papers"]] == [
        "Chương trình hội nghị",
        "Báo cáo tình hình kinh tế - xã hội",
        "Báo cáo kết quả giải quyết kiến nghị kỳ trước",
        "Kịch bản dẫn chương trình",
        "Kịch bản điều hành của chủ trì",
    ]
    for paper in page.context["papers"]:
        if paper.href:
            assert clerk.get(paper.href).status_code == 200
        else:
            begun = clerk.post(paper.begin_href, {"form_key": page.context["paper_key"]})
            assert (begun.status_code, clerk.get(f"{begun['Location']}preview/").status_code) == (302, 200)


def test_an_officer_reads_the_programme_and_changes_nothing(
    officer: Client, stranger: Client, filled: Dialogue
) -> None:
    page = officer.get(at(filled, "programme/"))
    assert (page.status_code, page.context["may_add"], page.context["papers"]) == (200, False, [])
    assert officer.post(at(filled, "programme/begin/")).status_code == 403
    assert officer.post(at(filled, "programme/"), {"title": "Một", "minutes": "5", "part": "other"}).status_code == 403
    first = items_of(filled)[0]
    assert [press(officer, filled, first, "remove"), press(stranger, filled, first, "remove")] == [403, 404]
    assert stranger.get(at(filled, "programme/")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_queries(
    an: Actor, clerk: Client, dated: Dialogue, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        agenda.add_item(actor=an, dialogue=dated, title=f"Mục {number}", minutes=5)
    clerk.get(at(dated, "programme/"))
    with django_assert_num_queries(QUERIES):
        clerk.get(at(dated, "programme/"))
