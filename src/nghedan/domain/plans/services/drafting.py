"""Writing a plan: from a draft, from last year's, part by part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_noop as _

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.content import PlanContent
from nghedan.domain.plans.intake import DutyDraft, ItemDraft, PlanDraft, grouped
from nghedan.domain.plans.models import Duty, Plan, PlanItem
from nghedan.domain.plans.rules import unit_key
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.domain.plans.workflow import EDITABLE
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused

NO_YEAR = _("Chưa rõ kế hoạch của năm nào. Xin nhập năm.")
NO_TITLE = _("Xin nhập trích yếu của kế hoạch.")
PLAN_LOCKED = _("Kế hoạch đã trình ký hoặc đã ban hành nên không sửa trực tiếp được; xin dùng “Điều chỉnh”.")


def draft_plan(*, actor: Actor, body: Body, draft: PlanDraft, key: str = "") -> Plan:
    """Store a plan with its dialogues and duties, as a draft. Raises Invalid without year or title, NotAllowed."""
    if draft.year is None:
        raise Invalid("plan.no_year", NO_YEAR, field="year")
    if not draft.title.strip():
        raise Invalid("plan.no_title", NO_TITLE, field="title")
    with deed(actor):
        fresh = Plan(
            locality=body.locality, body=body, year=draft.year, title=draft.title, content=draft.content.as_json(),
        )  # fmt: skip
        plan = create("plan.draft", actor=actor, obj=fresh, key=key)
        if plan is fresh:  # a form sent twice finds the plan it made the first time, parts and all
            for item in draft.items:
                add_item(actor=actor, plan=plan, item=item)
            add_duties(actor=actor, plan=plan, duties=draft.duties)
    return plan


def edit_plan(*, actor: Actor, plan: Plan, changes: Mapping[str, Any]) -> Plan:
    """Change title, year or content of a plan that is being drafted or amended. Raises Refused, Conflict."""
    stored = dict(changes)
    if isinstance(content := stored.get("content"), PlanContent):
        stored["content"] = content.as_json()
    return perform("plan.edit", actor=actor, obj=plan, changes=stored)


def add_item(*, actor: Actor, plan: Plan, item: ItemDraft, key: str = "") -> PlanItem:
    """Add a planned dialogue at the end. Raises Refused when the plan is no longer open to editing."""
    _require_editable(plan)
    row = PlanItem(
        locality=plan.locality, plan=plan, position=_next_position(plan.items), **_item_fields(item, plan.year)
    )
    return create("plan_item.add", actor=actor, obj=row, key=key)


def edit_item(*, actor: Actor, item: PlanItem, draft: ItemDraft) -> PlanItem:
    """Change a planned dialogue. Raises Refused, Conflict."""
    _require_editable(item.plan)
    return perform("plan_item.edit", actor=actor, obj=item, changes=_item_fields(draft, item.plan.year))


def drop_item(*, actor: Actor, item: PlanItem) -> PlanItem:
    """Take a planned dialogue out of the plan; its row stays for the record."""
    _require_editable(item.plan)
    return perform("plan_item.end", actor=actor, obj=item)


def add_duties(*, actor: Actor, plan: Plan, duties: Iterable[DutyDraft]) -> list[Duty]:
    """Add duties, each task a row; a unit named as in the locality's list is linked to it."""
    _require_editable(plan)
    known = {unit_key(name): unit for unit in Unit.objects.of(plan.locality).order_by("-pk") for name in _names(unit)}
    start = _next_position(plan.duties)
    rows = [
        Duty(
            locality=plan.locality,
            plan=plan,
            unit_text=duty.unit_text,
            unit=known.get(unit_key(duty.unit_text)),
            text=task,
        )
        for duty in duties
        for task in duty.tasks
    ]
    with deed(actor):
        for position, row in enumerate(rows, start):
            row.position = position
            create("duty.add", actor=actor, obj=row)
    return rows


def add_duty(*, actor: Actor, plan: Plan, unit_text: str, unit: Unit | None, text: str, key: str = "") -> Duty:
    """Add one duty at the end. Raises Refused when the plan is no longer open to editing."""
    _require_editable(plan)
    position = _next_position(plan.duties)
    row = Duty(locality=plan.locality, plan=plan, position=position, unit_text=unit_text, unit=unit, text=text)
    return create("duty.add", actor=actor, obj=row, key=key)


