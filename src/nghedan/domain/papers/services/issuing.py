"""From draft to force: submit, return, sign, issue; and withhold what may no longer be read."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile, File

from nghedan.domain.papers.kinds import PaperKind, kind_of
from nghedan.domain.papers.models import HeldRow, OfficialPaper
from nghedan.domain.papers.terms import MetBy, PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import DOCX, PDF
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.services import meet_deadline
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.documents.renderers.html import fragment
from nghedan.foundation.documents.services import keep_signed_copy
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi lý do.")
NO_NUMBER = _("Xin nhập số, ký hiệu văn bản.")
NO_DATE = _("Xin nhập ngày ban hành.")
IN_FUTURE = _("Ngày ban hành không thể ở sau hôm nay; xin ghi lại ngày.")
NOT_ISSUED = _("Chỉ lưu được bản ký của văn bản đã ban hành; xin ban hành trước.")

ISSUED_WORD, ISSUED_PDF = "issued_word", "issued_pdf"
"""Kinds of attachment: the paper as it was frozen."""


def submit_paper(*, actor: Actor, paper: OfficialPaper) -> OfficialPaper:
    """Submit for signature (trình ký). Raises Refused while a part is missing, NotAllowed, Conflict."""
    with deed(actor):
        perform("official_paper.submit", actor=actor, obj=paper, changes={"reason": "", "submitted_on": clock.today()})
        _meet_limit(actor, paper, MetBy.SUBMITTING, clock.today())
    return paper


def return_paper(
    *, actor: Actor, paper: OfficialPaper, reason: str, instruction: Instruction | None = None
) -> OfficialPaper:
    """Send a paper back to its drafter with a reason. Raises Invalid without one."""
    changes = {"reason": _reason(reason), "signed_on": None}
    return perform("official_paper.return", actor=actor, obj=paper, changes=changes, instruction=instruction)


def sign_paper(*, actor: Actor, paper: OfficialPaper, instruction: Instruction | None = None) -> OfficialPaper:
    """Sign, by the head's own click or as the instruction the clerk recorded."""
    changes = {"signed_on": clock.today()}
    return perform("official_paper.sign", actor=actor, obj=paper, changes=changes, instruction=instruction)


def issue_paper(*, actor: Actor, paper: OfficialPaper, number: str, issued_on: date | None) -> OfficialPaper:
    """Issue a signed paper under its number and date and freeze it as it stands; what follows from its kind happens in
    the same transaction. Raises Invalid (fields "number", "issued_on"), Refused, NotAllowed, Conflict."""
    if not number.strip():
        raise Invalid("official_paper.no_number", NO_NUMBER, field="number")
    if issued_on is None:
        raise Invalid("official_paper.no_date", NO_DATE, field="issued_on")
    if issued_on > clock.today():
        raise Invalid("official_paper.in_future", IN_FUTURE, field="issued_on")
    kind, before = kind_of(paper), (paper.number, paper.issued_on)
    paper.number, paper.issued_on, paper.seen_by = number.strip(), issued_on, actor
    document, form = kind.build(paper), choose(paper.body.kind, issued_on)
    word, pdf = render(document, form, "docx"), render(document, form, "pdf")
    text = render(document, form, "text").decode()
    changes = {
        "number": paper.number, "issued_on": issued_on, "digest": hashlib.sha256(text.encode()).hexdigest(),
        "frozen_text": "" if kind.holds_names else text,
        "frozen_html": "" if kind.holds_names else fragment(document, form),
    }  # fmt: skip
    paper.number, paper.issued_on = before
    with deed(actor):
        perform("official_paper.issue", actor=actor, obj=paper, changes=changes)
        _keep(actor, paper, kind, word, pdf)
        for row in kind.holds(paper):
            held = HeldRow(
                locality=paper.locality, paper=paper, subject_type=subject_type_of(row), subject_id=row.public_id
            )
            create("held_row.add", actor=Actor.system(paper.locality), obj=held)
        _meet_limit(actor, paper, MetBy.ISSUING, issued_on)
        kind.issued(actor, paper)
    return paper


def drop_paper(*, actor: Actor, paper: OfficialPaper, reason: str) -> OfficialPaper:
    """Decide that a paper is not issued. Raises Invalid without a reason."""
    return perform("official_paper.drop", actor=actor, obj=paper, changes={"reason": _reason(reason)})


def withhold_papers(*, actor: Actor, rows: Sequence[LocalityModel]) -> list[OfficialPaper]:
    """Withhold every issued paper that holds the words of rows that became restricted; a consequence, done by the
    system. Its digest stays, its files and text are read by nobody any more, its title, which may quote them, gives
    way to the name of its kind; it is drafted anew without them."""
    if not rows:
        return []
    held = HeldRow.objects.of(rows[0].locality).filter(
        subject_type=subject_type_of(rows[0]), subject_id__in=[row.public_id for row in rows],
        paper__state=PaperState.ISSUED,
    )  # fmt: skip
    papers = list(OfficialPaper.objects.of(rows[0].locality).filter(pk__in=held.values("paper_id")))
    system, facts = Actor.system(rows[0].locality), {"asked_by": actor.key}
    for paper in papers:
        changes = {"frozen_text": "", "frozen_html": "", "title": str(kind_of(paper).label)}
        perform("official_paper.withhold", actor=system, obj=paper, changes=changes, facts=facts)
    return papers


def keep_signed_paper(*, actor: Actor, paper: OfficialPaper, upload: "File[bytes]") -> Paper:
    """Freeze the signed copy of an issued paper beside our text of it.

    Raises Refused unless it is issued, Invalid (field "file"), NotAllowed.
    """
    if paper.state != PaperState.ISSUED:
        raise Refused("official_paper.not_issued", NOT_ISSUED)
    return keep_signed_copy(
        actor=actor, subject=paper, holder=paper, type_code=paper.kind, number=paper.number,
        issued_on=paper.issued_on, text=paper.frozen_text, upload=upload,
    )  # fmt: skip


def _keep(actor: Actor, paper: OfficialPaper, kind: PaperKind, word: bytes, pdf: bytes) -> None:
    for name, content, form in ((ISSUED_WORD, word, DOCX), (ISSUED_PDF, pdf, PDF)):
        upload = ContentFile(content, name=f"{paper.kind}.{form.extension}")
        attach(
            actor=actor, subject=paper, upload=upload, kind=name, formats=frozenset({form}),
            holds_names=kind.holds_names,
        )  # fmt: skip


def _meet_limit(actor: Actor, paper: OfficialPaper, step: MetBy, on: date) -> None:
    kind = kind_of(paper)
    if not kind.limit or kind.met_by is not step:
        return
    limit = every_limit_of(paper.dialogue).get(kind.limit)
    if limit is not None and limit.state == DeadlineState.RUNNING:
        meet_deadline(actor=actor, deadline=limit, on=on)


def _reason(reason: str) -> str:
    if not (said := reason.strip()):
        raise Invalid("official_paper.no_reason", NO_REASON, field="reason")
    return said[:300]
