"""Facts of papers, written by hand: an invented commune, its Party committee, four matters of three fields."""

from dataclasses import replace
from datetime import date

from nghedan.domain.matters.documents import chair_file, opinion_report, unit_letter
from nghedan.domain.matters.documents.entries import Earlier, Entry, Kept, Prepared
from nghedan.domain.matters.figures import NEUTRAL, NO_FIELD, NO_UNIT, Figures, Voices
from nghedan.domain.matters.terms import AnswerState, Competence, MatterKind, MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer
from nghedan.foundation.documents.model import Authority, Document, Signature

DAY = date(2026, 9, 4)
CONFERENCE = "hội nghị đối thoại ngày 15/9/2026"
THEME = "Nước sinh hoạt và giao thông nông thôn"

COMMITTEE = Issuer(
    name="Ủy ban nhân dân xã Yên Hòa", kind="people_committee", is_party=False, head_post="Chủ tịch",
    deputy_post="Phó Chủ tịch", lines=("ỦY BAN NHÂN DÂN", "XÃ YÊN HÒA"), superior=(), place="Yên Hòa",
    report_number="/BC-UBND", letter_number="/UBND-VP", office="Văn phòng HĐND và UBND xã", archive="VT, VP",
    signature=Signature(
        "PHÓ CHỦ TỊCH", "Trần Văn Dũng", (Authority.parse("TM. ỦY BAN NHÂN DÂN"), Authority.parse("KT. CHỦ TỊCH"))
    ),
)  # fmt: skip
PARTY = Issuer(
    name="Đảng ủy xã Yên Hòa", kind="party_committee", is_party=True, head_post="Bí thư", deputy_post="Phó Bí thư",
    lines=("ĐẢNG ỦY XÃ YÊN HÒA",), superior=("ĐẢNG BỘ TỈNH ĐÔNG SƠN",), place="Yên Hòa", report_number="-BC/ĐU",
    letter_number="-CV/ĐU", office="Văn phòng Đảng ủy", archive="Văn phòng Đảng ủy",
    signature=Signature("BÍ THƯ", "Hoàng Thị Mai", (Authority.parse("T/M BAN THƯỜNG VỤ"),)),
)  # fmt: skip



def plan_of(issuer: Issuer) -> str:
    """Return the plan that is carried out, as papers cite it."""
    return f"Kế hoạch số {'52-KH/ĐU ngày 30/4/2026' if issuer.is_party else '05/KH-UBND ngày 05/02/2026'}"


_PLAIN = Entry(
    number=1, title="Sửa bể nước thôn Bãi Đa", text="Bể nước hỏng từ tháng 3, hơn 40 hộ phải mua nước.",
    kind=MatterKind.PETITION, field="Nước sinh hoạt", level=Level.ORDINARY, state=MatterState.ASSIGNED,
    competence=Competence.OURS, competent_body="", place="Thôn Bãi Đa, thôn Suối Mơ",
    voices=Voices(14, date(2026, 8, 20), ("Thôn Bãi Đa", "Thôn Suối Mơ"), ("Phiếu ý kiến", "Họp thôn, tổ dân phố")),
    unit="Phòng Kinh tế", officer="Trưởng phòng Nguyễn Văn Phúc", due_on=date(2026, 9, 8), is_bounced=True,
    supports=("Công an xã",),
    earlier=(
        Earlier(2025, "Phòng Kinh tế", "thay máy bơm", date(2026, 3, 31), "Đang giải quyết", Kept.BROKEN),
        Earlier(2023, outcome="Đã trả lời, giải trình"),
    ),
)  # fmt: skip

