"""Lines of the ledger, latest first, page by page by number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import ledger_of, opinions_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.search.find import search
from nghedan.interfaces.console.ledger.forms.filtering import FilterForm

PAGE = 50
MOST_FOUND = 300
"""Hits of a search by words that are listed; more are a reason to look more closely."""

Number = tuple[int, int]
"""Year and number of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger; without ``opinion`` the viewer may know its number and nothing else."""

    year: int
    number: int
    opinion: Opinion | None


def lines_of(actor: Actor, form: FilterForm, before: Number | None, most: int = PAGE) -> tuple[list[Line], bool]:
    """Return the lines before a number, and whether there are more (two queries, with words three)."""
    numbers = _narrowed(actor, form)
    if before is not None:
        numbers = numbers.filter(Q(year__lt=before[0]) | Q(year=before[0], number__lt=before[1]))
    found = list(numbers.order_by("-year", "-number").values_list("pk", "year", "number")[: most + 1])
    return _read(actor, found[:most]), len(found) > most


def every_line(actor: Actor, form: FilterForm) -> Iterator[Line]:
    """Yield all lines of a filtered ledger, for handing out."""
    before, more = None, True
    while more:
        lines, more = lines_of(actor, form, before, most=1000)
        yield from lines
        before = (lines[-1].year, lines[-1].number) if lines else None


def _narrowed(actor: Actor, form: FilterForm) -> "QuerySet[Opinion]":
    """Narrow by the dialogue all lines, the neutral ones too; by anything an opinion says only what may be read."""
    of_dialogue: dict[str, Any] = {"dialogue__public_id": form.dialogue_id} if form.dialogue_id else {}
    if not form.of_content and not form.looked_for:
        return ledger_of(actor).filter(**of_dialogue)
    readable = opinions_visible_to(actor).filter(number__isnull=False, **of_dialogue, **form.of_content)
    if not form.looked_for:
        return readable
    hits = search(actor.locality, form.looked_for, visible=[readable], limit=MOST_FOUND)  # type: ignore[arg-type]
    return readable.filter(public_id__in=[hit.subject_id for hit in hits])


def _read(actor: Actor, found: Sequence[tuple[int, int, int | None]]) -> list[Line]:
    ids = [pk for pk, _year, _number in found]
    readable = {one.pk: one for one in opinions_visible_to(actor).filter(pk__in=ids).order_by()}
    return [Line(year, number or 0, readable.get(pk)) for pk, year, number in found]
