"""Moves of limits and of the versions of rules."""

from nghedan.foundation.deadlines.models import Deadline, DeadlineRuleVersion
from nghedan.foundation.deadlines.terms import DeadlineState as S
from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

DEADLINE = Machine(
    "deadline",
    S,
    (
        Transition("deadline.set", _("Đặt thời hạn"), (None,), S.RUNNING),
        Transition("deadline.recount", _("Tính lại thời hạn"), (S.RUNNING,), None),
        Transition("deadline.drop", _("Thôi áp dụng thời hạn"), (S.RUNNING,), S.DROPPED),
        Transition("deadline.resume", _("Áp dụng lại thời hạn"), (S.DROPPED,), S.RUNNING),
        Transition("deadline.fix", _("Ấn định hạn bằng tay"), (S.RUNNING,), None),
        Transition("deadline.release", _("Trở lại hạn theo cách tính"), (S.RUNNING,), None),
        Transition("deadline.meet", _("Ghi nhận đã xong"), (S.RUNNING,), S.MET),
        Transition("deadline.reopen", _("Mở lại thời hạn"), (S.MET,), S.RUNNING),
    ),
)

RULE_VERSION = record_machine(
    "deadline_rule",
    add=_("Thêm quy định về thời hạn"),
    edit=_("Sửa quy định về thời hạn"),
    end=_("Bỏ quy định về thời hạn"),
)

MACHINES: dict[type, Machine] = {Deadline: DEADLINE, DeadlineRuleVersion: RULE_VERSION}
