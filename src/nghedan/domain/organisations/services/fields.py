"""What every deed here does with what was typed: names tidied, days in order, no name given twice at one time."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.domain.organisations.rules.names import same_name_key, tidy
from nghedan.domain.organisations.rules.spans import check_span
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.models import UsedKey
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NAME_MISSING = _("Xin nhập tên.")
NAME_TAKEN = _("Đã có “%(name)s” trong cùng thời gian; xin sửa dòng đã có, hoặc chọn tên khác.")


def is_repeat(locality: Locality, key: str) -> bool:
    """Say whether the form with this key has been stored already, so that its own row is not held against it."""
    return bool(key) and UsedKey.objects.filter(locality=locality, key=key).exists()


def tidied(changes: Mapping[str, Any], editable: Iterable[str]) -> dict[str, Any]:
    """Return the changes with texts tidied. Raises ValueError for a field that is not edited this way."""
    unknown = set(changes) - set(editable)
    if unknown:
        raise ValueError(f"not edited this way: {sorted(unknown)}")
    return {name: tidy(value) if isinstance(value, str) else value for name, value in changes.items()}


def check_named(name: str, field: str = "name") -> str:
    """Return the tidied name. Raises Invalid when nothing is left."""
    if not (name := tidy(name)):
        raise Invalid("name.missing", NAME_MISSING, field=field)
    return name


def check_unit_free(
    locality: Locality, name: str, first: date | None, last: date | None, but: Unit | None = None
) -> None:
    """Raise Refused when another unit bears this name on a day of the span."""
    check_span(first, last)
    _check_free(Unit.objects.of(locality).within(first, last), name, but)


def check_hamlet_free(
    locality: Locality, kind: str, name: str, first: date | None, last: date | None, but: Hamlet | None = None
) -> None:
    """Raise Refused when another hamlet of this kind bears this name on a day of the span."""
    check_span(first, last)
    _check_free(Hamlet.objects.of(locality).within(first, last).filter(kind=kind), name, but)


def _check_free(rows: Iterable[Unit | Hamlet], name: str, but: Unit | Hamlet | None) -> None:
    key = same_name_key(name)
    if any(same_name_key(row.name) == key for row in rows if row != but):
        raise Refused("name.taken", NAME_TAKEN, name=name)
