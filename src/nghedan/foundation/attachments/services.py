"""Handing in, opening and withdrawing files."""

import hashlib
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from django.core.files.base import File

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments import store
from nghedan.foundation.attachments.checks import Checked, check, too_large
from nghedan.foundation.attachments.formats import ALL, MOST_BYTES, Format
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.names import FALLBACK, clean_name
from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import DamagedError, lock, unlock
from nghedan.foundation.transitions.door import create, note, perform
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

WITHDRAWN = _("Tài liệu này đã được rút.")
LOST = _("Tệp đã lưu không còn nguyên vẹn. Xin báo người quản trị để phục hồi từ bản sao lưu.")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file ready to be sent; always as a download or an image, never as a page."""

    name: str
    content_type: str
    content: bytes


def check_upload(upload: "File[bytes]", formats: Set[Format] = ALL) -> Checked:
    """Check a file before the transaction that is to keep it: pictures take their time.

    Raises Invalid (field "file").
    """
    if upload.size > MOST_BYTES:
        raise too_large()
    return check(upload.read(), upload.name or "", formats)


def attach(
    *,
    actor: Actor,
    subject: Any,
    upload: "File[bytes] | Checked",
    kind: str,
    formats: Set[Format] = ALL,
    holds_names: bool = False,
) -> Attachment:
    """Check a file, if that is still to be done, and keep it with ``subject``; ``kind`` says what it is for: "photo".

    With ``holds_names`` it is encrypted at rest, loses its own name, and every opening is journalled. The file is
    written first and the row after, so that no row ever points to nothing. Raises Invalid (field "file"), NotAllowed.
    """
    attachment = Attachment(
        locality=subject.locality, subject_type=subject_type_of(subject), subject_id=subject.public_id,
        kind=kind, is_encrypted=holds_names, path=store.new_path(subject.locality.public_id),
    )  # fmt: skip
    attachment.subject = subject
    require(actor, "attachment.add", attachment)
    given_name = FALLBACK if holds_names or isinstance(upload, Checked) else upload.name or ""
    checked = upload if isinstance(upload, Checked) else check_upload(upload, formats)
    attachment.name = clean_name(given_name, checked.format.extension)
    attachment.content_type = checked.format.content_type
    attachment.size = len(checked.content)
    attachment.digest = hashlib.sha256(checked.content).hexdigest()
    attachment.needs_password = checked.needs_password
    store.write(attachment.path, _at_rest(attachment, checked.content))
    return create("attachment.add", actor=actor, obj=attachment)


def open_attachment(*, actor: Actor, attachment: Attachment) -> OpenedFile:
    """Return a file for reading; one that holds names leaves an entry in the journal.

    Raises NotAllowed, Refused (withdrawn, or no longer what was stored).
    """
    require(actor, "attachment.open", attachment)
    if attachment.state != AttachmentState.KEPT:
        raise Refused("attachment.withdrawn", WITHDRAWN)
    content = _from_rest(attachment)
    if attachment.is_encrypted:
        note("attachment.open", actor=actor, obj=attachment, facts={})
    return OpenedFile(attachment.name, attachment.content_type, content)


def withdraw(*, actor: Actor, attachment: Attachment, reason: str = "") -> Attachment:
    """Take an attachment out of sight; its digest stays in the journal. Raises NotAllowed, Refused, Conflict."""
    return perform("attachment.withdraw", actor=actor, obj=attachment, facts={"reason": reason} if reason else None)


def _at_rest(attachment: Attachment, content: bytes) -> bytes:
    return lock(key_for("attachments"), content, attachment.path) if attachment.is_encrypted else content


def _from_rest(attachment: Attachment) -> bytes:
    try:
        stored = store.read(attachment.path)
        content = unlock(key_for("attachments"), stored, attachment.path) if attachment.is_encrypted else stored
    except (FileNotFoundError, DamagedError) as error:
        raise Refused("attachment.lost", LOST) from error
    if hashlib.sha256(content).hexdigest() != attachment.digest:
        raise Refused("attachment.lost", LOST)
    return content
