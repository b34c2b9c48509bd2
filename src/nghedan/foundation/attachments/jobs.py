"""Scheduled work on stored files."""

from datetime import timedelta

from nghedan.foundation.attachments import store
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality

GRACE = timedelta(days=1)  # far longer than any transaction between the file and its row


def sweep_orphans() -> int:
    """Remove files without a row, left by a crash or a deed that failed after the file; return how many.

    Only folders of localities in the database are swept, so that a wrong or empty database costs no file.
    """
    long_ago = (clock.now() - GRACE).timestamp()
    removed = 0
    for locality in Locality.objects.all():
        files = list(store.files_of(locality.public_id, older_than=long_ago))
        known = set(Attachment.objects.of(locality).values_list("path", flat=True)) if files else set()
        for path in files:
            if path not in known:
                store.remove(path)
                removed += 1
    return removed
