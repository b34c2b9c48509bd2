"""The conclusion of a dialogue: draft it from the hall, write its items, lead on to its papers."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import items_visible_to
from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.conclusions.services.items import add_item, edit_item, end_item, move_item, restore_item
from nghedan.domain.conclusions.workflow import conclusion_is_open
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.organisations.queries import units_on
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.console.conclusions import present
from nghedan.interfaces.console.conclusions.forms import ItemForm, NewItemForm
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.one import FORM as PAPER_FORM
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page
from nghedan.interfaces.web.wording import sentence_of

VIEW, ADD, EDIT = "conclusion_item.view", "conclusion_item.add", "conclusion_item.edit"
PAGE = "dialogue-conclusion"


@require_safe
def conclusion(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what the conclusion says by part, what it lacks first, and the papers made from it."""
    dialogue = _dialogue(request, dialogue_id)
    listed = list(items_visible_to(request.actor).filter(dialogue=dialogue).order_by("position", "pk"))
    rows = present.rows_of([item for item in listed if item.state == Standing.CURRENT])
    papers = papers_visible_to(request.actor, narrowed()).filter(dialogue=dialogue, kind__in=present.PAPERS)
    stopped = conclusion_is_open(request.actor, ConclusionItem(dialogue=dialogue), {})
    may_write = decide(request.actor, ADD, dialogue).allowed
    context = {
        "frame": frame_of(dialogue, PAGE, clock.today()),
        "dialogue": dialogue,
        "parts": present.parts_of(rows),
        "lacking": [row for row in rows if row.lacks],
        "left_out": present.rows_of([item for item in listed if item.state == Standing.ENDED]),
        "stopped": sentence_of(stopped) if stopped else "",
        "may_write": may_write and stopped is None,
        "papers": present.paper_rows(
            dialogue, list(papers.order_by("pk")),
            may_begin=decide(request.actor, "official_paper.draft", dialogue).allowed,
        ),
        "paper_key": page_form_key(request, PAPER_FORM),
    }  # fmt: skip
    return render(request, "console/conclusions/conclusion.html", context)


@require_POST
def draft(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Draft the items from what was recorded in the hall; again, only what is new."""
    dialogue = _dialogue(request, dialogue_id)
    require(request.actor, ADD, dialogue)
    count = len(draft_items(actor=request.actor, dialogue=dialogue))
    if count:
        told = ngettext("Đã lập thêm %(count)s nội dung.", "Đã lập thêm %(count)s nội dung.", count)
        messages.success(request, told % {"count": count})
    else:
        messages.info(request, _("Không có nội dung mới: mọi nội dung của hội nghị đã có trong kết luận."))
    return _back(request, dialogue)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Write an item nobody recorded in the hall."""
    dialogue = _dialogue(request, dialogue_id)
    require(request.actor, ADD, dialogue)
    form = NewItemForm(request.POST or None, units=units_on(request.locality, clock.today()))

    def store() -> ConclusionItem:
        key = posted_form_key(request, ADD)
        return add_item(actor=request.actor, dialogue=dialogue, draft=form.draft(), key=key)

    if request.method == "POST" and attempt(form, store):
        messages.success(request, _("Đã thêm nội dung kết luận."))
        return _back(request, dialogue)
    context = {"frame": frame_of(dialogue, "", clock.today()), "form_key": page_form_key(request, ADD)}
    return form_page(request, "console/conclusions/new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, dialogue_id: str, conclusion_item_id: str) -> HttpResponse:
    """Write an item anew: what is concluded, who does it, until when."""
    item = _item(request, dialogue_id, conclusion_item_id)
    require(request.actor, EDIT, item)
    form = ItemForm(request.POST or None, obj=item, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(
        form, lambda: edit_item(actor=request.actor, item=item, draft=form.draft())
    ):
        messages.success(request, _("Đã lưu nội dung kết luận."))
        return _back(request, item.dialogue)
    context = {
        "frame": frame_of(item.dialogue, "", clock.today()),
        "row": present.rows_of([item])[0],
        "is_left_out": item.state == Standing.ENDED,
        "said": item.outcome.text if item.outcome else "",
    }
    return versioned_page(request, "console/conclusions/item.html", form, context)


@require_POST
def move(request: StaffRequest, dialogue_id: str, conclusion_item_id: str) -> HttpResponse:
    """Let an item change places with the one before or behind it."""
    up = request.POST.get("to") == "up"
    return _done(
        request, dialogue_id, conclusion_item_id, lambda item: move_item(actor=request.actor, item=item, up=up)
    )


@require_POST
def end(request: StaffRequest, dialogue_id: str, conclusion_item_id: str) -> HttpResponse:
    """Leave an item out; it can be taken back."""
    return _done(request, dialogue_id, conclusion_item_id, lambda item: end_item(actor=request.actor, item=item))


@require_POST
def restore(request: StaffRequest, dialogue_id: str, conclusion_item_id: str) -> HttpResponse:
    """Take an item back in."""
    return _done(request, dialogue_id, conclusion_item_id, lambda item: restore_item(actor=request.actor, item=item))


def _done(
    request: StaffRequest, dialogue_id: str, item_id: str, deed: Callable[[ConclusionItem], object]
) -> HttpResponse:
    item = _item(request, dialogue_id, item_id)
    form = VersionedForm({"version": item.version}, obj=item)
    if attempt(form, lambda: deed(item)) is None:
        messages.error(request, " ".join(str(error) for error in form.non_field_errors()))
    return _back(request, item.dialogue)


def _dialogue(request: StaffRequest, dialogue_id: str) -> Dialogue:
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, VIEW, dialogue)
    return dialogue


def _item(request: StaffRequest, dialogue_id: str, item_id: str) -> ConclusionItem:
    def found(_actor: object, public_id: str) -> ConclusionItem:
        return items_visible_to(request.actor).get(public_id=public_id, dialogue__public_id=dialogue_id)

    return or_404(found, request.actor, item_id)


def _back(request: StaffRequest, dialogue: Dialogue) -> HttpResponse:
    return redirect(f"console:{PAGE}", locality=request.locality.slug, dialogue_id=dialogue.public_id)
