"""The papers with facts that are rare and true: nobody beside the chair or two, nothing raised or very much, names and
titles as long as they get, what may be missing missing. They have no golden text; ``test_whole.py`` looks for faults.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from nghedan.domain.conclusions.documents import conclusion, result_notice
from nghedan.domain.followup.documents import (
    answer_letter,
    inspection_list,
    monday_brief,
    referral_letter,
    settlement_notice,
    tracking_table,
)
from nghedan.domain.hall.documents import chair_script, lessons, mc_script, minutes, previous_results, programme
from nghedan.domain.invitations.documents import guest_list, introduction_list, invitation, name_cards, signing_list
from nghedan.domain.matters.documents import chair_file, opinion_report, unit_letter
from nghedan.domain.matters.figures import Figures
from nghedan.domain.notices.documents import announcement, loudspeaker, poster
from nghedan.domain.plans.terms import Openness
from nghedan.domain.reports.documents import result_report
from nghedan.domain.reports.figures import DialogueFigures
from nghedan.domain.reports.rules.counting import Punctuality, Tally
from nghedan.foundation.documents.model import Authority, Document, PaperSize, Signature
from tests.domain.conclusions import samples as after
from tests.domain.followup.letters import samples as letters
from tests.domain.hall.documents import samples as hall
from tests.domain.invitations import samples as guests
from tests.domain.matters.documents import samples as matters
from tests.domain.notices import samples as notices
from tests.domain.reports import samples as reports

LONG_UNIT = "Trung tâm Cung ứng dịch vụ sự nghiệp công, quản lý hạ tầng đô thị và vệ sinh môi trường liên phường"
LONG_BODY = "Ủy ban nhân dân phường Nguyễn Thị Minh Khai - Trần Quang Khải"
LONG_NAME = "Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên"
LONG_POST = "Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân, Trưởng Ban Chỉ đạo thực hiện dân chủ ở cơ sở"
LONG_TITLE = (
    "Đề nghị sớm sửa chữa, nâng cấp, mở rộng tuyến đường liên thôn từ nhà văn hóa thôn Bãi Đa qua cầu Suối Mơ đến trạm "
    "y tế xã, đã hư hỏng nặng nhiều năm, gây mất an toàn cho học sinh và bà con đi lại mùa mưa lũ"
)
COMMITTEE = replace(
    matters.COMMITTEE, name=LONG_BODY, lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG NGUYỄN THỊ MINH KHAI - TRẦN QUANG KHẢI"),
    place="Nguyễn Thị Minh Khai - Trần Quang Khải",
    signature=Signature("PHÓ CHỦ TỊCH", LONG_NAME, (Authority.parse("TM. ỦY BAN NHÂN DÂN"), Authority.parse("KT. CHỦ TỊCH"))),  # noqa: E501
)  # fmt: skip
NOTHING_COUNTED = Figures(0, (), (), 0, (), (), ())

STATE, PARTY, WORKING, LARGE = "nd30-2020", "hd05-2026", "working", "working-large"
Case = tuple[Callable[[], Document], str]


def _matters(count: int) -> tuple[matters.Entry, ...]:
    """So many matters, the longest titles among them, of a field each ten."""
    base = (matters.TANK, matters.PIPE, matters.ROAD, matters.LAMP)
    return tuple(
        replace(
            one, number=at, title=LONG_TITLE if at % 5 == 0 else f"{one.title} {at}", field=f"Lĩnh vực {at // 10}",
            unit=LONG_UNIT if at % 7 == 0 and one.unit else one.unit,
        )
        for at, one in enumerate(base[at % 4] for at in range(count))
    )  # fmt: skip


def opinions(count: int) -> Document:
    figures = replace(matters.FIGURES, voices=count, matters=count) if count else NOTHING_COUNTED
    facts = replace(matters.report_facts(COMMITTEE), entries=_matters(count), figures=figures)
    return opinion_report.document_of(facts)


def chairs_file(count: int) -> Document:
    facts = replace(matters.chair_facts(), entries=_matters(count), body=LONG_BODY, theme=LONG_TITLE)
    bare = replace(facts, reports=(), about_officials=(), complaints=(), denunciations=0, figures=NOTHING_COUNTED)
    return chair_file.document_of(facts if count else bare)


def letter(count: int) -> Document:
    facts = replace(matters.letter_facts(COMMITTEE), unit=LONG_UNIT, led=_matters(count), supported=())
    return unit_letter.document_of(replace(facts, about_officials=(), plans=""))


def concluded(count: int) -> Document:
    row = replace(after.TANK, text=LONG_TITLE, unit=LONG_UNIT, supporting=LONG_UNIT)
    rows = dict.fromkeys(after.CONCLUDED.rows, (row,) * count) if count else {}
    title = f"Kết luận của {LONG_POST} tại Hội nghị đối thoại với Nhân dân ngày 15/9/2026"
    facts = replace(after.CONCLUDED, issuer=COMMITTEE, title=title, rows=rows, general="", assessment="", discussed="")
    return conclusion.document_of(facts)


def told(count: int) -> Document:
    row = result_notice.Told(LONG_TITLE, "Đã trả lời.", LONG_UNIT, date(2026, 10, 15), LONG_UNIT)
    rows = (row,) * count
    facts = replace(
        after.RESULT, issuer=COMMITTEE, answered={"Giao thông": rows} if count else {}, given=rows, outside=rows,
        figures="", where="",
    )  # fmt: skip
    return result_notice.document_of(facts)


def settled_nothing() -> Document:
    facts = settlement_notice.SettlementFacts(
        after.CONFERENCE, after.CONCLUDED.header, COMMITTEE, after.CONFERENCE, after.DAY, (), (), (), ""
    )
    return settlement_notice.document_of(facts)


def tracked(count: int) -> Document:
    row = replace(after.LATE, text=LONG_TITLE, unit=LONG_UNIT, supporting=LONG_UNIT, asked_until=date(2026, 12, 1))
    conference = "Hội nghị đối thoại ngày 15/9/2026"
    facts = tracking_table.TrackingFacts(conference, LONG_TITLE, LONG_BODY, after.DAY, (row,) * count)
    return tracking_table.document_of(facts)


def inspected_none() -> Document:
    return inspection_list.document_of(inspection_list.InspectionFacts("Hội nghị", "Đảng ủy xã", after.DAY, ()))


def monday(count: int) -> Document:
    row = replace(after.LATE, text=LONG_TITLE, unit=LONG_UNIT)
    return monday_brief.document_of(
        monday_brief.BriefFacts(LONG_BODY, after.DAY, after.DAY, (row,) * count, (row,) * count, (), 2 * count)
    )


def held(signers: tuple[tuple[str, str], ...]) -> Document:
    facts = minutes.MinutesFacts(
        issuer=COMMITTEE, header=after.CONCLUDED.header, conference=hall.CONFERENCE, theme=LONG_TITLE, plans="",
        venue="Hội trường UBND phường", opened="08 giờ ngày 15/9/2026", adjourned="", presiding=(), present="", came=0,
        secretaries=("Nguyễn Thị An",), lines=(), corrections="", later=(), signers=signers,
    )  # fmt: skip
    return minutes.document_of(facts)


def learned_nothing() -> Document:
    facts = lessons.LessonFacts(
        COMMITTEE, after.CONCLUDED.header, hall.CONFERENCE, "14 giờ ngày 20/9/2026.", "", "", "", "", (), (), ()
    )
    return lessons.document_of(facts)


def results_of_nothing() -> Document:
    facts = previous_results.ResultFacts(COMMITTEE, after.CONCLUDED.header, hall.CONFERENCE, (), (), hall.DAY)
    return previous_results.document_of(facts)


def programme_of(presiding: tuple[str, ...]) -> Document:
    rows = (programme.Row("7h30 - 7h40", LONG_TITLE, LONG_UNIT),) * 12
    return programme.document_of(
        programme.ProgrammeFacts(COMMITTEE, after.CONCLUDED.header, hall.CONFERENCE, LONG_TITLE, hall.WHEN, hall.VENUE, presiding, rows)  # noqa: E501
    )


def script_without_names() -> Document:
    facts = mc_script.ScriptFacts(COMMITTEE, LONG_TITLE, hall.WHEN, "", hall.DAY, (), ())
    return mc_script.document_of(facts)


def chair_alone() -> Document:
    facts = replace(hall.CHAIRED, issuer=COMMITTEE, theme=LONG_TITLE, is_internal=True, items=(), presiding=())
    return chair_script.document_of(facts)


def calling(openness: Openness = Openness.OPEN, **more: object) -> announcement.Calling:
    bare = replace(
        notices.STATE, issuer=COMMITTEE, theme=LONG_TITLE, topics=(LONG_TITLE,) * 5, venue=LONG_UNIT, openness=openness,
        co_chairs=(LONG_POST, "Đại diện Thường trực Hội đồng nhân dân"),
    )  # fmt: skip
    return replace(bare, **more)  # type: ignore[arg-type]


MISSING = {"plans": "", "basis": "", "topics": (), "audience": (), "co_chairs": (), "cut_off": None, "contact": "", "address": "", "heads": ()}  # noqa: E501


def announced(**more: object) -> Document:
    facts = announcement.AnnouncementFacts(
        title="tổ chức hội nghị đối thoại với Nhân dân năm 2026", header=after.CONCLUDED.header,
        calling=calling(**more), rules="", contact="", more="",  # type: ignore[arg-type]
    )  # fmt: skip
    return announcement.document_of(facts)


GUEST = replace(guests.ENTRIES[0], name=LONG_NAME, title=LONG_POST, organisation=LONG_UNIT, hamlet="thôn Suối Mơ")
NAMELESS = replace(GUEST, name="", organisation="", hamlet="")
NOBODY = replace(NAMELESS, title="")


def invited() -> Document:
    facts = replace(guests._facts(COMMITTEE), theme=LONG_TITLE, topics=(), presided=(), plans="", prepare=())
    linked = replace(GUEST, address=guests.ENTRIES[6].address, code="k3f7-9qzt")
    return invitation.document_of(facts, (linked, NAMELESS, NOBODY))


def listed(count: int) -> guest_list.ListFacts:
    return guest_list.ListFacts(LONG_BODY, f"Hội nghị đối thoại: {LONG_TITLE}", (GUEST, NAMELESS, NOBODY) * count)


def introduced(count: int) -> Document:
    facts = introduction_list.IntroductionFacts(LONG_BODY, LONG_TITLE, is_party=True, entries=listed(count).entries)
    return introduction_list.document_of(facts)


def reported(figures: DialogueFigures) -> Document:
    facts = reports._facts(COMMITTEE, ("Sở Nội vụ tỉnh Đông Sơn",), "Kết quả")
    return result_report.document_of(replace(facts, figures=figures, rows=(), written=(), prepared=""))


def answered() -> Document:
    facts = replace(
        letters.TO_MANG, issuer=COMMITTEE, name=LONG_NAME, title=LONG_TITLE, checked="", basis="", following="",
        unit="", hamlet="", bearer="",
    )  # fmt: skip
    return answer_letter.document_of(facts)


def sent_on(count: int) -> Document:
    row = referral_letter.Row(LONG_TITLE, "Không ghi nơi", 14, "Nước sạch, điện, chiếu sáng, viễn thông")
    facts = replace(letters.ABOVE, issuer=COMMITTEE, to=LONG_UNIT, rows=(row,) * count, view="")
    return referral_letter.document_of(facts)


ONE, FIVE = (("CHỦ TRÌ", LONG_NAME),), (("THƯ KÝ", LONG_NAME),) * 2 + (("ĐỒNG CHỦ TRÌ", LONG_NAME),) * 3
QUIET = DialogueFigures(date(2026, 9, 25), 0, (), 0, 0, Tally(0, {}, {}, {}), 0, 0, Punctuality())
CASES: dict[str, Case] = {
    **{f"opinions-{count}": (lambda count=count: opinions(count), STATE) for count in (0, 1, 40)},
    **{f"chairs-file-{count}": (lambda count=count: chairs_file(count), LARGE) for count in (0, 1, 40)},
    **{f"letter-{count}": (lambda count=count: letter(count), STATE) for count in (1, 40)},
    **{f"concluded-{count}": (lambda count=count: concluded(count), STATE) for count in (0, 1, 40)},
    **{f"told-{count}": (lambda count=count: told(count), STATE) for count in (0, 1, 40)},
    **{f"tracked-{count}": (lambda count=count: tracked(count), WORKING) for count in (0, 40)},
    **{f"monday-{count}": (lambda count=count: monday(count), WORKING) for count in (0, 40)},
    **{f"sent-on-{count}": (lambda count=count: sent_on(count), STATE) for count in (1, 40)},
    "settled-nothing": (settled_nothing, STATE),
    "inspected-none": (inspected_none, WORKING),
    "minutes-one-signs": (lambda: held(ONE), STATE),
    "minutes-five-sign": (lambda: held(FIVE), STATE),
    "learned-nothing": (learned_nothing, STATE),
    "results-of-nothing": (results_of_nothing, STATE),
    "programme-alone": (lambda: programme_of(()), STATE),
    "programme-of-three": (lambda: programme_of((LONG_POST,) * 3), STATE),
    "introducer-bare": (script_without_names, LARGE),
    "chair-alone": (chair_alone, LARGE),
    "announced-long": (announced, STATE),
    "announced-bare": (lambda: announced(openness=Openness.INVITATION, **MISSING), STATE),
    "loudspeaker-long": (lambda: loudspeaker.document_of(calling()), LARGE),
    "loudspeaker-bare": (lambda: loudspeaker.document_of(calling(**MISSING)), LARGE),
    "poster-a4-long": (lambda: poster.document_of(calling(), PaperSize.A4), "poster-a4"),
    "poster-a3-invited": (lambda: poster.document_of(calling(openness=Openness.INVITATION), PaperSize.A3), "poster-a3"),
    "poster-a4-bare": (lambda: poster.document_of(calling(**MISSING), PaperSize.A4), "poster-a4"),
    "invited": (invited, STATE),
    "guest-list-none": (lambda: guest_list.document_of(listed(0)), WORKING),
    "guest-list-many": (lambda: guest_list.document_of(listed(40)), WORKING),
    "signing-list-many": (lambda: signing_list.document_of(listed(40)), LARGE),
    "introduced-many": (lambda: introduced(10), LARGE),
    "introduced-none": (lambda: introduced(0), LARGE),
    "name-cards-long": (lambda: name_cards.document_of(listed(2).entries), "poster-a3"),
    "reported-nothing": (lambda: reported(QUIET), STATE),
    "answered-briefly": (answered, STATE),
}
