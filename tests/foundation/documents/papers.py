"""Papers of invented places for the document tests: a State plan, a Party plan, minutes, a letter, wide tables."""

import pytest

from nghedan.foundation.documents.formats import FORMATS
from nghedan.foundation.documents.model import (
    Address,
    Align,
    Appendix,
    Authority,
    Bullets,
    Capacity,
    Column,
    Document,
    Header,
    Item,
    Paragraph,
    Run,
    Section,
    Signature,
    Table,
)

EVERY_RULE_SET = pytest.mark.parametrize(
    "fmt", [fmt for fmt in FORMATS.values() if fmt.marks.title], ids=lambda fmt: fmt.code
)
"""The rule sets that bind administrative papers."""

SCHEDULE = Table(
    columns=(
        Column("TT", 0.6, Align.CENTER),
        Column("Đợt", 1.2),
        Column("Đối tượng", 3),
        Column("Nội dung", 4),
        Column("Thời gian", 1.6, Align.CENTER),
    ),
    rows=(
        ("1", "Đợt 1", "Nhân dân cụm thôn Bãi Đa, Suối Mơ", "Nước sinh hoạt; đường liên thôn", "Quý II"),
        ("2", "Đợt 2", "Hộ trồng chè và hợp tác xã", "Thu mua, nhãn hiệu và vay vốn", "Quý III"),
    ),
    caption="Lịch đối thoại năm 2026",
)


def state_plan(**changes: object) -> Document:
    """A plan of the People's Committee of an invented commune."""
    values: dict[str, object] = {
        "kind": "Kế hoạch",
        "subject": "Đối thoại trực tiếp giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân trên địa bàn xã Yên Hòa năm 2026",
        "header": Header(
            issuer=("Ủy ban nhân dân", "xã Yên Hòa"), number="05/KH-UBND", place="Yên Hòa", day=5, month=2, year=2026
        ),
        "bases": (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
            "Thực hiện Kế hoạch số 12-KH/ĐU ngày 20 tháng 01 năm 2026 của Đảng ủy xã Yên Hòa.",
        ),
        "opening": ("Ủy ban nhân dân xã Yên Hòa xây dựng kế hoạch đối thoại với Nhân dân năm 2026 như sau:",),
        "body": (
            Section(
                "Mục đích, yêu cầu",
                (
                    Section(
                        "Mục đích",
                        (
                            Bullets(
                                (
                                    "Lắng nghe tâm tư, nguyện vọng của Nhân dân, kịp thời gỡ những việc còn vướng",
                                    "Củng cố lòng tin của Nhân dân đối với chính quyền xã",
                                )
                            ),
                        ),
                    ),
                    Section(
                        "Yêu cầu",
                        (
                            Paragraph(
                                (
                                    Run("Việc đối thoại phải dân chủ, công khai, theo phương châm "),
                                    Run("“nghe dân nói, nói dân hiểu, làm dân tin”", italic=True),
                                    Run("; mỗi ý kiến đều có người trả lời và có hạn trả lời."),
                                )
                            ),
                        ),
                    ),
                ),
            ),
            Section(
                "Nội dung, thành phần, thời gian",
                (
                    Section("Thời gian", lead="cuối quý III năm 2026, ngày cụ thể có thông báo sau."),
                    Section(
                        "Thành phần",
                        (
                            Bullets(
                                (
                                    Item(
                                        "Đại diện các cơ quan của xã, gồm:",
                                        ("Thường trực Đảng ủy, Thường trực Hội đồng nhân dân xã", "Trưởng các thôn"),
                                    ),
                                    "Đại diện Nhân dân 12 thôn",
                                )
                            ),
                        ),
                    ),
                    Section("Lịch đối thoại", (SCHEDULE,)),
                ),
            ),
            Section(
                "Tổ chức thực hiện",
                (
                    Section(
                        "Văn phòng HĐND và UBND xã",
                        (
                            Bullets(("Tổng hợp ý kiến, kiến nghị gửi trước của Nhân dân", "Chuẩn bị hội trường")),
                            Section("Trước hội nghị", (Paragraph("Gửi thông báo đến từng thôn."),)),
                            Section("Sau hội nghị", (Paragraph("Thông báo kết quả đến Nhân dân."),)),
                        ),
                    ),
                    Section("Công an xã", (Paragraph("Bảo đảm an ninh, trật tự tại hội nghị."),)),
                ),
            ),
        ),
        "closing": ("Trên đây là Kế hoạch đối thoại năm 2026. Yêu cầu các cơ quan và các thôn thực hiện nghiêm túc.",),
        "recipients": (
            "Thường trực Đảng ủy, HĐND xã (b/c)",
            "Chủ tịch, các Phó Chủ tịch UBND xã",
            "Ủy ban MTTQ Việt Nam xã (p/h)",
            "Trưởng các thôn (t/h)",
        ),
        "archive": "VT, VP",
        "signatures": (Signature("Chủ tịch", "Lý Văn Bình", (Authority("Ủy ban nhân dân", Capacity.ON_BEHALF),)),),
    }
    return Document(**{**values, **changes})  # type: ignore[arg-type]


