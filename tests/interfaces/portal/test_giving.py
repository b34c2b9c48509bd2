"""Giving an opinion: one question a page, nothing stored before it is sent, the same form counts once."""

import io
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.db import clock
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from tests.foundation.attachments.files import photograph, picture
from tests.interfaces.portal.citizen import BEGIN, GIVE, LATER, PATH, WORDS, Citizen, answered, sent_at_leisure

pytestmark = pytest.mark.django_db


def photo(content: bytes | None = None) -> io.BytesIO:
    file = io.BytesIO(photograph() if content is None else content)
    file.name = "duong.jpg"
    return file


def stored() -> list[tuple[object, ...]]:
    rows = Opinion._base_manager.order_by("pk")
    return [(row.number, row.words, row.origin, str(row.hamlet or ""), row.reply_way, row.state) for row in rows]


def test_the_whole_way_page_by_page(hamlet: Hamlet) -> None:
    headings = []
    with clock.frozen(BEGIN):
        citizen = Citizen().begin()
        headings.append(citizen.heading)
        pages = [{}, {"hamlet": hamlet.public_id}, {"words": WORDS}, {"reply_way": "phone"}]
        pages += [{"name": "Nguyễn Văn Dũng", "phone": "0912 345 678"}, {"may_publish_name": "on"}]
        for step, answers in zip(PATH, pages, strict=False):
            citizen.go(step, **answers)
            headings.append(citizen.heading)
            assert citizen.status == 200
    assert headings == [
        "Gửi ý kiến", "Ông/bà ở đâu?", "Ông/bà muốn nói điều gì?", "Ông/bà muốn được trả lời bằng cách nào?",
        "Họ tên và cách liên hệ", "Có nêu tên ông/bà khi công khai không?", "Xem lại trước khi gửi",
    ]  # fmt: skip
    assert (Opinion._base_manager.count(), Identity._base_manager.count(), JournalEntry.objects.count()) == (0, 0, 0)
    with clock.frozen(LATER):
        citizen.send()
    assert stored() == [(1, WORDS, "portal", "Xóm Đồng Chanh", "phone", "received")]
    opinion = Opinion._base_manager.get()
    assert (opinion.may_publish_name, opinion.identity.open().name) == (True, "Nguyễn Văn Dũng")
    assert citizen.heading == "Đã nhận ý kiến. Xin cảm ơn ông/bà."
    assert citizen.code == receipt_of(opinion)
    assert "Số 1/2026" in citizen.text


def test_each_page_carries_every_answer_but_its_own(hamlet: Hamlet) -> None:
    given = answered(name="Dũng", phone="0912345678", address="Xóm Đồng Chanh", may_publish_name="on", sua="1")
    citizen = Citizen().begin()
    for step, own in {
        "noi-o": {"hamlet"}, "noi-dung": {"words"}, "tra-loi": {"reply_way"},
        "lien-he": {"name", "phone", "address"}, "cong-khai": {"may_publish_name"}, "xem-lai": {"sua"},
    }.items():  # fmt: skip
        citizen.go(step, **given)
        assert {name for name in given if name not in citizen.carried} == own
        assert all(given[name] in citizen.page for name in own - {"may_publish_name", "sua"})


