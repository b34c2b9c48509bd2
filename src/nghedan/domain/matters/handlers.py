"""Reactions: due dates follow the limit they hang on."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.deadlines import ANSWER, OF_DIALOGUE, limit_among
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import MatterState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.door import perform

GIVEN = (MatterState.ASSIGNED, MatterState.PREPARED)


def on_answer_limit_moved(entry: OutboxEntry) -> None:
    """Move the due dates that follow a limit set, counted anew, fixed or dropped; those fixed by hand stay."""
    limit = Deadline.objects.across(Actor.system()).select_related("locality").filter(public_id=entry.payload["id"]).first()  # fmt: skip  # noqa: E501
    if limit is None:
        return
    matters = list(_following(limit).select_related("dialogue__locality", "locality"))
    known = every_limit_of(matters[0].dialogue or matters[0]) if matters else {}
    for matter in matters:
        found = limit_among(known, matter)
        due_on = found.due_on if found else None
        if matter.due_on != due_on:
            perform("matter.fix_due", actor=Actor.system(limit.locality), obj=matter, changes={"due_on": due_on})


def _following(limit: Deadline) -> ScopedQuerySet[Matter]:
    matters = Matter.objects.of(limit.locality).filter(state__in=GIVEN, due_by_hand=False)
    if limit.subject_type == subject_type_of(Dialogue) and limit.rule_code in OF_DIALOGUE:
        return matters.filter(dialogue__public_id=limit.subject_id)
    if limit.subject_type == subject_type_of(Matter) and limit.rule_code == ANSWER:
        return matters.filter(public_id=limit.subject_id)
    return matters.none()
