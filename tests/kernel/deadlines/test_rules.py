from dataclasses import replace
from datetime import date

import pytest

from nghedan.kernel.deadlines import Rank, strictest, strictness

from .rules import ANSWERS, CONCLUSION, NOTICE, REPORT, RESULT, count

FRIDAY = date(2026, 9, 25)


def test_earliest_day_is_the_strictest_and_on_one_day_the_strongest_rank():
    rules = [CONCLUSION, REPORT, RESULT, ANSWERS, NOTICE]
    dues = sorted((count(rule, FRIDAY) for rule in rules), key=strictness)
    assert [due.rule for due in dues] == [NOTICE, ANSWERS, RESULT, REPORT, CONCLUSION]
    assert strictest(dues[2:]) == dues[2]


def test_nothing_is_strictest_where_there_is_no_limit():
    assert strictest([]) is None


def test_ranks_are_declared_from_strong_to_weak():
    assert list(Rank) == [Rank.LAW, Rank.PLAN, Rank.SUGGESTION]


def test_negative_number_of_days_is_refused():
    with pytest.raises(ValueError, match="-7 days"):
        replace(NOTICE, days=-7)
