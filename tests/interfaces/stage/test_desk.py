"""The secretaries' desk by plain form posts: calling, noting, results, undo; two clerks at once; who may what."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.services import speaking
from nghedan.domain.hall.services.agenda import start_agenda
from nghedan.domain.hall.services.heard import set_apart
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from nghedan.interfaces.stage.desk.present import PARTS
from nghedan.interfaces.stage.fragments import fragment
from tests.domain.hall.conftest import SHORT

pytestmark = pytest.mark.django_db

Asks = Callable[..., SpeakerRequest]
FORM = re.compile(r'<form method="post"[^>]*action="([^"]+)"(.*?)</form>', re.DOTALL)
FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def desk_of(dialogue: Dialogue) -> str:
    return f"/stage/suoi-lanh/dialogues/{dialogue.public_id}/desk/"


def look(client: Client, dialogue: Dialogue, matter: str = "") -> str:
    answer = client.get(desk_of(dialogue), {"matter": matter} if matter else {})
    assert answer.status_code == 200
    return str(answer.content.decode())


def hidden(page: str, action: str, nth: int = 0) -> tuple[str, dict[str, str]]:
    """Return address and hidden fields of the nth form whose address ends so."""
    found = [(to, dict(FIELD.findall(body))) for to, body in FORM.findall(page) if to.endswith(action)]
    return found[nth]


def send(client: Client, page: str, action: str, nth: int = 0, **typed: str) -> Any:
    """Send a form of the page, with what is typed into it."""
    to, fields = hidden(page, action, nth)
    return client.post(to, {**fields, **typed})


def press(client: Client, dialogue: Dialogue, action: str, nth: int = 0, **typed: str) -> HttpResponse:
    """Look at the desk and send one of its forms; it leads back to the desk."""
    answer: HttpResponse = send(client, look(client, dialogue, typed.get("matter", "")), action, nth, **typed)
    assert (answer.status_code, answer["Location"].partition("?")[0].partition("#")[0]) == (302, desk_of(dialogue))
    return answer


@pytest.fixture
def speaks(an: Actor, hall: Dialogue, asks: Asks, handed_in: Opinion, prepared: Matter) -> Turn:
    """Somebody speaks whose matter was prepared; another waits."""
    asks("Sửa đường", opinion=handed_in)
    asks("Nước sạch")
    return call_next_speaker(actor=an, dialogue=hall)


def test_a_whole_conference_without_a_script(clerk: Client, dialogue: Dialogue, prepared: Matter) -> None:
    press(clerk, dialogue, "session/open/")
    press(clerk, dialogue, "speakers/", name="Nông Văn Sử", topic="Đường", about="1", way="hall")
    press(clerk, dialogue, "speakers/", topic="Nước sạch", way="door")
    press(clerk, dialogue, "next/")
    press(clerk, dialogue, "words/", words="Đường lầy lội, xin sửa sớm", joins="on")
    press(clerk, dialogue, "outcome/", kind="answered", text=SHORT)
    press(clerk, dialogue, "next/")
    press(clerk, dialogue, "words/", words="Nước đục, xin kiểm tra")
    press(clerk, dialogue, "split/", title="Kiểm tra nước", kind="petition")
    press(clerk, dialogue, "outcome/", kind="above", text="Kiến nghị tỉnh")
    aside = {"aside-words": "Chợ bẩn", "aside-origin": "slip"}
    press(clerk, dialogue, "aside/", 0, **aside)
    press(clerk, dialogue, "session/adjourn/")
    page = look(clerk, dialogue)
    rows = Outcome.objects.of(dialogue.locality).order_by("pk")
    told = [(row.kind, row.matter.title, row.matter.state, row.competent_body) for row in rows]
    assert told == [
        ("answered", "Sửa đường liên thôn", "answered_in_hall", ""),
        ("above", "Kiểm tra nước", "referred", "UBND tỉnh Đông Sơn"),
    ]
    assert [turn.state for turn in Turn.objects.of(dialogue.locality)] == ["ended", "ended"]
    spoken = Opinion.objects.of(dialogue.locality).order_by("number").values_list("origin", flat=True)
    assert list(spoken) == ["slip", "hall", "hall", "slip"]
    for text in ("Khai mạc hội nghị.", "Nước đục, xin kiểm tra", "Đã bế mạc", "Bế mạc hội nghị."):
        assert text in page


def test_the_prepared_answer_lies_beside_what_was_handed_in(clerk: Client, speaks: Turn, hall: Dialogue) -> None:
    page = look(clerk, hall)
    for text in ("Xin sửa đường liên thôn", "Khởi công tháng 5.", "Phòng Kinh tế", "24/3/2026", "3:00"):
        assert text in page


def test_a_result_takes_one_press_and_its_undo_one(
    clerk: Client, speaks: Turn, hall: Dialogue, prepared: Matter
) -> None:
    press(clerk, hall, "outcome/", kind="answered")
    assert Outcome.objects.of(hall.locality).get().text == SHORT
    press(clerk, hall, "outcomes/" + Outcome.objects.of(hall.locality).get().public_id + "/undo/")
    prepared.refresh_from_db()
    assert prepared.state == "prepared"


def test_what_a_result_lacks_is_asked_for_and_what_was_typed_stays(clerk: Client, speaks: Turn, hall: Dialogue) -> None:
    answer = send(clerk, look(clerk, hall), "outcome/", kind="in_writing", text="Sẽ xem xét", due_on="hôm nào")
    page = answer.content.decode()
    assert (answer.status_code, "Sẽ xem xét" in page, "hôm nào" in page) == (422, True, True)
    answer = send(clerk, look(clerk, hall), "outcome/", kind="other", text="Của ngành điện")
    assert (answer.status_code, "Của ngành điện" in answer.content.decode()) == (422, True)


def test_a_result_is_edited_on_the_same_form(clerk: Client, speaks: Turn, hall: Dialogue, office: Unit) -> None:
    press(clerk, hall, "outcome/", kind="answered")
    press(clerk, hall, "outcome/", kind="in_writing", unit=office.public_id, due_on="20/3/2026", text="Kiểm tra lại")
    standing = Outcome.objects.of(hall.locality).get(state="standing")
    assert (standing.kind, standing.unit, standing.text) == ("in_writing", office, "Kiểm tra lại")


@pytest.mark.parametrize(
    ("action", "state", "granted"),
    [("pause/", "paused", 180), ("extend/", "speaking", 240), ("end/", "ended", 180), ("void/", "void", 180)],
)
def test_the_clock_is_stopped_and_given_more_time(
    clerk: Client, speaks: Turn, hall: Dialogue, action: str, state: str, granted: int
) -> None:
    press(clerk, hall, f"turns/{speaks.public_id}/{action}")
    speaks.refresh_from_db()
    assert (speaks.state, speaks.granted_seconds) == (state, granted)


def test_a_press_sent_twice_from_one_page_calls_one(clerk: Client, hall: Dialogue, asks: Asks) -> None:
    asks()
    asks()
    page = look(clerk, hall)
    assert [send(clerk, page, "next/").status_code for _time in range(2)] == [302, 302]
    assert Turn.objects.of(hall.locality).count() == 1


def test_a_form_sent_twice_registers_one(clerk: Client, hall: Dialogue) -> None:
    page = look(clerk, hall)
    assert [send(clerk, page, "speakers/", topic="Đường", way="hall").status_code for _time in range(2)] == [302, 302]
    assert SpeakerRequest.objects.of(hall.locality).count() == 1


def test_two_clerks_on_one_turn_the_second_is_told_what_the_first_did(
    clerk: Client, other_clerk: Client, speaks: Turn, hall: Dialogue
) -> None:
    seen = look(other_clerk, hall)
    press(clerk, hall, "pause/")
    answer = send(other_clerk, seen, "extend/")
    page = answer.content.decode()
    assert (answer.status_code, "Tạm dừng (Nguyễn Thị An" in page) == (409, True)
    speaks.refresh_from_db()
    assert (speaks.state, speaks.granted_seconds) == ("paused", 180)


def test_two_clerks_noting_one_speech_keep_both_texts(
    clerk: Client, other_clerk: Client, speaks: Turn, hall: Dialogue
) -> None:
    seen = look(other_clerk, hall)
    press(clerk, hall, "words/", words="Lời do An ghi")
    answer = send(other_clerk, seen, "words/", words="Lời do Lan ghi")
    page = answer.content.decode()
    assert (answer.status_code, "Lời do An ghi" in page, "Lời do Lan ghi" in page) == (409, True, True)
    assert Opinion.objects.of(hall.locality).filter(origin="hall").count() == 1


def test_undo_takes_back_what_the_page_showed_and_nothing_newer(
    clerk: Client, other_clerk: Client, speaks: Turn, hall: Dialogue
) -> None:
    seen = look(other_clerk, hall)
    assert "Hoàn tác: Bắt đầu phát biểu" in seen
    press(clerk, hall, "pause/")
    assert send(other_clerk, seen, "undo/").status_code == 409
    press(other_clerk, hall, "undo/")
    press(other_clerk, hall, "undo/")
    speaks.refresh_from_db()
    assert speaks.state == "void"


def test_names_are_shown_when_asked_for_and_the_journal_knows(clerk: Client, hall: Dialogue, asks: Asks) -> None:
    asks("Đường", person=Person(name="Nông Văn Sử"))
    assert "Nông Văn Sử" not in look(clerk, hall)
    answer = send(clerk, look(clerk, hall), "names/")
    assert (answer.status_code, "Nông Văn Sử" in answer.content.decode()) == (200, True)
    assert JournalEntry.objects.filter(code="identity.read").count() == 1


def test_the_order_is_set_at_the_desk(clerk: Client, hall: Dialogue, asks: Asks, hamlets: list[Hamlet]) -> None:
    for hamlet in (hamlets[0], hamlets[0], hamlets[1]):
        asks(hamlet=hamlet)
    press(clerk, hall, "rule/", order="rotation", minutes="5")
    press(clerk, hall, "next/")
    press(clerk, hall, "next/")
    turns = Turn.objects.of(hall.locality).order_by("pk").values_list("request__number", "granted_seconds")
    assert list(turns) == [(1, 300), (3, 300)]


def test_somebody_goes_first_with_one_press_and_the_reason_follows(clerk: Client, hall: Dialogue, asks: Asks) -> None:
    asks()
    second = asks()
    press(clerk, hall, "first/")
    press(clerk, hall, "reason/", reason="Người cao tuổi")
    second.refresh_from_db()
    assert (second.ahead_of, second.reason) == (1, "Người cao tuổi")


def test_an_unknown_number_of_an_opinion_is_told(clerk: Client, hall: Dialogue) -> None:
    answer = send(clerk, look(clerk, hall), "speakers/", topic="Đường", about="99", way="hall")
    assert (answer.status_code, "không có ý kiến số này" in answer.content.decode()) == (422, True)


@pytest.fixture
def earlier(an: Actor, dialogue: Dialogue) -> Opinion:
    """An opinion the desk may not read, which in a new database has the same id as the dialogue."""
    opinion = receive_opinion(actor=an, body=dialogue.body, draft=OpinionDraft("Xin thêm đèn đường", Origin.PHONE))
    Opinion.objects.of(dialogue.locality).filter(pk=opinion.pk).update(level="restricted")
    return opinion


def test_a_denunciation_leaves_the_desk_at_once(
    clerk: Client, earlier: Opinion, hall: Dialogue, handed_in: Opinion, speaks: Turn
) -> None:
    asked = send(clerk, look(clerk, hall), "apart/")
    assert (asked.status_code, "Người được nêu" in asked.content.decode()) == (200, True)
    to, fields = hidden(asked.content.decode(), "apart/")
    assert clerk.post(to, {**fields, "kind": "denunciation"}).status_code == 422
    assert clerk.post(to, {**fields, "kind": "denunciation", "unknown": "on"}).status_code == 302
    page = look(clerk, hall)
    assert [text in page for text in ("Xin sửa đường", "Sửa đường", SHORT[:20])] == [False, False, False]
    handed_in.refresh_from_db()
    assert handed_in.level == "restricted"


def test_the_programme_goes_on_from_the_desk(clerk: Client, an: Actor, hall: Dialogue) -> None:
    first, second, *_rest = start_agenda(actor=an, dialogue=hall)
    press(clerk, hall, "start/")
    press(clerk, hall, "start/")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("done", "running")


def test_the_head_sees_the_desk_and_presses_what_is_his(head: Client, speaks: Turn, hall: Dialogue) -> None:
    page = look(head, hall)
    shown = {to.partition("desk/")[2].rpartition("/")[0].rpartition("/")[2] for to, _body in FORM.findall(page)}
    assert {"pause", "extend", "end", "outcome", "next", "adjourn"} <= shown
    assert not {"void", "words", "aside", "split", "pass"} & shown
    assert send(head, page, "pause/").status_code == 302


def test_others_do_not_see_the_desk(
    client_of: Callable[[Actor], Client], chi: Actor, hamlet_head: Actor, giang: Actor, party_clerk: Actor,
    hall: Dialogue,
) -> None:  # fmt: skip
    answers = [client_of(actor).get(desk_of(hall)).status_code for actor in (chi, hamlet_head, giang, party_clerk)]
    assert answers == [404, 404, 404, 404]


def test_a_page_opened_before_a_delegation_ended_is_of_no_use(
    clerk: Client, an: Actor, speaks: Turn, hall: Dialogue
) -> None:
    page = look(clerk, hall)
    yesterday = clock.today().replace(day=clock.today().day - 1)
    RoleGrant.objects.of(hall.locality).filter(user_id=an.user_id or 0).update(valid_to=yesterday)
    assert send(clerk, page, "pause/").status_code == 404
    speaks.refresh_from_db()
    assert speaks.state == "speaking"


def test_the_page_says_nothing_new_while_nothing_happened(clerk: Client, hall: Dialogue, asks: Asks) -> None:
    number = clerk.get(desk_of(hall)).headers["X-Journal"]
    assert clerk.get(desk_of(hall), {"seen": number}).status_code == 204
    asks()
    assert clerk.get(desk_of(hall), {"seen": number}).status_code == 200


def test_each_part_can_be_had_alone(an: Actor, speaks: Turn, hall: Dialogue) -> None:
    for name in PARTS:
        assert f'id="desk-{name}"' in fragment(name, an, hall)


def queries(client: Client, dialogue: Dialogue) -> int:
    with CaptureQueriesContext(connection) as captured:
        look(client, dialogue)
    return len(captured)


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_desk_runs_as_many_queries_however_full_the_hall(
    clerk: Client, an: Actor, speaks: Turn, hall: Dialogue, asks: Asks, hamlets: list[Hamlet], count: int
) -> None:
    start_agenda(actor=an, dialogue=hall)
    speaking.pass_over(actor=an, request=asks(person=Person(name="Hà Văn Mạnh")))
    identity = SpeakerRequest.objects.of(hall.locality).exclude(identity=None).get().identity
    SpeakerRequest._base_manager.bulk_create(
        SpeakerRequest(
            locality=hall.locality, dialogue=hall, number=100 + number, topic=f"Việc {number}", identity=identity,
            hamlet=hamlets[number % 2], state="waiting",
        )
        for number in range(count)
    )  # fmt: skip
    page = look(clerk, hall)
    assert f"Việc {count - 1}" in page
    assert queries(clerk, hall) == 24


def test_the_desk_asks_three_times_more_once_there_are_results(
    clerk: Client, an: Actor, speaks: Turn, hall: Dialogue
) -> None:
    press(clerk, hall, "outcome/", kind="answered", text=SHORT)
    with_result = queries(clerk, hall)
    turns = Turn.objects.of(hall.locality).select_related("request", "dialogue", "locality")
    speaking.end_turn(actor=an, turn=turns.get())
    assert (with_result, queries(clerk, hall)) == (27, 27)


def test_what_was_set_apart_elsewhere_is_not_told_at_the_desk(
    clerk: Client, an: Actor, speaks: Turn, hall: Dialogue, handed_in: Opinion
) -> None:
    set_apart(actor=an, dialogue=hall, opinion=handed_in, kind=MatterKind.DENUNCIATION)
    assert "Sửa đường" not in look(clerk, hall)
