"""Facts of the papers after a conference, written by hand: an invented commune and its Party committee."""

from dataclasses import replace
from datetime import date

from nghedan.domain.conclusions.documents import conclusion, result_notice
from nghedan.domain.conclusions.documents.conclusion import ConclusionFacts, Row
from nghedan.domain.conclusions.documents.result_notice import ResultFacts, Told
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.followup.documents import (
    inspection_list,
    monday_brief,
    settlement_notice,
    tracking_table,
    urging_letter,
)
from nghedan.domain.followup.documents.facts import Row as Owed
from nghedan.domain.followup.documents.monday_brief import Asked, BriefFacts
from nghedan.domain.followup.documents.urging_letter import UrgingFacts
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.papers.issuing import Issuer, header_of
from nghedan.foundation.documents.model import Document
from tests.domain.matters.documents.samples import COMMITTEE, PARTY

DAY = date(2026, 9, 23)
CONFERENCE = "hội nghị đối thoại với Nhân dân ngày 15/9/2026"
TANK = Row(
    "Sửa bể nước thôn Bãi Đa: kiểm tra, thay máy bơm", "Phòng Kinh tế", "Công an xã", date(2026, 10, 15),
    "Văn bản trả lời người kiến nghị",
)  # fmt: skip
CONCLUDED = ConclusionFacts(
    title="Kết luận của Chủ tịch Ủy ban nhân dân xã tại Hội nghị đối thoại với Nhân dân ngày 15/9/2026",
    header=header_of(COMMITTEE, "/TB-UBND", DAY),
    issuer=COMMITTEE,
    opening=(
        (
            "Ngày 15/9/2026, tại Nhà văn hóa xã, đồng chí Hoàng Văn Sơn, Chủ tịch Ủy ban nhân dân xã chủ trì hội nghị "
            "đối thoại với Nhân dân, chủ đề “Nước sinh hoạt và giao thông nông thôn”."
        ),
        "Sau khi nghe các ý kiến, Chủ tịch Ủy ban nhân dân xã kết luận như sau:",
    ),
    assessment="Hội nghị diễn ra dân chủ, thẳng thắn.",
    discussed="Các nội dung trao đổi thuộc lĩnh vực: Nước sinh hoạt (02 nội dung).",
    general="Văn phòng HĐND và UBND xã theo dõi, đôn đốc.",
    rows={
        ItemGroup.ASSIGNED: (TANK, replace(TANK, text="Đo đạc tuyến ống xóm trên", supporting="", product="")),
        ItemGroup.RESOLVED: (Row("Cấp lại sổ hộ nghèo: nộp hồ sơ tại bộ phận một cửa"),),
        ItemGroup.OUTSIDE: (Row("Mở rộng tỉnh lộ 12", competent_body="Sở Xây dựng"),),
        ItemGroup.GENERAL: (Row("Các đơn vị thực hiện đúng những gì đã trả lời"),),
    },
)
RESULT = ResultFacts(
    title="Kết quả Hội nghị đối thoại với Nhân dân ngày 15/9/2026",
    header=header_of(COMMITTEE, "/TB-UBND", DAY),
    issuer=COMMITTEE,
    opening="Ngày 15/9/2026, Ủy ban nhân dân xã Yên Hòa tổ chức hội nghị đối thoại; nay thông báo kết quả như sau:",
    figures="Hội nghị có 86 đại biểu và người dân dự, 12 lượt phát biểu",
    answered={"An sinh xã hội": (Told("Cấp lại sổ hộ nghèo", "Nộp hồ sơ tại bộ phận một cửa, không thu lệ phí."),)},
    given=(Told("Sửa bể nước thôn Bãi Đa", unit="Phòng Kinh tế", due_on=date(2026, 10, 15)),),
    outside=(Told("Mở rộng tỉnh lộ 12", competent_body="Sở Xây dựng"),),
    where="Văn phòng HĐND và UBND xã, trong giờ làm việc.",
    more="",
)
LATE = Owed(
    text="Sửa bể nước thôn Bãi Đa", unit="Phòng Kinh tế", supporting="", product="", due_on=date(2026, 10, 15),
    first_due_on=date(2026, 9, 30), state=CommitmentState.IN_PROGRESS, is_late=True, days_over=5, rests=False,
    said="Đang chờ máy bơm", ordered_by="41/TB-UBND ngày 23/9/2026",
)  # fmt: skip


def concluded() -> Document:
    return conclusion.document_of(CONCLUDED)


def party_concluded() -> Document:
    title = "kết luận của đồng chí Bí thư Đảng ủy tại hội nghị đối thoại với Nhân dân ngày 15/9/2026"
    header = header_of(PARTY, "-TB/ĐU", DAY)
    opening = (
        "Ngày 15/9/2026, tại Nhà văn hóa xã, đồng chí Hoàng Thị Mai, Bí thư Đảng ủy chủ trì hội nghị đối thoại.",
        "Sau khi nghe các ý kiến, đồng chí Bí thư Đảng ủy kết luận như sau:",
    )
    return conclusion.document_of(replace(CONCLUDED, title=title, header=header, issuer=PARTY, opening=opening))


