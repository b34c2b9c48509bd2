"""Taking over a starting set: the body and its units of one side and time. Taking it over again adds nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.rules.names import province_title, same_name_key
from nghedan.domain.organisations.services.bodies import add_body
from nghedan.domain.organisations.services.units import replace_unit
from nghedan.domain.organisations.starting_sets import StartingSet, StartingUnit, starting_sets
from nghedan.domain.organisations.terms import BodyKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

UNKNOWN_SET = _("Không có bộ khởi đầu này cho %(locality)s; xin chọn bộ khác.")

_COMMITTEES = {
    LocalityLevel.TOWN: ("Thị ủy", "TU"),
    LocalityLevel.DISTRICT: ("Huyện ủy", "HU"),
    LocalityLevel.PROVINCE: ("Tỉnh ủy", "TU"),
}


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a starting set brought: the body, and the units that were not there yet."""

    body: Body
    units: tuple[Unit, ...]


def apply_starting_set(*, actor: Actor, locality: Locality, code: str, on: date | None = None) -> TakenOver:
    """Add what is missing of a starting set; units are valid from ``on``, or from the day the set came into force.

    A body of the kind that is there already is kept as it is. Units of an earlier set are ended and linked to what
    stands in their place. Raises Invalid for a set that does not exist for a locality of this level.
    """
    starting_set = starting_sets().get(code)
    if starting_set is None or locality.level_term not in starting_set.levels:
        raise Invalid("starting_set.unknown", UNKNOWN_SET, field="code", locality=locality.full_name)
    first, last = on or starting_set.valid_from, starting_set.valid_to
    with deed(actor):
        body = _body(actor, locality, starting_set)
        present = {same_name_key(unit.name) for unit in Unit.objects.of(locality).within(first, last)}
        units = [
            _unit(locality, body, template, position, first, last)
            for position, template in enumerate(starting_set.units_at(locality.level_term), start=1)
        ]
        added = tuple(unit for unit in units if same_name_key(unit.name) not in present)
        for unit in added:
            create("unit.add", actor=actor, obj=unit)
            if last is not None:
                perform("unit.end", actor=actor, obj=unit)
        _link_successors(actor, locality, starting_set.body_kind)
    return TakenOver(body, added)


def _body(actor: Actor, locality: Locality, starting_set: StartingSet) -> Body:
    there: Body | None = Body.objects.of(locality).filter(kind=starting_set.body_kind).order_by("-pk").first()
    if there is not None:
        return there
    values = {name: _filled(text, locality) for name, text in starting_set.body.items()}
    return add_body(
        actor=actor,
        body=Body(locality=locality, kind=starting_set.body_kind, place_name=locality.place_name, **values),
    )


def _unit(
    locality: Locality, body: Body, template: StartingUnit, position: int, first: date | None, last: date | None
) -> Unit:
    return Unit(
        locality=locality,
        kind=template.kind,
        name=_filled(template.name, locality),
        short_name=_filled(template.short_name, locality),
        body=body if template.is_own else None,
        sort_order=position * 10,
        valid_from=first,
        valid_to=last,
    )


def _link_successors(actor: Actor, locality: Locality, kind: BodyKind) -> None:
    """Link ended units to what the shipped sets say stands in their place, whichever set was taken over first."""
    units = list(Unit.objects.of(locality).order_by("pk"))
    standing = {same_name_key(unit.name): unit for unit in units if unit.valid_to is None}
    successors = _successor_names(locality, kind)
    for unit in units:
        successor = standing.get(successors.get(same_name_key(unit.name), ""))
        if unit.state == Standing.ENDED and successor and unit.replaced_by_id is None:
            replace_unit(actor=actor, unit=unit, successor=successor)


def _successor_names(locality: Locality, kind: BodyKind) -> Mapping[str, str]:
    """Return the name of a former unit -> the name of its successor; a name that stays succeeds itself."""
    return {
        same_name_key(_filled(before, locality)): same_name_key(_filled(unit.name, locality))
        for starting_set in starting_sets().values()
        if starting_set.body_kind == kind and starting_set.valid_to is None
        for unit in starting_set.units_at(locality.level_term)
        for before in (unit.name, *unit.replaces)
    }


def _filled(text: str, locality: Locality) -> str:
    province = province_title(locality.province_name)
    committee, committee_code = _COMMITTEES.get(locality.level_term, ("Đảng ủy", "ĐU"))
    if locality.level_term is LocalityLevel.PROVINCE and province_title(locality.name).startswith("thành phố"):
        committee = "Thành ủy"
    return text.format(
        place=locality.full_name,
        level=locality.level_term.label,
        name=locality.name,
        PROVINCE=province.upper(),
        Committee=committee,
        committee_code=committee_code,
    )
