"""Looking up by code: the story in plain words, own words to who knows the digits, of what is restricted nothing."""

import logging
from datetime import date, datetime

import pytest
from django.test import Client

from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.services.raising import MatterDraft, finish_classifying, raise_matter
from nghedan.domain.matters.services.restricting import restrict
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion, Slip
from nghedan.domain.opinions.receipts import receipt_code
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.services.paper import print_slips
from nghedan.domain.opinions.services.receiving import (
    OpinionDraft,
    discard,
    receipt_of,
    receive_opinion,
    submit_opinion,
)
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.logs import scrubbed
from tests.interfaces.portal.citizen import BEGIN, WORDS, Citizen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_today")]

LOOK_UP = "/suoi-lanh/tra-cuu/"
RECEIVED = "Đã ghi vào sổ ngày 10/3/2026, số 1/2026 (phiếu ý kiến)."
THAT_WAY = "Câu trả lời sẽ đến theo cách đã chọn khi gửi."
MISTAKEN = "Ý kiến này trong sổ đã được đánh dấu là ghi nhầm. Nếu đúng là ý kiến của ông/bà, xin liên hệ Văn phòng."
NEUTRAL = "Ý kiến đã được tiếp nhận và chuyển theo quy định."
PHONE = Person(name="Nguyễn Văn Dũng", phone="+84 912 345 678")


@pytest.fixture
def opinion(an: Actor, committee: Body) -> Opinion:
    return receive_opinion(actor=an, body=committee, draft=OpinionDraft(words=WORDS, origin=Origin.SLIP))


@pytest.fixture
def with_phone(an: Actor, committee: Body) -> Opinion:
    return receive_opinion(actor=an, body=committee, draft=OpinionDraft(words=WORDS, origin=Origin.SLIP, person=PHONE))


def asked(code: str, address: str = LOOK_UP) -> Citizen:
    citizen = Citizen()
    citizen.look(citizen.client.get(address, {"ma": code}))
    return citizen


def with_digits(code: str, digits: str) -> Citizen:
    citizen = Citizen()
    citizen.look(citizen.client.post(LOOK_UP, {"ma": code, "digits": digits}))
    return citizen


def story(citizen: Citizen) -> str:
    """What stands between the code and the next part of the page."""
    told = citizen.text.partition(citizen.code)[2]
    for following in ("Nội dung đã gửi", "Xem lại nội dung", "Gửi ý kiến khác"):
        told = told.partition(following)[0]
    return told.strip()


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"], ids=["as printed", "spaces", "line"])
@pytest.mark.parametrize("written", [str.lower, str.upper], ids=["small", "capitals"])
@pytest.mark.parametrize("gap", ["-", " ", "", "–"], ids=["hyphens", "blanks", "none", "dashes"])
def test_a_code_is_found_however_it_is_typed(opinion: Opinion, typed: str, written: object, gap: str) -> None:
    code = written(receipt_of(opinion)).replace("-", gap)  # type: ignore[operator]
    citizen = asked(typed.format(code))
    assert (citizen.status, citizen.heading, citizen.code) == (200, "Ý kiến số 1/2026", receipt_of(opinion))


@pytest.mark.parametrize("code", ["abc", "k3f7-9qzt-mn2pw", "\x00", "đ" * 13, "'--", "x" * 10_000], ids=repr)
def test_an_unknown_code_is_told_in_one_sentence(opinion: Opinion, code: str) -> None:
    citizen = asked(code)
    assert (citizen.status, citizen.heading, len(citizen.errors)) == (422, "Tra cứu ý kiến", 1)


def test_another_localitys_code_is_unknown_here(opinion: Opinion, giang: Actor) -> None:
    assert asked(receipt_of(opinion), "/go-nang/tra-cuu/").status == 422


