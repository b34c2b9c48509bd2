"""Bringing dialogues into being: from a plan, or outside one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nghedan.domain.dialogues.models import Dialogue, Presiding, Task
from nghedan.domain.dialogues.rules import quarter_of
from nghedan.domain.dialogues.services.limits import refresh_limits
from nghedan.domain.dialogues.tasks import limit_for, step_for, which_dialogues
from nghedan.domain.dialogues.terms import Chair, Medium, Occasion
from nghedan.domain.organisations.models import Body, Hamlet, Officer
from nghedan.domain.plans.models import Duty, Plan, PlanItem
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_THEME = _("Xin nhập chủ đề hoặc nội dung của cuộc đối thoại.")
REPRESENTATIVE_OF_COUNCIL = _("Đại diện Thường trực Hội đồng nhân dân")
LAW_43_FROM = date(2025, 6, 16)


@dataclass(frozen=True, slots=True)
class DialogueDraft:
    """A dialogue before it is stored."""

    theme: str
    kind: ItemKind = ItemKind.REGULAR
    occasion: Occasion = Occasion.NONE
    openness: Openness = Openness.OPEN
    medium: Medium = Medium.IN_PERSON
    topics: Sequence[str] = ()
    audience: Sequence[str] = ()
    participants: Sequence[str] = ()
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    venue: str = ""
    expected_min: int | None = None
    expected_max: int | None = None
    hamlets: Sequence[Hamlet] = ()
    items: Sequence[PlanItem] = field(default=())
    co_chairs: Sequence[str] = ()


def plan_dialogue(
    *, actor: Actor, body: Body, draft: DialogueDraft, instruction: Instruction | None = None, key: str = ""
) -> Dialogue:
    """Put a dialogue into the programme, with its chair and co-chairs. Raises Invalid without theme, NotAllowed."""
    if not draft.theme.strip():
        raise Invalid("dialogue.no_theme", NO_THEME, field="theme")
    with deed(actor):
        fresh = Dialogue(locality=body.locality, body=body, **_fields(draft))
        dialogue = create("dialogue.plan", actor=actor, obj=fresh, instruction=instruction, key=key)
        if dialogue is fresh:
            dialogue.items.set(draft.items)
            dialogue.hamlets.set(draft.hamlets)
            _add_usual_presiding(actor, dialogue, draft.co_chairs)
    return dialogue


def adopt_plan(*, actor: Actor, plan: Plan) -> list[Dialogue]:
    """Make the dialogues of a plan that do not exist yet, and its duties their tasks. May be repeated: an amended
    plan adds only what is new. Days already fixed by the plan bring their limits at once."""
    with deed(actor):
        items = plan.items.filter(state=Standing.CURRENT).order_by("position", "id")
        taken = set(Dialogue.items.through.objects.filter(planitem__plan=plan).values_list("planitem_id", flat=True))
        made = [_dialogue_of(actor, plan, item) for item in items if item.pk not in taken]
        duties = plan.duties.filter(state=Standing.CURRENT).order_by("position", "id")
        _add_tasks(actor, made, list(duties))
        for dialogue in made:
            if dialogue.held_on:
                refresh_limits(actor=actor, dialogue=dialogue)
    return made


def join_plan(*, actor: Actor, dialogue: Dialogue, item: PlanItem) -> Dialogue:
    """Let a dialogue also carry out an item of another plan (one conference, two plans, two heads)."""
    with deed(actor):
        perform("dialogue.edit", actor=actor, obj=dialogue, facts={"joins_item": item.public_id})
        dialogue.items.add(item)
        if item.plan.body_id != dialogue.body_id:
            body = item.plan.body
            _add_presiding(actor, dialogue, Chair.CO_CHAIR, body.head_post, body)
        if dialogue.held_on:
            refresh_limits(actor=actor, dialogue=dialogue)
    return dialogue


def set_presiding(
    *, actor: Actor, dialogue: Dialogue, chair: tuple[str, Officer | None], co_chairs: Iterable[tuple[str, Body | None]]
) -> Dialogue:
    """Replace who presides: the chair by post (and officer, if known), and the co-chairs in their order."""
    with deed(actor):
        for row in dialogue.presiding.filter(state=Standing.CURRENT):
            perform("presiding.end", actor=actor, obj=row)
        title, officer = chair
        _add_presiding(actor, dialogue, Chair.CHAIR, title, dialogue.body, officer)
        for position, (co_title, body) in enumerate(co_chairs, 1):
            _add_presiding(actor, dialogue, Chair.CO_CHAIR, co_title, body, position=position)
    return dialogue


def edit_dialogue(
    *, actor: Actor, dialogue: Dialogue, changes: Mapping[str, Any], hamlets: Sequence[Hamlet] | None = None
) -> Dialogue:
    """Change what a dialogue says. A change of contents or audience makes the head's agreement lapse."""
    stored = dict(changes)
    if any(stored.get(name, getattr(dialogue, name)) != getattr(dialogue, name) for name in AGREED_PARTS):
        stored["agreed_on"] = None
    with deed(actor):
        perform("dialogue.edit", actor=actor, obj=dialogue, changes=stored)
        if hamlets is not None:
            dialogue.hamlets.set(hamlets)
    return dialogue


