"""Every address of the product, and how to fill one in."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

SAMPLES = {"locality": "suoi-lanh", "year": "2026", "code": "abcd"}
PLACE = re.compile(r"<([^>]+)>")


def _addresses(resolver: URLResolver, route: str = "", namespace: str = "") -> Iterator[tuple[str, str, Any]]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _addresses(pattern, here, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", here, pattern.callback


ADDRESSES = {name: (route, view) for name, route, view in _addresses(get_resolver("nghedan.config.urls"))}
"""Name -> route and view."""


def names_in(route: str) -> list[str]:
    """Return the names of the parts a route leaves open."""
    return [part.rpartition(":")[2] for part in PLACE.findall(route)]


def path_of(route: str, parts: Mapping[str, str] = SAMPLES) -> str:
    """Return the address with its open parts filled in; what is not named becomes an id that nothing has."""

    def sample(match: re.Match[str]) -> str:
        kind, _colon, name = match.group(1).rpartition(":")
        return parts.get(name, "1" if kind == "int" else "abcdefghjkmn")

    return "/" + PLACE.sub(sample, route)
