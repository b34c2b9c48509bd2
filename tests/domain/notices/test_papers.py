"""Notices from facts to force: what must be there, what they told, and that it stays as it was told."""

from datetime import date, time

import pytest

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.services.scheduling import cancel_dialogue, postpone_dialogue, schedule_dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.notices.documents import announcement, correction, postponement
from nghedan.domain.notices.documents.calling import calling_of, facts_of
from nghedan.domain.notices.documents.short_text import short_text_of
from nghedan.domain.notices.queries import changes_since, facts_told, paper_due
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.papers.issuing import issuer_of
from nghedan.domain.papers.kinds import kind_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.kernel.errors import Refused
from tests.support.calling import Issue, prepared


def missing(paper: OfficialPaper) -> tuple[str, ...]:
    return tuple(kind_of(paper).missing(paper))


def test_nobody_is_called_before_day_hour_place_and_the_heads_word(an: Actor, dialogue: Dialogue) -> None:
    rows = Dialogue.objects.of(dialogue.locality)
    rows.update(agreed_on=None, held_on=None, starts_at=None, venue="")
    paper = draft_paper(actor=an, dialogue=rows.select_related("body__locality").get(), code="announcement")
    assert missing(paper) == (
        announcement.NOT_AGREED, announcement.NO_DAY, announcement.NO_HOUR, announcement.NO_VENUE,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        submit_paper(actor=an, paper=paper)
    assert refused.value.code == "official_paper.not_whole"


def test_an_online_dialogue_needs_its_address_instead_of_a_place(an: Actor, dialogue: Dialogue) -> None:
    rows = Dialogue.objects.of(dialogue.locality)
    rows.update(medium="online", venue="")
    online = rows.select_related("body__locality").get()
    assert announcement.missing_for(online) == (announcement.NO_ADDRESS,)
    online.online_address = "https://hop.example.vn"
    assert announcement.missing_for(online) == ()


def test_the_notice_keeps_what_it_told_when_the_dialogue_moves(an: Actor, notice: OfficialPaper) -> None:
    assert "Bắt đầu lúc 07 giờ 30 phút, thứ Tư, ngày 15/4/2026." in notice.frozen_text
    schedule_dialogue(
        actor=an, dialogue=notice.dialogue, held_on=date(2026, 4, 22), starts_at=time(14), venue="Sân kho"
    )
    (told,) = facts_told(notice.dialogue)
    assert (told.held_on, told.starts_at, told.venue) == (date(2026, 4, 15), time(7, 30), "Nhà văn hóa xã")
    (section, *_rest) = kind_of(notice).build(notice).body
    assert [part.lead for part in section.blocks][:2] == [  # type: ignore[union-attr]
        "Bắt đầu lúc 07 giờ 30 phút, thứ Tư, ngày 15/4/2026.", "Nhà văn hóa xã.",
    ]  # fmt: skip


def test_a_change_after_the_notice_asks_for_a_correction_with_old_and_new(
    an: Actor, notice: OfficialPaper, issue: Issue
) -> None:
    dialogue = notice.dialogue
    (told,) = facts_told(dialogue)
    assert (paper_due(dialogue, None), paper_due(dialogue, told)) == ("announcement", "")
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 4, 22), starts_at=time(7, 30), venue="Sân kho")
    assert [(one.name, one.told, one.now) for one in changes_since(dialogue, told)] == [
        ("held_on", date(2026, 4, 15), date(2026, 4, 22)), ("venue", "Nhà văn hóa xã", "Sân kho"),
    ]  # fmt: skip
    assert paper_due(dialogue, told) == "correction"
    paper = issue(dialogue, "correction", subject_id="1")
    rows = correction._facts(paper)
    assert correction.changed_rows(rows.before, rows.now) == (
        ("Ngày", "thứ Tư, ngày 15/4/2026", "thứ Tư, ngày 22/4/2026"), ("Địa điểm", "Nhà văn hóa xã", "Sân kho"),
    )  # fmt: skip
    assert rows.before.notice == "Thông báo số 12/TB-UBND ngày 10/3/2026"
    assert paper_due(dialogue, facts_told(dialogue)[-1]) == ""
    assert Dialogue.objects.of(dialogue.locality).get().state == DialogueState.ANNOUNCED


def test_a_correction_without_a_change_or_a_notice_is_not_whole(an: Actor, notice: OfficialPaper) -> None:
    paper = draft_paper(actor=an, dialogue=notice.dialogue, code="correction", subject_id="1")
    assert missing(paper) == (correction.NOTHING_CHANGED,)
    OfficialPaper.objects.of(notice.locality).filter(pk=notice.pk).update(state="withheld")
    assert missing(paper) == (correction.NOTHING_TOLD,)


