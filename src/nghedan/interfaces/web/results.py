"""A result as the people see it, also shown to the head before: three numbers, charts, every matter with its answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.reports.figures import DialogueFigures, figures_of
from nghedan.domain.reports.public_page import (
    ANSWERED,
    OPEN,
    OTHER_RESULTS,
    PublicMatter,
    PublicPage,
    Rows,
    by_result,
    by_standing,
)
from nghedan.domain.reports.queries import published_results
from nghedan.domain.reports.terms import Result
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Bar, Colour, Figure, Tag

COLOURS = {
    Result.IN_HALL: Colour.GREEN,
    Result.IN_WRITING: Colour.GREEN,
    Result.SETTLED: Colour.GREEN,
    Result.WAITING: Colour.BLUE,
    Result.PREPARING: Colour.BLUE,
}
FEWEST_BARS = 2
"""A single bar compares nothing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter of the list with its tags."""

    matter: PublicMatter
    tag: Tag
    late: Tag | None
    unit_label: str
    field: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under their heading."""

    caption: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class LastResult:
    """The last result in three numbers and one chart, for the first page."""

    dialogue: Dialogue
    numbers: Sequence[Figure]
    chart: Chart | None


def last_result(locality: Locality, today: date) -> LastResult | None:
    """Return what came of the last conference whose result is published (six queries, one where there is none)."""
    found = published_results(locality).first()
    if found is None:
        return None
    figures = figures_of(found.dialogue, today)
    return LastResult(found.dialogue, three_numbers(figures), first_chart(figures))


def three_numbers(figures: DialogueFigures) -> list[Figure]:
    """Return what is seen first: how many matters, how many answered, how many still open; none of them under five."""
    colours = {ANSWERED: Colour.GREEN, OPEN: Colour.BLUE}
    told = by_standing(figures)
    return [Figure(count, gettext(name), colour=colours.get(name)) for name, count in told if name != OTHER_RESULTS]


def first_chart(figures: DialogueFigures) -> Chart | None:
    """Return what came of the matters; nothing where they are too few to be told apart."""
    return _chart(_("Kết quả giải quyết"), by_result(figures))


def charts_of(page: PublicPage) -> list[Chart]:
    """Return the further charts."""
    found = (_chart(_("Theo lĩnh vực"), page.fields), _chart(_("Theo thôn, tổ dân phố"), page.hamlets))
    return [chart for chart in found if chart is not None]


def listed(matters: Sequence[PublicMatter]) -> list[Listed]:
    """Return the matters with their tags."""
    late = Tag(_("Quá hạn"), Colour.RED)
    return [
        Listed(
            one, Tag(gettext(one.result.label), COLOURS.get(one.result, Colour.GREY)), late if one.is_late else None,
            _("Chuyển đến") if one.result is Result.REFERRED else _("Đơn vị"), gettext(one.field),
        )
        for one in matters
    ]  # fmt: skip


def lateness(page: PublicPage) -> str:
    """Return who owes answers past their day: units, never persons; nothing where nobody does."""
    units = "; ".join(f"{unit}: {count}" for unit, count in page.late_units)
    return _("Quá hạn trả lời: %(units)s.") % {"units": units} if units else ""


def punctual(figures: DialogueFigures) -> str:
    """Return how many written answers came in time."""
    answers = figures.matters.answers
    if answers.share is None:
        return ""
    due = answers.on_time + answers.late + answers.open_late
    told = ngettext(
        "Trong %(due)s nội dung đến hạn trả lời bằng văn bản, %(on_time)s nội dung được trả lời đúng hạn.",
        "Trong %(due)s nội dung đến hạn trả lời bằng văn bản, %(on_time)s nội dung được trả lời đúng hạn.",
        due,
    )
    return told % {"due": due, "on_time": answers.on_time}


def how_many(shown: int, whole: int) -> str:
    """Return how much of the list is shown."""
    if shown == whole:
        return _("%(whole)s nội dung") % {"whole": whole}
    return _("%(shown)s trong %(whole)s nội dung") % {"shown": shown, "whole": whole}


def shown_page(page: PublicPage, matters: Sequence[PublicMatter]) -> dict[str, Any]:
    """Return what the template ``web/result.html`` shows of a page and of those of its matters that are listed."""
    return {
        "dialogue": page.dialogue,
        "today": page.figures.counted_on,
        "numbers": three_numbers(page.figures),
        "first": first_chart(page.figures),
        "charts": charts_of(page),
        "punctual": punctual(page.figures),
        "lateness": lateness(page),
        "rows": listed(matters),
        "how_many": how_many(len(matters), len(page.matters)),
        "is_narrowed": len(matters) < len(page.matters),
    }


def _chart(caption: str, rows: Rows) -> Chart | None:
    bars = [Bar(gettext(name), count) for name, count in rows]
    return Chart(caption, bars) if len(bars) >= FEWEST_BARS else None
