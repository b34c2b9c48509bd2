"""Every address: closed unless listed here, with its headers, and its name not open to localities."""

from typing import Any

import pytest
from django.test import Client

from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.places import RESERVED
from nghedan.interfaces.web.security import HEADERS, OWN_FRAME_POLICY
from tests.architecture.addresses import ADDRESSES, path_of

OPEN = {
    "web:home", "web:password-card", "web:password-card-use",
    "web:password-card-link", "web:language", "web:healthz", "web:readyz", "web:version",
    "first-run:code", "first-run:locality", "first-run:hamlets", "first-run:account", "first-run:done",
    "account_login", "account_logout", "account_inactive", "mfa_authenticate",
    "account_card", "account_card_link", "hall:page", "hall:events", "hall:state", "hall:ask",
}  # fmt: skip
"""Addresses outside the portal that need no sign-in."""


def _is_open(view: Any) -> bool:
    return getattr(view, "login_required", True) is False


def test_outside_the_portal_only_listed_addresses_are_open() -> None:
    assert {
        name for name, (_route, view) in ADDRESSES.items() if _is_open(view) and not name.startswith("portal:")
    } == OPEN


@pytest.mark.parametrize("namespace", ["console:", "stage:"])
def test_nothing_of_the_staff_is_open(namespace: str) -> None:
    assert namespace in {f"{name.partition(':')[0]}:" for name in ADDRESSES}
    assert [name for name, (_route, view) in ADDRESSES.items() if name.startswith(namespace) and _is_open(view)] == []


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_address_answers_with_the_headers(name: str, locality: Locality, client: Client) -> None:
    route, view = ADDRESSES[name]
    answer = client.get(path_of(route))
    framed = answer.headers.get("X-Frame-Options") == "SAMEORIGIN"
    expected = {
        **HEADERS,
        **({"X-Frame-Options": "SAMEORIGIN", "Content-Security-Policy": OWN_FRAME_POLICY} if framed else {}),
    }
    assert {header: answer.headers.get(header) for header in HEADERS} == expected
    assert answer.status_code < 500
    if not _is_open(view):
        assert (answer.status_code, answer.headers.get("Location", "").partition("?")[0]) == (302, "/account/sign-in/")


def test_no_locality_can_hide_an_address() -> None:
    first_parts = {route.partition("/")[0] for route, _view in ADDRESSES.values()}
    assert {part for part in first_parts if part and "<" not in part} <= RESERVED
