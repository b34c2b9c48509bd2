"""A plan in parts, for tests."""

from dataclasses import replace
from datetime import date

from nghedan.domain.plans.content import LegalBasis, Limit, PlanContent, Procedure, Unscheduled
from nghedan.domain.plans.documents import plan
from nghedan.domain.plans.intake import DutyDraft, ItemDraft, PlanDraft
from nghedan.domain.plans.terms import ItemKind
from nghedan.foundation.documents.model import Authority, Document, Signature

CONTENT = PlanContent(
    head_role="Chủ tịch UBND xã",
    legal_bases=(LegalBasis("Điều 43 Luật Tổ chức chính quyền địa phương ngày 16/6/2025", None, "2025-06-16"),),
    purposes=("Nghe người dân nói về đường, nước và đất ở.",),
    requirements=("Trả lời ngắn, rõ, có hạn xong.",),
    procedure=Procedure(before=("Văn phòng tổng hợp ý kiến.",), during=("Chủ trì kết luận.",)),
    unscheduled=Unscheduled(allowed=True, voter_threshold_percent=10, text="Khi có ít nhất 10% cử tri yêu cầu"),
    frequency_per_year_min=1,
    limits=(Limit("gửi nội dung trả lời", 5, "working_day", "before"),),
    recipients=("Sở Nội vụ (b/c)", "Các thôn", "Lưu: VT"),
    expected_min=80,
    expected_max=100,
    signer_authority="TM. ỦY BAN NHÂN DÂN",
    signer_title="CHỦ TỊCH",
    signer_name="Trần Văn Bình",
)

DRAFT = PlanDraft(
    title="Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2026",
    year=2026,
    content=CONTENT,
    items=(
        ItemDraft(
            year=2026, quarter=3, topics=("Đường liên thôn",), audience=("Nhân dân trong xã",), venue="Nhà văn hóa xã"
        ),
    ),
    duties=(
        DutyDraft("Văn phòng HĐND và UBND xã", ("Tổng hợp ý kiến.", "Ra giấy mời.")),
        DutyDraft("Phòng Kinh tế", ("Chuẩn bị nội dung trả lời.",)),
    ),
)


def state_plan() -> Document:
    """The plan of one conference, issued."""
    facts = plan.PlanFacts(
        draft=replace(DRAFT, number="05/KH-UBND", issued_on=date(2026, 2, 5)),
        issuer=("ỦY BAN NHÂN DÂN", "XÃ YÊN HÒA"), issuer_name="Ủy ban nhân dân xã Yên Hòa", superior=(),
        place="Yên Hòa", symbol="/KH-UBND",
        signature=Signature("CHỦ TỊCH", "Trần Văn Bình", (Authority.parse("TM. ỦY BAN NHÂN DÂN"),)),
    )  # fmt: skip
    return plan.document_of(facts)


def party_plan() -> Document:
    """The Party's plan of two conferences, still without number and day."""
    content = replace(
        CONTENT, head_role="Bí thư Đảng ủy", delegate_role="Phó Bí thư Đảng ủy", frequency_per_year_min=None,
        recipients=("Ban Tuyên giáo và Dân vận Tỉnh ủy (báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"),
    )  # fmt: skip
    second = ItemDraft(
        kind=ItemKind.THEMATIC, year=2026, month=10, topics=("Xây dựng chi bộ", "Chất lượng đảng viên"),
        audience=("Cấp ủy các chi bộ",), participants=("Ban Thường vụ Đảng ủy",), venue="Hội trường Đảng ủy",
    )  # fmt: skip
    facts = plan.PlanFacts(
        draft=replace(
            DRAFT, title="đối thoại trực tiếp giữa Bí thư Đảng ủy với Nhân dân năm 2026", content=content,
            items=(*DRAFT.items, second),
        ),
        issuer=("ĐẢNG ỦY XÃ YÊN HÒA",), issuer_name="Đảng ủy xã Yên Hòa", superior=("ĐẢNG BỘ TỈNH ĐÔNG SƠN",),
        place="Yên Hòa", symbol="-KH/ĐU",
        signature=Signature("BÍ THƯ", "Hoàng Thị Mai", (Authority.parse("T/M BAN THƯỜNG VỤ"),)),
    )  # fmt: skip
    return plan.document_of(facts)
