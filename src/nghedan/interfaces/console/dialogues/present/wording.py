"""Values of a dialogue in words."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.terms import TO_COME, DialogueState, Medium, TaskState
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.deadlines.status import SOON_WITHIN, UNDERWAY_WITHIN
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.kernel.terms import Term
from nghedan.kernel.vietnamese import distance, format_date, quarter_label, weekday_name
from nghedan.kernel.workdays import WorkCalendar


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def long_date(day: date) -> str:
    """Return "thứ Tư 16/9/2026"."""
    return f"{_(weekday_name(day))} {format_date(day)}"


def distance_to(dialogue: Dialogue, today: date) -> str:
    """Return "còn 32 ngày"; empty without a day."""
    return distance(dialogue.held_on, today, translate=_) if dialogue.held_on else ""


def days_span(first: date, last: date) -> str:
    """Return "30/4/2026", or "từ 14/02/2026 đến 22/02/2026"."""
    if first == last:
        return format_date(first)
    return _("từ %(first)s đến %(last)s") % {"first": format_date(first), "last": format_date(last)}


def when_of(dialogue: Dialogue) -> str:
    """Return day and hour, or the month or quarter the plan gives."""
    if dialogue.held_on:
        hour = _(", %(time)s") % {"time": clock_time(dialogue)} if dialogue.starts_at else ""
        return capitalised(long_date(dialogue.held_on)) + hour
    return period_of(dialogue)


def clock_time(dialogue: Dialogue) -> str:
    """Return "7 giờ 30", "14 giờ"; empty without an hour."""
    at = dialogue.starts_at
    if at is None:
        return ""
    minutes = _("%(hour)s giờ %(minute)s") % {"hour": at.hour, "minute": f"{at.minute:02d}"}
    said = minutes if at.minute else _("%(hour)s giờ") % {"hour": at.hour}
    return said.replace(" ", "\u00a0")


def period_of(dialogue: Dialogue) -> str:
    if dialogue.month:
        return _("Tháng %(month)s năm %(year)s") % {"month": dialogue.month, "year": dialogue.year}
    if dialogue.quarter:
        quarter = capitalised(_(quarter_label(dialogue.quarter)))
        return _("%(quarter)s năm %(year)s") % {"quarter": quarter, "year": dialogue.year}
    return _("Năm %(year)s") % {"year": dialogue.year}


def kind_of(dialogue: Dialogue) -> str:
    return label_of(ItemKind, dialogue.kind)


def openness_of(dialogue: Dialogue) -> str:
    return label_of(Openness, dialogue.openness)


def medium_of(dialogue: Dialogue) -> str:
    return label_of(Medium, dialogue.medium)


def label_of(term: type[Term], value: str) -> str:
    """Return the translated label of a stored value; an unknown one as it is."""
    return _(term(value).label) if value in set(term) else value


def expected_of(dialogue: Dialogue) -> str:
    """Return how many delegates are expected: "80", "80 đến 100"; empty when nobody said."""
    least, most = dialogue.expected_min, dialogue.expected_max
    if least and most and least != most:
        return _("%(least)s đến %(most)s") % {"least": least, "most": most}
    return str(least or most or "")


def lines(texts: Iterable[str]) -> str:
    return "\n".join(str(text) for text in texts)


def state_tag(dialogue: Dialogue, today: date) -> Tag:
    """Return where a dialogue stands, in a word."""
    if dialogue.state not in TO_COME:
        return Tag(label_of(DialogueState, dialogue.state), STATE_COLOURS[DialogueState(dialogue.state)])
    if dialogue.held_on is None:
        return Tag(_("Chưa chọn ngày"), Colour.YELLOW)
    if dialogue.held_on < today:
        return Tag(_("Đã qua ngày tổ chức"), Colour.GREEN)
    return Tag(label_of(DialogueState, dialogue.state), Colour.BLUE)


STATE_COLOURS = {
    DialogueState.IN_SESSION: Colour.RED,
    DialogueState.ADJOURNED: Colour.BLUE,
    DialogueState.CONCLUDED: Colour.BLUE,
    DialogueState.CLOSED: Colour.GREEN,
    DialogueState.POSTPONED: Colour.YELLOW,
    DialogueState.CANCELLED: Colour.GREY,
}


def task_tag(task: Task, today: date, calendar: WorkCalendar) -> Tag:
    """Return how a task stands, by working days as with limits: grey far off, blue at work, yellow near, red late."""
    if task.state == TaskState.DONE:
        return Tag(_("Đã xong"), Colour.GREEN)
    if task.state == TaskState.DROPPED:
        return Tag(_("Không làm nữa"), Colour.GREY)
    if task.due_on is None:
        return Tag(_("Chưa có hạn"), Colour.GREY)
    if task.due_on < today:
        return Tag(_("Quá hạn"), Colour.RED)
    left = calendar.count(today, task.due_on)
    if left <= SOON_WITHIN:
        return Tag(_("Sắp đến hạn"), Colour.YELLOW)
    return Tag(_("Đang làm"), Colour.BLUE) if left <= UNDERWAY_WITHIN else Tag(_("Chưa đến hạn"), Colour.GREY)


def unit_of(task: Task) -> str:
    """Return who does a task: the unit, else what the plan says."""
    return task.unit.name if task.unit else task.unit_text
