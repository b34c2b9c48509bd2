"""A password card between the deed that issued it and the page that shows it, once; encrypted in the session."""

import base64
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.services.passwords import CARD_LIFE
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import DamagedError, lock, unlock
from nghedan.interfaces.web.http import StaffRequest

SESSION_KEY = "shown_card"
PURPOSE = "settings/card"


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What is printed: whose, the code, where to type it, and the same as a picture to be scanned."""

    full_name: str
    username: str
    code: str
    address: str
    picture: str
    days: int


def keep(request: StaffRequest, user: User, code: str) -> None:
    """Keep a card until it is shown."""
    box = lock(key_for(PURPOSE), code.encode(), user.public_id)
    request.session[SESSION_KEY] = {
        "form_key": request.POST.get("form_key", ""),
        "owner": user.public_id,
        "names": [user.full_name, user.username],
        "box": base64.b64encode(box).decode(),
    }


def is_repeat(request: StaffRequest) -> bool:
    """Say whether this very form has issued the card of this session already."""
    kept = request.session.get(SESSION_KEY)
    return kept is not None and bool(kept["form_key"]) and kept["form_key"] == request.POST.get("form_key")


def take(request: StaffRequest) -> ShownCard | None:
    """Return the card, this once."""
    kept = request.session.get(SESSION_KEY)
    if kept is None or not kept["box"]:
        return None
    request.session[SESSION_KEY] = {**kept, "box": ""}
    try:
        code = unlock(key_for(PURPOSE), base64.b64decode(kept["box"]), kept["owner"]).decode()
    except DamagedError:
        return None
    full_name, username = kept["names"]
    link = _absolute(request, reverse("web:password-card-link", kwargs={"code": code}))
    picture = segno.make(link, error="m").svg_data_uri(scale=4, border=2)
    address = _absolute(request, reverse("web:password-card"))
    return ShownCard(full_name, username, code, address, picture, CARD_LIFE.days)


def _absolute(request: StaffRequest, path: str) -> str:
    return f"{settings.NGHEDAN_PUBLIC_URL}{path}" if settings.NGHEDAN_PUBLIC_URL else request.build_absolute_uri(path)
