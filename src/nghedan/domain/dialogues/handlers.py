"""Reactions: tasks follow the limit they hang on; a dialogue is found by its words."""

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.terms import TaskState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.search.indexing import index
from nghedan.foundation.transitions.door import perform_many


def on_limit_moved(entry: OutboxEntry) -> None:
    """Move the open tasks of a dialogue with a limit counted anew or fixed; tasks with a day of their own stay."""
    limit = Deadline.objects.across(Actor.system()).filter(public_id=entry.payload["id"]).first()
    if limit is None or limit.subject_type != subject_type_of(Dialogue):
        return
    tasks = Task.objects.of(limit.locality).filter(
        dialogue__public_id=limit.subject_id, limit_code=limit.rule_code, state=TaskState.OPEN, due_by_hand=False
    )
    moved = tasks.exclude(due_on=limit.due_on)
    perform_many("task.edit", actor=Actor.system(limit.locality), objs=moved, changes={"due_on": limit.due_on})


def on_dialogue_changed(entry: OutboxEntry) -> None:
    """Let a dialogue be found by what it says of itself now."""
    dialogues = Dialogue.objects.across(Actor.system()).select_related("locality", "body")
    dialogue = dialogues.filter(public_id=entry.payload["id"]).first()
    if dialogue is not None:
        words = (*dialogue.topics, *dialogue.audience, *dialogue.participants, dialogue.venue, dialogue.body.name)
        index(dialogue, title=dialogue.theme, text="\n".join(words))
