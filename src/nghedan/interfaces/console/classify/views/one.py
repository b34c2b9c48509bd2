"""One opinion: what it asks for, the suggestions beside it, what is similar, and on to the next."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.rules.kinds import suggest_kind
from nghedan.domain.matters.rules.titles import title_of
from nghedan.domain.matters.services.classifying import classify as classify_opinion
from nghedan.domain.matters.services.raising import also_raises, finish_classifying, no_longer_raises
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import OpinionState
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.classify import gather, present
from nghedan.interfaces.console.classify.forms import MatterForm
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

CLASSIFY, RAISE = "opinion.classify", "matter.raise"
PAGES_OF_LAW = {MatterKind.COMPLAINT: "opinion-complaint"}


@require_http_methods(["GET", "HEAD", "POST"])
def classify(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Show an opinion with the questions about it; sent, write down what it asks for."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, CLASSIFY)
    if opinion.state != OpinionState.RECEIVED:
        return redirect("console:opinion", locality=request.locality.slug, opinion_id=opinion_id)
    form, likely, words = _form(request, opinion)
    if request.method == "POST":
        if (answer := _pressed(request, opinion)) is not None:
            return answer
        if (law := form.data.get("kind", "")) in {kind.value for kind in MatterKind if kind.leaves_the_dialogue}:
            return redirect(_page_of_law(opinion, MatterKind(law)))
        was = opinion.level
        if attempt(form, lambda: _raise(request, opinion, form)):
            return _on(request, opinion) if opinion.level == was else _to_names(request, opinion)
    return form_page(request, "console/classify/one.html", form, _context(request, opinion, likely, words))


@require_safe
def similar_ones(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Return what is similar to the sentence being typed."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, CLASSIFY)
    text = request.GET.get("title", "") or opinion.text
    _raised, found = gather.known_of(request.actor, opinion, text)
    rows = [present.alike_row(one, text, opinion.year) for one in found]
    return render(request, "console/classify/similar.html", {"alike": rows, "opinion": opinion})


def opinion_for(request: StaffRequest, opinion_id: str) -> Opinion:
    """Return an opinion the reader may read. Raises Http404."""
    return or_404(opinions_visible_to(request.actor).select_related("dialogue", "sheet").get, public_id=opinion_id)


def to_next(request: StaffRequest, opinion: Opinion) -> HttpResponse:
    """Go to the next that waits, or to the queue when none does; who does not classify goes to the ledger."""
    if not decide(request.actor, CLASSIFY).allowed:
        return redirect("console:ledger", locality=request.locality.slug)
    following = gather.next_of(request.actor, opinion)
    if following is None:
        return redirect("console:classify", locality=request.locality.slug)
    return redirect("console:opinion-classify", locality=request.locality.slug, opinion_id=following.public_id)


def _form(request: StaffRequest, opinion: Opinion) -> tuple[MatterForm, list[present.SuggestedField], Any]:
    fields, words = gather.known_fields(request.locality)
    likely = present.suggested(opinion.text, fields, words)
    initial = {
        "kind": suggest_kind(opinion.text).kind.value,
        "field": likely[0].field.public_id if likely else "",
        "title": title_of(opinion.text),
        "hamlet": opinion.hamlet.public_id if opinion.hamlet else "",
    }
    form = MatterForm(request.POST or None, initial=initial)
    hamlets = hamlets_on(request.locality, clock.today())
    past = [opinion.hamlet] if opinion.hamlet and opinion.hamlet not in hamlets else []
    form.offer(fields, [one.field for one in likely], [*hamlets, *past])
    return form, likely, words


def _pressed(request: StaffRequest, opinion: Opinion) -> HttpResponse | None:
    """Do what a button beside the form asks for."""
    pressed = request.POST
    if "join" in pressed:
        also_raises(actor=request.actor, opinion=opinion, matter=_matter(request, pressed["join"]))
        messages.success(request, _("Đã gộp vào nội dung đã có: cùng một câu trả lời, ý kiến giữ số của mình."))
    elif "drop" in pressed:
        no_longer_raises(actor=request.actor, opinion=opinion, matter=_matter(request, pressed["drop"]))
        messages.success(request, _("Đã bỏ khỏi ý kiến này."))
    elif pressed.get("do") == "finish":
        finish_classifying(actor=request.actor, opinion=opinion)
        messages.success(request, _("Đã phân loại ý kiến số %(number)s.") % {"number": opinion})
        return to_next(request, opinion)
    else:
        return None
    return redirect("console:opinion-classify", locality=request.locality.slug, opinion_id=opinion.public_id)


def _raise(request: StaffRequest, opinion: Opinion, form: MatterForm) -> Matter:
    earlier = request.POST.get("continues")
    with deed(request.actor):
        matter = classify_opinion(
            actor=request.actor, opinion=opinion, draft=form.draft(_matter(request, earlier) if earlier else None),
            decided=form.decided(), key=posted_form_key(request, RAISE),
        )  # fmt: skip
        if request.POST.get("do") == "done":
            finish_classifying(actor=request.actor, opinion=opinion)
    return matter


def _on(request: StaffRequest, opinion: Opinion) -> HttpResponse:
    if opinion.state == OpinionState.CLASSIFIED:
        messages.success(request, _("Đã phân loại ý kiến số %(number)s.") % {"number": opinion})
        return to_next(request, opinion)
    messages.success(request, _("Đã ghi nội dung. Ý kiến còn nội dung khác thì ghi tiếp, hết thì bấm “Xong”."))
    return redirect("console:opinion-classify", locality=request.locality.slug, opinion_id=opinion.public_id)


def _to_names(request: StaffRequest, opinion: Opinion) -> HttpResponse:
    """Ask whom an opinion names as soon as its field set it apart: who is named must not read it."""
    messages.success(request, _("Đã ghi nội dung, xếp vào ý kiến về cán bộ, công vụ. Xin cho biết ý kiến nêu ai."))
    return redirect("console:opinion-conduct", locality=request.locality.slug, opinion_id=opinion.public_id)


def _matter(request: StaffRequest, matter_id: str) -> Matter:
    return or_404(matters_visible_to(request.actor).get, public_id=matter_id)


def _page_of_law(opinion: Opinion, kind: MatterKind) -> str:
    page = href(PAGES_OF_LAW.get(kind, "opinion-restrict"), opinion.locality, opinion_id=opinion.public_id)
    return f"{page}?kind={kind.value}"


def _context(request: StaffRequest, opinion: Opinion, likely: Any, words: Any) -> dict[str, Any]:
    raised, found = gather.known_of(request.actor, opinion, opinion.text)
    following = gather.next_of(request.actor, opinion)
    return {
        "opinion": opinion,
        "words": present.highlighted(opinion.text, words),
        "likely": likely,
        "kind": suggest_kind(opinion.text),
        "kind_reason": present.kind_reason(suggest_kind(opinion.text)),
        "raised": raised,
        "alike": [present.alike_row(one, opinion.text, opinion.year) for one in found],
        "skip": href("opinion-classify", request.locality, opinion_id=following.public_id) if following else "",
        "form_key": page_form_key(request, RAISE),
    }
