"""The minutes as they are shown: lines with their hour and kind, how far the round has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import LessonPoint, Minutes, MinutesSignature
from nghedan.domain.hall.queries.minutes import ToldLine
from nghedan.domain.hall.terms import (
    LessonKind,
    LessonState,
    LineKind,
    LineState,
    MinutesState,
    SignerPart,
    SigningWay,
)
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Colour, SummaryRow, Tag
from nghedan.interfaces.console.links import href

COLOURS = {
    MinutesState.GROWING: Colour.BLUE,
    MinutesState.READ: Colour.YELLOW,
    MinutesState.LOCKED: Colour.GREEN,
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line on the page."""

    told: ToldLine
    hour: str
    kind: str
    href: str
    is_struck: bool
    is_session: bool
    number: int = 0


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A point on the page; ``task_href`` leads to what became of it."""

    point: LessonPoint
    href: str
    unit: str
    task_href: str = ""

    @property
    def is_open(self) -> bool:
        return self.point.state == LessonState.NOTED


def rows_of(dialogue: Dialogue, told: Sequence[ToldLine]) -> list[LineRow]:
    """Return the lines as the day went, less the corrections made later."""
    return [_row(dialogue, one) for one in told if one.line.kind != LineKind.CORRECTION]


def corrections_of(dialogue: Dialogue, told: Sequence[ToldLine]) -> list[LineRow]:
    """Return the numbered corrections below signed minutes."""
    later = [one for one in told if one.line.kind == LineKind.CORRECTION and one.line.state == LineState.STANDING]
    return [_row(dialogue, one, place) for place, one in enumerate(later, 1)]


def _row(dialogue: Dialogue, one: ToldLine, number: int = 0) -> LineRow:
    line, kind = one.line, LineKind(one.line.kind)
    ids = {"dialogue_id": dialogue.public_id, "line_id": line.public_id}
    return LineRow(
        one, hour_of(line.at), _(kind.label), href("minutes-line", dialogue.locality, **ids),
        line.state == LineState.STRUCK, kind is LineKind.SESSION, number,
    )  # fmt: skip


def hour_of(at: datetime) -> str:
    local = at.astimezone(clock.LOCAL_ZONE)
    return f"{local.hour}h{local.minute:02d}"


def state_tag(minutes: Minutes) -> Tag:
    state = MinutesState(minutes.state)
    return Tag(_(state.label), COLOURS[state])


def signature_rows(signatures: Sequence[MinutesSignature]) -> list[SummaryRow]:
    """Return who signed as what, and who still has to."""
    signed = {one.part: one for one in signatures}
    rows = []
    for part in SignerPart:
        one = signed.get(part.value)
        told = _("%(name)s, %(at)s, %(way)s") % _signed(one) if one else _("Chưa ký")
        rows.append(SummaryRow(_(part.label), told))
    return rows


def _signed(one: MinutesSignature) -> dict[str, str]:
    local = one.signed_at.astimezone(clock.LOCAL_ZONE)
    way = _(SigningWay(one.way).label)
    at = f"{hour_of(one.signed_at)} {local.day}/{local.month}/{local.year}"
    return {"name": one.name, "at": at, "way": way[:1].lower() + way[1:]}


def open_parts(signatures: Sequence[MinutesSignature]) -> list[SignerPart]:
    """Return who has not signed yet."""
    signed = {one.part for one in signatures}
    return [part for part in SignerPart if part.value not in signed]


def lesson_groups(dialogue: Dialogue, points: Sequence[LessonPoint]) -> list[tuple[str, list[LessonRow]]]:
    """Return the points by kind, as the paper tells them."""
    return [(_(kind.label), [_lesson(dialogue, one) for one in points if one.kind == kind]) for kind in LessonKind]


def _lesson(dialogue: Dialogue, point: LessonPoint) -> LessonRow:
    ids = {"dialogue_id": dialogue.public_id, "point_id": point.public_id}
    return LessonRow(
        point, href("lesson", dialogue.locality, **ids), point.unit.name if point.unit else "", _task_of(point)
    )


def _task_of(point: LessonPoint) -> str:
    if point.task is None:
        return ""
    ids = {"dialogue_id": point.task.dialogue.public_id, "task_id": point.task.public_id}
    return href("dialogue-task", point.locality, **ids)
