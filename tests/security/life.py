"""How a dialogue is lived on in the place: called, held, concluded, followed up; and what is set apart on the way.

Everything is done through the deeds, on its day. What is said in the hall looks ordinary until somebody sees what it
is: one comment on an official and one denunciation are set apart while the hall is open, the other denunciations only
once all papers that tell of them are issued.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from nghedan.domain.conclusions.queries import items_in_force, lacking
from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.conclusions.services.items import ItemDraft, edit_item
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.services.planning import edit_dialogue
from nghedan.domain.dialogues.services.scheduling import agree_dialogue, schedule_dialogue
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.letters import matters_in_writing, voices_told
from nghedan.domain.followup.queries.referrals import matters_to_refer, referrals_in
from nghedan.domain.followup.services import extending, letters, referrals, working
from nghedan.domain.followup.services.nudging import Owed
from nghedan.domain.followup.services.opening import open_commitments
from nghedan.domain.followup.services.papers import begin_settlement, begin_urging
from nghedan.domain.followup.services.verdicts import VerdictDraft, give_verdict
from nghedan.domain.followup.terms import DeliveryWay, Satisfaction, VerdictWay
from nghedan.domain.hall.models import Turn
from nghedan.domain.hall.queries.minutes import lines_of
from nghedan.domain.hall.services import attending, heard, lessons, minutes_editing, outcomes, projecting, session
from nghedan.domain.hall.services.agenda import start_agenda
from nghedan.domain.hall.services.minutes import begin_minutes
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.services.speaking import SpeakerDraft, call_next_speaker, register_speaker
from nghedan.domain.hall.terms import HallOutcome, LessonKind, RequestWay, SignerPart
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.services import allotting, guests
from nghedan.domain.invitations.services.allotting import Seats
from nghedan.domain.invitations.services.guests import GuestDraft
from nghedan.domain.matters.models import Answer
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services import answering
from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, finish_classifying
from nghedan.domain.matters.services.restricting import mark_conduct
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.notices.services.posting import PostingDraft, record_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, keep_signed_paper, sign_paper, submit_paper
from nghedan.domain.reports.services.publishing import publish_result, show_result
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from tests.security.place import HEARD, HELD_ON, MANNER, SPOKEN, Place, mark, phone_of, raised
from tests.support import paper as slips

OPENED = datetime(2026, 4, 15, 7, 30, tzinfo=clock.LOCAL_ZONE)
SET_APART_LATE = ("vla", "vwr", "vre", "vsh")
CALLED_ON, CONCLUDED_ON, FOLLOWED_ON = date(2026, 4, 1), date(2026, 4, 16), date(2026, 5, 12)
LAST = datetime(2026, 5, 20, 9, 0, tzinfo=clock.LOCAL_ZONE)
"""When all papers are out; from then on people look."""

WORDS = "Ông ấy nhận tiền nhũng{key} ạ, {mark}."
"""What is said in the hall under a key."""

OUTCOMES = {
    HEARD: HallOutcome.ANSWERED, "vde": HallOutcome.ANSWERED, "vla": HallOutcome.ANSWERED,
    "vwr": HallOutcome.IN_WRITING, "vre": HallOutcome.ABOVE, "vsh": HallOutcome.IN_WRITING,
    "vco": HallOutcome.ANSWERED,
}  # fmt: skip


def live_on(place: Place) -> None:
    """Live a founded place on to its last paper."""
    with on(CALLED_ON):
        be_called(place)
    with clock.frozen(OPENED):
        be_opened(place)
        be_heard(place)
        be_set_apart_at_the_desk(place)
    follow(place)


def follow(place: Place) -> None:
    """Live the weeks after the hall."""
    with on(CONCLUDED_ON):
        be_concluded(place)
    with on(FOLLOWED_ON):
        be_followed(place)


@contextmanager
def on(day: date, hour: int = 9) -> Iterator[None]:
    with clock.frozen(datetime(day.year, day.month, day.day, hour, tzinfo=clock.LOCAL_ZONE)):
        yield


def now_of(place: Place) -> Dialogue:
    """Return the dialogue as it is stored now."""
    return dialogue_for(place.actors["clerk"], place.dialogue.public_id)


def be_called(place: Place) -> None:
    """Call the people: the notice with its log, guests and delegates with names, the programme with its papers."""
    clerk, head = place.actors["clerk"], place.actors["head"]
    told = {"topics": ["Đường liên thôn"], "audience": ["Nhân dân thôn Đá Bạc"], "venue": "Hội trường xã"}
    edit_dialogue(actor=clerk, dialogue=now_of(place), changes=told)
    schedule_dialogue(actor=clerk, dialogue=now_of(place), held_on=HELD_ON, starts_at=OPENED.time())
    agree_dialogue(actor=head, dialogue=now_of(place), on=clock.today())
    notice = issued(place, "announcement", 31)
    posting = PostingDraft(PostingChannel.WEBSITE, clock.today(), by_whom="Văn phòng")
    record_posting(actor=clerk, paper=notice, draft=posting)
    dialogue = now_of(place)
    guests.add_guest(actor=clerk, dialogue=dialogue, draft=GuestDraft(person=person_of("vgu"), hamlet=place.hamlet))
    seats = Seats(1, HELD_ON - timedelta(days=7), "")
    (row,) = allotting.allot_seats(actor=clerk, dialogue=dialogue, seats=seats, hamlets=[place.hamlet])
    allotting.return_names(actor=clerk, allotment=row, persons=[person_of("vdl")])
    guests.mark_invited(actor=clerk, guests=list(guests_of(clerk, dialogue)))
    start_agenda(actor=clerk, dialogue=dialogue)
    issued(place, "programme", 32)
    draft_paper(actor=clerk, dialogue=now_of(place), code="invitation")


def be_opened(place: Place) -> None:
    """Open the hall: the ordinary voice registered before, a walk-in asks to speak at the door."""
    clerk, dialogue = place.actors["clerk"], now_of(place)
    session.open_session(actor=clerk, dialogue=dialogue)
    come = attending.Arrival(hamlet=place.hamlet, person=person_of("vwk"), wants_to_speak=False)
    attending.record_arrival(actor=clerk, dialogue=dialogue, arrival=come)
    for guest in list(guests_of(clerk, dialogue)):
        attending.record_arrival(actor=clerk, dialogue=dialogue, arrival=attending.Arrival(guest=guest))
    projecting.set_hall_page(actor=clerk, dialogue=dialogue, is_open=True, takes_requests=True)
    draft = OpinionDraft(
        words=f"Đường lầy lội {mark(HEARD, 'words')}", origin=Origin.PHONE, dialogue=dialogue, hamlet=place.hamlet,
        person=person_of("vid"),
    )  # fmt: skip
    place.opinions[HEARD] = receive_opinion(actor=clerk, body=place.committee, draft=draft)
    raised(place, HEARD)
    finish_classifying(actor=clerk, opinion=place.fresh(HEARD))
    asks = SpeakerDraft(opinion=place.fresh(HEARD), matter=place.matters[HEARD])
    register_speaker(actor=clerk, dialogue=dialogue, draft=asks)
    for key in (*SPOKEN, *MANNER):
        asks = SpeakerDraft(way=RequestWay.HALL, person=person_of(key), hamlet=place.hamlet, topic=mark(key, "spoke"))
        register_speaker(actor=clerk, dialogue=dialogue, draft=asks)


def be_heard(place: Place) -> None:
    """Let everybody speak, be answered, and stand on the screen; nothing is set apart yet."""
    clerk, dialogue = place.actors["clerk"], now_of(place)
    for key in (HEARD, *SPOKEN, *MANNER):
        turn = call_next_speaker(actor=clerk, dialogue=dialogue)
        if key == HEARD:
            heard.note_as_registered(actor=clerk, turn=turn)
        else:
            _speaks(place, turn, key)
        _is_answered(place, turn, key)


def show(place: Place, key: str) -> None:
    """Show what somebody speaks of to the hall, and let it be the last thing said."""
    projecting.show_topic(actor=place.actors["clerk"], dialogue=now_of(place), matter=place.matters[key])


def be_set_apart_at_the_desk(place: Place) -> None:
    """Set the comment on the official and the first denunciation apart, as the desk does."""
    clerk, dialogue = place.actors["clerk"], now_of(place)
    mark_conduct(actor=clerk, opinion=place.fresh("vco"), named=place.named("vco"))
    opinion, named = place.fresh("vde"), place.named("vde")
    heard.set_apart(actor=clerk, dialogue=dialogue, opinion=opinion, kind=MatterKind.DENUNCIATION, named=named)


def be_concluded(place: Place) -> None:
    """End the hall, sign the minutes, issue conclusion and result."""
    clerk = place.actors["clerk"]
    session.adjourn_session(actor=clerk, dialogue=now_of(place))
    _write_minutes(place)
    lessons.add_lesson(actor=clerk, dialogue=now_of(place), kind=LessonKind.TO_DO, text="Thử loa", unit=None)
    dialogue = now_of(place)
    draft_items(actor=clerk, dialogue=dialogue)
    for item in list(items_in_force(dialogue)):
        if lacking(item):
            given = item.group == ItemGroup.ASSIGNED
            draft = ItemDraft(
                item.text, ItemGroup(item.group), unit=place.units["economy"] if given else None,
                competent_body=item.competent_body or ("" if given else "Sở Xây dựng"),
                due_on=item.due_on or (HELD_ON + timedelta(days=14) if given else None), product=item.product,
            )  # fmt: skip
            edit_item(actor=clerk, item=item, draft=draft)
    paper = issued(place, "conclusion", 41)
    keep_signed_paper(actor=clerk, paper=paper, upload=slips.upload(slips.as_pdf([slips.blank((60, 80))]), "ky.pdf"))
    open_commitments(actor=clerk, paper=paper)
    issued(place, "result_notice", 42)
    issued(place, "minutes", 43)


def be_followed(place: Place) -> None:
    """Carry on: progress, more time, letters with a verdict, a referral with its reply, a report, the public page."""
    clerk, head = place.actors["clerk"], place.actors["head"]
    given = Commitment.objects.of(place.locality).select_related("unit", "dialogue__body", "matter", "locality")
    for row in list(given):
        key = next((one for one in SPOKEN if row.matter_id == getattr(place.matters.get(one), "pk", 0)), "")
        if key and key != "vsh":
            working.report_progress(actor=clerk, commitment=row, draft=working.ProgressDraft(mark(key, "done"), for_unit=True, received_how="điện thoại"))  # fmt: skip  # noqa: E501
            later = extending.ExtensionDraft(date(2026, 6, 30), mark(key, "later"), for_unit=True)
            extending.ask_extension(actor=clerk, commitment=row, draft=later)
    issued(place, "", 44, begin_urging(actor=clerk, dialogue=now_of(place), owed=Owed(place.units["economy"], 2, 0)))
    _answer_in_writing(place)
    _send_on(place)
    issued(place, "result_report", 47)
    issued(place, "", 48, begin_settlement(actor=clerk, dialogue=now_of(place)))
    shown = show_result(actor=clerk, dialogue=now_of(place), foreword="Xin cảm ơn.")
    publish_result(actor=head, result=shown)


def be_set_apart_late(place: Place) -> None:
    """Pass on what nobody took for a denunciation before: all papers tell of it already."""
    for key in SET_APART_LATE:
        opinion, named = place.fresh(key), place.named(key)
        register_petition(actor=place.actors["clerk"], opinion=opinion, kind=MatterKind.DENUNCIATION, named=named)


def issued(place: Place, code: str, number: int, paper: OfficialPaper | None = None) -> OfficialPaper:
    """Take a paper from its draft to its number."""
    clerk = place.actors["clerk"]
    paper = paper or draft_paper(actor=clerk, dialogue=now_of(place), code=code)
    submit_paper(actor=clerk, paper=paper)
    sign_paper(actor=place.actors["head"], paper=paper)
    return issue_paper(actor=clerk, paper=paper, number=f"{number}/TB-UBND", issued_on=clock.today())


def person_of(key: str) -> Person:
    """Return whose name, number, house and mailbox are marked with a key."""
    home = mark(key, "home")
    return Person(f"Vi Thị {mark(key, 'name')}", phone_of(key), f"Nhà {home}", contact=f"{home}@vidu.example")


def _speaks(place: Place, turn: Turn, key: str) -> None:
    clerk = place.actors["clerk"]
    words = WORDS.format(key=key, mark=mark(key, "words"))
    opinion = heard.note_speech(actor=clerk, turn=turn, words=words)
    place.opinions[key] = opinion
    title = words if key == "vsh" else f"Xem việc {mark(key, 'title')}"
    draft = MatterDraft(title=title, text=words, field=place.officials if key in MANNER else place.roads)
    (place.matters[key],) = heard.split_speech(actor=clerk, turn=turn, drafts=[draft])
    if key == "vsh":
        also_raises(actor=clerk, opinion=place.fresh(HEARD), matter=place.matters[key])


def _is_answered(place: Place, turn: Turn, key: str) -> None:
    kind = OUTCOMES[key]
    draft = OutcomeDraft(
        kind, text="Sẽ kiểm tra, trả lời." if key == "vsh" else mark(key, "told"), answered_by="Phòng economy",
        unit=place.units["economy"] if kind is HallOutcome.IN_WRITING else None,
        due_on=HELD_ON + timedelta(days=14) if kind is HallOutcome.IN_WRITING else None,
        competent_body="Sở Xây dựng" if kind is HallOutcome.ABOVE else "",
    )  # fmt: skip
    outcomes.record_outcome(
        actor=place.actors["clerk"], dialogue=now_of(place), matter=place.matters[key], draft=draft, turn=turn
    )


def _write_minutes(place: Place) -> None:
    """Write one line over by hand, then read, sign and lock; what the others think of it waits for nobody."""
    clerk, head = place.actors["clerk"], place.actors["head"]
    minutes = begin_minutes(actor=clerk, dialogue=now_of(place))
    line = next(one for one in lines_of(minutes) if mark("vla", "words") in one.text)
    minutes_editing.edit_line(actor=clerk, line=line, text=f"{line.text} {mark('vla', 'line')}")
    minutes = begin_minutes(actor=clerk, dialogue=now_of(place))
    minutes_editing.read_minutes(actor=clerk, minutes=minutes, corrections="Thống nhất.")
    signers = ((head, SignerPart.CHAIR), (clerk, SignerPart.FIRST_SECRETARY), (clerk, SignerPart.SECOND_SECRETARY))
    for actor, part in signers:
        minutes_editing.sign_minutes(actor=actor, minutes=minutes, part=part, name=actor.label)
    minutes_editing.lock_minutes(actor=clerk, minutes=minutes)


def _answer_in_writing(place: Place) -> None:
    clerk, head = place.actors["clerk"], place.actors["head"]
    for matter in matters_in_writing(clerk, now_of(place)):
        key = next(one for one in ("vwr", "vsh") if place.matters[one].pk == matter.pk)
        key = HEARD if key == "vsh" else key  # what a unit answers stays with a matter that others raise too
        told = answering.AnswerDraft(text=mark(key, "answer"), short=mark(key, "short"), basis=mark(key, "basis"))
        answer = answering.save_answer(actor=clerk, matter=matter, draft=told)
        answering.hand_in(actor=clerk, answer=answer)
        answering.check_answer(actor=clerk, answer=answer)
        answering.approve_answer(actor=head, answer=answer)
    assert Answer.objects.of(place.locality).filter(state="approved").count() == 2
    for number, paper in enumerate(letters.draft_letters(actor=clerk, dialogue=now_of(place)), 51):
        issued(place, "", number, paper)
    matter = matters_visible_to(clerk).select_related("answer", "dialogue__body").get(pk=place.matters["vwr"].pk)
    voice = voices_told(clerk, [matter])[0]
    letters.record_delivery(
        actor=clerk, voice=voice, draft=letters.DeliveryDraft(DeliveryWay.POST, clock.today(), "Văn thư")
    )
    said = VerdictDraft(Satisfaction.PARTLY, mark("vwr", "verdict"), VerdictWay.OFFICE)
    give_verdict(actor=clerk, opinion=voice.opinion, matter=matter, draft=said)


def _send_on(place: Place) -> None:
    clerk, dialogue = place.actors["clerk"], now_of(place)
    matters = list(matters_to_refer(clerk, dialogue))
    paper = referrals.draft_referral(actor=clerk, dialogue=dialogue, matters=matters, to_body="Sở Xây dựng")
    issued(place, "", 45, paper)
    for row in referrals_in(paper):
        referrals.record_reply(actor=clerk, referral=row, text=mark("vre", "reply"), number="7/SXD", on=clock.today())
        referrals.pass_on(actor=clerk, referral=row)
