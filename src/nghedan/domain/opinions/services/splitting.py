"""Splitting a scanned stack into its sheets: page by page, each kept at once, so that it can go on where it stopped."""

import logging
from collections.abc import Iterator, Sequence

from django.core.files.base import ContentFile
from django.db import DatabaseError

from nghedan.domain.opinions.addresses import slip_id_in
from nghedan.domain.opinions.models import Sheet, Slip, Stack
from nghedan.domain.opinions.queries import slip_with_id
from nghedan.domain.opinions.services.paper import PAGE, STACK
from nghedan.domain.opinions.terms import SlipState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import ALL, IMAGES
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.services import attach, open_attachment
from nghedan.foundation.scans import codes
from nghedan.foundation.scans.pages import Page, pages_of
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import DomainError
from nghedan.kernel.terms import gettext_noop as _

log = logging.getLogger(__name__)

NO_CODE = _("Không có mã phiếu.")
FOREIGN_CODE = _("Mã trên tờ này không phải phiếu của địa phương.")
SEEN_BEFORE = _("Phiếu này đã quét hoặc nhập trước đó.")
SEVERAL = _("Trang này có nhiều phiếu; xin nhập từng phiếu.")
NOT_SPLIT = _("Chưa tách được xấp giấy này. Xin bấm “Tách lại”; nếu vẫn không được, xin quét lại ở 200 dpi.")
_FORMATS = {format_.content_type: format_ for format_ in ALL}


def split_stack(*, actor: Actor, stack: Stack) -> Stack:
    """Make one sheet of every page of a stack, in order; pages already there are passed over.

    What goes wrong with the file is said on the stack's page; what goes wrong with the database is tried again.
    """
    try:
        kept = set(stack.sheets.values_list("position", flat=True))
        for position, page in enumerate(_pages(actor, stack), start=1):
            if position not in kept:
                _keep(actor, stack, position, page)
        perform("stack.split", actor=actor, obj=stack, changes={"problem": ""})
    except DatabaseError:  # busy, or another worker was faster: the stack goes on waiting
        log.exception("splitting stack %s", stack.public_id)
    except DomainError as error:
        perform("stack.fail", actor=actor, obj=stack, changes={"problem": (error.message % error.params)[:300]})
    except Exception:  # one unreadable stack must not stop the others
        log.exception("splitting stack %s", stack.public_id)
        perform("stack.fail", actor=actor, obj=stack, changes={"problem": NOT_SPLIT})
    return stack


def retry_stack(*, actor: Actor, stack: Stack) -> Stack:
    """Let a stack that could not be split be tried again. Raises NotAllowed, Refused, Conflict."""
    return perform("stack.retry", actor=actor, obj=stack, changes={"problem": ""})


def _pages(actor: Actor, stack: Stack) -> Iterator[Page]:
    for attachment in attachments_of(stack).filter(kind=STACK):
        opened = open_attachment(actor=actor, attachment=attachment)
        yield from pages_of(opened.content, _FORMATS[opened.content_type])


def _keep(actor: Actor, stack: Stack, position: int, page: Page) -> None:
    """Store one page as a sheet; what is slow about it is done before the transaction."""
    (drawn,) = codes.split([page])
    slip, note = _slip_on(actor, stack, drawn.codes)
    run = slip.run if slip else stack
    sheet = Sheet(
        locality=stack.locality, body=run.body, dialogue=run.dialogue or stack.dialogue,
        hamlet=run.hamlet or stack.hamlet, origin=stack.origin, received_on=stack.received_on,
        note=" ".join(filter(None, (stack.note, note)))[:300], entered_by=stack.entered_by, stack=stack,
        position=position, slip=slip,
    )  # fmt: skip
    with deed(actor):
        create("sheet.capture", actor=actor, obj=sheet)
        picture = ContentFile(drawn.content, name="page.jpg")
        attach(actor=actor, subject=sheet, upload=picture, kind=PAGE, formats=IMAGES, holds_names=True)


def _slip_on(actor: Actor, stack: Stack, texts: Sequence[str]) -> tuple[Slip | None, str]:
    """Return the slip whose code stands on a page, and what the clerk must know about it."""
    read = [found for text in texts if (found := slip_id_in(text, stack.locality)) is not None]
    slips = [slip for public_id in read if (slip := slip_with_id(actor, public_id)) is not None]
    if not slips:
        return None, FOREIGN_CODE if read else NO_CODE
    if len(slips) > 1:
        return slips[0], SEVERAL
    was_seen = slips[0].state != SlipState.PRINTED or slips[0].sheets.exists()
    return slips[0], SEEN_BEFORE if was_seen else ""
