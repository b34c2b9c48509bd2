"""A plan as one JSON document, frozen at issue, and what changed between two of them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from nghedan.domain.plans.intake import PlanDraft


def snapshot_of(draft: PlanDraft) -> dict[str, Any]:
    """Return the plan as plain JSON."""
    parts = {
        "title": draft.title,
        "year": draft.year,
        "content": draft.content.as_json(),
        "items": [asdict(item) for item in draft.items],
        "duties": [asdict(duty) for duty in draft.duties],
    }
    plain: dict[str, Any] = json.loads(json.dumps(parts, default=date.isoformat))
    return plain


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the plan that differs between two editions."""

    part: str
    before: Any
    after: Any


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return what an amendment changed, part by part; content is compared field by field."""
    old, new = _flat(before), _flat(after)
    return [Change(part, old.get(part), new.get(part)) for part in {**old, **new} if old.get(part) != new.get(part)]


def _flat(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    flat = {part: value for part, value in snapshot.items() if part not in ("content", "items", "duties")}
    flat.update({f"content.{name}": value for name, value in snapshot["content"].items()})
    for part in ("items", "duties"):
        flat.update({f"{part}.{position}": entry for position, entry in enumerate(snapshot[part], 1)})
    return flat