def edit_duty(*, actor: Actor, duty: Duty, unit_text: str, unit: Unit | None, text: str) -> Duty:
    """Change a duty: who, and what. Raises Refused, Conflict."""
    _require_editable(duty.plan)
    changes = {"unit_text": unit_text, "unit_id": unit.pk if unit else None, "text": text}
    return perform("duty.edit", actor=actor, obj=duty, changes=changes)


def drop_duty(*, actor: Actor, duty: Duty) -> Duty:
    """Take a duty out of the plan; its row stays for the record."""
    _require_editable(duty.plan)
    return perform("duty.end", actor=actor, obj=duty)


def move_up(*, actor: Actor, row: PlanItem | Duty) -> None:
    """Let a planned dialogue or a duty change places with the one before it; the first stays. Raises Refused."""
    _require_editable(row.plan)
    code = "plan_item.edit" if isinstance(row, PlanItem) else "duty.edit"
    earlier = type(row)._base_manager.filter(plan=row.plan, state=Standing.CURRENT, position__lt=row.position)
    before = earlier.order_by("-position", "-id").first()
    if before is None:
        return
    mine, theirs = row.position, before.position
    with deed(actor):
        perform(code, actor=actor, obj=before, changes={"position": mine})
        perform(code, actor=actor, obj=row, changes={"position": theirs})


def clone_plan(*, actor: Actor, plan: Plan, year: int, key: str = "") -> Plan:
    """Draft next year's plan after this one: same words with the year moved on, no dates, number or signer's date."""
    moved = replace_year(draft_from(plan), plan.year, year)
    with deed(actor):
        copy = draft_plan(actor=actor, body=plan.body, draft=moved, key=key)
        return edit_plan(actor=actor, plan=copy, changes={"cloned_from_id": plan.pk})


def draft_from(plan: Plan) -> PlanDraft:
    """Return a stored plan as a draft; the inverse of storing it."""
    items = plan.items.filter(state=Standing.CURRENT).order_by("position", "id")
    duties = plan.duties.filter(state=Standing.CURRENT).order_by("position", "id")
    return PlanDraft(
        title=plan.title,
        year=plan.year,
        content=plan.words,
        items=tuple(item_draft(item) for item in items),
        duties=grouped([(duty.unit_text, duty.text) for duty in duties]),
        number=plan.number,
        issued_on=plan.issued_on,
        body_kind=plan.body.kind,
    )


def item_draft(item: PlanItem) -> ItemDraft:
    """Return a stored item as a draft."""
    return ItemDraft(
        kind=ItemKind(item.kind),
        openness=Openness(item.openness),
        year=item.year,
        quarter=item.quarter,
        month=item.month,
        held_on=item.held_on,
        topics=tuple(item.topics),
        audience=tuple(item.audience),
        participants=tuple(item.participants),
        venue=item.venue,
    )


def replace_year(draft: PlanDraft, old: int, new: int) -> PlanDraft:
    """Return the draft for another year: "năm 2025" becomes "năm 2026" in the title, days are open again."""
    items = tuple(
        replace(item, year=new, held_on=None, month=item.month or (item.held_on.month if item.held_on else None))
        for item in draft.items
    )
    title = draft.title.replace(str(old), str(new))
    return replace(draft, title=title, year=new, items=items, number="", issued_on=None)


def _item_fields(item: ItemDraft, plan_year: int) -> dict[str, Any]:
    held_on = item.held_on
    return {
        "kind": str(item.kind),
        "openness": str(item.openness),
        "year": held_on.year if held_on else item.year or plan_year,
        "quarter": item.quarter,
        "month": item.month,
        "held_on": held_on,
        "topics": list(item.topics),
        "audience": list(item.audience),
        "participants": list(item.participants),
        "venue": item.venue,
    }


def _require_editable(plan: Plan) -> None:
    if plan.state not in EDITABLE:
        raise Refused("plan.locked", PLAN_LOCKED)


def _next_position(related: Any) -> int:
    last = related.order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def _names(unit: Unit) -> Sequence[str]:
    return [name for name in (unit.name, unit.short_name) if name]
