"""States of papers, and who reads them."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class PaperState(Term):
    """Where a paper stands on its way out of the house."""

    DRAFT = "draft", _("Dự thảo")
    SUBMITTED = "submitted", _("Đã trình ký")
    SIGNED = "signed", _("Đã ký")
    ISSUED = "issued", _("Đã ban hành")
    WITHHELD = "withheld", _("Đã thu hồi"), _("Có nội dung nay phải tiếp nhận riêng; bản thay thế được ban hành lại.")
    DROPPED = "dropped", _("Không ban hành")


class Audience(Term):
    """Who reads a paper once it is issued; before that only the office and the head."""

    OFFICE = "office", _("Văn phòng, lãnh đạo")
    STAFF = "staff", _("Cán bộ, thôn trong địa phương")
    PUBLIC = "public", _("Người dân")


class MetBy(Term):
    """By which step of a paper a time limit is met: some ask for the draft, some for the issued paper, some that it was
    made known."""

    SUBMITTING = "submitting", _("Trình dự thảo")
    ISSUING = "issuing", _("Ban hành")
    POSTING = "posting", _("Phát, niêm yết")