def told() -> Document:
    return result_notice.document_of(RESULT)


def party_told() -> Document:
    """The Party committee tells the people of a conference it held with them."""
    title = "về kết quả hội nghị đối thoại với Nhân dân ngày 15/9/2026"
    header = header_of(PARTY, "-TB/ĐU", DAY)
    opening = (
        "Ngày 15/9/2026, Đảng ủy xã Yên Hòa tổ chức hội nghị đối thoại với Nhân dân; nay thông báo kết quả như sau:"
    )
    where = "Văn phòng Đảng ủy, trong giờ làm việc."
    facts = replace(RESULT, title=title, header=header, issuer=PARTY, opening=opening, where=where, outside=())
    return result_notice.document_of(facts)


def settled(issuer: Issuer = COMMITTEE) -> Document:
    """What became of the matters: one settled, one in time, one late, one sent on."""
    pipe = settlement_notice.Settled("Nối ống nước vào xóm trên", unit="Phòng Kinh tế", due_on=date(2026, 12, 20))
    facts = settlement_notice.SettlementFacts(
        title=f"{'về k' if issuer.is_party else 'K'}ết quả giải quyết kiến nghị sau {CONFERENCE}",
        header=header_of(issuer, "-TB/ĐU" if issuer.is_party else "/TB-UBND", DAY),
        issuer=issuer,
        conference=CONFERENCE,
        day=date(2026, 10, 20),
        done=(settlement_notice.Settled("Cấp lại sổ hộ nghèo", "Đã trả lời tại hội nghị", "Phòng Văn hóa - Xã hội"),),
        under_way=(
            pipe,
            replace(
                pipe, title="Sửa bể nước thôn Bãi Đa", due_on=date(2026, 10, 15), first_due_on=date(2026, 9, 30),
                is_late=True,
            ),
        ),
        elsewhere=(settlement_notice.Settled("Mở rộng tỉnh lộ 12", competent_body="Sở Xây dựng"),),
        where=f"{issuer.office}, trong giờ làm việc.",
    )  # fmt: skip
    return settlement_notice.document_of(facts)


def party_settled() -> Document:
    return settled(PARTY)


def tracked() -> Document:
    """A late task, one in time, one done."""
    near = replace(
        LATE, text="Đo đạc tuyến ống", is_late=False, days_over=0, said="", supporting="Công an xã",
        due_on=date(2026, 12, 20), first_due_on=date(2026, 12, 20), matter="2/2026",
    )  # fmt: skip
    done = replace(near, text="Cấp lại sổ hộ nghèo", state=CommitmentState.CONFIRMED, said="Đã cấp sổ mới.", place="")
    late = replace(LATE, matter="1/2026", place="Thôn Bãi Đa", field="Nước sinh hoạt", nudges=2)
    facts = tracking_table.TrackingFacts(
        conference=f"{CONFERENCE[:1].upper()}{CONFERENCE[1:]}", theme="Nước sinh hoạt và giao thông nông thôn",
        body=COMMITTEE.name, day=date(2026, 10, 20), rows=(late, near, done),
    )  # fmt: skip
    return tracking_table.document_of(facts)


def inspected() -> Document:
    """Two units of the Party's conference, three signs."""
    late = replace(LATE, nudges=2, days_over=8)
    silent = replace(late, text="Tuần tra ban đêm", unit="Công an xã", said="", nudges=0, extended=1)
    facts = inspection_list.InspectionFacts(
        f"{CONFERENCE[:1].upper()}{CONFERENCE[1:]}", PARTY.name, date(2026, 10, 23), (late, silent)
    )
    return inspection_list.document_of(facts)


def urged() -> Document:
    facts = UrgingFacts(
        title=f"đôn đốc thực hiện kết luận tại {CONFERENCE}", header=header_of(COMMITTEE, "/UBND-VP", DAY),
        issuer=COMMITTEE, unit="Phòng Kinh tế", conference=CONFERENCE,
        ordered_by="Thông báo số 41/TB-UBND ngày 23/9/2026",
        rows=(LATE,), demand="Yêu cầu báo cáo kết quả trong 05 ngày làm việc kể từ ngày ký.",
    )  # fmt: skip
    return urging_letter.document_of(facts)


def monday() -> Document:
    near = replace(LATE, text="Đo đạc tuyến ống", is_late=False, days_over=0, said="")
    asked = Asked("Công an xã", "Tuần tra ban đêm", date(2026, 11, 1), "Thiếu người")
    facts = BriefFacts(COMMITTEE.name, date(2026, 10, 19), date(2026, 10, 25), (LATE,), (near,), (asked,), 7)
    return monday_brief.document_of(facts)
