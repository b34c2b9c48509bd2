"""One line of the minutes: written over, struck, taken back, and decided between two texts."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.hall.models import MinutesLine
from nghedan.domain.hall.queries.minutes import line_for
from nghedan.domain.hall.rules.minutes_text import with_marks
from nghedan.domain.hall.services import minutes_editing as editing
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.journal.wordings import versions_of
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.minutes.forms import LineForm, NewLineForm
from nghedan.interfaces.console.minutes.present import hour_of
from nghedan.interfaces.console.minutes.views import back_to_minutes, minutes_or_404, page_of
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

MOVES: dict[str, Callable[[StaffRequest, MinutesLine], object]] = {
    "strike": lambda request, line: editing.strike_line(actor=request.actor, line=line),
    "restore": lambda request, line: editing.restore_line(actor=request.actor, line=line),
    "take": lambda request, line: editing.take_new_text(actor=request.actor, line=line),
    "keep": lambda request, line: editing.keep_own_text(actor=request.actor, line=line),
}
"""Address of a move -> the deed."""


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: StaffRequest, dialogue_id: str, line_id: str) -> HttpResponse:
    """Write a line over; when the other secretary was faster, both texts stand side by side."""
    dialogue, row = _line(request, dialogue_id, line_id)
    require(request.actor, "minutes_line.edit", row)
    form = LineForm(request.POST or None, obj=row)
    if request.method == "POST" and attempt(form, lambda: _save(request, row, form)):
        messages.success(request, _("Đã lưu dòng."))
        return back_to_minutes(dialogue)
    context = {
        "frame": frame_of(dialogue, "", clock.today()),
        "minutes_href": href("dialogue-minutes", dialogue.locality, dialogue_id=dialogue_id),
        "line": row,
        "line_href": href("minutes-line", dialogue.locality, dialogue_id=dialogue_id, line_id=line_id),
        "pending": with_marks(row.pending_text),
        "versions": [
            (hour_of(version.at), with_marks(str(version.words.get("text", "")))) for version in versions_of(row)
        ],
    }
    return versioned_page(request, "console/minutes/line.html", form, context)


@require_POST
def move(request: StaffRequest, dialogue_id: str, line_id: str, move: str) -> HttpResponse:
    """Strike a line, take it back, or decide between its two texts."""
    dialogue, row = _line(request, dialogue_id, line_id)
    if move not in MOVES:
        raise Http404
    form = VersionedForm(request.POST, obj=row)
    if attempt(form, lambda: MOVES[move](request, row)):
        messages.success(request, _("Đã ghi nhận."))
        return back_to_minutes(dialogue)
    _dialogue, known = minutes_or_404(request, dialogue_id)
    context = page_of(request, dialogue, known) | {"new": NewLineForm()}
    return form_page(request, "console/minutes/minutes.html", form, context)


def _save(request: StaffRequest, row: MinutesLine, form: LineForm) -> MinutesLine:
    return editing.edit_line(actor=request.actor, line=row, text=form.stored_text, at=form.moment)


def _line(request: StaffRequest, dialogue_id: str, line_id: str) -> tuple[Dialogue, MinutesLine]:
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    return dialogue, or_404(line_for, request.actor, dialogue, line_id)
