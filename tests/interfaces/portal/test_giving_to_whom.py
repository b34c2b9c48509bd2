"""To which dialogue and body an opinion goes, and what the pages say of until when."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.planning import DialogueDraft, plan_dialogue
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.opinions.models import Channel, Opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.door import create
from nghedan.kernel.vietnamese import format_date
from tests.interfaces.portal.citizen import BEGIN, GIVE, Citizen, answered, sent_at_leisure

pytestmark = pytest.mark.django_db

TODAY = BEGIN.date()
SOON = TODAY + timedelta(days=30)


def planned(
    actor: Actor, body: Body, theme: str, held_on: date | None = None, openness: Openness = Openness.OPEN
) -> Dialogue:
    draft = DialogueDraft(theme=theme, openness=openness, year=TODAY.year, quarter=None if held_on else 2)
    with clock.frozen(BEGIN):
        dialogue = plan_dialogue(actor=actor, body=body, draft=draft)
        if held_on:
            schedule_dialogue(actor=actor, dialogue=dialogue, held_on=held_on)
    return dialogue


def went_to() -> list[tuple[str | None, Body]]:
    rows = Opinion._base_manager.order_by("pk")
    return [(row.dialogue.theme if row.dialogue else None, row.body) for row in rows]


def test_without_a_dialogue_it_goes_to_the_committee(party: Body, committee: Body) -> None:
    sent_at_leisure(Citizen())
    assert went_to() == [(None, committee)]


def test_the_only_dialogue_is_meant_without_a_question(an: Actor, committee: Body) -> None:
    planned(an, committee, "Giao thông", SOON)
    citizen = sent_at_leisure(Citizen())
    assert went_to() == [("Giao thông", committee)]
    assert f"Cuộc đối thoại: Giao thông ( {format_date(SOON)} )" in citizen.text


def test_the_next_without_a_day_is_meant_when_none_has_one(an: Actor, committee: Body) -> None:
    planned(an, committee, "Quý hai")
    sent_at_leisure(Citizen())
    assert went_to() == [("Quý hai", committee)]


def test_of_several_one_is_chosen(an: Actor, committee: Body, party: Body) -> None:
    planned(an, committee, "Giao thông", SOON)
    secretary = planned(an, party, "Xây dựng Đảng", SOON + timedelta(days=9))
    citizen = sent_at_leisure(Citizen())
    assert (citizen.status, citizen.heading) == (422, "Ý kiến gửi cho cuộc đối thoại nào?")
    sent_at_leisure(Citizen(), dialogue=secretary.public_id)
    sent_at_leisure(Citizen(), dialogue="viec-khac", words="Việc khác.")
    assert went_to() == [("Xây dựng Đảng", party), (None, committee)]


def test_a_dialogues_own_button_chooses_it(an: Actor, committee: Body, client: Client) -> None:
    planned(an, committee, "Giao thông", SOON)
    other = planned(an, committee, "Nước sạch", SOON + timedelta(days=9))
    with clock.frozen(BEGIN):
        page = client.get(f"/suoi-lanh/doi-thoai/{other.public_id}/").content.decode()
        citizen = Citizen().begin(f"?doi-thoai={other.public_id}")
    assert f'href="{GIVE}?doi-thoai={other.public_id}"' in page
    assert citizen.answers["dialogue"] == other.public_id


@pytest.mark.parametrize(
    ("openness", "held_on"),
    [(Openness.INTERNAL, SOON), (Openness.OPEN, TODAY - timedelta(days=1))],
    ids=["internal", "over"],
)
def test_what_is_internal_or_over_collects_nothing(
    an: Actor, committee: Body, openness: Openness, held_on: date
) -> None:
    planned(an, committee, "Không nhận", held_on, openness)
    citizen = sent_at_leisure(Citizen())
    assert (went_to(), "Không nhận" in citizen.page) == ([(None, committee)], False)


def test_a_choice_made_up_is_asked_again(an: Actor, committee: Body) -> None:
    internal = planned(an, committee, "Nội bộ", SOON, Openness.INTERNAL)
    for theme in ("Giao thông", "Nước sạch"):
        planned(an, committee, theme, SOON)
    citizen = sent_at_leisure(Citizen(), dialogue=internal.public_id)
    assert (citizen.status, went_to()) == (422, [])


def test_after_the_cut_off_it_is_taken_and_marked(an: Actor, committee: Body, client: Client) -> None:
    dialogue = planned(an, committee, "Giao thông", SOON)
    late = datetime(2026, 4, 1, 9, 0, tzinfo=clock.LOCAL_ZONE)
    with clock.frozen(late):
        page = " ".join(client.get(f"/suoi-lanh/doi-thoai/{dialogue.public_id}/").content.decode().split())
        citizen = Citizen().begin()
    with clock.frozen(late + timedelta(minutes=1)):
        citizen.send(**answered())
    assert 'đến hết ngày <time datetime="2026-03-28">28/3/2026</time> thì kịp cho các đơn vị' in page
    assert "vẫn được nhận, có ghi là gửi sau" in citizen.text
    assert Opinion._base_manager.get().is_late


def test_the_other_ways_stand_on_the_first_page(an: Actor, committee: Body, client: Client) -> None:
    assert "Các cách gửi ý kiến khác" not in client.get("/suoi-lanh/").content.decode()
    for position, (origin, details) in enumerate({Origin.PORTAL: "ở đây", Origin.PHONE: "Gọi 0203 123"}.items()):
        channel = Channel(locality=committee.locality, origin=origin.value, details=details, position=position)
        create("channel.add", actor=an, obj=channel)
    page = client.get("/suoi-lanh/").content.decode()
    assert ("Gọi 0203 123" in page, "ở đây" in page) == (True, False)
    assert (f'href="{GIVE}"' in page, 'href="/suoi-lanh/tra-cuu/"' in page) == (True, True)
