"""Which node of the tree means what: zones of the plan, and the items below a node."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind


class Zone(Enum):
    """The great parts of a plan's body."""

    AIMS = auto()
    CONTENT = auto()
    ORGANISATION = auto()


_AIMS = {Kind.PURPOSE, Kind.REQUIREMENT}
_CONTENT = {
    Kind.TOPICS,
    Kind.AUDIENCE,
    Kind.PARTICIPANTS,
    Kind.TIME,
    Kind.VENUE,
    Kind.PROCEDURE,
    Kind.FORM,
    Kind.ADHOC,
    Kind.REGULAR,
}
_UNIT = re.compile(
    r"^(?:(?:giao|de nghi|yeu cau)\s+)?(?:cac\s+)?(?:van phong|cong an|uy ban mat tran|ubmttq|ub mttq"
    r"|uy ban mttq|mat tran|phong|ban|hoi|doan|cong chuc|can bo|truong (?:thon|ban|cac)|"
    r"tai chinh|trung tam|dai|to|thon|bi thu|uy ban|ubnd|hdnd|thuong truc|dang uy|chi bo|co quan|don vi|tram"
    r"|bo phan|ke toan|nhung nguoi|ong|van hoa|dia chinh|tu phap|don vi|quan su|thanh tra|thu truong|nguoi"
    r"|don bien phong|truong|bao|huyen doan|tinh doan|thi doan|thanh doan|lien doan|so|chi cuc|hop tac xa"
    r"|xa doan|cap uy|lanh dao|vien|hieu truong|cong doan)\b"
)


def looks_like_unit(label: Passage | None) -> bool:
    """The words begin like the name of a unit, an organisation or its people."""
    return bool(label and _UNIT.match(label.folded))


def read_zones(root: Node) -> dict[Zone, list[Node]]:
    """The topmost nodes of each zone, in order."""
    zones: dict[Zone, list[Node]] = {zone: [] for zone in Zone}
    has_organisation = any(Kind.ORGANISATION in node.kinds and node.is_heading for node in root.walk())
    _collect(root, None, zones, has_organisation)
    return zones


def _collect(node: Node, inherited: Zone | None, zones: dict[Zone, list[Node]], has_organisation: bool) -> None:
    for child in node.children:
        zone = _own_zone(child, inherited, has_organisation)
        if zone is not None and zone is not inherited:
            zones[zone].append(child)
        if zone is not Zone.ORGANISATION:
            _collect(child, zone, zones, has_organisation)


def _own_zone(node: Node, inherited: Zone | None, has_organisation: bool) -> Zone | None:
    if inherited is Zone.ORGANISATION:
        return inherited
    if Kind.ORGANISATION in node.kinds and node.is_heading:
        return Zone.ORGANISATION
    if node.kinds & _AIMS and not node.kinds & _CONTENT and node.rank <= 42:
        return Zone.AIMS
    if inherited is None and node.label is not None and node.kinds & _CONTENT:
        return Zone.CONTENT
    if inherited is None and not has_organisation and node.label is not None and looks_like_unit(node.label):
        return Zone.ORGANISATION
    if inherited is None and node.is_heading and node.rank <= 20:
        return Zone.CONTENT
    return inherited


def items_of(node: Node) -> Iterator[Passage]:
    """What stands below a node, one passage per bullet or paragraph; headings and lead-ins give way to their lists."""
    if node.rest and not (node.rest.text.endswith(":") and node.children):
        yield node.rest
    for child in node.children:
        yield from _items_from(child)


def _items_from(node: Node) -> Iterator[Passage]:
    if node.paragraph and node.paragraph.is_row:
        return
    if node.children and (node.is_heading or is_lead_in(node)):
        yield from items_of(node)
        return
    if not (node.is_heading and node.kinds and node.style.endswith(("bare", "capitals"))):
        yield tidy(node.passage)
    for child in node.children:
        yield from _items_from(child)


def is_lead_in(node: Node) -> bool:
    """Words that only introduce the list below."""
    return node.passage.text.endswith((":", ": ", "sau")) and bool(node.children)


def tidy(passage: Passage) -> Passage:
    """Without the sign that closes a list item or the whole text."""
    text = passage.text.rstrip()
    if text.endswith("./."):
        return passage.part(0, len(text) - 2)
    return passage.rstrip(";,")
