"""The nerve map: which machine governs what, which guard joins which move, who hears which event, what runs when."""

from importlib import import_module
from pathlib import Path

from django.db.models import Model

from nghedan import domain
from nghedan.config import roles
from nghedan.domain.conclusions import permissions as _conclusion_permissions  # noqa: F401
from nghedan.domain.conclusions import workflow as conclusions
from nghedan.domain.conclusions.services.taking_back import take_back_from_items
from nghedan.domain.dialogues import permissions as _dialogue_permissions  # noqa: F401  (declares them)
from nghedan.domain.dialogues import workflow as dialogues
from nghedan.domain.dialogues.handlers import on_dialogue_changed, on_limit_moved
from nghedan.domain.dialogues.models import Dialogue, HamletCount
from nghedan.domain.followup import jobs as followup_jobs
from nghedan.domain.followup import permissions as _followup_permissions  # noqa: F401
from nghedan.domain.followup import workflow as followup
from nghedan.domain.followup.handlers import on_paper_issued
from nghedan.domain.followup.models import Delivery, Progress, Referral
from nghedan.domain.followup.services.taking_back import take_back_from_commitments
from nghedan.domain.hall import permissions as _hall_permissions  # noqa: F401
from nghedan.domain.hall import workflow as hall
from nghedan.domain.invitations import permissions as _invitation_permissions  # noqa: F401
from nghedan.domain.invitations import workflow as invitations
from nghedan.domain.invitations.handlers import on_message_sent
from nghedan.domain.invitations.models import Allotment
from nghedan.domain.matters import permissions as _matter_permissions  # noqa: F401
from nghedan.domain.matters import workflow as matters
from nghedan.domain.matters.handlers import on_answer_limit_moved
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services.restricting import install_copies
from nghedan.domain.notices import permissions as _notice_permissions  # noqa: F401
from nghedan.domain.notices import workflow as notices
from nghedan.domain.notices.models import Posting
from nghedan.domain.opinions import jobs as opinion_jobs
from nghedan.domain.opinions import permissions as _opinion_permissions  # noqa: F401
from nghedan.domain.opinions import workflow as opinions
from nghedan.domain.opinions.handlers import on_list_committed
from nghedan.domain.opinions.models import AwaitedReport, Opinion, OpinionList, Sheet, Stack
from nghedan.domain.organisations import permissions as _organisation_permissions  # noqa: F401
from nghedan.domain.organisations import workflow as organisations
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.papers import permissions as _paper_permissions  # noqa: F401
from nghedan.domain.papers import workflow as papers
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.plans import permissions as _plan_permissions  # noqa: F401
from nghedan.domain.plans import workflow as plans
from nghedan.domain.plans.handlers import on_plan_changed
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.reports import permissions as _report_permissions  # noqa: F401
from nghedan.domain.reports import workflow as reports
from nghedan.foundation.access import catalogue
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.accounts import permissions as _account_permissions  # noqa: F401
from nghedan.foundation.accounts import policy
from nghedan.foundation.accounts import workflow as accounts
from nghedan.foundation.accounts.models import PasswordCard, SignInCard
from nghedan.foundation.accounts.services.grants import keeps_somebody_in_charge
from nghedan.foundation.attachments import jobs as attachment_jobs
from nghedan.foundation.attachments import rights as attachment_rights
from nghedan.foundation.attachments import workflow as attachments
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.rights import SubjectRights
from nghedan.foundation.budgets import spending
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
from nghedan.foundation.mail import permissions as _mail_permissions  # noqa: F401
from nghedan.foundation.mail import sending as mail_sending
from nghedan.foundation.mail import workflow as mail
from nghedan.foundation.mail.models import Message
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
    SignInCard: accounts.SIGN_IN_CARD,
    Instruction: instructions.MACHINE,
    Attachment: attachments.MACHINE,
    Paper: documents.PAPER,
    Identity: identities.MACHINE,
    Message: mail.MACHINE,
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
    **papers.MACHINES,
    **notices.MACHINES,
    **invitations.MACHINES,
    **opinions.MACHINES,
    **matters.MACHINES,
    **hall.MACHINES,
    **conclusions.MACHINES,
    **followup.MACHINES,
    **reports.MACHINES,
}
"""Table -> the machine that governs it."""

GUARDS: dict[str, tuple[machines.Guard, ...]] = {
    "grant.end": (keeps_somebody_in_charge,),
    **plans.GUARDS,
    **dialogues.GUARDS,
    **papers.GUARDS,
    **notices.GUARDS,
    **invitations.GUARDS,
    **matters.GUARDS,
    **hall.GUARDS,
    **conclusions.GUARDS,
    **followup.GUARDS,
    **reports.GUARDS,
}
"""Move -> the guards that later packages add, in the order they are asked."""

INDEXED: dict[subscriptions.Handler, tuple[str, ...]] = {
    on_plan_changed: ("plan.draft", "plan.edit", "plan.issue", "plan.record_issued", "plan.amend"),
    on_dialogue_changed: ("dialogue.plan", "dialogue.edit", "dialogue.schedule"),
}
"""What keeps the search index -> the moves that change the words of a row."""

