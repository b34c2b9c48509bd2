"""States and moves of grants, password cards and sign-in cards."""

from nghedan.foundation.accounts.terms import CardState
from nghedan.foundation.transitions.machines import record_machine
from nghedan.foundation.transitions.terms import Standing
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

SIGN_IN_CARD = Machine(
    "sign_in_card",
    Standing,
    (
        Transition("sign_in_card.issue", _("Cấp thẻ đăng nhập"), (None,), Standing.CURRENT),
        Transition("sign_in_card.withdraw", _("Thu hồi thẻ đăng nhập"), (Standing.CURRENT,), Standing.ENDED),
    ),
)
