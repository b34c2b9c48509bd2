"""What the bearer of a receipt is told of her answer, and what she says of it; nothing of it for anybody else."""

import re
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.referrals import referrals_in
from nghedan.domain.followup.services.referrals import draft_referral, pass_on, record_reply, sent_elsewhere
from nghedan.domain.matters.models import Answer, Matter, Raising
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, finish_classifying, raise_matter
from nghedan.domain.matters.services.restricting import mark_conduct, restrict
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from tests.domain.followup.letters.conftest import (
    PHONE,
    Heard,
    approved,
    culture,
    dialogue,
    fresh,
    hamlet,
    heard,
    hoa,
    letter,
    observer,
    opinion,
    promised,
    referred,
    roads,
    sent,
)
from tests.interfaces.portal.citizen import Citizen

__all__ = ["approved", "culture", "dialogue", "hamlet", "heard", "hoa", "letter", "observer", "opinion", "promised", "referred", "roads", "sent"]  # fmt: skip  # noqa: E501

pytestmark = pytest.mark.django_db
LOOK_UP, SAY = "/suoi-lanh/tra-cuu/", "/suoi-lanh/tra-cuu/thoa-dang/"
ANSWER, CAUTION, NAMED = "cống bị lấp một nửa", "Chưa có vốn làm mới", "Hoàng Thị Măng"
DIGITS = PHONE[-4:]


def look(opinion: Opinion, digits: str = "") -> Citizen:
    citizen = Citizen()
    typed = {"ma": receipt_of(opinion)} | ({"digits": digits} if digits else {})
    citizen.look(citizen.client.post(LOOK_UP, typed) if digits else citizen.client.get(LOOK_UP, typed))
    return citizen


def say(opinion: Opinion, matter: Matter, digits: str = DIGITS, **typed: Any) -> Citizen:
    """Press the button beside the answer, fill in, send."""
    citizen = Citizen()
    known = {"ma": receipt_of(opinion), "matter": matter.public_id, "digits": digits}
    citizen.look(citizen.client.post(SAY, known))
    citizen.look(citizen.client.post(SAY, known | citizen.carried | typed))
    return citizen


def test_with_the_code_alone_the_state_and_not_the_answer(opinion: Opinion, sent: OfficialPaper) -> None:
    page = look(opinion).text
    assert "Đã trả lời ngày 10/3/2026, Công văn số 125/UBND-VP." in page
    assert [mark in page for mark in (ANSWER, CAUTION, NAMED, "mưa là ngập")] == [False] * 4


def test_with_the_digits_the_answer_and_never_the_units_notes(opinion: Opinion, sent: OfficialPaper) -> None:
    page = look(opinion, DIGITS).text
    told = (ANSWER, "Nạo vét cống trước 30/6/2026", "mưa là ngập", "Đã thỏa đáng chưa?", CAUTION)
    assert [mark in page for mark in told] == [True, True, True, True, False]
    assert ANSWER not in look(opinion, "9999").text


def test_while_it_is_written_it_says_by_whom_until_when(opinion: Opinion, approved: Answer) -> None:
    page = look(opinion, DIGITS).text
    assert ("Sẽ trả lời bằng văn bản: Phòng Kinh tế, hạn 30/4/2026." in page, ANSWER in page) == (True, False)


def test_not_satisfied_opens_it_again_once(an: Actor, opinion: Opinion, promised: Matter, sent: OfficialPaper) -> None:
    assert say(opinion, promised, verdict="not", words="").errors == ["Xin ghi vì sao chưa thỏa đáng, để người trả lời biết."]  # fmt: skip  # noqa: E501
    done = say(opinion, promised, verdict="not", words="Vẫn tắc")
    assert ("Việc này được xem lại" in done.text, fresh(promised).state) == (True, "in_writing")
    assert "Ông/bà cho biết chưa thỏa đáng: đang xem lại." in look(opinion).text
    assert Verdict.objects.of(opinion.locality).get().words == "Vẫn tắc"


def test_satisfied_is_thanked_for_and_asked_no_more(opinion: Opinion, promised: Matter, sent: OfficialPaper) -> None:
    say(opinion, promised, verdict="solved", words="")
    page = look(opinion, DIGITS).text
    assert ("đã thỏa đáng. Xin cảm ơn." in page, "Cho biết ý kiến" in page) == (True, False)


