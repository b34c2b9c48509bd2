"""The page of what was learned, and what it leaves to the next year."""

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import planning
from nghedan.domain.hall.models import LessonPoint
from nghedan.domain.hall.services.lessons import add_lesson
from nghedan.domain.hall.terms import LessonKind
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import form_key, words_of


def test_a_point_sent_twice_is_added_once_then_changed_and_dropped(clerk: Client, dated: Dialogue) -> None:
    address = at(dated, "lessons/")
    form = {"form_key": form_key(clerk, address), "kind": "to_do", "text": "Thử loa.", "unit": ""}
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    point = LessonPoint.objects.of(dated.locality).get()
    one = at(dated, f"lessons/{point.public_id}/")
    assert clerk.post(one, {**form, "version": point.version, "text": "Thử loa, máy chiếu."}).status_code == 302
    late = clerk.post(one, {**form, "version": point.version, "text": "Khác"})
    assert (late.status_code, "Thử loa, máy chiếu." in words_of(late)) == (409, True)
    point.refresh_from_db()
    assert clerk.post(f"{one}drop/", {"version": point.version}).status_code == 302
    assert "Thử loa" not in words_of(clerk.get(address))
    assert clerk.post(address, {**form, "text": " "}).status_code == 422


def test_last_years_points_become_tasks(an: Actor, clerk: Client, committee: Body, dated: Dialogue) -> None:
    point = add_lesson(actor=an, dialogue=dated, kind=LessonKind.TO_DO, text="Thử loa trước một ngày.")
    made = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Nước sạch"))
    Dialogue.objects.of(made.locality).filter(pk=made.pk).update(year=dated.year + 1)
    assert "Thử loa trước một ngày." in words_of(clerk.get(at(made, "lessons/")))
    assert "Thử loa trước một ngày." in words_of(clerk.get(at(made, "tasks/")))
    none = clerk.post(at(made, "lessons/carry/"), {}, follow=True)
    assert "Xin chọn ít nhất một điểm." in words_of(none)
    taken = clerk.post(at(made, "lessons/carry/"), {"points": [point.public_id]})
    assert (taken.status_code, str(taken["Location"]).endswith("tasks/")) == (302, True)
    assert [task.title for task in Task.objects.of(made.locality).filter(dialogue=made)] == ["Thử loa trước một ngày."]
    assert "Đã thành việc chuẩn bị" in words_of(clerk.get(at(dated, "lessons/")))


def test_lessons_are_the_offices(officer: Client, stranger: Client, head: Client, dated: Dialogue) -> None:
    codes = [client.get(at(dated, "lessons/")).status_code for client in (head, officer, stranger)]
    assert codes == [200, 403, 404]
