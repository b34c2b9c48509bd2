"""CHƯƠNG TRÌNH: what happens when, and who does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.terms import Step
from nghedan.domain.hall.documents.wording import labelled, named, presiding_of, recipients_of, when_of, written
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.rules.programme import Slot, slots_of
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience
from nghedan.foundation.documents.model import Align, Block, Column, Document, Header, Paragraph, Table
from nghedan.kernel.terms import gettext_noop as _

CODE = "programme"
NOTE = "note"
NO_ITEMS = _("Chưa có mục nào trong chương trình; xin lập ở trang Chương trình.")
NO_DAY = _("Xin chọn ngày, giờ tổ chức hội nghị.")
COLUMNS = (
    Column("Thời gian", 2.2, Align.CENTER),
    Column("Nội dung", 5),
    Column("Người thực hiện", 3.2),
)


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the table."""

    when: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """Everything the programme says."""

    issuer: Issuer
    header: Header
    conference: str
    theme: str
    when: str
    venue: str
    presiding: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def document_of(facts: ProgrammeFacts) -> Document:
    """Return the programme."""
    return Document(
        kind="CHƯƠNG TRÌNH",
        subject=f"{facts.conference[:1].upper()}{facts.conference[1:]}",
        header=facts.header,
        body=tuple(_body(facts)),
        recipients=recipients_of(facts.issuer),
        archive=facts.issuer.archive,
        signatures=(facts.issuer.signature,),
    )


def _body(facts: ProgrammeFacts) -> Iterator[Block]:
    yield labelled("Chủ đề", facts.theme)
    yield labelled("Thời gian", facts.when)
    yield labelled("Địa điểm", facts.venue or "……………")
    if facts.presiding:
        yield labelled("Chủ trì", "; ".join(facts.presiding))
    if facts.rows:
        yield Table(COLUMNS, tuple((row.when, row.what, row.who) for row in facts.rows))
    else:
        yield Paragraph("Chưa có chương trình.")
    yield from written(facts.note)


def facts_of(paper: OfficialPaper) -> ProgrammeFacts:
    """Gather the programme of a paper."""
    dialogue, issuer = paper.dialogue, issuer_of_paper(paper)
    items = list(items_of(dialogue))
    slots = slots_of(dialogue.starts_at, [item.minutes for item in items])
    return ProgrammeFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, "CTr"),
        conference=conference_of(dialogue),
        theme=dialogue.theme,
        when=when_of(dialogue),
        venue=dialogue.venue,
        presiding=tuple(named(one) for one in presiding_of(dialogue)),
        rows=tuple(
            Row(_hours(slot) if slot else f"{item.minutes} phút", item.title, item.responsible)
            for item, slot in zip(items, slots, strict=True)
        ),
        note=words_of(paper, NOTE),
    )


def _hours(slot: Slot) -> str:
    return " - ".join(f"{at.hour}h{at.minute:02d}" for at in (slot.begins, slot.ends))


def parts_of(_paper: OfficialPaper) -> Sequence[Part]:
    return (Part(NOTE, _("Lưu ý thêm"), _("Ví dụ: đại biểu có mặt trước 15 phút. Để trống nếu không có."), rows=3),)


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what stands against signing the programme."""
    dialogue = paper.dialogue
    checks = ((not dialogue.held_on or not dialogue.starts_at, NO_DAY), (not items_of(dialogue).exists(), NO_ITEMS))
    return tuple(sentence for is_missing, sentence in checks if is_missing)


PROGRAMME = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Chương trình hội nghị"),
        step=Step.CONFERENCE,
        subject_of=lambda paper: f"Chương trình {conference_of(paper.dialogue)}",
        build=lambda paper: document_of(facts_of(paper)),
        abbreviation="CTr",
        parts=parts_of,
        audience=Audience.STAFF,
        missing=missing_of,
    )
)
