"""Matters that leave: referred, settled at the hamlet, set aside; and taken up again."""

from collections.abc import Callable

import pytest

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import open_bounces
from nghedan.domain.matters.services import assigning, leaving
from nghedan.domain.matters.terms import Competence, MatterState, Outcome
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db

LEAVE: dict[str, Callable[[Actor, Matter, str], Matter]] = {
    "referred": lambda who, matter, why: leaving.refer_matter(
        actor=who, matter=matter, competent_body="Điện lực huyện", reason=why, competence=Competence.OTHER
    ),
    "settled": lambda who, matter, why: leaving.settle_matter(actor=who, matter=matter, how=why),
    "set_aside": lambda who, matter, why: leaving.set_aside_matter(actor=who, matter=matter, reason=why),
}
OUTCOMES = {"referred": Outcome.REFERRED, "settled": Outcome.DONE, "set_aside": Outcome.NONE}


@pytest.mark.parametrize("way", sorted(LEAVE))
def test_a_matter_leaves_with_its_reason_and_can_be_taken_up(
    way: str, an: Actor, economist: Actor, matter: Matter, economy: Unit
) -> None:
    with pytest.raises(NotAllowed):
        LEAVE[way](economist, matter, "Không thuộc xã")
    LEAVE[way](an, matter, "Không thuộc xã")
    assert (matter.state, matter.reason, matter.outcome) == (way, "Không thuộc xã", OUTCOMES[way])
    with pytest.raises(Refused):
        assigning.assign_matter(actor=an, matter=matter, unit=economy)
    leaving.take_up_matter(actor=an, matter=matter)
    assert (matter.state, matter.reason, matter.outcome) == (MatterState.SCREENED, "", Outcome.NONE)


@pytest.mark.parametrize("way", ["settled", "set_aside"])
def test_what_is_not_looked_into_or_settled_needs_its_reason(way: str, an: Actor, matter: Matter) -> None:
    with pytest.raises(Invalid) as told:
        LEAVE[way](an, matter, " ")
    assert told.value.field == "reason"


def test_whose_it_is_is_reason_enough_to_refer(an: Actor, matter: Matter) -> None:
    LEAVE["referred"](an, matter, " ")
    assert (matter.state, matter.reason, matter.competent_body) == (MatterState.REFERRED, "", "Điện lực huyện")


@pytest.mark.parametrize(("body", "competence"), [(" ", Competence.OTHER), ("Điện lực huyện", Competence.OURS)])
def test_what_is_referred_needs_somebody_else_to_refer_it_to(
    an: Actor, matter: Matter, body: str, competence: Competence
) -> None:
    with pytest.raises(Invalid, match="ghi cơ quan có thẩm quyền") as told:
        leaving.refer_matter(actor=an, matter=matter, competent_body=body, reason="Lưới điện", competence=competence)
    assert told.value.field == "competent_body"


def test_what_a_unit_gave_back_is_decided_when_the_matter_leaves(
    an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit
) -> None:
    assigning.assign_matter(actor=an, matter=matter, unit=economy)
    assigning.bounce_matter(actor=economist, matter=matter, proposed_unit=culture, reason="Của điện lực")
    LEAVE["referred"](an, matter, "Lưới điện trung áp")
    assert list(open_bounces(an)) == []
