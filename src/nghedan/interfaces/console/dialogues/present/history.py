"""What happened to a dialogue, each entry with what it changed, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.terms import Medium
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.journal.timeline import Happening
from nghedan.foundation.ui.models import TimelineEntry
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.instructions import Told, entry_of
from nghedan.kernel.vietnamese import format_date

TERMS = {"kind": ItemKind, "openness": Openness, "medium": Medium}
SILENT = frozenset({"state", "instruction", "joins_item", "dialogue_id", "body_id", "officer_id", "part", "position"})
"""Facts that the sentence says already, or that mean nothing to a reader."""

BEGINNING = "dialogue.plan"
"""What a dialogue was at first stands in its plan."""


def entries_of(happenings: Iterable[Happening], words: Mapping[str, Told]) -> list[TimelineEntry]:
    """Return the entries with what they changed; ``words`` tells the head's instructions by their public id."""
    return [entry_of(one, words, _lines(one)) for one in happenings]


def _lines(one: Happening) -> list[str]:
    changed = {} if one.code == BEGINNING else one.facts
    lines = [line for name, pair in changed.items() if name not in SILENT and (line := _change(name, pair))]
    if "joins_item" in one.facts:
        lines.append(_("Tổ chức chung với một kế hoạch khác"))
    return lines


def _change(name: str, pair: Any) -> str:
    """Return "ngày tổ chức: 16/9/2026 → 23/9/2026"; only the new value where there was none."""
    if not isinstance(pair, list) or len(pair) != 2:
        return ""
    was, now = (_value(name, value) for value in pair)
    if not was and not now:
        return ""
    label = wording.capitalised(_label(name))
    return f"{label}: {was} → {now or '–'}" if was else f"{label}: {now}"


def _label(name: str) -> str:
    """Return what a field of a dialogue, or of who presides, is called."""
    if name == "expected_max":
        return _("số đại biểu dự kiến, đến")
    fields = {field.attname: field for table in (Presiding, Dialogue) for field in table._meta.concrete_fields}
    return str(fields[name].verbose_name) if name in fields else name


def _value(name: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if name in TERMS:
        return wording.label_of(TERMS[name], value)
    if name.endswith("_on"):
        return format_date(date.fromisoformat(str(value)))
    return str(value)[:5] if name == "starts_at" else str(value)
