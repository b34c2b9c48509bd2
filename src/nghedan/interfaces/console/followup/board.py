"""Theo dõi kết luận: the board of commitments, late first; reminding units; lists and letters made from it."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.conclusions.queries import ORDINARY
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.followup.documents import facts, inspection_list, settlement_notice, tracking_table
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.commitments import (
    commitments_visible_to,
    extensions_waiting,
    late_on,
    nudged_today,
    units_that_failed,
    with_history,
)
from nghedan.domain.followup.rules.lateness import FINISHED
from nghedan.domain.followup.services.nudging import Owed, send_nudge
from nghedan.domain.followup.services.papers import begin_settlement, begin_urging
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.organisations.queries import units_on
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.queries import attachments_of_all
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.exports.workbook import xlsx
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.followup import present
from nghedan.interfaces.console.followup.forms import FilterForm
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.gather import recent_dialogues
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.workdays import WorkCalendar

VIEW, NUDGE, DRAFT = "commitment.view", "nudge.send", "official_paper.draft"
CONCLUSION = "conclusion_item.view"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = 25
MOST_OWED = 500
MOST_ASKED = 50
AHEAD = timedelta(days=60)
EVERY = "all"


@require_safe
def commitments(request: StaffRequest) -> HttpResponse:
    """Show the commitments one may see, those due first on top, and what their units owe."""
    require(request.actor, VIEW)
    today = clock.today()
    form = _filters(request, today)
    calendar = calendar_for(request.locality, today, today + AHEAD)
    found, following = _page(request, _narrowed(request, form, today))
    may_nudge, may_brief = decide(request.actor, NUDGE).allowed, decide(request.actor, "monday_brief.view").allowed
    units = _unit_rows(request, today, calendar) if may_nudge else []
    context = {
        **_listed(found, today, calendar),
        "following": following,
        "filters": form,
        "chosen": form.chosen(request.GET),
        "query": request.GET.urlencode(),
        "may_brief": may_brief,
        "units": units,
        "may_remind_all": any(row.owed.late and not row.reminded for row in units),
        "failed": units_that_failed(request.actor, today) if may_brief and not may_nudge else [],
        "asked": list(extensions_waiting(request.actor)[:MOST_ASKED]) if may_brief and not may_nudge else [],
    }
    return render(request, "console/followup/board.html", context)


@require_safe
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what the conclusion of one dialogue ordered, and the papers that follow from it."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, VIEW)
    today = clock.today()
    rows = commitments_visible_to(request.actor).filter(dialogue=dialogue).order_by("due_on", "pk")
    found, following = _page(request, rows)
    may_draft = decide(request.actor, DRAFT, dialogue).allowed
    late = rows.filter(late_on(today)).order_by() if may_draft else rows.none()
    context = {
        **_listed(found, today, calendar_for(request.locality, today, today + AHEAD)),
        "frame": frame_of(dialogue, "dialogue-commitments", today),
        "dialogue": dialogue,
        "following": following,
        "conclusion": href("dialogue-conclusion", request.locality, dialogue_id=dialogue_id)
        if decide(request.actor, CONCLUSION, dialogue).allowed else "",
        "tracking": preview_href(request, tracking_table.CODE, dialogue.public_id),
        "tracking_files": download_links(request, tracking_table.CODE, dialogue.public_id)[:2],
        "inspection_files": download_links(request, inspection_list.CODE, dialogue.public_id)[:2]
        if inspection_list.is_for(request.actor, dialogue) else [],
        "late_units": _late_units(late),
        "may_settle": may_draft and settlement_notice.is_for(dialogue),
    }  # fmt: skip
    return render(request, "console/followup/of_dialogue.html", context)


@require_POST
def remind(request: StaffRequest) -> HttpResponse:
    """Remind one unit, or every late one that was not reminded today; the words are then there to be copied."""
    require(request.actor, NUDGE)
    asked, again = request.POST.get("unit", ""), "again" in request.POST
    today = clock.today()
    rows = _unit_rows(request, today, calendar_for(request.locality, today, today + AHEAD))
    if asked == EVERY:
        chosen = [row for row in rows if row.owed.late and not row.reminded]
    else:
        chosen = [row for row in rows if row.unit.public_id == asked]
    with deed(request.actor):
        for row in chosen:
            send_nudge(actor=request.actor, owed=row.owed, again=again)
    if not chosen:
        messages.info(request, _("Không có đơn vị nào cần đôn đốc: các đơn vị quá hạn đều đã được đôn đốc hôm nay."))
    else:
        told = ngettext(
            "Đã ghi nhận đôn đốc %(count)s đơn vị. Mở “Tin đôn đốc để chép gửi Zalo” của từng đơn vị để chép.",
            "Đã ghi nhận đôn đốc %(count)s đơn vị. Mở “Tin đôn đốc để chép gửi Zalo” của từng đơn vị để chép.",
            len(chosen),
        )
        messages.success(request, told % {"count": len(chosen)})
    return redirect("console:commitments", locality=request.locality.slug)


@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Hand the list out as it is narrowed; without what is about officials."""
    require(request.actor, VIEW)
    today = clock.today()
    rows = _narrowed(request, _filters(request, today), today).filter(ORDINARY)
    printed = facts.rows_of(rows.select_related("matter__field", "matter__hamlet"), today)
    content = xlsx(_("Theo dõi kết luận"), present.columns(), present.cells(printed))
    headers = {"Content-Disposition": f'attachment; filename="theo-doi-ket-luan-{today.isoformat()}.xlsx"'}
    return HttpResponse(content, content_type=EXCEL, headers=headers)


