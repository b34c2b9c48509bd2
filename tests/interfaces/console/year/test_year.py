"""The year: dialogues, limits and days off by month."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.national import load_national_days
from tests.interfaces.console.reading import CONSOLE

YEAR = f"{CONSOLE}year/2026/"


def month(response: Any, number: int) -> Any:
    return response.context["months"][number - 1]


def marked(response: Any, number: int) -> dict[int, str]:
    return {
        day.number: day.manner
        for week in month(response, number).weeks
        for day in week
        if day.manner not in ("", "weekend")
    }


def test_a_day_takes_the_colour_of_the_weightiest(clerk: Client, dated: Dialogue) -> None:
    load_national_days()
    page = clerk.get(YEAR)
    assert marked(page, 9) == {
        1: "off", 2: "off", 4: "suggestion", 5: "suggestion", 9: "law", 16: "dialogue", 25: "suggestion", 28: "law",
    }  # fmt: skip
    assert marked(page, 8) == {22: "worked", 27: "suggestion", 31: "off"}
    assert [(mark.day, mark.title) for mark in month(page, 9).marks if mark.kind == "law"] == [
        (date(2026, 9, 9), "Thông báo rộng rãi thời gian, địa điểm, nội dung, cách tham gia"),
        (date(2026, 9, 28), "Công bố, niêm yết và gửi các thôn kết quả đối thoại"),
    ]


def test_a_limit_of_the_law_covers_a_suggestion_entered_before_it(
    an: Actor, clerk: Client, committee: Body, dated: Dialogue
) -> None:
    assert marked(clerk.get(YEAR), 9)[4] == "suggestion"
    second = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Nước", year=2026))
    scheduling.schedule_dialogue(actor=an, dialogue=second, held_on=date(2026, 9, 11))
    assert marked(clerk.get(YEAR), 9)[4] == "law"


def test_a_dialogue_without_a_day_stands_at_the_end_of_its_quarter(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(YEAR)
    assert [(mark.title, mark.hint) for mark in month(page, 9).undated] == [
        ("Đường liên thôn", "Quý III năm 2026, chưa chọn ngày")
    ]
    assert marked(page, 9).get(1) != "dialogue"


def test_days_off_of_one_reason_are_one_line(clerk: Client, dated: Dialogue) -> None:
    load_national_days()
    (tet,) = [mark for mark in month(clerk.get(YEAR), 2).marks if mark.kind == "off"]
    assert tet.hint == "từ 14/02/2026 đến 22/02/2026"


def test_the_plans_say_where_they_stand(clerk: Client, dialogue: Dialogue) -> None:
    ((plan, tag),) = clerk.get(YEAR).context["plans"]
    assert (plan.number, tag.text) == ("05/KH-UBND", "Đã ban hành")


def test_another_year_is_empty_and_says_what_to_do(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(f"{CONSOLE}year/2027/")
    assert (page.context["is_empty"], page.context["plans"]) == (True, [])
    assert clerk.get(f"{CONSOLE}year/1999/").status_code == 404


def test_the_entry_leads_to_the_running_year(frozen_today: date, clerk: Client) -> None:
    assert clerk.get(f"{CONSOLE}year/")["Location"] == YEAR


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_number_of_queries_does_not_grow(
    an: Actor,
    clerk: Client,
    committee: Body,
    dated: Dialogue,
    count: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for number in range(count):
        planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme=f"{number}", quarter=2))
    clerk.get(YEAR)
    with django_assert_num_queries(8):
        clerk.get(YEAR)
    clerk.get(f"{CONSOLE}dialogues/")
    with django_assert_num_queries(6):
        page = clerk.get(f"{CONSOLE}dialogues/?state=planned&kind=regular")
    assert len(page.context["rows"]) == count + 1