def test_a_changed_answer_leads_back_to_the_last_page(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("noi-dung", **answered(), sua="1")
    assert f'action="{GIVE}xem-lai/"' in citizen.page
    citizen.go("xem-lai", words="Nước máy đục.")
    assert (citizen.heading, "Nước máy đục." in citizen.text) == ("Xem lại trước khi gửi", True)


def test_a_question_left_out_is_asked_before_going_on(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("tra-loi", hamlet=hamlet.public_id, words="")
    assert (citizen.status, citizen.heading) == (422, "Ông/bà muốn nói điều gì?")
    assert citizen.errors == ["Xin viết nội dung ý kiến bằng chữ."]
    assert f'action="{GIVE}tra-loi/"' in citizen.page


def test_who_adds_a_name_while_correcting_is_asked_about_publishing_it(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("cong-khai", **answered(reply_way="phone"))
    assert (citizen.status, citizen.heading) == (422, "Họ tên và cách liên hệ")
    assert f'action="{GIVE}cong-khai/"' in citizen.page


def test_after_name_and_contact_comes_what_may_be_published(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("lien-he", **answered())
    assert f'action="{GIVE}cong-khai/"' in citizen.page


def test_who_gives_no_name_is_not_asked_about_publishing_it(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("cong-khai", **answered())
    assert citizen.heading == "Xem lại trước khi gửi"
    assert "Công khai họ tên" not in citizen.text


@pytest.mark.parametrize(
    ("answers", "heading", "sentence"),
    [
        ({"reply_way": "phone"}, "Họ tên và cách liên hệ", "Để được gọi lại, xin ghi số điện thoại."),
        ({"reply_way": "writing"}, "Họ tên và cách liên hệ", "Để được gửi văn bản, xin ghi địa chỉ."),
        (
            {"phone": "0912"},
            "Họ tên và cách liên hệ",
            "Số điện thoại chưa đúng. Xin ghi một số, ví dụ 0912 345 678; hoặc để trống nếu không cần gọi lại.",
        ),
        (
            {"reply_way": "hamlet"},
            "Ông/bà muốn được trả lời bằng cách nào?",
            "Để được trả lời qua trưởng thôn, tổ trưởng, xin quay lại chọn nơi ở; hoặc chọn cách khác.",
        ),
        ({"hamlet": "o-dau-do"}, "Ông/bà ở đâu?", "Xin chọn một trong các mục dưới đây."),
    ],
    ids=["no phone", "no address", "short phone", "hamlet unnamed", "foreign hamlet"],
)
def test_what_is_missing_is_said_in_one_sentence(
    hamlet: Hamlet, answers: dict[str, str], heading: str, sentence: str
) -> None:
    citizen = sent_at_leisure(Citizen(), **answers)
    assert (citizen.status, citizen.heading, citizen.errors) == (422, heading, [sentence])
    assert stored() == []


def test_a_phone_without_a_name_is_enough_to_be_called(hamlet: Hamlet) -> None:
    sent_at_leisure(Citizen(), reply_way="phone", phone="0912 345 678")
    assert Opinion._base_manager.get().identity.open().phone == "0912 345 678"


def test_the_same_form_sent_twice_gives_the_same_receipt(hamlet: Hamlet) -> None:
    citizen = sent_at_leisure(Citizen(), file=photo())
    first = citizen.code
    with clock.frozen(LATER):
        citizen.send(file=photo())
    assert (citizen.status, citizen.code, len(stored()), Attachment._base_manager.count()) == (200, first, 1, 1)


def test_other_words_with_a_used_form_are_kept_and_offered_as_a_new_opinion(hamlet: Hamlet) -> None:
    citizen = sent_at_leisure(Citizen())
    with clock.frozen(LATER):
        citizen.send(words="Nước máy đục.")
        assert (citizen.status, citizen.heading, len(stored())) == (409, "Xem lại trước khi gửi", 1)
        assert "bấm gửi lần nữa để ghi thành mục mới" in citizen.text
        citizen.answers = citizen.carried
        citizen.send()
    assert [row[:2] for row in stored()] == [(1, WORDS), (2, "Nước máy đục.")]


def test_another_picture_with_a_used_form_is_no_silent_loss(hamlet: Hamlet) -> None:
    citizen = sent_at_leisure(Citizen(), file=photo())
    with clock.frozen(LATER):
        citizen.send(file=photo(picture("JPEG", size=(80, 60))))
    assert (citizen.status, len(stored()), Attachment._base_manager.count()) == (409, 1, 1)


def test_a_picture_is_locked_away_with_its_opinion(hamlet: Hamlet) -> None:
    sent_at_leisure(Citizen(), file=photo())
    kept = Attachment._base_manager.get()
    assert (kept.kind, kept.subject, kept.is_encrypted) == ("photo", Opinion._base_manager.get(), True)


@pytest.mark.parametrize("step", ["noi-o", "xem-lai", "gui"])
def test_a_page_in_the_middle_opened_from_outside_leads_to_the_beginning(
    client: Client, locality: Locality, step: str
) -> None:
    answer = client.get(f"{GIVE}{step}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, GIVE)
    assert client.post(f"{GIVE}khong-co/").status_code == 404


def test_browsers_keep_questions_to_themselves_and_receipts_not_at_all(hamlet: Hamlet) -> None:
    citizen = Citizen().begin().go("noi-dung", **answered())
    assert citizen.headers["Cache-Control"] == "private, no-cache"
    sent_at_leisure(citizen)
    assert "no-store" in citizen.headers["Cache-Control"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_the_same_whatever_there_is(
    locality: Locality, hamlet: Hamlet, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count - 1):
        Hamlet(locality=locality, kind=hamlet.kind, name=f"Số {number}", voters=10, state="current").save()
    citizen = Citizen().begin()
    with django_assert_num_queries(3):  # type: ignore[operator]
        citizen.go("noi-dung", hamlet=hamlet.public_id)
    assert citizen.status == 200


def test_the_day_counts_where_the_people_live(hamlet: Hamlet) -> None:
    sent_at_leisure(Citizen())
    assert Opinion._base_manager.get().received_on == date(2026, 3, 10)
