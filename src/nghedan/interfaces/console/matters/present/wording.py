"""Values of a matter in words."""

from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.rules.readiness import readiness_of
from nghedan.domain.matters.terms import AnswerState, Competence, MatterKind, MatterState, Readiness
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.interfaces.console.dialogues.present.wording import label_of
from nghedan.kernel.workdays import WorkCalendar

READINESS_COLOURS = {
    Readiness.GREEN: Colour.GREEN, Readiness.AMBER: Colour.YELLOW, Readiness.RED: Colour.RED,
    Readiness.GREY: Colour.GREY,
}  # fmt: skip
STATE_COLOURS = {
    MatterState.SCREENED: Colour.YELLOW, MatterState.ASSIGNED: Colour.BLUE, MatterState.PREPARED: Colour.GREEN,
    MatterState.SETTLED: Colour.GREEN, MatterState.REFERRED: Colour.BLUE, MatterState.IN_WRITING: Colour.BLUE,
    MatterState.ANSWERED_IN_HALL: Colour.GREEN, MatterState.ANSWERED: Colour.GREEN, MatterState.CLOSED: Colour.GREEN,
}  # fmt: skip
ANSWER_COLOURS = {
    AnswerState.DRAFT: Colour.BLUE, AnswerState.HANDED_IN: Colour.BLUE, AnswerState.CHECKED: Colour.YELLOW,
    AnswerState.APPROVED: Colour.GREEN,
}  # fmt: skip


def answer_of(matter: Matter) -> Answer | None:
    """Return a matter's answer, which came with it; one that is not stored yet is none."""
    answer: Answer | None = getattr(matter, "answer", None)
    return answer if answer is not None and answer.pk else None


def is_sent(matter: Matter) -> bool:
    """Say whether the unit has handed its answer in."""
    answer = answer_of(matter)
    return answer is not None and answer.state != AnswerState.DRAFT


def due_of(matter: Matter) -> date | None:
    """Return until when the unit answers: before the day, or after the hall in writing."""
    return matter.writing_due_on if matter.state == MatterState.IN_WRITING else matter.due_on


def readiness(matter: Matter, today: date, calendar: WorkCalendar) -> Readiness:
    return readiness_of(due_of(matter), is_sent=is_sent(matter), today=today, calendar=calendar)


def readiness_tag(standing: Readiness) -> Tag:
    return Tag(_(standing.label), READINESS_COLOURS[standing])


def state_tag(matter: Matter) -> Tag:
    return Tag(label_of(MatterState, matter.state), STATE_COLOURS.get(MatterState(matter.state), Colour.GREY))


def answer_tag(answer: Answer) -> Tag:
    """Return where an answer stands; one that was given back says so."""
    if answer.state == AnswerState.DRAFT and answer.return_reason:
        return Tag(_("Bị trả lại"), Colour.YELLOW)
    return Tag(label_of(AnswerState, answer.state), ANSWER_COLOURS[AnswerState(answer.state)])


def number_of(matter: Matter) -> str:
    return _("Nội dung %(number)s/%(year)s") % {"number": matter.number, "year": matter.year}


def caption_of(matter: Matter) -> str:
    """Return "Nội dung 12/2026 · Kiến nghị · Giao thông"."""
    parts = (number_of(matter), label_of(MatterKind, matter.kind), str(matter.field) if matter.field else "")
    return " · ".join(filter(None, parts))


def level_tag(matter: Matter) -> Tag | None:
    return Tag(_("Về cán bộ"), Colour.PURPLE) if matter.level == Level.CONDUCT else None


def competence_of(matter: Matter) -> str:
    label = label_of(Competence, matter.competence)
    return f"{label}: {matter.competent_body}" if matter.competent_body else label
