"""Fixtures of matters: a field, a unit for personnel, opinions that raise a matter, officers of several units."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.tenancy.models import Locality
from tests.support import people

HELD_ON = date(2026, 4, 15)


@pytest.fixture
def culture(locality: Locality, committee: Body) -> Unit:
    """The division of culture and society, in charge of personnel."""
    unit = Unit(
        locality=locality, kind=UnitKind.CULTURE_SOCIETY.value, name="Phòng Văn hóa - Xã hội", body=committee,
        state="current",
    )  # fmt: skip
    unit.save()
    return unit


@pytest.fixture
def hoa(locality: Locality, culture: Unit) -> Actor:
    """Hoa, officer of the division of culture and society."""
    return people.staff("hoa", "Lý Thị Hoa", locality, roles.OFFICER, Scope(UNIT, culture.pk))


@pytest.fixture
def observer(locality: Locality) -> Actor:
    """Oanh, who watches for the Front."""
    return people.staff("oanh", "Đinh Thị Oanh", locality, roles.OBSERVER)


@pytest.fixture
def hamlet(locality: Locality) -> Hamlet:
    row = Hamlet(locality=locality, kind="thon", name="Nà Lốc", state="current")
    row.save()
    return row


@pytest.fixture
def roads(locality: Locality, economy: Unit) -> Field:
    """Roads, usually for the economic division, ten working days."""
    row = Field(
        locality=locality, code="giao-thong", name="Giao thông", keywords=["đường"], unit=economy, days=10,
        state="current",
    )  # fmt: skip
    row.save()
    return row


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, committee: Body) -> Dialogue:
    """A dialogue on Wednesday 15 April 2026: drafts until 8 April, answers until 8 April (05 working days)."""
    row = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Đường liên thôn"))
    return schedule_dialogue(actor=an, dialogue=row, held_on=HELD_ON)


@pytest.fixture
def said(frozen_today: date, an: Actor, committee: Body, hamlet: Hamlet) -> Callable[..., Opinion]:
    """Return a function that writes an opinion into the ledger."""

    def receive(words: str, *, of: Dialogue | None = None) -> Opinion:
        draft = OpinionDraft(words=words, origin=Origin.PHONE, dialogue=of, hamlet=hamlet)
        return receive_opinion(actor=an, body=committee, draft=draft)

    return receive


@pytest.fixture
def raised(an: Actor, said: Callable[..., Opinion], roads: Field) -> Callable[..., Matter]:
    """Return a function that gives a matter, raised by one opinion."""

    def make(title: str = "Sửa đường thôn Nà Lốc", *, of: Dialogue | None = None, **draft: object) -> Matter:
        fields = {"title": title, "field": roads, **draft}
        return raise_matter(actor=an, opinion=said(title, of=of), draft=MatterDraft(**fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def matter(raised: Callable[..., Matter]) -> Matter:
    """A matter outside any dialogue, not yet given to anybody."""
    return raised()
