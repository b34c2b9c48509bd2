"""BÁO CÁO tổng hợp ý kiến: what was raised before a dialogue, how much, of what, and what the head is to decide.

The report goes to others than the head: comments on officials are not in it, whoever makes it, nor is what an answer
warns the head of; both stand in the file of who presides. No name of anybody who raised something is ever printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.matters.documents.entries import Earlier, Entry, by_field, entries_of
from nghedan.domain.matters.figures import Figures, Rows, figures_of
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.terms import AnswerState, Competence, MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer, conference_of, header_of, issuer_of, plans_of
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
    Turned,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, two_digits

CODE = "opinion-report"
MANY = 3
"""From so many voices on, a matter is named as one of many people."""

MOST_NAMED = 10
NOTHING = "Không có."
NOTHING_YET = "–"
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung", 4.6),
    Column("Thôn, tổ dân phố", 2),
    Column("Số lần đã nêu", 1.7),
    Column("Kênh", 2),
    Column("Đơn vị", 1.9),
    Column("Dự kiến trả lời", 4.2),
    Column("Căn cứ", 2.2),
    Column("Ghi chú", 2.2),
)
NOTES = {
    MatterState.SETTLED: "Đã giải quyết tại thôn, tổ dân phố",
    MatterState.REFERRED: "Đã chuyển cơ quan có thẩm quyền",
    MatterState.CLOSED: "Đã kết thúc",
}


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything the report says; ``entries`` are all matters standing alone, in the order of the fields."""

    issuer: Issuer
    theme: str
    conference: str
    plans: str
    day: date
    figures: Figures
    entries: tuple[Entry, ...]

    @property
    def considered(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.state is not MatterState.SET_ASIDE)


