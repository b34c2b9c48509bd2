"""Rows of the first page: what it is, what it waits for, and the one action that is a press away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.organisations.models import Delegation
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.deadlines import Rank


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at: it leads to ``link``; ``badge`` is what kind of thing it is."""

    title: str
    link: Link
    hint: str = ""
    due_on: date | None = None
    badge: str = ""


def limit_row(actor: Actor, limit: Deadline, dialogue: Dialogue) -> Row:
    ids = {"dialogue_id": dialogue.public_id, "limit_id": limit.public_id}
    may_meet = decide(actor, "deadline.meet", limit).allowed
    page = href("dialogue-limit", dialogue.locality, **ids)
    link = Link(_("Ghi nhận đã xong") if may_meet else _("Xem"), page)
    return Row(wording.capitalised(_(limit.label)), link, dialogue.theme, limit.due_on, _(Rank(limit.rank).label))


def task_row(actor: Actor, task: Task) -> Row:
    page = href("dialogue-task", task.locality, dialogue_id=task.dialogue.public_id, task_id=task.public_id)
    link = Link(_("Báo đã xong") if decide(actor, "task.finish", task).allowed else _("Xem"), page)
    hint = " · ".join(filter(None, (wording.unit_of(task), task.dialogue.theme)))
    return Row(task.title, link, hint, task.due_on)


def plan_row(actor: Actor, plan: Plan) -> Row:
    """A plan that waits for signature, or on which a unit asks for an adjustment."""
    page = href("plan", plan.locality, plan_id=plan.public_id)
    if plan.state == PlanState.SUBMITTED:
        return Row(
            plan.title,
            Link(_decision(actor, "plan.sign", plan, _("Xem và ký")), page),
            plan.body.name,
            badge=_("Trình ký"),
        )
    action = _decision(actor, "adjustment.accept", plan, _("Xem và trả lời"))
    return Row(plan.title, Link(action, page), plan.body.name, badge=_("Đề nghị điều chỉnh"))


def agreement_row(actor: Actor, dialogue: Dialogue) -> Row:
    page = href("dialogue-agree", dialogue.locality, dialogue_id=dialogue.public_id)
    action = _decision(actor, "dialogue.agree", dialogue, _("Xem và thống nhất"))
    return Row(dialogue.theme, Link(action, page), wording.when_of(dialogue), badge=_("Nội dung, đối tượng"))


def needs_agreement(dialogue: Dialogue, today: date) -> bool:
    """Say whether a dialogue has all the head needs to agree, and its day is still to come."""
    is_ahead = dialogue.held_on is not None and dialogue.held_on >= today
    is_described = bool(dialogue.topics or dialogue.audience)
    return dialogue.state in TO_COME and dialogue.agreed_on is None and is_ahead and is_described


def decides(actor: Actor, code: str, obj: object) -> bool:
    """Say whether somebody decides this, or records what was decided."""
    return decide(actor, code, obj).allowed or decide(actor, RECORD_INSTRUCTION, obj).allowed


def _decision(actor: Actor, code: str, obj: object, own: str) -> str:
    return own if decide(actor, code, obj).allowed else _("Ghi ý kiến chỉ đạo")


def paper_rows(actor: Actor, instructions: Iterable[Instruction], delegations: Iterable[Delegation]) -> list[Row]:
    """Return the papers that were promised and have not come yet."""
    rows = [
        Row(
            _("Văn bản ghi ý kiến của %(who)s") % {"who": instruction.decided_by},
            Link(_("Ghi số văn bản"), href("paper-owed", instruction.locality, instruction_id=instruction.public_id)),
            instruction.content,
            badge=_("Ý kiến chỉ đạo"),
        )
        for instruction in instructions
        if decide(actor, "instruction.receive_paper", instruction).allowed
    ]
    rows += [
        Row(
            _("Văn bản ủy quyền cho %(who)s") % {"who": delegation.to_officer.full_name},
            Link(
                _("Ghi số văn bản"), href("delegation-paper", delegation.locality, delegation_id=delegation.public_id)
            ),
            delegation.reason,
            badge=_("Ủy quyền"),
        )
        for delegation in delegations
        if delegation.paper_due and decide(actor, "delegation.add_paper", delegation).allowed
    ]
    return rows


def split(rows: Sequence[Row], today: date) -> tuple[list[Row], list[Row]]:
    """Return what is late and what is due soon, each by day."""
    ordered = sorted(rows, key=lambda row: row.due_on or today)
    late = [row for row in ordered if row.due_on is not None and row.due_on < today]
    return late, [row for row in ordered if row.due_on is not None and row.due_on >= today]


def limit_rows(actor: Actor, limits: Iterable[Deadline], dialogues: Mapping[str, Dialogue], today: date) -> list[Row]:
    """Return the limits of dialogues that will be held; a suggestion whose day has passed is not late."""
    return [
        limit_row(actor, limit, dialogues[limit.subject_id])
        for limit in limits
        if limit.subject_id in dialogues and (limit.due_on >= today or limit.rank != Rank.SUGGESTION)
    ]
