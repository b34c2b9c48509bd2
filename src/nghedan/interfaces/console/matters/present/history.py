"""The versions of an answer, and what happened to a matter, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Answer, Bounce
from nghedan.foundation.journal.timeline import Happening
from nghedan.foundation.journal.wordings import Version, versions_of
from nghedan.foundation.ui.models import SummaryRow, TimelineEntry
from nghedan.interfaces.console.instructions import Told, entry_of
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

LABELS = {
    "text": gettext_noop("Nội dung trả lời"),
    "short": gettext_noop("Trả lời ngắn"),
    "basis": gettext_noop("Căn cứ pháp lý"),
    "caution": gettext_noop("Lưu ý khi trả lời"),
    "return_reason": gettext_noop("Lý do trả lại"),
}


@dataclass(frozen=True, slots=True)
class AnswerVersion:
    """An answer as it read after one change."""

    at: datetime
    rows: Sequence[SummaryRow]


def versions(answer: Answer, *, may_be_cautioned: bool) -> list[AnswerVersion]:
    """Return every version of an answer, the latest first."""
    shown = [name for name in LABELS if may_be_cautioned or name != "caution"]
    return [AnswerVersion(one.at, _rows(one, shown)) for one in versions_of(answer)]


def _rows(version: Version, shown: Sequence[str]) -> list[SummaryRow]:
    return [SummaryRow(_(LABELS[name]), version.words[name]) for name in shown if version.words.get(name)]


def entries(
    happenings: Iterable[Happening], told: Mapping[str, Told], bounces: Sequence[Bounce]
) -> list[TimelineEntry]:
    """Return the entries; of a unit's "not ours" with the reason, of a limit with the days."""
    reasons = [_reason(bounce) for bounce in bounces]
    return [entry_of(one, told, _lines(one, reasons)) for one in happenings]


def _lines(one: Happening, reasons: list[str]) -> list[str]:
    if one.code == "bounce.make":  # the entries run backwards, and so do the reasons
        return [reasons.pop()] if reasons else []
    due = one.facts.get("due_on")
    return [_("Hạn: %(day)s") % {"day": _day(due[1])}] if isinstance(due, list) else []


def _reason(bounce: Bounce) -> str:
    told = {"unit": bounce.unit, "proposed": bounce.proposed_unit, "reason": bounce.reason}
    return _("%(unit)s đề nghị giao %(proposed)s: %(reason)s") % told


def _day(value: Any) -> str:
    return format_date(date.fromisoformat(value)) if value else _("chưa có")
