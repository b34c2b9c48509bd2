"""Lists, tables, figures: what a page tells."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template

from nghedan.foundation.ui.charts import drawn
from nghedan.foundation.ui.models import (
    Bar,
    Column,
    Figure,
    Limit,
    SourceLine,
    Step,
    SummaryRow,
    TaskRow,
    TimelineEntry,
)

register = template.Library()


@register.inclusion_tag("ui/components/summary_list.html")
def summary_list(rows: Sequence[SummaryRow], *, title: str = "") -> dict[str, Any]:
    """Show names and what they hold; with a title, as a card."""
    return {"rows": rows, "title": title, "has_actions": any(row.href for row in rows)}


@register.inclusion_tag("ui/components/task_list.html")
def task_list(rows: Sequence[TaskRow], today: date) -> dict[str, Any]:
    """Show things to do, each with its status word and how far off its day is."""
    return {"rows": rows, "today": today}


@register.inclusion_tag("ui/components/table.html")
def table(
    caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], *, small: bool = False
) -> dict[str, Any]:
    """Show rows of plain values, tags and links; the first cell heads its row. Scrolls sideways on phones."""
    return {"caption": caption, "columns": columns, "rows": [_cells(columns, row) for row in rows], "small": small}


@register.inclusion_tag("ui/components/timeline.html")
def timeline(entries: Sequence[TimelineEntry]) -> dict[str, Any]:
    """Show what happened, the latest first as given."""
    return {"entries": entries}


@register.inclusion_tag("ui/components/steps.html")
def steps(items: Sequence[Step], label: str) -> dict[str, Any]:
    """Show the steps on the way and where one stands: a row, on phones a column."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/limits.html")
def limits(items: Sequence[Limit], today: date) -> dict[str, Any]:
    """Show time limits in the order given (the strictest first), each with its rank, distance and "Vì sao?"."""
    return {"items": items, "today": today}


@register.inclusion_tag("ui/components/why.html")
def why(basis: str, counted: Sequence[str] = ()) -> dict[str, Any]:
    """Show behind "Vì sao?" which article a limit rests on and how it was counted."""
    return {"basis": basis, "counted": counted}


@register.inclusion_tag("ui/components/figures.html")
def figures(items: Sequence[Figure]) -> dict[str, Any]:
    """Show big numbers side by side."""
    return {"items": items}


@register.inclusion_tag("ui/components/bar_chart.html")
def bar_chart(caption: str, bars: Sequence[Bar], *, now: str = "", before: str = "") -> dict[str, Any]:
    """Show bars as a drawing that is a table to those who listen; `now` and `before` name the two years."""
    return {"caption": caption, "bars": drawn(bars), "now": now, "before": before}


@register.inclusion_tag("ui/components/progress_bar.html")
def progress_bar(label: str, value: int, maximum: int) -> dict[str, Any]:
    """Show how far long work has come; the page may be left meanwhile."""
    return {"label": label, "value": min(value, maximum), "maximum": maximum}


@register.inclusion_tag("ui/components/empty_state.html")
def empty_state(title: str, text: str = "", *, href: str = "", action: str = "") -> dict[str, Any]:
    """Show instead of an empty list what to do."""
    return {"title": title, "text": text, "href": href, "action": action}


@register.inclusion_tag("ui/components/warning_text.html")
def warning_text(text: str) -> dict[str, Any]:
    """Show one sentence nobody may overlook."""
    return {"text": text}


@register.inclusion_tag("ui/components/source_lines.html")
def source_lines(lines: Sequence[SourceLine]) -> dict[str, Any]:
    """Show a text line by line with its numbers; line 12 has the id `dong-12`, marked ones lead to their value."""
    return {"lines": lines}


@register.inclusion_tag("ui/components/document_preview.html")
def document_preview(title: str, src: str, downloads: Sequence[Any] = ()) -> dict[str, Any]:
    """Show a paper as it will be printed, in a frame, with links to its files."""
    return {"title": title, "src": src, "downloads": downloads}


def _cells(columns: Sequence[Column], row: Sequence[Any]) -> list[tuple[Column, Any]]:
    return list(zip(columns, row, strict=True))
