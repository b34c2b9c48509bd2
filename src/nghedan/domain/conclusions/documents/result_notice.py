"""THÔNG BÁO kết quả hội nghị đối thoại, for the people: numbers, answers by field, who does the rest until when.

Short and plain, because it is posted and read aloud. It names units, never a person, and no hamlet beside a field: a
place and a field can point at one family.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from nghedan.domain.conclusions.documents.wording import (
    NONE,
    conference_title,
    counted,
    for_the_people,
    paragraphs,
    public_title,
)
from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import items_in_force
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.deadlines import RESULT
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import HELD, Step
from nghedan.domain.matters.models import Matter
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience, MetBy
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.documents.model import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Header,
    Paragraph,
    Section,
    Table,
)
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, two_digits

CODE, ABBREVIATION = "result_notice", "TB"
WHERE, MORE = "where", "more"
OTHER_FIELD = "Lĩnh vực khác"
ANSWERED = (ItemGroup.RESOLVED, ItemGroup.DISCUSSED)
NOTHING = _("Chưa có nội dung nào để thông báo; xin lập nội dung kết luận từ kết quả hội nghị trước.")
NO_DAY = _("Nội dung “%(item)s” chưa có đơn vị chủ trì hoặc thời hạn để người dân biết; xin bổ sung ở trang Kết luận.")
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung", 5.4),
    Column("Đơn vị giải quyết, trả lời", 3),
    Column("Chậm nhất", 1.8, Align.CENTER),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A matter as the people are told of it."""

    title: str
    answer: str = ""
    unit: str = ""
    due_on: date | None = None
    competent_body: str = ""


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """Everything the notice says; ``answered`` stands by field."""

    title: str
    header: Header
    issuer: Issuer
    opening: str
    figures: str
    answered: Mapping[str, tuple[Told, ...]]
    given: tuple[Told, ...]
    outside: tuple[Told, ...]
    where: str
    more: str


def facts_of(paper: OfficialPaper) -> ResultFacts:
    """Gather the notice: ordinary matters only."""
    issuer, dialogue = issuer_of_paper(paper), paper.dialogue
    items = _about_matters(dialogue)
    answered = defaultdict[str, list[Told]](list)
    for matter, item in items:
        if item.group in ANSWERED:
            answered[matter.field.name if matter.field else OTHER_FIELD].append(_told(matter, item))
    return ResultFacts(
        title=paper.title,
        header=paper_header(paper, issuer, ABBREVIATION),
        issuer=issuer,
        opening=_opening(issuer, dialogue),
        figures=counted(dialogue),
        answered={field: tuple(rows) for field, rows in answered.items()},
        given=tuple(_told(matter, item) for matter, item in items if item.group == ItemGroup.ASSIGNED),
        outside=tuple(_told(matter, item) for matter, item in items if item.group == ItemGroup.OUTSIDE),
        where=words_of(paper, WHERE),
        more=words_of(paper, MORE),
    )


