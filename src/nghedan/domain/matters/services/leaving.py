"""Matters that nobody here prepares an answer to: referred, settled at the hamlet, set aside; and taken up again."""

from typing import Any

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import bounce_waiting
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.matters.terms import Competence, Outcome
from nghedan.domain.opinions.rules.words import clean
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

REASON_SIGNS = 300
NO_REASON = _("Xin ghi lý do để người dân và các đơn vị biết.")
NO_BODY = _("Xin chọn không thuộc hoặc vượt thẩm quyền, và ghi cơ quan có thẩm quyền.")
NO_SETTLEMENT = _("Xin ghi đã giải quyết thế nào.")


def refer_matter(*, actor: Actor, matter: Matter, competent_body: str, reason: str, competence: Competence) -> Matter:
    """Refer what the locality may not settle to who may; that it is theirs is reason enough, more may be said.

    Raises Invalid without body and for what is ours, Refused, NotAllowed, Conflict.
    """
    body = clean(competent_body)
    if not body or competence is Competence.OURS:
        raise Invalid("matter.no_body", NO_BODY, field="competent_body")
    changes = {"competent_body": body[:200], "competence": competence.value, "outcome": Outcome.REFERRED.value}
    return _leave("matter.refer", actor, matter, clean(reason), changes)


def settle_matter(*, actor: Actor, matter: Matter, how: str) -> Matter:
    """Note that a matter was settled at the hamlet, and how. Raises Invalid, Refused, NotAllowed, Conflict."""
    if not (said := clean(how)):
        raise Invalid("matter.not_told_how", NO_SETTLEMENT, field="reason")
    changes = {"outcome": Outcome.DONE.value, "outcome_note": said}
    return _leave("matter.settle", actor, matter, said, changes)


def set_aside_matter(*, actor: Actor, matter: Matter, reason: str) -> Matter:
    """Decide not to look into a matter, with the reason. Raises Invalid, Refused, NotAllowed, Conflict."""
    if not (said := clean(reason)):
        raise Invalid("matter.no_reason", NO_REASON, field="reason")
    return _leave("matter.set_aside", actor, matter, said, {})


def take_up_matter(*, actor: Actor, matter: Matter) -> Matter:
    """Take a matter up again: it waits for a unit once more. Raises Refused, NotAllowed, Conflict."""
    changes = {"reason": "", "outcome": Outcome.NONE.value, "outcome_note": ""}
    return perform("matter.take_up", actor=actor, obj=matter, changes=changes)


def _leave(code: str, actor: Actor, matter: Matter, reason: str, changes: dict[str, Any]) -> Matter:
    """Let a matter leave; what a unit gave back before is decided with that."""
    with deed(actor):
        if (waiting := bounce_waiting(matter)) is not None:
            perform("bounce.reassign", actor=actor, obj=waiting)
        perform(code, actor=actor, obj=matter, changes={"reason": reason[:REASON_SIGNS], **changes})
        let_be_found(matter)
    return matter
