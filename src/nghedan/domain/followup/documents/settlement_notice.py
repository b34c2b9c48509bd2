"""THÔNG BÁO kết quả giải quyết kiến nghị sau hội nghị đối thoại, for the people; several, as the work goes on.

What was settled, what is being done by which unit until when, and what is late: the unit is named, never a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from nghedan.domain.conclusions.documents.wording import NONE, about, for_the_people, paragraphs, public_title
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState, Step
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.commitments import commitments_of_dialogue, standing_of
from nghedan.domain.followup.rules.lateness import FINISHED, is_late
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import standing_alone
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.matters.terms import Outcome as MatterOutcome
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.db import clock
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

CODE, ABBREVIATION = "settlement_notice", "TB"
WHERE = "where"
NOTHING = _(
    "Chưa có nội dung nào được giải quyết hoặc đang giải quyết để thông báo; xin ghi kết quả các nhiệm vụ trước."
)
RECIPIENTS = (
    "Ủy ban MTTQ Việt Nam",
    "Các đơn vị liên quan",
    "Các thôn, tổ dân phố (niêm yết, thông báo đến Nhân dân)",
)
TOLD = (MatterState.ANSWERED, MatterState.ANSWERED_IN_HALL, MatterState.CLOSED, MatterState.SETTLED)
COLUMNS = (
    Column("TT", 0.7, Align.CENTER),
    Column("Nội dung", 5.4),
    Column("Đơn vị", 2.6),
    Column("Thời hạn", 2.2, Align.CENTER),
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A matter after the conference, as the people are told of it."""

    title: str
    told: str = ""
    unit: str = ""
    due_on: date | None = None
    first_due_on: date | None = None
    is_late: bool = False
    competent_body: str = ""

    @property
    def limit(self) -> str:
        """The day, and the first one where it was moved by a decision."""
        if self.due_on is None:
            return ""
        moved = self.first_due_on not in (None, self.due_on)
        first = f" (gia hạn từ {format_date(self.first_due_on)})" if moved and self.first_due_on else ""
        return f"{format_date(self.due_on)}{first}"


@dataclass(frozen=True, slots=True)
class SettlementFacts:
    """Everything the notice says."""

    title: str
    header: Header
    issuer: Issuer
    conference: str
    day: date
    done: tuple[Settled, ...]
    under_way: tuple[Settled, ...]
    elsewhere: tuple[Settled, ...]
    where: str

    @property
    def late(self) -> tuple[Settled, ...]:
        return tuple(row for row in self.under_way if row.is_late)

    @property
    def in_time(self) -> tuple[Settled, ...]:
        return tuple(row for row in self.under_way if not row.is_late)


def facts_of(paper: OfficialPaper) -> SettlementFacts:
    """Gather the notice as of today, or of the day it is issued: ordinary matters only."""
    issuer, day = issuer_of_paper(paper), paper.issued_on or clock.today()
    owed = {row.matter_id: row for row in commitments_of_dialogue(paper.dialogue) if row.matter_id}
    matters = _matters(paper.dialogue)
    elsewhere = [matter for matter in matters if matter.state == MatterState.REFERRED]
    running = [matter for matter in matters if matter.pk in owed and owed[matter.pk].state not in FINISHED]
    apart = {matter.pk for matter in (*elsewhere, *running)}
    return SettlementFacts(
        title=paper.title,
        header=paper_header(paper, issuer, ABBREVIATION),
        issuer=issuer,
        conference=about(paper.dialogue),
        day=day,
        done=tuple(_done(matter) for matter in matters if matter.pk not in apart and _is_done(matter, owed)),
        under_way=tuple(_under_way(matter, owed[matter.pk], day) for matter in running),
        elsewhere=tuple(Settled(public_title(one), competent_body=one.competent_body) for one in elsewhere),
        where=words_of(paper, WHERE),
    )


