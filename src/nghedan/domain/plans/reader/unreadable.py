"""Why a file cannot be read, each in one sentence that says what to do."""

from __future__ import annotations

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _


class UnreadablePlan(Invalid):
    """The file cannot be read as a dialogue plan; `code` says why ("reader.scan"), the message what to do."""


_REASONS = {
    "reader.empty": _("Tệp rỗng, không có chữ nào để đọc; xin chọn tệp khác."),
    "reader.too_large": _("Tệp lớn hơn 20 MB; xin tải lên riêng phần kế hoạch, không kèm phụ lục hình ảnh."),
    "reader.too_long": _(
        "Tệp dài quá 200 trang, không phải một bản kế hoạch; xin tách riêng phần kế hoạch rồi tải lên lại."
    ),
    "reader.scan": _("Tệp PDF chỉ có ảnh chụp, không có chữ; xin nhận dạng chữ (OCR) trước hoặc tải lên bản Word."),
    "reader.encrypted": _("Tệp đặt mật khẩu nên không mở được; xin bỏ mật khẩu rồi tải lên lại."),
    "reader.damaged": _("Tệp bị hỏng, không mở được; xin lưu lại từ bản gốc rồi tải lên lần nữa."),
    "reader.encoding": _(
        "Tệp dùng bảng mã tiếng Việt cũ mà phần mềm không nhận ra; xin chuyển sang Unicode rồi tải lên lại."
    ),
    "reader.binary": _(
        "Tệp không phải văn bản; xin tải lên kế hoạch dạng Word (.docx), PDF có chữ, TXT hoặc Markdown."
    ),
    "reader.picture": _("Tệp là hình ảnh; xin nhận dạng chữ (OCR) trước hoặc tải lên bản Word."),
    "reader.program": _("Tệp là chương trình máy tính, không phải văn bản, nên không được mở; xin chọn tệp kế hoạch."),
    "reader.old_word": _("Tệp là Word đời cũ (.doc); xin mở bằng Word, chọn lưu thành .docx rồi tải lên lại."),
    "reader.rich_text": _("Tệp ở dạng RTF; xin mở bằng Word, chọn lưu thành .docx rồi tải lên lại."),
    "reader.archive": _(
        "Tệp là tệp nén hoặc không phải văn bản Word; xin tải lên đúng tệp kế hoạch (.docx, PDF, TXT, Markdown)."
    ),
    "reader.bomb": _(
        "Tệp phình to bất thường khi mở, có thể gây hại nên không được đọc; xin mở bằng Word, lưu thành tệp mới rồi "
        "tải lên lại."
    ),
    "reader.unsafe": _(
        "Tệp Word chứa khai báo lạ, có thể gây hại nên không được đọc; xin mở bằng Word, lưu thành tệp mới rồi tải lên "
        "lại."
    ),
    "reader.not_a_plan": _(
        "Không thấy dấu hiệu đây là kế hoạch tiếp xúc, đối thoại với Nhân dân; xin kiểm tra lại tệp đã chọn."
    ),
}


def unreadable(code: str) -> UnreadablePlan:
    """The error of a code, to be raised."""
    return UnreadablePlan(code, _REASONS[code])
