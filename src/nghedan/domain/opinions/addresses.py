"""Addresses printed on slips and receipts, and how a slip is recognised again by its own."""

import re

from django.conf import settings

from nghedan.domain.opinions.models import Slip
from nghedan.foundation.tenancy.models import Locality

_SLIP = re.compile(r"/(?P<place>[-\w]+)/p/(?P<slip>[a-z0-9]{12})/?$")


def slip_address(slip: Slip) -> str:
    """Return what the large QR code of a slip holds: the page on which its opinion can be sent instead."""
    return f"{settings.NGHEDAN_PUBLIC_URL}/{slip.locality.slug}/p/{slip.public_id}"


def status_address(locality: Locality, code: str) -> str:
    """Return what the QR code of a receipt holds: the page that tells what became of it."""
    return f"{settings.NGHEDAN_PUBLIC_URL}/{locality.slug}/tra-cuu/?ma={code}"


def slip_id_in(text: str, locality: Locality) -> str | None:
    """Return the public id of the slip whose code was read; "" for a slip of another locality, None for no slip."""
    found = _SLIP.search(text)
    if found is None:
        return None
    return found["slip"] if found["place"] == locality.slug else ""
