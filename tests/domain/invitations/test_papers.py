"""Letters and lists: what they say, for whom, with one journalled read of names, and how long many letters take."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.documents.introduction_list import introduction
from nghedan.domain.invitations.documents.invitation import addressee, politeness
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_visible_to
from nghedan.domain.invitations.reply_codes import reply_code
from nghedan.domain.invitations.services.replying import accept_guest, decline_guest
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Body, Hamlet, Post
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.services import open_attachment
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.journal.models import JournalEntry
from nghedan.kernel.errors import Refused
from tests.domain.invitations import samples
from tests.domain.matters.documents.samples import COMMITTEE
from tests.support import pace

Adds = Callable[..., Guest]
LISTS = ("guest-list", "hand-delivery-list", "signing-list", "name-cards", "introduction-list")


def text_of(code: str, actor: Actor, public_id: str) -> str:
    kind = DOCUMENT_TYPES[code]
    return kind.render(kind.find(actor, public_id), "text").decode()


def reads() -> int:
    return JournalEntry._base_manager.filter(code="identity.read").count()


@pytest.fixture
def issued(
    an: Actor, binh: Actor, dialogue: Dialogue, chair: Post, guest_of: Adds, hamlets: list[Hamlet]
) -> OfficialPaper:
    """Two letters, issued under number 31."""
    guest_of("Hoàng Văn Dần", hamlet=hamlets[0])
    guest_of("", post_title="Bí thư Chi bộ", hamlet=hamlets[1], group=GuestGroup.HAMLETS)
    paper = draft_paper(actor=an, dialogue=dialogue, code="invitation")
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    return issue_paper(actor=an, paper=paper, number="31/GM-UBND", issued_on=clock.today())


def test_one_paper_holds_a_letter_for_everybody_and_keeps_no_name_in_the_open(an: Actor, issued: OfficialPaper) -> None:
    pdf = next(one for one in attachments_of(issued) if one.kind == "issued_pdf")
    assert (issued.frozen_text, issued.frozen_html, pdf.is_encrypted) == ("", "", True)
    assert open_attachment(actor=an, attachment=pdf).content.startswith(b"%PDF")
    text = text_of("invitation", an, issued.public_id)
    assert text.count("Số: 31/GM-UBND") == 2
    assert [line for line in text.splitlines() if line.startswith("Kính mời")] == [
        "Kính mời: Bí thư Chi bộ thôn Lân Hạ", "Kính mời: Ông/bà Hoàng Văn Dần, thôn Đá Bạc",
    ]  # fmt: skip


def test_letters_wait_for_hour_and_place_and_guests(an: Actor, dialogue: Dialogue) -> None:
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(starts_at=None, venue="")
    dialogue.refresh_from_db()
    paper = draft_paper(actor=an, dialogue=dialogue, code="invitation")
    with pytest.raises(Refused) as error:
        submit_paper(actor=an, paper=paper)
    missing = "Chưa có giờ bắt đầu. Chưa có địa điểm. Chưa có đại biểu nào trong danh sách mời."
    assert error.value.params == {"missing": missing}


def test_one_letter_alone_has_the_number_issued_and_the_link(
    an: Actor, issued: OfficialPaper, guest_of: Adds, settings: object
) -> None:
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"  # type: ignore[attr-defined]
    late = guest_of("Lý Thị Liên")
    before = reads()
    text = text_of("invitation-letter", an, late.public_id)
    assert "Số: 31/GM-UBND" in text
    assert "Kính mời: Ông/bà Lý Thị Liên" in text
    assert f"Mã trả lời: {reply_code(late.public_id)}" in text
    assert f"https://nghedan.example.vn/suoi-lanh/giay-moi/{late.public_id}/" in text
    assert reads() == before + 1


def test_without_an_address_no_link_is_printed(an: Actor, guest_of: Adds, settings: object) -> None:
    settings.NGHEDAN_PUBLIC_URL = ""  # type: ignore[attr-defined]
    assert "Mã trả lời" not in text_of("invitation-letter", an, guest_of().public_id)


def test_the_party_says_comrade(an: Actor, party: Body, dialogue: Dialogue, guest_of: Adds, chair: Post) -> None:
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(body=party)
    officer = guest_of("", officer=chair.officer, post_title="Chủ tịch UBND xã", group=GuestGroup.COMMITTEE)
    text = text_of("invitation-letter", an, guests_visible_to(an).get(pk=officer.pk).public_id)
    assert "Kính mời: Đồng chí Trần Văn Bình, Chủ tịch UBND xã" in text
    assert "Rất mong đồng chí dự đầy đủ, đúng giờ. Trân trọng kính mời." in text


@pytest.mark.parametrize("code", LISTS)
def test_a_list_is_one_read_and_for_who_may_read_names_alone(
    code: str, an: Actor, binh: Actor, hamlet_head: Actor, observer: Actor, giang: Actor, dialogue: Dialogue,
    guest_of: Adds, hamlets: list[Hamlet],
) -> None:  # fmt: skip
    for name in ("Một", "Hai", "Ba"):
        guest = guest_of(name, hamlet=hamlets[0], post_title="Phó Chủ tịch", group=GuestGroup.FRONT)
        accept_guest(actor=an, guest=guest)
    for actor in (an, binh):
        before = reads()
        text = text_of(code, actor, dialogue.public_id)
        assert [name.lower() in text.lower() for name in ("Một", "Hai", "Ba")] == [True, True, True]
        assert reads() == before + 1
    for actor in (hamlet_head, observer, giang):
        with pytest.raises(Dialogue.DoesNotExist):
            DOCUMENT_TYPES[code].find(actor, dialogue.public_id)


def test_the_introduction_names_who_comes_in_the_order_of_protocol(
    an: Actor, dialogue: Dialogue, guest_of: Adds, chair: Post, hamlets: list[Hamlet]
) -> None:
    people = [guest_of(f"Người {number}", hamlet=hamlets[0]) for number in range(3)]
    head = guest_of("", officer=chair.officer, post_title="Chủ tịch UBND xã", group=GuestGroup.COMMITTEE)
    for guest in (*people[:2], head):
        accept_guest(actor=an, guest=guest)
    decline_guest(actor=an, guest=people[2])
    lines = text_of("introduction-list", an, dialogue.public_id).split("\n\n")
    assert lines[3:] == [
        "1. Lãnh đạo UBND (01 đại biểu)", "- Đồng chí Trần Văn Bình – Chủ tịch UBND xã.",
        "2. Đại biểu Nhân dân (02 đại biểu)", "- Thôn Đá Bạc: 02 đại biểu.\n",
    ]  # fmt: skip
    assert [entry.called for entry in introduction(an, reversed([people[0], head]))] == ["Trần Văn Bình", "Người 0"]


@pytest.mark.parametrize("kind", ["docx", "pdf", "text"])
def test_a_hundred_and_fifty_letters_take_less_than_five_seconds(kind: str) -> None:
    letters = samples.many_letters(150)
    assert pace.processor_seconds(lambda: render(letters, by_code("nd30-2020"), kind), times=1) < pace.within(5.0)


def test_letters_to_a_hundred_and_fifty_are_issued_within_five_seconds(
    an: Actor, binh: Actor, dialogue: Dialogue, chair: Post, guest_of: Adds, hamlets: list[Hamlet], settings: Any
) -> None:
    """Word, PDF and text together, drawn and kept from the same facts, each letter with the link of its guest."""
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"
    for number in range(150):
        guest_of(f"Người {number}", hamlet=hamlets[0])
    paper = draft_paper(actor=an, dialogue=dialogue, code="invitation")
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    spent = pace.processor_seconds(
        lambda: issue_paper(actor=an, paper=paper, number="31/GM-UBND", issued_on=clock.today()), times=1
    )
    assert spent < pace.within(5.0)


def test_a_post_alone_is_addressed_as_one_says_it() -> None:
    secretary, front = samples.ENTRIES[4], samples.ENTRIES[2]
    told = [(politeness(COMMITTEE, one), addressee(politeness(COMMITTEE, one), one)) for one in (secretary, front)]
    assert told == [
        ("quý đại biểu", "Bí thư Chi bộ thôn Suối Mơ"), ("quý đại biểu", "Ban Thường trực Ủy ban MTTQ xã"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "organisation", "about"),
    [
        ("Bí thư Đảng ủy", "Đảng ủy xã Yên Hòa", "Bí thư Đảng ủy xã Yên Hòa"),
        ("Phóng viên", "Trung tâm Truyền thông", "Phóng viên, Trung tâm Truyền thông"),
        ("", "Hội Nông dân", "Hội Nông dân"),
        ("Chủ tịch Hội Nông dân", "Hội Nông dân", "Chủ tịch Hội Nông dân"),
    ],
)
def test_post_and_organisation_say_nothing_twice(title: str, organisation: str, about: str) -> None:
    assert replace(samples.ENTRIES[1], title=title, organisation=organisation).about == about
