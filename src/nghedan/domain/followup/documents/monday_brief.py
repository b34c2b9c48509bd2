"""Giao ban thứ Hai: one A4 for the head. Late by unit, due this week, what waits for a decision; one sentence each.

It is asked for by the id of the body. It is for the head's own eyes: late promises are never shown in public places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import ceil

from nghedan.domain.conclusions.queries import ORDINARY
from nghedan.domain.followup.documents.facts import Row, by_unit, rows_of
from nghedan.domain.followup.queries.commitments import (
    commitments_visible_to,
    due_within,
    extensions_waiting,
    late_commitments,
)
from nghedan.domain.followup.rules.lateness import FINISHED
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import bodies_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Item, Paragraph, Run, Section, Sheet
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "monday-brief"
LATE_LINES, DUE_LINES, ASKED_LINES = 18, 6, 4
"""So many lines of each part fit on one A4; the rest is counted, and stands on the board."""

LINE_SIGNS = 95
SIGNS = 90
NOTHING_LATE = "Không có nhiệm vụ quá hạn."
NOTHING_DUE = "Không có nhiệm vụ đến hạn trong tuần."


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for more time that waits for the head."""

    unit: str
    text: str
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """Everything the page says."""

    body: str
    day: date
    last: date
    late: tuple[Row, ...]
    due: tuple[Row, ...]
    asked: tuple[Asked, ...]
    unfinished: int


def facts_of(actor: Actor, public_id: str) -> BriefFacts:
    """Gather the page of a body. Raises Body.DoesNotExist."""
    body = bodies_visible_to(actor).get(public_id=public_id)
    reach = reach_of(actor, "monday_brief.view")
    if not (reach.everywhere or body.pk in reach.ids(BODY)):
        raise Body.DoesNotExist
    return brief_of(actor, body, clock.today())


def brief_of(actor: Actor, body: Body, today: date) -> BriefFacts:
    """Return what the head is told about a body's commitments on a day."""
    last = end_of_week(today)
    seen = commitments_visible_to(actor).filter(ORDINARY, dialogue__body=body).order_by().values("pk")
    asked = extensions_waiting(actor).filter(commitment__in=seen)
    unfinished = commitments_visible_to(actor).filter(ORDINARY, dialogue__body=body).exclude(state__in=FINISHED)
    return BriefFacts(
        body=body.name,
        day=today,
        last=last,
        late=rows_of(late_commitments(actor, today).filter(ORDINARY, dialogue__body=body), today),
        due=rows_of(due_within(actor, today, last).filter(ORDINARY, dialogue__body=body), today),
        asked=tuple(Asked(one.commitment.unit.name, one.commitment.text, one.new_due_on, one.reason) for one in asked),
        unfinished=unfinished.count(),
    )


def end_of_week(today: date) -> date:
    """Return the Sunday of the week; on Saturday and Sunday that of the next, for which one meets."""
    ahead = 6 - today.weekday()
    return today + timedelta(days=ahead if ahead > 1 else ahead + 7)


def document_of(facts: BriefFacts) -> Document:
    """Return the page."""
    return Document(
        kind="GIAO BAN",
        subject=f"Thực hiện kết luận đối thoại, ngày {format_date(facts.day)}",
        header=Header(issuer=()),
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        sheet=Sheet(margin_mm=15, numbered=False),
    )


def sentence(row: Row) -> str:
    """Return a commitment in one sentence: what, how it stands, what its unit last said."""
    said = f". {_shortened(row.said)}" if row.said else ". Chưa báo cáo"
    when = row.told if row.is_late or row.rests else f"hạn {row.limit}"
    return f"{_shortened(row.text)}: {when}{said if row.is_late else ''}"


def _opening(facts: BriefFacts) -> tuple[Run, ...]:
    told = f"{facts.unfinished} nhiệm vụ chưa xong, {len(facts.late)} quá hạn, {len(facts.due)} đến hạn trong tuần"
    told = told if facts.unfinished else "không có nhiệm vụ nào chưa xong"
    return (Run(f"{facts.body}: "), Run(f"{told}.", bold=True))


def _body(facts: BriefFacts) -> Iterator[Block]:
    yield Section("Quá hạn", tuple(_late(facts.late)))
    due = [f"{row.unit}: {sentence(row)}" for row in facts.due]
    until = f"Đến hạn từ nay đến {format_date(facts.last)}"
    yield Section(until, (_listed(due, DUE_LINES, NOTHING_DUE),))
    if facts.asked:
        asked = [f"{one.unit} xin đến {format_date(one.until)}: {_shortened(one.text)} ({_shortened(one.reason)})" for one in facts.asked]  # fmt: skip  # noqa: E501
        yield Section("Chờ quyết định gia hạn", (_listed(asked, ASKED_LINES, ""),))


def _late(rows: Sequence[Row]) -> Iterator[Block]:
    if not rows:
        yield Paragraph(NOTHING_LATE)
        return
    left, items = LATE_LINES, []
    for unit, owed in by_unit(rows).items():
        title = f"{unit}: {len(owed)} nhiệm vụ"
        shown = _fitting([sentence(row) for row in owed], left - _lines(title))
        left -= sum(map(_lines, (title, *shown)))
        rest = len(owed) - len(shown)
        more = (f"và {rest} nhiệm vụ quá hạn khác",) if rest else ()
        items.append(Item((Run(title, bold=True),), (*shown, *more)))
    yield Bullets(tuple(items))


def _listed(sentences: Sequence[str], lines: int, nothing: str) -> Block:
    if not sentences:
        return Paragraph(nothing)
    shown = _fitting(sentences, lines)
    rest = len(sentences) - len(shown)
    more = (f"và {rest} việc khác, xem trang Theo dõi kết luận",) if rest else ()
    return Bullets((*shown, *more))


def _fitting(sentences: Sequence[str], lines: int) -> Sequence[str]:
    """Return the first sentences that take no more lines."""
    ends = accumulate(map(_lines, sentences))
    return sentences[: sum(end <= lines for end in ends)]


def _lines(sentence: str) -> int:
    return ceil(len(sentence) / LINE_SIGNS)


def _shortened(text: str) -> str:
    words = " ".join(text.split()).rstrip(" .")
    return words if len(words) <= SIGNS else f"{words[:SIGNS].rsplit(' ', 1)[0]} …"


BRIEF = document_type(
    DocumentType(
        code=CODE,
        label=_("Giao ban thứ Hai"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING,
        dated=lambda facts: facts.day,
    )
)
