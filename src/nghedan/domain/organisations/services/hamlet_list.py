"""Hamlets from a pasted list: shown as understood first, then stored; pasting it again changes nothing."""

from collections.abc import Mapping
from datetime import date

from nghedan.domain.organisations.models import Hamlet, Officer, Post
from nghedan.domain.organisations.queries import hamlet_heads_on
from nghedan.domain.organisations.rules.hamlet_list import ListedHamlet, read_hamlet_list
from nghedan.domain.organisations.rules.hamlet_verdicts import (
    HamletKey,
    JudgedLine,
    KnownHamlet,
    brings_head,
    changes_of,
    judge,
)
from nghedan.domain.organisations.rules.names import same_name_key
from nghedan.domain.organisations.services.hamlets import edit_hamlet
from nghedan.domain.organisations.services.officers import add_officer, appoint
from nghedan.domain.organisations.terms import HamletKind, Verdict
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create


def preview_hamlet_list(
    *, locality: Locality, text: str, default_kind: HamletKind | None = None, on: date | None = None
) -> list[JudgedLine]:
    """Return what would become of every line that is not blank; stores nothing. Raises Invalid for too long a list."""
    return judge(read_hamlet_list(text, default_kind), _known(_present(locality, on), locality, on))


def add_hamlets_from_list(
    *, actor: Actor, locality: Locality, text: str, default_kind: HamletKind | None = None, on: date | None = None
) -> list[JudgedLine]:
    """Store the list in one transaction: new hamlets with their heads, new counts of known ones.

    New hamlets are valid from ``on``, or since before this system. Lines that were not understood stay out and come
    back in the result, to be corrected and pasted again; what is there already is passed over. Raises Invalid.
    """
    with deed(actor):
        present = _present(locality, on)
        known = _known(present, locality, on)
        judged = judge(read_hamlet_list(text, default_kind), known)
        for line in judged:
            if line.verdict is Verdict.NEW:
                _add(actor, locality, line.listed, on)
            elif line.verdict is Verdict.CHANGED:
                _update(actor, present[line.listed.key], line.listed, known[line.listed.key])
    return judged


def _present(locality: Locality, on: date | None) -> dict[HamletKey, Hamlet]:
    """Return the hamlets valid on the day or later, by kind and name."""
    rows = Hamlet.objects.of(locality).within(on or clock.today(), None).select_related("locality").order_by("-pk")
    return {(hamlet.kind, same_name_key(hamlet.name)): hamlet for hamlet in rows}


def _known(present: Mapping[HamletKey, Hamlet], locality: Locality, on: date | None) -> dict[HamletKey, KnownHamlet]:
    heads = hamlet_heads_on(locality, on or clock.today())
    return {
        key: KnownHamlet(hamlet.voters, hamlet.households, has_head=hamlet.pk in heads)
        for key, hamlet in present.items()
    }


def _add(actor: Actor, locality: Locality, listed: ListedHamlet, on: date | None) -> None:
    hamlet = Hamlet(
        locality=locality, kind=listed.key[0], name=listed.name, voters=listed.voters, households=listed.households,
        valid_from=on,
    )  # fmt: skip
    create("hamlet.add", actor=actor, obj=hamlet)
    if listed.head_name:
        _appoint_head(actor, hamlet, listed, on)


def _update(actor: Actor, hamlet: Hamlet, listed: ListedHamlet, known: KnownHamlet) -> None:
    if changes := changes_of(listed, known):
        edit_hamlet(actor=actor, hamlet=hamlet, changes=changes)
    if brings_head(listed, known):
        _appoint_head(actor, hamlet, listed, clock.today())


def _appoint_head(actor: Actor, hamlet: Hamlet, listed: ListedHamlet, since: date | None) -> None:
    officer = Officer(locality=hamlet.locality, full_name=listed.head_name, phone=listed.head_phone)
    add_officer(actor=actor, officer=officer)
    head = Post(
        locality=hamlet.locality,
        officer=officer,
        title=hamlet.head_title,
        hamlet=hamlet,
        is_head=True,
        valid_from=since,
    )
    appoint(actor=actor, post=head)
