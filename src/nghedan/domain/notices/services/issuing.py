"""What follows from issuing a notice: what it told is kept, the dialogue is announced, its limit is looked at."""

from nghedan.domain.dialogues.services.session import announce_dialogue
from nghedan.domain.notices.models import NoticeFacts
from nghedan.domain.notices.services.limits import settle_limit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import create


def call_out(actor: Actor, paper: OfficialPaper) -> None:
    """Keep day, hour and place as told, and note that the people were called; a consequence, done by the system."""
    dialogue = paper.dialogue
    facts = NoticeFacts(held_on=dialogue.held_on, starts_at=dialogue.starts_at, venue=dialogue.venue)
    _keep(actor, paper, facts)
    announce_dialogue(actor=actor, dialogue=dialogue)
    settle_limit(paper)


def call_off(actor: Actor, paper: OfficialPaper) -> None:
    """Keep that the people were told of no day any more; a consequence, done by the system."""
    _keep(actor, paper, NoticeFacts(is_off=True))


def _keep(actor: Actor, paper: OfficialPaper, facts: NoticeFacts) -> None:
    facts.locality, facts.paper = paper.locality, paper
    create("notice_facts.keep", actor=Actor.system(paper.locality), obj=facts, facts={"asked_by": actor.key})
