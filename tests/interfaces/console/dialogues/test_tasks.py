"""Tasks of preparation: listed, added, finished by whose they are."""

from datetime import date
from typing import Any

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import scheduling
from nghedan.domain.dialogues.terms import TaskState
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.interfaces.console.dialogues.addresses import at, task_at
from tests.interfaces.console.reading import CONSOLE, form_key, words_of


def task(dialogue: Dialogue, title: str) -> Task:
    return Task.objects.of(dialogue.locality).select_related("dialogue").get(dialogue=dialogue, title=title)


def groups(response: Any) -> dict[str, list[str]]:
    return {group.title: [row.title for row in group.rows] for group in response.context["groups"]}


def test_tasks_stand_by_step_or_by_unit(clerk: Client, dated: Dialogue) -> None:
    assert groups(clerk.get(at(dated, "tasks/"))) == {
        "Thông báo": ["Ra giấy mời."],
        "Tiếp nhận, tổng hợp ý kiến": ["Tổng hợp ý kiến."],
        "Chuẩn bị trả lời": ["Chuẩn bị nội dung trả lời."],
    }
    assert groups(clerk.get(at(dated, "tasks/?by=unit"))) == {
        "Văn phòng HĐND và UBND xã": ["Tổng hợp ý kiến.", "Ra giấy mời."],
        "Phòng Kinh tế": ["Chuẩn bị nội dung trả lời."],
    }


def test_a_list_shows_what_its_address_asks_for(clerk: Client, dated: Dialogue) -> None:
    with clock.frozen(clock.now().replace(month=9, day=8)):
        late = clerk.get(at(dated, "tasks/?show=late"))
        (row,) = late.context["groups"][0].rows
        assert (row.title, row.status.text, row.due_on) == ("Tổng hợp ý kiến.", "Quá hạn", date(2026, 9, 4))
        assert [link.count for link in late.context["shown"]] == [3, 1, 0, 3]
    assert groups(clerk.get(at(dated, "tasks/?show=done"))) == {}
    assert len(groups(clerk.get(at(dated, "tasks/?show=nonsense&by=nonsense")))) == 3


def test_an_officer_finishes_the_own_units_task_and_sees_no_other(officer: Client, dated: Dialogue) -> None:
    own, other = task(dated, "Chuẩn bị nội dung trả lời."), task(dated, "Ra giấy mời.")
    assert groups(officer.get(at(dated, "tasks/"))) == {"Chuẩn bị trả lời": ["Chuẩn bị nội dung trả lời."]}
    assert groups(officer.get(f"{CONSOLE}tasks/")) == {"Đường liên thôn": ["Chuẩn bị nội dung trả lời."]}
    assert officer.get(task_at(other)).status_code == 404
    assert officer.post(task_at(other), {"version": other.version, "on": "10/3/2026"}).status_code == 404
    answer = officer.post(task_at(own), {"version": own.version, "on": "10/3/2026", "note": "Đã gửi văn phòng"})
    assert answer.status_code == 302
    own.refresh_from_db()
    assert (own.state, own.done_on, own.done_note) == (TaskState.DONE, date(2026, 3, 10), "Đã gửi văn phòng")


def test_an_officer_neither_edits_nor_drops(officer: Client, dated: Dialogue) -> None:
    own = task(dated, "Chuẩn bị nội dung trả lời.")
    assert officer.get(task_at(own, "edit/")).status_code == 403
    assert officer.post(task_at(own, "drop/"), {"version": own.version}).status_code == 403


def test_a_task_sent_twice_is_added_once(clerk: Client, dated: Dialogue, economy: Unit) -> None:
    address = at(dated, "tasks/new/")
    form = {"form_key": form_key(clerk, address), "title": "Thuê loa", "unit": economy.public_id, "due_on": "14/9/2026", "step": "conference"}  # fmt: skip  # noqa: E501
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    added = Task.objects.of(dated.locality).get(title="Thuê loa")
    assert (added.unit, added.due_on, added.due_by_hand) == (economy, date(2026, 9, 14), True)
    assert clerk.post(address, {**form, "title": ""}).status_code == 422


def test_a_day_of_its_own_stays_when_the_dialogue_moves(an: Actor, clerk: Client, dated: Dialogue) -> None:
    row = task(dated, "Ra giấy mời.")
    unit = row.unit.public_id if row.unit else ""
    form = {"version": row.version, "title": row.title, "unit": unit, "due_on": "01/9/2026", "step": row.step}
    assert clerk.post(task_at(row, "edit/"), form).status_code == 302
    dated.refresh_from_db()
    scheduling.schedule_dialogue(actor=an, dialogue=dated, held_on=date(2026, 9, 23))
    row.refresh_from_db()
    assert (row.due_on, row.due_by_hand) == (date(2026, 9, 1), True)
    assert "hạn riêng" in words_of(clerk.get(at(dated, "tasks/")))


def test_an_old_page_of_a_task_shows_both_texts(clerk: Client, dated: Dialogue) -> None:
    row = task(dated, "Ra giấy mời.")
    form = {"version": row.version, "title": "In giấy mời", "unit": "", "due_on": "", "step": row.step}
    assert clerk.post(task_at(row, "edit/"), form).status_code == 302
    answer = clerk.post(task_at(row, "edit/"), {**form, "title": "Gửi giấy mời"})
    assert answer.status_code == 409
    assert [(one.mine, one.theirs) for one in answer.context["disagreements"]] == [("Gửi giấy mời", "In giấy mời")]


def test_dropped_and_taken_up_again(clerk: Client, dated: Dialogue) -> None:
    row = task(dated, "Ra giấy mời.")
    clerk.post(task_at(row, "drop/"), {"version": row.version})
    row.refresh_from_db()
    assert row.state == TaskState.DROPPED
    clerk.post(task_at(row, "reopen/"), {"version": row.version})
    row.refresh_from_db()
    assert row.state == TaskState.OPEN
    answer = clerk.post(task_at(row, "drop/"), {"version": row.version - 1})
    assert (answer.status_code, task(dated, "Ra giấy mời.").state) == (409, TaskState.OPEN)
    assert clerk.get(task_at(row, "drop/")).status_code == 405
