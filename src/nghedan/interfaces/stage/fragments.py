"""The parts of the desk as markup, for the page and for whatever renews one of them."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.keys import issue_key
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.interfaces.stage.desk.present import PARTS, Bound

KEYS = ("next", "register", "words", "split", "aside", "outcome")
"""The forms of the desk that make a row: each sent twice makes it once."""


def fragment(name: str, actor: Actor, dialogue: Dialogue, request: HttpRequest | None = None) -> str:
    """Return one part of the desk (queue, turn, matter, minutes, agenda) as this actor may see it. Its element bears
    the id ``desk-<name>``. Without a request its forms have no token and are not to be sent."""
    return rendered(name, Desk(actor, dialogue), request)


def rendered(name: str, desk: Desk, request: HttpRequest | None = None, bound: Bound | None = None) -> str:
    """Return one part of a desk that was gathered already."""
    return render_to_string(f"stage/desk/{name}.html", context_of(name, desk, bound or {}), request)


def context_of(name: str, desk: Desk, bound: Bound) -> dict[str, Any]:
    """Return what the template of a part needs."""
    place = {"locality": desk.dialogue.locality, "dialogue": desk.dialogue, "may": desk.may, "is_open": desk.is_open}
    keys = {one: issue_key(desk.actor, one) for one in KEYS}
    return {**place, "keys": keys, "bound": bound, **PARTS[name](desk, bound)}
