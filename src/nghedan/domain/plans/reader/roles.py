"""Who speaks with the people, and who may stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.issuer import issuing_words
from nghedan.domain.plans.reader.letters import CAPITAL
from nghedan.domain.plans.reader.paragraphs import is_capitals
from nghedan.domain.plans.reader.passages import Passage

_AREA = r"(?:\s+(?:xa|phuong|thi tran|dac khu|thi xa|huyen|quan|thanh pho|tinh)\b)?"
_COMMITTEE = (
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|thi uy|huyen uy|thanh uy|quan uy|tinh uy|cap uy|chi bo)"
)
_POST = rf"(?:bi thu|chu tich)\s+{_COMMITTEE}{_AREA}"
_HEADS = re.compile(rf"(?<!pho )\b{_POST}(?:\s*(?:,|va|-|–)\s*(?:dong chi\s+)?{_POST})*")
_PARTY_AND_STATE = re.compile(
    r"(?<!pho )\bnguoi dung dau (?:cap uy,?(?: dang,?)?(?: va)? chinh quyen|cap uy|chinh quyen"
    r"|uy ban nhan dan)(?:\s+(?:cac cap|cap xa|xa|phuong|thi tran|dac khu|thi xa|huyen|tinh))?"
)
_BETWEEN = re.compile(
    r"\b(?:giua|cua)\s+(?:dong chi\s+|cac dong chi\s+)?(?P<who>(?:bi thu|chu tich|nguoi dung dau|lanh dao"
    r"|thuong truc|ban thuong vu)\b.{0,90}?)\s+voi\b"
)
_NAME = re.compile(rf"(?:\s+[{CAPITAL}][\w’'-]*)+")
_CHAIR_PAIR = re.compile(r"\bvoi\b")
_DELEGATE = (
    re.compile(
        r"(?:uy quyen|uy nhiem|phan cong|giao)\s+(?:bang van ban\s+)?(?:cho\s+)?(?:dong chi\s+"
        r"|mot\s+)?(?P<who>(?:cac\s+)?pho (?:chu tich|bi thu)[^,;.()]{0,60}?)(?=\s+(?:thuc hien|chu tri|thay"
        r"|tien hanh|dieu hanh|doi thoai|to chuc|tiep|tham du|du|duoc|khi)\b|[,;.()]|$)"
    ),
    re.compile(
        r"\bhoac\s+(?P<who>pho (?:chu tich|bi thu)[^,;.()]{0,40}?)\s+(?:khi\s+)?(?:duoc )?(?:uy quyen|uy nhiem)"
    ),
    re.compile(
        r"(?P<who>pho (?:chu tich|bi thu)[^,;.()]{0,40}?)\s+(?:duoc|thay mat)\s*(?:chu tich"
        r"|bi thu)?[^,;.]{0,20}(?:uy quyen|uy nhiem)"
    ),
    re.compile(
        r"(?P<who>pho (?:chu tich|bi thu)[^,;.()]{0,40}?)\s+(?:chu tri|dieu hanh|tien hanh|doi thoai)?\s*thay\b"
    ),
)


def read_head_role(document: Document, title: Passage | None) -> Passage | None:
    """The head or heads who hold the dialogue: as title or preamble name them, else the post named most often."""
    told = issuing_words(document.preamble)
    for passage in [*([title] if title else []), *told, *(paragraph.passage for paragraph in document.preamble)]:
        between = passage.search(_BETWEEN)
        named = passage.group(between, "who") if between else next(_heads(passage), None)
        if named and not _is_cited(passage, named):
            return named
    roles = [role for paragraph in document.body_paragraphs for role in _heads(paragraph.passage)]
    chair = [role for role in roles if _without_name(role)]
    if not chair:
        by_office = (
            (p.passage, p.passage.group(match))
            for p in document.body_paragraphs
            for match in _PARTY_AND_STATE.finditer(p.passage.folded)
        )
        return next((role for passage, role in by_office if not _is_cited(passage, role)), None)
    common = Counter(_key(role) for role in chair).most_common(1)[0][0]
    return next(role for role in chair if _key(role) == common)


def _is_cited(passage: Passage, role: Passage) -> bool:
    """Inside the name of a cited document, not of the plan."""
    before = passage.folded[: max(passage.folded.find(role.folded), 0)]
    return bool(re.search(r"(?:quy che|quyet dinh|quy dinh|ke hoach so)[^;]*$", before))


def _key(role: Passage) -> str:
    return role.folded.replace("uy ban nhan dan", "ubnd")


def _without_name(role: Passage) -> bool:
    return "chi bo" not in role.folded and "hdnd" not in role.folded and "hoi dong" not in role.folded


def _heads(passage: Passage) -> Iterator[Passage]:
    for match in _HEADS.finditer(passage.folded):
        name = None if is_capitals(passage.group(match).text) else _NAME.match(passage.text, match.end())
        yield passage.part(match.start(), name.end() if name else match.end())


def read_delegate(document: Document) -> Passage | None:
    """Who may stand in for the head when away."""
    for pattern in _DELEGATE:
        for paragraph in document.body_paragraphs:
            match = paragraph.passage.search(pattern)
            if match:
                return paragraph.passage.group(match, "who")
    return None
