"""Cards between the deed that issued them and the page that shows them, once; encrypted in the session."""

import base64
import json
from typing import Any

from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import DamagedError, lock, unlock
from nghedan.interfaces.web.http import StaffRequest

PURPOSE = "settings/card"


def keep(request: StaffRequest, kind: str, content: Any) -> None:
    """Keep what is to be shown (plain values) until it is; ``kind`` names the page that will."""
    box = lock(key_for(PURPOSE), json.dumps(content).encode(), _context(request, kind))
    request.session[_name(kind)] = {
        "form_key": request.POST.get("form_key", ""),
        "box": base64.b64encode(box).decode(),
    }


def is_repeat(request: StaffRequest, kind: str) -> bool:
    """Say whether this very form has already issued what this session holds."""
    kept = request.session.get(_name(kind))
    return kept is not None and bool(kept["form_key"]) and kept["form_key"] == request.POST.get("form_key")


def take(request: StaffRequest, kind: str) -> Any:
    """Return what was kept, this once; None when there is nothing, or it was shown."""
    kept = request.session.get(_name(kind))
    if kept is None or not kept["box"]:
        return None
    request.session[_name(kind)] = {**kept, "box": ""}
    try:
        content = unlock(key_for(PURPOSE), base64.b64decode(kept["box"]), _context(request, kind))
    except DamagedError:
        return None
    return json.loads(content)


def _name(kind: str) -> str:
    return f"shown_{kind}"


def _context(request: StaffRequest, kind: str) -> str:
    return f"{request.locality.public_id}/{kind}"
