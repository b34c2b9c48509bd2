"""What can be done with a signed copy: kept, and replaced by another."""

from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

PAPER = Machine(
    "paper",
    Standing,
    (
        Transition("paper.add", _("Lưu bản ký"), (None,), Standing.CURRENT),
        Transition("paper.end", _("Thay bằng bản ký khác"), (Standing.CURRENT,), Standing.ENDED),
    ),
)

permission("paper.add", _("Lưu bản ký"))
permission("paper.end", _("Thay bản ký"))
