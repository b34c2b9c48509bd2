"""From draft to force: submit, return, sign, issue, amend, close."""

from datetime import date

from django.utils.translation import gettext_noop as _

from nghedan.domain.organisations.models import Unit
from nghedan.domain.plans.models import AdjustmentRequest, Plan, PlanEdition
from nghedan.domain.plans.services.drafting import draft_from
from nghedan.domain.plans.services.snapshot import snapshot_of
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import head_of
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid

NO_REASON = _("Xin ghi lý do.")
NO_NUMBER = _("Xin nhập số, ký hiệu văn bản.")
NO_DATE = _("Xin nhập ngày ban hành.")


def submit_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Submit for signature (trình ký). Raises Refused while a part is missing."""
    return perform("plan.submit", actor=actor, obj=plan, changes={"return_reason": ""})


def return_plan(*, actor: Actor, plan: Plan, reason: str, instruction: Instruction | None = None) -> Plan:
    """Send a submitted plan back with a reason. Raises Invalid without one."""
    if not reason.strip():
        raise Invalid("plan.no_reason", NO_REASON, field="reason")
    return perform("plan.return", actor=actor, obj=plan, changes={"return_reason": reason}, instruction=instruction)


def sign_plan(*, actor: Actor, plan: Plan, instruction: Instruction | None = None) -> Plan:
    """Sign, by the head's own click or as the instruction the clerk recorded."""
    return perform("plan.sign", actor=actor, obj=plan, instruction=instruction)


def issue_plan(*, actor: Actor, plan: Plan, number: str, issued_on: date | None) -> Plan:
    """Issue a signed plan under its number and date, and freeze it as an edition. Raises Invalid without either."""
    return _issue("plan.issue", actor, plan, number, issued_on)


def record_issued(*, actor: Actor, plan: Plan, number: str, issued_on: date | None) -> Plan:
    """Record a plan that was signed and issued on paper before it came here."""
    return _issue("plan.record_issued", actor, plan, number, issued_on)


def amend_plan(*, actor: Actor, plan: Plan, reason: str) -> Plan:
    """Open an issued plan for amendment; the issued edition stays in force until the new one is issued."""
    if not reason.strip():
        raise Invalid("plan.no_reason", NO_REASON, field="reason")
    changes = {"amend_reason": reason, "edition": plan.edition + 1}
    return perform("plan.amend", actor=actor, obj=plan, changes=changes)


def close_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Close the year of a plan."""
    return perform("plan.close", actor=actor, obj=plan)


def share_plan(*, actor: Actor, plan: Plan, shared: bool) -> Plan:
    """Let the other body of the locality see the plan once it is issued, or no longer."""
    return perform("plan.share", actor=actor, obj=plan, changes={"shared": shared})


def request_adjustment(*, actor: Actor, plan: Plan, unit: Unit | None, text: str, key: str = "") -> AdjustmentRequest:
    """Ask, in the name of a unit, that the plan be adjusted. Raises Invalid without words."""
    if not text.strip():
        raise Invalid("adjustment.no_text", NO_REASON, field="text")
    request = AdjustmentRequest(locality=plan.locality, plan=plan, unit=unit, text=text)
    return create("adjustment.request", actor=actor, obj=request, key=key)


def answer_adjustment(
    *, actor: Actor, request: AdjustmentRequest, accept: bool, answer: str, instruction: Instruction | None = None
) -> AdjustmentRequest:
    """Answer a unit's request yes or no; amending the plan is a deed of its own. Raises Invalid on a bare no."""
    if not accept and not answer.strip():
        raise Invalid("adjustment.no_reason", NO_REASON, field="answer")
    code = "adjustment.accept" if accept else "adjustment.decline"
    return perform(code, actor=actor, obj=request, changes={"answer": answer}, instruction=instruction)


def _issue(code: str, actor: Actor, plan: Plan, number: str, issued_on: date | None) -> Plan:
    if not number.strip():
        raise Invalid("plan.no_number", NO_NUMBER, field="number")
    if issued_on is None:
        raise Invalid("plan.no_date", NO_DATE, field="issued_on")
    with deed(actor):
        perform(code, actor=actor, obj=plan, changes={"number": number.strip(), "issued_on": issued_on})
        journal_number, seal = head_of(plan.locality)
        edition = PlanEdition(
            locality=plan.locality, plan=plan, edition=plan.edition, number=plan.number, issued_on=issued_on,
            reason=plan.amend_reason, snapshot=snapshot_of(draft_from(plan)),
            journal_number=journal_number, journal_seal=seal,
        )  # fmt: skip
        create("plan_edition.add", actor=actor, obj=edition)
    return plan