def test_the_story_from_sorting_to_the_answer(an: Actor, economy: Unit, opinion: Opinion) -> None:
    told = [story(asked(receipt_of(opinion)))]
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title="Sửa đường"))
    finish_classifying(actor=an, opinion=opinion)
    told.append(story(asked(receipt_of(opinion))))
    assign_matter(actor=an, matter=matter, unit=economy, due_on=date(2026, 3, 20))
    told.append(story(asked(receipt_of(opinion))))
    assert told == [
        f"{RECEIVED} Đang phân loại: Văn phòng xem ý kiến nói về việc gì, đơn vị nào trả lời.",
        f"{RECEIVED} Đang chọn đơn vị trả lời. {THAT_WAY}",
        f"{RECEIVED} Đang chuẩn bị trả lời: Phòng Kinh tế, hạn 20/3/2026. {THAT_WAY}",
    ]


def test_a_complaint_goes_its_own_way(an: Actor, opinion: Opinion) -> None:
    register_petition(actor=an, opinion=opinion, kind=MatterKind.COMPLAINT)
    assert story(asked(receipt_of(opinion))) == (
        f"{RECEIVED} Đây là khiếu nại nên không trả lời tại hội nghị đối thoại, "
        "mà được hướng dẫn, chuyển giải quyết theo quy định về khiếu nại."
    )


def test_of_what_is_restricted_nothing_is_said(an: Actor, binh: Actor, with_phone: Opinion) -> None:
    code = receipt_of(with_phone)
    restrict(actor=an, opinion=with_phone)
    citizen = asked(code)
    assert (citizen.status, citizen.heading, story(citizen)) == (200, "Ý kiến đến đâu rồi", NEUTRAL)
    assert [word for word in (WORDS, "1/2026", "10/3/2026", "Bốn số cuối") if word in citizen.page] == []
    opened = with_digits(code, "5678")
    assert (opened.status, story(opened), WORDS in opened.page) == (200, NEUTRAL, False)


def test_a_denunciation_is_restricted_here_too(an: Actor, opinion: Opinion) -> None:
    register_petition(actor=an, opinion=opinion, kind=MatterKind.DENUNCIATION)
    assert story(asked(receipt_of(opinion))) == NEUTRAL


def test_what_is_held_discarded_or_void_says_so(dung: Actor, an: Actor, committee: Body, opinion: Opinion) -> None:
    draft = OpinionDraft(words=WORDS, origin=Origin.PORTAL)
    held = submit_opinion(actor=dung, body=committee, draft=draft, key="", is_suspect=True)
    told = [story(asked(receipt_of(held)))]
    discard(actor=an, opinion=held)
    told.append(story(asked(receipt_of(held)))[:50])
    void_opinion(actor=an, opinion=opinion, reason="Nhập hai lần")
    code = receipt_of(opinion)
    told.append(story(asked(code)))
    assert told == [
        "Đã nhận ngày 10/3/2026. Cán bộ xem xong thì ý kiến có số.",
        "Ý kiến mang mã này không ghi vào sổ vì trông giống",
        f"{RECEIVED} {MISTAKEN}",
    ]


def test_own_words_are_shown_at_once_where_no_number_was_given(opinion: Opinion) -> None:
    assert WORDS in asked(receipt_of(opinion)).text


@pytest.mark.parametrize(
    ("digits", "opens"),
    [("5678", True), (" 56 78 ", True), ("0912345678", True), ("5679", False), ("", False)],
    ids=["right", "spaces", "whole number", "wrong", "none"],
)
def test_own_words_need_the_last_digits_where_a_number_was_given(
    with_phone: Opinion, digits: str, *, opens: bool
) -> None:
    closed, opened = asked(receipt_of(with_phone)), with_digits(receipt_of(with_phone), digits)
    assert (WORDS in closed.text, WORDS in opened.text) == (False, opens)
    assert (opened.status, len(opened.errors)) == ((200, 0) if opens else (422, 1))


def test_wrong_digits_slow_down_this_receipt_alone(an: Actor, committee: Body, with_phone: Opinion) -> None:
    code = receipt_of(with_phone)
    wrong = [with_digits(code, f"000{number}").errors[0][:12] for number in range(6)]
    assert wrong == ["Bốn số cuối "] * 5 + ["Đã thử sai n"]
    assert WORDS not in with_digits(code, "5678").text
    draft = OpinionDraft(words="Khác", origin=Origin.SLIP, person=PHONE)
    other = receive_opinion(actor=an, body=committee, draft=draft)
    assert "Khác" in with_digits(receipt_of(other), "5678").text
    with clock.frozen(datetime(2026, 3, 10, 10, 0, tzinfo=clock.LOCAL_ZONE)):
        assert WORDS in with_digits(code, "5678").text


