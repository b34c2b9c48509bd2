"""Two secretaries at one line; read out, signed by three, locked under a fingerprint, later only corrected."""

import hashlib
from datetime import timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Minutes, MinutesLine, MinutesSignature
from nghedan.domain.hall.queries.minutes import fingerprint_now, lines_of, standing_signatures
from nghedan.domain.hall.services import minutes_editing as editing
from nghedan.domain.hall.services import session
from nghedan.domain.hall.services.minutes import grow_line, regrow_line
from nghedan.domain.hall.terms import LineKind, SignerPart
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.wordings import versions_of
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused
from tests.domain.hall.test_minutes_growing import minutes_of

pytestmark = pytest.mark.django_db


def line(hall: Dialogue) -> MinutesLine:
    return lines_of(minutes_of(hall)).get(kind=LineKind.NOTE)


@pytest.fixture
def noted(an: Actor, hall: Dialogue) -> Dialogue:
    """The hall with a line of the secretary's own."""
    editing.add_line(actor=an, minutes=minutes_of(hall), text="Có 3 phiếu chuyển lên bàn thư ký.")
    return hall


@pytest.fixture
def read(an: Actor, noted: Dialogue) -> Minutes:
    """Its minutes, read out, the session over."""
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        session.adjourn_session(actor=an, dialogue=noted)
    return editing.read_minutes(actor=an, minutes=minutes_of(noted), corrections="Sửa “3 phiếu” thành “4 phiếu”.")


@pytest.fixture
def signed(an: Actor, binh: Actor, read: Minutes) -> Minutes:
    """The same, signed by all three."""
    for actor, part in ((binh, SignerPart.CHAIR), (an, SignerPart.FIRST_SECRETARY), (an, SignerPart.SECOND_SECRETARY)):
        editing.sign_minutes(actor=actor, minutes=read, part=part, name=f"Người {part.value}")
    return minutes_of(read.dialogue)


def test_two_secretaries_at_one_line_lose_nothing(an: Actor, state_clerk: Actor, noted: Dialogue) -> None:
    mine, theirs = line(noted), line(noted)
    editing.edit_line(actor=an, line=mine, text="Có 4 phiếu.")
    with pytest.raises(Conflict):
        editing.edit_line(actor=state_clerk, line=theirs, text="Có 5 phiếu.")
    assert (line(noted).text, theirs.text) == ("Có 4 phiếu.", "Có 3 phiếu chuyển lên bàn thư ký.")
    assert [one.words["text"] for one in versions_of(mine)] == ["Có 4 phiếu.", "Có 3 phiếu chuyển lên bàn thư ký."]


def test_a_line_needs_words_and_a_struck_one_comes_back(an: Actor, noted: Dialogue) -> None:
    with pytest.raises(Invalid):
        editing.edit_line(actor=an, line=line(noted), text="  ")
    before = fingerprint_now(minutes_of(noted))
    editing.strike_line(actor=an, line=line(noted))
    assert fingerprint_now(minutes_of(noted)) != before
    editing.restore_line(actor=an, line=line(noted))
    assert fingerprint_now(minutes_of(noted)) == before


def test_two_texts_of_a_line_are_decided_before_the_reading(an: Actor, noted: Dialogue) -> None:
    opening = lines_of(minutes_of(noted)).get(kind=LineKind.SESSION)
    editing.edit_line(actor=an, line=opening, text="Khai mạc lúc 9 giờ.")
    regrow_line(
        actor=an, dialogue=noted, kind=LineKind.SESSION, subject=noted, text="Khai mạc lại.", occasion=opening.occasion
    )
    with pytest.raises(Refused, match="Còn 1 dòng có thay đổi"):
        editing.read_minutes(actor=an, minutes=minutes_of(noted))
    editing.keep_own_text(actor=an, line=lines_of(minutes_of(noted)).get(pk=opening.pk))
    assert editing.read_minutes(actor=an, minutes=minutes_of(noted)).state == "read"


def test_nobody_signs_before_the_reading_or_while_the_session_runs(an: Actor, noted: Dialogue) -> None:
    known = minutes_of(noted)
    with pytest.raises(Refused, match="chưa được đọc"):
        editing.sign_minutes(actor=an, minutes=known, part=SignerPart.CHAIR, name="Bình")
    editing.read_minutes(actor=an, minutes=known)
    with pytest.raises(Refused, match="chưa bế mạc"):
        editing.sign_minutes(actor=an, minutes=minutes_of(noted), part=SignerPart.CHAIR, name="Bình")


