"""Unscheduled dialogues: on a proposal, or asked for by voters."""

from datetime import date
from decimal import Decimal

from nghedan.domain.dialogues.models import Dialogue, HamletCount, Proposal, VoterRequest
from nghedan.domain.dialogues.rules import LAW_THRESHOLD_PERCENT, is_whole_share
from nghedan.domain.dialogues.services.planning import DialogueDraft, plan_dialogue
from nghedan.domain.dialogues.terms import Occasion
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.organisations.queries import voters_total
from nghedan.domain.plans.terms import ItemKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_SUBJECT = _("Xin ghi về việc gì.")
NO_ANSWER = _("Xin ghi lý do để người đề nghị được biết.")
TOO_MANY = _(
    "Số cử tri ký tên (%(supporters)s) nhiều hơn số cử tri của %(hamlet)s (%(voters)s); xin xem lại cả hai số."
)


def make_proposal(
    *,
    actor: Actor,
    body: Body,
    subject: str,
    text: str,
    unit: Unit | None = None,
    hamlet: Hamlet | None = None,
    key: str = "",
) -> Proposal:
    """Propose a dialogue to a body, in the name of a unit or a hamlet. Raises Invalid without a subject, NotAllowed."""
    if not subject.strip():
        raise Invalid("proposal.no_subject", NO_SUBJECT, field="subject")
    proposal = Proposal(locality=body.locality, body=body, unit=unit, hamlet=hamlet, subject=subject, text=text)
    return create("proposal.make", actor=actor, obj=proposal, key=key)


def accept_proposal(
    *, actor: Actor, proposal: Proposal, answer: str = "", instruction: Instruction | None = None
) -> Dialogue:
    """Say yes: an unscheduled dialogue comes into the programme, its day still open."""
    draft = DialogueDraft(
        theme=proposal.subject,
        kind=ItemKind.UNSCHEDULED,
        occasion=Occasion.PROPOSAL,
        topics=[proposal.text] if proposal.text else [],
        hamlets=[proposal.hamlet] if proposal.hamlet else [],
    )
    with deed(actor):
        dialogue = plan_dialogue(actor=actor, body=proposal.body, draft=draft)
        changes = {"answer": answer, "dialogue_id": dialogue.pk}
        perform("proposal.accept", actor=actor, obj=proposal, changes=changes, instruction=instruction)
    return dialogue


def decline_proposal(
    *, actor: Actor, proposal: Proposal, answer: str, instruction: Instruction | None = None
) -> Proposal:
    """Say no, with a reason for the one who proposed. Raises Invalid without it."""
    if not answer.strip():
        raise Invalid("proposal.no_answer", NO_ANSWER, field="answer")
    return perform("proposal.decline", actor=actor, obj=proposal, changes={"answer": answer}, instruction=instruction)


def receive_voter_request(
    *,
    actor: Actor,
    body: Body,
    subject: str,
    received_on: date,
    percent: Decimal = LAW_THRESHOLD_PERCENT,
    key: str = "",
) -> VoterRequest:
    """Open the count of a request by voters; the number of voters of that day is kept with it."""
    if not subject.strip():
        raise Invalid("voter_request.no_subject", NO_SUBJECT, field="subject")
    request = VoterRequest(
        locality=body.locality, body=body, subject=subject, received_on=received_on, threshold_percent=percent,
        voters_total=voters_total(body.locality, received_on),
    )  # fmt: skip
    return create("voter_request.receive", actor=actor, obj=request, key=key)


def count_hamlet(*, actor: Actor, request: VoterRequest, hamlet: Hamlet, supporters: int) -> HamletCount:
    """Enter or correct how many voters of a hamlet signed. Raises Invalid when there are more than voters."""
    if not is_whole_share(supporters, hamlet.voters or 0):
        raise Invalid(
            "hamlet_count.too_many", TOO_MANY, field="supporters",
            supporters=supporters, hamlet=hamlet.name, voters=hamlet.voters or 0,
        )  # fmt: skip
    known = HamletCount.objects.of(request.locality).filter(request=request, hamlet=hamlet).first()
    if known is not None:
        return perform("hamlet_count.edit", actor=actor, obj=known, changes={"supporters": supporters})
    row = HamletCount(locality=request.locality, request=request, hamlet=hamlet, supporters=supporters)
    return create("hamlet_count.add", actor=actor, obj=row)


def accept_voter_request(*, actor: Actor, request: VoterRequest) -> Dialogue:
    """Put the dialogue the voters asked for into the programme. Refused by the guard below the threshold."""
    draft = DialogueDraft(theme=request.subject, kind=ItemKind.UNSCHEDULED, occasion=Occasion.VOTERS)
    with deed(actor):
        dialogue = plan_dialogue(actor=actor, body=request.body, draft=draft)
        perform("voter_request.accept", actor=actor, obj=request, changes={"dialogue_id": dialogue.pk})
    return dialogue


def set_aside_voter_request(*, actor: Actor, request: VoterRequest, note: str) -> VoterRequest:
    """Close a request that does not reach the threshold, with a note. Raises Invalid without it."""
    if not note.strip():
        raise Invalid("voter_request.no_note", NO_ANSWER, field="note")
    return perform("voter_request.set_aside", actor=actor, obj=request, changes={"note": note})
