"""One commitment: what is owed until when, what was done, the line it comes from, and what can be done with it."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.domain.followup.commitment_guards import TO_DO, UNFINISHED
from nghedan.domain.followup.models import Commitment, Extension, Progress
from nghedan.domain.followup.queries.commitments import commitment_for, nudges_of
from nghedan.domain.followup.terms import ExtensionKind, ExtensionState, NudgeWay
from nghedan.foundation.access.decide import decide
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of, attachments_of_all
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import Link, SummaryRow, TimelineEntry
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.followup import wording
from nghedan.interfaces.console.followup.chain import chain_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.vietnamese import format_date

AHEAD = timedelta(days=60)
PAGES = {
    "commitment.confirm": "commitment-confirm",
    "commitment.return": "commitment-return",
    "commitment.close": "commitment-close",
    "commitment.waive": "commitment-waive",
    "commitment.reopen": "commitment-reopen",
}
"""Move -> the page it is made on."""

ASKS_ITSELF = ("commitment.close",)
"""Moves whose page asks for what their guard wants, so that they are never shown closed."""


@require_safe
def show(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Show one commitment."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    today = clock.today()
    standing = wording.lateness(commitment, today, calendar_for(request.locality, today, today + AHEAD))
    progress = list(
        Progress.objects.of(request.locality).select_related("unit", "locality").filter(commitment=commitment)
    )
    extensions = list(Extension.objects.of(request.locality).filter(commitment=commitment))
    asked = next((row for row in extensions if row.state == ExtensionState.ASKED), None)
    context = {
        "commitment": commitment,
        "today": today,
        "tags": wording.tags_of(commitment, standing),
        "moved": wording.moved(commitment),
        "rests": commitment.rests(today),
        "facts": _facts(commitment),
        "chain": chain_of(request.actor, commitment),
        "reports": _reports(commitment, progress),
        "extensions": [_extension(row) for row in extensions if row is not asked],
        "asked": asked,
        "asked_text": _extension(asked) if asked else "",
        "nudges": _nudges(request, commitment),
        "moves": _moves(request, commitment),
        **_rights(request, commitment, asked),
    }
    return render(request, "console/followup/commitment.html", context)


@require_safe
def file(request: StaffRequest, commitment_id: str, file_id: str) -> HttpResponse:
    """Send a file that shows what was done."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    rows = Progress.objects.of(request.locality).select_related("locality").filter(commitment=commitment)
    kept: list[Attachment] = [one for row in rows for one in attachments_of(row).filter(public_id=file_id)]
    return sent_file(request, next(iter(kept), None))


def _rights(request: StaffRequest, commitment: Commitment, asked: Extension | None) -> dict[str, Any]:
    """Return what this person may do beside the moves of the commitment itself."""
    decides = asked is not None and any(
        decide(request.actor, code, asked).allowed for code in ("extension.grant", RECORD_INSTRUCTION)
    )
    of = {"commitment": commitment, "locality": commitment.locality}
    reports = decide(request.actor, "progress.add", Progress(**of)).allowed
    asks = decide(request.actor, "extension.ask", Extension(**of)).allowed
    return {
        "may_report": commitment.state in UNFINISHED and reports,
        "may_ask": asked is None and commitment.state in TO_DO and asks,
        "may_decide": decides,
        "may_withdraw": asked is not None and decide(request.actor, "extension.withdraw", asked).allowed,
    }


def _moves(request: StaffRequest, commitment: Commitment) -> list[tuple[Move, str]]:
    ids = {"commitment_id": commitment.public_id}
    moves = [move for move in moves_for(request.actor, commitment) if move.code in PAGES]
    opened = (
        Move(move.code, move.label, allowed=True, by_instruction=move.by_instruction)
        if move.code in ASKS_ITSELF else move
        for move in moves
    )  # fmt: skip
    return [(move, href(PAGES[move.code], commitment.locality, **ids)) for move in opened]


def _facts(commitment: Commitment) -> list[SummaryRow]:
    rows = (
        (_("Đơn vị chủ trì"), commitment.unit.name),
        (_("Đơn vị phối hợp"), commitment.supporting),
        (_("Sản phẩm"), commitment.product),
        (_("Hội nghị"), commitment.dialogue.theme),
        (_("Báo cáo xong ngày"), _day(commitment.reported_on)),
        (_("Kết thúc ngày"), _day(commitment.closed_on)),
        (_("Ghi chú, lý do"), commitment.reason),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def _reports(commitment: Commitment, progress: list[Progress]) -> list[dict[str, Any]]:
    files = attachments_of_all(progress)
    found = []
    for row in reversed(progress):
        by = _("văn phòng nhập thay %(unit)s") % {"unit": row.unit} if row.for_unit else str(row.unit)
        by = ": ".join(filter(None, (by, row.received_how)))
        title = _("Báo cáo đã thực hiện xong") if row.is_final else _("Báo cáo tiến độ")
        links = [Link(one.name, _file_href(commitment, one)) for one in files.get(row.public_id, ())]
        found.append({"title": title, "at": row.created_at, "by": by, "text": row.text, "files": links})
    return found


def _file_href(commitment: Commitment, kept: Attachment) -> str:
    ids = {"commitment_id": commitment.public_id, "file_id": kept.public_id}
    return href("commitment-file", commitment.locality, **ids)


def _extension(row: Extension) -> str:
    kind = _(ExtensionKind(row.kind).label)
    days = f"{format_date(row.old_due_on)} → {format_date(row.new_due_on)}"
    state = _(ExtensionState(row.state).label)
    return ". ".join(filter(None, (f"{kind} {days} ({state})", row.reason, row.answer)))


def _nudges(request: StaffRequest, commitment: Commitment) -> list[TimelineEntry]:
    since: date = clock.local(commitment.created_at).date()
    return [
        TimelineEntry(_(NudgeWay(row.way).label), row.day, "", row.text)
        for row in nudges_of([commitment.unit_id], request.locality, since)[:10]
    ]


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
