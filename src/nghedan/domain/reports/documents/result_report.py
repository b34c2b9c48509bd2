"""BÁO CÁO kết quả hội nghị đối thoại to the superior: what was prepared, what came of it, in the figures of all pages.

State bodies report to Sở Nội vụ; the Party to Ban Tuyên giáo và Dân vận and Ban Nội chính of the province (Kết luận
215-KL/TW ngày 23/11/2025). Ten days after the conference is the rule of single plans, elsewhere a suggestion.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from nghedan.domain.conclusions.documents.wording import about, paragraphs, presided, public_title
from nghedan.domain.dialogues.deadlines import REPORT
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import HELD, Step
from nghedan.domain.matters.figures import NO_FIELD
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.terms import BodyKind
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header, plans_of
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.figures import DialogueFigures, figures_of, matters_counted, result_of
from nghedan.domain.reports.rules.counting import Punctuality, percents
from nghedan.domain.reports.services.freezing import freeze_figures
from nghedan.domain.reports.terms import Result
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import (
    Address,
    Align,
    Appendix,
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

CODE, ABBREVIATION = "result_report", "BC"
PREPARED, STRONG, WEAK, LESSONS, PROPOSALS = "prepared", "strong", "weak", "lessons", "proposals"

ADDRESSEES = {
    BodyKind.PEOPLE_COMMITTEE: "Sở Nội vụ {province}",
    BodyKind.PARTY_COMMITTEE: "Ban Tuyên giáo và Dân vận Tỉnh ủy; Ban Nội chính Tỉnh ủy",
}
"""Kind of body -> to whom it reports since 1/7/2025; the clerk may write another."""

NOT_HELD = _("Hội nghị chưa bế mạc nên chưa có kết quả để báo cáo; xin quay lại sau khi bế mạc.")
RESULTS = (Column("Kết quả", 5), Column("Số nội dung", 1.4, Align.CENTER), Column("Tỷ lệ", 1.2, Align.CENTER))
FIELDS = (
    Column("Lĩnh vực", 4),
    Column("Tổng số", 1.2, Align.CENTER),
    Column("Trả lời tại hội nghị", 1.5, Align.CENTER),
    Column("Đã trả lời bằng văn bản", 1.6, Align.CENTER),
    Column("Đang giải quyết", 1.4, Align.CENTER),
    Column("Chuyển cơ quan khác", 1.5, Align.CENTER),
    Column("Kết quả khác", 1.2, Align.CENTER),
)
SHOWN = (Result.IN_HALL, Result.IN_WRITING, Result.WAITING, Result.REFERRED)
LIST = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung kiến nghị", 5),
    Column("Lĩnh vực", 2),
    Column("Đơn vị", 2),
    Column("Kết quả", 2.4),
)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything the report says."""

    title: str
    header: Header
    issuer: Issuer
    addressees: tuple[str, ...]
    opening: str
    prepared: str
    figures: DialogueFigures
    written: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def subject_of(paper: OfficialPaper) -> str:
    """Return the paper's trích yếu."""
    said = f"kết quả {about(paper.dialogue)}"
    return f"về {said}" if paper.body.is_party else said[:1].upper() + said[1:]


def addressee_of(paper: OfficialPaper) -> str:
    """Return to whom a body of this kind reports, several apart by semicolons."""
    return ADDRESSEES[paper.body.kind_term].format(province=paper.body.locality.province_name).strip()


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return what no figure tells."""
    return (
        Part(PREPARED, _("Công tác chuẩn bị"), default=_preparation(paper.dialogue), rows=4),
        Part(
            STRONG, _("Ưu điểm"), default="Hội nghị được chuẩn bị chu đáo, tổ chức đúng kế hoạch, dân chủ, thẳng thắn."
        ),
        Part(WEAK, _("Hạn chế, nguyên nhân")),
        Part(LESSONS, _("Bài học kinh nghiệm")),
        Part(PROPOSALS, _("Kiến nghị, đề xuất với cấp trên")),
    )


def facts_of(paper: OfficialPaper) -> ReportFacts:
    """Gather the report as the dialogue stands."""
    issuer, dialogue = issuer_of_paper(paper), paper.dialogue
    titles = {
        STRONG: "Ưu điểm",
        WEAK: "Hạn chế, nguyên nhân",
        LESSONS: "Bài học kinh nghiệm",
        PROPOSALS: "Kiến nghị, đề xuất",
    }
    written = tuple((title, text) for key, title in titles.items() if (text := words_of(paper, key)))
    matters = matters_counted(dialogue).select_related("field", "unit").order_by("field__position", "pk")
    return ReportFacts(
        title=paper.title,
        header=paper_header(paper, issuer, ABBREVIATION),
        issuer=issuer,
        addressees=tuple(part.strip() for part in paper.addressee.split(";") if part.strip()),
        opening=_opening(paper),
        prepared=words_of(paper, PREPARED),
        figures=figures_of(dialogue, paper.issued_on or clock.today()),
        written=written,
        rows=tuple(_row(place, matter) for place, matter in enumerate(matters, 1)),
    )


def document_of(facts: ReportFacts) -> Document:
    """Return the report."""
    issuer = facts.issuer
    above = ("Như trên (báo cáo)", "Thường trực cấp ủy") if issuer.is_party else ("Như trên (b/c)", "Thường trực Đảng ủy (b/c)", "Thường trực HĐND (b/c)", "Ủy ban MTTQ Việt Nam")  # fmt: skip  # noqa: E501
    appendix = Appendix(
        "Danh mục nội dung kiến nghị và kết quả giải quyết", (Table(LIST, facts.rows),), _reference(facts),
        landscape=True,
    )  # fmt: skip
    return Document(
        kind="BÁO CÁO",
        subject=facts.title,
        header=facts.header,
        address=Address(facts.addressees) if facts.addressees else None,
        opening=(facts.opening,),
        body=(
            Section("Công tác chuẩn bị", paragraphs(facts.prepared)),
            Section("Kết quả", tuple(_results(facts.figures))),
            Section("Đánh giá", tuple(Section(title, paragraphs(text)) for title, text in facts.written)),
        ),
        closing=(f"Trên đây là báo cáo {_lower(facts.title)}, {issuer.name} trân trọng báo cáo.",),
        recipients=above,
        archive=issuer.archive,
        signatures=(issuer.signature,),
        appendices=(appendix,) if facts.rows else (),
    )


def _reference(facts: ReportFacts) -> str:
    """Return what the annex belongs to; dots where number and day are still to come."""
    header = facts.header
    number = header.number if header.number[:1].isdigit() else "......."
    day = f"..../..../{header.year}"
    if header.day and header.month and header.year:
        day = format_date(date(header.year, header.month, header.day))
    return f"(Kèm theo Báo cáo số {number} ngày {day} của {facts.issuer.name})"


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what stands against reporting: the session is not over."""
    return () if paper.dialogue.state in HELD[1:] else (gettext(NOT_HELD),)


