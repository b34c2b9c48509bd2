"""What becomes of a message."""

from nghedan.foundation.mail.terms import MessageState
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

WAITING = (MessageState.WAITING,)

MACHINE = Machine(
    "message",
    MessageState,
    (
        Transition("message.queue", _("Đưa thư điện tử vào hàng chờ gửi"), (None,), MessageState.WAITING),
        Transition("message.send", _("Gửi thư điện tử"), WAITING, MessageState.SENT),
        Transition("message.fail", _("Ghi thư điện tử không gửi được"), WAITING, MessageState.FAILED),
        Transition("message.withdraw", _("Thôi gửi thư điện tử"), WAITING, MessageState.WITHDRAWN),
    ),
)
