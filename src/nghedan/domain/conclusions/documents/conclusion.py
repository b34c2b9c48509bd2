"""THÔNG BÁO kết luận hội nghị đối thoại: what was discussed, settled, given to whom until when, sent where.

It is submitted for signature as a draft within the limit of the plan, and is the basis of following up once issued.
It goes to those who carry it out, never to the public.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from nghedan.domain.conclusions.documents.wording import (
    NONE,
    about,
    conference_title,
    counted,
    paragraphs,
    presided,
    recipients_of,
)
from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import CONCLUSION, items_in_force, lacking, named
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.deadlines import CONCLUSION as LIMIT
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.session import conclude_dialogue
from nghedan.domain.dialogues.terms import HELD, Step
from nghedan.domain.matters.models import Matter
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header, plans_of
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience, MetBy
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
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
from nghedan.kernel.vietnamese import format_date

ABBREVIATION = "TB"
ASSESSMENT, DISCUSSED, GENERAL = "assessment", "discussed", "general"

NOTHING = _("Chưa có nội dung kết luận nào; xin mở trang Kết luận, lập từ kết quả hội nghị hoặc ghi tay.")
LACKS = _("Nội dung “%(item)s” chưa có %(lacks)s; xin bổ sung ở trang Kết luận.")

BESIDE = "Các đơn vị phối hợp"
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung", 4.2),
    Column("Đơn vị chủ trì", 2.1),
    Column("Đơn vị phối hợp", 1.8),
    Column("Thời hạn", 2.1, Align.CENTER),
    Column("Sản phẩm", 2.1),
)


def subject_of(paper: OfficialPaper) -> str:
    """Return the paper's trích yếu: whose conclusion, of which conference."""
    whose = presided(paper.dialogue).post or paper.body.head_post
    if paper.body.is_party:
        return f"kết luận của đồng chí {whose} tại {about(paper.dialogue)}"
    return f"Kết luận của {whose} tại {conference_title(paper.dialogue)}"


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return what somebody writes: the assessment, the contents in general, what is asked of all."""
    items = items_in_force(paper.dialogue)
    return (
        Part(ASSESSMENT, _("Đánh giá chung"), default=_assessment(paper.dialogue), rows=6),
        Part(DISCUSSED, _("Nội dung trao đổi"), default=_overview(items), rows=4),
        Part(GENERAL, _("Yêu cầu chung"), default=_demand(paper), rows=4),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """An item as the paper prints it."""

    text: str
    unit: str = ""
    supporting: str = ""
    due_on: date | None = None
    product: str = ""
    competent_body: str = ""


@dataclass(frozen=True, slots=True)
class ConclusionFacts:
    """Everything the conclusion says."""

    title: str
    header: Header
    issuer: Issuer
    opening: tuple[str, ...]
    assessment: str
    discussed: str
    general: str
    rows: Mapping[ItemGroup, tuple[Row, ...]]

    def of(self, group: ItemGroup) -> tuple[Row, ...]:
        """Return the rows of a part."""
        return self.rows.get(group, ())


def facts_of(paper: OfficialPaper) -> ConclusionFacts:
    """Gather the conclusion as it stands."""
    issuer, rows = issuer_of_paper(paper), defaultdict[ItemGroup, list[Row]](list)
    for item in items_in_force(paper.dialogue):
        unit = item.unit.name if item.unit else ""
        row = Row(item.text, unit, item.supporting, item.due_on, item.product, item.competent_body)
        rows[ItemGroup(item.group)].append(row)
    return ConclusionFacts(
        title=paper.title,
        header=paper_header(paper, issuer, ABBREVIATION),
        issuer=issuer,
        opening=tuple(_opening(paper)),
        assessment=words_of(paper, ASSESSMENT),
        discussed=words_of(paper, DISCUSSED),
        general=words_of(paper, GENERAL),
        rows={group: tuple(found) for group, found in rows.items()},
    )


def document_of(facts: ConclusionFacts) -> Document:
    """Return the conclusion."""
    issuer, given = facts.issuer, facts.of(ItemGroup.ASSIGNED)
    units = [row.unit for row in given if row.unit] + [BESIDE for row in given if row.supporting]
    whom = "các cơ quan, đơn vị, chi bộ" if issuer.is_party else "các cơ quan, đơn vị, thôn, tổ dân phố"
    return Document(
        kind="THÔNG BÁO",
        subject=facts.title,
        header=facts.header,
        opening=facts.opening,
        body=(
            Section("Đánh giá chung", paragraphs(facts.assessment)),
            Section("Nội dung trao đổi tại hội nghị", _discussed(facts)),
            Section("Nội dung đã giải quyết tại hội nghị", (_listed(facts.of(ItemGroup.RESOLVED)),)),
            Section("Nội dung giao giải quyết", (_assigned(facts.of(ItemGroup.ASSIGNED)),)),
            Section("Nội dung vượt, không thuộc thẩm quyền", (_outside(facts.of(ItemGroup.OUTSIDE)),)),
            Section("Nhiệm vụ chung", _general(facts)),
        ),
        closing=(f"{issuer.name} thông báo để {whom} biết, thực hiện.",),
        recipients=recipients_of(issuer, units),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return every item that is given to nobody, or for no day, or sent nowhere, by its first words."""
    items = list(items_in_force(paper.dialogue))
    if not items:
        return (gettext(NOTHING),)
    lacks = ((item, lacking(item)) for item in items)
    return [
        gettext(LACKS) % {"item": named(item), "lacks": ", ".join(gettext(lack.label) for lack in found)}
        for item, found in lacks
        if found
    ]


