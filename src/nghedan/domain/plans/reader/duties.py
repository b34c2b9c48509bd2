"""Who does what: the part "Tổ chức thực hiện"."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.letters import CAPITAL
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.sections import Zone, is_lead_in, items_of, looks_like_unit, tidy
from nghedan.domain.plans.reader.session_parts import cell_items
from nghedan.domain.plans.reader.tables import read_rows
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon

_ASKED = re.compile(
    r"^(?:giao(?: cho| trach nhiem cho)?|de nghi|yeu cau|phan cong|kinh de nghi|trach nhiem cua|nhiem vu cua"
    r"|doi voi)\s+"
)
_RESPONSIBLE = re.compile(r"\s+(?:co trach nhiem|chiu trach nhiem|co nhiem vu)\b.*$")
_VERBS = (
    "co trach nhiem|chiu trach nhiem|co nhiem vu|chu tri|chu dong|phoi hop|tham muu|chuan bi|xay dung|bo tri"
    "|dam bao|bao dam|to chuc|thong bao|tong hop|ra soat|du tru|du toan|du thao|huong dan|tuyen truyen"
    "|van dong"
    "|theo doi|don doc|cu|tham gia|tham du|cung cap|thuc hien|giam sat|kiem tra|dang tai|dang tin|dua tin"
    "|tiep nhan|tiep thu|can cu|lap|gui|nam|phat hanh|phat tren|phat loa|phat thong bao|trang tri|ghi|soan"
    "|chi dao|lanh dao|trien khai"
    "|moi|mang|giu|truc|in|lo|lua chon|tap hop|thu thap|tra loi|giai quyet|quan triet|pho bien|ban hanh"
    "|bao cao|dinh huong|tham dinh|cap|quay|chup|ho tro|phu trach|len lich|sap xep|ve sinh|niem yet|cong khai"
    "|don tiep|phan cong|phan anh|lam|xu ly|giup|khao sat|trinh"
)
_VERB = re.compile(rf"(?<!\bcac)(?<!\bban)(?<!\bbo)(?<!\bto)(?<!\bthuong)(?<!\bca nhan)\s+(?=(?:{_VERBS})\b)")
_PLACES = re.compile(rf"[{CAPITAL}]\w*(?:,?\s+(?:và\s+)?[{CAPITAL}\d]\w*)*$")
_RESPONSIBLE_FIRST = re.compile(r"^(?:co trach nhiem|chiu trach nhiem|co nhiem vu)\s+")
_NO_UNIT = re.compile(
    r"^(?:kinh phi|thoi gian|che do|thong tin|bao cao|tren day|trong qua trinh|qua trinh|ke hoach nay"
    r"|noi dung|kinh phi|can cu|tien do)\b"
)
_CLOSING = re.compile(
    r"^(?:tren day la|trong qua trinh|qua trinh|yeu cau (?:cac|thu truong)|de nghi (?:cac|thu truong)"
    r"|can cu (?:vao )?(?:ke hoach|noi dung)|nhan duoc|ke hoach nay|uy ban nhan dan .{0,30}(?:yeu cau"
    r"|de nghi)|ubnd .{0,30}(?:yeu cau|de nghi)).{0,400}(?:ke hoach|thuc hien|trien khai)"
)


_COLUMNS = (
    ("unit", re.compile(r"chu tri|thuc hien|phu trach|^(?:don vi|co quan|bo phan)(?! phoi hop)")),
    ("task", re.compile(r"cong viec|nhiem vu|noi dung")),
)


def read_duties(document: Document) -> list[dict[str, Any]]:
    """One record per unit with its tasks; closing sentences and their lines count as structure."""
    records: list[dict[str, Any]] = []
    for node in document.zones[Zone.ORGANISATION]:
        if Kind.ORGANISATION in node.kinds:
            for child in node.children:
                records += _duty(child, document)
        else:
            records += _duty(node, document)
    if document.words.uses("table of duties"):
        records += [_duty_of_row(row) for row in read_rows(document.root, _column) if "unit" in row and "task" in row]
    return _merged(records)


def _column(cell: Passage) -> str | None:
    return next((name for name, pattern in _COLUMNS if pattern.search(cell.folded)), None)


def _duty_of_row(row: dict[str, Passage]) -> dict[str, Any]:
    return {"unit": row["unit"], "tasks": cell_items(row["task"])}


def is_closing(node: Node) -> bool:
    """The sentence that ends the plan, or one that binds everybody."""
    return node.paragraph is not None and (node.paragraph.marker is None) and bool(_CLOSING.match(node.passage.folded))


def _duty(node: Node, document: Document) -> list[dict[str, Any]]:
    if is_closing(node) or _NO_UNIT.match(node.passage.folded):
        return []
    if Kind.ORGANISATION in node.kinds and node.is_heading:
        return [record for child in node.children for record in _duty(child, document)]
    if node.is_heading and all(is_closing(child) for child in node.children):
        return _told_in_a_sentence(node) or _without_tasks(node)
    if node.label is not None:
        return [{"unit": _unit(_named(node, node.label, document.words)), "tasks": _tasks(node, document.words)}]
    return _told_in_a_sentence(node)


def _without_tasks(node: Node) -> list[dict[str, Any]]:
    """A unit's heading at which the text breaks off."""
    return [{"unit": _unit(node.label), "tasks": []}] if node.label and looks_like_unit(node.label) else []


