"""Why a file cannot be read, each in one sentence that says what to do."""

from __future__ import annotations

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _


class UnreadablePlan(Invalid):
    """The file cannot be read as a dialogue plan; `code` says why ("reader.scan"), the message what to do."""


_REASONS = {
    "reader.empty": _("Tệp rỗng, không có chữ nào để đọc."),
    "reader.too_large": _("Tệp lớn hơn 20 MB; hãy tải lên riêng phần kế hoạch, không kèm phụ lục hình ảnh."),
    "reader.too_long": _(
        "Tệp dài quá 200 trang, không phải một bản kế hoạch; hãy tách riêng phần kế hoạch rồi tải lên lại."
    ),
    "reader.scan": _("Tệp PDF chỉ có ảnh chụp, không có chữ; hãy nhận dạng chữ (OCR) trước hoặc tải lên bản Word."),
    "reader.encrypted": _("Tệp đặt mật khẩu nên không mở được; hãy bỏ mật khẩu rồi tải lên lại."),
    "reader.damaged": _("Tệp bị hỏng, không mở được; hãy lưu lại từ bản gốc rồi tải lên lần nữa."),
    "reader.encoding": _(
        "Tệp dùng bảng mã tiếng Việt cũ mà chương trình không nhận ra; hãy chuyển sang Unicode rồi tải lên lại."
    ),
    "reader.binary": _(
        "Tệp không phải văn bản; hãy tải lên kế hoạch dạng Word (.docx), PDF có chữ, TXT hoặc Markdown."
    ),
    "reader.picture": _("Tệp là hình ảnh; hãy nhận dạng chữ (OCR) trước hoặc tải lên bản Word."),
    "reader.program": _("Tệp là chương trình máy tính, không phải văn bản; chương trình không mở tệp này."),
    "reader.old_word": _("Tệp là Word đời cũ (.doc); hãy mở bằng Word, chọn lưu thành .docx rồi tải lên lại."),
    "reader.rich_text": _("Tệp ở dạng RTF; hãy mở bằng Word, chọn lưu thành .docx rồi tải lên lại."),
    "reader.archive": _(
        "Tệp là tệp nén hoặc không phải văn bản Word; hãy tải lên đúng tệp kế hoạch (.docx, PDF, TXT, Markdown)."
    ),
    "reader.bomb": _("Tệp nén phình to bất thường khi mở, có thể gây hại nên không được đọc."),
    "reader.unsafe": _("Tệp Word chứa khai báo lạ, có thể gây hại nên không được đọc."),
    "reader.not_a_plan": _(
        "Không thấy dấu hiệu đây là kế hoạch tiếp xúc, đối thoại với Nhân dân; hãy kiểm tra lại tệp đã chọn."
    ),
}


def unreadable(code: str) -> UnreadablePlan:
    """The error of a code, to be raised."""
    return UnreadablePlan(code, _REASONS[code])
