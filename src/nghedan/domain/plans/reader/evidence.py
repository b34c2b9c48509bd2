"""Whether a text is a dialogue plan at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.lines import Line
from nghedan.domain.plans.reader.paragraphs import is_capitals
from nghedan.domain.plans.reader.unreadable import unreadable

_DIALOGUE = re.compile(r"\b(?:doi thoai|tiep xuc|gap go|trao doi voi (?:nhan dan|cong dan|nguoi dan))\b")
_PLAN_WORDS = re.compile(
    r"\b(?:ke hoach|muc dich|yeu cau|noi dung|thoi gian|dia diem|thanh phan|doi tuong|to chuc thuc hien"
    r"|noi nhan|tham muu|phoi hop|chuan bi|hoi nghi|phan cong|nhan dan)\b"
)
_OTHER_PAPER = re.compile(
    r"^(?:bao cao|thong bao|quyet dinh|giay moi|bien ban|to trinh|nghi quyet|cong van|cong dien|chi thi"
    r"|huong dan|quy che|chuong trinh)\b"
)


def check_is_plan(document: Document) -> None:
    """Raise UnreadablePlan unless the text speaks of dialogue as plans do and is headed as no other paper."""
    lines = document.lines
    folded = "\n".join(line.folded for line in lines)
    named = bool(_DIALOGUE.search(" ".join(line.folded for line in document.title)))
    speaks_as_plan = named or len(set(_PLAN_WORDS.findall(folded))) >= 3
    if not _DIALOGUE.search(folded) or not speaks_as_plan or _is_other_paper(lines):
        raise unreadable("reader.not_a_plan")


def _is_other_paper(lines: Sequence[Line]) -> bool:
    """The kind of paper is printed in capitals above the text; the first that is named counts."""
    for line in lines[:25]:
        if is_capitals(line.text[:9]) and line.folded.startswith("ke hoach"):
            return False
        if is_capitals(line.text) and len(line.text) < 40 and _OTHER_PAPER.match(line.folded):
            return True
    return False
