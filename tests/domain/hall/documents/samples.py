"""Facts of the papers of the day, written by hand: a commune's conference, and one of its Party committee."""

from dataclasses import replace
from datetime import date

from nghedan.domain.hall.documents import (
    chair_script,
    lessons,
    mc_script,
    minutes,
    opening_report,
    previous_results,
    programme,
)
from nghedan.domain.hall.documents.previous_results import Settled
from nghedan.domain.hall.scripts import introducer_says
from nghedan.domain.hall.terms import AgendaPart
from nghedan.domain.papers.issuing import Issuer
from nghedan.foundation.documents.model import Document, Header
from tests.domain.matters.documents.samples import COMMITTEE, CONFERENCE, DAY, PARTY, THEME, plan_of

WHEN = "07 giờ 30 phút, thứ Ba, ngày 15/9/2026"
VENUE = "Hội trường UBND xã"
CHAIRS = ("Trần Văn Bình, Chủ tịch UBND xã", "Đại diện Thường trực HĐND xã")


def _header(issuer: Issuer, abbreviation: str) -> Header:
    number = f"-{abbreviation}/ĐU" if issuer.is_party else f"/{abbreviation}-UBND"
    return Header(issuer=issuer.lines, superior=issuer.superior, number=number, place=issuer.place, month=9, year=2026)


def _programme(issuer: Issuer) -> Document:
    rows = (
        programme.Row("7h30 - 7h40", "Tuyên bố lý do, giới thiệu đại biểu", issuer.office),
        programme.Row("7h40 - 9h10", "Nhân dân phát biểu ý kiến", "Đại biểu dự hội nghị"),
        programme.Row("9h10 - 9h25", "Chủ trì kết luận", "Chủ trì hội nghị"),
    )
    return programme.document_of(
        programme.ProgrammeFacts(
            issuer, _header(issuer, "CTr"), CONFERENCE, THEME, WHEN, VENUE, CHAIRS, rows, "Có mặt trước 15 phút."
        )
    )


def state_programme() -> Document:
    return _programme(COMMITTEE)


def party_programme() -> Document:
    return _programme(PARTY)


def _opening(issuer: Issuer) -> Document:
    titles = opening_report.TITLES[issuer.is_party]
    told = ("Thu ngân sách đạt 58%.", "Làm xong 3,2 km đường.\nHai nhà sinh hoạt.", "", "Giải quyết việc đã hẹn.")
    sections = tuple(zip(titles.values(), told, strict=True))
    return opening_report.document_of(
        opening_report.OpeningFacts(issuer, _header(issuer, "BC"), CONFERENCE, plan_of(issuer), sections)
    )


def state_opening() -> Document:
    return _opening(COMMITTEE)


def party_opening() -> Document:
    return _opening(PARTY)


def _results(issuer: Issuer) -> Document:
    rows = (
        previous_results.Row(Settled.DONE, "Sửa bể nước thôn Bãi Đa", "Phòng Kinh tế", "Đã giải quyết xong."),
        previous_results.Row(Settled.IN_WORK, "Nối ống nước", "Phòng Kinh tế", "Đang giải quyết. Hẹn ngày 20/12/2026."),
        previous_results.Row(Settled.NOT_YET, "Đèn trước trường học", "Chưa giao đơn vị", "Chờ giao đơn vị."),
    )  # fmt: skip
    facts = previous_results.ResultFacts(
        issuer, _header(issuer, "BC"), CONFERENCE, ("hội nghị đối thoại ngày 12/9/2025",), rows, DAY,
        "Chưa bố trí được vốn.", "Bố trí vốn quý IV/2026.",
    )  # fmt: skip
    return previous_results.document_of(facts)


def state_results() -> Document:
    return _results(COMMITTEE)


def party_results() -> Document:
    return _results(PARTY)


def _minutes(issuer: Issuer, presiding: tuple[str, ...], signers: tuple[tuple[str, str], ...]) -> Document:
    lines = (
        minutes.Line("7h30", "Khai mạc hội nghị.", is_session=True),
        minutes.Line("7h42", "Ông/bà Hoàng Văn Mạnh (Thôn Bãi Đa) phát biểu: Bể nước hỏng từ tháng 3."),
        minutes.Line("7h45", "Phòng Kinh tế trả lời nội dung “Sửa bể nước”: Thay bơm trong tháng 10."),
        minutes.Line("7h46", "Chủ trì kết luận: giao Phòng Kinh tế kiểm tra, xác minh và trả lời bằng văn bản nội dung “Sửa bể nước” trước ngày 30/9/2026."),  # noqa: E501
        minutes.Line("8h10", "Có ý kiến về cán bộ, công vụ, tiếp nhận riêng."),
        minutes.Line("9h25", "Bế mạc hội nghị.", is_session=True),
    )  # fmt: skip
    facts = minutes.MinutesFacts(
        issuer=issuer, header=_header(issuer, "BB"), conference=CONFERENCE, theme=THEME, plans=plan_of(issuer),
        venue=VENUE, opened="07 giờ 30 phút ngày 15/9/2026", adjourned="09 giờ 25 phút ngày 15/9/2026",
        presiding=presiding, secretaries=("Nguyễn Thị An, Công chức Văn phòng", "Lý Văn Khải, Công chức Văn hóa"),
        present="Đại diện 12 thôn.", came=86, lines=lines, corrections="Thống nhất.", later=("Số bể là hai.",),
        signers=signers,
    )  # fmt: skip
    return minutes.document_of(facts)


