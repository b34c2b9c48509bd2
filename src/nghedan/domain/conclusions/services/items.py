"""Writing the items of a conclusion by hand: add, edit, move, leave out."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import items_in_force
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_TEXT = _("Xin ghi nội dung kết luận.")
BEFORE_THE_DAY = _("Thời hạn phải sau ngày tổ chức hội nghị; xin ghi lại ngày.")


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item as it is typed; what it lacks for signing may come later."""

    text: str
    group: ItemGroup = ItemGroup.ASSIGNED
    unit: Unit | None = None
    supporting: str = ""
    competent_body: str = ""
    due_on: date | None = None
    product: str = ""


def add_item(*, actor: Actor, dialogue: Dialogue, draft: ItemDraft, key: str = "") -> ConclusionItem:
    """Add an item at the end. Raises Invalid without words or for a day before the conference, Refused while the
    conclusion is being signed or is issued, NotAllowed."""
    place = last_position(dialogue) + 1
    item = ConclusionItem(locality=dialogue.locality, dialogue=dialogue, position=place, **_values(dialogue, draft))
    return create("conclusion_item.add", actor=actor, obj=item, key=key)


def edit_item(*, actor: Actor, item: ConclusionItem, draft: ItemDraft) -> ConclusionItem:
    """Write an item anew. Raises as ``add_item``, and Conflict."""
    return perform("conclusion_item.edit", actor=actor, obj=item, changes=_values(item.dialogue, draft))


def move_item(*, actor: Actor, item: ConclusionItem, up: bool) -> ConclusionItem:
    """Let an item change places with its neighbour in the same part; at the end of the part it stays."""
    part = list(items_in_force(item.dialogue).filter(group=item.group))
    place = next((index for index, other in enumerate(part) if other.pk == item.pk), None)
    beside = None if place is None else place + (-1 if up else 1)
    if place is None or beside is None or not 0 <= beside < len(part):
        return item
    other = part[beside]
    mine, theirs = item.position, other.position
    with deed(actor):
        perform("conclusion_item.move", actor=actor, obj=other, changes={"position": mine})
        return perform("conclusion_item.move", actor=actor, obj=item, changes={"position": theirs})


def end_item(*, actor: Actor, item: ConclusionItem) -> ConclusionItem:
    """Leave an item out; drafting again does not bring it back. Raises Refused, NotAllowed, Conflict."""
    return perform("conclusion_item.end", actor=actor, obj=item)


def restore_item(*, actor: Actor, item: ConclusionItem) -> ConclusionItem:
    """Take an item back in. Raises Refused, NotAllowed, Conflict."""
    return perform("conclusion_item.restore", actor=actor, obj=item)


def last_position(dialogue: Dialogue) -> int:
    """Return the place of the last item, also of one left out; 0 without any."""
    items = ConclusionItem.objects.of(dialogue.locality).filter(dialogue=dialogue)
    return items.aggregate(last=Max("position"))["last"] or 0


def _values(dialogue: Dialogue, draft: ItemDraft) -> dict[str, object]:
    text = clean(draft.text)
    if not text:
        raise Invalid("conclusion_item.no_text", NO_TEXT, field="text")
    if draft.due_on is not None and dialogue.held_on is not None and draft.due_on < dialogue.held_on:
        raise Invalid("conclusion_item.before_the_day", BEFORE_THE_DAY, field="due_on")
    return {
        "text": text, "group": draft.group.value, "unit": draft.unit, "due_on": draft.due_on,
        "supporting": clean(draft.supporting)[:300], "competent_body": clean(draft.competent_body)[:200],
        "product": clean(draft.product)[:200],
    }  # fmt: skip
