"""The page of those who answer: what is asked of my unit now, with my prepared answer, and what comes next."""

from collections.abc import Callable

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from tests.interfaces.stage.live_hall import address, fragments, seen, words
from tests.support import people

Asks = Callable[..., SpeakerRequest]
ClientOf = Callable[[Actor], Client]


def now(client: Client, hall: Dialogue) -> str:
    return words(fragments(client, hall, "answering/state")["answering-now"])


def test_my_unit_sees_what_is_asked_of_it_and_its_answer(
    client_of: ClientOf, economist: Actor, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    officer = client_of(economist)
    asks(opinion=handed_in)
    assert now(officer, hall) == (
        "Chưa có người phát biểu. Sắp hỏi đơn vị Số 1 · Thôn Đá Bạc Sửa đường liên thôn "
        "Đã có trong kế hoạch vốn năm 2026. Khởi công tháng 5."
    )
    call_next_speaker(actor=an, dialogue=hall)
    assert now(officer, hall) == (
        "Đang hỏi đơn vị · Thôn Đá Bạc Sửa đường liên thôn Đã có trong kế hoạch vốn năm 2026. Khởi công tháng 5. "
        "Sẽ khởi công."
    )
    assert "Đang hỏi đơn vị" in seen(officer, hall, "answering/")


def test_another_unit_sees_that_it_is_not_asked(
    client_of: ClientOf, office: Unit, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    other = people.staff("hoa", "Lò Thị Hoa", hall.locality, "officer", Scope(UNIT, office.pk))
    assert client_of(other).get(address(hall, "answering/")).status_code == 404
    Matter.objects.of(hall.locality).get().supports.create(locality=hall.locality, unit=office, state="ended")
    mine = Matter(locality=hall.locality, body=hall.body, dialogue=hall, year=2026, number=9, title="Việc khác")
    mine.unit, mine.state = office, "assigned"
    mine.save()
    asks(opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    assert now(client_of(other), hall) == "Đang phát biểu: Thôn Đá Bạc. Chưa có nội dung thuộc đơn vị."


def test_what_is_about_officials_is_not_on_a_shared_page(
    client_of: ClientOf, economist: Actor, hall: Dialogue, asks: Asks, an: Actor, handed_in: Opinion, prepared: Matter
) -> None:
    own = Matter(locality=hall.locality, body=hall.body, dialogue=hall, year=2026, number=9, title="Việc khác")
    own.unit, own.state = prepared.unit, "assigned"
    own.save()
    asks(opinion=handed_in)
    call_next_speaker(actor=an, dialogue=hall)
    Matter.objects.of(hall.locality).filter(pk=prepared.pk).update(level=Level.CONDUCT.value)
    assert now(client_of(economist), hall) == "Đang phát biểu: Thôn Đá Bạc. Chưa có nội dung thuộc đơn vị."


def test_who_leads_a_hamlet_has_no_such_page(
    client_of: ClientOf, hamlet_head: Actor, hall: Dialogue, hamlets: list[Hamlet]
) -> None:
    assert client_of(hamlet_head).get(address(hall, "answering/")).status_code == 403
