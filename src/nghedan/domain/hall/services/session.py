"""The session opens and ends; what runs in it ends with it."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import session
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.queries.speaking import running_turn
from nghedan.domain.hall.services.agenda import end_item
from nghedan.domain.hall.services.minutes import begin_minutes, grow_line
from nghedan.domain.hall.services.speaking import end_turn
from nghedan.domain.hall.terms import AgendaState, LineKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.kernel.terms import gettext_noop as _

OPENED, ADJOURNED, RESUMED = _("Khai mạc hội nghị."), _("Bế mạc hội nghị."), _("Hội nghị tiếp tục.")


def open_session(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Open the conference; its minutes begin with that. Raises Refused, NotAllowed, Conflict."""
    with deed(actor):
        session.open_dialogue(actor=actor, dialogue=dialogue)
        begin_minutes(actor=actor, dialogue=dialogue)
        _tell(actor, dialogue, OPENED)
    return dialogue


def adjourn_session(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """End the conference; who still speaks and the item that runs end with it. Raises Refused, NotAllowed, Conflict."""
    with deed(actor):
        if (running := running_turn(dialogue)) is not None:
            end_turn(actor=actor, turn=running)
        items = AgendaItem.objects.of(dialogue.locality).select_related("dialogue", "locality")
        for item in items.filter(dialogue=dialogue, state=AgendaState.RUNNING):
            end_item(actor=Actor.system(dialogue.locality), item=item)
        session.adjourn_dialogue(actor=actor, dialogue=dialogue)
        _tell(actor, dialogue, ADJOURNED)
    return dialogue


def resume_session(*, actor: Actor, dialogue: Dialogue) -> Dialogue:
    """Go on with a session that was ended by mistake. Raises Refused, NotAllowed, Conflict."""
    with deed(actor):
        session.resume_dialogue(actor=actor, dialogue=dialogue)
        _tell(actor, dialogue, RESUMED)
    return dialogue


def _tell(actor: Actor, dialogue: Dialogue, text: str) -> None:
    """Tell it in the minutes, once for each time it happens."""
    at = clock.now()
    grow_line(
        actor=actor, dialogue=dialogue, kind=LineKind.SESSION, subject=dialogue, text=text, at=at,
        occasion=f"{dialogue.version}",
    )  # fmt: skip