def held_by(paper: OfficialPaper) -> list[Matter]:
    """Return the matters whose words it prints."""
    return [item.matter for item in items_in_force(paper.dialogue) if item.matter is not None]


def on_issued(actor: Actor, paper: OfficialPaper) -> None:
    """Note that the dialogue is concluded; what was given to units is followed up by whoever hears of it."""
    conclude_dialogue(actor=actor, dialogue=paper.dialogue)


def is_for(dialogue: Dialogue) -> bool:
    return dialogue.state in HELD


def _opening(paper: OfficialPaper) -> Iterator[str]:
    dialogue, presiding = paper.dialogue, presided(paper.dialogue)
    day = f"Ngày {format_date(dialogue.held_on)}" if dialogue.held_on else f"Năm {dialogue.year}"
    place = f", tại {dialogue.venue}" if dialogue.venue else ""
    who = presiding.told or f"đồng chí {paper.body.head_post}"
    conference = "hội nghị đối thoại" if dialogue.openness == Openness.INTERNAL else "hội nghị đối thoại với Nhân dân"
    plans = f" (thực hiện {plans_of(dialogue)})" if plans_of(dialogue) else ""
    yield f"{day}{place}, {who} chủ trì {conference}, chủ đề “{dialogue.theme}”{plans}."
    if figures := counted(dialogue):
        yield f"{figures}."
    post = presiding.post or paper.body.head_post
    yield f"Sau khi nghe các ý kiến và phần trả lời, giải trình tại hội nghị, {'đồng chí ' if paper.body.is_party else ''}{post} kết luận như sau:"  # fmt: skip  # noqa: E501


def _assessment(dialogue: Dialogue) -> str:
    theme = f"chủ đề “{dialogue.theme}”" if dialogue.theme else "chủ đề của hội nghị"
    return (
        f"Hội nghị diễn ra dân chủ, thẳng thắn, đúng chương trình. Các ý kiến bám sát {theme}, tập trung vào những "
        "việc thiết thực với đời sống; các cơ quan, đơn vị đã tiếp thu, trả lời, giải trình."
    )


def _overview(items: Iterable[ConclusionItem]) -> str:
    fields = Counter(
        item.matter.field.name for item in items if item.outcome_id and item.matter and item.matter.field
    )
    if not fields:
        return "Hội nghị đã trao đổi các nội dung được quan tâm theo chủ đề."
    told = "; ".join(f"{name} ({count:02d} nội dung)" for name, count in fields.most_common())
    return f"Các nội dung trao đổi thuộc lĩnh vực: {told}."


def _demand(paper: OfficialPaper) -> str:
    issuer = issuer_of_paper(paper)
    return (
        "Các đơn vị được giao tại Thông báo này tổ chức thực hiện đúng thời hạn, báo cáo kết quả kèm sản phẩm; việc "
        "không thể đúng hạn phải báo cáo lý do và xin gia hạn trước khi hết hạn.\n"
        f"{issuer.office} theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo {issuer.head_post}."
    )


def _discussed(facts: ConclusionFacts) -> tuple[Block, ...]:
    rows = facts.of(ItemGroup.DISCUSSED)
    return (*paragraphs(facts.discussed), *((_listed(rows),) if rows else ()))


def _listed(rows: Sequence[Row]) -> Block:
    return Bullets(tuple(row.text for row in rows)) if rows else Paragraph(NONE)


def _assigned(rows: Sequence[Row]) -> Block:
    if not rows:
        return Paragraph(NONE)
    cells = (
        (
            str(place), row.text, row.unit, row.supporting or "–", format_date(row.due_on) if row.due_on else "",
            row.product or "Báo cáo kết quả",
        )
        for place, row in enumerate(rows, 1)
    )  # fmt: skip
    return Table(COLUMNS, tuple(cells))


def _outside(rows: Sequence[Row]) -> Block:
    if not rows:
        return Paragraph(NONE)
    return Bullets(tuple(_sent_on(row) for row in rows))


def _sent_on(row: Row) -> str:
    text = row.text.rstrip(" .;")
    return f"{text}{';' if ':' in text else ':'} chuyển, kiến nghị {row.competent_body or '…'} xem xét"


def _general(facts: ConclusionFacts) -> tuple[Block, ...]:
    rows = facts.of(ItemGroup.GENERAL)
    own = (_listed(rows),) if rows else ()
    return (*own, *(Paragraph(line) for line in facts.general.splitlines() if line.strip())) or (Paragraph(NONE),)


NOTICE = paper_kind(
    PaperKind(
        code=CONCLUSION,
        label=_("Thông báo kết luận"),
        step=Step.CONCLUSION,
        abbreviation=ABBREVIATION,
        subject_of=subject_of,
        parts=parts_of,
        build=lambda paper: document_of(facts_of(paper)),
        is_for=is_for,
        audience=Audience.STAFF,
        limit=LIMIT,
        met_by=MetBy.SUBMITTING,
        missing=missing_of,
        holds=held_by,
        issued=on_issued,
    )
)
