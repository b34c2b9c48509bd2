"""What has to be told in a hamlet: read out from a phone, and noted with one press."""

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import postpone_dialogue
from nghedan.domain.notices.models import Posting
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.hamlet.conftest import PAGE
from tests.interfaces.console.reading import form_key, words_of
from tests.support.calling import issued, prepared

NOTICES = f"{PAGE}notices/"


@pytest.fixture
def notice(an: Actor, binh: Actor, committee: Body, hamlet: Hamlet) -> OfficialPaper:
    return issued(an, binh, prepared(an, binh, committee))


def logged(locality: Locality) -> list[tuple[str, str]]:
    rows = Posting.objects.of(locality).select_related("hamlet").order_by("pk")
    return [(row.channel, str(row.hamlet)) for row in rows]


def test_the_page_reads_out_what_the_notice_says(phone: Client, notice: OfficialPaper) -> None:
    assert "Việc cần báo cho bà con" in words_of(phone.get(PAGE))
    words = words_of(phone.get(NOTICES))
    assert "Thời gian: bảy giờ ba mươi phút sáng, thứ Tư, ngày mười lăm tháng tư." in words
    assert "chưa ghi đã phát loa, niêm yết" in words_of(phone.get(PAGE))


def test_one_press_notes_the_own_hamlet_once_however_often_it_is_pressed(
    phone: Client, notice: OfficialPaper, locality: Locality
) -> None:
    sent = {"form_key": form_key(phone, NOTICES), "notice": notice.public_id, "channel": "loudspeaker"}
    for _press in range(2):
        assert phone.post(NOTICES, sent).status_code == 302
    assert phone.post(NOTICES, {**sent, "channel": "hamlet_board"}).status_code == 302
    assert logged(locality) == [("loudspeaker", "Tổ dân phố Đá Bạc"), ("hamlet_board", "Tổ dân phố Đá Bạc")]
    assert phone.get(NOTICES).context["notices"][0]["waiting"] == []
    assert "đã báo ngày 10/3/2026" in words_of(phone.get(PAGE))


@pytest.mark.parametrize("sent", [{"channel": "website"}, {"notice": "abcdefghjkmn"}])
def test_nothing_else_is_noted_from_there(
    phone: Client, notice: OfficialPaper, locality: Locality, sent: dict[str, str]
) -> None:
    form = {"form_key": form_key(phone, NOTICES), "notice": notice.public_id, "channel": "loudspeaker"}
    assert (phone.post(NOTICES, {**form, **sent}).status_code, logged(locality)) == (404, [])


def test_a_hamlet_that_is_not_meant_has_nothing_to_tell(
    phone: Client, notice: OfficialPaper, locality: Locality
) -> None:
    other = Hamlet(locality=locality, kind="thon", name="Lân Hạ", state="current")
    other.save()
    notice.dialogue.hamlets.add(other)
    assert phone.get(NOTICES).context["notices"] == []


def test_what_was_called_off_is_told_too(
    an: Actor, binh: Actor, phone: Client, notice: OfficialPaper, locality: Locality
) -> None:
    postpone_dialogue(actor=binh, dialogue=Dialogue.objects.of(locality).get(), reason="Mưa lũ")
    off = issued(an, binh, Dialogue.objects.of(locality).get(), "postponement", subject_id="1")
    (shown,) = phone.get(NOTICES).context["notices"]
    assert (shown["paper"], shown["sentences"]) == (off, [])
    assert "hoãn hội nghị" in shown["text"]


def test_an_internal_dialogue_is_nobodys_to_tell(phone: Client, notice: OfficialPaper, locality: Locality) -> None:
    Dialogue.objects.of(locality).update(openness="internal")
    assert phone.get(NOTICES).context["notices"] == []
