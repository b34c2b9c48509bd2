"""Invented values for the catalogue. They are not translated: nobody but developers sees them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from nghedan.foundation.ui.models import (
    Bar,
    Colour,
    Column,
    Disagreement,
    Figure,
    Limit,
    Link,
    LinkGroup,
    Shell,
    SourceLine,
    Step,
    StepState,
    SummaryRow,
    Tag,
    TaskRow,
    TimelineEntry,
)

TODAY = date(2026, 9, 16)
LONG = (
    "Đường liên xóm từ cầu Bản Mạ đến nhà văn hóa xóm Đồng Chanh hư hỏng nặng sau đợt mưa lũ, đề nghị xã sớm sửa chữa"
)


@dataclass(frozen=True)
class SampleAction:
    """A move as the buttons see it."""

    code: str
    label: str
    allowed: bool = True
    reason: str = ""


SHELL = Shell(
    locality_name="Xã Mường Khê, tỉnh Lâm Sơn",
    home_href="/_ui/",
    topics=(
        Link("Chương trình năm", "#", current=True),
        Link("Gửi ý kiến", "#"),
        Link("Tra cứu", "#"),
        Link("Kết quả", "#"),
    ),
    navigation=(
        LinkGroup("", (Link("Hôm nay", "#", count=3), Link("Năm 2026", "#"), Link("Đối thoại", "#", current=True))),
        LinkGroup(
            "Công việc", (Link("Sổ ý kiến", "#", count=1204), Link("Việc của đơn vị", "#"), Link("Văn bản", "#"))
        ),
        LinkGroup("Quản trị", (Link("Cài đặt", "#"),)),
    ),
    search_href="#",
    user_name="Hoàng Thị An",
    user_role="Công chức Văn phòng HĐND và UBND",
    user_links=(Link("Tài khoản", "#"),),
    sign_out_href="#",
    foot_links=(Link("Kế hoạch đã công bố", "#"), Link("Trợ năng", "#")),
    demonstration=True,
)

VALUES: dict[str, Any] = {
    "today": TODAY,
    "days": (date(2026, 9, 12), TODAY, date(2026, 9, 18), date(2026, 12, 1), None),
    "tags": (
        Tag("Chưa đến hạn", Colour.GREY),
        Tag("Đang làm", Colour.BLUE),
        Tag("Sắp đến hạn", Colour.YELLOW),
        Tag("Quá hạn", Colour.RED),
        Tag("Xong", Colour.GREEN),
        Tag("Bảo mật", Colour.PURPLE),
    ),
}

ACTIONS: dict[str, Any] = {
    "open_move": SampleAction("plan.submit", "Trình ký"),
    "closed_move": SampleAction(
        "plan.sign", "Ghi nhận đã ký", allowed=False, reason="Chưa ký được: 2 nội dung chưa có đơn vị chủ trì."
    ),
    "message": "UBND xã mời ông/bà dự hội nghị đối thoại 8 giờ ngày 18/9/2026 tại nhà văn hóa xóm Đồng Chanh.",
    "conflict_fields": (Disagreement("Chủ đề", "Giao thông nông thôn và nước sạch", "Giao thông nông thôn"),),
    "conflict_at": datetime(2026, 9, 16, 0, 45, tzinfo=UTC),
    "effects": (
        "Kế hoạch có số 05/KH-UBND, ngày 16/9/2026, và không sửa trực tiếp được nữa.",
        "Kế hoạch hiện trên trang của xã cho mọi người xem.",
        "6 đơn vị nhận được phần việc của mình.",
    ),
}

LISTS: dict[str, Any] = {
    "summary_rows": (
        SummaryRow("Chủ đề", LONG, "#"),
        SummaryRow("Ngày", date(2026, 9, 18), "#"),
        SummaryRow("Người chủ trì", "Chủ tịch UBND xã Lương Văn Bình"),
        SummaryRow("Đồng chủ trì", None, "#", "Thêm"),
    ),
    "task_rows": (
        TaskRow("Ban hành thông báo đối thoại", Tag("Quá hạn", Colour.RED), "#", "Văn phòng", date(2026, 9, 11)),
        TaskRow("Tổng hợp ý kiến gửi các đơn vị", Tag("Đang làm", Colour.BLUE), "#", "Văn phòng", date(2026, 9, 18)),
        TaskRow("In tài liệu phục vụ chủ trì", Tag("Xong", Colour.GREEN), "#", "", date(2026, 9, 10)),
        TaskRow("Lập biên bản hội nghị", Tag("Chưa đến hạn", Colour.GREY), hint="Mở sau khi hội nghị bắt đầu"),
    ),
    "columns": (
        Column("Nội dung"),
        Column("Thôn"),
        Column("Số lượt", numeric=True),
        Column("Hạn"),
        Column("Trạng thái"),
    ),
    "table_rows": (
        (Link(LONG, "#"), "Xóm Đồng Chanh", 1204, date(2026, 9, 18), Tag("Đang làm", Colour.BLUE)),
        (Link("Nước sinh hoạt đục", "#"), "Bản Mạ", 7, date(2026, 9, 11), Tag("Quá hạn", Colour.RED)),
        (Link("Phản ánh về thái độ phục vụ", "#"), None, 1, None, Tag("Bảo mật", Colour.PURPLE)),
    ),
    "timeline_entries": (
        TimelineEntry(
            "Trình ký kế hoạch",
            datetime(2026, 9, 16, 0, 45, tzinfo=UTC),
            "Hoàng Thị An",
            "Kèm bản dự thảo lần 2.",
            "#",
            "Mở bản dự thảo",
        ),
        TimelineEntry("Nhập kế hoạch từ tệp", datetime(2026, 9, 15, 8, 5, tzinfo=UTC), "Hoàng Thị An"),
        TimelineEntry("Thành lập xã theo nghị quyết sắp xếp", date(2025, 7, 1)),
    ),
    "limits": (
        Limit(
            "Niêm yết thông báo đối thoại",
            date(2026, 9, 11),
            "Luật định",
            "Điều 43, Luật Tổ chức chính quyền địa phương",
            ("Ngày đối thoại 18/9/2026 không tính.", "Lùi 7 ngày: 11/9/2026, thứ Sáu, ngày làm việc."),
            strict=True,
        ),
        Limit(
            "Các đơn vị gửi nội dung trả lời",
            date(2026, 9, 17),
            "Kế hoạch này",
            "Mục III.2 của kế hoạch",
            advised_on=date(2026, 9, 16),
        ),
        Limit(
            "Thông báo kết quả đến người dân",
            date(2026, 9, 28),
            "Luật định",
            "Điều 43",
            advised_on=date(2026, 9, 25),
            strict=True,
        ),
        Limit("Phát loa nhắc lịch", date(2026, 9, 10), "Gợi ý", met_on=date(2026, 9, 9), fixed=True),
    ),
}

PICTURES: dict[str, Any] = {
    "steps": (
        Step("Kế hoạch", StepState.DONE, "05/02/2026", "#"),
        Step("Thông báo", StepState.LATE, "11/9/2026", "#"),
        Step("Tiếp nhận, tổng hợp ý kiến", StepState.CURRENT, "đến 14/9"),
        Step("Chuẩn bị trả lời"),
        Step("Hội nghị", note="18/9/2026"),
        Step("Kết luận"),
        Step("Theo dõi, đôn đốc"),
    ),
    "figures": (
        Figure(42, "nội dung đã trả lời", "năm trước 38", Colour.GREEN),
        Figure(3, "quá hạn", colour=Colour.RED, href="#"),
        Figure(12345, "lượt người xem"),
        Figure("2 ngày", "đến hội nghị"),
    ),
    "bars": (
        Bar("Giao thông", 18, 12, "#"),
        Bar("Đất đai, giải phóng mặt bằng", 9, 15),
        Bar("Nước sạch", 4, 0),
        Bar("Giáo dục", 0, 2),
    ),
    "bars_now": (Bar("Xóm Đồng Chanh", 18), Bar("Bản Mạ", 7)),
    "source_lines": (
        SourceLine(11, "II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM"),
        SourceLine(
            12,
            "1. Đối thoại lần 1: ngày 18/9/2026, tại nhà văn hóa xóm Đồng Chanh",
            Colour.GREEN,
            "gia-tri-ngay",
            "Ngày",
        ),
        SourceLine(
            13,
            "- Chủ trì: Chủ tịch UBND xã; dự: đại diện các đoàn thể và 15 xóm.",
            Colour.GREEN,
            "gia-tri-chu-tri",
            "Chủ trì",
        ),
        SourceLine(14, "- Kinh phí theo quy định hiện hành.", Colour.YELLOW),
    ),
    "downloads": (Link("Tải Word", "#"), Link("Tải PDF", "#")),
}

NAVIGATION: dict[str, Any] = {
    "crumbs": (Link("Năm 2026", "#"), Link("Đối thoại quý III", "#")),
    "parts": (
        Link("Chuẩn bị", "#", current=True),
        Link("Thông báo", "#"),
        Link("Ý kiến", "#", count=12),
        Link("Văn bản", "#"),
        Link("Nhật ký", "#"),
    ),
    "chosen": (Link("Xóm Đồng Chanh", "#"), Link("Quá hạn", "#")),
}

EVERYTHING = {**VALUES, **ACTIONS, **LISTS, **PICTURES, **NAVIGATION, "groups": SHELL.navigation}