def test_right_digits_begin_the_count_anew(with_phone: Opinion) -> None:
    code = receipt_of(with_phone)
    assert [with_digits(code, "5678").status for _time in range(8)] == [200] * 8


def test_opening_a_name_to_compare_leaves_an_entry_without_the_number(with_phone: Opinion) -> None:
    with_digits(receipt_of(with_phone), "5678")
    (entry,) = JournalEntry.objects.filter(code="identity.read")
    assert "5678" not in str(vars(entry))


def test_a_slip_says_whether_it_came_back(an: Actor, committee: Body, locality: Locality) -> None:
    print_slips(actor=an, body=committee, dialogue=None, hamlet=None, count=2)
    first, second = Slip.objects.of(locality)
    code = receipt_code(first.public_id)
    told = [story(asked(code))[:20], asked("", f"/suoi-lanh/p/{first.public_id}/").text[:60]]
    draft = OpinionDraft(words=WORDS, origin=Origin.SLIP, slip=first)
    receive_opinion(actor=an, body=committee, draft=draft)
    told += [story(asked(code))[: len(RECEIVED)], asked("", f"/suoi-lanh/p/{first.public_id}/").text[:45]]
    assert told == [
        "Phiếu số P1: chưa nộ", "Phiếu số P1 Phiếu số P1: chưa nộp. Xin nộp cho trưởng thôn, tổ trư"[:60],
        RECEIVED, "Phiếu số P1 Phiếu số P1: đã nộp. Số phiếu chỉ"[:45],
    ]  # fmt: skip
    assert second.state == "printed"


@pytest.mark.parametrize("slip_id", ["abcdefghjkmn", "x"])
def test_an_unknown_slip_has_no_page(client: Client, locality: Locality, slip_id: str) -> None:
    assert client.get(f"/suoi-lanh/p/{slip_id}/").status_code == 404


def test_pages_with_a_code_are_kept_by_nobody_and_their_address_told_to_nobody(opinion: Opinion) -> None:
    code = receipt_of(opinion)
    for address in (LOOK_UP, f"{LOOK_UP}giay-hen.png"):
        headers = asked(code, address).headers if address == LOOK_UP else Client().get(address, {"ma": code}).headers
        assert ("no-store" in headers["Cache-Control"], headers["Referrer-Policy"]) == (True, "strict-origin")


def test_a_receipt_as_a_picture(opinion: Opinion, client: Client) -> None:
    answer = client.get(f"{LOOK_UP}giay-hen.png", {"ma": receipt_of(opinion)})
    assert (answer.headers["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert client.get(f"{LOOK_UP}giay-hen.png", {"ma": "k3f7-9qzt-mn2pw"}).status_code == 404


def test_no_code_reaches_the_log(opinion: Opinion, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    code = receipt_of(opinion)
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        client.get("/suoi-lanh/khong-co/", {"ma": code})
        client.get(LOOK_UP, {"ma": code})
    assert code not in caplog.text
    assert scrubbed(f"Not Found: {LOOK_UP}?ma={code}") == f"Not Found: {LOOK_UP}?…"
    assert scrubbed(f"mã {code.upper()} không có") == "mã <code> không có"


@pytest.mark.parametrize("matters", [1, 3])
def test_a_story_costs_the_same_however_long(
    an: Actor, economy: Unit, opinion: Opinion, matters: int, django_assert_num_queries: object
) -> None:
    for number in range(matters):
        matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title=f"Việc {number}"))
        assign_matter(actor=an, matter=matter, unit=economy, due_on=date(2026, 3, 20))
    finish_classifying(actor=an, opinion=opinion)
    code = receipt_of(opinion)
    with django_assert_num_queries(4):  # type: ignore[operator]
        asked(code)
    assert BEGIN.date() == date(2026, 3, 10)
