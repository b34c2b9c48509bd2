"""One dialogue: where it stands, the one next thing, and who sees it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import preparing, scheduling
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.deadlines.services import meet_deadline
from nghedan.foundation.ui.models import StepState
from tests.interfaces.console.dialogues.addresses import DIALOGUES, at, limit_at
from tests.interfaces.console.reading import words_of

PARTS = ("", "day/", "agree/", "postpone/", "cancel/", "info/", "info/edit/", "presiding/", "plans/", "journal/", "limits/", "tasks/", "tasks/new/")  # fmt: skip  # noqa: E501


def states(response: Any) -> list[StepState]:
    return [step.state for step in response.context["steps"]]


def test_without_a_day_the_next_thing_is_to_choose_one(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(at(dialogue))
    following = page.context["next"]
    assert (following.title, following.button.text) == ("Chọn ngày tổ chức", "Chọn ngày")
    assert "Quý III năm 2026" in following.text
    assert states(page) == [StepState.CURRENT, *[StepState.TODO] * 6]


def test_with_a_day_the_head_is_to_agree(clerk: Client, head: Client, dated: Dialogue) -> None:
    assert clerk.get(at(dated)).context["next"].button.text == "Ghi ý kiến của người đứng đầu"
    assert head.get(at(dated)).context["next"].button.text == "Xem và thống nhất"


def test_after_that_whatever_is_due_first(an: Actor, binh: Actor, clerk: Client, dated: Dialogue) -> None:
    scheduling.agree_dialogue(actor=binh, dialogue=dated, on=clock.today())
    page = clerk.get(at(dated))
    following = page.context["next"]
    assert (following.title, following.due_on) == ("Bắt đầu tiếp nhận ý kiến", date(2026, 8, 27))
    assert states(page)[:3] == [StepState.DONE, StepState.CURRENT, StepState.TODO]
    notice = next(row for row in deadlines_of(dated) if row.rule_code == deadlines.NOTICE)
    meet_deadline(actor=an, deadline=notice, on=clock.today())
    assert states(clerk.get(at(dated)))[:3] == [StepState.DONE, StepState.DONE, StepState.CURRENT]


def test_a_limit_of_the_law_that_is_missed_is_red(an: Actor, binh: Actor, clerk: Client, dated: Dialogue) -> None:
    for task in dated.tasks.all():
        preparing.finish_task(actor=an, task=task, on=clock.today())
    scheduling.agree_dialogue(actor=binh, dialogue=dated, on=clock.today())
    with clock.frozen(clock.now().replace(month=9, day=10)):
        page = clerk.get(at(dated))
    assert states(page)[:2] == [StepState.DONE, StepState.LATE]
    assert (page.context["next"].title[:9], page.context["next"].colour) == ("Thông báo", "red")


def test_an_officer_sees_own_tasks_and_no_moves(officer: Client, economy: Unit, dialogue: Dialogue) -> None:
    page = officer.get(at(dialogue))
    assert [row.title for row in page.context["tasks"]] == ["Chuẩn bị nội dung trả lời."]
    assert page.context["moves"] == []
    assert page.context["next"].button is None


def test_an_internal_dialogue_says_that_nothing_is_public(an: Actor, clerk: Client, dialogue: Dialogue) -> None:
    assert "không có trang công khai" not in words_of(clerk.get(at(dialogue)))
    clerk.post(at(dialogue, "info/edit/"), filled(dialogue, openness="internal"))
    assert "không có trang công khai" in words_of(clerk.get(at(dialogue)))


def filled(dialogue: Dialogue, **changes: Any) -> dict[str, Any]:
    """Return the form about a dialogue as it stands, with changes."""
    lists = {name: "\n".join(getattr(dialogue, name)) for name in ("topics", "audience", "participants")}
    choices = {
        name: getattr(dialogue, name) or ""
        for name in ("theme", "kind", "openness", "medium", "venue", "expected_min", "expected_max")
    }
    return {"version": dialogue.version, **lists, **choices, **changes}


@pytest.mark.parametrize("part", PARTS)
def test_elsewhere_it_does_not_exist(stranger: Client, dated: Dialogue, part: str) -> None:
    assert stranger.get(at(dated, part)).status_code == 404
    assert stranger.get(at(dated, part).replace("suoi-lanh", "go-nang")).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_for_the_clerk(clerk: Client, dated: Dialogue, part: str) -> None:
    assert clerk.get(at(dated, part)).status_code == 200


@pytest.mark.parametrize("part", ["day/", "agree/", "postpone/", "cancel/", "info/edit/", "tasks/new/"])
def test_an_officer_may_not_decide(officer: Client, dated: Dialogue, part: str) -> None:
    assert officer.get(at(dated, part)).status_code == 403


BUDGETS = {
    "": 12, "day/": 8, "day/?held_on=25/9/2026": 12, "agree/": 11, "postpone/": 11, "cancel/": 11, "info/": 8,
    "info/edit/": 9, "presiding/": 9, "plans/": 10, "journal/": 9, "limits/": 10, "tasks/": 11, "tasks/new/": 9,
}  # fmt: skip


@pytest.mark.parametrize("count", [1, 3, 300])
@pytest.mark.parametrize(("part", "budget"), BUDGETS.items())
def test_the_number_of_queries_does_not_grow(
    an: Actor, clerk: Client, dated: Dialogue, office: Unit, part: str, budget: int, count: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    first = dated.tasks.first()
    assert first is not None
    Task.objects.of(dated.locality).bulk_create(
        [
            Task(
                locality=dated.locality, dialogue=dated, unit=office, title=f"Việc {n}", step=Step.NOTICE, state="open"
            )
            for n in range(count)
        ]
    )
    clerk.get(at(dated))
    with django_assert_num_queries(budget):
        assert clerk.get(at(dated, part)).status_code == 200


def test_limits_and_tasks_of_another_dialogue_are_not_found_here(
    an: Actor, clerk: Client, dated: Dialogue, dialogue: Dialogue
) -> None:
    limit = deadlines_of(dated)[0]
    assert clerk.get(limit_at(dated, limit)).status_code == 200
    assert clerk.get(f"{DIALOGUES}abcdefghjkmn/limits/{limit.public_id}/").status_code == 404


def test_a_finished_dialogue_has_nothing_waiting(an: Actor, binh: Actor, clerk: Client, dated: Dialogue) -> None:
    for limit in deadlines_of(dated):
        meet_deadline(actor=an, deadline=limit, on=clock.today())
    for task in dated.tasks.all():
        preparing.finish_task(actor=an, task=task, on=clock.today())
    scheduling.agree_dialogue(actor=binh, dialogue=dated, on=clock.today())
    page = clerk.get(at(dated))
    assert page.context["next"].title == "Không còn việc nào chờ"
    assert states(page)[-1] == StepState.CURRENT
