"""The nerve map: which machine governs what, which guard joins which move, who hears which event, what runs when."""

from nghedan.config import roles
from nghedan.foundation.access import catalogue
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.transitions import machines


def install() -> None:
    """Fill every table of links; called once at start."""
    machines.forget_all()
    catalogue.install_roles(roles.LABELS, roles.table())
    subscriptions.install({}, ())
