"""The signing round: read out, signed by the chair and both secretaries, locked."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Minutes, MinutesSignature
from nghedan.domain.hall.queries.minutes import fingerprint_now, lines_of, standing_signatures
from nghedan.domain.hall.services import minutes_editing as editing
from nghedan.domain.hall.terms import LineKind, LineState, SignerPart
from nghedan.domain.organisations.queries import officers_by_name
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.minutes.forms import NewLineForm, ReadForm, SignForm
from nghedan.interfaces.console.minutes.present import open_parts, signature_rows
from nghedan.interfaces.console.minutes.views import back_to_minutes, minutes_or_404, page_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

SIGN = "minutes_signature.sign"


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Note that the minutes were read out and agreed, with what was said to them."""
    dialogue, known = minutes_or_404(request, dialogue_id)
    require(request.actor, "minutes.read", known)
    form = ReadForm(request.POST or None, obj=known)
    if request.method == "POST" and attempt(form, lambda: _read(request, known, form)):
        messages.success(request, _("Đã ghi nhận đọc thông qua. Sửa biên bản thì phải đọc và ký lại."))
        return back_to_minutes(dialogue)
    return versioned_page(request, "console/minutes/read.html", form, _context(dialogue))


@require_POST
def reopen(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Open the minutes again; signatures under the old text fall."""
    dialogue, known = minutes_or_404(request, dialogue_id)
    form = VersionedForm(request.POST, obj=known)
    if attempt(form, lambda: editing.reopen_minutes(actor=request.actor, minutes=known)):
        messages.success(request, _("Đã mở lại biên bản."))
        return back_to_minutes(dialogue)
    context = page_of(request, dialogue, known) | {"new": NewLineForm()}
    return form_page(request, "console/minutes/minutes.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Note a signature: one's own, or as the paper shows it."""
    dialogue, known = minutes_or_404(request, dialogue_id)
    require(request.actor, SIGN, known)
    signatures = standing_signatures(known)
    form = SignForm(
        request.POST or None, open_parts=open_parts(signatures), officers=officers_by_name(request.locality)
    )
    if request.method == "POST" and attempt(form, lambda: _sign(request, known, form)):
        messages.success(request, _("Đã ghi chữ ký."))
        return back_to_minutes(dialogue)
    context = _context(dialogue) | {"rows": signature_rows(signatures), "form_key": page_form_key(request, SIGN)}
    return form_page(request, "console/minutes/sign.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what locking means, then lock the signed minutes."""
    dialogue, known = minutes_or_404(request, dialogue_id)
    require(request.actor, "minutes.lock", known)
    form = VersionedForm(request.POST or None, obj=known)
    if request.method == "POST" and attempt(form, lambda: editing.lock_minutes(actor=request.actor, minutes=known)):
        messages.success(request, _("Biên bản đã khóa, mã kiểm tra %(digest)s.") % {"digest": known.fingerprint[:12]})
        return back_to_minutes(dialogue)
    move = next((one for one in moves_for(request.actor, known) if one.code == "minutes.lock"), None)
    context = _context(dialogue) | {"move": move, "rows": _locking(known), "effects": _effects()}
    return versioned_page(request, "console/minutes/lock.html", form, context)


def _locking(known: Minutes) -> list[SummaryRow]:
    standing = lines_of(known).filter(state=LineState.STANDING).exclude(kind=LineKind.CORRECTION)
    return [
        SummaryRow(_("Hội nghị"), known.dialogue.theme),
        SummaryRow(_("Số dòng"), str(standing.count())),
        *signature_rows(standing_signatures(known)),
        SummaryRow(_("Mã kiểm tra"), fingerprint_now(known)),
    ]


def _effects() -> list[str]:
    return [
        _("không dòng nào sửa được nữa;"),
        _("về sau chỉ ghi thêm được đính chính có đánh số;"),
        _("mã kiểm tra cho biết biên bản còn nguyên như khi ký."),
    ]


def _context(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "frame": frame_of(dialogue, "", clock.today()),
        "minutes_href": href("dialogue-minutes", dialogue.locality, dialogue_id=dialogue.public_id),
    }


def _read(request: StaffRequest, known: Minutes, form: ReadForm) -> Minutes:
    return editing.read_minutes(actor=request.actor, minutes=known, corrections=form.cleaned_data["corrections"])


def _sign(request: StaffRequest, known: Minutes, form: SignForm) -> MinutesSignature:
    return editing.sign_minutes(
        actor=request.actor, minutes=known, part=SignerPart(form.cleaned_data["part"]), name=form.signed_name,
        officer=form.signer, key=posted_form_key(request, SIGN),
    )  # fmt: skip
