"""The shipped sets: State and Party, before and after 1 July 2025, taken over once."""

from datetime import date

import pytest

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.queries import unit_names_on, units_on
from nghedan.domain.organisations.services.starting import apply_starting_set
from nghedan.domain.organisations.starting_sets import starting_sets, starting_sets_for
from nghedan.domain.organisations.terms import BodyKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.kernel.errors import Invalid, NotAllowed
from tests.support import people

LAST_OLD = date(2025, 6, 30)
FIRST_NEW = date(2025, 7, 1)
pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.mark.parametrize(
    ("level", "codes"),
    [
        (LocalityLevel.COMMUNE, ["people-2025", "party-2025", "people-until-2025", "party-until-2025"]),
        (LocalityLevel.WARD, ["people-2025", "party-2025", "people-until-2025", "party-until-2025"]),
        (LocalityLevel.SPECIAL_ZONE, ["people-2025", "party-2025"]),
        (LocalityLevel.TOWNSHIP, ["people-until-2025", "party-until-2025"]),
        (LocalityLevel.TOWN, ["people-district-until-2025", "party-district-until-2025"]),
        (LocalityLevel.DISTRICT, ["people-district-until-2025", "party-district-until-2025"]),
        (LocalityLevel.PROVINCE, ["people-province-2025", "party-province-2025"]),
    ],
)
def test_every_level_is_offered_its_sets(level: LocalityLevel, codes: list[str]) -> None:
    assert [found.code for found in starting_sets_for(level)] == codes


def test_every_set_cites_its_basis_and_says_from_or_until_when() -> None:
    for found in starting_sets().values():
        assert found.basis
        assert (found.valid_from is None) != (found.valid_to is None)


def test_a_set_is_offered_with_its_day() -> None:
    labels = [found.label for found in starting_sets_for(LocalityLevel.COMMUNE)]
    assert labels == [
        "Ủy ban nhân dân, từ ngày 01/7/2025",
        "Cấp ủy, từ ngày 01/7/2025",
        "Ủy ban nhân dân, đến hết ngày 30/6/2025",
        "Cấp ủy, đến hết ngày 30/6/2025",
    ]


def test_a_commune_takes_over_body_and_units(ha: Actor, locality: Locality) -> None:
    taken = apply_starting_set(actor=ha, locality=locality, code="people-2025")
    body = taken.body
    assert (body.name, body.short_name, body.document_code) == (
        "Ủy ban nhân dân xã Suối Lành",
        "UBND xã Suối Lành",
        "UBND",
    )
    assert (body.head_post, body.place_name) == ("Chủ tịch Ủy ban nhân dân", "Suối Lành")
    assert [(unit.name, unit.body == body) for unit in units_on(locality, FIRST_NEW)] == [
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", True),
        ("Phòng Kinh tế", True),
        ("Phòng Văn hóa - Xã hội", True),
        ("Trung tâm Phục vụ hành chính công", True),
        ("Trung tâm Cung ứng dịch vụ sự nghiệp công", True),
        ("Công an xã", False),
        ("Ban Chỉ huy Quân sự xã", False),
        ("Trạm Y tế xã", True),
        ("Thường trực Hội đồng nhân dân xã", False),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", False),
        ("Hội Nông dân xã", False),
        ("Hội Liên hiệp Phụ nữ xã", False),
        ("Hội Cựu chiến binh xã", False),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", False),
    ]
    assert units_on(locality, LAST_OLD) == []


def test_a_ward_has_a_division_of_its_own(other_locality: Locality) -> None:
    ward = Actor.system(other_locality)
    apply_starting_set(actor=ward, locality=other_locality, code="people-2025")
    names = [unit.name for unit in units_on(other_locality, FIRST_NEW)]
    assert ("Phòng Kinh tế, Hạ tầng và Đô thị" in names, "Phòng Kinh tế" in names) == (True, False)
    assert "Công an phường" in names


def test_both_bodies_stand_side_by_side(ha: Actor, locality: Locality) -> None:
    state = apply_starting_set(actor=ha, locality=locality, code="people-2025").body
    party = apply_starting_set(actor=ha, locality=locality, code="party-2025")
    assert (party.body.name, party.body.superior_line) == ("Đảng ủy xã Suối Lành", "ĐẢNG BỘ TỈNH ĐÔNG SƠN")
    assert [unit.name for unit in party.units] == ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy"]
    assert {body.kind for body in Body.objects.of(locality)} == {state.kind, party.body.kind}


@pytest.mark.parametrize("order", [("people-until-2025", "people-2025"), ("people-2025", "people-until-2025")])
def test_units_of_both_times_are_linked_whichever_came_first(
    ha: Actor, locality: Locality, order: tuple[str, str]
) -> None:
    for code in order:
        apply_starting_set(actor=ha, locality=locality, code=code)
    old = {unit.name: unit for unit in units_on(locality, LAST_OLD)}
    names = unit_names_on(locality, FIRST_NEW)
    assert {name: names[unit.pk] for name, unit in old.items()} == {
        "Công chức Văn phòng - Thống kê": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường": "Phòng Kinh tế",
        "Công chức Tài chính - Kế toán": "Phòng Kinh tế",
        "Công chức Tư pháp - Hộ tịch": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "Công chức Văn hóa - Xã hội": "Phòng Văn hóa - Xã hội",
        **{name: name for name in old if not name.startswith("Công chức")},
    }
    assert Body.objects.of(locality).count() == 1
    assert verify_all() == []


def test_taking_a_set_over_again_adds_nothing(ha: Actor, locality: Locality) -> None:
    first = apply_starting_set(actor=ha, locality=locality, code="people-2025")
    again = apply_starting_set(actor=ha, locality=locality, code="people-2025")
    assert (again.body, again.units) == (first.body, ())
    assert Unit.objects.of(locality).count() == len(first.units)


def test_units_may_be_valid_from_another_day(ha: Actor, locality: Locality) -> None:
    day = date(2026, 1, 1)
    taken = apply_starting_set(actor=ha, locality=locality, code="party-2025", on=day)
    assert {unit.valid_from for unit in taken.units} == {day}


@pytest.mark.parametrize(
    ("level", "code", "name", "document_code"),
    [
        (LocalityLevel.TOWN, "party-district-until-2025", "Thị ủy Bến Mới", "TU"),
        (LocalityLevel.DISTRICT, "party-district-until-2025", "Huyện ủy Bến Mới", "HU"),
        (LocalityLevel.PROVINCE, "party-province-2025", "Tỉnh ủy Bến Mới", "TU"),
        (LocalityLevel.PROVINCE, "people-province-2025", "Ủy ban nhân dân tỉnh Bến Mới", "UBND"),
    ],
)
def test_higher_levels_too(db: None, level: LocalityLevel, code: str, name: str, document_code: str) -> None:
    above = people.locality("ben-moi", "Bến Mới", level)
    body = apply_starting_set(actor=Actor.system(above), locality=above, code=code).body
    assert (body.name, body.document_code) == (name, document_code)
    assert body.kind_term in BodyKind


@pytest.mark.parametrize("code", ["people-province-2025", "khong-co"])
def test_a_set_of_another_level_is_refused(ha: Actor, locality: Locality, code: str) -> None:
    with pytest.raises(Invalid):
        apply_starting_set(actor=ha, locality=locality, code=code)


def test_an_officer_takes_nothing_over(chi: Actor, locality: Locality) -> None:
    with pytest.raises(NotAllowed):
        apply_starting_set(actor=chi, locality=locality, code="people-2025")
    assert Body.objects.of(locality).count() == 0
