"""Ways of handing in that a locality has opened, each with a sentence that tells the people how."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError

from nghedan.domain.opinions.models import Channel
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

MOST_SIGNS = 300
NO_DETAILS = _("Xin ghi cách gửi: số điện thoại, nơi đặt hòm thư, giờ tiếp nhận …")
OPEN_ALREADY = _("Kênh này đã có; xin sửa kênh đã có.")


def add_channel(
    *, actor: Actor, locality: Locality, origin: Origin, details: str, position: int = 0, key: str = ""
) -> Channel:
    """Open a way of handing in; the people are told at once. Raises Invalid (open already, no details), NotAllowed."""
    channel = Channel(locality=locality, origin=origin.value, details=_details(details), position=position)
    try:
        with deed(actor):
            return create("channel.add", actor=actor, obj=channel, key=key)
    except IntegrityError:
        raise Invalid("channel.open_already", OPEN_ALREADY, field="origin") from None


def edit_channel(*, actor: Actor, channel: Channel, changes: Mapping[str, Any]) -> Channel:
    """Change what is told of a way, or its place among them. Raises Invalid, NotAllowed, Refused, Conflict."""
    stored = {name: changes[name] for name in ("details", "position") if name in changes}
    if "details" in stored:
        stored["details"] = _details(stored["details"])
    return perform("channel.edit", actor=actor, obj=channel, changes=stored)


def end_channel(*, actor: Actor, channel: Channel) -> Channel:
    """Close a way of handing in; what came by it stays. Raises NotAllowed, Refused, Conflict."""
    return perform("channel.end", actor=actor, obj=channel)


def _details(details: str) -> str:
    if not (said := clean(details)):
        raise Invalid("channel.no_details", NO_DETAILS, field="details")
    return said[:MOST_SIGNS]
