"""The programme of a dialogue: written before the day, moved along in the hall."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.queries.agenda import agenda_visible_to, items_of
from nghedan.domain.hall.services import agenda
from nghedan.domain.hall.terms import AgendaPart
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.one import FORM as PAPER
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.programme.forms import ItemForm, NewItemForm
from nghedan.interfaces.console.programme.present import papers_of_the_day, programme_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ADD = "agenda_item.add"
DRAFT = "official_paper.draft"

Press = Callable[[StaffRequest, AgendaItem], object]

MOVES: dict[str, Press] = {
    "earlier": lambda request, item: agenda.move_item(actor=request.actor, item=item, earlier=True),
    "later": lambda request, item: agenda.move_item(actor=request.actor, item=item, earlier=False),
    "remove": lambda request, item: agenda.remove_item(actor=request.actor, item=item),
    "start": lambda request, item: agenda.start_item(actor=request.actor, item=item),
    "end": lambda request, item: agenda.end_item(actor=request.actor, item=item),
    "skip": lambda request, item: agenda.skip_item(actor=request.actor, item=item),
    "reopen": lambda request, item: agenda.reopen_item(actor=request.actor, item=item),
}
"""Address of a move -> the deed."""


@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the programme with the papers of the day; sent by POST an item is added."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    form = NewItemForm(request.POST or None)
    if request.method == "POST":
        require(request.actor, ADD, dialogue)
        if attempt(form, lambda: _add(request, dialogue, form)):
            messages.success(request, _("Đã thêm mục."))
            return _back(dialogue)
    return form_page(request, "console/programme/programme.html", form, _context(request, dialogue))


@require_POST
def begin(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Fill an empty programme with the usual one."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, ADD, dialogue)
    agenda.start_agenda(actor=request.actor, dialogue=dialogue)
    messages.success(request, _("Đã lập chương trình theo mẫu; xin xem lại số phút và người thực hiện."))
    return _back(dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: StaffRequest, dialogue_id: str, agenda_id: str) -> HttpResponse:
    """Change an item."""
    row = _item(request, dialogue_id, agenda_id)
    require(request.actor, "agenda_item.edit", row)
    form = ItemForm(request.POST or None, obj=row)
    if request.method == "POST" and attempt(
        form, lambda: agenda.edit_item(actor=request.actor, item=row, changes=form.changes())
    ):
        messages.success(request, _("Đã lưu."))
        return _back(row.dialogue)
    context = {
        "frame": frame_of(row.dialogue, "", clock.today()),
        "programme_href": href("dialogue-programme", row.locality, dialogue_id=dialogue_id),
    }
    return versioned_page(request, "console/programme/item.html", form, context)


@require_POST
def move(request: StaffRequest, dialogue_id: str, agenda_id: str, move: str) -> HttpResponse:
    """Move an item: in its order, out of the programme, or along in the hall."""
    row = _item(request, dialogue_id, agenda_id)
    if move not in MOVES:
        raise Http404
    form = VersionedForm(request.POST, obj=row)
    if attempt(form, lambda: MOVES[move](request, row)):
        return _back(row.dialogue)
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    context = {**_context(request, dialogue), "new": NewItemForm()}
    return form_page(request, "console/programme/programme.html", form, context)


def _context(request: StaffRequest, dialogue: Dialogue) -> dict[str, Any]:
    items = list(items_of(dialogue))
    may_add = decide(request.actor, ADD, dialogue).allowed
    may_draft = decide(request.actor, DRAFT, dialogue).allowed
    return {
        "frame": frame_of(dialogue, "dialogue-programme", clock.today()),
        "dialogue": dialogue,
        "programme": programme_of(request.actor, dialogue, items),
        "papers": papers_of_the_day(request, dialogue) if may_draft else [],
        "may_add": may_add,
        "form_key": page_form_key(request, ADD),
        "paper_key": page_form_key(request, PAPER),
        "day_href": href("dialogue-day", request.locality, dialogue_id=dialogue.public_id),
    }


def _add(request: StaffRequest, dialogue: Dialogue, form: NewItemForm) -> AgendaItem:
    data = form.cleaned_data
    return agenda.add_item(
        actor=request.actor, dialogue=dialogue, title=data["title"], minutes=data["minutes"],
        responsible=data["responsible"], part=AgendaPart(data["part"]), key=posted_form_key(request, ADD),
    )  # fmt: skip


def _item(request: StaffRequest, dialogue_id: str, agenda_id: str) -> AgendaItem:
    return or_404(agenda_visible_to(request.actor).get, dialogue__public_id=dialogue_id, public_id=agenda_id)


def _back(dialogue: Dialogue) -> HttpResponse:
    return redirect(href("dialogue-programme", dialogue.locality, dialogue_id=dialogue.public_id))
