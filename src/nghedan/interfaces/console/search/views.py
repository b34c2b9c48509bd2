"""Whatever one may see, by its words, with or without marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import plans_visible_to
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.search.find import Hit, search
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.kernel.terms import gettext_noop

PAGE = 25
KINDS: Mapping[str, tuple[str, str, str]] = {
    subject_type_of(Plan): (gettext_noop("Kế hoạch"), "plan", "plan_id"),
    subject_type_of(Dialogue): (gettext_noop("Đối thoại"), "dialogue", "dialogue_id"),
    subject_type_of(Matter): (gettext_noop("Nội dung"), "matter", "matter_id"),
    subject_type_of(Opinion): (gettext_noop("Ý kiến"), "opinion", "opinion_id"),
}
"""Kind of row -> its label, its page, and what the page calls the id."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was found, and where it is."""

    title: str
    kind: str
    href: str


@require_safe
def results(request: StaffRequest) -> HttpResponse:
    """Show what holds the words, best first, and the way to what comes after."""
    text = request.GET.get("q", "").strip()
    readers = (plans_visible_to, dialogues_visible_to, matters_visible_to, opinions_visible_to)
    visible: list[QuerySet[Any]] = [visible_to(request.actor) for visible_to in readers]
    hits = search(request.locality, text, visible=visible, limit=PAGE + 1, after=_place(request.GET.get("after", "")))
    shown = hits[:PAGE]
    more = ".".join(str(number) for number in shown[-1].place) if len(hits) > PAGE else ""
    context = {
        "text": text,
        "found": [_found(hit, request.locality) for hit in shown],
        "following": f"?{urlencode({'q': text, 'after': more})}" if more else "",
    }
    return render(request, "console/search/results.html", context)


def _found(hit: Hit, locality: Locality) -> Found:
    label, page, name = KINDS[hit.kind]
    return Found(hit.title, _(label), href(page, locality, **{name: hit.subject_id}))


def _place(text: str) -> tuple[int, int, int] | None:
    """Return the place a page begins after; nonsense in the address begins at the top."""
    numbers = text.split(".")
    if len(numbers) != 3 or not all(number.isascii() and number.isdecimal() and len(number) < 16 for number in numbers):
        return None
    first, second, third = map(int, numbers)
    return first, second, third
