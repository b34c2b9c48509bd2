"""Printing slips, taking in stacks and sheets, and deciding what becomes of a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import Sheet, Slip, SlipRun, Stack
from nghedan.domain.opinions.receipts import receipt_code, receipt_digest
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.attachments.formats import IMAGES, PDF, SCANS, sniff
from nghedan.foundation.attachments.services import attach, check_upload
from nghedan.foundation.db import clock
from nghedan.foundation.scans.pages import MOST_PAGES, pages_of
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from django.core.files.base import File

SERIES = "slip"
MOST_SLIPS = 500
PAGE = "page"
STACK = "stack"
BAD_COUNT = _("Xin ghi số phiếu in một lần từ 1 đến %(most)s.")
NO_REASON = _("Xin ghi lý do không nhập tờ này.")
NO_FILE = _("Xin chọn tệp PDF hoặc ảnh chụp phiếu.")
TOO_MANY = _("Mỗi lần nhận nhiều nhất %(most)s trang. Xin chia thành nhiều lần nộp.")


@dataclass(frozen=True, slots=True)
class Capture:
    """Where captured paper comes from."""

    dialogue: Dialogue | None = None
    hamlet: Hamlet | None = None
    origin: Origin = Origin.SLIP
    received_on: date | None = None
    note: str = ""


def print_slips(
    *, actor: Actor, body: Body, dialogue: Dialogue | None, hamlet: Hamlet | None, count: int, key: str = ""
) -> SlipRun:
    """Number blank slips for one hamlet, or for everybody; each has its receipt on the stub.

    Raises Invalid for a count outside 1 to 500, NotAllowed.
    """
    if not 1 <= count <= MOST_SLIPS:
        raise Invalid("slip_run.bad_count", BAD_COUNT, field="count", most=MOST_SLIPS)
    fresh = SlipRun(locality=body.locality, body=body, dialogue=dialogue, hamlet=hamlet, count=count)
    with deed(actor):
        run = create("slip_run.print", actor=actor, obj=fresh, key=key)
        if run is fresh:
            year = clock.today().year
            numbers = take_numbers(body.locality, SERIES, year, count)
            slips = [Slip(locality=body.locality, run=run, year=year, number=number) for number in numbers]
            for slip in slips:
                slip.receipt_digest = receipt_digest(receipt_code(slip.public_id))
            create_many("slip.print", actor=actor, objs=slips)
    return run


def hand_in_stack(
    *, actor: Actor, body: Body, capture: Capture, uploads: "Sequence[File[bytes]]", key: str = ""
) -> Stack:
    """Take in a scanned stack, as PDF or as photos in their order; the worker splits it.

    Raises Invalid (field "file": nothing, no scan, locked, damaged, too much), NotAllowed.
    """
    if not uploads:
        raise Invalid("stack.no_file", NO_FILE, field="file")
    fresh = Stack(**_captured(actor, body, capture), pages=sum(map(_count_pages, uploads)))
    if fresh.pages > MOST_PAGES:
        raise Invalid("stack.too_many_pages", TOO_MANY, field="file", most=MOST_PAGES)
    with deed(actor):
        stack = create("stack.hand_in", actor=actor, obj=fresh, key=key)
        if stack is fresh:
            for upload in uploads:
                attach(actor=actor, subject=stack, upload=upload, kind=STACK, formats=SCANS, holds_names=True)
    return stack


def _count_pages(upload: "File[bytes]") -> int:
    """Return the pages of a PDF, opened here already so that a faulty one is told while its sender is there."""
    content = upload.read()
    upload.seek(0)
    return next(pages_of(content, PDF)).of if sniff(content, upload.name or "") is PDF else 1


def capture_sheet(*, actor: Actor, body: Body, capture: Capture, upload: "File[bytes]", key: str = "") -> Sheet:
    """Take in one sheet as a photo; acknowledged once it is durable. Raises Invalid (field "file"), NotAllowed."""
    picture = check_upload(upload, IMAGES)
    fresh = Sheet(**_captured(actor, body, capture))
    with deed(actor):
        sheet = create("sheet.capture", actor=actor, obj=fresh, key=key)
        if sheet is fresh:
            attach(actor=actor, subject=sheet, upload=picture, kind=PAGE, holds_names=True)
    return sheet


def finish_sheet(*, actor: Actor, sheet: Sheet) -> Sheet:
    """Say that everything on a sheet has been keyed in."""
    return perform("sheet.key", actor=actor, obj=sheet)


def set_sheet_aside(*, actor: Actor, sheet: Sheet, reason: str) -> Sheet:
    """Decide that a sheet is not keyed in: blank, the back of another, handed in before. Raises Invalid."""
    if not (said := clean(reason)):
        raise Invalid("sheet.no_reason", NO_REASON, field="reason")
    return perform("sheet.set_aside", actor=actor, obj=sheet, changes={"reason": said[:300]})


def take_sheet_up(*, actor: Actor, sheet: Sheet) -> Sheet:
    """Let a sheet wait to be keyed in again."""
    return perform("sheet.take_up", actor=actor, obj=sheet)


def _captured(actor: Actor, body: Body, capture: Capture) -> dict[str, object]:
    return {
        "locality": body.locality,
        "body": body,
        "dialogue": capture.dialogue,
        "hamlet": capture.hamlet,
        "origin": capture.origin.value,
        "received_on": capture.received_on or clock.today(),
        "note": clean(capture.note)[:300],
        "entered_by": User(pk=actor.user_id) if actor.user_id else None,
    }
