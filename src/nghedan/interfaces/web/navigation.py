"""Entries at the side of staff pages and under the citizens' head; each interface brings its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext

from nghedan.foundation.access.decide import decide
from nghedan.foundation.ui.models import Link, LinkGroup
from nghedan.interfaces.web.http import LocalRequest


@dataclass(frozen=True, slots=True)
class Entry:
    """A page one can go to: shown to whoever holds the permission, or to all when none is named (source text).

    Pages below its address belong to it, and those whose URL names begin with one of ``also``.
    """

    label: str
    url_name: str
    permission: str = ""
    group: str = ""
    also: tuple[str, ...] = ()


_entries: dict[str, tuple[Entry, ...]] = {}
_search: dict[str, str] = {}


def install(entries: Mapping[str, Sequence[Entry]], search: Mapping[str, str]) -> None:
    """Install URL namespace -> entries in their order, and URL namespace -> name of its search page."""
    _entries.clear()
    _search.clear()
    _entries.update({namespace: tuple(listed) for namespace, listed in entries.items()})
    _search.update(search)


def links_for(request: LocalRequest, namespace: str) -> list[LinkGroup]:
    """Return the entries this actor may open, by group, the present page marked."""
    open_to_actor = [entry for entry in _entries.get(namespace, ()) if _is_open(request, entry)]
    hrefs = {entry: reverse(entry.url_name, kwargs={"locality": request.locality.slug}) for entry in open_to_actor}
    here = _also(request, hrefs) or max(filter(request.path.startswith, hrefs.values()), key=len, default="")
    return [
        LinkGroup(
            gettext(group) if group else "",
            [Link(gettext(entry.label), hrefs[entry], current=hrefs[entry] == here) for entry in listed],
        )
        for group, listed in groupby(open_to_actor, key=lambda entry: entry.group)
    ]


def _also(request: LocalRequest, hrefs: Mapping[Entry, str]) -> str:
    """Return the address of the entry that names the present page as its own, or nothing."""
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    return next((href for entry, href in hrefs.items() if entry.also and name.startswith(entry.also)), "")


def search_href(request: LocalRequest, namespace: str) -> str:
    """Return the address of the search page, or nothing where there is none."""
    name = _search.get(namespace)
    return reverse(name, kwargs={"locality": request.locality.slug}) if name else ""


def _is_open(request: LocalRequest, entry: Entry) -> bool:
    return not entry.permission or decide(request.actor, entry.permission).allowed
