"""Tình hình chuẩn bị trả lời: how far the units are, reminding them, and what they gave back."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.queries import answers_waiting, open_bounces
from nghedan.domain.matters.services.reminding import reminded_today, send_reminder
from nghedan.domain.matters.terms import AnswerState
from nghedan.foundation.access.decide import require
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters import gather
from nghedan.interfaces.console.matters.present import approving
from nghedan.interfaces.console.matters.present import readiness as present
from nghedan.interfaces.web.http import StaffRequest

REMIND = "reminder.send"
EVERY = "all"


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Show the units against their limits, of the dialogue chosen or of everything being prepared."""
    require(request.actor, REMIND)
    dialogues = gather.recent_dialogues(request.actor)
    dialogue = _dialogue(request.GET.get("dialogue", ""), dialogues)
    rows = [replace(row, words=_words(request, row, dialogue)) for row in _rows(request, dialogue)]
    context = {
        "rows": rows,
        "today": clock.today(),
        "dialogue": dialogue,
        "dialogues": _links(request, dialogues, dialogue),
        "may_remind_late": any(row.is_late and row.reminder is None for row in rows),
        "bounces": [approving.bounce(one) for one in open_bounces(request.actor)],
        "handed_in": [approving.waiting(one) for one in answers_waiting(request.actor, AnswerState.HANDED_IN)[:50]],
        "checked": answers_waiting(request.actor, AnswerState.CHECKED).count(),
    }
    return render(request, "console/matters/readiness.html", context)


@require_POST
def remind(request: StaffRequest) -> HttpResponse:
    """Remind one unit, or every late one that was not reminded today; the words are then there to be copied."""
    require(request.actor, REMIND)
    dialogues = gather.recent_dialogues(request.actor)
    dialogue = _dialogue(request.POST.get("dialogue", ""), dialogues)
    asked = request.POST.get("unit", "")
    again = "again" in request.POST
    rows = _rows(request, dialogue)
    if asked == EVERY:
        chosen = [row for row in rows if row.is_late and row.reminder is None]
    else:
        chosen = [row for row in rows if row.unit.public_id == asked and row.owed]
    with deed(request.actor):
        for row in chosen:
            _remind(request, row, dialogue, again=again)
    _tell(request, len(chosen))
    page = href("readiness", request.locality)
    return redirect(f"{page}?dialogue={dialogue.public_id if dialogue else EVERY}")


def _remind(request: StaffRequest, row: present.UnitRow, dialogue: Dialogue | None, *, again: bool) -> None:
    send_reminder(
        actor=request.actor, unit=row.unit, matters=len(row.owed), due_on=row.first_due_on, dialogue=dialogue,
        again=again,
    )  # fmt: skip


def _words(request: StaffRequest, row: present.UnitRow, dialogue: Dialogue | None) -> str:
    link = request.build_absolute_uri(href("work", request.locality))
    return present.reminder_text(row, dialogue, link)


def _tell(request: StaffRequest, count: int) -> None:
    if not count:
        messages.info(request, _("Không có đơn vị nào cần đôn đốc: các đơn vị quá hạn đều đã được đôn đốc hôm nay."))
        return
    told = ngettext(
        "Đã ghi nhận đôn đốc %(count)s đơn vị. Tin đôn đốc ở dưới, chép để gửi qua Zalo.",
        "Đã ghi nhận đôn đốc %(count)s đơn vị. Tin đôn đốc ở dưới, chép để gửi qua Zalo.",
        count,
    )
    messages.success(request, told % {"count": count})


def _rows(request: StaffRequest, dialogue: Dialogue | None) -> list[present.UnitRow]:
    today = clock.today()
    matters = gather.being_prepared(request.actor, dialogue)
    calendar = calendar_for(request.locality, today, today)
    return present.unit_rows(matters, reminded_today(request.locality), today, calendar)


def _dialogue(asked: str, dialogues: list[Dialogue]) -> Dialogue | None:
    """Return the dialogue asked for, without a question the next one; "all" means every matter."""
    if asked == EVERY:
        return None
    if asked:
        return next((one for one in dialogues if one.public_id == asked), None)
    return gather.next_of(dialogues, clock.today())


def _links(request: StaffRequest, dialogues: list[Dialogue], chosen: Dialogue | None) -> list[Any]:
    page = href("readiness", request.locality)
    today = clock.today()
    ahead = [one for one in dialogues if one.held_on is not None and one.held_on >= today]
    shown = ahead if chosen is None or chosen in ahead else [*ahead, chosen]
    every = Link(_("Tất cả nội dung đang chuẩn bị"), f"{page}?dialogue={EVERY}", current=chosen is None)
    return [*(Link(one.theme, f"{page}?dialogue={one.public_id}", current=one == chosen) for one in shown), every]
