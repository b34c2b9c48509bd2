"""Moves of a locality's own days."""

from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _

MACHINE = record_machine(
    "day_off",
    add=_("Thêm ngày nghỉ, ngày làm bù"),
    edit=_("Sửa ngày nghỉ, ngày làm bù"),
    end=_("Bỏ ngày nghỉ, ngày làm bù"),
)
