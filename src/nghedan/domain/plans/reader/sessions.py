"""The planned sessions: when, with whom, about what, where, who else takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import Period, periods_in
from nghedan.domain.plans.reader.procedure import phase_of
from nghedan.domain.plans.reader.sections import Zone, items_of, zone_nodes
from nghedan.domain.plans.reader.tables import read_tables
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind


@dataclass
class Session:
    """One session as far as it is known; also what all sessions share."""

    period: Period = field(default_factory=Period)
    name: Passage | None = None
    audience: list[Passage] = field(default_factory=list)
    topics: list[Passage] = field(default_factory=list)
    venue: Passage | None = None
    participants: list[Passage] = field(default_factory=list)

    def record(self, year: Fact | None) -> dict[str, Any]:
        """In the form of the schema."""
        period = {"quarter": self.period.quarter, "month": self.period.month, "date": self.period.day, "year": self.period.year or year}
        return {"period": period, "audience": self.audience, "topics": self.topics, "venue": self.venue, "participants": self.participants}

    def completed(self, shared: Session) -> Session:
        """With what all sessions share, where this one says nothing of its own."""
        return Session(
            self.period.merged(shared.period),
            self.name,
            self.audience or shared.audience,
            self.topics or shared.topics,
            self.venue or shared.venue,
            self.participants or shared.participants,
        )


@dataclass
class _Found:
    """What the walk over the tree gathers."""

    year: int | None
    shared: Session = field(default_factory=Session)
    sessions: list[Session] = field(default_factory=list)


_ORDINAL = re.compile(r"^(?:hoi nghi|buoi|cuoc|dot|phien|lan|doi thoai)\s*(?:doi thoai\s*)?(?:lan\s*)?(?:thu\s+(?:nhat|hai|ba|tu|nam|\d)|so\s*\d|lan\s*\d|\d\b|chuyen de|voi\b)")
_PARTS = (Kind.TOPICS, Kind.AUDIENCE, Kind.PARTICIPANTS, Kind.TIME, Kind.VENUE)
_WITH = re.compile(
    r"(?:doi thoai|tiep xuc|gap go|trao doi|^)\s*(?:truc tiep\s+)?voi\s+(?P<who>[^,;.:()]+(?:,\s*(?:can ngheo|ho|hoi vien|cong|doan vien|can bo|to chuc|nhan dan)[^,;.:()]*)*?)"
    r"(?=\s+(?:du kien|ve viec|ve\s|nam 20|theo|tren co so|duoc|trong (?:quy|thang|nam)|phu hop|tai\s|de\s|nham)|[,;.:()]|$)"
)
_PEOPLE = re.compile(r"^(?:dai dien\s+)?(?:nhan dan|cong dan|cu tri|nguoi dan|ba con|cac ho|ho |hoi vien|doan vien|can bo, hoi vien|toan the (?:nhan dan|cu tri|nguoi dan)|thanh nien|nong dan|cuu chien binh|phu nu|doanh nghiep|cac to chuc, ca nhan)")
_BRACKETS = re.compile(r"\s*\([^)]*\)[\s.;,]*$")
_AT = re.compile(r"^(?:.{0,60}?\b)?tai\s+")
_LATER = re.compile(r"(?:thong bao|bo tri|co)\s+(?:cu the\s+)?sau\b|thong bao cu the|se (?:co )?thong bao")
_PROSE_LEAD = re.compile(r"^.*?(?:tap trung|chu yeu|trong tam)[^:;.]*?\b(?:noi dung|van de|linh vuc)(?:\s+(?:sau|chinh|chu yeu))*\s*(?:ve\b|nhu\b|:|la\b)\s*:?\s*")
_TOPIC_BREAK = re.compile(r";\s*|,\s+(?=cac van de|cong tac)")
_LIST_BREAK = re.compile(r";\s*|,\s+(?=(?:cac|dai dien|lanh dao|thuong truc|ban|cong an|toan the|nhung|bi thu|truong|nhan dan|dang uy|hdnd|ubnd|uy ban|mat tran|moi|chu tich)\b)")


def read_sessions(document: Document, title: Passage | None, year: Fact | None) -> list[dict[str, Any]]:
    """One record per planned session; a plan that fixes none has one, holding the year."""
    found = _Found(int(year.value) if year else None)
    aims = {id(node) for node in zone_nodes(document.root, Zone.AIMS)}
    duties = {id(node) for node in zone_nodes(document.root, Zone.ORGANISATION)}
    _walk(document.root, None, aims | duties, found)
    for row in read_tables(document.root, document.words):
        _from_row(row, found)
    return _records(found, title, year) if _is_plan_of_sessions(found, document, title) else []


def _is_plan_of_sessions(found: _Found, document: Document, title: Passage | None) -> bool:
    shared = found.shared
    return bool(found.sessions or title or document.preamble or shared.period.is_fixed or shared.topics or shared.audience or shared.venue or shared.participants)


def _walk(node: Node, current: Session | None, skip: set[int], found: _Found) -> None:
    for child in node.children:
        if id(child) in skip or (child.paragraph and child.paragraph.is_row):
            continue
        if phase_of(child) and child.is_heading and child.children or Kind.PROCEDURE in child.kinds:
            continue
        own = _opened_session(child, found)
        if own is not None:
            current = own
        target = current or found.shared
        if own is None and _take(child, target, found):
            continue
        _walk(child, current, skip, found)
        if own is not None and not _has_siblings_below(node, child):
            current = None


def _has_siblings_below(parent: Node, session: Node) -> bool:
    """Parts that printed numbering made siblings of the session they belong to."""
    after = parent.children[parent.children.index(session) + 1 :]
    return bool(after) and bool(after[0].kinds & frozenset(_PARTS)) and any(child.kinds & frozenset(_PARTS) for child in session.children)


def _opened_session(node: Node, found: _Found) -> Session | None:
    """The session a heading opens or comes back to: by its period, its ordinal or the people named in it."""
    label = node.label
    if label is None or label.words > 30 or node.kinds & {Kind.ADHOC, Kind.ORGANISATION, Kind.TOPICS, Kind.VENUE, Kind.PARTICIPANTS}:
        return None
    periods = periods_in(label, found.year)
    ordinal = _ORDINAL.match(label.folded)
    if not node.children and not node.rest and not ordinal:
        return None
    if len(periods) != 1 and not ordinal:
        return None
    if Kind.TIME in node.kinds and not ordinal:
        return None
    period = periods[0] if periods else Period()
    known = _matching(found, period, label)
    if known is None:
        known = Session(period, label)
        known.audience = _people_named(label)
        found.sessions.append(known)
    known.period = known.period.merged(period)
    if node.rest:
        _take_rest(node.rest, known, found)
    return known


def _take_rest(rest: Passage, session: Session, found: _Found) -> None:
    periods = periods_in(rest, found.year)
    if periods:
        session.period = session.period.merged(periods[0])
    place = _place(rest)
    if place and re.search(r"\btai\s", rest.folded):
        session.venue = session.venue or place
    session.audience = session.audience or _people_named(rest)


def _matching(found: _Found, period: Period, label: Passage) -> Session | None:
    """A session already known that the heading means."""
    for session in found.sessions:
        if period.is_fixed and session.period.agrees(period):
            return session
    words = set(label.folded.split()) - _COMMON
    best, most = None, 2
    for session in found.sessions:
        named = [*session.audience, *([session.name] if session.name else [])]
        common = len(words & {word for passage in named for word in passage.folded.replace(",", " ").split()} - _COMMON)
        if common > most and not (period.is_fixed and session.period.is_fixed):
            best, most = session, common
    return best


_COMMON = frozenset("doi thoai voi hoi nghi va cac trong quy nam thang ngay chuc to tiep xuc truc chu tich xa du kien hoan thanh dan nhan".split())


def _take(node: Node, target: Session, found: _Found) -> bool:
    """Read a node that names exactly one part; False when its children must be asked."""
    if node.label is None:
        return _take_prose(node, target, found)
    kinds = [kind for kind in _PARTS if kind in node.kinds]
    if Kind.FORM in node.kinds and not kinds:
        return not any(child.kinds & frozenset(_PARTS) or child.kinds & {Kind.REGULAR, Kind.ADHOC} for child in node.children)
    if not kinds or node.kinds & {Kind.COMMITTEE, Kind.ADHOC, Kind.PRINCIPLE, Kind.BUDGET} or node.label.words > 20:
        return False
    if len(kinds) > 1 and any(below.kinds & frozenset(_PARTS) for child in node.children for below in child.walk()):
        return False
    strangers = [child for child in node.children if _is_of_another_kind(child, frozenset(kinds))]
    if any(child.is_heading and child.children for child in strangers):
        return False
    own = replace(node, children=[child for child in node.children if child not in strangers])
    for kind in kinds:
        _READERS[kind](own, target, found)
    for child in strangers:
        _take(child, target, found)
    return True


def _is_of_another_kind(node: Node, kinds: frozenset[Kind]) -> bool:
    """A labelled part of its own below a heading that announced something else."""
    if node.label is None or node.label.words > 10:
        return False
    return bool(node.kinds & frozenset([*_PARTS, Kind.PROCEDURE, Kind.FORM, Kind.COMMITTEE]) - kinds)


def _take_prose(node: Node, target: Session, found: _Found) -> bool:
    """A paragraph without label: only what it says of the audience is taken."""
    return not node.children


def _take_topics(node: Node, target: Session, found: _Found) -> None:
    if node.rest and (people := re.match(r"voi\s", node.rest.folded)):
        target.audience = target.audience or [node.rest.part(people.end()).rstrip(" .;")]
        target.topics += items_of(Node(None, "group", 0, children=node.children))
        return
    items = list(items_of(node))
    if len(items) == 1 and not _is_list(node):
        items = _topics_in_prose(items[0])
    target.topics += items


def _is_list(node: Node) -> bool:
    return any(below.paragraph and below.paragraph.marker for child in node.children for below in child.walk())


def _topics_in_prose(text: Passage) -> list[Passage]:
    lead = _PROSE_LEAD.match(text.folded)
    if lead is None:
        return [text]
    named = text.part(lead.end())
    pieces: list[Passage] = []
    for piece in named.split(_TOPIC_BREAK):
        if pieces and pieces[-1].text.count("(") > pieces[-1].text.count(")"):
            pieces[-1] = Passage.join([pieces[-1], piece], ", ")
        else:
            pieces.append(piece)
    return [piece.rstrip(" ,;") for piece in pieces]


def _take_audience(node: Node, target: Session, found: _Found) -> None:
    for item in items_of(node):
        named = _people_named(item)
        subject = re.match(r"(?:chu tich|bi thu|nguoi dung dau|uy ban|ubnd|dong chi)\b", item.folded)
        target.audience += named if named and subject else [item]


def _take_participants(node: Node, target: Session, found: _Found) -> None:
    items = list(items_of(node))
    if not _is_list(node):
        items = [part for item in items for part in _in_one_paragraph(item)]
    target.participants += items


def _in_one_paragraph(text: Passage) -> list[Passage]:
    return [part.strip(" ,;.") for part in text.split(_LIST_BREAK)]


def _take_time(node: Node, target: Session, found: _Found) -> None:
    for item in items_of(node):
        periods = periods_in(item, found.year)
        if len(periods) > 1 and target is found.shared:
            found.sessions += [Session(period) for period in periods]
        elif periods and target is found.shared and target.period.is_fixed and not target.period.agrees(periods[0]):
            found.sessions += [Session(target.period), Session(periods[0])]
            target.period = Period()
        elif periods and target is found.shared and found.sessions and not any(session.period.agrees(periods[0]) for session in found.sessions):
            found.sessions.append(Session(periods[0]))
        elif periods:
            target.period = target.period.merged(periods[0])
        if re.search(r"\btai\s+(?:hoi truong|nha van hoa|tru so|ubnd|trung tam|san|nha|truong|uy ban)", item.folded):
            target.venue = target.venue or _place(item)


def _take_venue(node: Node, target: Session, found: _Found) -> None:
    for item in items_of(node):
        place = _place(item)
        if place is not None:
            target.venue = target.venue or place


def _place(item: Passage) -> Passage | None:
    if _LATER.search(item.folded) and not re.search(r"\btai\s", item.folded):
        return None
    match = _AT.match(item.folded)
    place = item.part(match.end()) if match else item
    return place.strip(" .;,") or None


_READERS = {Kind.TOPICS: _take_topics, Kind.AUDIENCE: _take_audience, Kind.PARTICIPANTS: _take_participants, Kind.TIME: _take_time, Kind.VENUE: _take_venue}


def _people_named(text: Passage) -> list[Passage]:
    match = text.search(_WITH)
    return [text.group(match, "who").rstrip(" ,.;")] if match else []


def _from_row(row: dict[Kind, Passage], found: _Found) -> None:
    periods = periods_in(row[Kind.TIME], found.year) if Kind.TIME in row else []
    session = Session(periods[0] if periods else Period())
    if Kind.AUDIENCE in row:
        session.audience = [row[Kind.AUDIENCE]]
    if Kind.TOPICS in row:
        session.topics = [row[Kind.TOPICS]]
    if Kind.VENUE in row:
        session.venue = _place(row[Kind.VENUE])
    if Kind.PARTICIPANTS in row:
        session.participants = _in_one_paragraph(row[Kind.PARTICIPANTS])
    found.sessions.append(session)


def _records(found: _Found, title: Passage | None, year: Fact | None) -> list[dict[str, Any]]:
    sessions = found.sessions or [Session()]
    venues = [session.venue for session in sessions if session.venue]
    shared = replace(found.shared, venue=found.shared.venue or (venues[0] if len(venues) == 1 else None))
    if len(sessions) > 1:
        shared.period = Period()
    complete = [session.completed(shared) for session in sessions]
    for session in complete:
        session.audience = session.audience or _audience_among(session.participants) or (_people_named(title) if title else [])
    return [session.record(year) for session in complete]


def _audience_among(participants: list[Passage]) -> list[Passage]:
    named = [item for item in participants if _PEOPLE.match(item.folded)]
    found = []
    for item in named:
        brackets = item.search(_BRACKETS)
        found.append((item.part(0, brackets.start()) if brackets else item).rstrip(" .;,"))
    return found
