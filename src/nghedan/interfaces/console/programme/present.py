"""The programme as it is shown: each item with its hours, how it stands, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.documents import chair_script, mc_script, opening_report, previous_results, programme
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.rules.programme import Slot, minutes_over, slots_of, told_minutes, total_minutes
from nghedan.domain.hall.terms import AgendaState
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.http import StaffRequest

COLOURS = {
    AgendaState.PLANNED: Colour.GREY,
    AgendaState.RUNNING: Colour.BLUE,
    AgendaState.DONE: Colour.GREEN,
    AgendaState.SKIPPED: Colour.GREY,
}
PRESSED = (
    ("agenda_item.start", "start", gettext_noop("Bắt đầu")),
    ("agenda_item.end", "end", gettext_noop("Kết thúc")),
    ("agenda_item.skip", "skip", gettext_noop("Bỏ qua")),
    ("agenda_item.reopen", "reopen", gettext_noop("Đưa lại vào chương trình")),
)
"""Moves pressed in the hall, by their address."""

OFFICIAL = (programme.CODE, opening_report.CODE, previous_results.CODE)
WORKING = (mc_script.MC_SCRIPT, chair_script.CHAIR_SCRIPT)


@dataclass(frozen=True, slots=True)
class Press:
    """A button that moves an item."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its hours."""

    item: AgendaItem
    place: int
    planned: str
    actual: str
    tag: Tag
    over: str
    presses: tuple[Press, ...]
    may_edit: bool
    may_remove: bool
    href: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """All items and how long they take."""

    rows: tuple[Row, ...]
    total: str
    hours: str


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A paper of the day: an official one is begun or opened, a working one looked at and fetched."""

    label: str
    href: str = ""
    begin_href: str = ""
    downloads: tuple[Link, ...] = ()


def programme_of(actor: Actor, dialogue: Dialogue, items: Sequence[AgendaItem]) -> Programme:
    """Return the programme of a dialogue; in the hall with the buttons that move it along."""
    slots = slots_of(dialogue.starts_at, [item.minutes for item in items])
    last = len(items) - 1
    rows = tuple(
        _row(actor, dialogue, item, slot, (place, place == 0, place == last))
        for place, (item, slot) in enumerate(zip(items, slots, strict=True))
    )
    ends = next((slot.ends for slot in reversed(slots) if slot), None)
    hours = f"{_hour(dialogue.starts_at)} – {_hour(ends)}" if dialogue.starts_at and ends else ""
    return Programme(rows, told_minutes(total_minutes(item.minutes for item in items)), hours)


def papers_of_the_day(request: StaffRequest, dialogue: Dialogue) -> list[PaperLink]:
    """Return the ways to the papers of the day that are made for this dialogue."""
    ids = {"dialogue_id": dialogue.public_id}
    official = [
        PaperLink(_(kind.label), begin_href=href("official-paper-new", dialogue.locality, code=code, **ids))
        for code in OFFICIAL
        if (kind := PAPER_KINDS[code]).is_for(dialogue)
    ]
    working = [
        PaperLink(
            _(kind.label), preview_href(request, kind.code, dialogue.public_id),
            downloads=tuple(download_links(request, kind.code, dialogue.public_id)[:2]),
        )
        for kind in WORKING
    ]  # fmt: skip
    return [*official, *working]


def _row(actor: Actor, dialogue: Dialogue, item: AgendaItem, slot: Slot | None, where: tuple[int, bool, bool]) -> Row:
    place, is_first, is_last = where
    item.dialogue = dialogue
    state = AgendaState(item.state)
    moves = {move.code: move for move in moves_for(actor, item)}
    ids = {"dialogue_id": dialogue.public_id, "agenda_id": item.public_id}
    pressed = tuple(
        Press(_(label), href("agenda-item-move", dialogue.locality, move=address, **ids))
        for code, address, label in PRESSED
        if code in moves and moves[code].allowed
    )
    return Row(
        item, place + 1, f"{_hour(slot.begins)} – {_hour(slot.ends)}" if slot else "", _actual(item),
        Tag(_(state.label), COLOURS[state]), _over(item), pressed, "agenda_item.edit" in moves,
        "agenda_item.remove" in moves and moves["agenda_item.remove"].allowed,
        href("agenda-item", dialogue.locality, **ids), is_first, is_last,
    )  # fmt: skip


def _actual(item: AgendaItem) -> str:
    if item.started_at is None:
        return ""
    ended = _clock(item.ended_at) if item.ended_at else "…"
    return f"{_clock(item.started_at)} – {ended}"


def _over(item: AgendaItem) -> str:
    if item.started_at is None:
        return ""
    over = minutes_over(item.minutes, item.started_at, item.ended_at or clock.now())
    return _("quá %(count)s phút") % {"count": over} if over else ""


def _hour(at: time | None) -> str:
    return f"{at.hour}h{at.minute:02d}" if at else ""


def _clock(at: datetime) -> str:
    return _hour(at.astimezone(clock.LOCAL_ZONE).time())
