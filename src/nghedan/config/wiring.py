"""The nerve map: which machine governs what, which guard joins which move, who hears which event, what runs when."""

from importlib import import_module
from pathlib import Path

from django.db.models import Model

from nghedan import domain
from nghedan.config import roles
from nghedan.domain.dialogues import permissions as _dialogue_permissions  # noqa: F401  (declares them)
from nghedan.domain.dialogues import workflow as dialogues
from nghedan.domain.dialogues.handlers import on_dialogue_changed, on_limit_moved
from nghedan.domain.dialogues.models import Dialogue, HamletCount
from nghedan.domain.organisations import permissions as _organisation_permissions  # noqa: F401
from nghedan.domain.organisations import workflow as organisations
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.plans import permissions as _plan_permissions  # noqa: F401
from nghedan.domain.plans import workflow as plans
from nghedan.domain.plans.handlers import on_plan_changed
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.foundation.access import catalogue
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.accounts import permissions as _account_permissions  # noqa: F401
from nghedan.foundation.accounts import policy
from nghedan.foundation.accounts import workflow as accounts
from nghedan.foundation.accounts.models import PasswordCard
from nghedan.foundation.accounts.services.grants import keeps_somebody_in_charge
from nghedan.foundation.attachments import jobs as attachment_jobs
from nghedan.foundation.attachments import rights as attachment_rights
from nghedan.foundation.attachments import workflow as attachments
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.rights import SubjectRights
from nghedan.foundation.calendars import permissions as _calendar_permissions  # noqa: F401
from nghedan.foundation.calendars import workflow as calendars
from nghedan.foundation.deadlines import permissions as _deadline_permissions  # noqa: F401
from nghedan.foundation.deadlines import workflow as deadlines
from nghedan.foundation.deadlines.handlers import on_calendar_changed
from nghedan.foundation.documents import workflow as documents
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.identities import permissions as _identity_permissions  # noqa: F401
from nghedan.foundation.identities import workflow as identities
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.transitions import erasure as _erasure  # noqa: F401  (declares its right)
from nghedan.foundation.transitions import instructions, machines
from nghedan.foundation.transitions.models import Instruction
from nghedan.interfaces.web import navigation
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine

MACHINES: dict[type, Machine] = {
    RoleGrant: accounts.GRANT,
    PasswordCard: accounts.PASSWORD_CARD,
    Instruction: instructions.MACHINE,
    Attachment: attachments.MACHINE,
    Paper: documents.PAPER,
    Identity: identities.MACHINE,
    **calendars.MACHINES,
    **deadlines.MACHINES,
    Body: organisations.BODY,
    Unit: organisations.UNIT,
    Hamlet: organisations.HAMLET,
    Officer: organisations.OFFICER,
    Post: organisations.POST,
    Delegation: organisations.DELEGATION,
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

INDEXED: dict[subscriptions.Handler, tuple[str, ...]] = {
    on_plan_changed: ("plan.draft", "plan.edit", "plan.issue", "plan.record_issued", "plan.amend"),
    on_dialogue_changed: ("dialogue.plan", "dialogue.edit", "dialogue.schedule"),
}
"""What keeps the search index -> the moves that change the words of a row."""

HANDLERS: dict[str, tuple[subscriptions.Handler, ...]] = {
    "calendar.changed": (on_calendar_changed,),
    "day_off.add": (on_calendar_changed,),
    "day_off.edit": (on_calendar_changed,),
    "day_off.end": (on_calendar_changed,),
    "deadline.recount": (on_limit_moved,),
    "deadline.fix": (on_limit_moved,),
    "deadline.release": (on_limit_moved,),
    **{code: (handler,) for handler, codes in INDEXED.items() for code in codes},
    "deadline.reopen": (on_limit_moved,),
}
"""Event -> who hears it."""

SCHEDULES: tuple[subscriptions.Schedule, ...] = (
    subscriptions.Schedule("attachments.sweep", 24 * 60 * 60, attachment_jobs.sweep_orphans),
)
"""What the worker does again and again, and after how many seconds."""

ATTACHMENTS: dict[type[Model], SubjectRights] = {
    Instruction: SubjectRights(see="instruction.view", change="instruction.record"),
    PlanReading: SubjectRights(see="plan_reading.read", change="plan_reading.read"),
    Plan: SubjectRights(see="plan.view", change="plan.edit"),
    Dialogue: SubjectRights(see="dialogue.view", change="dialogue.edit"),
    HamletCount: SubjectRights(see="voter_request.receive", change="hamlet_count.edit"),
}
"""Table whose rows carry files -> the rights that open and change them."""

NAVIGATION: dict[str, tuple[navigation.Entry, ...]] = {
    "console": (
        navigation.Entry(_("Hôm nay"), "console:today"),
        navigation.Entry(_("Năm"), "console:this-year", "dialogue.plan"),
        navigation.Entry(_("Kế hoạch"), "console:plans", "plan.view"),
        navigation.Entry(_("Đối thoại"), "console:dialogues", "dialogue.view"),
        navigation.Entry(_("Việc chuẩn bị"), "console:tasks", "task.finish"),
        navigation.Entry(_("Ủy quyền"), "console:settings-delegations", "delegation.begin"),
        navigation.Entry(_("Cài đặt"), "console:settings", "unit.edit"),
    ),
}
"""URL namespace -> its entries, in order."""

SEARCH: dict[str, str] = {"console": "console:search"}
"""URL namespace -> the name of its search page."""


def find_document_types() -> None:
    """Import every ``domain/<package>/documents/<type>.py``, so that each declares its type: leaves know nobody."""
    for package in Path(domain.__path__[0]).glob("*/documents"):
        for module in sorted(package.glob("[a-z]*.py")):
            import_module(f"{domain.__name__}.{package.parent.name}.documents.{module.stem}")


def install() -> None:
    """Fill every table of links; called once at start."""
    find_document_types()
    machines.forget_all()
    for model, machine in MACHINES.items():
        machines.install_machine(model, machine)
    for code, guards in GUARDS.items():
        for guard in guards:
            machines.add_guard(code, guard)
    catalogue.install_roles(roles.LABELS, roles.table())
    policy.install(roles.SESSIONS, roles.FIRST_ACCOUNT)
    subscriptions.install(HANDLERS, SCHEDULES)
    attachment_rights.install(ATTACHMENTS)
    navigation.install(NAVIGATION, SEARCH)
