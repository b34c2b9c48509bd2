"""Notices on the people's pages: word for word as issued, and none that is not theirs."""

from datetime import date, time

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.foundation.access.actor import Actor
from tests.support.calling import issued, prepared

LIST = "/suoi-lanh/thong-bao/"


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, binh: Actor, committee: Body) -> Dialogue:
    return prepared(an, binh, committee)


@pytest.fixture
def notice(an: Actor, binh: Actor, dialogue: Dialogue) -> OfficialPaper:
    return issued(an, binh, dialogue)


def shown(client: Client) -> list[str]:
    return [one.public_id for one in client.get(LIST).context["notices"]]


def test_a_notice_is_shown_as_it_was_frozen_whatever_moves(client: Client, an: Actor, notice: OfficialPaper) -> None:
    dialogue = notice.dialogue
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 4, 22), starts_at=time(14))
    page = client.get(f"{LIST}{notice.public_id}/").content.decode()
    assert notice.frozen_html in page
    assert ("15/4/2026" in page, "22/4/2026" in page) == (True, False)
    assert [one.public_id for one in client.get(f"/suoi-lanh/doi-thoai/{dialogue.public_id}/").context["notices"]] == [
        notice.public_id
    ]
    assert shown(client) == [notice.public_id]


def test_drafts_and_what_was_withheld_are_not_there(client: Client, an: Actor, dialogue: Dialogue) -> None:
    draft = draft_paper(actor=an, dialogue=dialogue, code="announcement")
    assert (shown(client), client.get(f"{LIST}{draft.public_id}/").status_code) == ([], 404)


@pytest.mark.parametrize("change", [{"openness": "internal"}, {"openness": "invitation", "body": "party"}])
def test_what_the_people_may_not_see_of_a_dialogue_its_notices_do_not_tell(
    client: Client, notice: OfficialPaper, party: Body, change: dict[str, object]
) -> None:
    values = {name: party if value == "party" else value for name, value in change.items()}
    Dialogue.objects.of(notice.locality).update(**values)
    assert (shown(client), client.get(f"{LIST}{notice.public_id}/").status_code) == ([], 404)


def test_a_kept_page_shows_the_next_notice(client: Client, an: Actor, binh: Actor, dialogue: Dialogue) -> None:
    assert shown(client) == []
    assert client.get(LIST).context is None  # kept, without asking for anything
    paper = issued(an, binh, dialogue)
    assert shown(client) == [paper.public_id]
