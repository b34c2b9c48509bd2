"""Groups of guests in protocol order; where guests, allotted seats and lists of guests stand."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class GuestGroup(Term):
    """Whom a guest belongs to; the order is that of the introduction (practice 15)."""

    SUPERIOR = "superior", _("Đại biểu cấp trên")
    PARTY = "party", _("Thường trực Đảng ủy, cấp ủy")
    COUNCIL = "council", _("Thường trực HĐND")
    COMMITTEE = "committee", _("Lãnh đạo UBND")
    FRONT = "front", _("Ủy ban MTTQ và các tổ chức chính trị - xã hội")
    UNITS = "units", _("Cơ quan, đơn vị")
    HAMLETS = "hamlets", _("Cán bộ thôn, tổ dân phố")
    PEOPLE = "people", _("Đại biểu Nhân dân")
    PRESS = "press", _("Báo chí, truyền thanh")


class GuestState(Term):
    """Where a guest stands."""

    LISTED = "listed", _("Trong danh sách")
    INVITED = "invited", _("Đã mời")
    ACCEPTED = "accepted", _("Sẽ dự")
    DECLINED = "declined", _("Không dự được")
    REPLACED = "replaced", _("Cử người dự thay")
    REMOVED = "removed", _("Bỏ khỏi danh sách")


class AllotmentState(Term):
    """Where the seats of a hamlet or organisation stand."""

    OPEN = "open", _("Chờ danh sách")
    RETURNED = "returned", _("Đã gửi danh sách")
    CLOSED = "closed", _("Thôi phân bổ")


class GuestListState(Term):
    """Where a list of guests handed in as a file or pasted stands."""

    STAGED = "staged", _("Chờ xem lại")
    COMMITTED = "committed", _("Đã ghi vào danh sách mời")
    DISCARDED = "discarded", _("Đã bỏ")


class GuestColumn(Term):
    """What a column of a list of guests holds."""

    NAME = "name", _("Họ và tên")
    POST = "post", _("Chức vụ, tư cách")
    HAMLET = "hamlet", _("Thôn, tổ dân phố")
    ORGANISATION = "organisation", _("Cơ quan, tổ chức")
    PHONE = "phone", _("Điện thoại")
    CONTACT = "contact", _("Thư điện tử")


class GuestVerdict(Term):
    """What becomes of a row of a list of guests."""

    READY = "ready", _("Ghi vào danh sách")
    WRONG = "wrong", _("Cần sửa")
    REPEATED = "repeated", _("Trùng trong tệp")
    KNOWN = "known", _("Đã có trong danh sách mời")
    OVER = "over", _("Quá số được phân bổ")
    SKIPPED = "skipped", _("Bỏ qua")
    WRITTEN = "written", _("Đã ghi")
