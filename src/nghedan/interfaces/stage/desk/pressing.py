"""One press at the desk: bind the form, do the deed, go back to the desk; what is refused is told there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm, Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.speaking import hall_for
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.keys import check_key
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.interfaces.stage.desk.present import PARTS
from nghedan.interfaces.stage.fragments import rendered
from nghedan.interfaces.stage.links import href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm


def hall_of(request: StaffRequest, dialogue_id: str) -> Dialogue:
    """Return the dialogue in whose hall this is, for who may look into it."""
    return or_404(hall_for, request.actor, dialogue_id)


def press(
    request: StaffRequest, desk: Desk, name: str, form: BaseForm, deed: Callable[[], Any], done: str = "",
    **back: str,
) -> HttpResponse:  # fmt: skip
    """Do a deed of the desk with its form, and lead back to the part it belongs to (``part``), with ``matter`` still
    taken up; refused, the desk is shown with the reason and everything typed."""
    part = back.pop("part", "turn")
    if attempt(form, deed):
        messages.success(request, done or _("Đã lưu."))
        kept = {key: value for key, value in {"matter": desk.chosen, **back}.items() if value}
        return redirect(f"{href('desk', desk.dialogue)}{'?' if kept else ''}{urlencode(kept)}#desk-{part}")
    fresh = Desk(desk.actor, hall_of(request, desk.dialogue.public_id), desk.chosen)
    return desk_page(request, fresh, form=form, name=name)


def desk_page(request: StaffRequest, desk: Desk, form: BaseForm | None = None, name: str = "") -> HttpResponse:
    """Show the whole desk, with one form as it was typed; from an old page, with what somebody else did meanwhile."""
    faster = None
    if isinstance(form, VersionedForm) and form.is_outdated:
        faster = next(iter(timeline_of(form.obj, most=1)), None)
        form.renewed()
    bound = {name: form} if form is not None else {}
    parts = {one: rendered(one, desk, request, bound) for one in PARTS}
    context = {
        "dialogue": desk.dialogue, "desk": desk, "parts": parts, "faster": faster, "may": desk.may,
        "is_open": desk.is_open, "errors": form,
    }  # fmt: skip
    return form_page(request, "stage/desk.html", form or _NOTHING, context)


def key_of(request: HttpRequest, desk: Desk, name: str) -> str:
    """Return the key that came with a form. Raises Invalid when it was not issued to this actor for this form."""
    key = request.POST.get("form_key", "")
    check_key(key, desk.actor, name)
    return key


def one_of(moves: dict[str, Callable[..., Any]], move: str) -> Callable[..., Any]:
    """Return the deed of a move named in an address; what is not there does not exist."""
    if move not in moves:
        raise Http404
    return moves[move]


_NOTHING = Form()
"""No form: the desk as one comes to it."""
