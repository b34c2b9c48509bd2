"""The public page of a result: shown to the head, then to everybody; and taken down again."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.reports.models import PublicResult
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi lý do gỡ trang xuống.")
REASON_SIGNS = 300


def show_result(*, actor: Actor, dialogue: Dialogue, foreword: str = "", key: str = "") -> PublicResult:
    """Let the head see the page that will be public. Raises Refused for a dialogue that is internal, not public or not
    over, NotAllowed."""
    result = PublicResult(
        locality=dialogue.locality, dialogue=dialogue, shown_at=clock.now(), foreword=foreword.strip()
    )
    return create("public_result.show", actor=actor, obj=result, key=key)


def show_again(*, actor: Actor, result: PublicResult) -> PublicResult:
    """Let the head see a page again that was taken down. Raises Refused, NotAllowed, Conflict."""
    changes = {"shown_at": clock.now(), "published_at": None, "reason": ""}
    return perform("public_result.show_again", actor=actor, obj=result, changes=changes)


def edit_foreword(*, actor: Actor, result: PublicResult, foreword: str) -> PublicResult:
    """Write what stands before the figures; new words the head has again 24 hours to see. Raises Refused, NotAllowed,
    Conflict."""
    said = foreword.strip()
    seen = {} if said == result.foreword else {"shown_at": clock.now()}
    return perform("public_result.edit", actor=actor, obj=result, changes={"foreword": said, **seen})


def publish_result(*, actor: Actor, result: PublicResult, instruction: Instruction | None = None) -> PublicResult:
    """Publish on the head's word, at once. Raises Refused, NotAllowed, Conflict."""
    changes = {"published_at": clock.now()}
    return perform("public_result.publish", actor=actor, obj=result, changes=changes, instruction=instruction)


def let_appear(*, actor: Actor, result: PublicResult) -> PublicResult:
    """Publish what the head has had 24 hours to see. Raises Refused before that, NotAllowed, Conflict."""
    return perform("public_result.appear", actor=actor, obj=result, changes={"published_at": clock.now()})


def withdraw_result(*, actor: Actor, result: PublicResult, reason: str) -> PublicResult:
    """Take the page down. Raises Invalid without a reason, Refused, NotAllowed, Conflict."""
    if not (said := reason.strip()):
        raise Invalid("public_result.no_reason", NO_REASON, field="reason")
    return perform("public_result.withdraw", actor=actor, obj=result, changes={"reason": said[:REASON_SIGNS]})
