"""What a day would mean, told before it is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.days import Consequences, Moved
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.limits import DayPreview
from nghedan.foundation.ui.models import Limit, Link
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.dialogues.present.limits import counted_limits, sentence
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import distance, format_date

GRAVE = frozenset({"event_past", "event_on_holiday", "event_on_day_off", "limit_past", "limits_collide"})
"""Warnings that speak against the day; the others are worth knowing."""


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A limit or task with its day before and after."""

    label: str
    was: date | None
    becomes: date | None


@dataclass(frozen=True, slots=True)
class DayView:
    """The preview of one day."""

    title: str
    distance: str
    traps: Sequence[str]
    notes: Sequence[str]
    limits: Sequence[Limit]
    strictest: Limit | None
    moved_limits: Sequence[MoveLine]
    moved_tasks: Sequence[MoveLine]
    fixed: Sequence[MoveLine]
    is_move: bool


def day_view(dialogue: Dialogue, preview: DayPreview, found: Consequences, today: date) -> DayView:
    limits = counted_limits(preview.dues)
    warned = [(warning.code in GRAVE, sentence(warning.message, warning.params)) for warning in preview.warnings]
    traps = [text for is_grave, text in warned if is_grave]
    if preview.outside_period:
        outside = _("Ngày %(day)s nằm ngoài thời gian kế hoạch ghi: %(period)s")
        traps.insert(0, outside % {"day": format_date(preview.held_on), "period": wording.period_of(dialogue)})
    return DayView(
        title=wording.capitalised(wording.long_date(preview.held_on)),
        distance=distance(preview.held_on, today, translate=_),
        traps=traps,
        notes=[text for is_grave, text in warned if not is_grave],
        limits=limits,
        strictest=limits[0] if limits else None,
        moved_limits=_lines(found.limits),
        moved_tasks=_lines(found.tasks),
        fixed=_lines(found.fixed),
        is_move=dialogue.held_on is not None and dialogue.held_on != preview.held_on,
    )


def _lines(rows: Sequence[Moved]) -> list[MoveLine]:
    return [MoveLine(_(row.label) if row.label else "", row.was, row.becomes) for row in rows]


def suggestions(dialogue: Dialogue, days: Sequence[date]) -> list[Link]:
    """Return near days without traps as links to their preview."""
    page = href("dialogue-day", dialogue.locality, dialogue_id=dialogue.public_id)
    return [
        Link(
            wording.capitalised(wording.long_date(day)),
            f"{page}?{urlencode({'held_on': format_date(day)})}#xem-truoc",
        )
        for day in days
    ]
