"""Facts of the letters, written by hand: an invented commune and its Party committee."""

from dataclasses import replace
from datetime import date

from nghedan.domain.followup.documents import answer_letter, referral_letter
from nghedan.domain.papers.issuing import Issuer, header_of
from nghedan.foundation.documents.model import Document
from tests.domain.matters.documents.samples import COMMITTEE, CONFERENCE, DAY, PARTY

TO_MANG = answer_letter.LetterFacts(
    issuer=COMMITTEE,
    header=header_of(COMMITTEE, COMMITTEE.letter_number, DAY),
    address="ông/bà",
    name="Hoàng Thị Măng",
    number="12/2026",
    received_on=date(2026, 8, 20),
    conference=CONFERENCE,
    title="Nạo vét cống qua đường thôn Bãi Đa",
    checked="Đã kiểm tra hiện trường ngày 20/9/2026.\nCống bị lấp một nửa do đất san nền",
    basis="Nghị quyết số 12/NQ-HĐND ngày 20/7/2026",
    decision="Nạo vét xong trước mùa mưa.",
    following="Dự kiến giải quyết xong trước ngày 30/10/2026.",
    unit="Phòng Kinh tế",
    hamlet="thôn Bãi Đa",
    bearer="Trưởng thôn Bãi Đa",
)
ABOVE = referral_letter.ReferralFacts(
    issuer=COMMITTEE,
    header=header_of(COMMITTEE, COMMITTEE.letter_number, DAY),
    to="Ủy ban nhân dân tỉnh Đông Sơn",
    conference=CONFERENCE,
    is_above=True,
    rows=(
        referral_letter.Row("Mở rộng tỉnh lộ 12 đoạn qua xã", "Thôn Suối Mơ", 6, "Giao thông"),
        referral_letter.Row("Nâng công suất trạm điện", "Thôn Bãi Đa, thôn Suối Mơ", 14, "Điện, nước"),
    ),
    expected_on=date(2026, 10, 6),
    view="Địa phương đã vá các ổ gà lớn; đoạn còn lại vượt khả năng ngân sách xã.",
)


def _of(issuer: Issuer) -> dict[str, object]:
    return {"issuer": issuer, "header": header_of(issuer, issuer.letter_number, DAY)}


def answer() -> Document:
    """The People's Committee answers a named person, through the head of her hamlet."""
    return answer_letter.document_of(TO_MANG)


def party_answer() -> Document:
    """The Party committee answers a comrade of an internal conference, once more."""
    facts = replace(
        TO_MANG,
        address="đồng chí",
        unit="Ban Xây dựng Đảng",
        hamlet="",
        bearer="",
        asked="Chưa nói rõ ai làm",
        is_internal=True,
        **_of(PARTY),  # type: ignore[arg-type]
    )
    return answer_letter.document_of(facts)


def nameless_answer() -> Document:
    """Somebody who gave no name is answered by the number of the opinion."""
    return answer_letter.document_of(replace(TO_MANG, name="", hamlet="", bearer=""))


def above() -> Document:
    """What is above the commune's authority goes to the superior."""
    return referral_letter.document_of(ABOVE)


def party_other() -> Document:
    """What is another body's is sent on by the Party committee."""
    facts = replace(ABOVE, to="Bảo hiểm xã hội tỉnh", is_above=False, view="", **_of(PARTY))  # type: ignore[arg-type]
    return referral_letter.document_of(facts)
