"""A plan as one JSON document, frozen at issue, and what changed between two of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from nghedan.domain.plans.intake import PlanDraft


def snapshot_of(draft: PlanDraft) -> dict[str, Any]:
    """Return the plan as plain JSON."""
    items = [{**asdict(item), "held_on": item.held_on.isoformat() if item.held_on else None} for item in draft.items]
    return {
        "title": draft.title,
        "year": draft.year,
        "content": draft.content.as_json(),
        "items": items,
        "duties": [asdict(duty) for duty in draft.duties],
    }


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
