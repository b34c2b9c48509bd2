"""What can be done with an identity."""

from nghedan.foundation.identities.terms import IdentityState
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

MACHINE = Machine(
    "identity",
    IdentityState,
    (
        Transition("identity.create", _("Ghi họ tên, liên hệ"), (None,), IdentityState.KNOWN),
        Transition(
            "identity.erase",
            _("Xóa họ tên, liên hệ"),
            (IdentityState.KNOWN,),
            IdentityState.ERASED,
            instructable=True,
            irreversible=True,
        ),
    ),
)
