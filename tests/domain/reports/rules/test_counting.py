"""Every matter stands in one group, and late begins the day after."""

from datetime import date, timedelta

import pytest

from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.reports.rules.counting import MatterFacts, Punctuality, percents, punctuality, tally
from nghedan.domain.reports.terms import Result

DUE = date(2026, 3, 10)
DAY = timedelta(days=1)
COUNTED = [state for state in MatterState if state is not MatterState.VOID]
"""What was written down by mistake belongs to no dialogue any more, so nothing counts it."""


@pytest.mark.parametrize("state", COUNTED)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_matter_has_a_result(state: MatterState, outcome: Outcome) -> None:
    assert MatterFacts(state, outcome).result in Result


def test_each_group_adds_up_to_all() -> None:
    facts = [
        MatterFacts(state, field=place % 3, hamlet=place % 2)
        for place, state in enumerate([*COUNTED, *COUNTED])
    ]
    counted = tally(facts, DUE)
    crossed = [sum(sum(row.values()) for row in table.values()) for table in (counted.fields, counted.hamlets)]
    assert [sum(counted.results.values()), *crossed] == [len(facts)] * 3


@pytest.mark.parametrize(
    ("done", "today", "expected"),
    [
        (DUE - DAY, DUE, Punctuality(on_time=1)),
        (DUE, DUE + 9 * DAY, Punctuality(on_time=1)),
        (DUE + DAY, DUE + 9 * DAY, Punctuality(late=1)),
        (None, DUE - DAY, Punctuality(open_in_time=1)),
        (None, DUE, Punctuality(open_in_time=1)),
        (None, DUE + DAY, Punctuality(open_late=1)),
    ],
)
def test_late_begins_the_day_after(done: date | None, today: date, expected: Punctuality) -> None:
    assert punctuality([(DUE, done)], today) == expected


def test_on_time_is_a_share_of_closed_and_open_late() -> None:
    counted = punctuality([(DUE, DUE), (DUE, DUE + DAY), (DUE, None), (DUE + 9 * DAY, None)], DUE + 2 * DAY)
    assert (counted, counted.share) == (Punctuality(1, 1, 1, 1), 1 / 3)
    assert Punctuality(open_in_time=4).share is None


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        (MatterFacts("closed", "answered", answered_on=DUE, heard=True), Result.IN_HALL),
        (MatterFacts("closed", "answered", answered_on=DUE, heard=True, due_on=DUE), Result.IN_WRITING),
        (MatterFacts("closed", "answered", answered_on=DUE), Result.IN_WRITING),
        (MatterFacts("closed", "referred"), Result.REFERRED),
        (MatterFacts("closed", "done"), Result.SETTLED),
        (MatterFacts("closed"), Result.SET_ASIDE),
    ],
)
def test_a_closed_matter_stands_where_it_was_closed_from(facts: MatterFacts, result: Result) -> None:
    assert facts.result is result


def test_what_is_owed_again_is_not_in_time_by_the_first_answer() -> None:
    again = MatterFacts("in_writing", "answered", due_on=DUE, answered_on=DUE - 9 * DAY)
    assert tally([again], DUE + DAY).answers == Punctuality(open_late=1)


@pytest.mark.parametrize(("counts", "shares"), [([4, 1, 2, 1, 1], [45, 11, 22, 11, 11]), ([1, 1, 1], [34, 33, 33]), ([], []), ([0], [0])])  # noqa: E501
def test_shares_add_up_to_a_hundred(counts: list[int], shares: list[int]) -> None:
    assert percents(counts) == shares