def test_the_own_click_is_told_from_what_the_clerk_records(an: Actor, binh: Actor, read: Minutes) -> None:
    officer = Officer(locality=read.locality, full_name="Trần Văn Bình", user_id=binh.user_id, state="current")
    officer.save()
    sign = {"minutes": read, "name": "Trần Văn Bình, Chủ tịch", "officer": officer}
    own = editing.sign_minutes(actor=binh, part=SignerPart.CHAIR, **sign)  # type: ignore[arg-type]
    recorded = editing.sign_minutes(actor=an, part=SignerPart.FIRST_SECRETARY, **sign)  # type: ignore[arg-type]
    assert (own.way, recorded.way) == ("own", "paper")
    with pytest.raises(Invalid):
        editing.sign_minutes(actor=an, minutes=read, part=SignerPart.SECOND_SECRETARY, name=" ")


def test_all_three_sign_before_the_lock(an: Actor, read: Minutes) -> None:
    editing.sign_minutes(actor=an, minutes=read, part=SignerPart.CHAIR, name="Bình")
    with pytest.raises(Refused, match="thư ký thứ nhất, thư ký thứ hai"):
        editing.lock_minutes(actor=an, minutes=read)


def test_a_lock_keeps_the_fingerprint_of_the_text(an: Actor, signed: Minutes) -> None:
    locked = editing.lock_minutes(actor=an, minutes=signed)
    told = [f"{one.at.isoformat()} {one.kind} {one.text}" for one in lines_of(signed)]
    text = "\n".join([*told, "Sửa “3 phiếu” thành “4 phiếu”."])
    assert locked.fingerprint == hashlib.sha256(text.encode()).hexdigest() == fingerprint_now(locked)
    assert locked.locked_at is not None


def test_signed_minutes_change_no_more_but_take_corrections(an: Actor, signed: Minutes, noted: Dialogue) -> None:
    with pytest.raises(Refused, match="chỉ ghi sau khi"):
        editing.correct_minutes(actor=an, minutes=signed, text="Số phiếu là 4.")
    editing.lock_minutes(actor=an, minutes=signed)
    with pytest.raises(Refused, match="đã ký và khóa"):
        editing.edit_line(actor=an, line=line(noted), text="Khác")
    with pytest.raises(Refused):
        editing.reopen_minutes(actor=an, minutes=minutes_of(noted))
    assert grow_line(actor=an, dialogue=noted, kind=LineKind.NOTE, text="Thêm") is None
    with pytest.raises(Refused, match="đã ký và khóa"):
        editing.add_line(actor=an, minutes=signed, text="Thêm")
    before = minutes_of(noted).fingerprint
    for text in ("Số phiếu là 4.", "Tên thôn là Đá Bạc."):
        editing.correct_minutes(actor=an, minutes=minutes_of(noted), text=text)
    known = minutes_of(noted)
    later = lines_of(known).filter(kind=LineKind.CORRECTION)
    assert [one.text for one in later] == ["Số phiếu là 4.", "Tên thôn là Đá Bạc."]
    assert (known.fingerprint, fingerprint_now(known)) == (before, before)


def test_opening_the_minutes_again_lets_the_signatures_fall(an: Actor, signed: Minutes) -> None:
    editing.reopen_minutes(actor=an, minutes=signed)
    assert standing_signatures(signed) == []
    assert MinutesSignature.objects.of(signed.locality).filter(state="void").count() == 3
    editing.read_minutes(actor=an, minutes=minutes_of(signed.dialogue))
    editing.sign_minutes(actor=an, minutes=signed, part=SignerPart.CHAIR, name="Bình")


def test_a_session_that_goes_on_lets_the_signatures_fall(an: Actor, signed: Minutes, noted: Dialogue) -> None:
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        session.resume_session(actor=an, dialogue=noted)
    assert (minutes_of(noted).state, standing_signatures(signed)) == ("read", [])


def test_an_officer_neither_edits_nor_signs(economist: Actor, noted: Dialogue, read: Minutes) -> None:
    with pytest.raises(NotAllowed):
        editing.edit_line(actor=economist, line=line(noted), text="Khác")
    with pytest.raises(NotAllowed):
        editing.sign_minutes(actor=economist, minutes=read, part=SignerPart.CHAIR, name="Kiên")
