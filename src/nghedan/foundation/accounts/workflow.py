"""States and moves of grants and of password cards."""

from nghedan.foundation.accounts.terms import CardState
from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

GRANT = record_machine("grant", add=_("Giao vai trò"), edit=_("Sửa thời hạn vai trò"), end=_("Thôi giao vai trò"))

PASSWORD_CARD = Machine(
    "password_card",
    CardState,
    (
        Transition("password_card.issue", _("Cấp thẻ đặt mật khẩu"), (None,), CardState.ISSUED),
        Transition("password_card.use", _("Đặt mật khẩu bằng thẻ"), (CardState.ISSUED,), CardState.USED),
        Transition("password_card.withdraw", _("Thu hồi thẻ đặt mật khẩu"), (CardState.ISSUED,), CardState.WITHDRAWN),
    ),
)
