"""What is told at the gate: the coming dialogue, and what became of what was handed in."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.services.keying import Keyed, key_sheet
from nghedan.domain.opinions.services.paper import set_sheet_aside
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.hamlet.conftest import OPINION, PAGE, PROGRESS, Send, photo
from tests.interfaces.console.reading import form_key, words_of


@pytest.fixture
def keyed(send: Send, an: Actor, hamlet: Hamlet) -> Callable[[str], Opinion]:
    """Return a function that hands a sheet in on the phone and keys it in at the office."""

    def hand_in(words: str) -> Opinion:
        send(photo(Sheet.objects.of(hamlet.locality).count()))
        sheet = Sheet.objects.of(hamlet.locality).latest("pk")
        return key_sheet(actor=an, sheet=sheet, keyed=Keyed(words, hamlet=hamlet))

    return hand_in


def lines(phone: Client) -> list[tuple[str, str, str, list[str]]]:
    rows = phone.get(PROGRESS).context["rows"]
    return [(row.number, row.words, row.tag.text if row.tag else "", list(row.steps)) for row in rows]


def test_the_page_is_called_after_the_kind(phone: Client) -> None:
    page = words_of(phone.get(PAGE))
    assert "Tổ dân phố Đá Bạc của tôi" in page
    assert "Việc của tổ dân phố đã đến đâu" in page
    assert "Biên bản họp tổ dân phố" in page


def test_the_coming_dialogue_is_told_in_words_to_read_out(phone: Client, dated: Dialogue) -> None:
    told = phone.get(PAGE).context["coming"]
    assert (told.when, told.where, told.until) == ("Thứ Tư 16/9/2026, 7\xa0giờ\xa030", "Nhà văn hóa xã", "Thứ Sáu 04/9/2026")  # fmt: skip  # noqa: E501
    assert told.text.splitlines() == [
        "Kính báo bà con tổ dân phố Đá Bạc:",
        "Ủy ban nhân dân xã Suối Lành mời bà con dự hội nghị đối thoại.",
        f"Nội dung: {dated.theme}.",
        "Thời gian: Thứ Tư 16/9/2026, 7\xa0giờ\xa030.",
        "Địa điểm: Nhà văn hóa xã.",
        "Ai cũng được dự và được nói.",
        "Bà con có ý kiến xin gửi tổ trưởng tổ dân phố trước hết ngày 04/9/2026.",
    ]


@pytest.mark.parametrize("openness", ["internal", "invitation"])
def test_what_is_not_for_everybody_is_not_told(phone: Client, dated: Dialogue, openness: str) -> None:
    Dialogue.objects.of(dated.locality).update(openness=openness)
    assert phone.get(PAGE).context["coming"] is None


def test_a_dialogue_of_other_hamlets_is_not_told(phone: Client, dated: Dialogue, locality: Locality) -> None:
    other = Hamlet(locality=locality, kind="thon", name="Nà Lốc", state="current")
    other.save()
    dated.hamlets.add(other)
    assert phone.get(PAGE).context["coming"] is None


def test_sheets_that_wait_or_are_set_aside_are_told_by_day(
    send: Send, phone: Client, an: Actor, hamlet: Hamlet
) -> None:
    for shade, origin in ((0, "hamlet"), (1, "hamlet"), (2, "meeting"), (3, "meeting")):
        send(photo(shade), origin=origin)
    set_sheet_aside(actor=an, sheet=Sheet.objects.of(hamlet.locality).latest("pk"), reason="Ảnh mờ, xin chụp lại")
    page = phone.get(PROGRESS)
    assert page.context["waiting"] == [
        "2 tờ phiếu gửi ngày 10/3/2026: văn phòng chưa ghi vào sổ.",
        "1 tờ biên bản họp gửi ngày 10/3/2026: văn phòng chưa ghi vào sổ.",
    ]
    assert page.context["aside"] == ["Một tờ gửi ngày 10/3/2026 không ghi vào sổ: Ảnh mờ, xin chụp lại"]


def test_what_became_of_it_is_told_with_unit_and_day(
    phone: Client, keyed: Callable[[str], Opinion], an: Actor, economy: Unit
) -> None:
    opinion = keyed("Cầu treo mục ván")
    assert lines(phone) == [("1/2026", "Cầu treo mục ván", "Văn phòng đã nhận", [])]
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title="Sửa cầu treo"))
    assign_matter(actor=an, matter=matter, unit=economy, due_on=date(2026, 3, 20))
    assert [row[3] for row in lines(phone)] == [["Phòng Kinh tế đang chuẩn bị trả lời. Hạn: 20/3/2026."]]


def test_what_was_moved_away_is_a_neutral_line(
    phone: Client, keyed: Callable[[str], Opinion], an: Actor, locality: Locality
) -> None:
    restrict_opinion(actor=an, opinion=keyed("Ông ấy nhận tiền"))
    mark_conduct(actor=an, opinion=keyed("Cán bộ nói năng khó nghe"))
    assert lines(phone) == [("2/2026", "", "", []), ("1/2026", "", "", [])]
    page = words_of(phone.get(PROGRESS))
    assert "Số 1/2026 – đã chuyển theo quy định" in page
    assert ("nhận tiền" in page, "khó nghe" in page) == (False, False)


def test_nothing_of_others_is_shown(phone: Client, an: Actor, committee: Body, hamlet: Hamlet) -> None:
    Opinion(
        locality=hamlet.locality, body=committee, hamlet=hamlet, year=2026, number=9, origin="phone",
        words="Của người khác", received_on=date(2026, 3, 9), receipt_digest="x", state="received",
    ).save()  # fmt: skip
    assert lines(phone) == []


def test_an_opinion_may_be_typed_instead(phone: Client, thu: Actor, hamlet: Hamlet, dated: Dialogue) -> None:
    typed = {"form_key": form_key(phone, OPINION), "words": "Nước mương cạn", "name": "Bà Mận"}
    assert [phone.post(OPINION, typed).status_code for _again in range(2)] == [302, 302]
    opinion = Opinion.objects.of(hamlet.locality).get()
    told = (opinion.words, opinion.hamlet, opinion.origin, opinion.entered_by_id, opinion.reply_way, opinion.dialogue)
    assert told == ("Nước mương cạn", hamlet, "hamlet", thu.user_id, "hamlet", dated)
    assert opinion.identity is not None
    assert "Mận" not in words_of(phone.get(PROGRESS))
    assert phone.get(PAGE).context["sent"] == 1
    empty = phone.post(OPINION, {**typed, "words": ""})
    assert (empty.status_code, "Xin ghi lời bà con nói." in words_of(empty)) == (422, True)


@pytest.mark.parametrize("count", [1, 3, 21])
def test_the_number_of_queries_does_not_grow(
    phone: Client, thu: Actor, committee: Body, hamlet: Hamlet, dated: Dialogue, count: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    Opinion.objects.of(hamlet.locality).bulk_create(
        Opinion(
            locality=hamlet.locality, body=committee, hamlet=hamlet, year=2026, number=number, origin="hamlet",
            words="Nước mương cạn", received_on=date(2026, 3, 9), receipt_digest=str(number), state="received",
            entered_by_id=thu.user_id,
        ) for number in range(1, count + 1)
    )  # fmt: skip
    for address, budget in ((PAGE, 12), (PROGRESS, 10)):
        phone.get(address)
        with django_assert_num_queries(budget):
            assert phone.get(address).status_code == 200
    page = phone.get(PROGRESS)
    shown = (len(page.context["rows"]), page.context["following"])
    assert shown == ((20, "?after=2026.2") if count == 21 else (count, ""))
    assert [row.number for row in phone.get(f"{PROGRESS}?after=2026.2").context["rows"]] == ["1/2026"]


@pytest.mark.parametrize("place", ["x", "2026", "2026.x", ".", "9" * 30 + ".1"])
def test_nonsense_in_the_address_begins_at_the_top(phone: Client, place: str) -> None:
    assert phone.get(f"{PROGRESS}?after={place}").status_code == 200
