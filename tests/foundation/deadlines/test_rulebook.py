"""Rules as versioned rows: shipped, overridden by a locality, in force by day, body, level and kind."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.models import DeadlineRuleVersion
from nghedan.foundation.deadlines.queries import rule_versions, rules_for
from nghedan.foundation.deadlines.rulebook import DefaultRule, add_rule, edit_rule, end_rule, install_default_rules
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.deadlines import DeadlineRule, Direction, Unit
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.foundation.deadlines.conftest import PAY, PREPARE, TELL, rule

pytestmark = pytest.mark.django_db

YEAR = date(2026, 1, 1)
DAY = date(2026, 9, 25)


@pytest.fixture(autouse=True)
def _nothing_shipped(db: None) -> None:
    DeadlineRuleVersion.objects.shipped().delete()


def days_for(locality: Locality, on: date = DAY, **selectors: str) -> dict[str, int]:
    given = {"body_kind": "council", "level": "commune", "subject_kind": "fair"}
    return {rule.code: rule.days for rule in rules_for(locality, on=on, **(given | selectors))}


def test_shipped_rules_come_back_as_they_went_in(locality: Locality) -> None:
    assert install_default_rules([DefaultRule(TELL, YEAR), DefaultRule(PAY, YEAR)]) == 2
    assert rules_for(locality, body_kind="council", level="commune", subject_kind="fair", on=DAY) == [TELL, PAY]


def test_installing_again_changes_nothing(locality: Locality) -> None:
    defaults = [DefaultRule(TELL, YEAR), DefaultRule(PAY, YEAR, level="commune")]
    install_default_rules(defaults)
    before = list(DeadlineRuleVersion.objects.shipped().order_by("pk").values())
    assert install_default_rules(defaults) == 0
    assert list(DeadlineRuleVersion.objects.shipped().order_by("pk").values()) == before


def test_installing_a_corrected_rule_keeps_its_row(locality: Locality) -> None:
    install_default_rules([DefaultRule(TELL, YEAR), DefaultRule(PAY, YEAR)])
    pk = DeadlineRuleVersion.objects.shipped().get(rule_code="tell").pk
    assert install_default_rules([DefaultRule(replace(TELL, days=9), YEAR)]) == 1
    assert DeadlineRuleVersion.objects.shipped().get(rule_code="tell").pk == pk
    assert days_for(locality) == {"tell": 9, "pay": 10}


def test_a_rule_holds_from_its_first_day_to_its_last(locality: Locality) -> None:
    old = rule("tell", 5, Unit.DAY, Direction.BEFORE)
    install_default_rules([DefaultRule(old, date(2016, 1, 1), date(2025, 6, 15)), DefaultRule(TELL, date(2025, 6, 16))])
    found = [
        days_for(locality, on=on) for on in (date(2015, 12, 31), date(2016, 1, 1), date(2025, 6, 15), date(2025, 6, 16))
    ]
    assert found == [{}, {"tell": 5}, {"tell": 5}, {"tell": 7}]


def test_a_newer_version_goes_before_an_open_older_one(locality: Locality) -> None:
    install_default_rules([DefaultRule(TELL, DAY), DefaultRule(replace(TELL, days=5), YEAR)])
    assert days_for(locality) == {"tell": 7}


def test_selectors_narrow_a_rule_and_the_narrower_goes_first(locality: Locality) -> None:
    install_default_rules([
        DefaultRule(TELL, YEAR, body_kind="council"),
        DefaultRule(replace(TELL, days=8), YEAR, body_kind="council", subject_kind="fair"),
        DefaultRule(replace(TELL, days=9), date(2026, 6, 1)),
        DefaultRule(PREPARE, YEAR, level="province"),
    ])  # fmt: skip
    assert days_for(locality) == {"tell": 8}
    assert days_for(locality, subject_kind="market") == {"tell": 7}
    assert days_for(locality, body_kind="party") == {"tell": 9}
    assert days_for(locality, level="province") == {"tell": 8, "prepare": 5}


def test_a_localitys_own_rule_goes_before_the_shipped_one(
    an: Actor, locality: Locality, other_locality: Locality
) -> None:
    install_default_rules([DefaultRule(TELL, YEAR, body_kind="council", subject_kind="fair")])
    own = add_rule(actor=an, locality=locality, rule=replace(TELL, days=15), valid_from=YEAR)
    assert (days_for(locality), days_for(other_locality)) == ({"tell": 15}, {"tell": 7})
    edit_rule(actor=an, version=own, days=12)
    assert days_for(locality) == {"tell": 12}
    end_rule(actor=an, version=own)
    assert days_for(locality) == {"tell": 7}


def test_rules_are_one_query_whatever_the_number(locality: Locality, django_assert_num_queries: Any) -> None:
    for rules in ((TELL,), (TELL, PAY, PREPARE)):
        install_default_rules(DefaultRule(each, YEAR) for each in rules)
        with django_assert_num_queries(1):
            assert len(days_for(locality)) == len(rules)


def test_versions_are_listed_shipped_and_own(an: Actor, locality: Locality, other_locality: Locality) -> None:
    install_default_rules([DefaultRule(TELL, YEAR)])
    ended = add_rule(actor=an, locality=locality, rule=PAY, valid_from=YEAR)
    end_rule(actor=an, version=ended)
    add_rule(actor=an, locality=locality, rule=PAY, valid_from=DAY)
    assert [(row.rule_code, row.is_shipped, row.valid_from) for row in rule_versions(locality)] == [
        ("pay", False, DAY), ("tell", True, YEAR)
    ]  # fmt: skip
    assert [row.rule_code for row in rule_versions(other_locality)] == ["tell"]


def test_a_shipped_rule_is_not_changed_here(an: Actor) -> None:
    install_default_rules([DefaultRule(TELL, YEAR)])
    version = DeadlineRuleVersion.objects.shipped().get()
    for deed in (lambda: edit_rule(actor=an, version=version, days=1), lambda: end_rule(actor=an, version=version)):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.code == "shipped.not_here"


@pytest.mark.parametrize(
    ("changed", "valid_to", "code", "field"),
    [
        ({"label": " "}, None, "deadline_rule.no_label", "label"),
        ({"basis": ""}, None, "deadline_rule.no_basis", "basis"),
        ({}, date(2025, 12, 31), "deadline_rule.ends_before", "valid_to"),
    ],
)
def test_what_is_incomplete_is_refused(
    an: Actor, locality: Locality, changed: dict[str, str], valid_to: date | None, code: str, field: str
) -> None:
    given: DeadlineRule = replace(TELL, **changed)  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refused:
        add_rule(actor=an, locality=locality, rule=given, valid_from=YEAR, valid_to=valid_to)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_version_is_entered_once(an: Actor, locality: Locality) -> None:
    first = add_rule(actor=an, locality=locality, rule=TELL, valid_from=YEAR, key="once")
    assert add_rule(actor=an, locality=locality, rule=TELL, valid_from=YEAR, key="once") == first
    with pytest.raises(Invalid) as refused:
        add_rule(actor=an, locality=locality, rule=TELL, valid_from=YEAR)
    assert (refused.value.code, refused.value.field) == ("deadline_rule.taken", "valid_from")


def test_only_those_who_keep_rules_may(chi: Actor, dung: Actor, giang: Actor, locality: Locality) -> None:
    for stranger in (chi, dung, giang):
        with pytest.raises(NotAllowed):
            add_rule(actor=stranger, locality=locality, rule=TELL, valid_from=YEAR)
