"""Purposes and requirements."""

from __future__ import annotations

import re

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.sections import Zone, items_of
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind

_BOTH = frozenset({Kind.PURPOSE, Kind.REQUIREMENT})
_DEMANDING = re.compile(
    r"^(?:viec |cong tac |qua trinh |noi dung |hoi nghi |buoi |cuoc |cac (?:co quan|don vi|y kien|noi dung"
    r"|van de|thanh vien|bo phan|phong)|chu tich|nguoi dung dau|to chuc |doi thoai |tiep xuc |chuan bi "
    r"|thanh phan|can bo|dai bieu|phai |bao dam|dam bao|yeu cau)"
    r"[^.]{0,160}?\b(?:phai|can|bao dam|dam bao|duoc tien hanh|duoc thuc hien|dung quy dinh|thiet thuc)\b"
    r"|^(?:bao dam|dam bao|yeu cau)\b"
)
_AIMING = re.compile(
    r"^(?:nham|de |thong qua|qua do|lang nghe|nang cao|tang cuong|nam bat|tao |phat huy|gop phan|cung co"
    r"|kip thoi (?:nam|giai|phat)|tiep (?:thu|nhan)|truc tiep lang nghe)"
)


def read_aims(document: Document) -> dict[str, list[Passage]]:
    """Both lists; where the plan does not part them, an item that demands something is a requirement."""
    purposes: list[Passage] = []
    requirements: list[Passage] = []
    nodes = document.zones[Zone.AIMS]
    begun = document.words.uses("items before the requirements")
    if begun and nodes and nodes[0].kinds & _BOTH == {Kind.REQUIREMENT} and nodes[0] in document.root.children:
        purposes += _before_requirements(document.root, nodes[0])
    for node in nodes:
        _read(node, node.kinds & _BOTH, purposes, requirements)
    return {"purposes": purposes, "requirements": requirements}


def _before_requirements(root: Node, requirements: Node) -> list[Passage]:
    """Items without a heading above "Yêu cầu": the text begins in the middle of the purposes."""
    before = root.children[: root.children.index(requirements)]
    if any(node.is_heading for node in before):
        return []
    return list(items_of(Node(None, "group", 0, children=before)))


def _read(node: Node, kinds: frozenset[Kind], purposes: list[Passage], requirements: list[Passage]) -> None:
    if kinds != _BOTH:
        (requirements if Kind.REQUIREMENT in kinds else purposes).extend(items_of(node))
        return
    parted = [child for child in node.children if _own_aim(child)]
    if not parted:
        for item in items_of(node):
            (requirements if _demands(item) else purposes).append(item)
        return
    target = purposes
    for child in node.children:
        own = _own_aim(child)
        if own:
            target = requirements if own == {Kind.REQUIREMENT} else purposes
            target.extend(items_of(child))
        else:
            target.extend(items_of(Node(None, "group", 0, children=[child])))


def _own_aim(node: Node) -> frozenset[Kind]:
    """The aim a child heading opens; prose that merely holds the word opens none."""
    if node.label is None or node.label.words > 6:
        return frozenset()
    own = node.kinds & _BOTH
    return (
        own
        if len(own) == 1
        and node.label.folded.startswith(("muc dich", "yeu cau", "muc tieu", "ve muc dich", "ve yeu cau", "y nghia"))
        else frozenset()
    )


def _demands(item: Passage) -> bool:
    return bool(item.search(_DEMANDING)) and not item.search(_AIMING)