HANDLERS: dict[str, tuple[subscriptions.Handler, ...]] = {
    "calendar.changed": (on_calendar_changed,),
    "official_paper.issue": (on_paper_issued,),
    "message.send": (on_message_sent,),
    "day_off.add": (on_calendar_changed,),
    "day_off.edit": (on_calendar_changed,),
    "day_off.end": (on_calendar_changed,),
    **dict.fromkeys(("deadline.set", "deadline.resume", "deadline.drop"), (on_answer_limit_moved,)),
    "deadline.recount": (on_limit_moved, on_answer_limit_moved),
    "deadline.fix": (on_limit_moved, on_answer_limit_moved),
    "deadline.release": (on_limit_moved, on_answer_limit_moved),
    **{code: (handler,) for handler, codes in INDEXED.items() for code in codes},
    "deadline.reopen": (on_limit_moved, on_answer_limit_moved),
    **dict.fromkeys(("opinion_list.commit", "opinion_list.advance"), (on_list_committed,)),
}
"""Event -> who hears it."""

SCHEDULES: tuple[subscriptions.Schedule, ...] = (
    subscriptions.Schedule("attachments.sweep", 24 * 60 * 60, attachment_jobs.sweep_orphans),
    subscriptions.Schedule("stacks.split", 2, opinion_jobs.split_waiting_stacks),
    subscriptions.Schedule("budgets.sweep", 60 * 60, spending.sweep),
    subscriptions.Schedule("mail.send", mail_sending.EVERY, mail_sending.send_due),
    subscriptions.Schedule("commitments.nudge", 30 * 60, followup_jobs.nudge_by_the_clock),
)
"""What the worker does again and again, and after how many seconds."""

ATTACHMENTS: dict[type[Model], SubjectRights] = {
    Instruction: SubjectRights(see="instruction.view", change="instruction.record"),
    PlanReading: SubjectRights(see="plan_reading.read", change="plan_reading.read"),
    Plan: SubjectRights(see="plan.view", change="plan.edit"),
    Dialogue: SubjectRights(see="dialogue.view", change="dialogue.edit"),
    OfficialPaper: SubjectRights(see="official_paper.view", change="official_paper.issue"),
    Posting: SubjectRights(see="posting.view", change="posting.record"),
    Allotment: SubjectRights(see="guest.view", change="allotment.return"),
    Opinion: SubjectRights(see="opinion.open", change="opinion.edit"),
    Stack: SubjectRights(see="stack.split", change="stack.hand_in"),
    Sheet: SubjectRights(see="sheet.open", change="sheet.capture"),
    OpinionList: SubjectRights(see="opinion_list.advance", change="opinion_list.stage"),
    AwaitedReport: SubjectRights(see="awaited_report.view", change="awaited_report.receive"),
    Matter: SubjectRights(see="matter.view", change="matter.edit"),
    Answer: SubjectRights(see="answer.view", change="answer.edit"),
    Progress: SubjectRights(see="commitment.view", change="progress.add"),
    Delivery: SubjectRights(see="delivery.view", change="delivery.record"),
    Referral: SubjectRights(see="referral.view", change="referral.reply"),
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
        navigation.Entry(_("Sổ ý kiến"), "console:ledger", "opinion.view"),
        navigation.Entry(_("Phiếu ý kiến"), "console:slips", "sheet.key"),
        navigation.Entry(_("Danh sách, báo cáo"), "console:intake", "opinion_list.stage"),
        navigation.Entry(_("Phân loại ý kiến"), "console:classify", "opinion.classify"),
        navigation.Entry(_("Việc của đơn vị"), "console:work", "matter.bounce"),
        navigation.Entry(_("Nội dung kiến nghị"), "console:matters", "opinion.view"),
        navigation.Entry(_("Duyệt câu trả lời"), "console:answers-approve", "answer.approve"),
        navigation.Entry(
            _("Theo dõi kết luận"), "console:commitments", "commitment.view", also=("monday", "referral", "verdict")
        ),
        navigation.Entry(_("Sổ đơn"), "console:petitions", "petition.view"),
        navigation.Entry(_("Hồ sơ tiếp nhận riêng"), "console:restricted", "opinion.read_restricted"),
        navigation.Entry(_("Hồ sơ niêm phong"), "console:restricted", "opinion.read_sealed"),
        navigation.Entry(_("Ủy quyền"), "console:settings-delegations", "delegation.begin"),
        navigation.Entry(_("Cài đặt"), "console:settings", "unit.edit"),
    ),
    "portal": (
        navigation.Entry(_("Trang đầu"), "portal:home"),
        navigation.Entry(_("Gửi ý kiến"), "portal:give"),
        navigation.Entry(_("Tra cứu"), "portal:look-up"),
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
    install_copies((take_back_from_items, take_back_from_commitments))
    policy.install(roles.SESSIONS, roles.FIRST_ACCOUNT)
    subscriptions.install(HANDLERS, SCHEDULES)
    attachment_rights.install(ATTACHMENTS)
    navigation.install(NAVIGATION, SEARCH)
