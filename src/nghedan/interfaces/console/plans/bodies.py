"""The bodies somebody may act for."""

from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import bodies_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock


def bodies_for(actor: Actor, permission: str) -> list[Body]:
    """Return the bodies of today for which the actor holds a permission (one query)."""
    return [body for body in bodies_visible_to(actor).on(clock.today()) if decide(actor, permission, body).allowed]


def choices_of(bodies: list[Body]) -> list[tuple[str, str]]:
    """Return bodies as choices of a form, known by their public ids."""
    return [(body.public_id, body.name) for body in bodies]


def suggested(bodies: list[Body], kind: str) -> str:
    """Return the public id of the body of a kind, or of the only one there is; empty when nothing speaks for one."""
    of_kind = [body for body in bodies if body.kind == kind] or bodies
    return of_kind[0].public_id if len(of_kind) == 1 else ""
