"""Correcting what was read: a value put at its place in the reader's schema, the shape kept."""

import copy
from collections.abc import Mapping
from typing import Any

from nghedan.domain.plans.content import PlanContent
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_SUCH_PLACE = _("Không có mục “%(path)s” trong kế hoạch; xin tải lại trang.")
WRONG_SHAPE = _("Nội dung nhập vào mục này chưa đúng dạng; xin nhập lại.")

LINE_TARGETS: Mapping[str, str] = {
    "purposes": _("Mục đích"),
    "requirements": _("Yêu cầu"),
    "channels": _("Cách thông báo, mời"),
    "recipients": _("Nơi nhận"),
    "procedure.before": _("Trình tự: trước đối thoại"),
    "procedure.during": _("Trình tự: trong đối thoại"),
    "procedure.after": _("Trình tự: sau đối thoại"),
}
"""Lists a line that was not placed may be added to, besides those of each dialogue and unit."""

EMPTY_SESSION: Mapping[str, Any] = {
    "period": {"quarter": None, "month": None, "date": None, "year": None},
    "audience": [],
    "topics": [],
    "venue": None,
    "participants": [],
}


def corrected(data: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return the data with ``value`` at ``path`` ("sessions.0.topics"). Raises Invalid for an unknown place or a value
    of another shape."""
    changed = copy.deepcopy(dict(data))
    holder, key = _find(changed, path)
    if not _same_shape(holder[key], value):
        raise Invalid("reading.wrong_shape", WRONG_SHAPE, path=path)
    holder[key] = value
    return changed


def with_line(data: Mapping[str, Any], path: str, text: str) -> dict[str, Any]:
    """Return the data with a line added to the list at ``path``. Raises Invalid for an unknown place."""
    holder, key = _find(copy.deepcopy(dict(data)), path)
    if not isinstance(holder[key], list):
        raise Invalid("reading.wrong_shape", WRONG_SHAPE, path=path)
    return corrected(data, path, [*holder[key], text])


def with_session(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with one more, empty dialogue."""
    fresh = copy.deepcopy(dict(EMPTY_SESSION))
    fresh["period"]["year"] = data["year"]
    return {**data, "sessions": [*data["sessions"], fresh]}


def with_content(data: Mapping[str, Any], content: PlanContent) -> dict[str, Any]:
    """Return the data with everything a plan says besides its head, dialogues and duties; inverse of ``draft_of``."""
    stored = content.as_json()
    low, high = content.expected_min, content.expected_max
    plain = {
        name: stored[name] or None for name in ("head_role", "delegate_role", "frequency_per_year_min", "hamlet_count")
    }
    lists = {name: list(stored[name]) for name in ("legal_bases", "purposes", "requirements", "committee", "channels")}
    return {
        **data,
        **plain,
        **lists,
        "recipients": list(content.recipients),
        "adhoc": stored["unscheduled"],
        "procedure": {step: list(lines) for step, lines in stored["procedure"].items()},
        "deadlines": list(stored["limits"]),
        "signer": {
            "authority_line": content.signer_authority or None,
            "title": content.signer_title or None,
            "name": content.signer_name or None,
        },
        "expected_attendance": {"min": low, "max": high} if low or high else None,
    }


def session_of(item: ItemDraft) -> dict[str, Any]:
    """Return a planned dialogue in the reader's schema; its kind and who may come are not part of it."""
    return {
        "period": {
            "quarter": item.quarter,
            "month": item.month,
            "date": item.held_on.isoformat() if item.held_on else None,
            "year": item.year,
        },
        "audience": list(item.audience),
        "topics": list(item.topics),
        "venue": item.venue or None,
        "participants": list(item.participants),
    }


def assignment_of(duty: DutyDraft) -> dict[str, Any]:
    """Return a unit and its tasks in the reader's schema."""
    return {"unit": duty.unit_text, "tasks": list(duty.tasks)}


def without(data: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return the data without one entry of a list ("sessions.1"). Raises Invalid for an unknown place."""
    changed = copy.deepcopy(dict(data))
    holder, key = _find(changed, path)
    if not isinstance(holder, list):
        raise Invalid("reading.wrong_shape", WRONG_SHAPE, path=path)
    del holder[key]
    return changed


def _find(data: Any, path: str) -> tuple[Any, Any]:
    """Return the container and the key a path ends in."""
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    try:
        holder = data
        for part in way:
            holder = holder[part]
        holder[last]
    except (KeyError, IndexError, TypeError):
        raise Invalid("reading.no_such_place", NO_SUCH_PLACE, path=path) from None
    return holder, last


def _same_shape(old: Any, new: Any) -> bool:
    """A list stays a list of the same kind of entries, a record keeps its keys, a scalar stays one."""
    if isinstance(old, dict):
        return isinstance(new, dict) and new.keys() == old.keys()
    if isinstance(old, list):
        return isinstance(new, list) and all(isinstance(entry, str | dict) for entry in new)
    return new is None or isinstance(new, str | int | float)
