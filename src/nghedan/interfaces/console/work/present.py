"""A unit's matters by due date, and what helps to answer one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Matter, TextBlock
from nghedan.domain.matters.terms import MatterState, Readiness
from nghedan.foundation.ui.models import Colour, Figure, TaskRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.kernel.workdays import WorkCalendar

TO_WRITE = (MatterState.ASSIGNED, MatterState.IN_WRITING)


@dataclass(frozen=True, slots=True)
class Work:
    """What a unit is to answer: still to be sent, sent, and what it only supports."""

    to_send: list[TaskRow]
    sent: list[TaskRow]
    supported: list[TaskRow]
    figures: list[Figure]

    @property
    def first(self) -> TaskRow | None:
        """The most urgent answer."""
        return next(iter(self.to_send), None)


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that can be copied into the answer; ``code`` says which, when its button is pressed."""

    code: str
    title: str
    text: str
    note: str = ""


def work_of(
    matters: Sequence[Matter], units: frozenset[int], waiting: frozenset[int], today: date, calendar: WorkCalendar
) -> Work:
    """Sort a unit's matters; ``waiting`` are the ids of those it gave back and nobody has decided yet."""
    own = [matter for matter in matters if matter.unit_id in units]
    standings = {matter.pk: wording.readiness(matter, today, calendar) for matter in matters}
    rows = {matter.pk: _row(matter, standings[matter.pk], is_own=True, waiting=waiting) for matter in own}
    owed = [matter for matter in own if standings[matter.pk] != Readiness.GREEN]
    return Work(
        to_send=[rows[matter.pk] for matter in owed],
        sent=[rows[matter.pk] for matter in own if matter not in owed],
        supported=[
            _row(matter, standings[matter.pk], is_own=False, waiting=waiting) for matter in matters if matter not in own
        ],
        figures=_figures([standings[matter.pk] for matter in own]),
    )


def _row(matter: Matter, standing: Readiness, *, is_own: bool, waiting: frozenset[int]) -> TaskRow:
    answer = wording.answer_of(matter)
    is_open = is_own and matter.state in TO_WRITE
    page = href("answer" if is_open else "matter", matter.locality, matter_id=matter.public_id)
    hints = [
        str(matter.field) if matter.field else "",
        str(matter.hamlet) if matter.hamlet else "",
        wording.answer_tag(answer).text if answer else "",
        _("đã trả lại, chờ quyết định") if matter.pk in waiting else "",
        "" if is_own else _("đơn vị chủ trì: %(unit)s") % {"unit": matter.unit},
    ]
    told = " · ".join(filter(None, hints))
    return TaskRow(matter.title, wording.readiness_tag(standing), page, told, wording.due_of(matter))


def _figures(standings: Sequence[Readiness]) -> list[Figure]:
    counted = (
        (Readiness.RED, _("quá hạn"), Colour.RED),
        (Readiness.AMBER, _("sắp đến hạn"), Colour.YELLOW),
        (Readiness.GREY, _("chưa đến hạn"), Colour.GREY),
        (Readiness.GREEN, _("đã gửi"), Colour.GREEN),
    )
    return [Figure(standings.count(standing), label, colour=colour) for standing, label, colour in counted]


def offered_answers(matters: Sequence[Matter]) -> list[Offer]:
    """Return the answers given to similar matters."""
    return [
        Offer(f"matter.{matter.public_id}", matter.title, text, _note(matter))
        for matter in matters
        if (text := answer_text(matter))
    ]


def answer_text(matter: Matter) -> str:
    answer = wording.answer_of(matter)
    return answer.text if answer is not None else matter.outcome_note


def _note(matter: Matter) -> str:
    promise = _("đã hứa: %(promise)s") % {"promise": matter.promise} if matter.promise else ""
    return " · ".join(filter(None, (str(matter.year), str(matter.unit or ""), promise)))


def offered_blocks(blocks: Sequence[TextBlock]) -> list[Offer]:
    return [Offer(f"block.{block.public_id}", block.title, block.text) for block in blocks]
