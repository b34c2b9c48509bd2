"""Reports awaited before a dialogue from units, organisations and the host: asked for, received, no longer needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from nghedan.domain.dialogues.deadlines import CUT_OFF
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.services import attach, check_upload, withdraw
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from django.core.files.base import File

REPORT = "report"
EDITABLE = ("subject", "due_on")
NO_SENDER = _("Xin chọn ít nhất một đơn vị, hoặc ghi tên nơi gửi.")
NO_SUBJECT = _("Xin ghi nội dung báo cáo cần gửi.")
IN_FUTURE = _("Ngày nhận không thể ở sau hôm nay; xin ghi lại ngày.")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who owes a report: a unit of ours, or somebody else by name."""

    name: str
    unit: Unit | None = None


def usual_day(dialogue: Dialogue) -> date | None:
    """Return the day by which reports are awaited unless another is named: when what the people say is summed up."""
    limit = every_limit_of(dialogue).get(CUT_OFF)
    return limit.due_on if limit else None


def await_reports(
    *, actor: Actor, dialogue: Dialogue, senders: Sequence[Sender], subject: str, due_on: date | None, key: str = ""
) -> list[AwaitedReport]:
    """Ask several for the same report, each of whom then owes one. Raises Invalid, NotAllowed."""
    if not senders:
        raise Invalid("awaited_report.no_sender", NO_SENDER, field="senders")
    said = _subject(subject)
    with deed(actor):
        return [
            create(
                "awaited_report.add", actor=actor, key=f"{key}.{place}" if key else "",
                obj=AwaitedReport(
                    locality=dialogue.locality, dialogue=dialogue, unit=sender.unit, sender=clean(sender.name)[:200],
                    subject=said, due_on=due_on,
                ),
            )
            for place, sender in enumerate(senders)
        ]  # fmt: skip


def edit_report(*, actor: Actor, report: AwaitedReport, changes: Mapping[str, Any]) -> AwaitedReport:
    """Change what is to be reported, or by when. Raises Invalid, NotAllowed, Refused, Conflict."""
    if unknown := set(changes) - set(EDITABLE):
        raise ValueError(f"not edited this way: {sorted(unknown)}")
    stored = dict(changes)
    if "subject" in stored:
        stored["subject"] = _subject(stored["subject"])
    return perform("awaited_report.edit", actor=actor, obj=report, changes=stored)


def receive_report(
    *, actor: Actor, report: AwaitedReport, received_on: date, document_number: str = "",
    upload: "File[bytes] | None" = None,
) -> AwaitedReport:  # fmt: skip
    """Note that a report came, with its number and its file if there is one: both or neither.

    Raises Invalid (a day after today, a file not taken), NotAllowed, Refused, Conflict.
    """
    if received_on > clock.today():
        raise Invalid("awaited_report.in_future", IN_FUTURE, field="received_on")
    file = check_upload(upload) if upload else None
    changes = {"received_on": received_on, "document_number": clean(document_number)[:60]}
    with deed(actor):
        perform("awaited_report.receive", actor=actor, obj=report, changes=changes)
        if file is not None:
            attach(actor=actor, subject=report, upload=file, kind=REPORT)
    return report


def waive_report(*, actor: Actor, report: AwaitedReport) -> AwaitedReport:
    """Decide that a report is not needed. Raises NotAllowed, Refused, Conflict."""
    return perform("awaited_report.waive", actor=actor, obj=report)


def reopen_report(*, actor: Actor, report: AwaitedReport) -> AwaitedReport:
    """Await a report again: what came was not it, so its file is withdrawn, or it is needed after all.

    Raises NotAllowed, Refused, Conflict.
    """
    gone = {"received_on": None, "document_number": ""}
    with deed(actor):
        perform("awaited_report.reopen", actor=actor, obj=report, changes=gone)
        for attachment in attachments_of(report):
            withdraw(actor=actor, attachment=attachment)
    return report


def _subject(subject: str) -> str:
    if not (said := " ".join(clean(subject).split())):
        raise Invalid("awaited_report.no_subject", NO_SUBJECT, field="subject")
    return said[:300]
