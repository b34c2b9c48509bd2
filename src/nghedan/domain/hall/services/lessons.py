"""What was learned: points of the meeting after the dialogue, which become tasks of the next year's."""

from collections.abc import Iterable

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services.preparing import add_task
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.hall.models import LessonPoint
from nghedan.domain.hall.terms import LessonKind
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_TEXT = _("Xin ghi nội dung rút kinh nghiệm.")
NONE_CHOSEN = _("Xin chọn ít nhất một điểm.")


def add_lesson(
    *, actor: Actor, dialogue: Dialogue, kind: LessonKind, text: str, unit: Unit | None = None, key: str = ""
) -> LessonPoint:
    """Add a point. Raises Invalid without words, NotAllowed."""
    point = LessonPoint(locality=dialogue.locality, dialogue=dialogue, kind=kind.value, text=_said(text), unit=unit)
    return create("lesson_point.add", actor=actor, obj=point, key=key)


def edit_lesson(
    *, actor: Actor, point: LessonPoint, kind: LessonKind, text: str, unit: Unit | None = None
) -> LessonPoint:
    """Change a point. Raises Invalid without words, Refused once it was carried over, NotAllowed, Conflict."""
    changes = {"kind": kind.value, "text": _said(text), "unit": unit}
    return perform("lesson_point.edit", actor=actor, obj=point, changes=changes)


def drop_lesson(*, actor: Actor, point: LessonPoint) -> LessonPoint:
    """Take a point out."""
    return perform("lesson_point.drop", actor=actor, obj=point)


def carry_over_lessons(*, actor: Actor, dialogue: Dialogue, points: Iterable[LessonPoint]) -> list[Task]:
    """Let points of an earlier dialogue become tasks of this one, each with its unit. Raises Invalid without points,
    Refused for one carried over already, NotAllowed, Conflict."""
    chosen = list(points)
    if not chosen:
        raise Invalid("lesson_point.none_chosen", NONE_CHOSEN, field="points")
    tasks = []
    with deed(actor):
        for point in chosen:
            task = add_task(
                actor=actor, dialogue=dialogue, title=point.text, unit=point.unit, due_on=None, step=Step.CONFERENCE
            )
            perform("lesson_point.carry_over", actor=actor, obj=point, changes={"task": task})
            tasks.append(task)
    return tasks


def _said(text: str) -> str:
    if not (said := text.strip()):
        raise Invalid("lesson_point.no_text", NO_TEXT, field="text")
    return said
