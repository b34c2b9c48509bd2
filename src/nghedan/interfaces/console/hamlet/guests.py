"""Whom a hamlet is to send: rows of its page, each leading to where the names are written."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.invitations.queries import seats_waiting
from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.console.guests.present.seats import task_title
from nghedan.interfaces.console.links import href


@dataclass(frozen=True, slots=True)
class Asked:
    """Names that are asked for, and until when."""

    title: str
    href: str
    theme: str
    due_on: date | None


def asked_of(actor: Actor) -> list[Asked]:
    """Return what this person is asked to send (one query)."""
    return [
        Asked(
            task_title(one), href("own-seats-one", one.locality, allotment_id=one.public_id), one.dialogue.theme,
            one.due_on,
        )
        for one in seats_waiting(actor)
    ]  # fmt: skip