def held_by(paper: OfficialPaper) -> list[Matter]:
    """Return the matters of the annex."""
    return list(matters_counted(paper.dialogue))


def on_issued(actor: Actor, paper: OfficialPaper) -> None:
    """Freeze the figures that were reported."""
    freeze_figures(actor=actor, dialogue=paper.dialogue, paper=paper, on=paper.issued_on)


def _opening(paper: OfficialPaper) -> str:
    plans = f"Thực hiện {plans_of(paper.dialogue)}, " if plans_of(paper.dialogue) else ""
    said = f"{paper.body.name} báo cáo kết quả {about(paper.dialogue)} như sau:"
    return f"{plans}{said}"


def _preparation(dialogue: Dialogue) -> str:
    who = presided(dialogue).told
    where = f" tại {dialogue.venue}" if dialogue.venue else ""
    day = f"ngày {format_date(dialogue.held_on)}" if dialogue.held_on else f"năm {dialogue.year}"
    led = f" Chủ trì: {who}." if who else ""
    return f"Hội nghị được tổ chức {day}{where}, chủ đề “{dialogue.theme}”.{led}"


def _results(figures: DialogueFigures) -> Iterator[Block]:
    counted = figures.matters
    done = two_digits(figures.commitments_done)
    heard = ((figures.attended, "người dự"), (figures.speakers, "lượt phát biểu"))
    sentences = (
        f"Tiếp nhận {two_digits(figures.voices)} ý kiến{_by_channel(figures)}",
        ", ".join(f"{two_digits(count)} {what}" for count, what in heard if count),
        f"{two_digits(counted.matters)} nội dung kiến nghị phải trả lời",
        f"{two_digits(figures.commitments)} nhiệm vụ theo kết luận, đã thực hiện {done}" if figures.commitments else "",
    )
    yield Bullets(tuple(filter(None, sentences)))
    if counted.matters:
        told = [(result.label, count) for result in Result if (count := figures.result(result))]
        shares = percents([count for _label, count in told])
        rows = tuple((label, str(count), f"{share}%") for (label, count), share in zip(told, shares, strict=True))
        yield Table(RESULTS, (*rows, ("Tổng số", str(counted.matters), "100%")), "Kết quả giải quyết")
        yield Table(FIELDS, tuple(_field_rows(figures)), "Theo lĩnh vực")
    yield from _punctual("Trả lời bằng văn bản", "chưa trả lời", counted.answers)
    yield from _punctual("Nhiệm vụ theo kết luận", "chưa xong", figures.kept)


def _punctual(what: str, open_ones: str, counted: Punctuality) -> Iterator[Block]:
    if counted.share is not None:
        parts = (("đúng hạn", counted.on_time), ("trễ hạn", counted.late), (f"quá hạn {open_ones}", counted.open_late))
        told = ", ".join(f"{name} {two_digits(count)}" for name, count in parts if count)
        yield Paragraph(f"{what}: {told} (đúng hạn {100 * counted.share:.0f}% số đến hạn).")


def _field_rows(figures: DialogueFigures) -> Iterator[tuple[str, ...]]:
    for name, counts in figures.matters.fields.items():
        shown = [counts.get(result, 0) for result in SHOWN]
        whole = sum(counts.values())
        yield (str(name), *(str(count) for count in (whole, *shown, whole - sum(shown))))


def _by_channel(figures: DialogueFigures) -> str:
    told = "; ".join(f"{_lower(name)}: {two_digits(count)}" for name, count in figures.channels)
    return f" ({told})" if told else ""


def _row(place: int, matter: Matter) -> tuple[str, ...]:
    result = result_of(matter)
    field = matter.field.name if matter.field else NO_FIELD
    unit = matter.unit.name if matter.unit else matter.competent_body or "–"
    return (str(place), public_title(matter).rstrip(" ."), field, unit, result.label)


def _lower(title: str) -> str:
    return title.removeprefix("về ")[:1].lower() + title.removeprefix("về ")[1:]


RESULT_REPORT = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Báo cáo kết quả hội nghị đối thoại"),
        step=Step.FOLLOW_UP,
        abbreviation=ABBREVIATION,
        subject_of=subject_of,
        addressee_of=addressee_of,
        parts=parts_of,
        build=lambda paper: document_of(facts_of(paper)),
        is_for=lambda dialogue: dialogue.state in HELD,
        limit=REPORT,
        missing=missing_of,
        holds=held_by,
        issued=on_issued,
    )
)
