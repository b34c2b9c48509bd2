"""The log of where and when the people were told, and the limit of the law that follows from it."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nghedan.domain.dialogues.deadlines import NOTICE
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.queries import notice_standing, postings_of, postings_visible_to
from nghedan.domain.notices.services.limits import BY_LOG
from nghedan.domain.notices.services.posting import PostingDraft, record_posting, record_postings, void_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.services import meet_deadline
from nghedan.foundation.journal.models import JournalEntry
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused
from tests.support import paper
from tests.support.calling import HELD_ON, Issue, Log

LAST_DAY = HELD_ON - timedelta(days=7)
LOUDSPEAKER, BOARD, WEBSITE = PostingChannel.LOUDSPEAKER, PostingChannel.HAMLET_BOARD, PostingChannel.WEBSITE


def on(day: date) -> object:
    return clock.frozen(datetime(day.year, day.month, day.day, 17, 0, tzinfo=clock.LOCAL_ZONE))


def limit_of(dialogue: Dialogue) -> Deadline:
    return every_limit_of(dialogue)[NOTICE]


def proof() -> SimpleUploadedFile:
    return paper.upload(paper.as_jpeg(paper.blank((60, 80))), "so-phat-thanh.jpg")


def test_issuing_the_notice_announces_the_dialogue_but_meets_no_limit(notice: OfficialPaper) -> None:
    dialogue = Dialogue.objects.of(notice.locality).get()
    assert dialogue.state == DialogueState.ANNOUNCED
    assert (limit_of(dialogue).state, limit_of(dialogue).due_on) == ("running", LAST_DAY)


@pytest.mark.parametrize(("early", "met_late"), [(0, False), (-1, True)])
def test_the_first_time_it_is_told_on_mass_media_meets_the_limit(
    notice: OfficialPaper, log: Log, early: int, met_late: bool
) -> None:
    with on(LAST_DAY - timedelta(days=early)):  # type: ignore[attr-defined]
        log(notice)
        log(notice, WEBSITE)
    limit = limit_of(notice.dialogue)
    assert (limit.state, limit.met_on, limit.met_note) == ("met", LAST_DAY - timedelta(days=early), BY_LOG)
    assert (limit.met_on > limit.due_on) is met_late  # type: ignore[operator]


def test_an_earlier_day_logged_later_moves_the_day_it_was_met(notice: OfficialPaper, log: Log) -> None:
    with on(LAST_DAY):  # type: ignore[attr-defined]
        log(notice)
        log(notice, WEBSITE, on=date(2026, 3, 12))
    assert limit_of(notice.dialogue).met_on == date(2026, 3, 12)


def test_what_only_some_can_read_does_not_meet_the_limit(
    notice: OfficialPaper, log: Log, hamlets: list[Hamlet]
) -> None:
    for channel in (PostingChannel.ZALO, PostingChannel.HAMLET_LETTER, PostingChannel.HEADQUARTERS):
        log(notice, channel)
    log(notice, BOARD, hamlets[0])
    assert limit_of(notice.dialogue).state == "running"


def test_taken_back_the_limit_runs_again_or_is_met_by_the_next(an: Actor, notice: OfficialPaper, log: Log) -> None:
    with on(date(2026, 3, 12)):  # type: ignore[attr-defined]
        first, second = log(notice), log(notice, WEBSITE, on=date(2026, 3, 12))
        first_again = log(notice, on=date(2026, 3, 11))
        void_posting(actor=an, posting=first_again, reason="Nhầm ngày")
        assert limit_of(notice.dialogue).met_on == date(2026, 3, 12)
        void_posting(actor=an, posting=first, reason="Mất điện, chưa phát")
        void_posting(actor=an, posting=second, reason="Chưa đăng")
    assert (limit_of(notice.dialogue).state, postings_of([notice])) == ("running", [])


def test_taking_back_needs_a_reason(an: Actor, notice: OfficialPaper, log: Log) -> None:
    with pytest.raises(Invalid) as refused:
        void_posting(actor=an, posting=log(notice), reason="  ")
    assert refused.value.field == "reason"


def test_a_limit_met_by_hand_is_left_alone(an: Actor, notice: OfficialPaper, log: Log) -> None:
    meet_deadline(actor=an, deadline=limit_of(notice.dialogue), on=date(2026, 3, 10), note="Phát trên loa")
    void_posting(actor=an, posting=log(notice), reason="Nhầm")
    assert (limit_of(notice.dialogue).state, limit_of(notice.dialogue).met_note) == ("met", "Phát trên loa")


def test_a_new_day_has_to_be_told_anew(an: Actor, notice: OfficialPaper, issue: Issue, log: Log) -> None:
    log(notice)
    dialogue = notice.dialogue
    schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 4, 22), starts_at=dialogue.starts_at)
    log(notice)
    assert limit_of(dialogue).state == "running"
    correction = issue(dialogue, "correction", subject_id="2")
    log(correction)
    assert (limit_of(dialogue).state, limit_of(dialogue).met_on) == ("met", date(2026, 3, 10))


def test_each_hamlet_is_told_by_its_own_or_by_what_reaches_all(
    notice: OfficialPaper, log: Log, hamlets: list[Hamlet]
) -> None:
    log(notice, WEBSITE)
    log(notice, BOARD, hamlets[0])
    rows = notice_standing(notice.dialogue, date(2026, 3, 10)).hamlets
    assert [(row.told_on, row.in_time) for row in rows] == [(date(2026, 3, 10), True), (None, None)]
    with on(LAST_DAY + timedelta(days=1)):  # type: ignore[attr-defined]
        standing = notice_standing(notice.dialogue, clock.today())
        assert [row.in_time for row in standing.hamlets] == [True, False]
        log(notice, LOUDSPEAKER)
        late = notice_standing(notice.dialogue, clock.today())
    assert [(row.told_on, row.in_time) for row in late.hamlets] == [
        (date(2026, 3, 10), True), (LAST_DAY + timedelta(days=1), False),
    ]  # fmt: skip
    assert ([str(one) for one in standing.untold], late.untold) == (["Thôn Lân Hạ"], [])


def test_several_hamlets_are_logged_at_once_with_one_proof(
    an: Actor, notice: OfficialPaper, hamlets: list[Hamlet]
) -> None:
    draft = PostingDraft(BOARD, date(2026, 3, 10), by_whom="Trưởng thôn")
    rows = record_postings(actor=an, paper=notice, draft=draft, hamlets=hamlets, proof=proof(), key="k")
    again = record_postings(actor=an, paper=notice, draft=draft, hamlets=hamlets, proof=proof(), key="k")
    assert [row.pk for row in again] == [row.pk for row in rows]
    assert [row.proven_by for row in rows] == [None, rows[0]]
    assert [attachments_of(row).count() for row in rows] == [1, 0]


def test_the_same_form_with_other_words_is_a_conflict(an: Actor, notice: OfficialPaper) -> None:
    record_posting(actor=an, paper=notice, draft=PostingDraft(LOUDSPEAKER, date(2026, 3, 10)), key="k")
    with pytest.raises(Conflict):
        record_posting(actor=an, paper=notice, draft=PostingDraft(WEBSITE, date(2026, 3, 10)), key="k")


@pytest.mark.parametrize(
    ("channel", "day", "of_hamlet", "field"),
    [
        (LOUDSPEAKER, date(2026, 3, 11), False, "posted_on"),
        (LOUDSPEAKER, date(2026, 3, 9), False, "posted_on"),
        (BOARD, date(2026, 3, 10), False, "hamlets"),
        (WEBSITE, date(2026, 3, 10), True, "hamlets"),
    ],
)
def test_what_cannot_have_been_is_not_logged(
    an: Actor, notice: OfficialPaper, hamlets: list[Hamlet], channel: PostingChannel, day: date, of_hamlet: bool,
    field: str,
) -> None:  # fmt: skip
    with pytest.raises(Invalid) as refused:
        record_posting(
            actor=an, paper=notice, draft=PostingDraft(channel, day), hamlet=hamlets[0] if of_hamlet else None
        )
    assert (refused.value.field, Posting.objects.of(notice.locality).count()) == (field, 0)


def test_nothing_is_logged_of_a_notice_that_is_not_out(an: Actor, dialogue: Dialogue, log: Log) -> None:
    with pytest.raises(Refused) as refused:
        log(draft_paper(actor=an, dialogue=dialogue, code="announcement"))
    assert refused.value.code == "posting.not_out"


def test_the_people_are_not_called_to_an_internal_dialogue(
    an: Actor, dialogue: Dialogue, notice: OfficialPaper, log: Log
) -> None:
    Dialogue.objects.of(dialogue.locality).update(openness="internal")
    notice.dialogue.refresh_from_db()
    with pytest.raises(Refused) as not_logged:
        log(notice)
    with pytest.raises(Refused) as not_drafted:
        draft_paper(actor=an, dialogue=notice.dialogue, code="correction")
    assert (not_logged.value.code, not_drafted.value.code) == ("posting.internal", "official_paper.not_for_this")


def test_who_leads_a_hamlet_logs_and_sees_what_is_of_her_own(
    an: Actor, hamlet_head: Actor, notice: OfficialPaper, hamlets: list[Hamlet], log: Log
) -> None:
    draft = PostingDraft(LOUDSPEAKER, date(2026, 3, 10))
    own = record_posting(actor=hamlet_head, paper=notice, draft=draft, hamlet=hamlets[0])
    for other in (hamlets[1], None):
        with pytest.raises(NotAllowed):
            record_posting(actor=hamlet_head, paper=notice, draft=draft, hamlet=other)
    for_all, elsewhere = log(notice), log(notice, BOARD, hamlets[1])
    assert list(postings_visible_to(hamlet_head)) == [own, for_all]
    assert list(postings_visible_to(an)) == [own, for_all, elsewhere]
    with pytest.raises(NotAllowed):
        void_posting(actor=hamlet_head, posting=elsewhere, reason="Nhầm")
    assert limit_of(notice.dialogue).state == "met"


def test_what_was_told_and_logged_stands_in_the_journal(notice: OfficialPaper, log: Log) -> None:
    log(notice)
    codes = list(JournalEntry.objects.order_by("pk").values_list("code", flat=True))
    assert codes[-5:] == [
        "attachment.add", "notice_facts.keep", "dialogue.announce", "posting.record", "deadline.meet",
    ]  # fmt: skip
