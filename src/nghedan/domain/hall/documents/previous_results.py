"""BÁO CÁO kết quả giải quyết kiến nghị kỳ trước: with which every conference opens (practice 6).

From the matters of the dialogues the same body held last, as they stand today: done, in work, not yet and why, each by
its unit. Only what is ordinary, in words that are public or the clerk's own sentence; of nobody who raised it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import HELD, Step
from nghedan.domain.hall.documents.wording import NOTHING, recipients_of, written
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import standing_alone
from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Align, Block, Column, Document, Header, Paragraph, Section, Table
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, two_digits

CODE = "previous_results"
REASONS, MEASURES = "reasons", "measures"
NO_EARLIER = _("Chưa có hội nghị kỳ trước của cơ quan này trong phần mềm; báo cáo này xin soạn riêng.")
NO_REASONS = _("Còn nội dung chưa giải quyết; xin ghi nguyên nhân.")
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung kiến nghị", 5),
    Column("Đơn vị", 2.2),
    Column("Kết quả", 4),
)
FINISHED = (MatterState.CLOSED, MatterState.ANSWERED, MatterState.ANSWERED_IN_HALL, MatterState.SETTLED)
LEFT_OUT = (MatterState.SET_ASIDE,)


class Settled(Term):
    """How far a matter of last time has come; the label is the title of its section."""

    DONE = "done", _("Đã giải quyết, trả lời")
    IN_WORK = "in_work", _("Đang giải quyết")
    REFERRED = "referred", _("Đã chuyển cơ quan có thẩm quyền")
    NOT_YET = "not_yet", _("Chưa giải quyết")


@dataclass(frozen=True, slots=True)
class Row:
    """A matter in a table."""

    settled: Settled
    title: str
    unit: str
    result: str


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """Everything the report says."""

    issuer: Issuer
    header: Header
    conference: str
    earlier: tuple[str, ...]
    rows: tuple[Row, ...]
    day: date
    reasons: str = ""
    measures: str = ""


def document_of(facts: ResultFacts) -> Document:
    """Return the report."""
    what = f"kết quả giải quyết kiến nghị kỳ trước, phục vụ {facts.conference}"
    return Document(
        kind="BÁO CÁO",
        subject=f"về {what}" if facts.issuer.is_party else what,
        header=facts.header,
        opening=(_opening(facts),),
        body=tuple(_sections(facts)),
        closing=(f"{facts.issuer.name} báo cáo hội nghị.",),
        recipients=recipients_of(facts.issuer),
        archive=facts.issuer.archive,
        signatures=(facts.issuer.signature,),
    )


def _opening(facts: ResultFacts) -> str:
    after = f"Sau {'; '.join(facts.earlier)}, " if facts.earlier else ""
    counts = "; ".join(f"{_lower(one.label)} {_count(facts, one):02d}" for one in Settled if _count(facts, one))
    count = two_digits(len(facts.rows))
    total = f"tổng số {count} nội dung, trong đó {counts}" if facts.rows else "không có nội dung kiến nghị"
    return f"{after}{facts.issuer.name} báo cáo kết quả giải quyết kiến nghị đến ngày {format_date(facts.day)}: {total}{'. Cụ thể như sau:' if facts.rows else '.'}"  # noqa: E501


def _sections(facts: ResultFacts) -> Iterator[Block]:
    for settled in Settled if facts.rows else ():
        rows = [row for row in facts.rows if row.settled is settled]
        if not rows and settled is Settled.REFERRED:
            continue
        blocks: tuple[Block, ...] = (_table(rows),) if rows else (Paragraph(NOTHING),)
        yield Section(f"{settled.label} ({two_digits(len(rows))} nội dung)", blocks)
    if facts.reasons:
        yield Section("Nguyên nhân chưa giải quyết", tuple(written(facts.reasons)))
    if facts.measures:
        yield Section("Giải pháp, thời gian thực hiện", tuple(written(facts.measures)))


def _table(rows: Sequence[Row]) -> Table:
    cells = ((str(place), row.title, row.unit, row.result) for place, row in enumerate(rows, 1))
    return Table(COLUMNS, tuple(cells))


def _count(facts: ResultFacts, settled: Settled) -> int:
    return sum(row.settled is settled for row in facts.rows)


def earlier_of(dialogue: Dialogue) -> list[Dialogue]:
    """Return the dialogues of "last time": those the body held in the year of the one it held last before this."""
    held = Dialogue.objects.of(dialogue.locality).filter(body=dialogue.body_id, state__in=HELD).exclude(pk=dialogue.pk)
    before = held.filter(held_on__lt=dialogue.held_on or clock.today()).order_by("-held_on", "-pk")
    last = before.first()
    return list(before.filter(year=last.year).order_by("held_on", "pk")) if last else []


def matters_of(dialogue: Dialogue) -> list[Matter]:
    """Return what was raised last time and is told of: only the ordinary, unit by unit."""
    matters = Matter.objects.of(dialogue.locality).filter(dialogue__in=earlier_of(dialogue), level=Level.ORDINARY)
    shown = standing_alone(matters).exclude(state__in=LEFT_OUT).select_related("unit", "locality")
    return list(shown.order_by("unit__name", "number", "pk"))


def facts_of(paper: OfficialPaper) -> ResultFacts:
    """Gather the report of a paper as matters stand today."""
    dialogue, issuer, day = paper.dialogue, issuer_of_paper(paper), clock.today()
    return ResultFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, "BC"),
        conference=conference_of(dialogue),
        earlier=tuple(conference_of(one) for one in earlier_of(dialogue)),
        rows=tuple(_row(matter, day) for matter in matters_of(dialogue)),
        day=day,
        reasons=words_of(paper, REASONS),
        measures=words_of(paper, MEASURES),
    )


def _row(matter: Matter, day: date) -> Row:
    settled = settled_of(matter, day)
    unit = matter.unit.name if matter.unit else matter.competent_body or "Chưa giao đơn vị"
    return Row(settled, matter.public_text or matter.title, unit, _result(matter, settled))


def settled_of(matter: Matter, day: date) -> Settled:
    """Say how far a matter has come: what was put off to a day that is over counts as not settled."""
    state, outcome = MatterState(matter.state), Outcome(matter.outcome)
    if state is MatterState.REFERRED or outcome is Outcome.REFERRED:
        return Settled.REFERRED
    promised = max(filter(None, (matter.promised_on, matter.writing_due_on)), default=None)
    if outcome in (Outcome.UNDER_WAY, Outcome.PLANNED) or (promised and state not in FINISHED):
        return Settled.NOT_YET if promised and promised < day else Settled.IN_WORK
    return Settled.DONE if state in FINISHED else Settled.NOT_YET


def _result(matter: Matter, settled: Settled) -> str:
    outcome = Outcome(matter.outcome)
    told = outcome.label if outcome is not Outcome.NONE else MatterState(matter.state).label
    promised = f"Hẹn đến ngày {format_date(matter.promised_on)}" if matter.promised_on else ""
    late = promised if settled in (Settled.IN_WORK, Settled.NOT_YET) else ""
    return ". ".join(part.rstrip(".") for part in (told, matter.outcome_note.strip(), late) if part) + "."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def parts_of(_paper: OfficialPaper) -> Sequence[Part]:
    return (
        Part(REASONS, _("Nguyên nhân chưa giải quyết"), _("Mỗi dòng là một đoạn."), rows=5),
        Part(MEASURES, _("Giải pháp, thời gian thực hiện"), _("Mỗi dòng là một đoạn."), rows=5),
    )


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what stands against signing: what is not settled needs its reason (practice 6)."""
    if not earlier_of(paper.dialogue):
        return (NO_EARLIER,)
    day = clock.today()
    waits = any(settled_of(matter, day) is Settled.NOT_YET for matter in matters_of(paper.dialogue))
    return (NO_REASONS,) if waits and not words_of(paper, REASONS) else ()


PREVIOUS_RESULTS = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Báo cáo kết quả giải quyết kiến nghị kỳ trước"),
        step=Step.CONFERENCE,
        subject_of=lambda paper: (
            f"Báo cáo kết quả giải quyết kiến nghị kỳ trước, phục vụ {conference_of(paper.dialogue)}"
        ),
        build=lambda paper: document_of(facts_of(paper)),
        abbreviation="BC",
        parts=parts_of,
        missing=missing_of,
        holds=lambda paper: matters_of(paper.dialogue),
    )
)
