"""The table role × permission."""

from nghedan.foundation.accounts.policy import STRICT
from nghedan.kernel.terms import gettext_noop as _

ADMINISTRATOR = "administrator"
CLERK = "clerk"
HEAD = "head"
OFFICER = "officer"
HAMLET_HEAD = "hamlet_head"
OBSERVER = "observer"

LABELS = {
    ADMINISTRATOR: _("Quản trị"),
    CLERK: _("Văn phòng, thư ký"),
    HEAD: _("Lãnh đạo"),
    OFFICER: _("Cán bộ đơn vị"),
    HAMLET_HEAD: _("Trưởng thôn, tổ trưởng"),
    OBSERVER: _("Theo dõi, giám sát"),
}

SESSIONS = {ADMINISTRATOR: STRICT, HEAD: STRICT}
"""Roles whose sessions are kept strictly; all others are ordinary."""

FIRST_ACCOUNT = (ADMINISTRATOR, CLERK)
"""Roles of whoever sets an empty installation up."""

EVERYBODY = frozenset({ADMINISTRATOR, CLERK, HEAD, OFFICER, HAMLET_HEAD, OBSERVER})

_ROWS: dict[str, frozenset[str]] = {
    # accounts
    "account.read": frozenset({ADMINISTRATOR}),
    "grant.add": frozenset({ADMINISTRATOR}),
    "grant.edit": frozenset({ADMINISTRATOR}),
    "grant.end": frozenset({ADMINISTRATOR}),
    "password_card.issue": frozenset({ADMINISTRATOR}),
    "password_card.withdraw": frozenset({ADMINISTRATOR}),
    # instructions: what the head decided, recorded by the clerk
    "instruction.view": frozenset({CLERK, HEAD}),
    "instruction.record": frozenset({CLERK}),
    "instruction.receive_paper": frozenset({CLERK}),
    # calendar and limits
    "day_off.add": frozenset({ADMINISTRATOR, CLERK}),
    "day_off.edit": frozenset({ADMINISTRATOR, CLERK}),
    "day_off.end": frozenset({ADMINISTRATOR, CLERK}),
    "deadline.view": EVERYBODY,
    "deadline.fix": frozenset({CLERK}),
    "deadline.release": frozenset({CLERK}),
    "deadline.meet": frozenset({CLERK}),
    "deadline.reopen": frozenset({CLERK}),
    "deadline_rule.add": frozenset({ADMINISTRATOR, CLERK}),
    "deadline_rule.edit": frozenset({ADMINISTRATOR, CLERK}),
    "deadline_rule.end": frozenset({ADMINISTRATOR, CLERK}),
    # organisations
    "organisation.view": EVERYBODY,
    **dict.fromkeys(
        (
            f"{record}.{move}"
            for record in ("body", "unit", "hamlet", "officer", "post")
            for move in ("add", "edit", "end")
        ),
        frozenset({ADMINISTRATOR, CLERK}),
    ),
    "unit.replace": frozenset({ADMINISTRATOR, CLERK}),
    "hamlet.merge": frozenset({ADMINISTRATOR, CLERK}),
    "delegation.begin": frozenset({HEAD}),
    "delegation.add_paper": frozenset({CLERK, HEAD}),
    "delegation.end": frozenset({HEAD}),
    "delegation.withdraw": frozenset({HEAD}),
    # files, within the rights over what they hang on
    "attachment.add": frozenset({CLERK, HEAD, OFFICER, HAMLET_HEAD}),
    "attachment.open": EVERYBODY,
    "attachment.withdraw": frozenset({CLERK}),
    "paper.add": frozenset({CLERK}),
    "paper.end": frozenset({CLERK}),
    # names of people outside office
    "identity.create": frozenset({CLERK}),
    "identity.read": frozenset({CLERK, HEAD}),
    "identity.erase": frozenset({HEAD}),
    "words.erase": frozenset({HEAD}),
    # plans
    "plan.view": EVERYBODY,
    "plan.draft": frozenset({CLERK}),
    "plan.edit": frozenset({CLERK}),
    "plan.submit": frozenset({CLERK}),
    "plan.return": frozenset({HEAD}),
    "plan.sign": frozenset({HEAD}),
    "plan.issue": frozenset({CLERK}),
    "plan.record_issued": frozenset({CLERK}),
    "plan.amend": frozenset({CLERK}),
    "plan.share": frozenset({CLERK, HEAD}),
    "plan.close": frozenset({CLERK}),
    "plan_item.add": frozenset({CLERK}),
    "plan_item.edit": frozenset({CLERK}),
    "plan_item.end": frozenset({CLERK}),
    "duty.add": frozenset({CLERK}),
    "duty.edit": frozenset({CLERK}),
    "duty.end": frozenset({CLERK}),
    "plan_edition.add": frozenset({CLERK}),
    "adjustment.request": frozenset({OFFICER, CLERK}),
    "adjustment.accept": frozenset({HEAD}),
    "adjustment.decline": frozenset({HEAD}),
    "plan_reading.read": frozenset({CLERK}),
    "plan_reading.correct": frozenset({CLERK}),
    "plan_reading.adopt": frozenset({CLERK}),
    "plan_reading.discard": frozenset({CLERK}),
    # dialogues
    "dialogue.view": EVERYBODY,
    "dialogue.plan": frozenset({CLERK, HEAD}),
    "dialogue.edit": frozenset({CLERK}),
    "dialogue.schedule": frozenset({CLERK}),
    "dialogue.agree": frozenset({HEAD}),
    "dialogue.postpone": frozenset({HEAD}),
    "dialogue.cancel": frozenset({HEAD}),
    "presiding.add": frozenset({CLERK, HEAD}),
    "presiding.edit": frozenset({CLERK}),
    "presiding.end": frozenset({CLERK}),
    "task.add": frozenset({CLERK}),
    "task.edit": frozenset({CLERK}),
    "task.finish": frozenset({CLERK, OFFICER}),
    "task.reopen": frozenset({CLERK, OFFICER}),
    "task.drop": frozenset({CLERK}),
    "proposal.make": frozenset({CLERK, OFFICER, HAMLET_HEAD}),
    "proposal.accept": frozenset({HEAD}),
    "proposal.decline": frozenset({HEAD}),
    "voter_request.receive": frozenset({CLERK}),
    "voter_request.edit": frozenset({CLERK}),
    "voter_request.accept": frozenset({CLERK, HEAD}),
    "voter_request.set_aside": frozenset({CLERK}),
    "hamlet_count.add": frozenset({CLERK}),
    "hamlet_count.edit": frozenset({CLERK}),
    "hamlet_count.end": frozenset({CLERK}),
}
"""Permission code -> the roles that hold it."""

SYSTEM_ONLY = {
    "password_card.use": "done for whoever bears the card; it is the card that is checked",
    "deadline.set": "follows from a dialogue's day or a plan's rule",
    "deadline.recount": "follows from a day that moved or a day off that was entered",
    "deadline.drop": "follows from a day that was given up or a plan's rule that went",
    "deadline.resume": "follows from a rule that holds again",
}
"""Permission code -> why no role holds it: what follows from somebody's move is done by the system."""


def table() -> dict[str, frozenset[str]]:
    """Return role -> permission codes."""
    return {role: frozenset(code for code, roles in _ROWS.items() if role in roles) for role in LABELS}
