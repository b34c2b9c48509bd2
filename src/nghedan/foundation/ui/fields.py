"""Form fields for what people here type: dates, whole numbers with dots, lists pasted from Word."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.ui.numbers import grouped
from nghedan.kernel.vietnamese import format_date, nfc, parse_day

_GROUPED = re.compile(r"\d{1,3}([. \u00a0]\d{3})+")


class VietnameseDateField(forms.DateField):
    """A date in one text field; see `kernel.vietnamese.parse_day` for what it understands."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 18/9/2026.")}

    def __init__(self, **options: Any) -> None:
        """Give the hint "Ví dụ: 18/9/2026" unless there is another."""
        super().__init__(**{"help_text": _("Ví dụ: 18/9/2026"), **options})

    def to_python(self, value: Any) -> date | None:
        """Return the date, or None for nothing typed."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
        try:
            return parse_day(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        """Show a date as 18/9/2026, and typed text as it was typed."""
        return format_date(value) if isinstance(value, date) else value


class WholeNumberField(forms.IntegerField):
    """A whole number that may be typed with dots or spaces between thousands: 1.234."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Chỉ ghi số, ví dụ 1.204.")}

    def to_python(self, value: Any) -> int | None:
        """Return the number, or None for nothing typed."""
        text = str(value).strip() if value is not None else ""
        return super().to_python(re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else value)

    def prepare_value(self, value: Any) -> Any:
        """Show a number with separators, and typed text as it was typed."""
        return grouped(value) if isinstance(value, int) else value


class LinesField(forms.Field):
    """A list, one item a line, as pasted from Word; empty lines are dropped. The value is a list of texts in NFC."""

    widget = forms.Textarea(attrs={"rows": 8})
    default_error_messages = {"too_many": _("Có %(count)s dòng; mỗi lần nhận nhiều nhất %(limit)s dòng.")}

    def __init__(self, *, max_lines: int = 500, **options: Any) -> None:
        """Refuse more than `max_lines` lines."""
        super().__init__(**options)
        self.max_lines = max_lines

    def to_python(self, value: Any) -> list[str]:
        """Return the lines that hold something."""
        lines = (value or "").splitlines() if isinstance(value, str) or value is None else value
        return [text for line in lines if (text := nfc(str(line)).strip())]

    def validate(self, value: Sequence[str]) -> None:
        """Check that there is a line when one is required, and not too many."""
        super().validate(value)
        if len(value) > self.max_lines:
            raise ValidationError(
                self.error_messages["too_many"], code="too_many", params={"count": len(value), "limit": self.max_lines}
            )

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines, and typed text as it was typed."""
        return "\n".join(value) if isinstance(value, list | tuple) else value


class IdempotencyKeyField(forms.CharField):
    """The hidden key that makes a form sent twice count once; the view gives it as initial value."""

    widget = forms.HiddenInput
    default_error_messages = {"required": _("Trang này đã cũ. Nội dung vẫn còn; xin bấm gửi lại một lần nữa.")}

    def __init__(self, **options: Any) -> None:
        """Accept at most 80 characters."""
        super().__init__(**{"max_length": 80, "label": "", **options})
