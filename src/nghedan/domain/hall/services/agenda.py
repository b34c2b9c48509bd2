"""The programme: written before the day, started, ended and skipped item by item in the hall."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.services.minutes import grow_line, withdraw_latest_line
from nghedan.domain.hall.starting_agenda import programme_for
from nghedan.domain.hall.terms import AgendaPart, AgendaState, LineKind
from nghedan.domain.organisations.rules.names import bare_post
from nghedan.domain.papers.issuing import issuer_of
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_TITLE = _("Xin ghi nội dung của mục.")
NO_MINUTES = _("Xin ghi số phút, từ 1 đến 600.")
ALREADY_THERE = _("Chương trình đã có các mục; xin sửa các mục đã có.")
ANOTHER_RUNS = _("Đang có mục khác diễn ra; xin kết thúc mục đó trước.")
MOST_MINUTES = 600


def start_agenda(*, actor: Actor, dialogue: Dialogue) -> list[AgendaItem]:
    """Fill an empty programme with the shipped one that fits. Raises Refused when there are items, NotAllowed."""
    if items_of(dialogue).exists():
        raise Refused("agenda.already_there", ALREADY_THERE)
    issuer = issuer_of(dialogue.body, clock.today())
    named = {"body": issuer.name, "office": issuer.office, "chair": chair_post(dialogue)}
    shipped = programme_for(is_party=dialogue.body.is_party, is_internal=dialogue.openness == Openness.INTERNAL)
    items = [
        AgendaItem(
            locality=dialogue.locality, dialogue=dialogue, position=place, title=one.title, minutes=one.minutes,
            responsible=one.responsible.format(**named)[:200], part=one.part.value,
            is_for_speakers=one.part is AgendaPart.SPEAKING,
        )
        for place, one in enumerate(shipped.items, 1)
    ]  # fmt: skip
    create_many("agenda_item.add", actor=actor, objs=items)
    return items


def add_item(
    *, actor: Actor, dialogue: Dialogue, title: str, minutes: int, responsible: str = "",
    part: AgendaPart = AgendaPart.OTHER, key: str = "",
) -> AgendaItem:  # fmt: skip
    """Add an item at the end. Raises Invalid (fields "title", "minutes"), NotAllowed."""
    item = AgendaItem(
        locality=dialogue.locality, dialogue=dialogue, position=_last_position(dialogue) + 1,
        **_values({"title": title, "minutes": minutes, "responsible": responsible, "part": part.value}),
    )  # fmt: skip
    return create("agenda_item.add", actor=actor, obj=item, key=key)


def edit_item(*, actor: Actor, item: AgendaItem, changes: Mapping[str, Any]) -> AgendaItem:
    """Change title, minutes, responsible or part. Raises Invalid, Refused once it is over, NotAllowed, Conflict."""
    return perform("agenda_item.edit", actor=actor, obj=item, changes=_values(changes))


def move_item(*, actor: Actor, item: AgendaItem, earlier: bool) -> AgendaItem:
    """Let an item change places with the one before or after it; at the end of the list nothing changes."""
    items = list(items_of(item.dialogue))
    place = next(index for index, one in enumerate(items) if one.pk == item.pk)
    other_place = place - 1 if earlier else place + 1
    if not 0 <= other_place < len(items):
        return item
    other = items[other_place]
    mine, theirs = item.position, other.position
    with deed(actor):
        perform("agenda_item.edit", actor=actor, obj=other, changes={"position": mine})
        return perform("agenda_item.edit", actor=actor, obj=item, changes={"position": theirs})


def remove_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Take an item that has not begun out of the programme."""
    return perform("agenda_item.remove", actor=actor, obj=item)


def start_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Begin an item; the one that runs ends with that. The minutes tell it. Raises Refused while the conference is not
    in session, NotAllowed, Conflict."""
    with deed(actor):
        for running in items_of(item.dialogue).filter(state=AgendaState.RUNNING).exclude(pk=item.pk):
            end_item(actor=actor, item=running)
        perform("agenda_item.start", actor=actor, obj=item, changes={"started_at": clock.now(), "ended_at": None})
        who = f" ({item.responsible})" if item.responsible else ""
        grow_line(
            actor=actor, dialogue=item.dialogue, kind=LineKind.SESSION, subject=item, text=f"{item.title}{who}.",
            at=item.started_at, occasion=f"start-{item.version}",
        )  # fmt: skip
    return item


def end_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """End the running item."""
    return perform("agenda_item.end", actor=actor, obj=item, changes={"ended_at": clock.now()})


def take_back_start(*, actor: Actor, item: AgendaItem, facts: Mapping[str, Any] | None = None) -> AgendaItem:
    """Put an item that was begun by mistake back, as if nobody had; the minutes do not tell it. Raises NotAllowed,
    Refused, Conflict."""
    with deed(actor):
        withdraw_latest_line(actor=actor, dialogue=item.dialogue, subject=item)
        changes = {"started_at": None}
        return perform("agenda_item.not_begun", actor=actor, obj=item, changes=changes, facts=facts)


def take_back_end(*, actor: Actor, item: AgendaItem, facts: Mapping[str, Any] | None = None) -> AgendaItem:
    """Let an item that was ended by mistake go on. Raises Refused while another runs or the conference is not in
    session, NotAllowed, Conflict."""
    if items_of(item.dialogue).filter(state=AgendaState.RUNNING).exists():
        raise Refused("agenda_item.another_runs", ANOTHER_RUNS)
    return perform("agenda_item.go_on", actor=actor, obj=item, changes={"ended_at": None}, facts=facts)


def skip_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Pass over an item."""
    return perform("agenda_item.skip", actor=actor, obj=item)


def reopen_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Put an item that is over or was passed over back into the programme."""
    changes = {"started_at": None, "ended_at": None}
    return perform("agenda_item.reopen", actor=actor, obj=item, changes=changes)


def chair_post(dialogue: Dialogue) -> str:
    """Return who presides, as the programme names the posts: with the co-chairs a plan names."""
    posts = [one.post_title for one in dialogue.presiding.filter(state="current").order_by("part", "position")]
    return ", ".join(posts) or bare_post(dialogue.body.head_post)


def _last_position(dialogue: Dialogue) -> int:
    return max((item.position for item in items_of(dialogue)), default=0)


def _values(changes: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(changes)
    if "title" in values:
        values["title"] = str(values["title"]).strip()[:300]
        if not values["title"]:
            raise Invalid("agenda_item.no_title", NO_TITLE, field="title")
    if "minutes" in values and not 1 <= int(values["minutes"]) <= MOST_MINUTES:
        raise Invalid("agenda_item.no_minutes", NO_MINUTES, field="minutes")
    if "part" in values:
        values["is_for_speakers"] = values["part"] == AgendaPart.SPEAKING
    if "responsible" in values:
        values["responsible"] = str(values["responsible"]).strip()[:200]
    return values
