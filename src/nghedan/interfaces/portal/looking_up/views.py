"""Looking up by code, and the page behind the code on a printed slip."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.public import answered_matter
from nghedan.domain.followup.services.verdicts import give_own_verdict
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.addresses import status_address
from nghedan.domain.opinions.models import Opinion, Slip
from nghedan.domain.opinions.queries import slip_with_id, with_receipt
from nghedan.domain.opinions.receipts import grouped, plain
from nghedan.domain.opinions.services.giving import asks_for_digits, read_own_words
from nghedan.interfaces.portal.looking_up.forms import CODE, CodeForm, DigitsForm, SayForm
from nghedan.interfaces.portal.looking_up.present import slip_line, story_of, where_next
from nghedan.interfaces.portal.receipts import kept_by_nobody, receipt_links, receipt_picture
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import LocalRequest
from nghedan.kernel.vietnamese import format_date

SAY = "receipt.say"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def look_up(request: LocalRequest) -> HttpResponse:
    """Ask for a code; tell what became of its opinion, and show its words to who knows the digits too."""
    given = request.POST if request.method == "POST" else request.GET
    if CODE not in given:
        return form_page(request, "portal/looking_up/ask.html", CodeForm())
    form = CodeForm(given)
    found = with_receipt(request.locality, form.cleaned_data[CODE]) if form.is_valid() else None
    if found is None:
        if form.is_valid():
            form.add_error(CODE, gettext("Chưa tìm thấy mã này. Xin xem lại từng chữ, từng số trên giấy hẹn."))
        return kept_by_nobody(form_page(request, "portal/looking_up/ask.html", form))
    return kept_by_nobody(_told(request, found, grouped(plain(form.cleaned_data[CODE]))))


@login_not_required
@require_POST
@never_cache
def say(request: LocalRequest) -> HttpResponse:
    """Ask whether an answer is satisfying, and take the word of who has shown that the opinion is hers."""
    code = grouped(plain(request.POST.get(CODE, "")))
    found = with_receipt(request.locality, code)
    matter = answered_matter(found, request.POST.get("matter", "")) if isinstance(found, Opinion) else None
    if not isinstance(found, Opinion) or matter is None or not story_of(found).is_own:
        raise Http404
    sent = request.POST if "form_key" in request.POST else None
    form = SayForm(sent, digits=request.POST.get("digits", ""), asks=asks_for_digits(found))
    context = {"code": code, "matter_id": matter.public_id, "form_key": page_form_key(request, SAY)}
    if sent is not None and (done := attempt(form, lambda: _say(request, found, matter, form))):
        told = {"code": code, "where_next": where_next(done.value)}
        return kept_by_nobody(render(request, "portal/looking_up/said.html", told))
    if form.has_error("digits"):
        form.ask_digits()
    return kept_by_nobody(form_page(request, "portal/looking_up/say.html", form, context))


@login_not_required
@require_safe
def receipt_as_picture(request: LocalRequest) -> HttpResponse:
    """Give the receipt as a picture to be kept on the phone."""
    code = grouped(plain(request.GET.get(CODE, "")))
    found = with_receipt(request.locality, code)
    if not isinstance(found, Opinion):
        raise Http404
    address = request.build_absolute_uri(status_address(request.locality, code))
    picture = receipt_picture(request.locality, code, _dated(found), address)
    answer = HttpResponse(picture, content_type="image/png")
    answer.headers["Content-Disposition"] = 'attachment; filename="giay-hen.png"'
    return kept_by_nobody(answer)


@login_not_required
@require_safe
@never_cache
def slip(request: LocalRequest, slip_id: str) -> HttpResponse:
    """Say whether a printed slip was handed in, and lead to giving the opinion here instead."""
    found = slip_with_id(request.actor, slip_id)
    if found is None:
        raise Http404
    return render(request, "portal/looking_up/slip.html", {"slip": found, "sentence": slip_line(found)})


def _say(request: LocalRequest, opinion: Opinion, matter: Matter, form: SayForm) -> Verdict:
    return give_own_verdict(
        actor=request.actor, opinion=opinion, matter=matter, draft=form.draft(), digits=form.cleaned_data["digits"],
        key=posted_form_key(request, SAY),
    )  # fmt: skip


def _dated(opinion: Opinion) -> str:
    """Return number and day of the receipt; of what the law leads elsewhere nothing is said."""
    if not (number := story_of(opinion).number):
        return ""
    return gettext("Số %(number)s, nhận ngày %(day)s") % {"number": number, "day": format_date(opinion.received_on)}


def _told(request: LocalRequest, found: Opinion | Slip, code: str) -> HttpResponse:
    """Show the story; the words at once where no number was given, else after the digits."""
    story = story_of(found)
    context = {"story": story, "code": code, "words": "", **receipt_links(request, code)}
    if not isinstance(found, Opinion) or not story.is_own:
        return render(request, "portal/looking_up/story.html", context)
    if not asks_for_digits(found):
        context["words"] = read_own_words(actor=request.actor, opinion=found)
        context["answers"] = story.answers
        return render(request, "portal/looking_up/story.html", context)
    form = DigitsForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        done = attempt(form, lambda: read_own_words(actor=request.actor, opinion=found, digits=form.cleaned_data["digits"]))  # fmt: skip  # noqa: E501
        context["words"] = done.value if done else ""
        context["answers"] = story.answers if done else ()
    return form_page(request, "portal/looking_up/story.html", form, context)