AGREED_PARTS = ("theme", "topics", "audience", "openness")
"""What the head agrees to before the people are called."""


def _fields(draft: DialogueDraft) -> dict[str, Any]:
    return {
        "theme": draft.theme.strip()[:400],
        "kind": str(draft.kind),
        "occasion": str(draft.occasion),
        "openness": str(draft.openness),
        "medium": str(draft.medium),
        "topics": list(draft.topics),
        "audience": list(draft.audience),
        "participants": list(draft.participants),
        "year": draft.year or clock.today().year,
        "quarter": draft.quarter,
        "month": draft.month,
        "venue": draft.venue,
        "expected_min": draft.expected_min,
        "expected_max": draft.expected_max,
    }


def _dialogue_of(actor: Actor, plan: Plan, item: PlanItem) -> Dialogue:
    words = plan.words
    draft = DialogueDraft(
        theme=theme_of(item, plan),
        kind=ItemKind(item.kind),
        openness=Openness(item.openness),
        topics=item.topics,
        audience=item.audience,
        participants=item.participants,
        year=item.year,
        quarter=item.quarter or (quarter_of(item.held_on) if item.held_on else None),
        month=item.month or (item.held_on.month if item.held_on else None),
        venue=item.venue,
        expected_min=words.expected_min,
        expected_max=words.expected_max,
        items=[item],
        co_chairs=words.co_chairs,
    )
    dialogue = plan_dialogue(actor=actor, body=plan.body, draft=draft)
    if item.held_on:
        perform("dialogue.schedule", actor=actor, obj=dialogue, changes={"held_on": item.held_on})
    return dialogue


def theme_of(item: PlanItem, plan: Plan) -> str:
    """Return a short theme: the only topic if it is short, else whom the dialogue is with, else the plan's title."""
    if len(item.topics) == 1 and len(item.topics[0]) <= SHORT_THEME:
        return str(item.topics[0]).rstrip(" .;")
    if item.kind == ItemKind.THEMATIC and item.audience:
        return _("Đối thoại với %(audience)s") % {"audience": str(item.audience[0])[:SHORT_THEME].rstrip(" .;")}
    return plan.title


SHORT_THEME = 160


def _add_usual_presiding(actor: Actor, dialogue: Dialogue, co_chairs: Sequence[str]) -> None:
    """The body's head presides, with the co-chairs the plan names; where it names none, under Điều 43 with the
    representative of Thường trực HĐND."""
    body = dialogue.body
    _add_presiding(actor, dialogue, Chair.CHAIR, body.head_post, body)
    if not co_chairs and body.kind == "people_committee" and dialogue.year >= LAW_43_FROM.year + 1:
        co_chairs = (REPRESENTATIVE_OF_COUNCIL,)
    for position, title in enumerate(co_chairs, 1):
        _add_presiding(actor, dialogue, Chair.CO_CHAIR, title, None, position=position)


def _add_presiding(
    actor: Actor,
    dialogue: Dialogue,
    part: Chair,
    title: str,
    body: Body | None,
    officer: Officer | None = None,
    position: int = 1,
) -> None:
    row = Presiding(
        locality=dialogue.locality, dialogue=dialogue, part=part.value, position=position, post_title=title, body=body,
        officer=officer,
    )  # fmt: skip
    create("presiding.add", actor=actor, obj=row)


def _add_tasks(actor: Actor, dialogues: Sequence[Dialogue], duties: Sequence[Duty]) -> None:
    audiences = [dialogue.audience for dialogue in dialogues]
    for duty in duties:
        for index in which_dialogues(f"{duty.unit_text}: {duty.text}", audiences):
            step = step_for(duty.text)
            task = Task(
                locality=duty.locality, dialogue=dialogues[index], duty=duty, unit=duty.unit, unit_text=duty.unit_text,
                title=duty.text, step=step.value, limit_code=limit_for(duty.text, step),
            )  # fmt: skip
            create("task.add", actor=actor, obj=task)
