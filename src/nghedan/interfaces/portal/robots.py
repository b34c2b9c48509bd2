"""Robots, held back without a riddle and without ever refusing a person: too quick, too many, or in the trap.

Whoever is suspected gets a receipt like everybody; a clerk looks before the opinion has its number.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from nghedan.foundation.budgets.spending import Budget, spend_all
from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for
from nghedan.interfaces.web.http import LocalRequest

TRAP = "website"
"""A field that people neither see nor hear read out; programs fill it in."""

LEAST = timedelta(seconds=3)
"""Nobody reads and answers four questions faster."""

OFTEN = (
    Budget("give.minutes", most=400, per=timedelta(minutes=5)),
    Budget("give.day", most=2_000, per=timedelta(days=1)),
)
"""What one address may send to one locality: a hall, or a whole mobile network, is one address."""

SAME_HOUSE = 64
"""Bits of an IPv6 address that a connection keeps; the rest changes at its own will."""


def stamp_of(key: str, begun_at: datetime) -> str:
    """Return when a form was begun, sealed together with its key."""
    seconds = str(int(begun_at.timestamp()))
    return f"{seconds}.{_seal(key, seconds)}"


def begun_at(stamp: str, key: str) -> datetime | None:
    """Return when the form with this key was begun; None for a stamp that is not ours."""
    seconds, _dot, seal = stamp.partition(".")
    if not hmac.compare_digest(seal.encode(), _seal(key, seconds).encode()):
        return None
    return datetime.fromtimestamp(int(seconds), UTC)


def is_suspect(request: LocalRequest, *, key: str, stamp: str, trap: str) -> bool:
    """Say whether what is being sent is to be held back; counts it for the sender's address."""
    address = f"{request.locality.public_id} {address_of(request)}"
    is_within = spend_all(OFTEN, address)
    begun = begun_at(stamp, key)
    is_quick = begun is None or clock.now() - begun < LEAST
    return bool(trap) or is_quick or not is_within


def address_of(request: HttpRequest) -> str:
    """Return the address that counts: the client's as told by a trusted proxy, else whoever is connected."""
    address = request.META.get("REMOTE_ADDR", "")
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    while address in settings.NGHEDAN_TRUSTED_PROXIES and told:
        address = told.pop()
    return _house(address)


def _house(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address):
        return str(ip_network((known, SAME_HOUSE), strict=False))
    return str(known)


def _seal(key: str, seconds: str) -> str:
    message = f"{seconds}\n{key}".encode()
    return hmac.new(key_for("portal/stamps"), message, hashlib.sha256).hexdigest()[:40]
