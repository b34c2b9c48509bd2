"""What can be done with an attachment."""

from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

MACHINE = Machine(
    "attachment",
    AttachmentState,
    (
        Transition("attachment.add", _("Đính kèm tài liệu"), (None,), AttachmentState.KEPT),
        Transition("attachment.withdraw", _("Rút tài liệu"), (AttachmentState.KEPT,), AttachmentState.WITHDRAWN),
    ),
)
