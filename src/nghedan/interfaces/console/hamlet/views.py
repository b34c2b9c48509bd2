"""Taking in what a phone sends, and telling what became of it."""

import hashlib
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.matters.queries import public_progress_of
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.paper import capture_sheet
from nghedan.domain.opinions.services.receiving import receive_opinion
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.keys import key_of_part
from nghedan.interfaces.console.hamlet import gather, guests, notices, present
from nghedan.interfaces.console.hamlet.forms import PhotosForm, WordsForm
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.wording import sentence_of
from nghedan.kernel.errors import Conflict, Invalid, Refused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

PHOTOS, WORDS = "hamlet.photos", "hamlet.words"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def hamlet_page(request: StaffRequest) -> HttpResponse:
    """Show the three things to do; without a script the photographs are posted here, several at once."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    form = PhotosForm(request.POST if request.method == "POST" else None, hamlet=hamlet)
    refused = _take_all(request, form) if request.method == "POST" and form.is_valid() else []
    if request.method == "POST" and not refused and not form.errors:
        return redirect("console:hamlet", locality=request.locality.slug)
    today = clock.today()
    dialogue = gather.next_open_dialogue(hamlet, today)
    sent, letters = gather.home_counts(request.actor)
    context = {
        "title": present.title_of(hamlet),
        "progress_title": present.progress_title_of(hamlet),
        "entry": form,
        "form_key": page_form_key(request, PHOTOS),
        "owner": f"{request.locality.slug} {request.actor.key}",
        "sent": sent,
        "letters": letters,
        "refused": refused,
        "asked": guests.asked_of(request.actor),
        "today": today,
        "coming": present.coming(dialogue, gather.cut_off_of(dialogue), hamlet) if dialogue else None,
        "to_tell": notices.standing_of(request.actor, hamlet, today),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused or form.errors else HTTPStatus.OK
    return render(request, "console/hamlet/hamlet.html", context, status=status)


@require_POST
def take_photo(request: StaffRequest) -> HttpResponse:
    """Take in one photograph from the script; it counts as sent once this says so."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    form = PhotosForm(request.POST, hamlet=hamlet)
    photos = request.FILES.getlist("photos")
    if not form.is_valid() or len(photos) != 1:
        return _refused(_("Chưa nhận được ảnh. Xin chụp lại."))
    try:
        key = posted_form_key(request, PHOTOS)
    except Invalid:  # from before the installation's own keys were changed: the script takes one of today
        return JsonResponse({}, status=HTTPStatus.GONE)
    try:
        _take(request, form, photos[0], key)
    except (Invalid, Refused) as error:
        return _refused(sentence_of(error))
    return JsonResponse({"sent": gather.sent_today(request.actor)}, status=HTTPStatus.CREATED)


@require_http_methods(["GET", "HEAD", "POST"])
def type_opinion(request: StaffRequest) -> HttpResponse:
    """Take in what somebody said, typed by who leads the hamlet."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (done := attempt(form, lambda: _write_down(request, form, hamlet))):
        messages.success(request, _("Đã gửi. Ý kiến mang số %(number)s.") % {"number": done.value})
        return redirect("console:hamlet", locality=request.locality.slug)
    context = {"title": present.title_of(hamlet), "form_key": page_form_key(request, WORDS)}
    return form_page(request, "console/hamlet/opinion.html", form, context)


@require_safe
def progress(request: StaffRequest) -> HttpResponse:
    """Tell what became of what this person handed in."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    after = _place(request.GET.get("after", ""))
    rows = gather.ledger_page(request.actor, after)
    shown = rows[: gather.PAGE]
    readable = gather.readable_among(request.actor, shown)
    ways = public_progress_of(readable)
    by_id = {opinion.pk: opinion for opinion in readable}
    context: dict[str, Any] = {
        "title": present.title_of(hamlet),
        "progress_title": present.progress_title_of(hamlet),
        "rows": [present.raised(row, by_id, ways) for row in shown],
        "following": f"?after={shown[-1].year}.{shown[-1].number}" if len(rows) > gather.PAGE else "",
    }
    if after is None:
        context["waiting"] = present.waiting_lines(gather.sheets_waiting(request.actor))
        context["aside"] = present.aside_lines(gather.sheets_set_aside(request.actor))
    return render(request, "console/hamlet/progress.html", context)


def _refused(sentence: str) -> HttpResponse:
    return JsonResponse({"sentence": sentence}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _take_all(request: StaffRequest, form: PhotosForm) -> list[str]:
    """Take in every photograph for itself; return why some were not taken, by their names."""
    photos = request.FILES.getlist("photos")
    if not photos:
        return [_("Chưa có ảnh nào. Xin chụp hoặc chọn ảnh rồi bấm Gửi.")]
    key, refused = posted_form_key(request, PHOTOS), []
    for photo in photos:
        try:
            _take(request, form, photo, key)
        except Invalid as error:
            refused.append(f"{photo.name}: {sentence_of(error)}")
    if taken := len(photos) - len(refused):
        text = ngettext("Đã gửi %(count)s tờ.", "Đã gửi %(count)s tờ.", taken)
        messages.success(request, text % {"count": taken})
    return refused


def _take(request: StaffRequest, form: PhotosForm, photo: "UploadedFile[bytes]", key: str) -> None:
    """Store one photograph, once however often it is sent with the same key. Raises Invalid, NotAllowed, Refused."""
    digest = hashlib.file_digest(photo, "sha256").digest()
    photo.seek(0)
    today = clock.today()
    dialogue = gather.next_open_dialogue(form.hamlet, today)
    body = gather.receiving_body(request.locality, dialogue, today)
    capture = replace(form.capture, dialogue=dialogue)
    with suppress(Conflict):  # it is stored already; only the day or the coming dialogue has changed since
        capture_sheet(actor=request.actor, body=body, capture=capture, upload=photo, key=key_of_part(key, digest))


def _write_down(request: StaffRequest, form: WordsForm, hamlet: Hamlet) -> Opinion:
    today = clock.today()
    dialogue = gather.next_open_dialogue(hamlet, today)
    body = gather.receiving_body(request.locality, dialogue, today)
    draft = replace(form.draft(hamlet), dialogue=dialogue)
    return receive_opinion(actor=request.actor, body=body, draft=draft, key=posted_form_key(request, WORDS))


def _place(text: str) -> tuple[int, int] | None:
    """Return year and number a page begins after; nonsense in the address begins at the top."""
    year, _dot, number = text.partition(".")
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in (year, number)):
        return None
    return int(year), int(number)
