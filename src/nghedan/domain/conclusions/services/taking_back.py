"""Taking words out of a conclusion that its matter no longer speaks in."""

from collections.abc import Collection

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.rules import without_quotes
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform


def take_back_from_items(actor: Actor, matter: Matter, quoted: Collection[str]) -> None:
    """Let the items drafted from a matter say it in its present words; a consequence, done by the system."""
    system, facts = Actor.system(matter.locality), {"asked_by": actor.key}
    for item in ConclusionItem.objects.of(matter.locality).select_related("dialogue", "locality").filter(matter=matter):
        text = without_quotes(item.text, quoted, matter.title)
        if text != item.text:
            perform("conclusion_item.take_back_words", actor=system, obj=item, changes={"text": text}, facts=facts)