def test_wrong_digits_or_another_matter_say_nothing(
    opinion: Opinion, promised: Matter, referred: Matter, sent: OfficialPaper
) -> None:
    assert say(opinion, promised, digits="1111", verdict="solved").errors != []
    assert Citizen().client.post(SAY, {"ma": receipt_of(opinion), "matter": referred.public_id}).status_code == 404
    assert Verdict.objects.of(opinion.locality).count() == 0


def test_a_referral_shows_body_and_day_and_the_reply_once_passed_on(
    an: Actor, dialogue: Dialogue, referred: Matter, sent: OfficialPaper
) -> None:
    voice = Raising.objects.of(referred.locality).select_related("opinion__locality").get(matter=referred).opinion
    paper = draft_referral(actor=an, dialogue=dialogue, matters=[referred], to_body="Sở Xây dựng")
    assert "Sở Xây dựng" not in look(voice).text
    [row] = referrals_in(paper)
    sent_elsewhere(actor=an, referral=row, number="9/UBND", on=clock.today())
    assert "Đã chuyển Sở Xây dựng ngày 10/3/2026, đề nghị trả lời trước ngày 31/3/2026." in look(voice).text
    record_reply(actor=an, referral=row, text="Đưa vào kế hoạch 2027", number="1", on=clock.today())
    assert "kế hoạch 2027" not in look(voice, DIGITS).text
    pass_on(actor=an, referral=row)
    assert ("Đưa vào kế hoạch 2027" in look(voice, DIGITS).text, "kế hoạch 2027" in look(voice).text) == (True, False)


def test_a_grouped_voice_gets_the_answer_of_the_group(
    an: Actor, heard: Heard, roads: Any, promised: Matter, dialogue: Dialogue, request: pytest.FixtureRequest
) -> None:
    other = heard("Ngập lắm", person=Person(), reply_way=ReplyWay.CODE)
    small = raise_matter(actor=an, opinion=other, draft=MatterDraft(title="Ngập đường", field=roads))
    group(actor=an, matter=small, into=promised)
    finish_classifying(actor=an, opinion=other)
    request.getfixturevalue("sent")
    assert ANSWER in look(other).text


def test_of_conduct_and_restricted_only_a_neutral_sentence(
    an: Actor, heard: Heard, promised: Matter, opinion: Opinion, sent: OfficialPaper
) -> None:
    mark_conduct(actor=an, opinion=opinion)
    page = look(opinion, DIGITS).text
    assert [mark in page for mark in (ANSWER, promised.title, "125/UBND-VP", "Đã thỏa đáng chưa?")] == [False] * 4
    restrict(actor=an, opinion=opinion)
    page = look(opinion).text
    assert "Ý kiến đã được tiếp nhận và chuyển theo quy định." in page
    assert [mark in page for mark in (ANSWER, promised.title, "125/UBND-VP", "mưa là ngập")] == [False] * 4
    assert Citizen().client.post(SAY, {"ma": receipt_of(opinion), "matter": promised.public_id}).status_code == 404


def test_the_page_holds_no_inline_script_or_style(opinion: Opinion, sent: OfficialPaper) -> None:
    assert re.findall(r"<style|style=|<script(?![^>]*src=)|onclick", look(opinion, DIGITS).page) == []


def test_others_of_the_group_are_told_that_somebody_asked(
    an: Actor, heard: Heard, promised: Matter, opinion: Opinion, request: pytest.FixtureRequest
) -> None:
    other = heard("Tôi cũng bị ngập", person=Person(), reply_way=ReplyWay.CODE)
    also_raises(actor=an, opinion=other, matter=promised)
    finish_classifying(actor=an, opinion=other)
    request.getfixturevalue("sent")
    say(opinion, promised, verdict="not", words="Vẫn tắc")
    page = look(other).text
    told = ("Có người cùng nêu việc này cho biết chưa thỏa đáng", "Ông/bà cho biết", "Vẫn tắc")
    assert [mark in page for mark in told] == [True, False, False]
