"""Photographs of paper, as the script sends them and as a plain form does."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import Sheet
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.keys import issue_key
from tests.interfaces.console.hamlet.conftest import PAGE, PHOTOS, Send, photo
from tests.interfaces.console.reading import words_of


def sheets(hamlet: Hamlet) -> list[Sheet]:
    return list(Sheet.objects.of(hamlet.locality).order_by("pk"))


def test_a_photograph_waits_for_the_clerk_with_all_that_is_known(
    send: Send, thu: Actor, hamlet: Hamlet, dated: Dialogue, frozen_today: date
) -> None:
    answer = send(photo(), origin="meeting")
    assert (answer.status_code, answer.json()) == (201, {"sent": 1})
    (sheet,) = sheets(hamlet)
    told = (sheet.hamlet, sheet.origin, sheet.received_on, sheet.entered_by_id, sheet.dialogue, sheet.body, sheet.state)
    assert told == (hamlet, "meeting", frozen_today, thu.user_id, dated, dated.body, "waiting")
    (picture,) = attachments_of(sheet)
    assert (picture.content_type, picture.is_encrypted) == ("image/jpeg", True)


def test_outside_any_dialogue_it_goes_to_the_peoples_committee(
    send: Send, hamlet: Hamlet, party: Body, committee: Body
) -> None:
    assert send(photo()).status_code == 201
    (sheet,) = sheets(hamlet)
    assert (sheet.dialogue, sheet.body) == (None, committee)


def test_sent_again_it_is_stored_once_and_another_one_beside_it(send: Send, hamlet: Hamlet) -> None:
    answers = [send(photo(shade)).json() for shade in (255, 255, 200, 255)]
    assert answers == [{"sent": 1}, {"sent": 1}, {"sent": 2}, {"sent": 2}]
    assert len(sheets(hamlet)) == 2


def test_sent_again_after_the_dialogue_was_called_it_is_still_stored_once(
    send: Send, hamlet: Hamlet, an: Actor, request: pytest.FixtureRequest
) -> None:
    assert send(photo()).status_code == 201
    request.getfixturevalue("dated")
    assert send(photo()).json() == {"sent": 1}
    (sheet,) = sheets(hamlet)
    assert sheet.dialogue is None


@pytest.mark.parametrize(("days", "kept"), [(0, 0), (-3, -3), (-60, -60), (-61, 0), (1, 0)])
def test_the_day_it_was_taken_counts_where_the_phones_clock_can_be_right(
    send: Send, hamlet: Hamlet, frozen_today: date, days: int, kept: int
) -> None:
    send(photo(), taken_on=str(frozen_today + timedelta(days)))
    (sheet,) = sheets(hamlet)
    assert sheet.received_on == frozen_today + timedelta(kept)


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        pytest.param(SimpleUploadedFile("a.pdf", b"%PDF-1.4"), "Ở đây không nhận tệp .pdf.", id="pdf"),
        pytest.param(SimpleUploadedFile("a.heic", b"\0\0\0\x18ftypheic" + b"\0" * 9), "Ảnh HEIC", id="heic"),
        pytest.param(SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\xe0"), "Ảnh bị hỏng", id="damaged"),
        pytest.param("", "Chưa nhận được ảnh.", id="nothing"),
    ],
)
def test_what_is_no_photograph_is_refused_in_one_sentence(
    send: Send, hamlet: Hamlet, upload: SimpleUploadedFile, sentence: str
) -> None:
    answer = send(upload)
    assert (answer.status_code, answer.json()["sentence"][: len(sentence)]) == (422, sentence)
    assert sheets(hamlet) == []


def test_a_key_of_somebody_else_is_asked_to_be_changed(send: Send, hamlet: Hamlet, an: Actor) -> None:
    assert send(photo(), key=issue_key(an, "hamlet.photos")).status_code == 410
    assert sheets(hamlet) == []


def test_a_plain_form_takes_several_and_tells_which_it_did_not(phone: Client, hamlet: Hamlet) -> None:
    key = phone.get(PAGE).context["form_key"]
    for _again in range(2):
        files = [photo(255), photo(200), SimpleUploadedFile("don.pdf", b"%PDF-1.4")]
        answer = phone.post(PAGE, {"form_key": key, "origin": "hamlet", "photos": files})
        (refused,) = answer.context["refused"]
        assert (answer.status_code, refused[:35]) == (422, "don.pdf: Ở đây không nhận tệp .pdf.")
        assert "Đã gửi 2 tờ." in words_of(answer)
        assert len(sheets(hamlet)) == 2
    answer = phone.post(PAGE, {"form_key": key, "origin": "hamlet", "photos": [photo(100)]})
    assert (answer.status_code, len(sheets(hamlet))) == (302, 3)
    assert phone.post(PAGE, {"form_key": key, "origin": "hamlet"}).context["refused"] == [
        "Chưa có ảnh nào. Xin chụp hoặc chọn ảnh rồi bấm Gửi."
    ]


def test_what_was_sent_is_counted_from_the_beginning_of_the_day(
    send: Send, thu: Actor, client_of: Callable[[Actor], Client]
) -> None:
    send(photo())
    counted = []
    for hours in (0, 14, 15):  # nine in the morning, eleven at night, midnight
        with clock.frozen(clock.now() + timedelta(hours=hours)):
            counted.append(client_of(thu).get(PAGE).context["sent"])
    assert counted == [1, 1, 0]


def test_only_who_leads_a_hamlet_has_the_page(
    clerk: Client, head: Client, officer: Client, stranger: Client, client_of: Callable[[Actor], Client]
) -> None:
    everybody = (clerk, head, officer, stranger)
    assert [client.get(PAGE).status_code for client in everybody] == [404] * 4
    assert [client.post(PHOTOS, {}).status_code for client in everybody] == [404] * 4
