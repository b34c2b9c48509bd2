"""The nerve map: which machine governs what, which guard joins which move, who hears which event, what runs when."""

from nghedan.config import roles
from nghedan.domain.dialogues import permissions as _dialogue_permissions  # noqa: F401
from nghedan.domain.dialogues import workflow as dialogues
from nghedan.domain.plans import permissions as _plan_permissions  # noqa: F401
from nghedan.domain.plans import workflow as plans
from nghedan.foundation.access import catalogue
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.accounts import permissions as _account_permissions  # noqa: F401  (declares them)
from nghedan.foundation.accounts import policy
from nghedan.foundation.accounts import workflow as accounts
from nghedan.foundation.accounts.models import PasswordCard
from nghedan.foundation.accounts.services.grants import keeps_somebody_in_charge
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.transitions import instructions, machines
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.workflow import Machine

MACHINES: dict[type, Machine] = {
    RoleGrant: accounts.GRANT,
    PasswordCard: accounts.PASSWORD_CARD,
    Instruction: instructions.MACHINE,
    **plans.MACHINES,
    **dialogues.MACHINES,
}
"""Table -> the machine that governs it."""

GUARDS: dict[str, tuple[machines.Guard, ...]] = {
    "grant.end": (keeps_somebody_in_charge,),
    **plans.GUARDS,
    **dialogues.GUARDS,
}
"""Move -> the guards that later packages add, in the order they are asked."""

HANDLERS: dict[str, tuple[subscriptions.Handler, ...]] = {}
"""Event -> who hears it."""

SCHEDULES: tuple[subscriptions.Schedule, ...] = ()
"""What the worker does again and again."""


def install() -> None:
    """Fill every table of links; called once at start."""
    machines.forget_all()
    for model, machine in MACHINES.items():
        machines.install_machine(model, machine)
    for code, guards in GUARDS.items():
        for guard in guards:
            machines.add_guard(code, guard)
    catalogue.install_roles(roles.LABELS, roles.table())
    policy.install(roles.SESSIONS, roles.FIRST_ACCOUNT)
    subscriptions.install(HANDLERS, SCHEDULES)
