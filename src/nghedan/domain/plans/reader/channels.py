"""Channels: how people are told of the dialogue or invited to it."""

from __future__ import annotations

import re

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Passage

_OF_AREA = r"(?:\s+(?:cua\s+)?(?:cac\s+)?(?:xa|phuong|thon|to dan pho|dac khu|huyen|tinh)(?:\s*,\s*(?:xa|phuong|thon|to dan pho))*)?"
_CHANNELS = (
    ("invitation", rf"giay moi"),
    ("radio", rf"(?:he thong\s+)?(?:(?:loa|dai)(?:\s+(?:phat thanh|truyen thanh))(?:\s+(?:co so|thong minh|khong day))?|truyen thanh (?:co so|xa|phuong|thong minh)|loa phong thanh){_OF_AREA}"),
    ("website", rf"(?:trang|cong)\s+(?:thong tin dien tu|ttdt)(?:\s+tong hop)?{_OF_AREA}|\bwebsite{_OF_AREA}"),
    ("zalo", r"(?:cac\s+)?(?:nhom\s+|trang\s+|kenh\s+)?\bzalo(?:\s+(?:oa|official account))?(?:\s+(?:cua\s+)?(?:cac\s+)?(?:thon|xom|to dan pho|xa|phuong|cong dong|khu dan cu|ap))?"),
    ("facebook", r"(?:trang\s+)?(?:fanpage|facebook)(?:\s+(?:cua\s+)?(?:xa|phuong))?"),
    ("social", r"(?:cac (?:trang\s+)?)?mang xa hoi"),
    ("posting", r"niem yet(?:\s+cong khai)?(?:\s+tai\s+[^,;.]{3,80})?"),
    ("hamlet", r"thong bao (?:den|toi) (?:tung|cac) (?:thon|xom|ap|to dan pho|khu pho|ho)(?:\s*,\s*(?:thon|xom|to dan pho|khu pho))*"),
    ("media", r"(?:cac )?(?:co quan thong tin dai chung|phuong tien thong tin dai chung)"),
    ("message", r"tin nhan(?:\s+(?:sms|zalo))?"),
    ("board", r"bang tin(?:\s+(?:cac\s+)?(?:thon|xa|to dan pho|ubnd xa))?"),
    ("meeting", r"(?:cac\s+)?cuoc hop (?:thon|xom|to dan pho|chi bo|dan)"),
)
_PATTERN = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})(?!\w))" for name, pattern in _CHANNELS))
_NOT_TELLING = re.compile(r"^(?:noi nhan|kinh phi)")


def read_channels(document: Document) -> list[Passage]:
    """One span per channel, the fullest where it is named more than once."""
    best: dict[str, Passage] = {}
    for paragraph in document.body_paragraphs:
        passage = paragraph.passage
        if _NOT_TELLING.match(passage.folded):
            continue
        for match in _PATTERN.finditer(passage.folded):
            name = str(match.lastgroup)
            span = passage.group(match).rstrip(" ,")
            if name not in best or len(span.text) > len(best[name].text) + 8:
                best[name] = span
    return list(best.values())
