"""The page for those attending: shut until the desk opens it; public, at 360 px; asking to speak is held."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.services.projecting import set_hall_page
from nghedan.domain.hall.services.session import adjourn_session
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.hall.terms import RequestState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.budgets.spending import Budget
from nghedan.foundation.identities.person import Person
from nghedan.interfaces.stage import guests_page
from nghedan.kernel.errors import Refused
from tests.interfaces.stage.live_hall import address, fragments, press, seen, words

Asks = Callable[..., SpeakerRequest]


@pytest.fixture
def phone() -> Client:
    return Client()


def opened(clerk: Client, hall: Dialogue) -> None:
    press(clerk, hall, "projector/page/", is_open="1", takes_requests="1")


def ask(phone: Client, hall: Dialogue, **typed: str) -> int:
    page = phone.get(address(hall, "hall/")).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)
    assert key is not None
    return phone.post(address(hall, "hall/ask/"), {"form_key": key.group(1), **typed}).status_code


def test_it_is_shut_until_the_desk_opens_it(phone: Client, clerk: Client, hall: Dialogue) -> None:
    pages = ("hall/", "hall/state", "hall/events")
    assert [phone.get(address(hall, page)).status_code for page in pages] == [404, 404, 404]
    press(clerk, hall, "projector/page/", is_open="1")
    assert [phone.get(address(hall, page)).status_code for page in pages] == [200, 200, 200]
    assert "Xin đăng ký tại bàn thư ký" in seen(phone, hall, "hall/")
    press(clerk, hall, "projector/page/")
    assert [phone.get(address(hall, page)).status_code for page in pages] == [404, 404, 404]


def test_the_people_s_page_of_the_dialogue_leads_to_it_while_it_is_open_and_the_conference_lasts(
    phone: Client, clerk: Client, hall: Dialogue, an: Actor
) -> None:
    public = f"/{hall.locality.slug}/doi-thoai/{hall.public_id}/"

    def told() -> tuple[bool, bool]:
        page = phone.get(public).content.decode()
        return address(hall, "hall/") in page, "Đang diễn ra" in page

    assert told() == (False, True)
    opened(clerk, hall)
    assert told() == (True, True)
    adjourn_session(actor=an, dialogue=hall)
    assert told() == (False, False)


def test_an_internal_dialogue_has_no_page(hall: Dialogue, an: Actor) -> None:
    Dialogue.objects.of(hall.locality).update(openness="internal")
    hall.refresh_from_db()
    with pytest.raises(Refused, match="Hội nghị nội bộ"):
        set_hall_page(actor=an, dialogue=hall, is_open=True, takes_requests=True)


def test_it_tells_who_speaks_without_topic_or_name(
    phone: Client, clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    opened(clerk, hall)
    asks("Cầu hỏng", hamlet=hamlets[0], person=Person(name="Vi Thị Dung"))
    asks("Xin điện", hamlet=hamlets[1], person=Person(name="Hà Văn Mạnh"), may_show_name=True)
    assert words(fragments(phone, hall, "hall/state")["hall-now"]) == (
        "Hội nghị đang diễn ra. Tiếp theo: số 1 · Thôn Đá Bạc"
    )
    call_next_speaker(actor=an, dialogue=hall)
    assert words(fragments(phone, hall, "hall/state")["hall-now"]) == (
        "Đang phát biểu Thôn Đá Bạc Tiếp theo: số 2 · Thôn Lân Hạ"
    )
    call_next_speaker(actor=an, dialogue=hall)
    assert words(fragments(phone, hall, "hall/state")["hall-now"]) == "Đang phát biểu Hà Văn Mạnh · Thôn Lân Hạ"


def test_who_asks_on_a_phone_waits_until_the_desk_takes_her_in(
    phone: Client, clerk: Client, hall: Dialogue, hamlets: list[Hamlet]
) -> None:
    opened(clerk, hall)
    typed = {"hamlet": hamlets[0].public_id, "name": "Vi Thị Dung", "topic": "Cầu hỏng"}
    assert ask(phone, hall, **typed) == 302
    assert "Đã gửi đăng ký phát biểu, số 1." in seen(phone, hall, "hall/")
    row = SpeakerRequest.objects.of(hall.locality).get()
    assert (row.state, row.way, row.topic) == (RequestState.ASKED, "portal", "Cầu hỏng")
    assert "Tiếp theo" not in words(fragments(phone, hall, "hall/state")["hall-now"])
    assert "Số 1 · Thôn Đá Bạc · Vi Thị Dung Cầu hỏng" in seen(clerk, hall, "projector/control/")
    press(clerk, hall, f"projector/admit/{row.public_id}/", answer="yes")
    assert "Tiếp theo: số 1 · Thôn Đá Bạc" in words(fragments(phone, hall, "hall/state")["hall-now"])


def test_the_desk_may_say_no(phone: Client, clerk: Client, hall: Dialogue, hamlets: list[Hamlet]) -> None:
    opened(clerk, hall)
    ask(phone, hall, hamlet=hamlets[0].public_id)
    row = SpeakerRequest.objects.of(hall.locality).get()
    press(clerk, hall, f"projector/admit/{row.public_id}/", answer="no")
    row.refresh_from_db()
    assert row.state == RequestState.WITHDRAWN


def test_the_same_form_twice_is_one_request(
    phone: Client, clerk: Client, hall: Dialogue, hamlets: list[Hamlet]
) -> None:
    opened(clerk, hall)
    page = phone.get(address(hall, "hall/")).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)
    assert key is not None
    for _time in range(2):
        sent = {"form_key": key.group(1), "hamlet": hamlets[0].public_id, "name": "Vi Thị Dung"}
        assert phone.post(address(hall, "hall/ask/"), sent).status_code == 302
    assert SpeakerRequest.objects.of(hall.locality).count() == 1


def test_a_hamlet_is_asked_for_and_what_was_typed_stays(phone: Client, clerk: Client, hall: Dialogue) -> None:
    opened(clerk, hall)
    page = phone.get(address(hall, "hall/")).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)
    assert key is not None
    answer = phone.post(address(hall, "hall/ask/"), {"form_key": key.group(1), "topic": "Cầu hỏng"})
    assert (answer.status_code, "Cầu hỏng" in answer.content.decode()) == (422, True)


def test_a_page_that_takes_no_requests_refuses_one(
    phone: Client, clerk: Client, hall: Dialogue, hamlets: list[Hamlet]
) -> None:
    opened(clerk, hall)
    page = phone.get(address(hall, "hall/")).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)
    assert key is not None
    press(clerk, hall, "projector/page/", is_open="1")
    sent = {"form_key": key.group(1), "hamlet": hamlets[0].public_id}
    answer = phone.post(address(hall, "hall/ask/"), sent)
    assert answer.status_code == 409
    assert SpeakerRequest.objects.of(hall.locality).count() == 0


def test_a_flood_of_requests_is_told_to_come_to_the_desk(
    phone: Client, clerk: Client, hall: Dialogue, hamlets: list[Hamlet], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guests_page, "OFTEN", Budget("hall.ask.test", most=2, per=timedelta(minutes=10)))
    opened(clerk, hall)
    assert [ask(phone, hall, hamlet=hamlets[0].public_id) for _time in range(3)] == [302, 302, 409]
