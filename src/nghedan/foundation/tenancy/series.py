"""Running numbers without gaps: given out inside the transaction that uses them, one locality and year at a time."""

from django.db import IntegrityError, transaction
from django.db.models import F

from nghedan.foundation.tenancy.models import Locality, Series


def take_numbers(locality: Locality, code: str, year: int, count: int = 1) -> range:
    """Return the next ``count`` numbers; the row stays locked until the transaction ends, so none is lost."""
    mine = Series.objects.of(locality).filter(code=code, year=year)
    if not mine.update(last=F("last") + count):
        _begin(locality, code, year)
        mine.update(last=F("last") + count)
    last: int = mine.values_list("last", flat=True).get()
    return range(last - count + 1, last + 1)


def _begin(locality: Locality, code: str, year: int) -> None:
    try:
        with transaction.atomic():
            Series.objects.create(locality=locality, code=code, year=year)
    except IntegrityError:  # somebody began it at the same moment
        return
