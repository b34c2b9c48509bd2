"""Rights over the organisation of a locality, one for each move, and the right to see it."""

from rules.predicates import Predicate

from nghedan.domain.organisations.workflow import BODY, DELEGATION, HAMLET, OFFICER, POST, UNIT
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission, roles_holding
from nghedan.kernel.terms import gettext_noop as _

DELEGATED = "delegation:"
"""How the source of a grant begins that a delegation has written."""


def _holds_it_in_own_right(actor: Actor) -> bool:
    """Say whether the actor delegates what is her own: a power received by delegation is not handed on.

    Basis: Nghị định 30/2020/NĐ-CP, Điều 13: whoever is authorised to sign does not authorise another.
    """
    return any(
        grant.role in roles_holding("delegation.begin") and not grant.source.startswith(DELEGATED)
        for grant in actor.grants
    )


holds_it_in_own_right = Predicate(_holds_it_in_own_right)


permission("organisation.view", _("Xem cơ quan, đơn vị, thôn, tổ dân phố và cán bộ"))
for _machine in (BODY, UNIT, HAMLET, OFFICER, POST):
    for _move in _machine.transitions:
        permission(_move.code, _move.label)
for _move in DELEGATION.transitions:
    permission(_move.code, _move.label, holds_it_in_own_right if _move.code == "delegation.begin" else None)