def document_of(facts: ResultFacts) -> Document:
    """Return the notice."""
    issuer = facts.issuer
    return Document(
        kind="THÔNG BÁO",
        subject=facts.title,
        header=facts.header,
        opening=(facts.opening,),
        body=(
            Section("Số liệu chung", (Bullets(tuple(_figures(facts))),)),
            Section("Nội dung đã trả lời, giải quyết tại hội nghị", tuple(_answered(facts))),
            Section("Nội dung giao đơn vị tiếp tục giải quyết, trả lời", (_given(facts.given),)),
            Section("Nội dung chuyển, kiến nghị cơ quan khác", (_outside(facts.outside),)),
            Section("Nơi hỏi thêm", (*paragraphs(facts.where), *_more(facts))),
        ),
        closing=(f"{issuer.name} thông báo để Nhân dân biết, theo dõi, giám sát việc thực hiện.",),
        recipients=_recipients(issuer),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def subject_of(paper: OfficialPaper) -> str:
    """Return the paper's trích yếu."""
    title = conference_title(paper.dialogue)
    return f"về kết quả {title[:1].lower()}{title[1:]}" if paper.body.is_party else f"Kết quả {title}"


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return what somebody writes: where to ask, and what else is to be said."""
    office = issuer_of_paper(paper).office
    where = (
        f"{office}, trong giờ làm việc; trưởng thôn, tổ trưởng tổ dân phố nơi cư trú. Ai có giấy hẹn thì dùng mã "
        "trên giấy hẹn để xem câu trả lời cho ý kiến của mình."
    )
    return (Part(WHERE, _("Nơi hỏi thêm"), default=where, rows=3), Part(MORE, _("Nội dung khác"), rows=3))


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what the people would look for in vain."""
    items = _about_matters(paper.dialogue)
    if not items:
        return (gettext(NOTHING),)
    given = ((matter, item) for matter, item in items if item.group == ItemGroup.ASSIGNED)
    return [
        gettext(NO_DAY) % {"item": public_title(matter)}
        for matter, item in given
        if item.unit_id is None or item.due_on is None
    ]


def held_by(paper: OfficialPaper) -> list[Matter]:
    """Return the matters it tells of."""
    return [matter for matter, _item in _about_matters(paper.dialogue)]


def is_for(dialogue: Dialogue) -> bool:
    return dialogue.state in HELD and dialogue.openness != Openness.INTERNAL


def _about_matters(dialogue: Dialogue) -> list[tuple[Matter, ConclusionItem]]:
    """What somebody wrote that stands for no matter was not meant for the people."""
    return [(item.matter, item) for item in items_in_force(dialogue) if item.matter is not None]


def _told(matter: Matter, item: ConclusionItem) -> Told:
    answer = for_the_people(item.outcome.text) if item.outcome else ""
    unit = item.unit.name if item.unit else ""
    return Told(public_title(matter), answer, unit, item.due_on, item.competent_body)


def _opening(issuer: Issuer, dialogue: Dialogue) -> str:
    day = f"Ngày {format_date(dialogue.held_on)}" if dialogue.held_on else f"Năm {dialogue.year}"
    place = f", tại {dialogue.venue}" if dialogue.venue else ""
    return (
        f"{day}{place}, {issuer.name} tổ chức hội nghị đối thoại với Nhân dân, chủ đề “{dialogue.theme}”; nay thông "
        "báo kết quả như sau:"
    )


def _figures(facts: ResultFacts) -> Iterator[str]:
    if facts.figures:
        yield facts.figures
    answered = sum(len(rows) for rows in facts.answered.values())
    yield f"Nội dung đã trả lời, giải quyết tại hội nghị: {two_digits(answered)}"
    yield f"Nội dung giao đơn vị tiếp tục giải quyết, trả lời bằng văn bản: {two_digits(len(facts.given))}"
    yield f"Nội dung chuyển, kiến nghị cơ quan khác: {two_digits(len(facts.outside))}"


def _answered(facts: ResultFacts) -> Iterator[Block]:
    if not facts.answered:
        yield Paragraph(NONE)
    for field, rows in facts.answered.items():
        yield Section(field, (Bullets(tuple(_with_answer(row) for row in rows)),))


def _with_answer(row: Told) -> str:
    title = row.title.rstrip(" .;")
    return f"{title}. Trả lời: {row.answer}" if row.answer else title


def _given(rows: Sequence[Told]) -> Block:
    if not rows:
        return Paragraph(NONE)
    cells = (
        (str(place), row.title, row.unit, format_date(row.due_on) if row.due_on else "")
        for place, row in enumerate(rows, 1)
    )
    return Table(COLUMNS, tuple(cells))


def _outside(rows: Sequence[Told]) -> Block:
    if not rows:
        return Paragraph(NONE)
    return Bullets(
        tuple(f"{row.title.rstrip(' .;')}: đã chuyển, kiến nghị {row.competent_body or '…'}" for row in rows)
    )


def _more(facts: ResultFacts) -> tuple[Block, ...]:
    return tuple(Paragraph(line) for line in facts.more.splitlines() if line.strip())


def _recipients(issuer: Issuer) -> tuple[str, ...]:
    hamlets = "Các thôn, tổ dân phố (niêm yết, thông báo đến Nhân dân)"
    if issuer.is_party:
        return ("Thường trực HĐND, UBND", "Ủy ban MTTQ Việt Nam", "Các chi bộ trực thuộc", hamlets)
    above = ("Thường trực Đảng ủy (b/c)", "Thường trực HĐND", "Ủy ban MTTQ Việt Nam")
    return (*above, hamlets, "Trang thông tin điện tử, truyền thanh (đăng tin)")


NOTICE = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Thông báo kết quả hội nghị"),
        step=Step.CONCLUSION,
        abbreviation=ABBREVIATION,
        subject_of=subject_of,
        parts=parts_of,
        build=lambda paper: document_of(facts_of(paper)),
        is_for=is_for,
        audience=Audience.PUBLIC,
        limit=RESULT,
        met_by=MetBy.POSTING,
        missing=missing_of,
        holds=held_by,
    )
)
