"""Values as they are written: dates, numbers, status words, and whatever stands in a cell."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext

from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.foundation.ui.numbers import grouped
from nghedan.kernel.vietnamese import distance, format_date

register = template.Library()
register.filter("number", grouped)

SOON = 3
"""Days before its date from which a limit is shown as near."""


@register.filter
def day(value: date | datetime | None) -> SafeString:
    """Return the day as `<time>`18/9/2026`</time>`, in local time; an en dash when there is none."""
    if value is None:
        return SafeString("–")
    local = _local_day(value)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), format_date(local))


@register.filter
def moment(value: datetime) -> SafeString:
    """Return the local time and day: 07:45 ngày 18/9/2026."""
    local = localtime(value) if is_aware(value) else value
    written = gettext("%(time)s ngày %(day)s") % {"time": f"{local:%H:%M}", "day": format_date(local.date())}
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), written)


@register.filter
def cell(value: Any) -> SafeString:
    """Return what stands in a table or summary: a status word, a link, a day, a number, a text; "–" for none."""
    match value:
        case None | "":
            return SafeString("–")
        case Tag():
            return render_to_string("ui/components/tag.html", tag(value))
        case Link():
            return format_html('<a class="govuk-link" href="{}">{}</a>', value.href, value.text)
        case date():
            return day(value)
        case bool():
            return SafeString(gettext("có") if value else gettext("không"))
        case int() | float():
            return SafeString(grouped(value))
        case _:
            return SafeString(conditional_escape(value))


@register.inclusion_tag("ui/components/when.html")
def when(value: date | datetime | None, today: date, *, done: bool = False) -> dict[str, Any]:
    """Show a limit with its distance: "18/9/2026 · còn 2 ngày"; near and past ones stand out unless `done`."""
    if value is None:
        return {"value": None}
    days = (_local_day(value) - today).days
    manner = "" if done or days > SOON else "late" if days < 0 else "soon"
    return {
        "value": value,
        "manner": manner,
        "distance": "" if done else distance(_local_day(value), today, translate=gettext),
    }


@register.inclusion_tag("ui/components/tag.html")
def tag(text: str | Tag, colour: str = Colour.GREY) -> dict[str, Any]:
    """Show a status word: a `Tag`, or a text with one of the six colours."""
    word = text if isinstance(text, Tag) else Tag(text, Colour(colour))
    return {"text": word.text, "colour": word.colour}


@register.inclusion_tag("ui/components/badge.html")
def badge(text: str, colour: str = "") -> dict[str, Any]:
    """Show a small framed word that is no status: "mới", a kind, a number."""
    return {"text": text, "colour": colour}


def _local_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (localtime(value) if is_aware(value) else value).date()
    return value
