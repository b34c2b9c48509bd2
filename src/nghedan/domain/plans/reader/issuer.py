"""The body that issues a plan: as subject of the preamble, in the head, in the closing sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.letters import CAPITAL
from nghedan.domain.plans.reader.paragraphs import Paragraph, is_capitals
from nghedan.domain.plans.reader.passages import Fact, Passage

_BODY = re.compile(
    r"(?:\b(?:ban thuong vu|ban chap hanh|(?:ban )?thuong truc)\s+)?\b(?:uy ban nhan dan|ubnd"
    r"|(?:uy ban|ub) (?:mttq|mat tran to quoc)(?:\s?vn| viet nam)?|ubmttq(?:\s?vn)?|hoi dong nhan dan|hdnd"
    r"|dang uy|dang bo|huyen uy|thi uy|thanh uy|quan uy|tinh uy)\b(?:\s*\([^)]{2,8}\))?"
    r"(?:\s+(?:xa|phuong|thi tran|dac khu|thi xa|huyen|quan|thanh pho|tinh|tp)\b\.?)?"
)
_ACTS = re.compile(
    r"^\W{0,3}\s*(?:(?:da|se|tiep tuc|phoi hop(?: voi [^,;.]{0,60})?)\s+)?(?:xay dung|ban hanh|lap|trien khai"
    r"|to chuc|de ra|thong nhat|phoi hop)(?:\b|(?=ke hoach))"
)
_OTHER_BODY = re.compile(
    r"(?:^|[;,.]\s*)(?P<who>(?:ban chap hanh|ban thuong vu|ban bi thu|ban quan ly|hoi|doan|so|phong|lien doan"
    r"|cong an)\b[^;,.:]{2,70}?)\s*,?\s+(?:xay dung|ban hanh|lap|trien khai)\s?ke hoach\b"
)
_AUTHOR = re.compile(r"\b(?:cua|do|voi|van phong)\s+$")
_HEAD_OF = re.compile(r"\b(?:chu tich|bi thu|thuong truc|lanh dao)\s+$")
_PROPER = re.compile(rf"(?:\s+(?:[{CAPITAL}][\w’'-]*|\d{{1,2}}\b))+")
_MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc|dang cong san viet nam"
)
_NUMBERED = re.compile(r"^so\b|\bso\s*:")
_LEVELS = (
    (re.compile(r"\bdac khu\b|(?<!thi )\bxa\b"), "commune"),
    (re.compile(r"\bphuong\b"), "ward"),
    (re.compile(r"\bthi tran\b"), "town"),
    (
        re.compile(
            r"\bhuyen\b|\bquan\b|\bthi xa\b|\bthi uy\b|\bquan uy\b|\bhuyen uy\b|\bthanh uy\b|\bthanh pho\b|\btp\b"
        ),
        "district",
    ),
    (re.compile(r"\btinh\b|\btinh uy\b"), "province"),
)


def read_issuer(document: Document) -> dict[str, Any]:
    """Name, kind and level of the issuer.

    The preamble's subject counts; the head's left column where the preamble leaves the place's name out, but a Party
    committee issues by the organ the preamble names.
    """
    printed = _in_head(document)
    acting = next(
        (name for paragraph in reversed(document.preamble) for name, _ in acting_bodies(paragraph.passage)), None
    )
    name = printed or acting
    if acting and (not printed or _says_more(acting, printed)):
        name = acting
    name = name or _in_closing(document)
    if name is None:
        return {"name": None, "kind": None, "level": None}
    level = _level(name) or (_level(printed) if printed else None)
    return {"name": name, "kind": Fact(_kind(name), name.lines), "level": Fact(level, name.lines) if level else None}


def acting_bodies(passage: Passage) -> list[tuple[Passage, int]]:
    """Bodies that are the subject of "xây dựng, ban hành …", each with the offset where it stands."""
    found = []
    for match in _BODY.finditer(passage.folded):
        end = _name_end(passage, match)
        before = passage.folded[max(match.start() - 40, 0) : match.start()]
        if _ACTS.match(passage.folded[end : end + 120]) and not _AUTHOR.search(before):
            head = _HEAD_OF.search(before)
            start = match.start() - (len(before) - head.start() if head else 0)
            found.append((passage.part(match.start(), end), start))
    other = passage.search(_OTHER_BODY) if not found else None
    return [(passage.group(other, "who"), other.start("who"))] if other else found


def issuing_words(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    """What the issuer says it does, without the documents it cites."""
    told = [(paragraph.passage, acting_bodies(paragraph.passage)) for paragraph in paragraphs]
    return [passage.part(acting[0][1]) for passage, acting in told if acting]


def _name_end(passage: Passage, match: re.Match[str]) -> int:
    """Behind the place's name that follows body and level."""
    name = _PROPER.match(passage.text, match.end())
    return name.end() if name else match.end()


def _in_head(document: Document) -> Passage | None:
    """The left column: capital lines that are no motto, number or date."""
    pieces: list[Passage] = []
    for line in document.head:
        if line.folded.startswith("ke hoach") and is_capitals(line.text[:8]):
            break
        left = line.passage
        if motto := left.search(_MOTTO):
            left = left.part(0, motto.start()) or left.part(motto.end())
        if left and is_capitals(left.text) and not left.search(_NUMBERED):
            pieces.append(left.strip("*-_| "))
    return _named_body(pieces)


def _named_body(pieces: Sequence[Passage]) -> Passage | None:
    """The lowest body - the one above it is its superior - and, when it stands alone on its line, the place below."""
    for index, piece in reversed(list(enumerate(pieces))):
        match = piece.search(_BODY)
        if match and not piece.folded.startswith("dang bo"):
            alone = match.end() >= len(piece.text) and not re.search(r"\b(?:xa|phuong|huyen|tinh)\s*$", piece.folded)
            return Passage.join(pieces[index : index + 2]) if alone else piece
    return None


def _in_closing(document: Document) -> Passage | None:
    for node in reversed(list(document.root.walk())):
        if node.passage.folded.startswith("tren day la"):
            named = [
                node.passage.part(match.start(), _name_end(node.passage, match))
                for match in _BODY.finditer(node.passage.folded)
            ]
            return named[-1] if named else None
    return None


def _says_more(acting: Passage, printed: Passage) -> bool:
    return _has_own_name(acting) or _kind(acting) == "party_committee" or not _level(printed)


def _has_own_name(name: Passage) -> bool:
    last = name.text.split()[-1]
    return last[0].isupper() and not is_capitals(last)


def _kind(name: Passage) -> str:
    if re.search(r"uy ban nhan dan|\bubnd\b", name.folded):
        return "people_committee"
    if re.search(r"mttq|mat tran|hdnd|\bhoi\b|doan\b", name.folded):
        return "other"
    party = re.search(r"\b(?:dang|thi|huyen|thanh|quan|tinh|chi) (?:uy|bo)\b|ban thuong vu|ban chap hanh", name.folded)
    return "party_committee" if party else "other"


def _level(name: Passage) -> str | None:
    return next((level for pattern, level in _LEVELS if name.search(pattern)), None)
