"""Choosing and moving the day: everything is told first, and nothing typed is lost."""

from datetime import date, time

import pytest
from django.test import Client

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import preparing, scheduling
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.deadlines.services import fix_deadline
from tests.interfaces.console.dialogues.addresses import at, stored
from tests.interfaces.console.reading import words_of


def chosen(dialogue: Dialogue, held_on: str, **changes: object) -> dict[str, object]:
    return {"version": dialogue.version, "held_on": held_on, "starts_at": "7h30", "venue": "Nhà văn hóa", **changes}


def test_a_day_shows_every_limit_before_it_is_chosen(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(at(dialogue, "day/?held_on=16-9-2026"))
    preview = page.context["preview"]
    assert [(limit.due_on, limit.rank) for limit in preview.limits] == sorted(
        ((limit.due_on, limit.rank) for limit in preview.limits), key=lambda pair: pair[0]
    )
    (notice,) = [limit for limit in preview.limits if limit.label.startswith("Thông báo rộng rãi")]
    assert (notice.due_on, notice.rank, notice.strict) == (date(2026, 9, 9), "Luật định", True)
    assert notice.counted[0] == "Mốc tính: thứ Tư 16/9/2026, ngày này không tính"
    assert preview.traps == []
    assert "Chọn Thứ Tư 16/9/2026" in words_of(page)
    assert stored(dialogue).held_on is None


@pytest.mark.parametrize(
    ("day", "trap"),
    [
        ("25/9/2026", "Tổ chức vào thứ Sáu thì 7 ngày làm việc"),
        ("02/9/2026", "Ngày 02/9/2026 nghỉ Quốc khánh"),
        ("06/9/2026", "Ngày 06/9/2026 là Chủ nhật"),
        ("09/3/2026", "Ngày 09/3/2026 đã qua"),
        ("14/10/2026", "Ngày 14/10/2026 nằm ngoài thời gian kế hoạch ghi: Quý III năm 2026"),
    ],
)
def test_a_day_with_a_trap_says_so(clerk: Client, dialogue: Dialogue, day: str, trap: str) -> None:
    traps = clerk.get(at(dialogue, f"day/?held_on={day}")).context["preview"].traps
    assert [text for text in traps if text.startswith(trap)] != []


def test_good_days_are_offered(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(at(dialogue, "day/"))
    assert [day.text for day in page.context["days"]] == ["Thứ Tư 01/7/2026", "Thứ Năm 02/7/2026", "Thứ Hai 06/7/2026"]
    assert clerk.get(page.context["days"][0].href).context["preview"].traps == []


def test_the_day_is_chosen_with_hour_and_place(clerk: Client, dialogue: Dialogue) -> None:
    answer = clerk.post(at(dialogue, "day/"), chosen(dialogue, "16/9/2026"))
    assert (answer.status_code, answer["Location"]) == (302, at(dialogue))
    now = stored(dialogue)
    assert (now.held_on, now.starts_at, now.venue) == (date(2026, 9, 16), time(7, 30), "Nhà văn hóa")


def test_nonsense_is_given_back(clerk: Client, dialogue: Dialogue) -> None:
    answer = clerk.post(at(dialogue, "day/"), chosen(dialogue, "31/2/2026"))
    assert answer.status_code == 422
    assert answer.context["form"]["held_on"].value() == "31/2/2026"
    assert clerk.get(at(dialogue, "day/?held_on=tomorrow")).status_code == 422


def test_moving_says_what_moves_and_what_stays(an: Actor, clerk: Client, dated: Dialogue) -> None:
    notice = next(row for row in deadlines_of(dated) if row.rule_code == deadlines.NOTICE)
    fix_deadline(actor=an, deadline=notice, due_on=date(2026, 9, 4), reason="Họp giao ban")
    invitations = Task.objects.of(dated.locality).get(dialogue=dated, title="Ra giấy mời.")
    preparing.edit_task(actor=an, task=invitations, changes={"due_on": date(2026, 9, 1)})
    preview = clerk.get(at(dated, "day/?held_on=23/9/2026")).context["preview"]
    assert [(row.label, row.was, row.becomes) for row in preview.fixed] == [
        (notice.label, date(2026, 9, 4), date(2026, 9, 16)),
        ("Ra giấy mời.", date(2026, 9, 1), date(2026, 9, 16)),
    ]
    assert {row.label: (row.was, row.becomes) for row in preview.moved_tasks} == {
        "Tổng hợp ý kiến.": (date(2026, 9, 4), date(2026, 9, 11)),
        "Chuẩn bị nội dung trả lời.": (date(2026, 9, 9), date(2026, 9, 16)),
    }
    assert len(preview.moved_limits) == len(preview.limits) - 1


def test_an_old_page_shows_both_days_and_may_be_sent_again(an: Actor, clerk: Client, dialogue: Dialogue) -> None:
    old = chosen(dialogue, "16/9/2026")
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 9, 22))
    answer = clerk.post(at(dialogue, "day/"), old)
    assert answer.status_code == 409
    assert next((one.mine, one.theirs) for one in answer.context["disagreements"]) == ("16/9/2026", "22/9/2026")
    assert stored(dialogue).held_on == date(2026, 9, 22)
    clerk.post(at(dialogue, "day/"), {**old, "version": answer.context["form"]["version"].value()})
    assert stored(dialogue).held_on == date(2026, 9, 16)


def test_sent_twice_the_second_is_told_that_the_first_went_through(clerk: Client, dialogue: Dialogue) -> None:
    form = chosen(dialogue, "16/9/2026")
    assert clerk.post(at(dialogue, "day/"), form).status_code == 302
    assert clerk.post(at(dialogue, "day/"), form).status_code == 409
    assert stored(dialogue).version == dialogue.version + 1


def test_nonsense_is_told_in_the_part_that_is_exchanged_too(clerk: Client, dialogue: Dialogue) -> None:
    answer = clerk.get(at(dialogue, "day/?held_on=31/2/2026"), headers={"hx-request": "true"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["held_on"])
