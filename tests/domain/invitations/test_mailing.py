"""Invitations by e-mail: to whom, what they say, once, with the letter; and whom one brings it to by hand."""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pypdf
import pytest
from django.core import mail

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.mailing import KIND, mail_letters, obstacle, recipients_of, stop_letters, to_be_brought
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.reply_codes import reply_code
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest, edit_guest, remove_guest
from nghedan.domain.invitations.services.replying import decline_guest
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet, Post
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import PERMISSIONS
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.mail import sending
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.queries import latest_about
from nghedan.foundation.outbox import worker
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support.smtp import mail_server

Mailed = Callable[..., Guest]
MO = "mo@vidu.example"


@pytest.fixture
def post_office(settings: Any) -> None:
    """An installation that sends, and has an address of its own."""
    settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"


@pytest.fixture
def mailed(an: Actor, dialogue: Dialogue) -> Mailed:
    """Return a function by which An puts somebody with an address on the list."""

    def add(name: str = "Lò Thị Mơ", contact: str = MO, **draft: object) -> Guest:
        person = Person(name=name, contact=contact)
        return add_guest(actor=an, dialogue=dialogue, draft=GuestDraft(person=person, **draft))  # type: ignore[arg-type]

    return add


@pytest.fixture
def mo(mailed: Mailed, hamlets: list[Hamlet]) -> Guest:
    return mailed(hamlet=hamlets[0])


@pytest.fixture
def issued(an: Actor, binh: Actor, dialogue: Dialogue, chair: Post, mo: Guest, post_office: None) -> OfficialPaper:
    """The letters, issued under number 31."""
    return issue(an, binh, dialogue)


def issue(an: Actor, binh: Actor, dialogue: Dialogue) -> OfficialPaper:
    paper = draft_paper(actor=an, dialogue=dialogue, code="invitation")
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    return issue_paper(actor=an, paper=paper, number="31/GM-UBND", issued_on=clock.today())


def fresh(guest: Guest) -> Guest:
    return Guest.objects.of(guest.locality).select_related("dialogue__body", "locality", "identity").get(pk=guest.pk)


def state_of(guest: Guest) -> str:
    message = latest_about([guest], KIND.code).get(guest.public_id)
    return message.state if message else ""


def test_a_guest_gets_the_letter_with_her_link_and_is_invited(
    an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest
) -> None:
    [message] = mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    assert (sending.send_due(), worker.run_once() > 0) == (1, True)
    [letter] = mail.outbox
    assert letter.to == [MO]
    link = f"https://nghedan.example.vn/suoi-lanh/giay-moi/{mo.public_id}/?ma={reply_code(mo.public_id)}"
    assert letter.subject == "Giấy mời dự hội nghị đối thoại ngày 15/4/2026"
    assert letter.body.splitlines() == [
        "Kính gửi: Ông/bà Lò Thị Mơ, thôn Đá Bạc",
        "",
        "Ủy ban nhân dân xã Suối Lành trân trọng kính mời ông/bà dự hội nghị đối thoại ngày 15/4/2026.",
        "",
        "Thời gian: 07 giờ 30 phút, thứ Tư, ngày 15/4/2026.",
        "Địa điểm: Hội trường UBND xã.",
        "Chủ đề: Đường liên thôn.",
        "",
        "Giấy mời số 31/GM-UBND gửi kèm thư này (đại biểu số 1). Khi đến dự, xin mang theo giấy mời.",
        "",
        "Xin ông/bà báo sẽ dự, không dự được hoặc cử người dự thay tại:",
        link,
        "Đường dẫn này dành riêng cho ông/bà, xin không chuyển cho người khác. Cũng có thể gọi Văn phòng UBND xã để báo.",  # noqa: E501
        "",
        "Trân trọng,",
        "Ủy ban nhân dân xã Suối Lành",
        "",
        "Thư này do phần mềm gửi tự động; xin không trả lời vào địa chỉ gửi thư.",
    ]
    [(name, content, kind)] = letter.attachments
    assert (name, kind, content[:4]) == ("giay-moi-1.pdf", "application/pdf", b"%PDF")
    guest = fresh(mo)
    assert (guest.state, guest.invited_on, state_of(mo)) == ("invited", clock.today(), "sent")
    [entry] = JournalEntry.objects.filter(code="guest.mail")
    assert entry.facts()["facts"] == {"guests": [mo.public_id]}
    assert Message.objects.of(mo.locality).get().pk == message.pk


def test_the_enclosed_letter_is_hers(
    an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest, settings: Any
) -> None:
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    with mail_server() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        assert sending.send_due() == 1
    [letter] = box.letters
    [file] = letter.iter_attachments()
    assert letter["From"] == "Ủy ban nhân dân xã Suối Lành <vanphong@suoilanh.example>"
    text = pypdf.PdfReader(io.BytesIO(file.get_content())).pages[0].extract_text()
    assert ("31/GM-UBND" in text, "Lò Thị Mơ" in text) == (True, True)


def test_pressing_twice_sends_once_and_a_new_address_gets_its_own(
    an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest, mailed: Mailed
) -> None:
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    for _again in range(2):
        with pytest.raises(Invalid) as error:
            mail_letters(actor=an, dialogue=dialogue, guests=[mo])
        assert error.value.code == "guest.nobody_to_mail"
        sending.send_due()
    assert [one.to for one in mail.outbox] == [[MO]]


