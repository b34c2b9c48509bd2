"""Keeping the ledger right: corrections are new versions, mistakes keep their line, nothing is deleted."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import check_words, clean
from nghedan.domain.opinions.services.finding import let_be_found
from nghedan.domain.opinions.services.receiving import IN_FUTURE, is_late, own_digest
from nghedan.domain.opinions.terms import SheetState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi lý do.")
OTHER_YEAR = _("Ý kiến này thuộc sổ năm %(year)s; xin ghi ngày nhận trong năm đó.")
EDITABLE = ("dialogue", "hamlet", "origin", "source", "received_on", "reply_way", "may_publish_name")


def correct_opinion(*, actor: Actor, opinion: Opinion, words: str, reason: str) -> Opinion:
    """Correct what was keyed in, to what paper or speaker really said; the first version stays beside it.

    Raises Invalid without words or reason, NotAllowed, Conflict.
    """
    changes = {"corrected": check_words(words), "reason": _reason(reason)}
    with deed(actor):
        perform("opinion.correct", actor=actor, obj=opinion, changes=changes)
        let_be_found(opinion)
    return opinion


def edit_opinion(*, actor: Actor, opinion: Opinion, changes: Mapping[str, Any]) -> Opinion:
    """Change what surrounds the words: hamlet, origin, day; whether it came late follows from them.

    Raises Invalid for a day after today or out of the ledger's year, ValueError for a field not changed this way.
    """
    if unknown := set(changes) - set(EDITABLE):
        raise ValueError(f"not edited this way: {sorted(unknown)}")
    received_on = changes.get("received_on", opinion.received_on)
    if received_on > clock.today():
        raise Invalid("opinion.in_future", IN_FUTURE, field="received_on")
    if received_on.year != opinion.year:
        raise Invalid("opinion.other_year", OTHER_YEAR, field="received_on", year=opinion.year)
    late = is_late(changes.get("dialogue", opinion.dialogue), received_on)
    with deed(actor):
        perform("opinion.edit", actor=actor, obj=opinion, changes={**changes, "is_late": late})
        let_be_found(opinion)
    return opinion


def void_opinion(*, actor: Actor, opinion: Opinion, reason: str) -> Opinion:
    """Mark a line as keyed in by mistake: number and words stay, it no longer counts; its sheet waits again, and the
    code on a slip's stub waits for what will be keyed in instead."""
    changes = {"reason": _reason(reason), "receipt_digest": own_digest(opinion)}
    with deed(actor):
        perform("opinion.void", actor=actor, obj=opinion, changes=changes)
        sheet = opinion.sheet
        if sheet is not None and sheet.state == SheetState.KEYED:
            perform("sheet.take_up", actor=actor, obj=sheet)
    return opinion


def _reason(reason: str) -> str:
    if not (said := clean(reason)):
        raise Invalid("opinion.no_reason", NO_REASON, field="reason")
    return said[:300]
