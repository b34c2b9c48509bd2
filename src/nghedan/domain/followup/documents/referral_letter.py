"""CÔNG VĂN chuyển, kiến nghị cấp có thẩm quyền: what is not ours to settle, to one body, with the reply asked for.

Above our authority we ask the superior to settle; what is another body's is sent to it. Contents and hamlets only:
no name of anybody who raised something is printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.terms import Step
from nghedan.domain.followup.deadlines import reply_expected
from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.queries.referrals import REFERRAL_LETTER, referrals_in, referrals_narrowed
from nghedan.domain.followup.services.referrals import went_out
from nghedan.domain.matters.documents.entries import places_told
from nghedan.domain.matters.figures import voices_of_all
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Address, Align, Block, Column, Document, Header, Paragraph, Table
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

VIEW = "view"
NO_PLACE = "Không ghi nơi"
NOTHING_LEFT = _("Công văn không còn nội dung nào để chuyển; xin bấm “Không ban hành”.")
NO_BODY = _("Xin ghi cơ quan nhận công văn.")
ONLY_ORDINARY = _(
    "Ý kiến về cán bộ, công vụ không chuyển bằng công văn này; xin bấm “Không ban hành”, giao đơn vị phụ trách công "
    "tác cán bộ."
)
COLUMNS = (
    Column("TT", 0.8, Align.CENTER),
    Column("Nội dung ý kiến, kiến nghị", 6),
    Column("Nơi nêu", 2.2),
    Column("Số lượt nêu", 1.4, Align.CENTER),
    Column("Lĩnh vực", 2),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A matter in the table."""

    title: str
    place: str
    times: int
    field: str


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """Everything the letter says."""

    issuer: Issuer
    header: Header
    to: str
    conference: str
    is_above: bool
    rows: tuple[Row, ...]
    expected_on: date
    view: str = ""


def document_of(facts: ReferralFacts) -> Document:
    """Return the letter; what is above our authority is worded otherwise than what is another body's."""
    issuer = facts.issuer
    subject = "kiến nghị xem xét, giải quyết" if facts.is_above else "chuyển"
    end = "vượt thẩm quyền" if facts.is_above else "để giải quyết theo thẩm quyền"
    return Document(
        header=facts.header,
        subject=f"{subject} ý kiến, kiến nghị của Nhân dân {end}",
        address=Address((facts.to,)),
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        closing=(_closing(facts),),
        recipients=("Như trên", issuer.informing(issuer.head_post)),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def _opening(facts: ReferralFacts) -> str:
    why = (
        f"vượt thẩm quyền giải quyết của địa phương. {facts.issuer.name} kính đề nghị {facts.to} xem xét, giải quyết"
        if facts.is_above
        else f"không thuộc thẩm quyền của địa phương. {facts.issuer.name} chuyển {facts.to} xem xét, giải quyết theo thẩm quyền"  # noqa: E501
    )
    count = len(facts.rows)
    return (
        f"Qua {facts.conference}, {facts.issuer.name} tiếp nhận {count:02d} nội dung ý kiến, kiến nghị của Nhân dân "
        f"{why}, cụ thể như sau:"
    )


def _body(facts: ReferralFacts) -> Iterator[Block]:
    cells = ((str(place), row.title, row.place, str(row.times), row.field) for place, row in enumerate(facts.rows, 1))
    yield Table(COLUMNS, tuple(cells))
    for line in facts.view.splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _closing(facts: ReferralFacts) -> str:
    whom = "kính đề nghị" if facts.is_above else "đề nghị"
    return (
        f"{facts.issuer.name} {whom} {facts.to} thông báo kết quả giải quyết bằng văn bản trước ngày "
        f"{format_date(facts.expected_on)} để trả lời Nhân dân."
    )


def facts_of(paper: OfficialPaper) -> ReferralFacts:
    """Gather a letter. Only what is ordinary goes to other bodies."""
    rows = [row for row in referrals_in(paper) if row.matter.level == Level.ORDINARY]
    issuer = issuer_of_paper(paper)
    asked = next((row.expected_on for row in rows if row.expected_on), None)
    return ReferralFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, ""),
        to=paper.addressee or "....................",
        conference=conference_of(paper.dialogue),
        is_above=_is_above(rows),
        rows=_rows([row.matter for row in rows]),
        expected_on=asked or reply_expected(paper.locality, paper.issued_on or clock.today()).due_on,
        view=words_of(paper, VIEW),
    )


def _is_above(rows: Sequence[Referral]) -> bool:
    return bool(rows) and rows[0].competence == Competence.ABOVE


def _rows(matters: Sequence[Matter]) -> tuple[Row, ...]:
    voices = voices_of_all(matters) if matters else {}
    return tuple(
        Row(
            title=matter.public_text or matter.title,
            place=places_told(voices[matter.pk].hamlets) or (str(matter.hamlet) if matter.hamlet else NO_PLACE),
            times=voices[matter.pk].count,
            field=matter.field.name if matter.field else "Khác",
        )
        for matter in matters
    )


def _subject(paper: OfficialPaper) -> str:
    return f"chuyển ý kiến, kiến nghị đến {paper.addressee}"


def _parts(_paper: OfficialPaper) -> Sequence[Part]:
    help_text = _("Địa phương đã làm gì, đề xuất thế nào; để trống nếu không có.")
    return (Part(VIEW, _("Ý kiến của địa phương"), help=help_text, rows=4),)


def _missing(paper: OfficialPaper) -> list[str]:
    rows = referrals_in(paper)
    missing = [] if rows else [NOTHING_LEFT]
    if any(row.matter.level != Level.ORDINARY for row in rows):
        missing.append(ONLY_ORDINARY)
    return missing if paper.addressee else [*missing, NO_BODY]


def _issued(actor: Actor, paper: OfficialPaper) -> None:
    went_out(actor, referrals_in(paper), paper)


LETTER = paper_kind(
    PaperKind(
        code=REFERRAL_LETTER,
        label=_("Công văn chuyển, kiến nghị cấp có thẩm quyền"),
        step=Step.FOLLOW_UP,
        subject_of=_subject,
        build=lambda paper: document_of(facts_of(paper)),
        parts=_parts,
        missing=_missing,
        holds=lambda paper: [row.matter for row in referrals_in(paper)],
        issued=_issued,
        narrow=referrals_narrowed,
        begun_elsewhere=True,
    )
)
