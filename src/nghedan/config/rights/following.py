"""Who may do what with conclusions, what follows from them, figures and the archive."""

from nghedan.config.rights.names import CLERK, HAMLET_HEAD, HEAD, OBSERVER, OFFICER
from nghedan.foundation.access.actor import PUBLIC_ROLE

ROWS: dict[str, frozenset[str]] = {
    # figures, the public result, the archive
    "figures.view": frozenset({CLERK, HEAD, OBSERVER}),
    "frozen_figures.freeze": frozenset({CLERK}),
    "public_result.show": frozenset({CLERK}),
    "public_result.edit": frozenset({CLERK}),
    "public_result.publish": frozenset({HEAD}),
    "public_result.appear": frozenset({CLERK}),
    "public_result.withdraw": frozenset({CLERK, HEAD}),
    "public_result.show_again": frozenset({CLERK}),
    "archive.make": frozenset({CLERK}),
    # the conclusion, and what units do about it
    "conclusion_item.view": frozenset({CLERK, HEAD}),
    "conclusion_item.add": frozenset({CLERK}),
    "conclusion_item.edit": frozenset({CLERK}),
    "conclusion_item.move": frozenset({CLERK}),
    "conclusion_item.end": frozenset({CLERK}),
    "conclusion_item.restore": frozenset({CLERK}),
    "commitment.view": frozenset({CLERK, HEAD, OFFICER, OBSERVER}),
    "commitment.start": frozenset({CLERK, OFFICER}),
    "commitment.report": frozenset({CLERK, OFFICER}),
    "commitment.return": frozenset({CLERK, HEAD}),
    "commitment.confirm": frozenset({CLERK}),
    "commitment.close": frozenset({CLERK}),
    "commitment.waive": frozenset({HEAD}),
    "commitment.reopen": frozenset({HEAD}),
    "progress.add": frozenset({CLERK, OFFICER}),
    "extension.ask": frozenset({CLERK, OFFICER}),
    "extension.grant": frozenset({HEAD}),
    "extension.refuse": frozenset({HEAD}),
    "extension.withdraw": frozenset({CLERK, OFFICER}),
    "nudge.send": frozenset({CLERK}),
    "monday_brief.view": frozenset({CLERK, HEAD}),
    # answers to the people, what was sent on, what they say of it
    "delivery.view": frozenset({CLERK, HEAD, HAMLET_HEAD}),
    "delivery.record": frozenset({CLERK, HAMLET_HEAD}),
    "delivery.void": frozenset({CLERK}),
    "referral.view": frozenset({CLERK, HEAD, OFFICER, OBSERVER}),
    **dict.fromkeys(
        (f"referral.{move}" for move in ("draft", "edit", "send", "ask_again", "reply", "pass_on", "close", "drop")),
        frozenset({CLERK}),
    ),
    "verdict.view": frozenset({CLERK, HEAD}),
    "verdict.give": frozenset({CLERK, HAMLET_HEAD, PUBLIC_ROLE}),
    "verdict.look": frozenset({HEAD}),
}
"""Permission code -> the roles that hold it."""
