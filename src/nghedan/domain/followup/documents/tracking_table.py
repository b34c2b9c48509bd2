"""Bảng theo dõi thực hiện kết luận: every commitment of a conference on one wide table, late ones marked."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.conclusions.documents.wording import NONE, conference_title
from nghedan.domain.conclusions.queries import ORDINARY
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.followup.documents.facts import Row, rows_of
from nghedan.domain.followup.queries.commitments import commitments_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Header,
    Inline,
    Paragraph,
    Run,
    Sheet,
    Table,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "tracking-table"
COLUMNS = (
    Column("TT", 0.6, Align.CENTER),
    Column("Mã", 1.3, Align.CENTER),
    Column("Nhiệm vụ", 4.6),
    Column("Nơi nêu", 1.5),
    Column("Lĩnh vực", 1.5),
    Column("Chủ trì", 1.8),
    Column("Phối hợp", 1.6),
    Column("Thời hạn", 1.9, Align.CENTER),
    Column("Kết quả, tiến độ", 3),
    Column("Tình trạng", 1.9),
    Column("Số lần nhắc", 0.9, Align.CENTER),
)


@dataclass(frozen=True, slots=True)
class TrackingFacts:
    """Everything the table says."""

    conference: str
    theme: str
    body: str
    day: date
    rows: tuple[Row, ...]


def facts_of(actor: Actor, public_id: str) -> TrackingFacts:
    """Gather the table as the actor may see it. Raises Dialogue.DoesNotExist."""
    dialogue = dialogue_for(actor, public_id)
    rows = commitments_visible_to(actor).filter(ORDINARY, dialogue=dialogue)
    rows = rows.select_related("matter__field", "matter__hamlet")
    if not rows.exists() and not _may_open(actor, dialogue):
        raise Dialogue.DoesNotExist
    day = clock.today()
    return TrackingFacts(
        conference=conference_title(dialogue),
        theme=dialogue.theme,
        body=dialogue.body.name,
        day=day,
        rows=rows_of(rows.order_by("item__position", "pk"), day),
    )


def document_of(facts: TrackingFacts) -> Document:
    """Return the table."""
    return Document(
        kind="BẢNG THEO DÕI",
        subject=f"Thực hiện kết luận {facts.conference}",
        header=Header(issuer=()),
        opening=(f"{facts.body}. Chủ đề: “{facts.theme}”. {_figures(facts)}.",),
        body=(_table(facts),),
        sheet=Sheet(landscape=True, margin_mm=12),
    )


def _figures(facts: TrackingFacts) -> str:
    late = sum(row.is_late for row in facts.rows)
    done = sum(row.state in ("confirmed", "closed") for row in facts.rows)
    return f"Đến ngày {format_date(facts.day)}: {len(facts.rows)} nhiệm vụ, đã hoàn thành {done}, quá hạn {late}"


def _table(facts: TrackingFacts) -> Block:
    if not facts.rows:
        return Paragraph(NONE)
    return Table(COLUMNS, tuple(_cells(place, row) for place, row in enumerate(facts.rows, 1)))


def _cells(place: int, row: Row) -> tuple[Inline, ...]:
    state: Inline = (Run(row.told, bold=True),) if row.is_late else row.told
    result = ". ".join(text.rstrip(" .") for text in (row.said, row.reason) if text) or "–"
    return (
        str(place), row.matter or "–", row.text, row.place or "–", row.field or "–", row.unit, row.supporting or "–",
        row.limit, result, state, str(row.nudges) if row.nudges else "–",
    )  # fmt: skip


def _may_open(actor: Actor, dialogue: Dialogue) -> bool:
    return reach_of(actor, "commitment.view").covers(dialogue)


TABLE = document_type(
    DocumentType(
        code=CODE,
        label=_("Bảng theo dõi thực hiện kết luận"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING,
        dated=lambda facts: facts.day,
    )
)
