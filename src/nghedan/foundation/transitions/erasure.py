"""Erasing the words of a row on request: the chain stays whole and says itself that, and which, words are gone.

Basis: Luật Bảo vệ dữ liệu cá nhân 2025 (right to erasure).
"""

from typing import Any

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import Wording
from nghedan.foundation.journal.record import ERASURE, draft_entry, subject_type_of
from nghedan.foundation.transitions.deed import deed
from nghedan.kernel.terms import gettext_noop as _

permission(ERASURE, _("Xóa lời văn theo yêu cầu của chủ thể dữ liệu"))


def erase_words(*, actor: Actor, obj: Any, reason: str) -> list[int]:
    """Erase every version of an object's words from the journal; return the versions.

    What the row itself still shows is blanked before, by the move that owns it, in the same deed. Raises NotAllowed.
    """
    with deed(actor) as current:
        require(actor, ERASURE, obj)
        words = Wording.objects.of(obj.locality).filter(
            subject_type=subject_type_of(obj), subject_id=obj.public_id, erased_at=None
        )
        versions = sorted(words.values_list("subject_version", flat=True))
        words.update(words={}, erased_at=clock.now())
        facts = {"versions": versions, "reason": reason}
        current.drafts.append(draft_entry(actor=actor, code=ERASURE, obj=obj, facts=facts))
    return versions