def party_plan(**changes: object) -> Document:
    """The same year as the Party committee of the commune plans it."""
    values: dict[str, object] = {
        "subject": "Về đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền xã với Nhân dân năm 2026",
        "header": Header(
            superior=("Đảng bộ tỉnh Vân Sơn",),
            issuer=("Đảng ủy xã Yên Hòa",),
            number="12-KH/ĐU",
            place="Yên Hòa",
            day=2,
            month=6,
            year=2026,
        ),
        "bases": ("Căn cứ Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị", "Căn cứ chương trình công tác năm"),
        "recipients": ("Ban Thường vụ Tỉnh ủy (báo cáo)", "Các chi bộ trực thuộc", "Các đồng chí Đảng ủy viên"),
        "archive": "Văn phòng Đảng ủy",
        "signatures": (Signature("Bí thư", "Hoàng Thị Chi", (Authority("Đảng ủy", Capacity.ON_BEHALF),)),),
    }
    return state_plan(**{**values, **changes})


def minutes() -> Document:
    """Minutes signed by the secretary and the chair."""
    return Document(
        kind="Biên bản",
        subject="Hội nghị đối thoại với Nhân dân cụm thôn Bãi Đa, Suối Mơ",
        header=Header(issuer=("Ủy ban nhân dân", "xã Yên Hòa"), number="/BB-UBND", place="Yên Hòa", month=9, year=2026),
        opening=("Hồi 8 giờ 00 phút, tại Nhà văn hóa thôn Bãi Đa, hội nghị bắt đầu.",),
        body=(
            Section("Thành phần", (Bullets(("Chủ trì: ông Lý Văn Bình", "Thư ký: bà Nguyễn Thị An")),)),
            Section("Diễn biến", (Paragraph("Hội nghị nghe 9 lượt ý kiến với 14 nội dung."),)),
        ),
        closing=("Hội nghị kết thúc lúc 11 giờ 15 phút cùng ngày.",),
        signatures=(Signature("Thư ký", "Nguyễn Thị An"), Signature("Chủ trì", "Lý Văn Bình")),
        recipients=("Như thành phần",),
        archive="VT",
    )


def letter(**changes: object) -> Document:
    """A letter (công văn), which prints no kind."""
    values: dict[str, object] = {
        "subject": "chuẩn bị nội dung trả lời ý kiến của Nhân dân",
        "header": Header(issuer=("Ủy ban nhân dân", "xã Yên Hòa"), number="/UBND-VP", place="Yên Hòa", year=2026),
        "address": Address(("Phòng Kinh tế xã", "Công an xã", "Trưởng các thôn")),
        "body": (Paragraph("Ủy ban nhân dân xã đề nghị các đơn vị chuẩn bị nội dung trả lời trước hội nghị"),),
        "recipients": ("Như trên",),
        "archive": "VT, VP",
        "signatures": (
            Signature(
                "Phó Chủ tịch",
                "Trần Văn Dũng",
                (Authority("Ủy ban nhân dân", Capacity.ON_BEHALF), Authority("Chủ tịch", Capacity.FOR_HEAD)),
            ),
        ),
    }
    return Document(**{**values, **changes})  # type: ignore[arg-type]


def table_of(rows: int) -> Table:
    """A follow-up table of many rows."""
    return Table(
        columns=(
            Column("TT", 0.5, Align.CENTER),
            Column("Nội dung kiến nghị", 4),
            Column("Thôn", 1),
            Column("Đơn vị chủ trì", 1.5),
            Column("Hạn", 1, Align.CENTER),
            Column("Kết quả", 3),
        ),
        rows=tuple(
            (
                str(row),
                f"Kiến nghị số {row} về sửa đường nội thôn và lắp đèn chiếu sáng ở ngã ba",
                "Suối Mơ",
                "Phòng Kinh tế",
                "30/9/2026",
                "Đã khảo sát, đưa vào kế hoạch vốn năm 2027",
            )
            for row in range(1, rows + 1)
        ),
    )


def wide(rows: int = 40) -> Document:
    """A report with a wide table as an appendix on turned pages."""
    return state_plan(
        kind="Báo cáo",
        subject="Kết quả thực hiện kết luận hội nghị đối thoại",
        draft=True,
        appendices=(
            Appendix(
                "Bảng theo dõi thực hiện kết luận",
                (table_of(rows),),
                reference="(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026)",
                landscape=True,
            ),
        ),
    )
