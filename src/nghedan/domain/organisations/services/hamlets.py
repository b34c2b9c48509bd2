"""Deeds on hamlets: adding, correcting, ending, merging."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.rules.spans import check_span, day_before
from nghedan.domain.organisations.services.fields import check_hamlet_free, check_named, is_repeat, tidied
from nghedan.domain.organisations.services.officers import end_posts_in
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

EDITABLE = frozenset({"kind", "name", "voters", "households", "cluster"})

NEGATIVE = _("Xin ghi số cử tri, số hộ từ 0 trở lên.")
TOO_FEW = _("Xin chọn từ hai thôn, tổ dân phố trở lên để sáp nhập.")


def add_hamlet(*, actor: Actor, hamlet: Hamlet, key: str = "") -> Hamlet:
    """Add a hamlet (not yet stored). Raises Invalid without a name, Refused when kind and name are taken."""
    hamlet.name = check_named(hamlet.name)
    _check_counts({"voters": hamlet.voters, "households": hamlet.households})
    with deed(actor):
        if not is_repeat(hamlet.locality, key):
            check_hamlet_free(hamlet.locality, hamlet.kind, hamlet.name, hamlet.valid_from, hamlet.valid_to)
        return create("hamlet.add", actor=actor, obj=hamlet, key=key)


def edit_hamlet(*, actor: Actor, hamlet: Hamlet, changes: Mapping[str, Any]) -> Hamlet:
    """Correct kind or name, or enter this year's voters and households."""
    values = tidied(changes, EDITABLE)
    _check_counts(values)
    if {"name", "kind"} & set(values):
        kind, name = values.get("kind", hamlet.kind), check_named(values.get("name", hamlet.name))
        check_hamlet_free(hamlet.locality, kind, name, hamlet.valid_from, hamlet.valid_to, hamlet)
    return perform("hamlet.edit", actor=actor, obj=hamlet, changes=values)


def end_hamlet(*, actor: Actor, hamlet: Hamlet, last_day: date) -> Hamlet:
    """End a hamlet after ``last_day``; the posts held in it, its head's first, end with it."""
    check_span(hamlet.valid_from, last_day)
    with deed(actor):
        end_posts_in(actor=actor, place=hamlet, last_day=last_day)
        return perform("hamlet.end", actor=actor, obj=hamlet, changes={"valid_to": last_day})


def merge_hamlets(*, actor: Actor, hamlets: Sequence[Hamlet], merged: Hamlet, on: date) -> Hamlet:
    """Merge hamlets into a new one (not yet stored) from ``on``; the old ones stay valid to the day before.

    The new one may keep the name of one of the old. Voters and households are added up unless given. Its head is
    appointed anew. Raises Invalid for fewer than two hamlets, Refused when the name is taken by a third.
    """
    if len({hamlet.pk for hamlet in hamlets}) < 2:
        raise Invalid("hamlet.too_few", TOO_FEW, field="hamlets")
    merged.name, merged.valid_from = check_named(merged.name), on
    merged.voters = _sum_unless(merged.voters, [hamlet.voters for hamlet in hamlets])
    merged.households = _sum_unless(merged.households, [hamlet.households for hamlet in hamlets])
    with deed(actor):
        for hamlet in hamlets:
            end_hamlet(actor=actor, hamlet=hamlet, last_day=day_before(on))
        check_hamlet_free(merged.locality, merged.kind, merged.name, on, merged.valid_to)
        create("hamlet.add", actor=actor, obj=merged)
        for hamlet in hamlets:
            perform("hamlet.merge", actor=actor, obj=hamlet, changes={"merged_into": merged})
    return merged


def _check_counts(values: Mapping[str, Any]) -> None:
    """Raise Invalid, naming the field, for a number of voters or households below zero."""
    for name in ("voters", "households"):
        if (values.get(name) or 0) < 0:
            raise Invalid("hamlet.negative_count", NEGATIVE, field=name)


def _sum_unless(given: int | None, parts: Sequence[int | None]) -> int | None:
    """Return what was given, else the sum; unknown when a part is unknown, rather than too small."""
    if given is not None:
        return given
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
