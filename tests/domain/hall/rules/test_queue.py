"""The order in which people speak, for any number of them in any state."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nghedan.domain.hall.rules.queue import InLine, in_order
from nghedan.domain.hall.terms import QueueRule

PLACES = ("", "da-bac", "lan-ha", "na-loc")


@st.composite
def lines(draw: st.DrawFn) -> list[InLine]:
    numbers = draw(st.lists(st.integers(1, 60), unique=True, max_size=12))
    return [
        InLine(
            str(number), number, draw(st.sampled_from((0, 0, 0, 1, 2))), draw(st.sampled_from(PLACES)),
            draw(st.booleans()),
        )
        for number in numbers
    ]  # fmt: skip


heard = st.lists(st.sampled_from(PLACES), max_size=8)
rules = st.sampled_from(list(QueueRule))


@given(lines(), rules, heard)
def test_everybody_who_waits_is_called_exactly_once(waiting: list[InLine], rule: QueueRule, spoke: list[str]) -> None:
    assert sorted(one.key for one in in_order(waiting, rule, spoke)) == sorted(one.key for one in waiting)


@given(lines(), rules, heard)
def test_whom_the_head_called_goes_first_the_latest_call_before_the_others(
    waiting: list[InLine], rule: QueueRule, spoke: list[str]
) -> None:
    ordered = in_order(waiting, rule, spoke)
    called = sorted((one for one in waiting if one.ahead_of), key=lambda one: (-one.ahead_of, one.number))
    assert ordered[: len(called)] == called


@given(lines(), rules, heard, st.randoms())
def test_the_order_does_not_depend_on_how_the_rows_came(
    waiting: list[InLine], rule: QueueRule, spoke: list[str], chance: object
) -> None:
    mixed = list(waiting)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_order(mixed, rule, spoke) == in_order(waiting, rule, spoke)


@given(lines(), heard)
def test_in_registered_order_the_numbers_rise(waiting: list[InLine], spoke: list[str]) -> None:
    numbers = [one.number for one in in_order(waiting, QueueRule.REGISTERED, spoke) if not one.ahead_of]
    assert numbers == sorted(numbers)


@given(lines(), heard)
def test_first_time_speakers_come_before_the_others_each_by_number(waiting: list[InLine], spoke: list[str]) -> None:
    rest = [one for one in in_order(waiting, QueueRule.FIRST_TIME, spoke) if not one.ahead_of]
    assert [(one.has_spoken, one.number) for one in rest] == sorted((one.has_spoken, one.number) for one in rest)


@given(lines(), heard)
def test_in_rotation_nobody_is_called_while_a_hamlet_heard_less_waits(waiting: list[InLine], spoke: list[str]) -> None:
    ordered, said = in_order(waiting, QueueRule.ROTATION, spoke), Counter(spoke)
    for position, one in enumerate(ordered):
        if not one.ahead_of:
            least = min((said[other.place], other.number) for other in ordered[position:])
            assert (said[one.place], one.number) == least
        said[one.place] += 1


def test_three_of_one_hamlet_do_not_hold_back_the_others() -> None:
    waiting = [InLine("1", 1, place="a"), InLine("2", 2, place="a"), InLine("3", 3, place="a"), InLine("4", 4, place="b")]  # fmt: skip  # noqa: E501
    assert [one.key for one in in_order(waiting, QueueRule.ROTATION)] == ["1", "4", "2", "3"]
    assert [one.key for one in in_order(waiting, QueueRule.ROTATION, ["a"])] == ["4", "1", "2", "3"]
