"""Channels: how people are told of the dialogue or invited to it."""

from __future__ import annotations

import re

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Passage

_AREA = (
    r"(?:thi xa|thi tran|xa|phuong|thon|xom|ban|ap|to dan pho|khu pho|khu dan cu|khoi pho|dac khu|huyen|tinh"
    r"|thanh pho|cho)"
)
_OF_AREA = rf"(?:\s+(?:cua\s+)?(?:cac\s+)?{_AREA}\b(?:\s*,\s*{_AREA}\b)*)?"
_PLACE = r"\s+(?:tai|o)\s+[^,;.]{3,80}?"
_PLACE_END = r"(?=\s+(?:trong|cham nhat|truoc|tu ngay|de|it nhat|va (?:thong bao|dang|phat|gui))\b|[,;.]|$)"
_CHANNELS = {
    "invitation": r"giay moi",
    "radio": rf"(?:he thong\s+)?(?:(?:loa|dai)\s+(?:phat thanh|truyen thanh)(?:\s+(?:co so|thong minh|khong day))?"
    rf"|truyen thanh (?:co so|xa|phuong|thong minh)|loa phong thanh){_OF_AREA}",
    "website": rf"(?:(?:trang|cong)\s+(?:thong tin dien tu|ttdt)(?:\s+tong hop)?|website){_OF_AREA}",
    "zalo": rf"(?:cac\s+)?(?:(?:nhom|trang|kenh)\s+){{0,6}}zalo(?:\s+(?:oa|official account))?{_OF_AREA}",
    "facebook": rf"(?:trang\s+)?(?:fanpage|facebook){_OF_AREA}",
    "social": r"(?:cac (?:trang\s+)?)?mang xa hoi",
    "posting": rf"niem yet(?:\s+(?:cong khai|thong bao|noi dung|ke hoach|lich))*(?:{_PLACE}{_PLACE_END})?",
    "hamlet": rf"thong bao (?:den|toi) (?:tung|cac) (?:ho(?: dan| gia dinh)?|{_AREA})\b(?:\s*,\s*{_AREA}\b)*",
    "media": r"(?:cac )?(?:co quan thong tin dai chung|phuong tien thong tin dai chung)",
    "message": r"tin nhan(?:\s+(?:sms|zalo))?",
    "board": rf"bang (?:tin|thong bao){_OF_AREA}",
    "meeting": r"(?:cac\s+)?cuoc hop (?:thon|xom|to dan pho|chi bo|dan)",
}
_PATTERN = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})(?!\w))" for name, pattern in _CHANNELS.items()))
_ALSO_OTHERWISE = frozenset({"social", "meeting", "media"})
_TELLING = re.compile(r"\b(?:thong bao|dang|tuyen truyen|dua tin|cong khai|pho bien|thong tin)\b")


def read_channels(document: Document) -> list[Passage]:
    """One span per channel, the fullest where it is named more than once."""
    best: dict[str, Passage] = {}
    for paragraph in document.body_paragraphs:
        passage = paragraph.passage
        told: dict[str, bool] = {}
        for match in _PATTERN.finditer(passage.folded):
            name = str(match.lastgroup)
            if name in _ALSO_OTHERWISE and not _is_told_by(match.group(), passage, told):
                continue
            span = passage.group(match).rstrip(" ,")
            if name not in best or len(span.text) > len(best[name].text) + 8:
                best[name] = span
    return list(best.values())


def _is_told_by(words: str, passage: Passage, told: dict[str, bool]) -> bool:
    """The paragraph speaks of telling people beside these words; `told` keeps the answer, however often they come."""
    if words not in told:
        told[words] = bool(_TELLING.search(passage.folded.replace(words, "")))
    return told[words]
