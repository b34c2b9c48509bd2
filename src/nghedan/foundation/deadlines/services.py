"""Deeds on limits.

Setting, recounting and dropping follow from other moves and are done by the system, which the journal says together
with who asked; fixing, releasing and meeting a limit are decisions and need the right.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import Placed
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.counting import changes_by, count_again, count_all, due_columns
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of, running_in
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import Locality, LocalityModel
from nghedan.foundation.transitions import door
from nghedan.foundation.transitions.deed import deed
from nghedan.kernel.deadlines import DeadlineRule, Due, Rank
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workdays import WorkCalendar

NO_REASON = _("Xin nhập lý do ấn định hạn.")
LATER_THAN_LAW = _("Hạn theo luật không ấn định muộn hơn ngày luật cho phép; xin chọn ngày sớm hơn.")
NOT_YET_MET = _("Ngày xong không thể ở sau hôm nay; xin ghi lại ngày.")

FOLLOWING_THE_COUNT = {"fixed_by_hand": False, "fixed_reason": "", "differs_from_count": False}


def set_deadlines(
    *, actor: Actor, subject: LocalityModel, rules: Iterable[DeadlineRule], anchors: Mapping[str, date]
) -> list[Deadline]:
    """Set the limits of a subject that follow from its rules and anchors; return them, the strictest first.

    What exists is counted anew, what no rule or anchor supports any more is dropped. A limit fixed by hand keeps its
    day and is flagged when the count has moved; one that is met stays as it was. Raises ValueError for two rules of
    one code, NotAllowed for a subject of another locality.
    """
    with deed(actor):
        known = every_limit_of(subject)
        calendar = _calendar(subject.locality, anchors.values())
        dues = count_all(rules, anchors, calendar)
        limits = [
            _set(actor, subject, known.get(due.rule.code), due, anchors[due.rule.anchor], calendar) for due in dues
        ]
        counted = {limit.rule_code for limit in limits}
        for limit in known.values():
            if limit.rule_code not in counted and limit.state == DeadlineState.RUNNING:
                _follow("deadline.drop", actor, limit, {})
    return limits


def recount(*, actor: Actor, locality: Locality, because: str) -> list[Deadline]:
    """Count every running limit of a locality anew and return those that changed; ``because`` goes into the journal."""
    rows = list(running_in(locality).order_by("pk"))
    if not rows:
        return []
    calendar = _calendar(locality, (row.anchor_on for row in rows))
    with deed(actor):
        counts = ((row, changes_by(count_again(row, calendar), row.anchor_on, row, calendar)) for row in rows)
        return [_follow("deadline.recount", actor, row, changes, because=because) for row, changes in counts if changes]


def fix_deadline(*, actor: Actor, deadline: Deadline, due_on: date, reason: str) -> Deadline:
    """Fix a limit by hand: it keeps this day whatever the count says later.

    Raises Invalid without a reason, or for a day later than the law allows.
    """
    if not reason.strip():
        raise Invalid("deadline.no_reason", NO_REASON, field="reason")
    if deadline.rank == Rank.LAW and due_on > deadline.counted_on:
        raise Invalid("deadline.later_than_law", LATER_THAN_LAW, field="due_on")
    changes = {
        "due_on": due_on,
        "advised_on": _calendar(deadline.locality, [due_on]).previous_working(due_on),
        "fixed_by_hand": True,
        "fixed_reason": reason.strip(),
        "differs_from_count": False,
    }
    return door.perform("deadline.fix", actor=actor, obj=deadline, changes=changes)


def release_deadline(*, actor: Actor, deadline: Deadline) -> Deadline:
    """Let a limit fixed by hand follow the count again."""
    return door.perform("deadline.release", actor=actor, obj=deadline, changes=_counted(deadline))


def meet_deadline(*, actor: Actor, deadline: Deadline, on: date, note: str = "") -> Deadline:
    """Record the day on which what the limit asks for was done. Raises Invalid for a day to come."""
    if on > clock.today():
        raise Invalid("deadline.not_yet_met", NOT_YET_MET, field="on")
    return door.perform("deadline.meet", actor=actor, obj=deadline, changes={"met_on": on, "met_note": note.strip()})


def reopen_deadline(*, actor: Actor, deadline: Deadline) -> Deadline:
    """Let a met limit run again, counted by the calendar of today: recorded by mistake, or to be done once more."""
    changes = {"met_on": None, "met_note": "", **_counted(deadline)}
    return door.perform("deadline.reopen", actor=actor, obj=deadline, changes=changes)


def _set(
    actor: Actor, subject: LocalityModel, known: Deadline | None, due: Due, anchor_on: date, calendar: WorkCalendar
) -> Deadline:
    columns = due_columns(due, anchor_on)
    if known is None:
        limit = Deadline(
            locality=subject.locality, subject_type=subject_type_of(subject), subject_id=subject.public_id,
            body_scope_id=_body_of(subject), **columns,
        )  # fmt: skip
        return door.create("deadline.set", actor=_system(actor), obj=limit, facts={"asked_by": actor.key})
    if known.state == DeadlineState.DROPPED:
        return _follow("deadline.resume", actor, known, columns | FOLLOWING_THE_COUNT)
    if known.state == DeadlineState.RUNNING and (changes := changes_by(due, anchor_on, known, calendar)):
        return _follow("deadline.recount", actor, known, changes)
    return known


def _follow(code: str, actor: Actor, limit: Deadline, changes: Mapping[str, Any], **facts: str) -> Deadline:
    facts = {"asked_by": actor.key, **facts}
    return door.perform(code, actor=_system(actor), obj=limit, changes=changes, facts=facts)


def _system(actor: Actor) -> Actor:
    return Actor.system(actor.locality)


def _counted(limit: Deadline) -> dict[str, Any]:
    calendar = _calendar(limit.locality, [limit.anchor_on])
    return due_columns(count_again(limit, calendar), limit.anchor_on) | FOLLOWING_THE_COUNT


def _calendar(locality: Locality, days: Iterable[date]) -> WorkCalendar:
    known = sorted(days)
    return calendar_for(locality, known[0], known[-1]) if known else WorkCalendar()


def _body_of(subject: LocalityModel) -> int | None:
    scopes = subject.access_scopes() if isinstance(subject, Placed) else set()
    return next((scope.id for scope in scopes if scope.kind == BODY), None)
