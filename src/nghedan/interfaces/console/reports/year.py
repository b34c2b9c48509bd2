"""Figures of a year: the conferences of every body in one table, with their sums."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_of_year
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.reports.figures import figures_of_all
from nghedan.domain.reports.yearly import COLUMNS, YearRow, whole_of, year_rows
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.exports.columns import Column as FileColumn
from nghedan.foundation.ui.models import Column, Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.reports.views import VIEW, table
from nghedan.interfaces.console.year.views import FIRST_YEAR, LAST_YEAR
from nghedan.interfaces.web.http import StaffRequest


@require_safe
def figures(request: StaffRequest, year: int) -> HttpResponse:
    """Show the conferences of a year that were held or will be, by body, each with its figures, and their sums."""
    rows = _rows(request, year)
    bodies = list(dict.fromkeys(row.body for row in rows))
    context = {
        "year": year,
        "today": clock.today(),
        "columns": [Column(_("Hội nghị")), *(Column(_(name), numeric=True) for name in COLUMNS)],
        "groups": [(body, _lines([row for row in rows if row.body == body], _("Cộng"))) for body in bodies],
        "whole": [[_("Cả năm"), *whole_of(rows)]] if len(bodies) > 1 else [],
        "before": href("year-figures", request.locality, year=year - 1) if year > FIRST_YEAR else "",
        "after": href("year-figures", request.locality, year=year + 1) if year < LAST_YEAR else "",
    }
    return render(request, "console/reports/year.html", context)


@require_safe
def download(request: StaffRequest, year: int, ending: str) -> HttpResponse:
    """Hand the same table out."""
    rows = _rows(request, year)
    columns = (FileColumn("Cơ quan"), FileColumn("Hội nghị", 60), FileColumn("Ngày"), *map(FileColumn, COLUMNS))
    listed = [(row.body, row.dialogue.theme, row.dialogue.held_on, *row.cells) for row in rows]
    return table(_("Số liệu năm"), f"so-lieu-doi-thoai-{year}", columns, [*listed, ("Cả năm", "", None, *whole_of(rows))], ending)  # fmt: skip  # noqa: E501


def _rows(request: StaffRequest, year: int) -> list[YearRow]:
    require(request.actor, VIEW)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    found: list[Dialogue] = list(dialogues_of_year(request.actor, year).exclude(state=DialogueState.CANCELLED))
    return year_rows(found, figures_of_all(found, clock.today()))


def _lines(rows: Sequence[YearRow], label: str) -> list[list[object]]:
    lines: list[list[object]] = [[_link(row.dialogue), *row.cells] for row in rows]
    return [*lines, [label, *whole_of(rows)]] if len(rows) > 1 else lines


def _link(dialogue: Dialogue) -> Link:
    return Link(dialogue.theme, href("dialogue-figures", dialogue.locality, dialogue_id=dialogue.public_id))