def test_who_has_no_address_or_an_odd_one_is_brought_the_letter(
    an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest, mailed: Mailed, chair: Post
) -> None:
    none, odd = mailed("Một", ""), mailed("Hai", "0900 000 001")
    officer = mailed("", "", officer=chair.officer, post_title="Chủ tịch")
    chair.officer.email = "binh@vidu.example"
    chair.officer.save()
    everybody = list(guests_of(an, dialogue))
    assert {one.guest.pk: one.address for one in recipients_of(an, dialogue)} == {
        mo.pk: MO, none.pk: "", odd.pk: "", officer.pk: "binh@vidu.example",
    }  # fmt: skip
    assert len(mail_letters(actor=an, dialogue=dialogue, guests=everybody)) == 2
    assert {guest.pk for guest in to_be_brought(everybody)} == {none.pk, odd.pk}
    kind = DOCUMENT_TYPES["hand-delivery-list"]
    text = kind.render(kind.find(an, dialogue.public_id), "text").decode()
    assert [name in text for name in ("Một", "Hai", "Lò Thị Mơ", "Trần Văn Bình")] == [True, True, False, False]


def test_nothing_goes_before_the_paper_is_issued_without_a_server_or_after_the_day(
    an: Actor, binh: Actor, dialogue: Dialogue, chair: Post, mo: Guest, settings: Any
) -> None:
    def refused() -> str:
        with pytest.raises(Refused) as error:
            mail_letters(actor=an, dialogue=dialogue, guests=[mo])
        return error.value.code

    assert refused() == "message.no_server"
    settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
    assert refused() == "guest.letter_not_issued"
    issue(an, binh, dialogue)
    assert obstacle(dialogue) is None
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(state="in_session")
    dialogue.refresh_from_db()
    assert refused() == "guest.answers_over"
    assert Message.objects.of(dialogue.locality).count() == 0


@pytest.mark.parametrize("over", ["removed", "renamed", "declined", "held", "paper"])
def test_what_is_over_is_not_sent_any_more(
    over: str, an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest
) -> None:
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    guest = fresh(mo)
    if over == "removed":
        remove_guest(actor=an, guest=guest)
    elif over == "renamed":
        draft = GuestDraft(group=GuestGroup.PEOPLE, person=Person(name="Lò Thị Mơ", contact="khac@vidu.example"))
        edit_guest(actor=an, guest=guest, draft=draft, is_renamed=True)
    elif over == "declined":
        decline_guest(actor=an, guest=guest)
    elif over == "held":
        Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(state="in_session")
    else:
        OfficialPaper.objects.of(dialogue.locality).filter(pk=issued.pk).update(state="withheld")
    assert (sending.send_due(), mail.outbox, state_of(mo)) == (0, [], "withdrawn")


def test_a_changed_address_is_written_to_anew(
    an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest
) -> None:
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    draft = GuestDraft(group=GuestGroup.PEOPLE, person=Person(name="Lò Thị Mơ", contact="khac@vidu.example"))
    edit_guest(actor=an, guest=fresh(mo), draft=draft, is_renamed=True)
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    assert sending.send_due() == 1
    assert [one.to for one in mail.outbox] == [["khac@vidu.example"]]


def test_what_waits_is_stopped(an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest) -> None:
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    assert (stop_letters(actor=an, dialogue=dialogue), stop_letters(actor=an, dialogue=dialogue)) == (1, 0)
    with clock.frozen(clock.now() + timedelta(hours=1)):
        assert (sending.send_due(), mail.outbox) == (0, [])


def test_an_internal_dialogue_has_no_link(an: Actor, dialogue: Dialogue, issued: OfficialPaper, mo: Guest) -> None:
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(openness="internal")
    dialogue.refresh_from_db()
    mail_letters(actor=an, dialogue=dialogue, guests=[mo])
    sending.send_due()
    text = mail.outbox[0].body
    assert ("https://" in text, "xin ông/bà báo Văn phòng UBND xã." in text) == (False, True)


def test_the_worker_knows_the_kind_from_its_start() -> None:
    asked = "import django; django.setup(); from nghedan.foundation.mail.kinds import MESSAGE_KINDS as k; print(*k)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["invitation"]


def test_only_the_clerk_sends(
    binh: Actor, chi: Actor, hamlet_head: Actor, observer: Actor, ha: Actor, giang: Actor, dialogue: Dialogue,
    issued: OfficialPaper, mo: Guest,
) -> None:  # fmt: skip
    for actor in (binh, chi, hamlet_head, observer, ha, giang):
        for deed in (mail_letters, stop_letters):
            with pytest.raises(NotAllowed):
                deed(actor=actor, dialogue=dialogue, **({"guests": [mo]} if deed is mail_letters else {}))  # type: ignore[operator]
    holders = {role for role, codes in roles.table().items() if "guest.mail" in codes}
    assert (holders, "guest.mail" in PERMISSIONS) == ({roles.CLERK}, True)
    assert not decide(binh, "message.queue").allowed
