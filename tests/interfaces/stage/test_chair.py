"""The chair's tablet: the question and three lines; no promise, no caution; calling first by one tap."""

from collections.abc import Callable

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from tests.interfaces.stage.live_hall import fragments, press, seen, words

Asks = Callable[..., SpeakerRequest]


def question(client: Client, hall: Dialogue) -> str:
    return words(fragments(client, hall, "live/chair/state")["chair-question"])


def test_the_question_three_lines_and_who_answers(
    head: Client, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    asks(opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    assert question(head, hall) == (
        "Đại biểu số 1 · Thôn Đá Bạc Còn lại đến 09:03:00 Sửa đường liên thôn Đã có trong kế hoạch vốn năm 2026. "
        "Khởi công tháng 5. Trả lời: Phòng Kinh tế Đưa nội dung lên màn hình hội trường"
    )


def test_earlier_promises_and_cautions_are_not_on_the_tablet(
    head: Client, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    Matter.objects.of(hall.locality).update(promise="Hứa xong trước Tết", promised_on="2026-01-31")
    Answer.objects.of(hall.locality).update(caution="Chưa có vốn")
    asks(opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    page = seen(head, hall, "chair/")
    assert ("Hứa xong" in page, "Chưa có vốn" in page, "Sửa đường liên thôn" in page) == (False, False, True)


def test_what_is_about_officials_is_not_on_the_tablet(
    head: Client, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    asks("Thái độ cán bộ", opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    Opinion.objects.of(hall.locality).update(level=Level.CONDUCT.value)
    Matter.objects.of(hall.locality).update(level=Level.CONDUCT.value)
    assert question(head, hall) == (
        "Đại biểu số 1 · Thôn Đá Bạc Còn lại đến 09:03:00 Nội dung này xem trên điện thoại hoặc tài liệu riêng "
        "của chủ trì."
    )


def test_one_tap_calls_somebody_first(
    head: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    asks(hamlet=hamlets[0])
    late = asks(hamlet=hamlets[1], person=Person(name="Hà Văn Mạnh"))
    line = words(fragments(head, hall, "live/chair/state")["chair-next"])
    assert line.startswith("Tiếp theo Số 1 · Thôn Đá Bạc Số 2 · Hà Văn Mạnh · Thôn Lân Hạ Mời trước Màn hình")
    assert press(head, hall, f"chair/call-first/{late.public_id}/") == "/chair/"
    line = words(fragments(head, hall, "live/chair/state")["chair-next"])
    assert line.startswith("Tiếp theo Số 2 · Hà Văn Mạnh · Thôn Lân Hạ Số 1 · Thôn Đá Bạc Mời trước Màn hình")
    late.refresh_from_db()
    assert (late.ahead_of, late.reason) == (1, "")


def test_at_rest_it_says_so(head: Client, hall: Dialogue) -> None:
    assert question(head, hall) == "Chưa có người phát biểu. Đường liên thôn"
