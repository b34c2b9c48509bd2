"""Fixtures for what stands above foundation: the two bodies of the locality, units, and clerks of one body only."""

from datetime import date

import pytest

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.terms import BodyKind, UnitKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, UNIT, Scope
from nghedan.foundation.tenancy.models import Locality
from tests.support import people


@pytest.fixture
def committee(locality: Locality) -> Body:
    """The People's Committee of the locality."""
    body = Body(
        locality=locality, kind=BodyKind.PEOPLE_COMMITTEE.value, name="Ủy ban nhân dân xã Suối Lành",
        short_name="UBND xã", head_post="Chủ tịch Ủy ban nhân dân xã", deputy_post="Phó Chủ tịch Ủy ban nhân dân xã",
        signature_authority="TM. ỦY BAN NHÂN DÂN", document_code="UBND", state="current",
    )  # fmt: skip
    body.save()
    return body


@pytest.fixture
def party(locality: Locality) -> Body:
    """The Party committee of the same locality."""
    body = Body(
        locality=locality, kind=BodyKind.PARTY_COMMITTEE.value, name="Đảng ủy xã Suối Lành", short_name="Đảng ủy xã",
        head_post="Bí thư Đảng ủy", deputy_post="Phó Bí thư Đảng ủy", signature_authority="T/M BAN THƯỜNG VỤ",
        document_code="ĐU", superior_line="ĐẢNG BỘ TỈNH ĐÔNG SƠN", committee_term_from=date(2025, 7, 1),
        state="current",
    )  # fmt: skip
    body.save()
    return body


@pytest.fixture
def office(locality: Locality, committee: Body) -> Unit:
    """The office of the People's Committee."""
    unit = Unit(
        locality=locality, kind=UnitKind.OFFICE.value, name="Văn phòng HĐND và UBND xã", body=committee, state="current"
    )
    unit.save()
    return unit


@pytest.fixture
def economy(locality: Locality, committee: Body) -> Unit:
    """The economic division."""
    unit = Unit(locality=locality, kind=UnitKind.ECONOMY.value, name="Phòng Kinh tế", body=committee, state="current")
    unit.save()
    return unit


@pytest.fixture
def state_clerk(locality: Locality, committee: Body) -> Actor:
    """A clerk of the People's Committee only."""
    return people.staff("lan", "Vũ Thị Lan", locality, "clerk", Scope(BODY, committee.pk))


@pytest.fixture
def party_clerk(locality: Locality, party: Body) -> Actor:
    """A clerk of the Party committee only."""
    return people.staff("minh", "Đỗ Văn Minh", locality, "clerk", Scope(BODY, party.pk))


@pytest.fixture
def economist(locality: Locality, economy: Unit) -> Actor:
    """An officer of the economic division."""
    return people.staff("kien", "Bùi Trung Kiên", locality, "officer", Scope(UNIT, economy.pk))