def state_minutes() -> Document:
    signers = (("THƯ KÝ", "Nguyễn Thị An"), ("THƯ KÝ", "Lý Văn Khải"), ("CHỦ TRÌ", "Trần Văn Bình"), ("ĐỒNG CHỦ TRÌ", "Phạm Thị Sen"))  # fmt: skip  # noqa: E501
    return _minutes(COMMITTEE, CHAIRS, signers)


def party_minutes() -> Document:
    signers = (("THƯ KÝ", "Nguyễn Thị An"), ("THƯ KÝ", "Lý Văn Khải"), ("CHỦ TRÌ", "Hoàng Thị Mai"))
    return _minutes(PARTY, ("Hoàng Thị Mai, Bí thư Đảng ủy",), signers)


def minutes_of_five() -> Document:
    """Two secretaries, the chair and two co-chairs, one of them not named: five sign, in two rows."""
    signers = (
        ("THƯ KÝ", "Nguyễn Thị An"), ("THƯ KÝ", "Lý Văn Khải"), ("CHỦ TRÌ", "Trần Văn Bình"),
        ("ĐỒNG CHỦ TRÌ", "Hoàng Thị Mai"), ("ĐỒNG CHỦ TRÌ", ""),
    )  # fmt: skip
    return _minutes(COMMITTEE, (*CHAIRS, "Hoàng Thị Mai, Bí thư Đảng ủy"), signers)


def _lessons(issuer: Issuer) -> Document:
    facts = lessons.LessonFacts(
        issuer, _header(issuer, "BB"), CONFERENCE, "14 giờ ngày 20/9/2026, phòng họp.", "Trần Văn Bình, chủ trì.",
        "Thực hiện các việc trên.", "Nguyễn Thị An", "Trần Văn Bình",
        ("Loa nghe rõ",), ("Trả lời còn dài (Phòng Kinh tế)",),
        (("Thử loa trước một ngày", "Phòng Văn hóa - Xã hội"), ("Gửi câu trả lời sớm", "")),
    )  # fmt: skip
    return lessons.document_of(facts)


def state_lessons() -> Document:
    return _lessons(COMMITTEE)


def party_lessons() -> Document:
    return _lessons(PARTY)


def introducer() -> Document:
    """The introducer's script of a conference of two items, with those present."""
    words = {"greeting": mc_script.GREETINGS[False], "body": COMMITTEE.name, "theme": THEME, "chair": CHAIRS[0]}
    words["following"] = plan_of(COMMITTEE)
    fields = {**words, "title": "Nhân dân phát biểu ý kiến", "responsible": "đại biểu"}
    spoken = tuple(
        mc_script.Spoken(when, title, part, tuple(one.format(**fields) for one in introducer_says()[part]))
        for when, title, part in (
            ("07 giờ 30 phút, 10 phút", "Tuyên bố lý do, giới thiệu đại biểu", AgendaPart.OPENING),
            ("07 giờ 40 phút, 90 phút", "Nhân dân phát biểu ý kiến", AgendaPart.SPEAKING),
        )
    )
    present = (("Thường trực Đảng ủy, cấp ủy", ("Hoàng Thị Mai, Bí thư Đảng ủy",)), ("Đại biểu Nhân dân", ("Hoàng Văn Mạnh",)))  # fmt: skip  # noqa: E501
    return mc_script.document_of(mc_script.ScriptFacts(COMMITTEE, THEME, WHEN, VENUE, DAY, spoken, CHAIRS, present))


CHAIRED = chair_script.ChairScriptFacts(
    issuer=COMMITTEE,
    theme=THEME,
    when=WHEN,
    day=DAY,
    minutes=3,
    is_own=False,
    is_internal=False,
    items=("07 giờ 30 phút: Tuyên bố lý do", "07 giờ 40 phút: Phát biểu"),
    presiding=CHAIRS,
)


def chairs_script() -> Document:
    return chair_script.document_of(CHAIRED)


def secretarys_script() -> Document:
    """The same for the Party's own conference."""
    own = replace(
        CHAIRED, issuer=PARTY, is_own=True, is_internal=True, presiding=("Hoàng Thị Mai, Bí thư Đảng ủy",),
        day=date(2026, 9, 4),
    )  # fmt: skip
    return chair_script.document_of(own)
