"""Reading signed copies of rows the actor may see."""

from typing import Any

from nghedan.foundation.documents.models import Paper
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing


def papers_of(*subjects: Any) -> ScopedQuerySet[Paper]:
    """Return the signed copies in force of rows of one table and locality, each with its file."""
    ids = [subject.public_id for subject in subjects]
    papers = Paper.objects.of(subjects[0].locality) if subjects else Paper.objects.none()
    return papers.filter(
        subject_type=subject_type_of(subjects[0]) if subjects else "", subject_id__in=ids, state=Standing.CURRENT
    ).select_related("signed_copy", "locality")
