"""The pages on which an opinion is given.

Each is the answer to a form that carries everything so far. Browsers may keep the pages of questions for themselves,
so that going back shows what was typed; the receipt they may not.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.giving import give_opinion
from nghedan.foundation.attachments.formats import IMAGES
from nghedan.foundation.attachments.services import check_upload
from nghedan.foundation.db import clock
from nghedan.interfaces.portal.giving.answers import CHECK, DIALOGUE, PLACE, QUESTIONS, Answers, collecting
from nghedan.interfaces.portal.giving.forms import SendForm
from nghedan.interfaces.portal.giving.present import receipt, rows_of
from nghedan.interfaces.portal.receipts import receipt_links
from nghedan.interfaces.portal.robots import TRAP, begun_at, is_suspect, stamp_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import LocalRequest

FORM = "portal.give"
EDITING = "sua"
FROM_DIALOGUE = "doi-thoai"

FOLLOWING = dict(zip(QUESTIONS, [*list(QUESTIONS)[1:], CHECK], strict=True))
"""Question -> the next; one that is not asked of this person is passed over when it is come to."""

keeps_what_is_typed = cache_control(private=True, no_cache=True)


@login_not_required
@require_safe
@never_cache
def begin(request: LocalRequest) -> HttpResponse:
    """Say what is published and what is not, before anything is asked."""
    key = page_form_key(request, FORM)
    dialogues = collecting(request.locality, clock.today())
    chosen = request.GET.get(FROM_DIALOGUE, "")
    context = {
        "dialogues": dialogues,
        "carried": [("form_key", key), ("stamp", stamp_of(key, clock.now())), ("dialogue", chosen)],
        "trap": "",
        "onwards": _address(request, DIALOGUE if len(dialogues) > 1 else PLACE),
    }
    return render(request, "portal/giving/begin.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_what_is_typed
def step(request: LocalRequest, slug: str) -> HttpResponse:
    """Ask one question, or show all answers once more; what was answered wrongly before is asked again first."""
    if slug not in {*QUESTIONS, CHECK}:
        raise Http404
    if request.method != "POST":
        return redirect("portal:give", locality=request.locality.slug)
    answers = Answers(request.locality, request.POST)
    here = slug if slug in answers.slugs else CHECK
    if wrong := answers.first_wrong(here):
        return _question(request, answers, wrong, onwards=slug)
    if here == CHECK:
        return _check(request, answers, SendForm())
    return _question(request, answers, here)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def send(request: LocalRequest) -> HttpResponse:
    """Take the opinion in and show its receipt; the same form sent again shows the same one."""
    if request.method != "POST":
        return redirect("portal:give", locality=request.locality.slug)
    answers = Answers(request.locality, request.POST)
    if wrong := answers.first_wrong(CHECK):
        return _question(request, answers, wrong, onwards=CHECK)
    form = SendForm(request.POST, request.FILES)
    done = attempt(form, lambda: _send(request, answers, form))
    if done is None:
        return _check(request, answers, form)
    shown = receipt(done.value)
    context = {"receipt": shown, "dialogue": answers.dialogue, **receipt_links(request, shown.code)}
    return render(request, "portal/giving/receipt.html", context)


def _send(request: LocalRequest, answers: Answers, form: SendForm) -> Opinion:
    key, upload = posted_form_key(request, FORM), form.cleaned_data["file"]
    photo = check_upload(upload, IMAGES) if upload is not None else None
    typed = answers.typed
    suspect = is_suspect(request, key=key, stamp=typed.get("stamp", ""), trap=typed.get(TRAP, ""))
    return give_opinion(
        actor=request.actor, body=answers.body(), draft=answers.draft(), key=key, is_suspect=suspect, photo=photo
    )


def _question(request: LocalRequest, answers: Answers, slug: str, onwards: str = "") -> HttpResponse:
    """Show a question; with ``onwards`` it was answered wrongly on the way there."""
    is_editing = EDITING in request.POST
    slugs = [*answers.slugs, CHECK]
    place = slugs.index(slug)
    form = answers.answered(slug) if onwards else answers.asked(slug)
    following = CHECK if is_editing else onwards or FOLLOWING[slug]
    context = {
        "carried": [*answers.carried_past(form), *([(EDITING, "1")] if is_editing else [])],
        "trap": answers.typed.get(TRAP, ""),
        "onwards": _address(request, following),
        "back": _address(request, slugs[place - 1]) if place and not is_editing else "",
        "number": place + 1,
        "count": len(slugs),
    }
    return form_page(request, "portal/giving/question.html", form, context)


def _check(request: LocalRequest, answers: Answers, form: SendForm) -> HttpResponse:
    """Show every answer once more; a form that was used before or is not ours gets a key of its own."""
    if form.is_bound and form.has_error(NON_FIELD_ERRORS):
        begun = begun_at(answers.typed.get("stamp", ""), answers.typed.get("form_key", "")) or clock.now()
        key = page_form_key(request, FORM)
        answers.typed |= {"form_key": key, "stamp": stamp_of(key, begun)}
    context = {
        "rows": [(row, _address(request, row.slug)) for row in rows_of(answers)],
        "carried": answers.carried_past(None),
        "trap": answers.typed.get(TRAP, ""),
        "lost_file": bool(request.FILES) and form.is_bound,
        "back": _address(request, answers.slugs[-1]),
        "send": reverse("portal:give-send", kwargs={"locality": request.locality.slug}),
    }
    return form_page(request, "portal/giving/check.html", form, context)


def _address(request: LocalRequest, slug: str) -> str:
    return reverse("portal:give-step", kwargs={"locality": request.locality.slug, "slug": slug})