def _named(node: Node, label: Passage, words: Lexicon) -> Passage:
    """The unit's heading; "Đảng ủy các xã: A, B có trách nhiệm:" has a colon inside the name."""
    if not (words.uses("colon inside a unit's name") and node.rest and node.children):
        return label
    if _PLACES.match(node.rest.text):
        return node.passage
    if not node.rest.text.endswith(":"):
        return label
    told = node.rest.search(_RESPONSIBLE)
    return node.passage.part(0, len(node.passage.text) - len(node.rest.text) + told.start()) if told else label


def _told_in_a_sentence(node: Node) -> list[dict[str, Any]]:
    """ "Giao Văn phòng chủ trì, …": the unit stands before the first verb."""
    asked = _ASKED.match(node.passage.folded)
    start = asked.end() if asked else 0
    verb = next(
        (found for found in _VERB.finditer(node.passage.folded, start) if node.passage.text[found.end()].islower()),
        None,
    )
    if verb is None or verb.start() - start > 140:
        return []
    unit = node.passage.part(start, verb.start()).strip(" ,:")
    told = node.passage.part(verb.end())
    responsible = _RESPONSIBLE_FIRST.match(told.folded)
    told = told.part(responsible.end()) if responsible else told
    tasks = list(items_of(node)) if is_lead_in(node) else [tidy(told), *_items_below(node)]
    return [{"unit": unit, "tasks": tasks}] if unit and (asked or looks_like_unit(unit)) else []


def _unit(label: Passage) -> Passage:
    asked = _ASKED.match(label.folded)
    if asked:
        label = label.part(asked.end())
    responsible = label.search(_RESPONSIBLE)
    return (label.part(0, responsible.start()) if responsible else label).strip(" ,.:")


def _tasks(node: Node, words: Lexicon) -> list[Passage]:
    """Bullets below the unit; what follows a colon is told sentence by sentence."""
    told = node.rest.sentences() if node.rest and words.uses("duty told sentence by sentence") else [node.rest]
    inline = [tidy(sentence) for sentence in told if sentence]
    if inline and node.children and node.rest and (node.rest.text.endswith(":") or _PLACES.match(node.rest.text)):
        inline = []
    return inline + [item for item in _items_below(node) if not item.text.endswith(":") or len(node.children) == 1]


def _items_below(node: Node) -> list[Passage]:
    return list(items_of(Node(None, "group", 0, children=[child for child in node.children if not is_closing(child)])))


def _merged(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    merged: dict[str, dict[str, Any]] = {}
    for record in records:
        known = merged.setdefault(record["unit"].folded, {"unit": record["unit"], "tasks": []})
        known["tasks"] += record["tasks"]
    return [record for record in merged.values() if record["unit"]]
