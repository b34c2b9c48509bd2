"""Dialogue outside the fixed sessions, and how often the regular one is held."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Fact, Passage

_ADHOC = re.compile(
    r"\b(?:doi thoai|tiep xuc|hoi nghi|to chuc|tiep dan|buoi|cuoc)\b[^.;:]{0,60}\bdot xuat\b"
    r"|\bdot xuat\b[^.;:]{0,50}\b(?:doi thoai|tiep xuc|hoi nghi)\b|^dot xuat\b|ngoai (?:cac )?(?:dinh ky"
    r"|ke hoach)"
)
_BUSY = re.compile(r"\b(?:ban|cong tac|cong viec|ly do|vang)\s+(?:\w+\s+){0,3}dot xuat|dot xuat[^.;]{0,30}(?:ban|vang)")
_VOTERS = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|phan tram)[^.;]{0,60}\bcu tri\b|\bcu tri\b[^.;]{0,60}?(\d{1,3}(?:[.,]\d+)?)\s*%"
)
_ASKED = re.compile(r"yeu cau|de nghi")
_OPENING = re.compile(r"^(?:ngoai ra|ben canh do|mat khac|dong thoi)\s*,?\s*")
_LABEL = re.compile(r"^[^:]{0,60}\bdot xuat\b[^:]{0,20}:\s*")
_NUMBER = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_COUNT = r"(?P<count>\d{1,2}|mot|hai|ba|bon)"
_TIMES = r"(?:lan|cuoc|buoi|hoi nghi|ky)"
_FREQUENCY = (
    re.compile(
        rf"(?:it nhat|toi thieu|khong it hon"
        rf"|dinh ky)\s+(?:to chuc\s+)?{_COUNT}\s+(?:\([^)]*\)\s*)?{_TIMES}[^.;]{{0,40}}?(?:/|trong|mot|moi"
        rf"|tren|hang|01)\s*(?:01\s+|mot\s+)?(?P<span>nam|quy|thang)"
    ),
    re.compile(
        rf"(?:moi|hang|trong|mot|01)\s*(?P<span>nam|quy|thang)\b[^.;]{{0,50}}?(?:it nhat|toi thieu"
        rf"|khong it hon)\s+(?:to chuc\s+)?(?:duoc\s+)?{_COUNT}\s+{_TIMES}"
    ),
    re.compile(rf"(?:it nhat|toi thieu)\s+(?P<span>nam|quy|thang)\s+{_COUNT}\s+{_TIMES}"),
    re.compile(rf"dinh ky\s+{_COUNT}\s*{_TIMES}?\s*/\s*(?P<span>nam|quy|thang)"),
    re.compile(rf"dinh ky[^.;]{{0,40}}?(?:moi|hang)\s*(?P<span>nam|quy|thang)\s+{_COUNT}\s+{_TIMES}"),
    re.compile(r"(?P<half>6|06|sau)\s+thang\s+(?:it nhat\s+)?(?:mot|01|1)\s+lan"),
)
_PER_YEAR = {"nam": 1, "quy": 4, "thang": 12}


def read_adhoc(document: Document) -> dict[str, Any]:
    """Whether unscheduled dialogue is foreseen, on how many per cent of voters, and in which words."""
    for paragraph in document.body_paragraphs:
        for sentence in paragraph.passage.sentences():
            text = _wording(sentence)
            if _is_unscheduled(sentence) and text.words >= 5:
                allowed = Fact(value=True, lines=text.lines)
                return {"allowed": allowed, "voter_threshold_percent": _threshold(sentence), "text": text}
    return {"allowed": False, "voter_threshold_percent": None, "text": None}


def _is_unscheduled(sentence: Passage) -> bool:
    """Dialogue on a sudden need, or when so many voters ask; a head who is suddenly busy is something else."""
    if sentence.search(_ADHOC) and not sentence.search(_BUSY):
        return True
    return bool(sentence.search(_VOTERS) and sentence.search(_ASKED))


def _wording(sentence: Passage) -> Passage:
    for pattern in (_LABEL, _OPENING):
        match = pattern.match(sentence.folded)
        if match:
            sentence = sentence.part(match.end())
    return sentence.strip(" ;.")


def _threshold(sentence: Passage) -> Fact | None:
    match = sentence.search(_VOTERS)
    if not match:
        return None
    figure = float((match.group(1) or match.group(2)).replace(",", "."))
    return Fact(int(figure) if figure.is_integer() else figure, sentence.group(match).lines)


def read_frequency(document: Document) -> Fact | None:
    """Least number of dialogues a year."""
    for paragraph in document.body_paragraphs:
        passage = paragraph.passage
        for pattern in _FREQUENCY:
            match = passage.search(pattern)
            if match:
                return Fact(_per_year(match), passage.group(match).lines)
    return None


def _per_year(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("half"):
        return 2
    count = groups["count"]
    return (int(count) if count.isdigit() else _NUMBER[count]) * _PER_YEAR[groups["span"]]
