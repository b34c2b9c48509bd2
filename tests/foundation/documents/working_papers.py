"""Working papers of an invented commune: slips with receipts, a chair's file, and one paper that uses every block."""

from nghedan.foundation.documents.model import (
    Block,
    Bullets,
    Choices,
    Column,
    CutLine,
    Document,
    Header,
    PageBreak,
    PaperSize,
    Paragraph,
    QrCode,
    Run,
    Section,
    Sheet,
    SideBySide,
    Table,
    Title,
    Together,
    Turned,
    WritingLines,
)
from tests.foundation.documents.papers import table_of

ADDRESS = "https://vidu.example/yen-hoa/y-kien/{}"


def _slip(code: str) -> Together:
    return Together(
        (
            SideBySide(
                (
                    (
                        Paragraph("ỦY BAN NHÂN DÂN XÃ YÊN HÒA"),
                        Title("Phiếu ý kiến", "Hội nghị đối thoại ngày 15/9/2026"),
                    ),
                    (QrCode(ADDRESS.format(code), 24, f"Mã phiếu {code}"),),
                ),
                weights=(3, 1),
            ),
            SideBySide((((WritingLines(label="Họ và tên:")),), (WritingLines(label="Thôn:"),)), weights=(2, 1)),
            WritingLines(label="Điện thoại:"),
            Choices(("Đất đai", "Giao thông", "Nước sinh hoạt", "Môi trường", "Khác"), columns=3),
            WritingLines(3, "Nội dung ý kiến:"),
            CutLine("Cắt theo đường này; phần dưới người gửi giữ lại"),
            SideBySide(
                (
                    (
                        Paragraph((Run("Giấy biên nhận. ", bold=True), Run(f"Mã phiếu {code}"))),
                        WritingLines(1, "Ngày nhận:"),
                    ),
                    (QrCode(ADDRESS.format(code), 18),),
                ),
                weights=(4, 1),
            ),
        )
    )


def slips(count: int = 4, size: PaperSize = PaperSize.A4) -> Document:
    """Blank slips: two on a page of A4, or one on a page of A5 lying across."""
    small = size is PaperSize.A5
    blocks: list[Block] = []
    for place in range(1, count + 1):
        blocks.append(_slip(f"YH-{place:03}"))
        if small or place % 2 == 0:
            blocks.append(PageBreak())
        else:
            blocks.append(CutLine())
    return Document(
        header=Header(()),
        subject="Phiếu ý kiến",
        body=tuple(blocks),
        sheet=Sheet(size, landscape=small, margin_mm=8, numbered=False),
    )


def chair_file() -> Document:
    """A chair's file on A5: a summary, then a sheet for each matter."""
    matters = ("Nước sinh hoạt thôn Bãi Đa", "Đường vào đồng Suối Mơ")
    sheets: list[Block] = []
    for place, matter in enumerate(matters, start=1):
        sheets += [
            PageBreak(),
            Title(f"Nội dung {place}", matter),
            Section("Nhân dân hỏi", (Bullets(("Bể nước hỏng từ tháng 3", "Đề nghị xã cho biết khi nào sửa xong")),)),
            Section("Đề nghị trả lời", (Paragraph("Xã đã bố trí kinh phí, sửa xong trước ngày 30/10/2026."),)),
            Together((Paragraph("Ghi tại hội nghị:"), WritingLines(3, spacing_mm=9))),
        ]
    return Document(
        header=Header(("Ủy ban nhân dân xã Yên Hòa",)),
        kind="Tập tài liệu của người chủ trì",
        subject="Hội nghị đối thoại ngày 15 tháng 9 năm 2026",
        body=(Paragraph("Hai nội dung, 14 ý kiến; đề nghị dành 20 phút cho nội dung 1."), *sheets),
        sheet=Sheet(PaperSize.A5, margin_mm=14),
    )


def everything(**changes: object) -> Document:
    """One paper with every block there is."""
    values: dict[str, object] = {
        "header": Header(("Ủy ban nhân dân xã Yên Hòa",), number="/PYK", place="Yên Hòa", month=9, year=2026),
        "kind": "Phiếu mẫu",
        "subject": "Mọi thành phần của giấy tờ làm việc",
        "body": (
            _slip("YH-001"),
            CutLine(),
            QrCode("https://vidu.example/", 30, "Quét mã để gửi ý kiến"),
            Choices(("Đồng ý trả lời công khai", "Chỉ trả lời riêng")),
            Table(
                (Column("Mã", 1), Column("Nội dung", 3)),
                ((QrCode(ADDRESS.format(1), 20, "YH-001"), "☐ Đã nhận"), (QrCode(ADDRESS.format(2), 20), "☐ Đã nhận")),
                caption="Sổ nhận phiếu",
            ),
            Section("Bảng theo dõi", (Turned((table_of(25),)),)),
            Section("Sau bảng", (Paragraph("Trang này lại đứng."), WritingLines(2))),
        ),
        "sheet": Sheet(margin_mm=12),
    }
    return Document(**{**values, **changes})  # type: ignore[arg-type]
