"""States and moves: plain records, units and hamlets that are followed by others, and delegation."""

from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.transitions.machines import record_machine
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

BODY = record_machine("body", add=_("Thêm cơ quan"), edit=_("Sửa cơ quan"), end=_("Thôi dùng cơ quan"))

UNIT = Machine(
    "unit",
    Standing,
    (
        Transition("unit.add", _("Thêm đơn vị"), (None,), Standing.CURRENT),
        Transition("unit.edit", _("Sửa đơn vị"), (Standing.CURRENT,), None),
        Transition("unit.end", _("Thôi dùng đơn vị"), (Standing.CURRENT,), Standing.ENDED),
        Transition("unit.replace", _("Ghi đơn vị thay thế"), (Standing.ENDED,), None),
    ),
)

HAMLET = Machine(
    "hamlet",
    Standing,
    (
        Transition("hamlet.add", _("Thêm thôn, tổ dân phố"), (None,), Standing.CURRENT),
        Transition("hamlet.edit", _("Sửa thôn, tổ dân phố"), (Standing.CURRENT,), None),
        Transition("hamlet.end", _("Thôi dùng thôn, tổ dân phố"), (Standing.CURRENT,), Standing.ENDED),
        Transition("hamlet.merge", _("Ghi nơi được nhập vào"), (Standing.ENDED,), None),
    ),
)

OFFICER = record_machine("officer", add=_("Thêm cán bộ"), edit=_("Sửa thông tin cán bộ"), end=_("Thôi dùng cán bộ"))

POST = record_machine("post", add=_("Ghi nhận chức vụ"), edit=_("Sửa chức vụ"), end=_("Ghi thôi giữ chức vụ"))

DELEGATION = Machine(
    "delegation",
    DelegationState,
    (
        Transition("delegation.begin", _("Ủy quyền chủ trì"), (None,), DelegationState.CURRENT, instructable=True),
        Transition(
            "delegation.add_paper",
            _("Bổ sung văn bản ủy quyền"),
            (DelegationState.CURRENT, DelegationState.ENDED),
            None,
        ),
        Transition(
            "delegation.end",
            _("Chấm dứt ủy quyền"),
            (DelegationState.CURRENT,),
            DelegationState.ENDED,
            instructable=True,
        ),
        Transition(
            "delegation.withdraw",
            _("Rút lại ủy quyền"),
            (DelegationState.CURRENT,),
            DelegationState.WITHDRAWN,
            instructable=True,
        ),
    ),
)
