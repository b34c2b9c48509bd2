"""Figures: how many people are expected, how many hamlets there are."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Fact, Passage

_PEOPLE = r"(?:dai bieu|nguoi|cong dan|ho dan|dai bieu, cong dan|thanh vien|khach|doan vien|hoi vien|cu tri)\b"
_ATTENDANCE = re.compile(
    rf"(?:(?:du kien|khoang|tren|tu|toi da|toi thieu|gom|so luong|quy mo"
    rf"|tong so)[\s:]*){{0,6}}(?P<min>\d{{2,4}})\s*(?:(?:-|–|den)\s*(?P<max>\d{{2,4}})\s*)?{_PEOPLE}"
)
_EXPECTING = re.compile(r"du kien|khoang|so luong|quy mo|tong so|tham du|tham gia|dai bieu|moi du")
_PER_UNIT = re.compile(r"\bmoi\s+(?!lan|buoi|cuoc|hoi nghi|ky)\w+(?:\s+\w+)?\s*(?:cu|moi|chon|gioi thieu)?\s*$")
_PER_PLACE = re.compile(r"\s*(?:/|moi)\s*(?:thon|xom|ap|to|khu|ho)\b")
_HAMLET = (
    r"(?:thon|xom|ap|ban(?! chi| to| ngh| thuong| quan| co| hanh| va|,)|buon|lang|khom|phum|soc|to dan pho"
    r"|khu pho|khu dan cu|khoi pho|tdp|khu)\b"
)
_HAMLETS = re.compile(
    rf"(?<![\d/.,-])(?P<count>\d{{1,3}})\s*(?:\(\w+\)\s*)?(?:/\s*(?P<of>\d{{1,3}})"
    rf"\s+)?(?P<kind>{_HAMLET})(?!\s*(?:so\s*)?\d)"
)
_NEAR = 80


def read_attendance(document: Document) -> dict[str, Any] | None:
    """Expected number of people; a single figure is both bounds."""
    for paragraph in document.body_paragraphs:
        passage = paragraph.passage
        if not _EXPECTING.search(passage.folded):
            continue
        for match in _ATTENDANCE.finditer(passage.folded):
            if _is_per_unit(passage.folded, match):
                continue
            lines = passage.group(match).lines
            least = int(match.group("min"))
            most = int(match.group("max") or least)
            return {"min": Fact(least, lines), "max": Fact(most, lines)}
    return None


def _is_per_unit(folded: str, match: re.Match[str]) -> bool:
    """So many from each hamlet or unit, not in all."""
    before = folded[max(match.start() - _NEAR, 0) : match.start()]
    return bool(_PER_UNIT.search(before) or _PER_PLACE.match(folded, match.end()))


def read_hamlet_count(document: Document, recipients: list[Passage]) -> Fact | None:
    """Number of thôn, xóm, ấp, tổ dân phố named as a count; kinds named side by side are added up."""
    best: Fact | None = None
    for passage in [*(paragraph.passage for paragraph in document.body_paragraphs), *recipients]:
        total, end = 0, -10
        for match in _HAMLETS.finditer(passage.folded):
            count = int(match.group("of") or match.group("count"))
            beside = (
                re.fullmatch(r"\s*(?:,|va|;|\+)?\s*(?:va\s*)?", passage.folded[end : match.start()])
                if end > 0
                else None
            )
            total = total + count if beside else count
            end = match.end()
            if best is None or total > int(best.value):
                best = Fact(total, passage.group(match).lines)
    return best
