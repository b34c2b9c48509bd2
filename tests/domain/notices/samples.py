"""Facts of notices, written by hand: an invented commune and its Party committee call the people, then change it."""

from dataclasses import replace
from datetime import date, time

from nghedan.domain.dialogues.terms import Medium
from nghedan.domain.notices.documents import announcement, correction, loudspeaker, poster, postponement
from nghedan.domain.notices.documents.calling import Calling
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.documents.model import Document, Header, PaperSize
from tests.domain.matters.documents.samples import COMMITTEE, PARTY, plan_of

LAW = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"

STATE = Calling(
    issuer=COMMITTEE, theme="Nước sinh hoạt và giao thông nông thôn", year=2026, plans=plan_of(COMMITTEE),
    basis=LAW, held_on=date(2026, 9, 16), starts_at=time(7, 30), venue="Nhà văn hóa xã Yên Hòa",
    medium=Medium.IN_PERSON, online_address="", openness=Openness.OPEN,
    topics=("Cấp nước sinh hoạt mùa khô tại 5 thôn", "Bê tông hóa 12 km đường liên thôn, đạt 85%"),
    audience=("Nhân dân trong xã; đại diện các hộ dùng nước",), places=(), heads=("Trưởng thôn", "Trưởng xóm"),
    chair="Chủ tịch Ủy ban nhân dân xã", co_chairs=("Phó Chủ tịch Hội đồng nhân dân xã",),
    cut_off=date(2026, 9, 4), contact="Văn phòng HĐND và UBND xã, 0200 000 000",
    address="https://nghedan.example.vn/yen-hoa/doi-thoai/abcdefghjkmn/",
)  # fmt: skip
OF_PARTY = replace(
    STATE, issuer=PARTY, plans=plan_of(PARTY), basis="", chair="Bí thư Đảng ủy",
    co_chairs=("Phó Bí thư Thường trực Đảng ủy",), openness=Openness.INVITATION, address="",
    contact="Văn phòng Đảng ủy", places=("thôn Bãi Đa", "thôn Suối Mơ"), medium=Medium.BOTH,
    online_address="https://hop.example.vn/yen-hoa", cut_off=None,
)  # fmt: skip
OLD = correction.Told(
    "Thông báo số 112/TB-UBND ngày 04/9/2026", "thứ Tư, ngày 16/9/2026", "07 giờ 30 phút", "Nhà văn hóa xã Yên Hòa"
)
NEW = correction.Told("", "thứ Sáu, ngày 25/9/2026", "07 giờ 30 phút", "Trường tiểu học Yên Hòa")


def _header(calling: Calling) -> Header:
    issuer = calling.issuer
    number = "112-TB/ĐU" if issuer.is_party else "112/TB-UBND"
    return Header(
        issuer=issuer.lines, superior=issuer.superior, number=number, place=issuer.place, day=4, month=9, year=2026
    )


def _announcement(calling: Calling) -> Document:
    facts = announcement.AnnouncementFacts(
        title="tổ chức hội nghị đối thoại với Nhân dân năm 2026", header=_header(calling), calling=calling,
        rules=announcement.HOUSE_RULES, contact=calling.contact, more="",
    )  # fmt: skip
    return announcement.document_of(facts)


def _correction(calling: Calling) -> Document:
    moved = replace(calling, held_on=date(2026, 9, 25), venue="Trường tiểu học Yên Hòa")
    facts = correction.CorrectionFacts(
        title="thay đổi thời gian, địa điểm hội nghị đối thoại với Nhân dân năm 2026", header=_header(calling),
        calling=moved, before=OLD, now=NEW, reason="Nhà văn hóa xã đang sửa mái", more="",
    )  # fmt: skip
    return correction.document_of(facts)


def _postponement(calling: Calling, *, is_final: bool) -> Document:
    what = "không tổ chức" if is_final else "hoãn"
    facts = postponement.PostponementFacts(
        title=f"{what} hội nghị đối thoại với Nhân dân năm 2026", header=_header(calling), calling=calling,
        notice=OLD.notice, was_on=OLD.day, is_final=is_final, reason="Mưa lũ, nhiều thôn bị chia cắt", more="",
    )  # fmt: skip
    return postponement.document_of(facts)


def state_announcement() -> Document:
    return _announcement(STATE)


def party_announcement() -> Document:
    return _announcement(OF_PARTY)


def state_correction() -> Document:
    return _correction(STATE)


def party_correction() -> Document:
    return _correction(OF_PARTY)


def state_postponement() -> Document:
    return _postponement(STATE, is_final=False)


def party_postponement() -> Document:
    return _postponement(OF_PARTY, is_final=True)


def poster_a4() -> Document:
    return poster.document_of(STATE, PaperSize.A4)


def poster_a3() -> Document:
    return poster.document_of(STATE, PaperSize.A3)


def script() -> Document:
    return loudspeaker.document_of(STATE)
