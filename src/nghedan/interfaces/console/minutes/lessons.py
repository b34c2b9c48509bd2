"""What was learned from a dialogue, and how it becomes work of the next one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.terms import HELD
from nghedan.domain.hall.models import LessonPoint
from nghedan.domain.hall.queries.minutes import lessons_to_carry, lessons_visible_to
from nghedan.domain.hall.services import lessons as deeds
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.one import FORM as PAPER
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.minutes.forms import CarryForm, LessonForm, NewLessonForm, carry_form
from nghedan.interfaces.console.minutes.present import lesson_groups
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

VIEW, ADD, CARRY = "lesson_point.view", "lesson_point.add", "lesson_point.carry_over"


@require_http_methods(["GET", "HEAD", "POST"])
def lessons(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the points of a dialogue and what was left to do from last year; sent by POST a point is added."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, VIEW, dialogue)
    form = NewLessonForm(request.POST or None, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(form, lambda: _add(request, dialogue, form)):
        messages.success(request, _("Đã ghi."))
        return _back(dialogue)
    points = list(lessons_visible_to(request.actor).filter(dialogue=dialogue).select_related("task__dialogue"))
    context = {
        "frame": frame_of(dialogue, "dialogue-lessons", clock.today()),
        "dialogue": dialogue,
        "is_held": dialogue.state in HELD,
        "groups": lesson_groups(dialogue, points),
        "may_add": decide(request.actor, ADD, dialogue).allowed,
        "carry": carry_form(request.actor, dialogue),
        "form_key": page_form_key(request, ADD),
        "paper_key": page_form_key(request, PAPER),
        "paper_href": href("official-paper-new", dialogue.locality, dialogue_id=dialogue_id, code="lessons"),
    }
    return form_page(request, "console/minutes/lessons.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: StaffRequest, dialogue_id: str, point_id: str) -> HttpResponse:
    """Change a point."""
    dialogue, point = _point(request, dialogue_id, point_id)
    require(request.actor, "lesson_point.edit", point)
    form = LessonForm(request.POST or None, obj=point, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(form, lambda: _edit(request, point, form)):
        messages.success(request, _("Đã lưu."))
        return _back(dialogue)
    context = {
        "frame": frame_of(dialogue, "", clock.today()),
        "lessons_href": href("dialogue-lessons", dialogue.locality, dialogue_id=dialogue_id),
        "point": point,
    }
    return versioned_page(request, "console/minutes/lesson.html", form, context)


@require_POST
def drop(request: StaffRequest, dialogue_id: str, point_id: str) -> HttpResponse:
    """Take a point out."""
    dialogue, point = _point(request, dialogue_id, point_id)
    form = VersionedForm(request.POST, obj=point)
    if attempt(form, lambda: deeds.drop_lesson(actor=request.actor, point=point)):
        messages.success(request, _("Đã bỏ."))
    else:
        messages.error(request, " ".join(str(text) for text in form.non_field_errors()))
    return _back(dialogue)


@require_POST
def carry(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Let chosen points of last year become tasks of this dialogue."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, CARRY, dialogue)
    form = CarryForm(request.POST, offered=list(lessons_to_carry(request.actor, dialogue)))
    done = attempt(form, lambda: deeds.carry_over_lessons(actor=request.actor, dialogue=dialogue, points=form.chosen))
    if done is None:
        messages.error(request, " ".join(str(text) for found in form.errors.values() for text in found))
        return _back(dialogue)
    messages.success(request, _("Đã thêm %(count)s việc chuẩn bị.") % {"count": len(done.value)})
    return redirect(href("dialogue-tasks", dialogue.locality, dialogue_id=dialogue.public_id))


def _add(request: StaffRequest, dialogue: Dialogue, form: NewLessonForm) -> LessonPoint:
    return deeds.add_lesson(
        actor=request.actor, dialogue=dialogue, kind=form.chosen_kind, text=form.cleaned_data["text"],
        unit=form.chosen_unit, key=posted_form_key(request, ADD),
    )  # fmt: skip


def _edit(request: StaffRequest, point: LessonPoint, form: LessonForm) -> LessonPoint:
    return deeds.edit_lesson(
        actor=request.actor, point=point, kind=form.chosen_kind, text=form.cleaned_data["text"], unit=form.chosen_unit
    )


def _point(request: StaffRequest, dialogue_id: str, point_id: str) -> tuple[Dialogue, LessonPoint]:
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    points = lessons_visible_to(request.actor).filter(dialogue=dialogue)
    return dialogue, or_404(points.get, public_id=point_id)


def _back(dialogue: Dialogue) -> HttpResponse:
    return redirect(href("dialogue-lessons", dialogue.locality, dialogue_id=dialogue.public_id))
