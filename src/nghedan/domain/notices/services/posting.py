"""Logging where, when and by whom a notice was made known, and taking back what was noted by mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.services.limits import settle_limit
from nghedan.domain.notices.terms import FOR_ALL, IN_A_HAMLET, PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import SCANS
from nghedan.foundation.attachments.services import attach, check_upload
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.keys import key_of_part
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

if TYPE_CHECKING:
    from django.core.files.base import File

PROOF = "proof"
"""Kind of attachment: the photograph, recording sheet or page that proves it."""

IN_FUTURE = _("Ngày phát, niêm yết không thể ở sau hôm nay; xin ghi lại ngày.")
BEFORE_ISSUE = _("Thông báo ban hành ngày %(day)s, không thể phát, niêm yết trước ngày đó; xin ghi lại ngày.")
WHICH_HAMLET = _("Xin chọn thôn, tổ dân phố.")
NOT_OF_A_HAMLET = _("Cách thông báo này dùng chung cho cả địa phương; xin bỏ chọn thôn, tổ dân phố.")
NO_REASON = _("Xin ghi vì sao ghi nhầm.")


@dataclass(frozen=True, slots=True)
class PostingDraft:
    """What is noted of one time a notice was made known."""

    channel: PostingChannel
    posted_on: date
    posted_at: time | None = None
    by_whom: str = ""
    note: str = ""


def record_posting(
    *,
    actor: Actor,
    paper: OfficialPaper,
    draft: PostingDraft,
    hamlet: Hamlet | None = None,
    proof: "File[bytes] | None" = None,
    key: str = "",
) -> Posting:
    """Log that a notice was made known, in one hamlet or for all.

    Raises Invalid (fields "posted_on", "hamlets", "file"), Refused for a notice not issued, NotAllowed for a hamlet
    that is not the actor's.
    """
    hamlets = [hamlet] if hamlet is not None else []
    (posting,) = record_postings(actor=actor, paper=paper, draft=draft, hamlets=hamlets, proof=proof, key=key)
    return posting


def record_postings(
    *,
    actor: Actor,
    paper: OfficialPaper,
    draft: PostingDraft,
    hamlets: Sequence[Hamlet] = (),
    proof: "File[bytes] | None" = None,
    key: str = "",
) -> list[Posting]:
    """Log the same for several hamlets at once, or without any for the whole locality: one line each, all or none, the
    proof kept with the first. Raises as ``record_posting`` does."""
    _check(paper, draft, hamlets)
    checked = check_upload(proof, SCANS) if proof is not None else None
    kept: list[Posting] = []
    with deed(actor):
        for hamlet in hamlets or (None,):
            fresh = _line(paper, draft, hamlet, kept[0] if kept and checked else None)
            part = key_of_part(key, hamlet.public_id.encode() if hamlet else b"") if key else ""
            kept.append(create("posting.record", actor=actor, obj=fresh, key=part))
            if checked and fresh is kept[0]:
                attach(actor=actor, subject=fresh, upload=checked, kind=PROOF)
        settle_limit(paper)
    return kept


def void_posting(*, actor: Actor, posting: Posting, reason: str) -> Posting:
    """Take back a line noted by mistake; the limit it met runs again unless another line meets it.

    Raises Invalid without a reason, NotAllowed, Refused, Conflict.
    """
    if not (said := reason.strip()):
        raise Invalid("posting.no_reason", NO_REASON, field="reason")
    with deed(actor):
        perform("posting.void", actor=actor, obj=posting, changes={"void_reason": said[:300]})
        settle_limit(posting.paper)
    return posting


def _check(paper: OfficialPaper, draft: PostingDraft, hamlets: Sequence[Hamlet]) -> None:
    if draft.posted_on > clock.today():
        raise Invalid("posting.in_future", IN_FUTURE, field="posted_on")
    if paper.issued_on is not None and draft.posted_on < paper.issued_on:
        raise Invalid("posting.before_issue", BEFORE_ISSUE, field="posted_on", day=format_date(paper.issued_on))
    if draft.channel in IN_A_HAMLET and not hamlets:
        raise Invalid("posting.which_hamlet", WHICH_HAMLET, field="hamlets")
    if draft.channel in FOR_ALL and hamlets:
        raise Invalid("posting.not_of_a_hamlet", NOT_OF_A_HAMLET, field="hamlets")


def _line(paper: OfficialPaper, draft: PostingDraft, hamlet: Hamlet | None, first: Posting | None) -> Posting:
    return Posting(
        locality=paper.locality, paper=paper, channel=draft.channel.value, hamlet=hamlet, posted_on=draft.posted_on,
        posted_at=draft.posted_at, by_whom=draft.by_whom.strip()[:200], note=draft.note.strip()[:300], proven_by=first,
    )  # fmt: skip
