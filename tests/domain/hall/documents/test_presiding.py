"""Who presides, as the papers of the day name them: the post alone of a plan gets the name of who holds it."""

from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.hall.documents.wording import named, presiding_of
from nghedan.domain.organisations.models import Body, Delegation, Officer, Post
from nghedan.foundation.tenancy.models import Locality

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(locality: Locality, committee: Body) -> Officer:
    officer = Officer(locality=locality, full_name="Trần Văn Bình", state="current")
    officer.save()
    Post(
        locality=locality, officer=officer, title="Chủ tịch UBND xã", body=committee, is_head=True,
        valid_from=date(2026, 1, 1), state="current",
    ).save()  # fmt: skip
    return officer


@pytest.fixture
def stage(locality: Locality, committee: Body, dialogue: Dialogue) -> Dialogue:
    """The head by the post alone, beside somebody whom nobody has named yet."""
    Presiding.objects.of(locality).filter(dialogue=dialogue).delete()
    rows = ((committee.head_post, "chair", committee), ("Đại diện Thường trực HĐND xã", "co_chair", None))
    for place, (title, part, body) in enumerate(rows):
        Presiding(
            locality=locality, dialogue=dialogue, part=part, position=place, post_title=title, body=body,
            state="current",
        ).save()  # fmt: skip
    return dialogue


def _named(dialogue: Dialogue) -> list[str]:
    return [named(one) for one in presiding_of(dialogue)]


def test_the_head_is_named_and_nobody_is_invented(committee: Body, head: Officer, stage: Dialogue) -> None:
    assert _named(stage) == [f"Trần Văn Bình, {committee.head_post}", "Đại diện Thường trực HĐND xã"]


def test_who_stands_in_presides_under_the_own_post(
    locality: Locality, committee: Body, head: Officer, stage: Dialogue
) -> None:
    deputy = Officer(locality=locality, full_name="Lò Văn Dũng", state="current")
    deputy.save()
    Delegation(
        locality=locality, body=committee, from_officer=head, to_officer=deputy, valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31), reason="Đi họp", paper_due=True, state="current",
    ).save()  # fmt: skip
    assert _named(stage)[0] == f"Lò Văn Dũng, {committee.deputy_post}"


def test_a_post_without_holder_stays_a_post(committee: Body, stage: Dialogue) -> None:
    assert _named(stage)[0] == committee.head_post
