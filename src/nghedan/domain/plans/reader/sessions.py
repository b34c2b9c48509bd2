"""The planned sessions: found by headings, schedules and tables, completed by what all of them share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.issuer import issuing_words
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import Period, periods_in
from nghedan.domain.plans.reader.procedure import phase_of
from nghedan.domain.plans.reader.sections import Zone
from nghedan.domain.plans.reader.session import Session, has_place, matter_in_label, people_in_label, place_in
from nghedan.domain.plans.reader.session_parts import PARTS, READERS, Reading, cell_items, listed, periods_below
from nghedan.domain.plans.reader.tables import read_rows
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon


@dataclass
class _Found:
    """What the walk over the tree gathers."""

    year: int | None
    words: Lexicon
    skip: set[int]
    shared: Session = field(default_factory=Session)
    sessions: list[Session] = field(default_factory=list)
    named: dict[Passage, list[Period]] = field(default_factory=dict)

    def periods(self, passage: Passage) -> list[Period]:
        """The periods a text names; looked for once, however many questions the walk asks of it."""
        if passage not in self.named:
            self.named[passage] = periods_in(passage, self.year)
        return self.named[passage]


_ORDINAL = re.compile(
    r"^(?:hoi nghi|buoi|cuoc|dot|phien|lan|ky|doi thoai|diem)\s*(?:doi thoai\s*)?(?:lan\s*)?(?:thu\s+(?:nhat"
    r"|hai|ba|tu|nam|\d)|so\s*\d|lan\s*\d|\d{1,2}\b|[ivx]{1,3}\b|chuyen de\b|voi\b)"
)
_COUNTED = re.compile(
    r"^(?:hoi nghi|buoi|cuoc|dot|phien|lan|ky|diem)\b[^:]{0,20}?(?:\d|\bi{1,3}\b|\bmot|\bhai|\bnhat|\bba\b"
    r"|\btu\b)\s*(?:\(.*\))?$"
)
_GENERAL = re.compile(
    r"^(?:khach moi|moi|thanh phan|dai bieu|noi dung|chu de|thoi gian|dia diem|doi tuong)(?: (?:moi|du"
    r"|tham du|tham gia|doi thoai|hoi nghi|to chuc|cu the|chinh|tap trung.*))*$"
)
_NO_PART = frozenset({Kind.COMMITTEE, Kind.ADHOC, Kind.PRINCIPLE, Kind.BUDGET})
_CHAPTER = 10
_MOST_SESSIONS = 100
_NO_SESSION = frozenset({Kind.ADHOC, Kind.ORGANISATION, Kind.VENUE, Kind.PARTICIPANTS, Kind.BUDGET, Kind.PROCEDURE})
_PEOPLE = re.compile(
    r"^(?:dai dien\s+)?(?:nhan dan|cong dan|cu tri|nguoi dan|ba con|cac ho|ho |hoi vien|doan vien"
    r"|can bo, hoi vien|toan the (?:nhan dan|cu tri|nguoi dan)|thanh nien|nong dan|cuu chien binh|phu nu"
    r"|doanh nghiep|cac to chuc, ca nhan)"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)[\s.;,]*$")


def read_sessions(document: Document, title: Passage | None, year: Fact | None) -> list[dict[str, Any]]:
    """One record per planned session; a plan that fixes none has one, holding the year."""
    skip = {id(node) for zone in (Zone.AIMS, Zone.ORGANISATION) for node in document.zones[zone]}
    found = _Found(int(year.value) if year else None, document.words, skip)
    _walk(document.root, None, found)
    if document.words.uses("time told in prose") and not found.sessions and not found.shared.period.is_fixed:
        _from_prose(document.root, found)
    for row in read_rows(document.root, lambda cell: _column(cell, document.words)):
        _from_row(row, found)
    if not _speaks_of_sessions(found, document, title):
        return []
    if title and not found.sessions and not found.shared.period.is_fixed:
        named = found.periods(title)
        found.shared.period = named[0] if len(named) == 1 else Period()
    told = [*([title] if title else []), *issuing_words(document.preamble)]
    return [session.record(year) for session in _completed(found, told)]


def _speaks_of_sessions(found: _Found, document: Document, title: Passage | None) -> bool:
    """An excerpt that says nothing of them plans none."""
    shared = found.shared
    said = shared.period.is_fixed or shared.topics or shared.audience or shared.venue or shared.participants
    return bool(found.sessions or title or document.preamble or said)


def _walk(node: Node, current: Session | None, found: _Found) -> None:
    for position, child in enumerate(node.children):
        if id(child) in found.skip or _is_procedure(child):
            continue
        if current is None or not child.kinds & PARTS:
            opened = _opened_session(child, node, found)
            if opened is not None:
                _walk(child, opened, found)
                lent = found.words.uses("siblings lent to a session") and _lends_its_siblings(
                    child, node.children[position + 1 : position + 2]
                )
                current = opened if lent else None
                continue
        if not _take(child, current or found.shared, found):
            _walk(child, current, found)


def _is_procedure(node: Node) -> bool:
    return Kind.PROCEDURE in node.kinds or bool(phase_of(node) and node.is_heading and node.children)


def _lends_its_siblings(session: Node, following: list[Node]) -> bool:
    """Printed numbering made siblings of what belongs to the session, as its other parts show."""
    return any(node.kinds & PARTS for node in following) and any(child.kinds & PARTS for child in session.children)


def _opened_session(node: Node, parent: Node, found: _Found) -> Session | None:
    """The session a heading opens or comes back to: by its period, its ordinal or the people named in it."""
    label = node.label
    if label is None or label.words > 30 or node.kinds & _NO_SESSION:
        return None
    periods = found.periods(label)
    ordinal = bool(_ORDINAL.match(label.folded))
    if not (ordinal or len(periods) == 1) or (Kind.TIME in node.kinds and not ordinal):
        return None
    if not (node.children or node.rest or (ordinal and len(list(islice(_openers(parent), 2))) > 1)):
        return None
    return _open(label, node.rest, periods[0] if periods else Period(), found, parent if node.children else None)


def _openers(parent: Node) -> Iterator[Node]:
    return (child for child in parent.children if child.label and _ORDINAL.match(child.label.folded))


def _open(
    label: Passage | None, rest: Passage | None, period: Period, found: _Found, below: Node | None = None
) -> Session:
    told = [part for part in (label, rest) if part]
    for part in told:
        named = found.periods(part)
        period = period.merged(named[0]) if named else period
    session = _known(found, period, label)
    if session is None or (below is not None and session.opened_below is below):
        session = Session(period, label, opened_below=below)
        if len(found.sessions) < _MOST_SESSIONS:
            found.sessions.append(session)
    session.period = session.period.merged(period)
    for part in told:
        session.audience = session.audience or people_in_label(part)
        if (matter := matter_in_label(part)) and people_in_label(part):
            session.topics = session.topics or [matter]
    if rest and has_place(rest):
        session.venue = session.venue or place_in(rest)
    return session


_COMMON = frozenset(
    re.findall(
        r"\w+",
        "doi thoai voi hoi nghi va cac trong quy nam thang ngay chuc to tiep xuc truc chu tich xa du kien hoan thanh"
        " dan nhan cuoc buoi thu so",
    )
)


def _known(found: _Found, period: Period, label: Passage | None) -> Session | None:
    """A session already known that a heading means: of the same period, or naming the same people."""
    for session in found.sessions:
        if period.is_fixed and session.period.agrees(period) and not (period.day and _differs(session, label)):
            return session
    if label is None:
        return None
    if _COUNTED.match(label.folded):
        return next(
            (session for session in found.sessions if session.name and session.name.folded == label.folded), None
        )
    best, most = None, 2
    for session in found.sessions:
        common = len(
            _told(label)
            & {
                word
                for passage in [*session.audience, *([session.name] if session.name else [])]
                for word in _told(passage)
            }
        )
        if common > most and not (period.is_fixed and session.period.is_fixed):
            best, most = session, common
    return best


def _told(passage: Passage) -> set[str]:
    return set(passage.folded.replace(",", " ").split()) - _COMMON


def _differs(session: Session, label: Passage | None) -> bool:
    return bool(label and session.name and _told(label) != _told(session.name))


def _take(node: Node, target: Session, found: _Found) -> bool:
    """Read a node that names parts of a session; False when its children must be asked."""
    if node.label is None:
        return not node.children
    kinds = _parts_of(node)
    if not kinds:
        return Kind.FORM in node.kinds and not any(
            below.kinds & (PARTS | {Kind.REGULAR}) for child in node.children for below in child.walk()
        )
    if node.kinds & _NO_PART or node.label.words > 20 or _opens_several(node, found):
        return False
    if _is_schedule(node, kinds, target, found):
        return True
    strangers = [child for child in node.children if _has_own_part(child, node)]
    if _only_holds(node, kinds, strangers):
        return False
    own = replace(node, children=[child for child in node.children if child not in strangers])
    for kind in kinds:
        READERS[kind](own, target, Reading(found.year, found.words))
    for child in strangers:
        _take(child, target, found)
    return True


def _only_holds(node: Node, kinds: list[Kind], strangers: list[Node]) -> bool:
    """A heading over parts that have headings of their own says nothing itself."""
    if len(kinds) > 1 and any(below.kinds & PARTS for child in node.children for below in child.walk()):
        return True
    if strangers and node.rank <= _CHAPTER:
        return True
    return any(child.is_heading and child.children and child.kinds - node.kinds for child in strangers)


def _parts_of(node: Node) -> list[Kind]:
    kinds = [kind for kind in READERS if kind in node.kinds]
    if not kinds and Kind.REGULAR in node.kinds and node.rest:
        return [Kind.TIME]
    if Kind.SESSIONS in node.kinds and not kinds:
        return [Kind.TIME]
    return kinds


def _has_own_part(node: Node, parent: Node) -> bool:
    """A labelled part of its own below a heading that announced another, or the same in general words once more."""
    if node.label is None or node.label.words > 10:
        return False
    if node.leading and node.leading <= parent.kinds and not _GENERAL.match(node.label.folded):
        return False
    return bool(node.leading & (PARTS | {Kind.PROCEDURE, Kind.FORM, Kind.COMMITTEE, Kind.ATTENDANCE}))


def _opens_several(node: Node, found: _Found) -> bool:
    opening = [
        child
        for child in node.children
        if child.label and (_ORDINAL.match(child.label.folded) or len(found.periods(child.label)) == 1)
    ]
    return len(opening) > 1


def _is_schedule(node: Node, kinds: list[Kind], target: Session, found: _Found) -> bool:
    """Several periods below a heading of time: each is a session, with the place and people named beside it."""
    if Kind.TIME not in kinds or target is not found.shared or not found.words.uses("schedule below a heading"):
        return False
    dated = [
        child
        for child in node.children
        if child.paragraph
        and not child.paragraph.is_row
        and not child.kinds & {Kind.ADHOC}
        and len(found.periods(child.passage)) == 1
        and not _has_own_part(child, node)
    ]
    if len(dated) > 1:
        for child in dated:
            _open_dated(child, found)
        return True
    periods = periods_below(
        replace(node, children=[child for child in node.children if not _has_own_part(child, node)]), found.year
    )
    if len(periods) > 1 and len(dated) <= 1 and not found.sessions:
        found.sessions += [Session(period) for period in periods]
        return len(kinds) == 1
    return False


def _open_dated(node: Node, found: _Found) -> None:
    label = node.label if node.rest else None
    text = node.rest or node.passage
    session = _open(label, text, Period(), found)
    if label and not found.periods(label) and not _ORDINAL.match(label.folded):
        session.audience = session.audience or [label]
    if has_place(text):
        session.venue = session.venue or place_in(text)


_PLANNING = re.compile(r"\b(?:to chuc|doi thoai|du kien|lan thu|dinh ky|hoi nghi|tiep xuc)\b")


def _from_prose(root: Node, found: _Found) -> None:
    """Where no heading speaks of time, a sentence that plans dialogue may."""
    for node in root.children:
        for below in node.walk() if id(node) not in found.skip and not _is_procedure(node) else ():
            periods = found.periods(below.passage) if _PLANNING.search(below.passage.folded) else []
            if len(periods) > 1:
                found.sessions += [Session(period) for period in periods]
            elif periods:
                found.shared.period = periods[0]
            if periods:
                return


def _column(cell: Passage, words: Lexicon) -> Kind | None:
    return next((kind for kind in READERS if kind in words.leading_kinds(cell.folded)), None)


def _from_row(row: dict[Kind, Passage], found: _Found) -> None:
    periods = found.periods(row[Kind.TIME]) if Kind.TIME in row else []
    session = Session(periods[0] if periods else Period())
    session.audience = cell_items(row.get(Kind.AUDIENCE))
    session.topics = cell_items(row.get(Kind.TOPICS))
    place = row.get(Kind.VENUE) or (row.get(Kind.TIME) if Kind.TIME in row and has_place(row[Kind.TIME]) else None)
    if place:
        session.venue = place_in(place)
    if Kind.PARTICIPANTS in row:
        session.participants = [part for item in cell_items(row[Kind.PARTICIPANTS]) for part in listed(item)]
    found.sessions.append(session)


def _completed(found: _Found, told: list[Passage]) -> list[Session]:
    """Every session with what all share; a single venue named for one counts for all."""
    sessions = found.sessions or [Session()]
    venues = [session.venue for session in sessions if session.venue]
    shared = replace(found.shared, venue=found.shared.venue or (venues[0] if len(venues) == 1 else None))
    if len(sessions) > 1:
        shared.period = Period()
    complete = [session.completed(shared) for session in sessions]
    named = next((people for passage in told if (people := people_in_label(passage))), [])
    for session in complete:
        session.audience = session.audience or _audience_among(session.participants) or named
    return complete


def _audience_among(participants: list[Passage]) -> list[Passage]:
    found = []
    for item in participants:
        if _PEOPLE.match(item.folded):
            brackets = item.search(_BRACKETS)
            found.append((item.part(0, brackets.start()) if brackets else item).rstrip(" .;,"))
    return found
