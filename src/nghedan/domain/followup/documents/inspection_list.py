"""Danh sách đơn vị có dấu hiệu không thực hiện kết luận, which the Party's office gives its Ủy ban Kiểm tra.

A sign is what the record shows and nobody's opinion: late though reminded, late without a word, late after more time
was refused or granted. It names units and what they owe, never a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nghedan.domain.conclusions.documents.wording import conference_title
from nghedan.domain.conclusions.queries import ORDINARY
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.followup.documents.facts import Row, by_unit, rows_of
from nghedan.domain.followup.queries.commitments import FAILED_AFTER, commitments_visible_to, late_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import Align, Block, Column, Document, Header, Paragraph, Section, Sheet, Table
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "inspection-list"
NOBODY = "Không có đơn vị nào có dấu hiệu không thực hiện kết luận."
COLUMNS = (
    Column("TT", 0.6, Align.CENTER),
    Column("Nhiệm vụ", 5),
    Column("Thời hạn", 2, Align.CENTER),
    Column("Quá hạn", 1.3, Align.CENTER),
    Column("Đã đôn đốc", 1.3, Align.CENTER),
    Column("Kết quả đã báo cáo", 3),
    Column("Dấu hiệu", 3.4),
)


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """Everything the list says."""

    conference: str
    body: str
    day: date
    rows: tuple[Row, ...]


def is_for(actor: Actor, dialogue: Dialogue) -> bool:
    """Say whether the actor may open the list: for the Party's conferences, who follows up all of its units."""
    return dialogue.body.is_party and reach_of(actor, "monday_brief.view").covers(dialogue)


def facts_of(actor: Actor, public_id: str) -> InspectionFacts:
    """Gather the list. Raises Dialogue.DoesNotExist."""
    dialogue = dialogue_for(actor, public_id)
    if not is_for(actor, dialogue):
        raise Dialogue.DoesNotExist
    day = clock.today()
    late = commitments_visible_to(actor).filter(ORDINARY, late_on(day), dialogue=dialogue).order_by("due_on", "pk")
    rows = tuple(row for row in rows_of(late, day) if signs_of(row))
    return InspectionFacts(conference_title(dialogue), dialogue.body.name, day, rows)


def signs_of(row: Row) -> list[str]:
    """Return what shows that a late commitment is not being carried out; nothing within three days of its day."""
    if row.days_over <= FAILED_AFTER:
        return []
    found = (
        (not row.said, "chưa báo cáo lần nào"),
        (row.nudges > 0, f"đã đôn đốc {row.nudges:02d} lần, chưa hoàn thành"),
        (row.extended > 0, "đã gia hạn vẫn quá hạn"),
    )
    return [text for is_so, text in found if is_so]


def document_of(facts: InspectionFacts) -> Document:
    """Return the list."""
    return Document(
        kind="DANH SÁCH",
        subject="Đơn vị có dấu hiệu không thực hiện thông báo kết luận",
        header=Header(issuer=()),
        opening=(
            (
                f"{facts.body} gửi Ủy ban Kiểm tra để xem xét, kiểm tra, giám sát việc thực hiện kết luận "
                f"{facts.conference[:1].lower()}{facts.conference[1:]}. Số liệu đến ngày {format_date(facts.day)}."
            ),
        ),
        body=tuple(_body(facts)),
        sheet=Sheet(landscape=True, margin_mm=15),
    )


def _body(facts: InspectionFacts) -> Iterator[Block]:
    if not facts.rows:
        yield Paragraph(NOBODY)
    for unit, rows in by_unit(facts.rows).items():
        cells = (
            (
                str(place), row.text, row.limit, f"{row.days_over} ngày", f"{row.nudges} lần", row.said or "–",
                "; ".join(signs_of(row)),
            )
            for place, row in enumerate(rows, 1)
        )  # fmt: skip
        yield Section(f"{unit} ({len(rows):02d} nhiệm vụ)", (Table(COLUMNS, tuple(cells)),))


LIST = document_type(
    DocumentType(
        code=CODE,
        label=_("Danh sách đơn vị có dấu hiệu không thực hiện kết luận"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING,
        dated=lambda facts: facts.day,
    )
)
