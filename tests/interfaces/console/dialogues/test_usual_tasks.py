"""Ticking what preparing usually takes."""

from datetime import date

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue, Task
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import form_key


def test_ticked_once_they_are_offered_no_more(clerk: Client, dated: Dialogue) -> None:
    page = at(dated, "tasks/usual/")
    form = clerk.get(page).context["form"]
    assert [(row.title, row.unit, row.due.value(), row.is_ticked) for row in form.rows() if row.code == "budget"] == [
        ("Lập dự toán kinh phí tổ chức hội nghị", "Phòng Kinh tế", "01/9/2026", False)
    ]
    sent = {"form_key": form_key(clerk, page), "tasks": ["budget", "backdrop"]}
    for _press in range(2):
        clerk.post(page, sent)
    added = Task.objects.of(dated.locality).filter(dialogue=dated).order_by("-pk")[:2]
    assert [str(task.unit or "") for task in added] == ["Phòng Kinh tế", ""]
    assert Task.objects.of(dated.locality).filter(dialogue=dated).count() == 5
    offered = [code for code, _label in clerk.get(page).context["form"].fields["tasks"].choices]
    assert (len(offered), "budget" in offered) == (14, False)


def test_the_day_is_changed_before_it_is_added(clerk: Client, dated: Dialogue) -> None:
    page = at(dated, "tasks/usual/")
    sent = {"form_key": form_key(clerk, page), "tasks": ["budget", "backdrop"], "due_budget": "28/8/2026"}
    wrong = clerk.post(page, {**sent, "due_budget": "31/9/2026"})
    [budget] = [row for row in wrong.context["form"].rows() if row.code == "budget"]
    assert (wrong.status_code, list(wrong.context["form"].errors), budget.is_ticked) == (422, ["due_budget"], True)
    clerk.post(page, sent)
    added = Task.objects.of(dated.locality).filter(dialogue=dated).order_by("-pk")[:2]
    assert sorted((task.title[:6], task.due_on) for task in added) == [("Làm ma", None), ("Lập dự", date(2026, 8, 28))]


def test_ticking_nothing_is_told(clerk: Client, dated: Dialogue) -> None:
    page = at(dated, "tasks/usual/")
    answer = clerk.post(page, {"form_key": form_key(clerk, page)})
    assert (answer.status_code, answer.context["form"].errors) == (422, {"tasks": ["Xin chọn ít nhất một việc."]})


def test_only_who_may_give_tasks_sees_the_list(officer: Client, clerk: Client, dated: Dialogue) -> None:
    assert officer.get(at(dated, "tasks/usual/")).status_code == 403
    offered = [client.get(at(dated, "tasks/")).context["usual_href"] for client in (clerk, officer)]
    assert offered == [at(dated, "tasks/usual/"), ""]
