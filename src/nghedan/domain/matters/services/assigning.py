"""Giving matters to units: who leads, who supports, until when; and what becomes of a unit's "not ours"."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from nghedan.domain.matters.deadlines import ANSWER, ASSIGNED_ON, answer_rule, limit_of
from nghedan.domain.matters.models import Bounce, Matter, Support
from nghedan.domain.matters.permissions import BOUNCES_BEFORE_HEAD
from nghedan.domain.matters.queries import bounce_waiting
from nghedan.domain.matters.services.answering import hand_over
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.matters.workflow import stands_against
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.services import set_deadlines
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

ASSIGN = "matter.assign"
WITH_UNIT = (MatterState.ASSIGNED, MatterState.PREPARED)
CONFIRM = "matter.confirm_unit"
NO_REASON = _("Xin ghi lý do nội dung không thuộc đơn vị.")
OWN_UNIT = _("Xin chọn đơn vị khác với đơn vị đang được giao.")
IN_PAST = _("Hạn không thể ở trước hôm nay; xin ghi lại ngày.")


def assign_matter(
    *, actor: Actor, matter: Matter, unit: Unit, supports: Iterable[Unit] | None = None, due_on: date | None = None
) -> Matter:
    """Give a matter to the unit that leads, with the units that support; None leaves those as they are.

    Without ``due_on`` the limit is the dialogue's, or that of the field's days; a limit fixed by hand earlier stays.
    What the unit gave back before is decided with this. Raises Invalid, Refused (not ours, grouped, about officials),
    NotAllowed, Conflict.
    """
    if due_on is not None and due_on < clock.today():
        raise Invalid("matter.due_in_past", IN_PAST, field="due_on")
    with deed(actor):
        waiting = bounce_waiting(matter)
        _give(actor, matter, unit, ASSIGN, {"due_on": due_on, "due_by_hand": True} if due_on else {})
        if waiting is not None:
            perform("bounce.confirm" if waiting.unit_id == unit.pk else "bounce.reassign", actor=actor, obj=waiting)
        if supports is not None:
            set_supports(actor=actor, matter=matter, units=supports)
    return matter


def assign_matters(*, actor: Actor, matters: Sequence[Matter], unit: Unit) -> Sequence[Matter]:
    """Give many matters to one unit, all or none. Raises as ``assign_matter``; a refusal says of which matter."""
    with deed(actor):
        for matter in matters:
            try:
                assign_matter(actor=actor, matter=matter, unit=unit)
            except Refused as refusal:
                if refusal.params:
                    raise
                told = f"%(number)s/%(year)s: {refusal.message}"
                raise Refused(refusal.code, told, number=matter.number, year=matter.year) from refusal
    return matters


def give_to_write(*, actor: Actor, matter: Matter, unit: Unit, due_on: date) -> Matter:
    """Say which unit writes the answer promised in the hall, and until when. What another unit has drafted goes over.

    Raises Invalid for a day that is over, Refused, NotAllowed, Conflict.
    """
    if due_on < clock.today():
        raise Invalid("matter.due_in_past", IN_PAST, field="due_on")
    changes: dict[str, Any] = {"unit": unit, "writing_due_on": due_on}
    if matter.unit_id != unit.pk:
        changes["assigned_on"] = clock.today()
    with deed(actor):
        perform("matter.give_to_write", actor=actor, obj=matter, changes=changes)
        hand_over(matter=matter, unit=unit)
        let_be_found(matter)
    return matter


def set_supports(*, actor: Actor, matter: Matter, units: Iterable[Unit]) -> None:
    """Let exactly these units support the one that leads."""
    wanted = {unit.pk: unit for unit in units if unit.pk != matter.unit_id}
    known = {row.unit_id: row for row in Support.objects.of(matter.locality).filter(matter=matter, state=Standing.CURRENT)}  # fmt: skip  # noqa: E501
    with deed(actor):
        for unit_id in known.keys() - wanted.keys():
            perform("support.end", actor=actor, obj=known[unit_id])
        for unit_id in sorted(wanted.keys() - known.keys()):
            support = Support(locality=matter.locality, matter=matter, unit=wanted[unit_id])
            create("support.add", actor=actor, obj=support)


def withdraw_unheard(matter: Matter) -> None:
    """Take a comment on officials back from units that may not hear of it; it waits for another. Done by the system."""
    system = Actor.system(matter.locality)
    supports = Support.objects.of(matter.locality).select_related("unit").filter(matter=matter, state=Standing.CURRENT)
    for support in supports:
        if stands_against(matter, support.unit) is not None:
            perform("support.end", actor=system, obj=support)
    if matter.unit is None or matter.state not in WITH_UNIT or (why := stands_against(matter, matter.unit)) is None:
        return
    if (waiting := bounce_waiting(matter)) is not None:
        perform("bounce.reassign", actor=system, obj=waiting)
    changes = {"unit": None, "assigned_on": None, "due_on": None, "due_by_hand": False}
    perform("matter.unassign", actor=system, obj=matter, changes=changes, facts={"why": why.code})
    let_be_found(matter)


def fix_due(*, actor: Actor, matter: Matter, due_on: date) -> Matter:
    """Fix the limit by hand: it stays when the day of the dialogue moves. Raises Invalid for a day that is over."""
    if due_on < clock.today():
        raise Invalid("matter.due_in_past", IN_PAST, field="due_on")
    return perform("matter.fix_due", actor=actor, obj=matter, changes={"due_on": due_on, "due_by_hand": True})


def release_due(*, actor: Actor, matter: Matter) -> Matter:
    """Let the limit follow the count again."""
    limit = limit_of(matter)
    changes = {"due_on": limit.due_on if limit else None, "due_by_hand": False}
    return perform("matter.fix_due", actor=actor, obj=matter, changes=changes)


def bounce_matter(*, actor: Actor, matter: Matter, proposed_unit: Unit, reason: str) -> Bounce:
    """Say for the unit that leads that a matter is not its own, why, and whose it is; until somebody decides, the
    matter stays. Raises Invalid, Refused while an earlier one waits, NotAllowed, Conflict."""
    if not (said := clean(reason)):
        raise Invalid("bounce.no_reason", NO_REASON, field="reason")
    if proposed_unit.pk == matter.unit_id:
        raise Invalid("bounce.own_unit", OWN_UNIT, field="proposed_unit")
    with deed(actor):
        perform("matter.bounce", actor=actor, obj=matter, changes={"bounces": matter.bounces + 1})
        bounce = Bounce(
            locality=matter.locality, matter=matter, unit=matter.unit, proposed_unit=proposed_unit, reason=said,
            position=matter.bounces,
        )  # fmt: skip
        return create("bounce.make", actor=actor, obj=bounce)


def is_for_the_head(bounce: Bounce) -> bool:
    """Say whether only the head decides: from the third time on."""
    return bounce.position >= BOUNCES_BEFORE_HEAD


def may_decide_bounce(actor: Actor, bounce: Bounce) -> bool:
    """Say whether somebody decides about a "not ours": the head always, the clerk the first two times."""
    decides = decide(actor, CONFIRM, bounce.matter).allowed
    return decides or (not is_for_the_head(bounce) and decide(actor, ASSIGN, bounce.matter).allowed)


def decide_bounce(*, actor: Actor, bounce: Bounce, unit: Unit, instruction: Instruction | None = None) -> Bounce:
    """Give a matter that was given back to another unit, or leave it where it is.

    The clerk decides; from the third time on the head, by the own hand or by an instruction the clerk records.
    Raises NotAllowed, Refused, Conflict.
    """
    matter = bounce.matter
    with deed(actor):
        by_head = instruction is not None or is_for_the_head(bounce) or not decide(actor, ASSIGN, matter).allowed
        if unit.pk != bounce.unit_id:
            _give(actor, matter, unit, CONFIRM if by_head else ASSIGN, {}, instruction)
            return perform("bounce.reassign", actor=actor, obj=bounce)
        if by_head:
            perform(CONFIRM, actor=actor, obj=matter, instruction=instruction)
        return perform("bounce.confirm", actor=actor, obj=bounce)


def _give(
    actor: Actor, matter: Matter, unit: Unit, code: str, by_hand: dict[str, Any], instruction: Instruction | None = None
) -> None:
    today = clock.today()
    hand_over(matter=matter, unit=unit)
    changes = {"unit": unit, "assigned_on": today, **by_hand}
    limit = _counted(actor, matter, today)
    if not by_hand and not matter.due_by_hand:
        changes["due_on"] = limit.due_on if limit else None
    perform(code, actor=actor, obj=matter, changes=changes, instruction=instruction)
    let_be_found(matter)


def _counted(actor: Actor, matter: Matter, today: date) -> Deadline | None:
    """Return the limit that follows from the dialogue, or store the one that follows from the field's days."""
    if matter.dialogue_id:
        return limit_of(matter, today)
    limits = set_deadlines(actor=actor, subject=matter, rules=[answer_rule(matter.field)], anchors={ASSIGNED_ON: today})
    return next((limit for limit in limits if limit.rule_code == ANSWER), None)