@pytest.mark.parametrize(("move", "words"), [(postpone_dialogue, "hoãn"), (cancel_dialogue, "không tổ chức")])
def test_whoever_was_called_is_told_not_to_come(
    an: Actor, binh: Actor, notice: OfficialPaper, issue: Issue, move: object, words: str
) -> None:
    dialogue = notice.dialogue
    draft = draft_paper(actor=an, dialogue=dialogue, code="postponement", subject_id="0")
    assert missing(draft) == (postponement.STILL_ON,)
    move(actor=binh, dialogue=dialogue, reason="Mưa lũ")  # type: ignore[operator]
    assert paper_due(dialogue, facts_told(dialogue)[-1]) == "postponement"
    paper = issue(dialogue, "postponement", subject_id="1")
    assert f"thông báo {words} hội nghị đối thoại" in paper.frozen_text
    assert "dự kiến tổ chức thứ Tư, ngày 15/4/2026" in paper.frozen_text
    assert "Lý do: Mưa lũ." in paper.frozen_text
    assert paper_due(dialogue, facts_told(dialogue)[-1]) == ""


def test_after_a_postponement_a_new_day_is_told_by_a_correction(
    an: Actor, binh: Actor, notice: OfficialPaper, issue: Issue
) -> None:
    dialogue = notice.dialogue
    postpone_dialogue(actor=binh, dialogue=dialogue, reason="Mưa lũ")
    issue(dialogue, "postponement", subject_id="1")
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 4, 29), starts_at=time(7, 30))
    assert paper_due(dialogue, facts_told(dialogue)[-1]) == "correction"
    rows = correction._facts(issue(dialogue, "correction", subject_id="1"))
    assert correction.changed_rows(rows.before, rows.now)[0] == (
        "Ngày", "Đã thông báo hoãn", "thứ Tư, ngày 29/4/2026",
    )  # fmt: skip


def test_the_partys_notice_says_dong_chi_and_names_no_law(
    frozen_today: date, an: Actor, binh: Actor, party: Body
) -> None:
    calling = facts_of(prepared(an, binh, party))
    assert (calling.basis, calling.presided) == (
        "", ("Chủ trì: đồng chí Bí thư Đảng ủy", "Đồng chủ trì: đồng chí Phó Chủ tịch HĐND xã"),
    )  # fmt: skip


def test_a_chair_who_no_longer_presides_is_not_named(dialogue: Dialogue) -> None:
    Presiding.objects.of(dialogue.locality).filter(part="co_chair").update(state="ended")
    assert facts_of(dialogue).presided == ("Chủ trì: Chủ tịch Ủy ban nhân dân xã",)


def test_hamlets_are_named_after_their_kind_and_the_office_by_its_contact(
    dialogue: Dialogue, office: Unit, hamlets: list[Hamlet], settings: object
) -> None:
    Unit.objects.of(office.locality).filter(pk=office.pk).update(contact="0200 000 000")
    Hamlet.objects.of(office.locality).filter(pk=hamlets[1].pk).update(kind="xom")
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"  # type: ignore[attr-defined]
    calling = facts_of(dialogue)
    assert (calling.to_whom, calling.contact) == (
        "Trưởng thôn, Trưởng xóm", "Văn phòng HĐND và UBND xã, 0200 000 000",
    )  # fmt: skip
    assert short_text_of(calling, hamlets[0]).splitlines()[-2:] == [
        "Muốn hỏi, muốn nói trước, xin nói với Trưởng thôn đến hết ngày 03/4/2026.",
        f"Xem nội dung, gửi ý kiến: https://nghedan.example.vn/suoi-lanh/doi-thoai/{dialogue.public_id}/",
    ]


def test_without_an_address_nothing_points_to_a_page(dialogue: Dialogue) -> None:
    calling = calling_of(dialogue, issuer_of(dialogue.body, date(2026, 3, 10)))
    assert (calling.address, "http" in short_text_of(calling)) == ("", False)


@pytest.mark.parametrize("code", ["poster-a4", "poster-a3", "loudspeaker-script"])
def test_forms_of_the_call_exist_for_open_dialogues_only(an: Actor, dialogue: Dialogue, code: str) -> None:
    kind = DOCUMENT_TYPES[code]
    assert kind.render(kind.find(an, dialogue.public_id), "pdf").startswith(b"%PDF")
    Dialogue.objects.of(dialogue.locality).update(openness="internal")
    with pytest.raises(Dialogue.DoesNotExist):
        kind.find(an, dialogue.public_id)
