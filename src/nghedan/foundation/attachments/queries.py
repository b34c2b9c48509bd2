"""Reading attachments of rows the actor may see."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def attachments_of(subject: Any) -> ScopedQuerySet[Attachment]:
    """Return the attachments of a row in the order they came, without those withdrawn."""
    of_subject = Attachment.objects.of(subject.locality).filter(
        subject_type=subject_type_of(subject), subject_id=subject.public_id, state=AttachmentState.KEPT
    )
    return of_subject.order_by("id")


def attachments_of_all(subjects: Sequence[Any]) -> dict[str, list[Attachment]]:
    """Return for rows of one table and one locality, by public id, what ``attachments_of`` returns (one query)."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    if subjects:
        kept = Attachment.objects.of(subjects[0].locality).filter(
            subject_type=subject_type_of(subjects[0]), subject_id__in=[one.public_id for one in subjects],
            state=AttachmentState.KEPT,
        )  # fmt: skip
        for attachment in kept.order_by("id"):
            found[attachment.subject_id].append(attachment)
    return found
