"""Figures of one dialogue: seen, handed out, packed with everything else."""

import tempfile
from collections.abc import Sequence

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.papers.queries import standing_paper
from nghedan.domain.reports.archive.pack import RIGHT as ARCHIVE
from nghedan.domain.reports.archive.pack import archive_name, last_archive, with_last_archive, write_archive
from nghedan.domain.reports.documents import result_report
from nghedan.domain.reports.figures import figures_of, figures_of_all
from nghedan.domain.reports.queries import dialogue_before, last_frozen, result_page_of
from nghedan.domain.reports.tables import COLUMNS, as_rows
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.exports.columns import Column, Value
from nghedan.foundation.exports.delimited import csv
from nghedan.foundation.exports.workbook import xlsx
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.one import FORM
from nghedan.interfaces.console.papers import openable
from nghedan.interfaces.console.reports import present
from nghedan.interfaces.web.forms import page_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

VIEW = "figures.view"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": EXCEL}


@require_safe
def figures(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what came of a dialogue beside the year before, and what is made of it: report, public page, archive."""
    require(request.actor, VIEW)
    today = clock.today()
    dialogue: Dialogue = or_404(with_last_archive(_visible(request)).get, public_id=dialogue_id)
    before = dialogue_before(dialogue)
    counted = figures_of_all([one for one in (dialogue, before) if one], today)
    now, then = counted[dialogue.pk], counted[before.pk] if before else None
    report = standing_paper(dialogue, result_report.CODE)
    context = {
        "frame": frame_of(dialogue, "dialogue-figures", today),
        "dialogue": dialogue,
        "today": today,
        "numbers": present.numbers(now, then),
        "charts": present.charts(now, then),
        "years": present.years(dialogue, before),
        "before": before,
        "punctual_columns": present.punctual_columns(then),
        "punctual_rows": present.punctual_rows(now, then),
        "report": present.report(
            dialogue, report, may_draft=_may(request, "official_paper.draft", dialogue),
            may_open=bool(openable(request.actor, [report])),
        ),
        "frozen": present.frozen(last_frozen(dialogue)) if report and report.issued_on else "",
        "form_key": page_form_key(request, FORM),
        "public": present.public(dialogue, result_page_of(dialogue)),
        "may_pack": _may(request, ARCHIVE, dialogue),
        "packed": present.packed(last_archive(dialogue)),
    }  # fmt: skip
    return render(request, "console/reports/figures.html", context)


@require_safe
def download(request: StaffRequest, dialogue_id: str, ending: str) -> HttpResponse:
    """Hand the figures out as CSV or Excel."""
    require(request.actor, VIEW)
    dialogue, today = found_dialogue(request, dialogue_id), clock.today()
    rows = as_rows(figures_of(dialogue, today))
    return table(_("Số liệu hội nghị đối thoại"), f"so-lieu-{dialogue.held_on or dialogue.year}", COLUMNS, rows, ending)


@require_POST
def archive(request: StaffRequest, dialogue_id: str) -> HttpResponse | FileResponse:
    """Pack the dialogue into one file and send it; the file is gone once it is sent."""
    dialogue = found_dialogue(request, dialogue_id)
    packed = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        write_archive(actor=request.actor, dialogue=dialogue, to=packed)
    except BaseException:
        packed.close()
        raise
    packed.seek(0)
    name = archive_name(dialogue, clock.today())
    return FileResponse(packed, as_attachment=True, filename=name, content_type="application/zip")


def found_dialogue(request: StaffRequest, dialogue_id: str) -> Dialogue:
    """Return a dialogue the actor may see, or answer that there is none."""
    found: Dialogue = or_404(_visible(request).get, public_id=dialogue_id)
    return found


def table(
    title: str, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]], ending: str
) -> HttpResponse:
    """Return a list as a file to keep; an ending nobody knows is not found."""
    if ending not in TYPES:
        raise Http404
    content = csv(columns, rows) if ending == "csv" else xlsx(title, columns, rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(content, content_type=TYPES[ending], headers=headers)


def _visible(request: StaffRequest) -> ScopedQuerySet[Dialogue]:
    return dialogues_visible_to(request.actor).select_related("body__locality", "locality")


def _may(request: StaffRequest, code: str, dialogue: Dialogue) -> bool:
    return decide(request.actor, code, dialogue).allowed
