"""States of a limit, and how it stands on a given day."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class DeadlineState(Term):
    """What has become of a limit."""

    RUNNING = "running", _("đang tính hạn")
    MET = "met", _("đã xong")
    DROPPED = "dropped", _("không còn áp dụng")


class DeadlineStatus(Term):
    """How a limit stands on a day; worked out when shown, never stored."""

    NOT_YET = "not_yet", _("Chưa đến hạn")
    UNDERWAY = "underway", _("Đang làm")
    SOON = "soon", _("Sắp đến hạn")
    LATE = "late", _("Quá hạn")
    PASSED = "passed", _("Đã qua mốc gợi ý")
    MET = "met", _("Đã xong")
