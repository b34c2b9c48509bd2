"""The hall opens and closes, and what follows from papers: announced, concluded, closed."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.door import perform


def make_ready(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Say that all is prepared. Raises Refused, NotAllowed, Conflict."""
    return perform("dialogue.make_ready", actor=actor, obj=dialogue)


def open_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Open the conference (khai mạc). Raises Refused, NotAllowed, Conflict."""
    changes = {"opened_at": dialogue.opened_at or clock.now()}
    return perform("dialogue.open", actor=actor, obj=dialogue, changes=changes)


def adjourn_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """End the session (bế mạc). Raises Refused, NotAllowed, Conflict."""
    return perform("dialogue.adjourn", actor=actor, obj=dialogue, changes={"adjourned_at": clock.now()})


def resume_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Go on with a session that was ended by mistake. Raises Refused, NotAllowed, Conflict."""
    return perform("dialogue.resume", actor=actor, obj=dialogue, changes={"adjourned_at": None})


def announce_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Note that the people were told: a consequence of the issued notice, done by the system."""
    return _follow("dialogue.announce", actor, dialogue, DialogueState.PLANNED)


def conclude_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Note that the conclusion was issued: a consequence, done by the system."""
    return _follow("dialogue.conclude", actor, dialogue, DialogueState.ADJOURNED)


def close_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Close a dialogue whose every matter and commitment is closed. Raises Refused, NotAllowed, Conflict."""
    return perform("dialogue.close", actor=actor, obj=dialogue, changes={"closed_on": clock.today()})


def take_up_dialogue(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Reopen a closed dialogue because one of its matters was reopened; a consequence, done by the system."""
    if dialogue.state != DialogueState.CLOSED:
        return dialogue
    facts = {"asked_by": actor.key}
    system = Actor.system(dialogue.locality)
    return perform("dialogue.take_up", actor=system, obj=dialogue, changes={"closed_on": None}, facts=facts)


def _follow(code: str, actor: Actor, dialogue: Dialogue, source: DialogueState) -> Dialogue:
    if dialogue.state != source:
        return dialogue
    return perform(code, actor=Actor.system(dialogue.locality), obj=dialogue, facts={"asked_by": actor.key})
