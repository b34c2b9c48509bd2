"""TÀI LIỆU PHỤC VỤ CHỦ TRÌ: one page that says it all, then one sheet for each matter, in large type on A5.

For the head, the deputy who stands in, and the clerk who prints it; nobody else. What each finds in the annexes is
what she may read: comments on officials less those that name her; complaints; denunciations never but as a number, and
that only for their readers. What is written without an account (``nghedan render``) has no such annex at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.matters.documents.entries import Entry, Kept, by_field, entries_of
from nghedan.domain.matters.figures import Figures, figures_of
from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.queries import matters_visible_to, petitions_visible_to
from nghedan.domain.matters.terms import AnswerState, Competence, MatterKind, MatterState, PetitionState
from nghedan.domain.opinions.queries import awaited_visible_to
from nghedan.domain.opinions.terms import AwaitedState, Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import (
    Appendix,
    Block,
    Bullets,
    Document,
    Header,
    Inline,
    PageBreak,
    PaperSize,
    Paragraph,
    Run,
    Sheet,
    Title,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "chair-file"
VIEW = "chair_file.view"
SHEET = Sheet(PaperSize.A5, margin_mm=10)
HOTTEST = 5
MOST_NUMBERS = 6
MOST_FIELDS = 5
LONGEST = {"theme": 60, "hot": 36, "place": 40, "question": 90, "earlier": 130, "caution": 200, "basis": 80}
"""How many signs fit, so that the first page stays one page and a matter one sheet."""

REMEMBERED = {Kept.BROKEN: "Đã hứa, chưa làm: ", Kept.KEPT: "Đã hứa, đã làm: ", Kept.RUNNING: "Đang hứa: "}
BEFORE = "Trước đây: "
FOR_HEAD = "(Chỉ người đứng đầu dùng)"
ON_SHEETS = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED, MatterState.REFERRED)
PENDING = (PetitionState.REGISTERED, PetitionState.GUIDED, PetitionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint on its own way by law, without the name of whoever made it."""

    number: str
    place: str
    registered_on: date
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report awaited before the conference; without a day it has not come."""

    sender: str
    subject: str
    received_on: date | None
    document_number: str


@dataclass(frozen=True, slots=True)
class ChairFacts:
    """Everything the file says, and whom it was made for."""

    body: str
    theme: str
    day: date
    held_on: date | None
    made_for: str
    figures: Figures
    entries: tuple[Entry, ...]
    reports: tuple[Report, ...] = ()
    about_officials: tuple[Entry, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    denunciations: int = 0


def document_of(facts: ChairFacts) -> Document:
    """Return the file."""
    sheets = (block for place, entry in enumerate(facts.entries, 1) for block in _sheet(entry, f"Nội dung {place}"))
    return Document(
        header=Header((facts.body,)),
        kind="Tài liệu phục vụ chủ trì",
        subject=_occasion(facts),
        body=(*_summary(facts), *sheets),
        appendices=tuple(_annexes(facts)),
        sheet=SHEET,
    )


def _occasion(facts: ChairFacts) -> str:
    day = f" ngày {format_date(facts.held_on)}" if facts.held_on else ""
    return f"Hội nghị đối thoại{day}: {_short(facts.theme, 'theme')}"


def _summary(facts: ChairFacts) -> Iterator[Block]:
    """Say on one page how much there is, what is hot, what was promised, what is missing; matters by their number."""
    numbered = list(enumerate(facts.entries, 1))
    yield _labelled(f"{facts.figures.voices} ý kiến, {len(facts.entries)} nội dung: ", _fields(facts.entries))
    hottest = sorted(numbered, key=lambda pair: -pair[1].voices.count)[:HOTTEST]
    if hottest:
        yield Paragraph((Run("Đông người nêu nhất:", bold=True),))
        yield Bullets(tuple(f"Số {place} ({entry.voices.count} lượt): {_short(entry.title, 'hot')}" for place, entry in hottest))  # fmt: skip  # noqa: E501
    yield _labelled("Đã hứa chưa làm: ", _numbers((place for place, one in numbered if one.broken), "không có"))
    missing = _numbers((place for place, one in numbered if one.missing), "đã đủ")
    yield _labelled("Chưa có câu trả lời: ", missing)
    unapproved = (place for place, one in numbered if one.answer and one.answer.state is not AnswerState.APPROVED)
    yield _labelled("Có câu trả lời, chưa duyệt: ", _numbers(unapproved, "không có"))
    delicate = (place for place, one in numbered if one.answer and one.answer.caution.strip())
    yield _labelled("Cần lưu ý khi trả lời: ", _numbers(delicate, "không có"))
    yield _labelled("Vượt, không thuộc thẩm quyền: ", _numbers((place for place, one in numbered if not one.is_ours), "không có"))  # fmt: skip  # noqa: E501
    made = f"{facts.made_for} in ngày {format_date(facts.day)}, theo quyền xem của người in. Chỉ người chủ trì dùng."
    yield Paragraph((Run(made, italic=True),))


def _fields(entries: Sequence[Entry]) -> str:
    sizes = sorted(((len(group), name) for name, group in by_field(entries).items()), key=lambda pair: -pair[0])
    shown = " · ".join(f"{name} ({size})" for size, name in sizes[:MOST_FIELDS])
    rest = sum(size for size, _name in sizes[MOST_FIELDS:])
    return f"{shown} · lĩnh vực khác ({rest})" if rest else shown or "chưa có nội dung"


def _numbers(places: Iterable[int], none: str) -> str:
    listed = list(places)
    if not listed:
        return none
    shown = ", ".join(str(place) for place in listed[:MOST_NUMBERS])
    rest = len(listed) - MOST_NUMBERS
    return f"số {shown}" + (f" và {rest} nội dung khác" if rest > 0 else "")


def _sheet(entry: Entry, name: str) -> Iterator[Block]:
    yield PageBreak()
    yield Title(name, entry.title)
    place = _short(entry.place, "place")
    yield Paragraph((Run(f"{entry.field} · {entry.times} · {place}", italic=True),))
    if entry.text.strip() and entry.text.strip() != entry.title:
        yield _labelled("Nhân dân hỏi: ", _short(entry.text, "question"))
    yield from _answer(entry)
    yield _labelled("Người trả lời: ", _who(entry))
    if earlier := entry.broken or next(iter(entry.earlier), None):
        label = REMEMBERED.get(earlier.kept, BEFORE) if earlier.kept else BEFORE
        yield _labelled(label, _short(earlier.told, "earlier"))
    yield _labelled("Lưu ý khi trả lời: ", _short(_caution(entry), "caution"))
    if entry.answer and entry.answer.basis.strip():
        yield Paragraph((Run(f"Căn cứ: {_short(entry.answer.basis, 'basis')}", italic=True),))


def _answer(entry: Entry) -> Iterator[Block]:
    if entry.answer is None:
        yield _labelled("Trả lời: ", _not_ready(entry))
        return
    approved = "" if entry.answer.state is AnswerState.APPROVED else f" ({_lower(entry.answer.state.label)})"
    lines = [line.strip() for line in entry.answer.short.splitlines() if line.strip()]
    first, *others = lines or ["chưa có câu trả lời ngắn, xem nội dung đầy đủ"]
    if entry.answer.proposed_on:
        others.append(f"Dự kiến xong ngày {format_date(entry.answer.proposed_on)}.")
    for line in (f"Trả lời{approved}: {first}", *others):
        yield Paragraph((Run(line, bold=True),))


def _not_ready(entry: Entry) -> str:
    if not entry.is_ours:
        label = "Đã chuyển cơ quan khác" if entry.competence is Competence.OURS else entry.not_ours
        return f"{label} ({entry.competent_body})" if entry.competent_body else label
    return entry.missing if entry.unit else "Chưa giao đơn vị chuẩn bị"


def _who(entry: Entry) -> str:
    nobody = "chưa giao đơn vị" if entry.is_ours else "người chủ trì giải thích thẩm quyền"
    who = ", ".join(filter(None, (entry.unit, entry.officer))) or nobody
    return f"{who}; phối hợp: {', '.join(entry.supports)}" if entry.supports else who


def _caution(entry: Entry) -> str:
    if entry.answer and entry.answer.caution.strip():
        return entry.answer.caution
    if entry.broken:
        return "Lời hứa trước đây đã quá hạn; nói rõ lý do trước khi hẹn ngày mới."
    if not entry.is_ours:
        return "Nói rõ thẩm quyền; không hứa thay cơ quan khác."
    return "Đơn vị không nêu." if entry.answer else "Chưa có câu trả lời; chỉ nhận ý kiến, hẹn trả lời bằng văn bản."


def _annexes(facts: ChairFacts) -> Iterator[Appendix]:
    if facts.about_officials:
        yield Appendix("Ý kiến về cán bộ, công vụ", tuple(_officials(facts.about_officials)), FOR_HEAD)
    if facts.complaints or facts.denunciations:
        yield Appendix("Đơn đang giải quyết theo quy định", tuple(_petitions(facts)), FOR_HEAD)
    if facts.reports:
        yield Appendix("Báo cáo các đơn vị gửi trước hội nghị", (Bullets(tuple(map(_report, facts.reports))),))


def _officials(entries: Sequence[Entry]) -> Iterator[Block]:
    yield Paragraph("Không nêu tại hội nghị khi chưa cần thiết; không đọc tên người được nêu.")
    for place, entry in enumerate(entries, 1):
        yield _labelled(f"{place}. ", f"{entry.title} ({entry.voices.count} lượt)")
        yield from _answer(entry)
        yield _labelled("Đơn vị: ", _who(entry))
        if entry.answer and entry.answer.caution.strip():
            yield _labelled("Lưu ý: ", _short(entry.answer.caution, "caution"))


def _petitions(facts: ChairFacts) -> Iterator[Block]:
    yield Paragraph("Giải quyết theo quy định về khiếu nại, tố cáo; không trả lời nội dung đơn tại hội nghị.")
    if facts.complaints:
        yield Bullets(tuple(_complaint(one) for one in facts.complaints))
    if facts.denunciations:
        count = f"{facts.denunciations:02d}"
        yield Paragraph(f"Tố cáo, tố giác, tin báo về tội phạm đang xử lý: {count}; chỉ xem tại sổ đơn.")


def _complaint(one: Complaint) -> str:
    told = f"Khiếu nại số {one.number}, {one.place}, vào sổ ngày {format_date(one.registered_on)}: {_lower(one.state)}"
    return f"{told}; {one.note}" if one.note else told


def _report(report: Report) -> str:
    what = f"{report.sender}: {report.subject}"
    if report.received_on is None:
        return f"{what} – chưa nhận"
    number = f", số {report.document_number}" if report.document_number else ""
    return f"{what} – đã nhận ngày {format_date(report.received_on)}{number}"


def _labelled(label: str, text: str) -> Paragraph:
    told: Inline = (Run(label, bold=True), Run(text))
    return Paragraph(told)


def _short(text: str, what: str) -> str:
    return shorten(text, LONGEST[what], placeholder=" …")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def is_for(actor: Actor, dialogue: Dialogue) -> bool:
    """Say whether the actor may open the file of a dialogue."""
    return decide(actor, VIEW, dialogue).allowed


def facts_of(actor: Actor, public_id: str) -> ChairFacts:
    """Gather the file. Raises Dialogue.DoesNotExist for anybody but the head, who stands in for her, and the clerk."""
    dialogue = dialogue_for(actor, public_id)
    if not is_for(actor, dialogue):
        raise Dialogue.DoesNotExist
    day = clock.today()
    seen = matters_visible_to(actor).filter(dialogue=dialogue, state__in=ON_SHEETS)
    entries = entries_of(actor, seen, day)
    complaints, denunciations = _pending(actor, dialogue)
    return ChairFacts(
        body=dialogue.body.name,
        theme=dialogue.theme,
        day=day,
        held_on=dialogue.held_on,
        made_for=actor.label,
        figures=figures_of(actor, dialogue),
        entries=tuple(entry for entry in entries if entry.level is Level.ORDINARY),
        reports=_reports(actor, dialogue),
        about_officials=tuple(entry for entry in entries if entry.level is Level.CONDUCT and actor.user_id),
        complaints=complaints,
        denunciations=denunciations,
    )


def _pending(actor: Actor, dialogue: Dialogue) -> tuple[tuple[Complaint, ...], int]:
    """Return the complaints still on their way, and how many denunciations the actor is a reader of."""
    if actor.user_id is None:
        return (), 0
    rows = petitions_visible_to(actor).filter(opinion__body=dialogue.body, state__in=PENDING)
    pending = list(rows.select_related("opinion__hamlet").order_by("registered_on", "pk"))
    restricted = [row for row in pending if row.opinion.level == Level.RESTRICTED]
    complaints = (row for row in pending if row not in restricted and row.kind == MatterKind.COMPLAINT)
    return tuple(map(_told, complaints)), len(restricted)


def _told(row: Petition) -> Complaint:
    place = str(row.opinion.hamlet) if row.opinion.hamlet else "không ghi nơi"
    return Complaint(str(row.opinion), place, row.registered_on, PetitionState(row.state).label, row.note)


def _reports(actor: Actor, dialogue: Dialogue) -> tuple[Report, ...]:
    rows = awaited_visible_to(actor).filter(dialogue=dialogue).exclude(state=AwaitedState.WAIVED)
    return tuple(Report(row.sender, row.subject, row.received_on, row.document_number) for row in rows)


CHAIR_FILE = document_type(
    DocumentType(
        code=CODE,
        label=_("Tài liệu phục vụ chủ trì"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING_LARGE,
        dated=lambda facts: facts.day,
    )
)
