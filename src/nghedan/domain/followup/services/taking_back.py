"""Taking words out of commitments that their matter no longer speaks in."""

from collections.abc import Collection

from nghedan.domain.conclusions.rules import without_quotes
from nghedan.domain.followup.models import Commitment
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform


def take_back_from_commitments(actor: Actor, matter: Matter, quoted: Collection[str]) -> None:
    """Let the commitments about a matter say it in its present words; a consequence, done by the system."""
    system, facts = Actor.system(matter.locality), {"asked_by": actor.key}
    for row in Commitment.objects.of(matter.locality).select_related("dialogue", "locality").filter(matter=matter):
        text = without_quotes(row.text, quoted, matter.title)
        if text != row.text:
            perform("commitment.take_back_words", actor=system, obj=row, changes={"text": text}, facts=facts)
