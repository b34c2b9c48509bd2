"""Deeds on delegation: the head hands the dialogue to a deputy for some days, and takes it back.

It concerns the dialogue only, never citizen reception (tiếp công dân): see ``models.Delegation``. Whether it runs is
judged at each request, since the grant it writes is read anew each time.
"""

from datetime import date

from nghedan.domain.organisations.models import Body, Delegation, Officer, Post
from nghedan.domain.organisations.rules.names import tidy
from nghedan.domain.organisations.rules.spans import check_span
from nghedan.domain.organisations.services.fields import is_repeat
from nghedan.domain.organisations.services.grants import end_grants_of, grant_delegated_role
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

NO_REASON = _("Xin ghi lý do ủy quyền.")
NO_DAYS = _("Xin ghi ngày bắt đầu và ngày kết thúc ủy quyền.")
NO_PAPER = _("Xin nhập số văn bản ủy quyền, hoặc đánh dấu “văn bản bổ sung sau”.")
NO_NUMBER = _("Xin nhập số văn bản ủy quyền.")
TO_ONESELF = _("Không thể tự ủy quyền cho chính mình; xin chọn người khác.")
BY_THE_DEPUTY = _(
    "Người được ủy quyền không thể tự ghi việc ủy quyền cho mình; xin để văn phòng hoặc người đứng đầu ghi."
)
NOT_HEAD = _("%(officer)s không phải %(post)s vào ngày %(day)s nên không ủy quyền được; xin xem lại ngày hoặc chức vụ.")
NOT_DEPUTY = _(
    "%(officer)s không phải %(post)s vào ngày %(day)s; chỉ ủy quyền chủ trì cho cấp phó, xin chọn người khác."
)
OVERLAP = _("Từ ngày %(first)s đến hết ngày %(last)s đã ủy quyền cho %(officer)s; xin chấm dứt ủy quyền đó trước.")
OVER = _("Thời hạn ủy quyền đã hết từ ngày %(day)s; cần nữa, xin ghi ủy quyền mới.")


def begin_delegation(
    *, actor: Actor, delegation: Delegation, instruction: Instruction | None = None, key: str = ""
) -> Delegation:
    """Record that the head of a body hands the dialogue to a deputy (not yet stored) from one day to another.

    From that day, or from the moment of recording if it comes later, the deputy holds the head's role over the body;
    the last day counts. The number of the document may follow (``paper_due``). With an ``instruction`` the clerk
    records what the head decided. Raises Invalid (reason, days, paper) and Refused (not the head,
    not a deputy, to oneself, another delegation in the same days).
    """
    _check_complete(delegation)
    delegation.instruction = instruction
    with deed(actor):
        if not is_repeat(delegation.locality, key):
            _check_people(actor, delegation)
            _check_no_overlap(delegation)
        stored = create("delegation.begin", actor=actor, obj=delegation, instruction=instruction, key=key)
        if stored is delegation:
            grant_delegated_role(delegation)
    return stored


def add_delegation_paper(*, actor: Actor, delegation: Delegation, document_number: str) -> Delegation:
    """Enter the number of the document that was to follow. Raises Invalid without one."""
    if not (number := tidy(document_number)):
        raise Invalid("delegation.no_number", NO_NUMBER, field="document_number")
    changes = {"document_number": number, "paper_due": False}
    return perform("delegation.add_paper", actor=actor, obj=delegation, changes=changes)


def end_delegation(*, actor: Actor, delegation: Delegation, instruction: Instruction | None = None) -> Delegation:
    """End a delegation at once, or withdraw one whose first day has not come; its grant ends in the same moment.

    Refused when its days are over already.
    """
    today = clock.today()
    first, last = _days_of(delegation)
    if last < today:
        raise Refused("delegation.over", OVER, day=format_date(last))
    with deed(actor):
        end_grants_of(delegation)
        if today < first:
            return perform("delegation.withdraw", actor=actor, obj=delegation, instruction=instruction)
        changes = {"valid_to": today}
        return perform("delegation.end", actor=actor, obj=delegation, changes=changes, instruction=instruction)


def _check_complete(delegation: Delegation) -> None:
    delegation.reason = tidy(delegation.reason)
    delegation.document_number = tidy(delegation.document_number)
    if not delegation.reason:
        raise Invalid("delegation.no_reason", NO_REASON, field="reason")
    if not (delegation.document_number or delegation.paper_due):
        raise Invalid("delegation.no_paper", NO_PAPER, field="document_number")
    check_span(*_days_of(delegation))


def _days_of(delegation: Delegation) -> tuple[date, date]:
    if delegation.valid_from is None or delegation.valid_to is None:
        raise Invalid(
            "delegation.no_days", NO_DAYS, field="valid_from" if delegation.valid_from is None else "valid_to"
        )
    return delegation.valid_from, delegation.valid_to


def _check_people(actor: Actor, delegation: Delegation) -> None:
    giver, taker, body = delegation.from_officer, delegation.to_officer, delegation.body
    day, _last = _days_of(delegation)
    if giver.pk == taker.pk:
        raise Refused("delegation.to_oneself", TO_ONESELF)
    if actor.user_id is not None and actor.user_id == taker.user_id:
        raise Refused("delegation.by_the_deputy", BY_THE_DEPUTY)
    if not _holds(giver, body, day, is_head=True):
        raise Refused(
            "delegation.not_head", NOT_HEAD, officer=giver.full_name, post=body.head_post, day=format_date(day)
        )
    if not _holds(taker, body, day, is_deputy=True):
        raise Refused(
            "delegation.not_deputy", NOT_DEPUTY, officer=taker.full_name, post=body.deputy_post, day=format_date(day)
        )


def _holds(officer: Officer, body: Body, day: date, **flag: bool) -> bool:
    return Post.objects.of(body.locality).on(day).filter(officer=officer, body=body, **flag).exists()


def _check_no_overlap(delegation: Delegation) -> None:
    """Refuse a second delegation in the same days; the body's row is locked so that two clerks take turns."""
    body = delegation.body
    Body.objects.of(body.locality).select_for_update().get(pk=body.pk)
    first, last = _days_of(delegation)
    running = Delegation.objects.of(body.locality).within(first, last).filter(body=body, state=DelegationState.CURRENT)
    if other := running.select_related("to_officer").first():
        other_first, other_last = _days_of(other)
        raise Refused(
            "delegation.overlap", OVERLAP, officer=other.to_officer.full_name,
            first=format_date(other_first), last=format_date(other_last),
        )  # fmt: skip
