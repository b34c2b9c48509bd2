"""The queue: what waits, the oldest first, and many that are alike in one press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nghedan.domain.matters.rules.alike import groups_of
from nghedan.domain.matters.services.classifying import classify_alike, classify_as_one
from nghedan.domain.matters.services.raising import MatterDraft
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.foundation.access.decide import require
from nghedan.interfaces.console.classify import gather, present
from nghedan.interfaces.console.classify.forms import ManyForm
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest

CLASSIFY = "opinion.classify"
MOST = 50
AS_ONE = "one"


@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: StaffRequest) -> HttpResponse:
    """Show what waits; ticked rows are given one matter, or a matter each of the same kind and field."""
    require(request.actor, CLASSIFY)
    fields, words = gather.known_fields(request.locality)
    waiting = gather.waiting(request.actor)
    rows: list[Opinion] = list(waiting[: MOST + 1])
    form = ManyForm(request.POST or None)
    form.offer(fields, [], [])
    chosen = [row for row in rows if row.public_id in request.POST.getlist("opinion")]
    if request.method == "POST" and attempt(form, lambda: _classify(request, form, chosen)):
        told = ngettext("Đã phân loại %(count)s ý kiến.", "Đã phân loại %(count)s ý kiến.", len(chosen))
        messages.success(request, told % {"count": len(chosen)})
        return redirect("console:classify", locality=request.locality.slug)
    like = groups_of({row.public_id: row.text for row in rows[:MOST]})
    names = {field.code: field.name for field in fields}
    ticked = {row.public_id for row in chosen} | _asked(request, like)
    context: dict[str, Any] = {
        "rows": [present.queue_row(row, words, names, like, ticked) for row in rows[:MOST]],
        "has_more": len(rows) > MOST,
        "ticked": len(ticked),
    }
    return form_page(request, "console/classify/queue.html", form, context)


def _classify(request: StaffRequest, form: ManyForm, chosen: list[Opinion]) -> object:
    kind, field = MatterKind(form.cleaned_data["kind"]), form.chosen_field
    if request.POST.get("do") == AS_ONE:
        draft = MatterDraft(title=form.cleaned_data["title"], kind=kind, field=field)
        return classify_as_one(actor=request.actor, opinions=chosen, draft=draft)
    return classify_alike(actor=request.actor, opinions=chosen, kind=kind, field=field)


def _asked(request: StaffRequest, like: dict[str, int]) -> set[str]:
    """Return the rows alike to the one the address names."""
    group = like.get(request.GET.get("alike", ""))
    return set() if group is None else {key for key, number in like.items() if number == group}