def document_of(facts: ReportFacts) -> Document:
    """Return the report."""
    issuer, what = facts.issuer, f"tổng hợp ý kiến, kiến nghị của Nhân dân phục vụ {facts.conference}"
    return Document(
        kind="BÁO CÁO",
        subject=f"về {what}" if issuer.is_party else what,
        header=header_of(issuer, issuer.report_number, facts.day),
        opening=(_opening(facts),),
        body=(
            Section("Tình hình chung", tuple(_overview(facts))),
            Turned((Section("Nội dung ý kiến theo lĩnh vực", tuple(_fields(facts.considered))),)),
            Section("Nội dung nêu nhiều lần, chưa được giải quyết dứt điểm", (_history(facts.considered),)),
            Section("Nội dung vượt hoặc không thuộc thẩm quyền", (_elsewhere(facts.considered),)),
            Section("Kiến nghị, đề xuất với người đứng đầu", (_proposals(facts.considered),)),
            Section("Dự báo tình huống tại hội nghị", (_outlook(facts.considered),)),
        ),
        closing=(f"Trên đây là báo cáo tổng hợp ý kiến, kiến nghị của Nhân dân phục vụ {facts.conference}.",),
        recipients=_recipients(issuer),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def _opening(facts: ReportFacts) -> str:
    following = f"Thực hiện {facts.plans}, {facts.issuer.name}" if facts.plans else facts.issuer.name
    return (
        f"{following} báo cáo tổng hợp ý kiến, kiến nghị của Nhân dân phục vụ {facts.conference}, chủ đề "
        f"“{facts.theme}” (số liệu đến ngày {format_date(facts.day)}), như sau:"
    )


def _overview(facts: ReportFacts) -> Iterator[Block]:
    figures = facts.figures
    apart = "Ý kiến về cán bộ, công vụ báo cáo riêng người đứng đầu, không nêu trong báo cáo này."
    if not figures.voices and not figures.matters:
        yield Paragraph(f"Đến nay chưa tiếp nhận ý kiến nào. {apart}")
        return
    yield Paragraph(
        f"Tổng số {two_digits(figures.voices)} ý kiến đã ghi vào sổ, tổng hợp thành {two_digits(figures.matters)} nội "
        "dung (ý kiến trùng nhau được gộp thành một nội dung; một ý kiến có thể gồm nhiều nội dung). "
        f"{apart}"
    )
    tables = (
        ("Theo kênh tiếp nhận", "Kênh tiếp nhận", "Số ý kiến", figures.channels),
        ("Theo địa bàn", "Thôn, tổ dân phố", "Số ý kiến", figures.hamlets),
        ("Theo lĩnh vực", "Lĩnh vực", "Số nội dung", figures.fields),
        ("Tình hình xử lý", "Tình trạng", "Số nội dung", figures.states),
        ("Theo đơn vị chủ trì", "Đơn vị", "Số nội dung", figures.units),
    )
    yield from (Section(title, (_counts(what, unit, rows),)) for title, what, unit, rows in tables if rows)


def _counts(what: str, unit: str, rows: Rows) -> Table:
    total = ((Run("Cộng", bold=True),), (Run(str(sum(count for _name, count in rows)), bold=True),))
    shown = ((name, str(count)) for name, count in rows)
    return Table((Column(what, 4), Column(unit, 1, Align.RIGHT)), (*shown, total))


def _fields(entries: Sequence[Entry]) -> Iterator[Block]:
    if not entries:
        yield Paragraph(NOTHING)
    place = 0
    for name, group in by_field(entries).items():
        rows = [(str(place + offset), *_row(entry)) for offset, entry in enumerate(group, 1)]
        place += len(group)
        yield Section(f"{name} ({two_digits(len(group))} nội dung)", (Table(COLUMNS, tuple(rows)),))


def _row(entry: Entry) -> tuple[str, ...]:
    first, *others = entry.voices.channels or ("Ghi tại cuộc họp",)
    channels = "; ".join((first, *map(_small, others)))
    unit = entry.unit or ("Chưa giao" if entry.is_ours else entry.competent_body or "Cơ quan có thẩm quyền")
    return entry.title, entry.place, entry.times, channels, unit, _answer(entry), _basis(entry), _note(entry)


def _answer(entry: Entry) -> str:
    if entry.answer is None:
        return entry.missing or "Không chuẩn bị trả lời tại hội nghị"
    by = f" Dự kiến xong ngày {format_date(entry.answer.proposed_on)}." if entry.answer.proposed_on else ""
    short = " ".join(entry.answer.short.split()) or "Chưa có câu trả lời ngắn."
    return short + by


def _basis(entry: Entry) -> str:
    if entry.answer is None:
        return NOTHING_YET
    return " ".join(entry.answer.basis.split()) or "Chưa nêu"


def _note(entry: Entry) -> str:
    notes = [NOTES.get(entry.state, "")]
    if entry.state is not MatterState.REFERRED and entry.competence is not Competence.OURS:
        notes.append(entry.not_ours)
    if entry.broken:
        notes.append("Đã hứa, chưa thực hiện")
    if entry.answer:
        notes.append(entry.answer.state.label)
    elif entry.missing and entry.due_on:
        notes.append(f"Hạn trả lời {format_date(entry.due_on)}")
    first, *others = [note for note in notes if note] or [NOTHING_YET]
    return "; ".join((first, *map(_small, others)))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _history(entries: Sequence[Entry]) -> Block:
    repeated = sorted((entry for entry in entries if entry.earlier), key=lambda entry: -len(entry.earlier))
    if not repeated:
        return Paragraph(NOTHING)
    return Bullets(tuple(Item(f"{_named(entry)}:", tuple(one.told for one in _in_order(entry))) for entry in repeated))


def _in_order(entry: Entry) -> list[Earlier]:
    return sorted(entry.earlier, key=lambda one: one.year)


def _named(entry: Entry) -> str:
    return f"{entry.title} ({_small(entry.place)}; năm nay {entry.voices.count} lượt)"


def _elsewhere(entries: Sequence[Entry]) -> Block:
    rows = [entry for entry in entries if not entry.is_ours]
    if not rows:
        return Paragraph(NOTHING)
    return Bullets(tuple(f"{_named(entry)}: {_whose(entry)}; {_standing(entry)}" for entry in rows))


def _whose(entry: Entry) -> str:
    return f"{_small(entry.not_ours)}, đề nghị {entry.competent_body or 'cơ quan có thẩm quyền'} xem xét"


def _standing(entry: Entry) -> str:
    return "đã chuyển" if entry.state is MatterState.REFERRED else "chưa chuyển"


def _proposals(entries: Sequence[Entry]) -> Block:
    ours = [entry for entry in entries if entry.is_open and entry.is_ours]
    elsewhere = [entry for entry in entries if not entry.is_ours]
    rows = (
        (len(ours), "Thống nhất {} nội dung trên để chuẩn bị trả lời tại hội nghị"),
        (sum(not entry.unit for entry in ours), "Quyết định đơn vị chủ trì trả lời {} nội dung chưa giao đơn vị"),
        (sum(entry.is_bounced for entry in ours), "Cho ý kiến về {} nội dung đơn vị trả lại vì không thuộc nhiệm vụ"),
        (_with_answer(ours, AnswerState.CHECKED), "Duyệt {} câu trả lời văn phòng đã kiểm tra"),
        (sum(bool(entry.broken) for entry in ours), "Chỉ đạo giải quyết {} việc đã hứa, đến hạn chưa thực hiện"),
        (len(elsewhere), "Chuyển, đôn đốc cơ quan có thẩm quyền về {} nội dung vượt hoặc không thuộc thẩm quyền"),
    )  # fmt: skip
    told = [text.format(two_digits(count)) for count, text in rows if count]
    return Bullets((*told, *_late_units(ours))) if told else Paragraph(NOTHING)


def _with_answer(entries: Sequence[Entry], state: AnswerState) -> int:
    return sum(entry.answer is not None and entry.answer.state is state for entry in entries)


def _late_units(entries: Sequence[Entry]) -> list[str]:
    waiting: dict[str, int] = {}
    for entry in entries:
        if entry.unit and entry.missing:
            waiting[entry.unit] = waiting.get(entry.unit, 0) + 1
    if not waiting:
        return []
    units = ", ".join(f"{unit} ({two_digits(count)} nội dung)" for unit, count in waiting.items())
    return [f"Đôn đốc đơn vị chưa gửi nội dung trả lời: {units}"]


def _outlook(entries: Sequence[Entry]) -> Block:
    by_voices = sorted(entries, key=lambda entry: -entry.voices.count)
    hot = [f"{entry.title}: {entry.voices.count} lượt ({_small(entry.place)})" for entry in by_voices if entry.voices.count >= MANY]  # fmt: skip  # noqa: E501
    promised = [f"{entry.title}: {entry.broken.told}" for entry in entries if entry.broken]
    returned = [f"{entry.title}" for entry in entries if entry.is_bounced and entry.is_open]
    cautions = sum(entry.answer is not None and bool(entry.answer.caution.strip()) for entry in entries)
    groups = (
        ("Vấn đề đông người nêu, có thể được hỏi thêm tại hội nghị:", hot),
        ("Việc đã hứa chưa làm, cần chuẩn bị giải trình:", promised),
        ("Nội dung đơn vị từng trả lại, cần thống nhất người trả lời:", returned),
    )
    rows: list[str | Item] = [Item(title, tuple(_shortened(found))) for title, found in groups if found]
    if cautions:
        rows.append(f"{two_digits(cautions)} nội dung có lưu ý khi trả lời, nêu riêng trong Tài liệu phục vụ chủ trì")
    return Bullets(tuple(rows)) if rows else Paragraph("Chưa có nội dung cần lưu ý đặc biệt.")


def _shortened(rows: Sequence[str]) -> Sequence[str]:
    """Name the first, count the rest: the table has them all."""
    rest = len(rows) - MOST_NAMED
    return rows if rest <= 0 else (*rows[:MOST_NAMED], f"Và {rest} nội dung khác trong bảng tại phần II")


def _recipients(issuer: Issuer) -> tuple[str, ...]:
    if issuer.is_party:
        return ("Ban Thường vụ (báo cáo)", "Thường trực HĐND, UBND", "Ủy ban MTTQ Việt Nam")
    heads = f"{issuer.head_post}, các {issuer.deputy_post}"
    return ("Thường trực Đảng ủy (b/c)", "Thường trực HĐND (b/c)", f"{heads} (b/c)", "Ủy ban MTTQ Việt Nam (p/h)")


def is_for(actor: Actor, dialogue: Dialogue) -> bool:
    """Say whether the actor may open the report: who reads the ledger of the dialogue's body."""
    return reach_of(actor, "opinion.view").covers(dialogue)


def facts_of(actor: Actor, public_id: str) -> ReportFacts:
    """Gather the report of a dialogue for who may read its ledger. Raises Dialogue.DoesNotExist."""
    dialogue = dialogue_for(actor, public_id)
    if not is_for(actor, dialogue):
        raise Dialogue.DoesNotExist
    day = clock.today()
    seen = matters_visible_to(actor).filter(dialogue=dialogue, level=Level.ORDINARY)
    return ReportFacts(
        issuer=issuer_of(dialogue.body, day),
        theme=dialogue.theme,
        conference=conference_of(dialogue),
        plans=plans_of(dialogue),
        day=day,
        figures=figures_of(actor, dialogue),
        entries=entries_of(actor, seen, day),
    )


REPORT = document_type(
    DocumentType(
        code=CODE,
        label=_("Báo cáo tổng hợp ý kiến"),
        find=facts_of,
        build=document_of,
        body_kind=lambda facts: facts.issuer.kind,
        dated=lambda facts: facts.day,
    )
)
