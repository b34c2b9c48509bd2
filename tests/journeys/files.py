"""Files a clerk may have at hand: plans, and things that are none."""

import io
import zipfile
from collections.abc import Callable
from importlib.resources import files

from PIL import Image

from tests.foundation.attachments.files import archive_of, pdf, picture

PLANS = files("nghedan.interfaces.cli.demonstration") / "plans"


def demonstration_plan(name: str, year: int = 2026) -> bytes:
    """Return a plan of the demonstration for a year that has just begun, its open dialogues in the second quarter."""
    text = (PLANS / name).read_text(encoding="utf-8")
    for period, value in {"year": year, "q": "II", "q_prev": "I", "q4_month": 10}.items():
        text = text.replace(f"{{{period}}}", str(value))
    return text.encode()


def _scan() -> bytes:
    """A PDF that holds a picture only, as a scanner makes it."""
    stream = io.BytesIO()
    Image.new("L", (600, 850), 255).save(stream, "PDF")
    return stream.getvalue()


def _bomb() -> bytes:
    """A small archive that swells to 300 MB, called a Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _each in range(300):
                part.write(bytes(2**20))
    return stream.getvalue()


BAD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "anh.docx": (picture, "Tệp là hình ảnh; xin nhận dạng chữ (OCR) trước hoặc tải lên bản Word."),
    "rong.docx": (bytes, "Tệp này rỗng. Xin chọn tệp khác."),
    "ban-quet.pdf": (
        _scan,
        "Tệp PDF chỉ có ảnh chụp, không có chữ; xin nhận dạng chữ (OCR) trước hoặc tải lên bản Word.",
    ),
    "mat-khau.pdf": (lambda: pdf("kín"), "Tệp đặt mật khẩu nên không mở được; xin bỏ mật khẩu rồi tải lên lại."),
    "rat-lon.pdf": (lambda: b"%PDF-1.7\n" + bytes(50_000_000), "Tệp lớn hơn 20 MB. Xin chọn tệp nhỏ hơn."),
    "phinh-to.docx": (
        _bomb,
        (
            "Tệp phình to bất thường khi mở, có thể gây hại nên không được đọc; "
            "xin mở bằng Word, lưu thành tệp mới rồi tải lên lại."
        ),
    ),
    "ke-hoach.xlsx": (
        lambda: archive_of("xl/workbook.xml"),
        "Tệp là tệp nén hoặc không phải văn bản Word; xin tải lên đúng tệp kế hoạch (.docx, PDF, TXT, Markdown).",
    ),
    "tho.txt": (
        "Rằm tháng giêng trăng sáng.\nSông xuân nước lẫn màu trời.\n".encode,
        "Không thấy dấu hiệu đây là kế hoạch tiếp xúc, đối thoại với Nhân dân; xin kiểm tra lại tệp đã chọn.",
    ),
}
"""Files a clerk may choose by mistake: name -> how it is made, and what she is told."""
