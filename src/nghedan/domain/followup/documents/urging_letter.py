"""CÔNG VĂN đôn đốc: what one unit owes of a conclusion, since when, and until when it must report now.

The letter is about a reminder (``Nudge``) that somebody began as a letter; that tells the unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from nghedan.domain.conclusions.documents.wording import about, paragraphs
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.followup.documents.facts import Row, rows_of
from nghedan.domain.followup.models import Commitment, Nudge
from nghedan.domain.followup.queries.commitments import commitments_of_dialogue, late_on
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Address, Align, Column, Document, Header, Table
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.terms import gettext_noop as _

CODE = "urging_letter"
DEMAND = "demand"
NOTHING_LATE = _("Đơn vị không còn nhiệm vụ quá hạn của hội nghị này; không cần gửi công văn.")
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nhiệm vụ", 5),
    Column("Thời hạn", 2, Align.CENTER),
    Column("Quá hạn", 1.4, Align.CENTER),
    Column("Kết quả đã báo cáo", 3),
)


@dataclass(frozen=True, slots=True)
class UrgingFacts:
    """Everything the letter says."""

    title: str
    header: Header
    issuer: Issuer
    unit: str
    conference: str
    ordered_by: str
    rows: tuple[Row, ...]
    demand: str


def facts_of(paper: OfficialPaper) -> UrgingFacts:
    """Gather the letter: what is late of this unit today, or on the day it is issued."""
    issuer, rows = issuer_of_paper(paper), rows_of(_owed(paper), paper.issued_on or clock.today())
    numbers = dict.fromkeys(row.ordered_by for row in rows if row.ordered_by)
    return UrgingFacts(
        title=paper.title,
        header=paper_header(paper, issuer, ""),
        issuer=issuer,
        unit=paper.addressee,
        conference=about(paper.dialogue),
        ordered_by=" và ".join(f"Thông báo số {number}" for number in numbers),
        rows=rows,
        demand=words_of(paper, DEMAND),
    )


def document_of(facts: UrgingFacts) -> Document:
    """Return the letter."""
    issuer = facts.issuer
    ordered = f"Tại {facts.ordered_by}, " if facts.ordered_by else ""
    cells = (
        (str(place), row.text, row.limit, f"{row.days_over} ngày" if row.days_over else "", row.said or "Chưa báo cáo")
        for place, row in enumerate(facts.rows, 1)
    )
    return Document(
        header=facts.header,
        subject=facts.title,
        address=Address((facts.unit,)),
        opening=(
            (
                f"{ordered}{issuer.name} giao {facts.unit} thực hiện kết luận tại {facts.conference}. Đến nay các "
                "nhiệm vụ sau đã quá hạn, chưa được xác nhận hoàn thành:"
            ),
        ),
        body=(Table(COLUMNS, tuple(cells)), *paragraphs(facts.demand)),
        closing=(f"Đề nghị {facts.unit} khẩn trương thực hiện.",),
        recipients=("Như trên", issuer.informing(issuer.head_post)),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def nudge_of(paper: OfficialPaper) -> Nudge | None:
    """Return the reminder a letter is about."""
    return Nudge.objects.of(paper.locality).select_related("unit").filter(public_id=paper.subject_id).first()


def subject_of(paper: OfficialPaper) -> str:
    """Return the letter's "V/v …"."""
    return f"đôn đốc thực hiện kết luận tại {about(paper.dialogue)}"


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return what somebody writes: what is demanded now."""
    office = issuer_of_paper(paper).office
    demand = (
        "Yêu cầu đơn vị tập trung thực hiện ngay; báo cáo kết quả, nguyên nhân chậm và ngày hoàn thành của từng nhiệm "
        f"vụ về {office} trong 05 ngày làm việc kể từ ngày ký. Việc không thể hoàn thành, phải có văn bản xin gia "
        "hạn, nêu rõ lý do."
    )
    return (Part(DEMAND, _("Yêu cầu"), default=demand, rows=5),)


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return why there is nothing to urge, if there is nothing."""
    return () if _owed(paper).exists() else (gettext(NOTHING_LATE),)


def held_by(paper: OfficialPaper) -> list[Matter]:
    """Return the matters whose words it prints."""
    return [row.matter for row in _owed(paper) if row.matter is not None]


def _owed(paper: OfficialPaper) -> ScopedQuerySet[Commitment]:
    nudge = nudge_of(paper)
    unit: Unit | None = nudge.unit if nudge else None
    late = commitments_of_dialogue(paper.dialogue).filter(late_on(paper.issued_on or clock.today()), unit=unit)
    return late.order_by("due_on", "pk")


LETTER = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Công văn đôn đốc thực hiện kết luận"),
        step=Step.FOLLOW_UP,
        subject_of=subject_of,
        parts=parts_of,
        build=lambda paper: document_of(facts_of(paper)),
        missing=missing_of,
        holds=held_by,
        begun_elsewhere=True,
    )
)
