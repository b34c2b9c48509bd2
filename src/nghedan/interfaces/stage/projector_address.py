"""Where a phone in the hall finds the page for those attending."""

import socket
from ipaddress import ip_address

from django.conf import settings
from django.urls import reverse

from nghedan.domain.dialogues.models import Dialogue
from nghedan.interfaces.web.http import LocalRequest

ELSEWHERE = ("192.0.2.1", 9)
"""An address of documentation (RFC 5737): a socket that is made for it tells the own address; nothing is sent."""


def hall_address(request: LocalRequest, dialogue: Dialogue) -> str:
    """Return the page's whole address: as the installation is known to the world, else as the laptop in the hall is
    known to the phones on its network."""
    page = reverse("hall:page", kwargs={"locality": dialogue.locality.slug, "dialogue_id": dialogue.public_id})
    if settings.NGHEDAN_PUBLIC_URL:
        return f"{settings.NGHEDAN_PUBLIC_URL}{page}"
    host, _colon, port = request.get_host().partition(":")
    if not _is_only_here(host):
        return request.build_absolute_uri(page)
    return f"http://{_own_address() or host}{':' if port else ''}{port}{page}"


def _is_only_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _own_address() -> str:
    """Return the address of this machine on its network, "" if it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return ""
        own: str = probe.getsockname()[0]
        return own
