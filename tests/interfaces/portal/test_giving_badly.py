"""What people and programs send that is no opinion: one clear sentence, the text kept, nothing stored by halves."""

import io
import unicodedata

import pytest

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body
from nghedan.foundation.attachments import store
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.db import clock
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.journal.models import JournalEntry
from tests.foundation.attachments.files import picture, pixel_bomb
from tests.interfaces.portal.citizen import BEGIN, LATER, WORDS, Citizen, answered, sent_at_leisure

pytestmark = pytest.mark.django_db

NO_WORDS = "Xin viết nội dung ý kiến bằng chữ."
LONG = "Đường vào xóm hỏng, mưa không đi được, xin sửa sớm. " * 16_000


def everything_stored() -> list[int]:
    return [table._base_manager.count() for table in (Opinion, Identity, Attachment, JournalEntry)]


def upload(content: bytes, name: str = "anh.jpg") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


@pytest.mark.parametrize("words", ["", "   \n\t", "👍🙏😡", "\x00\x00", "\u202e\u2066", "…!?"], ids=repr)
def test_what_holds_no_word_is_asked_for_again(committee: Body, words: str) -> None:
    citizen = sent_at_leisure(Citizen(), words=words)
    assert (citizen.status, citizen.heading, citizen.errors) == (422, "Ông/bà muốn nói điều gì?", [NO_WORDS])
    assert everything_stored() == [0, 0, 0, 0]


def test_a_megabyte_of_words_is_too_long_and_stays_in_the_field(committee: Body) -> None:
    assert len(LONG.encode()) > 1_000_000
    citizen = sent_at_leisure(Citizen(), words=LONG)
    (sentence,) = citizen.errors
    assert (citizen.status, sentence.startswith("Nội dung dài")) == (422, True)
    assert LONG.strip() in citizen.page
    assert everything_stored() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Đường\x00 hỏng", "Đường hỏng"),
        ("Đường \u202ehỏng\u202c", "Đường hỏng"),
        (unicodedata.normalize("NFD", WORDS), WORDS),
        ("Đường hỏng\r\nxóm trên\r\n\r\n\r\n\r\nxóm dưới", "Đường hỏng\nxóm trên\n\nxóm dưới"),
        ("<b>Đường</b> & 'hỏng' {{ x }}", "<b>Đường</b> & 'hỏng' {{ x }}"),
        ("👍 Cảm ơn 🙏", "👍 Cảm ơn 🙏"),
    ],
    ids=["NUL", "bidi", "NFD", "lines", "markup", "emoji among words"],
)
def test_what_nobody_sees_goes_and_every_word_stays(committee: Body, sent: str, kept: str) -> None:
    citizen = sent_at_leisure(Citizen(), words=sent)
    assert (citizen.status, [row.words for row in Opinion._base_manager.all()]) == (200, [kept])


@pytest.mark.parametrize("key", ["", "x", "x.y", "é.ü", "0" * 500], ids=["none", "no dot", "wrong", "marks", "long"])
def test_a_broken_key_is_told_and_replaced(committee: Body, key: str) -> None:
    citizen = sent_at_leisure(Citizen(), form_key=key)
    assert (citizen.status, citizen.heading) == (422, "Xem lại trước khi gửi")
    assert "Trang đã cũ hoặc thuộc tài khoản khác. Nội dung vừa nhập vẫn được giữ; xin gửi lại." in citizen.text
    assert (WORDS in citizen.text, everything_stored()) == (True, [0, 0, 0, 0])
    citizen.answers = citizen.carried
    with clock.frozen(LATER.replace(minute=3)):
        assert citizen.send().status == 200
    assert [(row.words, row.state) for row in Opinion._base_manager.all()] == [(WORDS, "received")]


@pytest.mark.parametrize("field", ["hamlet", "reply_way", "words"])
@pytest.mark.parametrize("value", [None, "\x00", "' OR 1=1 --", "x" * 5_000], ids=["gone", "NUL", "quotes", "long"])
def test_a_broken_answer_is_asked_again_or_kept(committee: Body, field: str, value: str | None) -> None:
    citizen = Citizen()
    with clock.frozen(BEGIN):
        citizen.begin()
    answers = answered() | {field: value}
    with clock.frozen(LATER):
        citizen.send(**{name: given for name, given in answers.items() if given is not None})
    is_taken = field == "words" and value not in (None, "\x00")
    assert (citizen.status, len(citizen.errors)) == ((200, 0) if is_taken else (422, 1))
    assert everything_stored()[0] == is_taken


def test_a_name_too_long_is_told_and_kept(committee: Body) -> None:
    citizen = sent_at_leisure(Citizen(), name="Ng" * 100)
    assert (citizen.status, citizen.heading, len(citizen.errors)) == (422, "Họ tên và cách liên hệ", 1)
    assert ("Ng" * 100 in citizen.page, everything_stored()) == (True, [0, 0, 0, 0])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Tệp không có nội dung."),
        (b"khong phai anh", "Ở đây không nhận tệp .txt."),
        (b"\xff\xd8\xff" + bytes(100), "Ảnh bị hỏng, không mở được."),
        (picture()[:40], "Ảnh bị hỏng, không mở được."),
        (pixel_bomb(), "Ảnh có quá 40 triệu điểm ảnh."),
        (picture(size=(9_000, 9_000), mode="1"), "Ảnh có quá 40 triệu điểm ảnh."),
        (b"%PDF-1.7\n" + bytes(100), "Ở đây không nhận tệp .pdf."),
    ],
    ids=["empty", "text", "damaged", "cut off", "bomb", "black bomb", "paper"],
)
def test_a_picture_that_is_none_keeps_everything_typed(committee: Body, content: bytes, sentence: str) -> None:
    citizen = sent_at_leisure(Citizen(), name="Dũng", file=upload(content))
    (said,) = citizen.errors
    assert (citizen.status, said.startswith(sentence), said.endswith(".")) == (422, True, True)
    assert "Chưa gửi. Mọi điều đã ghi vẫn còn nguyên ở dưới. Ảnh cần được chọn lại" in citizen.text
    assert (WORDS in citizen.text, "Dũng" in citizen.text) == (True, True)
    assert everything_stored() == [0, 0, 0, 0]
    assert list(store.root().rglob("*.part")) == []
    citizen.answers = citizen.carried
    with clock.frozen(LATER):
        assert citizen.send().status == 200
    assert everything_stored()[:3] == [1, 1, 0]


def test_a_hundred_megabytes_are_refused_by_size_alone(committee: Body) -> None:
    citizen = sent_at_leisure(Citizen(), file=upload(b"\xff\xd8\xff" + bytes(100 * 2**20)))
    (said,) = citizen.errors
    assert (citizen.status, said.startswith("Tệp quá lớn: tối đa")) == (422, True)
    assert (WORDS in citizen.text, everything_stored()) == (True, [0, 0, 0, 0])


def test_a_locality_without_bodies_says_where_to_go_instead(locality: object) -> None:
    citizen = sent_at_leisure(Citizen())
    assert (citizen.status, "Xin gửi qua trưởng thôn, tổ trưởng hoặc Văn phòng." in citizen.text) == (409, True)
    assert (WORDS in citizen.text, everything_stored()) == (True, [0, 0, 0, 0])
