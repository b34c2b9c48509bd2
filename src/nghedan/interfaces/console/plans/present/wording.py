"""Plan values in words: periods, limits, counts."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.plans.content import Limit, Unscheduled
from nghedan.domain.plans.intake import ItemDraft
from nghedan.kernel.vietnamese import format_date, roman


def period(item: ItemDraft) -> str:
    """Return when a planned dialogue is to be held: "ngày 18/9/2026", "tháng 9/2026", "quý III/2026", "năm 2026"."""
    if item.held_on:
        return _("ngày %(day)s") % {"day": format_date(item.held_on)}
    if item.month:
        return _("tháng %(month)s/%(year)s") % {"month": item.month, "year": item.year or "…"}
    if item.quarter:
        return _("quý %(quarter)s/%(year)s") % {"quarter": roman(item.quarter), "year": item.year or "…"}
    return _("năm %(year)s") % {"year": item.year} if item.year else _("chưa rõ thời gian")


def theme(item: ItemDraft) -> str:
    """Return what a planned dialogue is about, in one line."""
    said = item.topics or item.audience
    return str(said[0]) if said else _("Chưa ghi nội dung")


def limit(said: Limit) -> str:
    """Return a limit in a sentence: "trước 5 ngày làm việc: gửi nội dung trả lời"."""
    days = said.days
    if said.unit == "working_day":
        before = ngettext("trước %(days)s ngày làm việc", "trước %(days)s ngày làm việc", days)
        after = ngettext("sau %(days)s ngày làm việc", "sau %(days)s ngày làm việc", days)
    else:
        before = ngettext("trước %(days)s ngày", "trước %(days)s ngày", days)
        after = ngettext("sau %(days)s ngày", "sau %(days)s ngày", days)
    counted = (before if said.direction == "before" else after) % {"days": days}
    return f"{counted}: {said.what}"


def unscheduled(said: Unscheduled) -> str:
    """Return what the plan says of dialogues outside the fixed ones."""
    return (said.text or _("Có")) if said.allowed else ""


def attendance(low: int | None, high: int | None) -> str:
    """Return how many are expected: "80 đến 100 đại biểu"."""
    if low and high and low != high:
        return _("%(low)s đến %(high)s đại biểu") % {"low": low, "high": high}
    count = low or high
    return ngettext("%(count)s đại biểu", "%(count)s đại biểu", count) % {"count": count} if count else ""


def joined(lines: Sequence[Any]) -> str:
    """Return a list as lines, each with a dash when there are several."""
    return "\n".join(f"– {line}" for line in lines) if len(lines) > 1 else "".join(str(line) for line in lines)
