"""Fields of a locality: the starting ones, and changes to them; every version stays in the journal."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError
from django.utils.text import slugify

from nghedan.domain.matters.models import Field
from nghedan.domain.matters.starting_fields import StartingField, starting_fields
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import fold

EDITABLE = ("name", "keywords", "unit", "days", "question", "is_conduct", "position")
NO_NAME = _("Xin ghi tên lĩnh vực.")
TAKEN = _("Đã có lĩnh vực mang tên này; xin sửa lĩnh vực ấy, hoặc chọn tên khác.")
LONGEST_KEYWORD = 80


def install_starting_fields(*, actor: Actor, locality: Locality) -> list[Field]:
    """Give a locality the shipped fields it never had, each with the unit of its kind; return those added.

    Doing it again adds nothing: what was changed or ended stays so. Raises NotAllowed.
    """
    had = set(Field.objects.of(locality).values_list("code", flat=True))
    units = {unit.kind: unit for unit in reversed(units_on(locality, clock.today()))}
    fresh = [
        _field(locality, position, shipped, units)
        for position, shipped in enumerate(starting_fields(), 1)
        if shipped.code not in had
    ]
    create_many("field.add", actor=actor, objs=fresh)
    return fresh


def add_field(*, actor: Actor, field: Field, key: str = "") -> Field:
    """Add a field; its code follows from its name. Raises Invalid without a name or for one that is taken."""
    field.name = _name(field.name)
    field.keywords = clean_keywords(field.keywords)
    field.code = slugify(fold(field.name))[:40]
    try:
        with deed(actor):
            return create("field.add", actor=actor, obj=field, key=key)
    except IntegrityError:
        raise Invalid("field.taken", TAKEN, field="name") from None


def edit_field(*, actor: Actor, field: Field, changes: Mapping[str, Any]) -> Field:
    """Change a field. Raises Invalid without a name, ValueError for what is not changed this way, NotAllowed."""
    if unknown := set(changes) - set(EDITABLE):
        raise ValueError(f"not edited this way: {sorted(unknown)}")
    stored = dict(changes)
    if "name" in stored:
        stored["name"] = _name(stored["name"])
    if "keywords" in stored:
        stored["keywords"] = clean_keywords(stored["keywords"])
    return perform("field.edit", actor=actor, obj=field, changes=stored)


def end_field(*, actor: Actor, field: Field) -> Field:
    """Use a field no longer for new matters; those it has keep it. Raises NotAllowed, Conflict."""
    return perform("field.end", actor=actor, obj=field, changes={"valid_to": clock.today()})


def clean_keywords(keywords: Iterable[str]) -> list[str]:
    """Return phrases once each, in their order, without empty ones."""
    phrases = (" ".join(clean(phrase).lower().split())[:LONGEST_KEYWORD] for phrase in keywords)
    return list(dict.fromkeys(filter(None, phrases)))


def _field(locality: Locality, position: int, shipped: StartingField, units: Mapping[str, Unit]) -> Field:
    return Field(
        locality=locality, code=shipped.code, name=shipped.name, keywords=list(shipped.keywords),
        unit=units.get(shipped.unit_kind.value), days=shipped.days, question=shipped.question,
        is_conduct=shipped.is_conduct, position=position,
    )  # fmt: skip


def _name(name: str) -> str:
    if not (said := " ".join(clean(name).split())):
        raise Invalid("field.no_name", NO_NAME, field="name")
    return said[:120]
