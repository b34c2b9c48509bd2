"""Keeping the signed copy of a paper."""

import hashlib
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.files.base import File

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import DOCX, PDF
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.documents.compare import compare
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.documents.queries import papers_of
from nghedan.foundation.documents.signed_copy import WITHOUT_TEXT, text_of
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid

SIGNED_COPY = "signed_copy"


def keep_signed_copy(
    *,
    actor: Actor,
    subject: Any,
    holder: Any,
    type_code: str,
    number: str,
    issued_on: date | None,
    text: str,
    upload: "File[bytes]",
) -> Paper:
    """Freeze the signed copy of a paper with its digest and what it changed of our ``text``.

    ``subject`` is the row the paper is of, ``holder`` the row that carries its files. A copy kept before is replaced,
    not lost. A scan without text is kept and not compared. Raises Invalid (field "file"), NotAllowed, Refused.
    """
    with deed(actor):
        copy = attach(actor=actor, subject=holder, upload=upload, kind=SIGNED_COPY, formats=frozenset({DOCX, PDF}))
        upload.seek(0)
        differences = _differences(text, upload.read())
        for earlier in papers_of(subject).filter(type_code=type_code):
            perform("paper.end", actor=actor, obj=earlier)
        paper = Paper(
            locality=subject.locality,
            subject_type=subject_type_of(subject),
            subject_id=subject.public_id,
            type_code=type_code,
            number=number,
            issued_on=issued_on,
            text=text,
            text_digest=hashlib.sha256(text.encode()).hexdigest(),
            signed_copy=copy,
            copy_digest=copy.digest,
            differences=differences,
        )
        return create("paper.add", actor=actor, obj=paper)


def _differences(ours: str, content: bytes) -> list[dict[str, str]] | None:
    """Return how the copy differs from our text; None for one without text."""
    try:
        theirs = text_of(content)
    except Invalid as error:
        if error.code == WITHOUT_TEXT:
            return None
        raise Invalid(error.code, error.message, field="file", **error.params) from error
    return [{name: str(value) for name, value in asdict(one).items()} for one in compare(ours, theirs)]
