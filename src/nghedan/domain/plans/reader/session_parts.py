"""Readers of the parts of a session: topics, audience, participants, time, venue."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from nghedan.domain.plans.reader.lines import CELL_BREAK
from nghedan.domain.plans.reader.markers import read_marker
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.periods import Period, periods_in
from nghedan.domain.plans.reader.sections import items_of
from nghedan.domain.plans.reader.session import Session, has_place, people_in_sentence, place_in
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon

_PROSE_LEAD = re.compile(
    r"^.*?(?:tap trung|chu yeu|trong tam)[^:;.]*?\b(?:noi dung|van de|linh vuc)(?:\s+(?:sau|chinh|chu yeu"
    r"|sau day))*\s*(?:ve\b|nhu\b|:|la\b)\s*:?\s*"
)
_SEMICOLON = re.compile(r";\s*")
_LONGEST_LEAD = 800
_TOPIC_BREAK = re.compile(r";\s*|,\s+(?=cac van de|cong tac)")
_LIST_BREAK = re.compile(
    r";\s*|,\s+(?:va\s+)?(?=(?:cac|dai dien|lanh dao|thuong truc|ban|cong an|toan the|nhung|bi thu|truong"
    r"|nhan dan|don|tram|chu tich|moi)\b)"
)
_COUNTING = re.compile(r"^(?:moi (?:lan|buoi|cuoc|hoi nghi|dot)|so luong|du kien|tong so)\b")
_CELL_BREAK = re.compile(re.escape(CELL_BREAK.strip()))
_SUBJECT = re.compile(r"^(?:chu tich|bi thu|nguoi dung dau|uy ban|ubnd|dong chi|lanh dao)\b")
_ONLY_TIME = re.compile(r"^(?:du kien\s+)?(?:quy|thang|ngay)\s+[\w/.-]{1,10}(?:\s+nam\s+20\d\d)?\.?$")
_WITH_ONLY = re.compile(r"^voi\s+")


@dataclass(frozen=True)
class Reading:
    """What a reader of a part may ask: the year of the plan, the words in force."""

    year: int | None
    words: Lexicon


def read_topics(node: Node, target: Session, reading: Reading) -> None:
    """Bullets as they stand; one paragraph that lists matters is cut into them."""
    if node.rest and reading.words.uses("people named as topic") and (people := _WITH_ONLY.match(node.rest.folded)):
        target.audience = target.audience or [node.rest.part(people.end()).rstrip(" .;")]
        node = replace(node, rest=None)
    items = [item for item in items_of(node) if not _ONLY_TIME.match(item.folded)]
    if len(items) == 1 and not is_list(node) and reading.words.uses("topics told in prose"):
        items = _topics_in_prose(items[0], is_bullet=_is_bullet(node))
    target.topics += items


def _is_bullet(node: Node) -> bool:
    return bool(node.paragraph and node.paragraph.marker and node.paragraph.marker.is_bullet)


def _topics_in_prose(text: Passage, *, is_bullet: bool) -> list[Passage]:
    """Matters listed in one paragraph; a bullet is one topic unless it announces a list."""
    lead = _PROSE_LEAD.match(text.folded[:_LONGEST_LEAD])
    if lead is None:
        return [text] if is_bullet else text.split(_SEMICOLON)
    pieces: list[Passage] = []
    for piece in text.part(lead.end()).split(_TOPIC_BREAK):
        if pieces and pieces[-1].text.count("(") > pieces[-1].text.count(")"):
            pieces[-1] = Passage.join([pieces[-1], piece], ", ")
        else:
            pieces.append(piece)
    return [piece.rstrip(" ,;") for piece in pieces]


def read_audience(node: Node, target: Session, _reading: Reading) -> None:
    """The people addressed; of a sentence about the head only those he speaks with."""
    for item in items_of(node):
        named = people_in_sentence(item) if _SUBJECT.match(item.folded) else []
        target.audience += named or [item]


def read_participants(node: Node, target: Session, _reading: Reading) -> None:
    """Bullets as they stand; one paragraph is cut where a new body begins."""
    items = [item for item in items_of(node) if not _ONLY_TIME.match(item.folded)]
    if not is_list(node):
        items = [part for item in items for part in listed(item)]
    target.participants += items


def listed(text: Passage) -> list[Passage]:
    """Bodies and persons named in one paragraph."""
    told = [sentence for sentence in text.sentences() if not _COUNTING.match(sentence.folded)]
    return [part.strip(" ,;.") for sentence in told for part in sentence.split(_LIST_BREAK)]


def cell_items(cell: Passage | None) -> list[Passage]:
    """Paragraphs of a table cell, without their bullets."""
    found = []
    for item in cell.split(_CELL_BREAK) if cell else []:
        marker = read_marker(item.text)
        found.append((item.part(marker.end) if marker else item).rstrip(" ;"))
    return found


def read_time(node: Node, target: Session, reading: Reading) -> None:
    """The first period named, and a place that stands with it."""
    for item in items_of(node):
        periods = periods_in(item, reading.year)
        if periods:
            target.period = target.period.merged(periods[0])
        if has_place(item):
            target.venue = target.venue or place_in(item)


def read_venue(node: Node, target: Session, _reading: Reading) -> None:
    """The first place named."""
    for item in items_of(node):
        target.venue = target.venue or place_in(item)


def is_list(node: Node) -> bool:
    """The node's words come as marked items."""
    return any(below.paragraph and below.paragraph.marker for child in node.children for below in child.walk())


READERS: dict[Kind, Callable[[Node, Session, Reading], None]] = {
    Kind.TOPICS: read_topics,
    Kind.AUDIENCE: read_audience,
    Kind.PARTICIPANTS: read_participants,
    Kind.TIME: read_time,
    Kind.VENUE: read_venue,
}
PARTS = frozenset(READERS)


def periods_below(node: Node, year: int | None) -> list[Period]:
    """All periods a time node names, over all its items."""
    return [period for item in items_of(node) for period in periods_in(item, year)]