TANK = _PLAIN
PIPE = replace(
    _PLAIN, number=2, title="Nối ống nước vào xóm trên", text="", kind=MatterKind.QUESTION, place="Thôn Bãi Đa",
    state=MatterState.PREPARED, voices=Voices(3, date(2026, 8, 21), ("Thôn Bãi Đa",), ("Phiếu ý kiến",)),
    is_bounced=False, supports=(), earlier=(),
    answer=Prepared(
        "Xã nối ống trong quý IV/2026.\nHộ dân góp công đào rãnh.\nPhòng Kinh tế đo đạc trong tháng 9.", "Đầy đủ",
        "Nghị quyết số 12/NQ-HĐND ngày 20/7/2026", "Chưa hứa số hộ được nối trong năm.", date(2026, 12, 20),
        AnswerState.APPROVED,
    ),
)  # fmt: skip
ROAD = replace(
    _PLAIN, number=3, title="Mở rộng tỉnh lộ 12", field="Giao thông", text="", state=MatterState.REFERRED,
    competence=Competence.ABOVE, competent_body="Sở Xây dựng", place="Thôn Suối Mơ", unit="", officer="", due_on=None,
    voices=Voices(2, date(2026, 8, 22), ("Thôn Suối Mơ",), ("Điện thoại, đường dây nóng",)), is_bounced=False,
    supports=(), earlier=(),
)  # fmt: skip
LAMP = replace(
    _PLAIN, number=4, title="Đèn đường trước trường học hỏng", field=NO_FIELD, text="", kind=MatterKind.REFLECTION,
    state=MatterState.SCREENED, unit="", officer="", due_on=None, place="Không ghi nơi", voices=Voices(1),
    is_bounced=False, supports=(), earlier=(),
)  # fmt: skip
MANNER = replace(
    _PLAIN, number=5, title="Cách tiếp dân tại bộ phận một cửa", field="Cán bộ, công vụ", level=Level.CONDUCT, text="",
    unit="Phòng Văn hóa - Xã hội", officer="", voices=Voices(2, date(2026, 8, 24)), is_bounced=False, supports=(),
    earlier=(), place="Thôn Bãi Đa",
)  # fmt: skip
ENTRIES = (ROAD, TANK, PIPE, LAMP)

FIGURES = Figures(
    voices=22,
    channels=(("Phiếu ý kiến", 15), ("Họp thôn, tổ dân phố", 4), ("Điện thoại, đường dây nóng", 2), (NEUTRAL, 1)),
    hamlets=(("Thôn Bãi Đa", 13), ("Thôn Suối Mơ", 8), (NEUTRAL, 1)),
    matters=4,
    fields=(("Giao thông", 1), ("Nước sinh hoạt", 2), (NO_FIELD, 1)),
    states=(("Chờ giao đơn vị", 1), ("Đang chuẩn bị trả lời", 1), ("Đã chuẩn bị trả lời", 1), ("Đã chuyển cơ quan có thẩm quyền", 1)),  # noqa: E501
    units=(("Phòng Kinh tế", 2), (NO_UNIT, 2)),
)


def letter() -> Document:
    """The letter of the committee to the division that answers, with one comment on officials behind it."""
    return unit_letter.document_of(letter_facts())


def letter_facts(issuer: Issuer = COMMITTEE) -> unit_letter.LetterFacts:
    return unit_letter.LetterFacts(
        issuer=issuer, unit="Phòng Kinh tế", theme=THEME, conference=CONFERENCE, plans=plan_of(issuer),
        day=DAY, due_on=date(2026, 9, 8), limit="chậm nhất ngày 08/9/2026 (07 ngày trước ngày tổ chức hội nghị)",
        led=(TANK, replace(PIPE, due_on=date(2026, 9, 10))), supported=(replace(LAMP, unit="Công an xã"),),
        about_officials=(MANNER,),
    )  # fmt: skip


def report(issuer: Issuer = COMMITTEE) -> Document:
    """The report of the committee."""
    return opinion_report.document_of(report_facts(issuer))


def report_facts(issuer: Issuer = COMMITTEE) -> opinion_report.ReportFacts:
    return opinion_report.ReportFacts(issuer, THEME, CONFERENCE, plan_of(issuer), DAY, FIGURES, ENTRIES)


def party_report() -> Document:
    """The same in the form of the Party."""
    return report(PARTY)


def party_letter() -> Document:
    """The letter in the form of the Party."""
    return unit_letter.document_of(letter_facts(PARTY))


def chairs_file() -> Document:
    """The head's file with every annex."""
    return chair_file.document_of(chair_facts())


def chair_facts() -> chair_file.ChairFacts:
    return chair_file.ChairFacts(
        body=COMMITTEE.name, theme=THEME, day=DAY, held_on=date(2026, 9, 15), made_for="Trần Văn Bình",
        figures=FIGURES, entries=ENTRIES, about_officials=(MANNER,),
        reports=(
            chair_file.Report("Hội Cựu chiến binh", "Tình hình hội viên", date(2026, 9, 1), "07-BC/CCB"),
            chair_file.Report("Hội Nông dân", "Tình hình sản xuất", None, ""),
        ),
        complaints=(
            chair_file.Complaint("41/2026", "Thôn Suối Mơ", date(2026, 8, 25), "Đã thụ lý", "Về bồi thường đất đồi"),
        ),
        denunciations=1,
    )  # fmt: skip
