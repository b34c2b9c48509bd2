"""Denied unless declared and granted."""

import pytest

from nghedan.config import roles
from nghedan.foundation.access.actor import PUBLIC_ROLE, Actor, ActorKind, Grant
from nghedan.foundation.access.catalogue import PERMISSIONS, permission, roles_holding
from nghedan.foundation.access.decide import decide
from nghedan.foundation.access.scope import WHOLE_LOCALITY
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.machines import machines
from nghedan.kernel.workflow import Machine, Transition

MOVES: dict[str, tuple[type, Machine, Transition]] = {
    move.code: (model, machine, move) for model, machine in machines().items() for move in machine.transitions
}
HERE = Locality(pk=1, slug="suoi-lanh")


def somebody(*held: str) -> Actor:
    """Return somebody who holds roles over the whole locality."""
    grants = tuple(Grant(role, WHOLE_LOCALITY) for role in held)
    return Actor(ActorKind.STAFF, "Ai đó", HERE, user_id=1, user_public_id="abcdefghjkmn", grants=grants)


def test_every_right_is_held_by_a_role_or_by_the_system_with_a_reason() -> None:
    granted = {code for codes in roles.table().values() for code in codes}
    assert granted | set(roles.SYSTEM_ONLY) == set(PERMISSIONS)
    assert granted & set(roles.SYSTEM_ONLY) == set()
    assert all(reason.strip() for reason in roles.SYSTEM_ONLY.values())


def test_every_move_is_a_declared_right() -> None:
    assert sorted(set(MOVES) - set(PERMISSIONS)) == []


def test_every_right_speaks_of_something_that_exists() -> None:
    """What stands before the dot is a machine's subject, or the right is one to see or to strike out."""
    subjects = {machine.subject for machine in machines().values()}
    others = {code for code in PERMISSIONS if code.partition(".")[0] not in subjects}
    assert others == {
        "account.read", "archive.make", "chair_file.view", "figures.view", "hall.view", "monday_brief.view",
        "organisation.view", "words.erase",
    }  # fmt: skip


@pytest.mark.parametrize("role", list(roles.table()))
def test_a_role_may_what_the_table_says_and_nothing_else(role: str) -> None:
    may = {code for code in PERMISSIONS if decide(somebody(role), code).allowed}
    assert may == roles.table()[role]


def test_without_a_role_nothing_is_allowed() -> None:
    strangers = (somebody(), somebody("mayor"))
    assert [code for actor in strangers for code in PERMISSIONS if decide(actor, code).allowed] == []


def test_the_public_gives_opinions_asks_to_speak_says_whether_it_is_solved_and_does_nothing_else() -> None:
    may = {code for code in PERMISSIONS if decide(Actor.public(HERE), code).allowed}
    assert may == roles.table()[PUBLIC_ROLE] == {
        "opinion.submit", "opinion.hold", "speaker_request.ask", "verdict.give",
    }  # fmt: skip
    assert PUBLIC_ROLE not in roles.LABELS  # no account can be given it


def test_what_nobody_declared_is_denied_even_to_the_system() -> None:
    assert not decide(Actor.system(HERE), "plan.shred").allowed


def test_a_right_declared_twice_stops_the_start() -> None:
    with pytest.raises((ValueError, RuntimeError)):
        permission("plan.sign", "Ký lần nữa")


def test_rights_end_at_the_border_of_the_locality() -> None:
    elsewhere = Locality(pk=2, slug="go-nang")
    everything = somebody(*roles.LABELS)
    assert [code for code in PERMISSIONS if decide(everything, code, elsewhere).allowed] == []
    assert [code for code in PERMISSIONS if decide(Actor.system(HERE), code, elsewhere).allowed] == []


def test_every_role_that_decides_or_administers_is_kept_strictly() -> None:
    strict = {role for role, policy in roles.SESSIONS.items() if policy.second_factor}
    assert strict == {roles.ADMINISTRATOR, roles.HEAD, *roles.RECEIVERS}


def test_what_the_clerk_may_record_for_the_head_is_the_heads_own() -> None:
    """An instruction stands for a click of the head: a move it can open is one the head holds."""
    instructable = {code for code, (_model, _machine, move) in MOVES.items() if move.instructable}
    assert [code for code in instructable if roles.HEAD not in roles_holding(code)] == []
