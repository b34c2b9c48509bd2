"""Deeds on units: adding, correcting, ending, renaming, merging."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nghedan.domain.organisations.models import Post, Unit
from nghedan.domain.organisations.rules.spans import check_span, day_before
from nghedan.domain.organisations.services.fields import check_named, check_unit_free, is_repeat, tidied
from nghedan.domain.organisations.services.grants import carry_unit_grants, grant_post_roles, roles_of
from nghedan.domain.organisations.services.officers import appoint, end_posts_in
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

EDITABLE = frozenset({"name", "short_name", "kind", "body", "contact", "sort_order"})

TOO_FEW = _("Xin chọn từ hai đơn vị trở lên để hợp nhất.")


def add_unit(*, actor: Actor, unit: Unit, key: str = "") -> Unit:
    """Add a unit (not yet stored). Raises Invalid without a name, Refused when the name is taken at the time."""
    unit.name = check_named(unit.name)
    with deed(actor):
        if not is_repeat(unit.locality, key):
            check_unit_free(unit.locality, unit.name, unit.valid_from, unit.valid_to)
        return create("unit.add", actor=actor, obj=unit, key=key)


def edit_unit(*, actor: Actor, unit: Unit, changes: Mapping[str, Any]) -> Unit:
    """Correct a unit. A new name given by decision is a renaming, so that earlier papers keep the old one."""
    values = tidied(changes, EDITABLE)
    if "name" in values:
        check_named(values["name"])
        check_unit_free(unit.locality, values["name"], unit.valid_from, unit.valid_to, unit)
    return perform("unit.edit", actor=actor, obj=unit, changes=values)


def end_unit(*, actor: Actor, unit: Unit, last_day: date) -> Unit:
    """End a unit after ``last_day``; the posts held in it end with it."""
    check_span(unit.valid_from, last_day)
    with deed(actor):
        end_posts_in(actor=actor, place=unit, last_day=last_day)
        return perform("unit.end", actor=actor, obj=unit, changes={"valid_to": last_day})


def rename_unit(*, actor: Actor, unit: Unit, name: str, short_name: str = "", on: date) -> Unit:
    """Give a unit a new name from ``on``: a new row with its posts and roles; the old one stays to the day before."""
    renamed = Unit(
        locality=unit.locality, kind=unit.kind, name=check_named(name), short_name=short_name, body=unit.body,
        contact=unit.contact, sort_order=unit.sort_order, valid_from=on,
    )  # fmt: skip
    with deed(actor):
        _follow(actor, [unit], renamed, on, keeps_leaders=True)
    return renamed


def merge_units(*, actor: Actor, units: Sequence[Unit], merged: Unit, on: date) -> Unit:
    """Merge units into a new one (not yet stored) from ``on``; the old ones stay valid to the day before.

    Officers move over; who leads the new unit is appointed anew. Raises Invalid for fewer than two units.
    """
    if len({unit.pk for unit in units}) < 2:
        raise Invalid("unit.too_few", TOO_FEW, field="units")
    merged.name, merged.valid_from = check_named(merged.name), on
    with deed(actor):
        _follow(actor, units, merged, on, keeps_leaders=False)
    return merged


def replace_unit(*, actor: Actor, unit: Unit, successor: Unit) -> Unit:
    """Record which unit stands in the place of one that has ended."""
    return perform("unit.replace", actor=actor, obj=unit, changes={"replaced_by": successor})


def _follow(actor: Actor, units: Sequence[Unit], successor: Unit, on: date, *, keeps_leaders: bool) -> None:
    """End the units the day before, store the successor, and move posts and roles over."""
    posts = [(post, *roles_of(post)) for unit in units for post in _posts_moving(unit, on)]
    for unit in units:
        end_unit(actor=actor, unit=unit, last_day=day_before(on))
    check_unit_free(successor.locality, successor.name, on, successor.valid_to)
    create("unit.add", actor=actor, obj=successor)
    for unit in units:
        replace_unit(actor=actor, unit=unit, successor=successor)
        carry_unit_grants(unit, successor, on)
    for post, roles, scopes in posts:
        if keeps_leaders or not (post.is_head or post.is_deputy):
            moved = Post(
                locality=post.locality, officer=post.officer, title=post.title, unit=successor, is_head=post.is_head,
                is_deputy=post.is_deputy, valid_from=on, valid_to=post.valid_to,
            )  # fmt: skip
            appoint(actor=actor, post=moved)
            grant_post_roles(Actor.system(post.locality), moved, roles, scopes | {successor.scope})


def _posts_moving(unit: Unit, on: date) -> list[Post]:
    """Return the posts held on the day before that go on after it."""
    held = Post.objects.of(unit.locality).on(day_before(on)).filter(unit=unit).exclude(valid_to__lt=on)
    return list(held.select_related("officer__user", "unit", "locality"))
