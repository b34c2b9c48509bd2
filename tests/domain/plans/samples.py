"""A plan in parts, for tests."""

from nghedan.domain.plans.content import LegalBasis, Limit, PlanContent, Procedure, Unscheduled
from nghedan.domain.plans.intake import DutyDraft, ItemDraft, PlanDraft

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
