"""Rules of the plan."""

import pytest

from nghedan.domain.plans.rules import PlanFacts, missing_parts, suggested_kind, suggested_openness, unit_key
from nghedan.domain.plans.terms import ItemKind, Openness


@pytest.mark.parametrize(
    ("audience", "openness"),
    [
        ((), Openness.OPEN),
        (("Nhân dân thường trú trong xã",), Openness.OPEN),
        (("Cấp ủy các chi bộ trực thuộc",), Openness.INTERNAL),
        (("Đảng viên trẻ",), Openness.INTERNAL),
        (("Hội viên tiêu biểu",), Openness.INVITATION),
        (("HỘ NGHÈO, hộ cận nghèo",), Openness.INVITATION),
    ],
)
def test_openness_is_suggested_by_the_audience(audience: tuple[str, ...], openness: Openness) -> None:
    assert suggested_openness(audience) is openness


def test_only_dialogue_is_the_regular_one() -> None:
    assert suggested_kind(number_in_plan=1, audience=("Nhân dân",)) is ItemKind.REGULAR
    assert suggested_kind(number_in_plan=2, audience=("Nhân dân",)) is ItemKind.THEMATIC
    assert suggested_kind(number_in_plan=2, audience=()) is ItemKind.REGULAR


def test_missing_parts_are_all_named() -> None:
    assert missing_parts(PlanFacts("Đối thoại", 1, 1, 0, 1)) == []
    assert len(missing_parts(PlanFacts(" ", 0, 0, 1, 0))) == 5


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Văn phòng HĐND&UBND xã", "Văn phòng HĐND và UBND"),
        ("VĂN PHÒNG HĐND VÀ UBND XÃ", "Văn phòng HĐND và UBND"),
        ("Ủy ban MTTQ Việt Nam xã", "UBMTTQ phường"),
        ("Công an  xã", "Công an"),
    ],
)
def test_unit_is_known_under_its_usual_spellings(written: str, named: str) -> None:
    assert unit_key(written) == unit_key(named)


def test_different_units_stay_apart() -> None:
    assert unit_key("Phòng Kinh tế") != unit_key("Phòng Văn hóa - Xã hội")
