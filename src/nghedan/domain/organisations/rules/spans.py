"""Spans of days: first and last day count, ``None`` is open."""

from datetime import date, timedelta

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

ENDS_BEFORE_IT_BEGINS = _("Ngày kết thúc không được trước ngày bắt đầu; xin ghi lại ngày.")


def check_span(first: date | None, last: date | None) -> None:
    """Raise Invalid, naming ``valid_to``, for a span that ends before it begins."""
    if first is not None and last is not None and last < first:
        raise Invalid("span.ends_before_it_begins", ENDS_BEFORE_IT_BEGINS, field="valid_to")


def day_before(day: date) -> date:
    """Return the last day of what a change on ``day`` brings to an end."""
    return day - timedelta(days=1)