def document_of(facts: SettlementFacts) -> Document:
    """Return the notice."""
    issuer = facts.issuer
    return Document(
        kind="THÔNG BÁO",
        subject=facts.title,
        header=facts.header,
        opening=(
            (
                f"{issuer.name} thông báo kết quả giải quyết kiến nghị của Nhân dân tại {facts.conference} (số liệu "
                f"đến ngày {format_date(facts.day)}), như sau:"
            ),
        ),
        body=(
            Section("Số liệu chung", (Bullets(tuple(_figures(facts))),)),
            Section("Nội dung đã giải quyết, trả lời", (_listed(facts.done),)),
            Section("Nội dung đang giải quyết", (_table(facts.in_time),)),
            Section("Nội dung quá hạn", (_table(facts.late),)),
            Section("Nội dung đã chuyển cơ quan khác", (_sent(facts.elsewhere),)),
            Section("Nơi hỏi thêm", paragraphs(facts.where)),
        ),
        closing=(f"{issuer.name} thông báo để Nhân dân biết, theo dõi, giám sát việc thực hiện.",),
        recipients=RECIPIENTS,
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def subject_of(paper: OfficialPaper) -> str:
    """Return the paper's trích yếu; from the second on with its number."""
    again = f" (lần {paper.subject_id})" if paper.subject_id not in ("", "1") else ""
    return f"{'về k' if paper.body.is_party else 'K'}ết quả giải quyết kiến nghị sau {about(paper.dialogue)}{again}"


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return what somebody writes: where to ask."""
    where = f"{issuer_of_paper(paper).office}, trong giờ làm việc; trưởng thôn, tổ trưởng tổ dân phố nơi cư trú."
    return (Part(WHERE, _("Nơi hỏi thêm"), default=where, rows=3),)


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return that there is nothing to tell, if there is nothing."""
    facts = facts_of(paper)
    return () if facts.done or facts.under_way or facts.elsewhere else (gettext(NOTHING),)


def held_by(paper: OfficialPaper) -> list[Matter]:
    """Return the matters it tells of."""
    return _matters(paper.dialogue)


def is_for(dialogue: Dialogue) -> bool:
    is_over = dialogue.state in (DialogueState.ADJOURNED, DialogueState.CONCLUDED, DialogueState.CLOSED)
    return is_over and dialogue.openness != Openness.INTERNAL


def _matters(dialogue: Dialogue) -> list[Matter]:
    matters = standing_alone(Matter.objects.of(dialogue.locality)).filter(dialogue=dialogue, level=Level.ORDINARY)
    matters = matters.filter(state__in=(*TOLD, MatterState.IN_WRITING, MatterState.REFERRED))
    matters = matters.select_related("field", "unit", "answer")
    return list(matters.order_by("field__position", "year", "number"))


def _is_done(matter: Matter, owed: dict[int, Commitment]) -> bool:
    return matter.state not in (MatterState.IN_WRITING, MatterState.REFERRED) or matter.pk in owed


def _done(matter: Matter) -> Settled:
    answer = getattr(matter, "answer", None)
    approved = answer.short or answer.text if answer and answer.state == AnswerState.APPROVED else ""
    told = for_the_people(matter.outcome_note or approved)
    label = MatterOutcome(matter.outcome).label if matter.outcome else ""
    return Settled(public_title(matter), ". ".join(filter(None, (label, told))), str(matter.unit or ""))


def _under_way(matter: Matter, owed: Commitment, day: date) -> Settled:
    late = is_late(standing_of(owed), day)
    return Settled(
        public_title(matter), unit=owed.unit.name, due_on=owed.due_on, first_due_on=owed.first_due_on, is_late=late
    )


def _figures(facts: SettlementFacts) -> Iterator[str]:
    yield f"Đã giải quyết, trả lời: {two_digits(len(facts.done))} nội dung"
    yield f"Đang giải quyết, trong hạn: {two_digits(len(facts.in_time))} nội dung"
    yield f"Quá hạn: {two_digits(len(facts.late))} nội dung"
    yield f"Đã chuyển cơ quan khác: {two_digits(len(facts.elsewhere))} nội dung"


def _listed(rows: Sequence[Settled]) -> Block:
    if not rows:
        return Paragraph(NONE)
    return Bullets(tuple(": ".join(filter(None, (row.title.rstrip(" .;:"), row.told))) for row in rows))


def _table(rows: Sequence[Settled]) -> Block:
    if not rows:
        return Paragraph(NONE)
    return Table(COLUMNS, tuple((str(place), row.title, row.unit, row.limit) for place, row in enumerate(rows, 1)))


def _sent(rows: Sequence[Settled]) -> Block:
    if not rows:
        return Paragraph(NONE)
    return Bullets(tuple(f"{row.title.rstrip(' .;')}: {row.competent_body or '…'}" for row in rows))


NOTICE = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Thông báo kết quả giải quyết kiến nghị"),
        step=Step.FOLLOW_UP,
        abbreviation=ABBREVIATION,
        subject_of=subject_of,
        parts=parts_of,
        build=lambda paper: document_of(facts_of(paper)),
        is_for=is_for,
        audience=Audience.PUBLIC,
        missing=missing_of,
        holds=held_by,
        begun_elsewhere=True,
    )
)
