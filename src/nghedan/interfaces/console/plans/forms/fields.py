"""Fields for lists whose lines have parts: written and read back as one would type them."""

import re
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nghedan.domain.plans.content import CommitteeMember, LegalBasis, Limit
from nghedan.domain.plans.intake import grouped
from nghedan.foundation.ui.fields import LinesField
from nghedan.kernel.vietnamese import fold

UNITS_OF_TIME = {"working_day": "ngày làm việc", "day": "ngày"}
DIRECTIONS = {"before": "trước", "after": "sau"}
_LIMIT = re.compile(r"(?P<direction>truoc|sau)\s+(?P<days>\d{1,3})\s+(?P<unit>ngay lam viec|ngay)\s*:\s*(?P<what>.+)")


def limit_line(limit: Limit) -> str:
    """Return a limit as one line: "trước 05 ngày làm việc: gửi nội dung trả lời"."""
    return f"{DIRECTIONS[limit.direction]} {limit.days:02d} {UNITS_OF_TIME[limit.unit]}: {limit.what}"


class LimitsField(LinesField):
    """Time limits of the plan, one a line."""

    default_error_messages = {
        "limit": _("Dòng “%(line)s” chưa đúng cách ghi. Ví dụ: trước 05 ngày làm việc: gửi nội dung trả lời")
    }

    def to_python(self, value: Any) -> Any:
        return tuple(self._limit(line) for line in super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value if isinstance(value, str) else [limit_line(limit) for limit in value or ()])

    def _limit(self, line: str) -> Limit:
        match = _LIMIT.fullmatch(fold(line))
        if match is None:
            raise ValidationError(self.error_messages["limit"], code="limit", params={"line": line})
        direction = "before" if match["direction"] == "truoc" else "after"
        unit = "working_day" if match["unit"].endswith("viec") else "day"
        return Limit(line.split(":", 1)[1].strip(), int(match["days"]), unit, direction)


class BasesField(LinesField):
    """Legal bases, one a line; one that was there keeps the number and date read from it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.known: dict[str, LegalBasis] = {}

    def to_python(self, value: Any) -> Any:
        return tuple(self.known.get(line, LegalBasis(line)) for line in super().to_python(value))

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value if isinstance(value, str) else [basis.text for basis in value or ()])


class PairsField(LinesField):
    """Lines of two parts with a colon between; the first part ends at the last colon or the first, as ``cut`` says."""

    default_error_messages = {"pair": _("Dòng “%(line)s” thiếu dấu hai chấm giữa hai phần.")}

    def pairs(self, value: Any) -> Sequence[tuple[str, str]]:
        return [self._pair(line) for line in super().to_python(value)]

    def _pair(self, line: str) -> tuple[str, str]:
        first, colon, second = (part.strip() for part in self.cut(line))
        if not (first and colon and second):
            raise ValidationError(self.error_messages["pair"], code="pair", params={"line": line})
        return first, second

    def cut(self, line: str) -> tuple[str, str, str]:
        return line.partition(":")


class CommitteeField(PairsField):
    """Members of the committee, one a line: "Phó Chủ tịch UBND: Trưởng ban"."""

    def to_python(self, value: Any) -> Any:
        return tuple(CommitteeMember(role, name) for name, role in self.pairs(value))

    def prepare_value(self, value: Any) -> Any:
        lines = value if isinstance(value, str) else [f"{one.person_or_unit}: {one.role}" for one in value or ()]
        return super().prepare_value(lines)

    def cut(self, line: str) -> tuple[str, str, str]:
        return line.rpartition(":")


class DutiesField(PairsField):
    """Duties, one a line: "Công an xã: giữ gìn trật tự"; a unit may have several."""

    def to_python(self, value: Any) -> Any:
        return grouped(self.pairs(value))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return super().prepare_value([f"{duty.unit_text}: {task}" for duty in value for task in duty.tasks])
