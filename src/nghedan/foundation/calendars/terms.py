"""Kinds of days that differ from the ordinary week."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class DayKind(Term):
    """What a day is, against the ordinary week."""

    HOLIDAY = "holiday", _("ngày nghỉ")
    SWAPPED = "swapped", _("ngày làm việc"), _("Thứ Bảy, Chủ nhật làm bù; hoặc ngày thường vẫn làm việc.")
