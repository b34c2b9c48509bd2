"""Moves of a locality's own days."""

from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine

DAY_OFF = record_machine(
    "day_off",
    add=_("Thêm ngày nghỉ, ngày làm bù"),
    edit=_("Sửa ngày nghỉ, ngày làm bù"),
    end=_("Bỏ ngày nghỉ, ngày làm bù"),
)

MACHINES: dict[type, Machine] = {DayOff: DAY_OFF}
