"""The projector: what was released, and never more."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.queries.screen import projection_of
from nghedan.domain.hall.queries.speaking import running_turn
from nghedan.domain.hall.services.speaking import call_next_speaker, end_turn
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from tests.interfaces.stage.live_hall import address, fragments, press, seen, words

Asks = Callable[..., SpeakerRequest]
ClientOf = Callable[[Actor], Client]


def shown(client: Client, hall: Dialogue) -> str:
    return words(fragments(client, hall, "live/projector/state")["projector-screen"])


def test_at_rest_it_shows_the_title_and_nobody(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    asks("Cầu hỏng", hamlet=hamlets[0], person=Person(name="Vi Thị Dung"), may_show_name=True)
    call_next_speaker(actor=an, dialogue=hall)
    rest = "Ủy ban nhân dân xã Suối Lành Hội nghị đối thoại Đường liên thôn 10/3/2026"
    assert shown(clerk, hall) == rest
    assert rest in seen(clerk, hall, "projector/")


def test_a_name_is_shown_only_of_who_agreed_and_what_she_registered_never(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    asks("Cầu hỏng", hamlet=hamlets[0], person=Person(name="Vi Thị Dung"))
    asks("Xin điện", hamlet=hamlets[1], person=Person(name="Hà Văn Mạnh"), may_show_name=True)
    assert press(clerk, hall, "projector/show/", shows="speaker", back="control") == "/projector/control/"
    call_next_speaker(actor=an, dialogue=hall)
    assert shown(clerk, hall) == "Đang phát biểu Thôn Đá Bạc Tiếp theo: số 2 · Thôn Lân Hạ"
    call_next_speaker(actor=an, dialogue=hall)
    assert shown(clerk, hall) == "Đang phát biểu Hà Văn Mạnh Thôn Lân Hạ"


def test_a_topic_goes_with_its_speaker_by_its_public_words(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter, hamlets: list[Hamlet]
) -> None:
    asks(opinion=handed_in)
    asks(hamlet=hamlets[1])
    call_next_speaker(actor=an, dialogue=hall)
    press(clerk, hall, "projector/show/", shows="topic", matter=prepared.public_id, back="desk")
    expected = "Đang phát biểu Thôn Đá Bạc Nội dung {} Tiếp theo: số 2 · Thôn Lân Hạ"
    assert shown(clerk, hall) == expected.format("Sửa đường liên thôn")
    Matter.objects.of(hall.locality).update(public_text="Đường liên thôn Đá Bạc")
    press(clerk, hall, "projector/show/", shows="topic", matter=prepared.public_id, back="desk")
    assert shown(clerk, hall) == expected.format("Đường liên thôn Đá Bạc")
    call_next_speaker(actor=an, dialogue=hall)
    assert shown(clerk, hall) == "Đang phát biểu Thôn Lân Hạ"


@pytest.mark.parametrize("level", [Level.CONDUCT, Level.RESTRICTED])
def test_what_is_not_ordinary_is_never_released_and_leaves_at_once(
    level: Level, clerk: Client, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    asks(opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    press(clerk, hall, "projector/show/", shows="topic", matter=prepared.public_id)
    Matter.objects.of(hall.locality).update(level=level.value)
    assert shown(clerk, hall) == "Đang phát biểu Thôn Đá Bạc"
    again = clerk.post(address(hall, "projector/show/"), {"shows": "topic", "matter": prepared.public_id})
    assert again.status_code == 404
    for screen in ("projector", "control", "chair"):
        told = " ".join(fragments(clerk, hall, f"live/{screen}/state?again={level}").values())
        assert "Sửa đường liên thôn" not in told


def test_after_the_turn_the_screen_rests_on_the_title(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    asks(hamlet=hamlets[0])
    call_next_speaker(actor=an, dialogue=hall)
    press(clerk, hall, "projector/show/", shows="speaker")
    turn = running_turn(hall)
    assert turn is not None
    end_turn(actor=an, turn=turn)
    assert shown(clerk, hall).startswith("Ủy ban nhân dân xã Suối Lành Hội nghị đối thoại")


def test_a_line_a_blank_and_the_countdown(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    press(clerk, hall, "projector/show/", shows="line", line="  Giải lao 15 phút ")
    assert shown(clerk, hall) == "Giải lao 15 phút"
    press(clerk, hall, "projector/show/", shows="line", line=" ")
    assert shown(clerk, hall) == "Giải lao 15 phút"
    press(clerk, hall, "projector/show/", shows="blank")
    assert shown(clerk, hall) == "Đường liên thôn"  # for readers of the screen only
    asks(hamlet=hamlets[0])
    call_next_speaker(actor=an, dialogue=hall)
    press(clerk, hall, "projector/show/", shows="speaker")
    assert "Còn lại" not in shown(clerk, hall)
    press(clerk, hall, "projector/show/", shows="countdown", is_shown="1")
    assert shown(clerk, hall) == "Đang phát biểu Thôn Đá Bạc Còn lại đến 09:03:00"


def test_the_head_releases_too_and_an_officer_does_neither(
    client_of: ClientOf, head: Client, chi: Actor, hall: Dialogue
) -> None:
    press(head, hall, "projector/show/", shows="blank", back="chair")
    assert projection_of(hall).shows == "blank"
    for page in ("projector/", "projector/control/", "chair/", "reception/", "live/projector/state"):
        assert client_of(chi).get(address(hall, page)).status_code == 404
    assert client_of(chi).post(address(hall, "projector/show/"), {"shows": "title"}).status_code == 404


def test_looking_at_the_screen_opens_a_name_once(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    asks(hamlet=hamlets[0], person=Person(name="Vi Thị Dung"), may_show_name=True)
    call_next_speaker(actor=an, dialogue=hall)
    press(clerk, hall, "projector/show/", shows="speaker")
    for _time in range(3):
        assert shown(clerk, hall) == "Đang phát biểu Vi Thị Dung Thôn Đá Bạc"
    opened = JournalEntry.objects.filter(code="identity.read")
    assert [entry.actor_key for entry in opened] == ["system"]


def test_an_unknown_screen_is_no_page(clerk: Client, hall: Dialogue) -> None:
    assert clerk.get(address(hall, "live/other/state")).status_code == 404
    assert clerk.post(address(hall, "projector/show/"), {"shows": "other"}).status_code == 404
