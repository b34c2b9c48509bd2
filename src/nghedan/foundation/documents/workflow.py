"""What can be done with a signed copy: kept, and replaced by another."""

from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _

PAPER = record_machine(
    "paper", add=_("Lưu bản ký"), edit=_("Sửa thông tin bản ký"), end=_("Thay bằng bản ký khác")
)  # fmt: skip

permission("paper.add", _("Lưu bản ký"))
permission("paper.end", _("Thay bản ký"))