@require_POST
def urge(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Begin a letter that urges a unit which is late."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, DRAFT, dialogue)
    late = commitments_visible_to(request.actor).filter(late_on(clock.today()), dialogue=dialogue).order_by()
    unit = next((row for row in _late_units(late) if row.unit.public_id == request.POST.get("unit")), None)
    if unit is None:
        raise Http404
    return _to_paper(request, begin_urging(actor=request.actor, dialogue=dialogue, owed=unit))


@require_POST
def settlement(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Begin the next notice of what was settled."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, DRAFT, dialogue)
    return _to_paper(request, begin_settlement(actor=request.actor, dialogue=dialogue))


def _filters(request: StaffRequest, today: date) -> FilterForm:
    units = units_on(request.locality, today)
    return FilterForm(request.GET, units=units, dialogues=recent_dialogues(request.actor))


def _narrowed(request: StaffRequest, form: FilterForm, today: date) -> ScopedQuerySet[Commitment]:
    shown = {
        "open": ~Q(state__in=FINISHED),
        "late": late_on(today),
        "reported": Q(state=CommitmentState.REPORTED),
        "asked": Q(pk__in=extensions_waiting(request.actor).order_by().values("commitment_id")),
        "done": Q(state__in=FINISHED),
        "all": Q(),
    }
    rows = commitments_visible_to(request.actor).filter(shown[form.shown], **form.conditions)
    return rows.order_by("due_on", "pk")


def _page(request: StaffRequest, rows: ScopedQuerySet[Commitment]) -> tuple[list[Commitment], str]:
    """Return one page by day and row, and the address of the next."""
    day, _dash, key = request.GET.get("after", "").partition("_")
    last = parse_date(day) if day else None
    if last is not None and key.isdecimal():
        rows = rows.filter(Q(due_on__gt=last) | Q(due_on=last, pk__gt=int(key)))
    found = list(with_history(rows)[: PAGE + 1])
    if len(found) <= PAGE:
        return found, ""
    rest = request.GET.copy()
    rest["after"] = f"{found[PAGE - 1].due_on.isoformat()}_{found[PAGE - 1].pk}"
    return found[:PAGE], f"?{rest.urlencode()}"


def _listed(found: list[Commitment], today: date, calendar: WorkCalendar) -> dict[str, Any]:
    progress = [row for one in found for row in one.progress.all()]
    files = {public_id: len(kept) for public_id, kept in attachments_of_all(progress).items()}
    return {"rows": present.rows_of(found, files, today, calendar), "today": today}


def _unit_rows(request: StaffRequest, today: date, calendar: WorkCalendar) -> list[present.UnitRow]:
    """Return what units owe late or soon, with today's reminders."""
    last = today + timedelta(days=14)
    near = (
        commitments_visible_to(request.actor).filter(late_on(today) | Q(due_on__lte=last)).exclude(state__in=FINISHED)
    )
    found = list(near.order_by("due_on", "pk")[:MOST_OWED])
    link = request.build_absolute_uri(href("commitments", request.locality))
    return present.unit_rows(found, nudged_today(request.locality), link, today, calendar)


def _late_units(late: ScopedQuerySet[Commitment]) -> list[Owed]:
    found: dict[int, list[Commitment]] = {}
    for row in late:
        found.setdefault(row.unit_id, []).append(row)
    return [Owed(rows[0].unit, len(rows), 0) for rows in found.values()]


def _to_paper(request: StaffRequest, paper: OfficialPaper) -> HttpResponse:
    ids = {"dialogue_id": paper.dialogue.public_id, "paper_id": paper.public_id}
    return redirect(href("official-paper", request.locality, **ids))
