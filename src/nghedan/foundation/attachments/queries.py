"""Reading attachments of rows the actor may see."""

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
