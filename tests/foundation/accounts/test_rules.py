from datetime import timedelta

import pytest

from nghedan.foundation.accounts.policy import ORDINARY, STRICT, SessionPolicy, policy_for
from nghedan.foundation.accounts.rules import is_username, normal_username, wait_after


def test_five_wrong_tries_are_free_then_the_wait_doubles_up_to_a_minute() -> None:
    waits = [wait_after(n) for n in (0, 1, 5, 6, 7, 8, 9, 10, 11, 500)]
    assert waits == [timedelta(seconds=s) for s in (0, 0, 0, 2, 4, 8, 16, 32, 60, 60)]


@pytest.mark.parametrize("name", ["an", "an.nguyen", "thon-1", "a", "can_bo_2"])
def test_names_anyone_can_type(name: str) -> None:
    assert is_username(name)


@pytest.mark.parametrize("name", ["", "An", "nguyễn", "an nguyen", "an.", "-an", "a" * 61, "an\n"])
def test_names_that_are_refused(name: str) -> None:
    assert not is_username(name)


def test_a_name_is_stored_in_lower_case_without_spaces_around() -> None:
    assert normal_username("  An.Nguyen ") == "an.nguyen"


def test_the_strictest_policy_of_all_roles_counts() -> None:
    assert policy_for(["clerk", "officer"]) == ORDINARY
    assert policy_for(["clerk", "head"]) == STRICT
    assert policy_for(["administrator"]) == STRICT
    assert policy_for([]) == ORDINARY
    assert SessionPolicy(second_factor=True, idle=timedelta(minutes=15)) == STRICT
