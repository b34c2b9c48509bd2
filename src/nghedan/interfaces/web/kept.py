"""Text typed into a form that could not be taken: given back, to be sent again."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, QueryDict

from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import DamagedError, lock, unlock

SESSION_KEY = "kept_form"
PURPOSE = "web/kept-form"
MOST_CHARACTERS = 200_000
LONGEST_HIDDEN = 40
NEVER_GIVEN_BACK = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code", "pin"}


@dataclass(frozen=True, slots=True)
class TypedField:
    """One value of a form that is given back."""

    name: str
    value: str

    @property
    def is_text(self) -> bool:
        """Whether somebody wrote it, so that it is shown; single words (choices, ids, keys) travel hidden."""
        is_long = len(self.value) > LONGEST_HIDDEN and self.name != "form_key"
        return is_long or any(character.isspace() for character in self.value)


def fields_of(data: QueryDict) -> list[TypedField]:
    """Return what is to be given back: no token, no password, no code."""
    return [
        TypedField(name, value) for name, values in data.lists() if name not in NEVER_GIVEN_BACK for value in values
    ]


def is_from_our_page(request: HttpRequest) -> bool:
    """Say whether a page of ours sent the form; a foreign page's text must not be offered for sending again."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.netloc == request.get_host() and origin.scheme == request.scheme


def keep(session: SessionBase, *, owner: str, path: str, data: QueryDict) -> bool:
    """Keep a form, encrypted, in the session of somebody who must sign in again; False when it is too long."""
    text = data.urlencode()
    if len(text) > MOST_CHARACTERS:
        return False
    box = lock(key_for(PURPOSE), text.encode(), owner)
    session[SESSION_KEY] = {"owner": owner, "path": path, "box": base64.b64encode(box).decode()}
    return True


def kept_for(session: SessionBase, owner: str) -> tuple[str, list[TypedField]] | None:
    """Return address and fields of the kept form, if it is this person's."""
    kept: dict[str, Any] = session.get(SESSION_KEY, {})
    if kept.get("owner") != owner:
        return None
    try:
        text = unlock(key_for(PURPOSE), base64.b64decode(kept["box"]), owner).decode()
    except DamagedError:
        return None
    return kept["path"], fields_of(QueryDict(text))


def forget(session: SessionBase, paths: Iterable[str] | None = None) -> None:
    """Drop the kept form, or only when it belongs to one of the addresses."""
    kept = session.get(SESSION_KEY)
    if kept is not None and (paths is None or kept["path"] in paths):
        del session[SESSION_KEY]
