"""Organisers with a role: committee, chair, secretary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.sections import Zone, items_of
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon

_ROLE = (
    r"(?:(?:pho )?truong ban(?: thuong truc| to chuc| chi dao)*|pho ban(?: thuong truc| to chuc)*"
    r"|(?:cac )?(?:uy vien|thanh vien)(?: thu ky| thuong truc| ban to chuc)*|(?:to )?thu ky(?: (?:hoi nghi"
    r"|doi thoai|ban to chuc|buoi doi thoai|cuoc doi thoai))?"
    r"|dong chu tri(?: (?:hoi nghi|doi thoai))?|(?:nguoi )?chu tri(?: (?:hoi nghi|doi thoai|buoi doi thoai"
    r"|cac (?:hoi nghi|buoi|cuoc) doi thoai|cuoc doi thoai))?|dieu hanh(?: hoi nghi)?|(?:pho )?to truong"
    r"|truong to|dan chuong trinh|ghi bien ban|nguoi chu tri)"
)
_ROLE_FIRST = re.compile(rf"^(?P<role>{_ROLE})\s*(?::|-|–|la|gom)\s*(?P<who>.+)$")
_ROLE_LAST = re.compile(rf"^(?P<who>.+?)\s*(?:,|-|–|:|\blam\b|\bla\b)\s*(?:lam\s+|la\s+)?(?P<role>{_ROLE})\s*$")
_INVITED = re.compile(r"^moi\s+(?P<who>.+?)\s+(?P<role>du|tham du|tham gia)\s*$")
_ATTENDS = re.compile(r"^(?P<who>.+?)\s*:\s*(?P<role>du|tham du|tham gia)$")
_INVITED_AS = re.compile(rf"^moi\s+(?P<who>.+?)\s+(?:lam|la)\s+(?P<role>{_ROLE})\s*$")
_WHO_IN_BRACKETS = re.compile(r"^(?P<role>thu ky|chu tri)\s*\((?P<who>[^)]{3,80})\)")
_PRESIDES = re.compile(
    r"^(?P<who>(?:dong chi )?(?:chu tich|bi thu|pho chu tich"
    r"|pho bi thu)[^:;.]{0,120}?|(?:ubnd|uy ban|ubmttq|ub mttq|thuong truc|ban thuong)\b[^:;.,]{0,60}?)"
    r"\s+(?P<role>chu tri)\s+(?:cac\s+)?(?:hoi nghi|buoi|cuoc|doi thoai)"
)
_PERSON_FIRST = re.compile(r"^(?:ong|ba|dong chi|d/c|dc)\b")


def read_committee(document: Document) -> list[dict[str, Any]]:
    """One record per organiser: from the parts on the committee, and from lines that say who presides or records."""
    named = [record for node in _committee_nodes(document.root) for record in _members(node, _patterns(document.words))]
    duties = {id(node) for top in document.zones[Zone.ORGANISATION] for node in top.walk()}
    for node in document.root.walk() if document.words.uses("organiser named in passing") else ():
        if id(node) not in duties and node.paragraph:
            named += _in_passing(node.passage)
    return _distinct(named)


def _committee_nodes(root: Node) -> list[Node]:
    return [node for node in root.walk() if Kind.COMMITTEE in node.kinds and node.label and node.label.words <= 10]


def _patterns(words: Lexicon) -> Sequence[re.Pattern[str]]:
    invited = (_INVITED_AS, _INVITED, _ATTENDS) if words.uses("invited to a role") else ()
    return (_PRESIDES, *invited, _ROLE_FIRST, _ROLE_LAST)


def _members(node: Node, patterns: Sequence[re.Pattern[str]]) -> list[dict[str, Any]]:
    assert node.label is not None
    whole = _record(_ROLE_FIRST.match(node.passage.folded), node.passage) if node.rest else None
    if whole:
        return [whole]
    records = []
    for item in items_of(node):
        item = item.rstrip(" .;")
        record = None
        for pattern in patterns:
            record = record or _record(pattern.match(item.folded), item)
        role = re.match(_ROLE, node.label.folded)
        if record is None and role and not _PRESIDES.match(item.folded):
            record = {"role": node.label, "person_or_unit": item}
        if record:
            records.append(record)
    return records


def _in_passing(passage: Passage) -> list[dict[str, Any]]:
    found = []
    for pattern in (_WHO_IN_BRACKETS, _PRESIDES):
        record = _record(pattern.match(passage.folded), passage)
        if record:
            found.append(record)
    return found


def _record(match: re.Match[str] | None, passage: Passage) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        "role": passage.group(match, "role").strip(" .;,"),
        "person_or_unit": passage.group(match, "who").sentences()[0].strip(" .;,"),
    }


def _distinct(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        seen.setdefault((record["role"].folded, record["person_or_unit"].folded), record)
    return list(seen.values())
