"""Reactions: a plan is found by its words."""

from collections.abc import Iterator

from nghedan.domain.plans.models import Plan
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.search.indexing import index
from nghedan.foundation.transitions.terms import Standing


def on_plan_changed(entry: OutboxEntry) -> None:
    """Let a plan be found by its title, number, dialogues and duties as they stand now."""
    plans = Plan.objects.across(Actor.system()).select_related("locality", "body")
    plan = plans.filter(public_id=entry.payload["id"]).first()
    if plan is not None:
        index(plan, title=plan.title, text="\n".join(_words(plan)))


def _words(plan: Plan) -> Iterator[str]:
    yield from (plan.number, plan.body.name, str(plan.year))
    for item in plan.items.filter(state=Standing.CURRENT):
        yield from (*item.topics, *item.audience, item.venue)
    for duty in plan.duties.filter(state=Standing.CURRENT):
        yield from (duty.unit_text, duty.text)
