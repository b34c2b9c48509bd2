"""How long a reply is waited for, and how long one may ask for another look: shipped, or as a locality sets it."""

from dataclasses import replace
from datetime import date

import pytest

from nghedan.domain.followup import deadlines
from nghedan.domain.followup.deadlines import ASKING, REPLY, may_ask_until, may_ask_until_for, reply_expected
from nghedan.domain.followup.terms import Waiting
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import DeadlineRuleVersion
from nghedan.foundation.deadlines.queries import rules_for
from nghedan.foundation.deadlines.rulebook import add_rule
from nghedan.foundation.tenancy.models import Locality

pytestmark = pytest.mark.django_db

TUESDAY, CHANGED_ON = date(2026, 3, 10), date(2026, 3, 1)


def test_they_ship_as_rows_that_no_conference_is_counted_by(locality: Locality) -> None:
    deadlines.ship()
    codes = ("referral.reply", "verdict.asking")
    rows = DeadlineRuleVersion.objects.shipped().filter(rule_code__in=codes).order_by("pk")
    assert list(rows.values_list("rule_code", "days", "subject_kind")) == [
        ("referral.reply", 15, "reply"), ("verdict.asking", 30, "asking"),
    ]  # fmt: skip
    of_conference = rules_for(locality, body_kind="", level=locality.level, subject_kind="regular", on=TUESDAY)
    assert [rule.code for rule in of_conference if rule.code in codes] == []


def test_as_shipped_fifteen_working_days_and_thirty_days(locality: Locality) -> None:
    assert reply_expected(locality, TUESDAY).due_on == date(2026, 3, 31)
    assert may_ask_until(locality, TUESDAY) == date(2026, 4, 9)


def test_a_locality_sets_its_own_from_a_day_on(locality: Locality) -> None:
    system = Actor.system(locality)
    for rule, kind, days in ((REPLY, Waiting.REPLY, 5), (ASKING, Waiting.ASKING, 60)):
        add_rule(
            actor=system, locality=locality, rule=replace(rule, days=days), valid_from=CHANGED_ON,
            subject_kind=kind.value,
        )  # fmt: skip
    assert reply_expected(locality, TUESDAY).due_on == date(2026, 3, 17)
    before = date(2026, 2, 27)
    assert may_ask_until_for(locality, (TUESDAY, before)) == {TUESDAY: date(2026, 5, 11), before: date(2026, 3, 30)}


def test_before_any_row_holds_the_shipped_days_are_counted(locality: Locality) -> None:
    assert may_ask_until(locality, date(2015, 3, 2)) == date(2015, 4, 1)
