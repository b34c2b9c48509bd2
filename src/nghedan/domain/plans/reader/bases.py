"""Legal bases: the documents the preamble cites."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.issuer import acting_bodies
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import date_in

_DOCUMENT = (
    r"(?:(?:khoan|diem|dieu)\s+[\da-z]+[^;]{0,60}?|cac\s+)?(?:bo luat|luat|nghi dinh|quyet dinh"
    r"|quy dinh(?! tai\b)|quy che|nghi quyet|chi thi|ke hoach|chuong trinh|huong dan|thong tu|ket luan"
    r"|cong van|phap lenh|"
    r"hien phap|thong bao|de an|noi quy|to trinh|van ban)\b"
)
_CITING = re.compile(
    rf"(?:^|(?<=[;,.(]\s)|(?<=[;.]))[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien(?: theo)?|theo|trien khai"
    rf"|xet)\s+(?:(?:cac )?(?:quy dinh|noi dung|tinh than)\s+(?:tai|cua|theo)\s+)?(?={_DOCUMENT})"
)
_CITING_WORDS = re.compile(r"[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien|theo|trien khai|xet)\s+")
_LATE = re.compile(
    r"[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien|theo|trien khai)\s[^;.]{3,120}?\s(?:va|tai|theo)\s+"
    r"(?=(?:nghi dinh|quyet dinh|quy dinh|nghi quyet|ke hoach|huong dan|chi thi|thong tu|ket luan"
    r"|cong van) (?:so\s+)?\d)"
)
_INNER = re.compile(rf"\s{_DOCUMENT}\s+(?:so\s*:?\s*)?\d")
_NUMBERED = re.compile(rf"[-+*\s]*{_DOCUMENT}\s+(?:so\s*:?\s*)?\d")
_NEXT = re.compile(
    rf"\s+va\s+(?=(?:khoan|dieu)\s+\d|(?:nghi dinh|quyet dinh|nghi quyet|ke hoach|huong dan|chi thi"
    rf"|thong tu) so\s+\d)"
    rf"|;\s*(?:va\s+)?(?={_DOCUMENT}\b)|[,.]\s*(?=(?:chuong trinh cong tac|ke hoach to chuc)\b)"
    r"|,\s+(?=(?:nghi dinh|quyet dinh|luat|nghi quyet|ke hoach|huong dan"
    rf"|chi thi|thong tu) (?:so\s+\d|to chuc|thuc hien dan))"
)
_NUMBER = re.compile(
    r"\b(?:so\s*:?|quyet dinh|quy dinh|ke hoach|nghi dinh|nghi quyet|huong dan|ket luan|cong van|chi thi"
    r"|chuong trinh|thong bao)\s*(\d+\s+(?:kh|qd|nq|ct|hd|tb|cv|qc)\s*[-/]\s*[\w-]+"
    r"|\d+\s*[-/]\s*[\w]+(?:\s*[/-]\s?[\w&]+)*|\d+\s*/\s*\d{4}\s*/\s*[\w-]+)"
)


def read_bases(document: Document) -> list[dict[str, Any]]:
    """One record per cited document; `text` begins at the document's name."""
    records: list[dict[str, Any]] = []
    for paragraph in document.preamble:
        cited = _before_issuer(paragraph.passage)
        starts = _starts(cited)
        for start, end in zip(starts, [*starts[1:], len(cited.text)], strict=False):
            piece = cited.part(start, end)
            if end < len(cited.text):
                piece = _without_next_citing(piece)
            records += [_record(part) for part in _cited(piece)]
    return _distinct(records)


def _starts(cited: Passage) -> list[int]:
    """Where documents begin: behind "căn cứ", else where the clause comes to one, else at once."""
    starts = [match.end() for match in _CITING.finditer(cited.folded)]
    clause = _CITING_WORDS.match(cited.folded)
    if clause and not (starts and starts[0] <= clause.end()) and (late := _LATE.match(cited.folded)):
        starts.insert(0, late.end())
    elif not starts and _NUMBERED.match(cited.folded):
        starts.append(0)
    return starts


def _distinct(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A lead repeats the preamble: a document of the same number is cited once."""
    seen: dict[str, dict[str, Any]] = {}
    for record in records:
        key = (record["number"] or record["text"]).folded.replace(" ", "")
        seen.setdefault(key, record)
    return list(seen.values())


_ARTICLE = re.compile(r"(?:dieu|khoan|diem)\s+\w+\s*$")


def _cited(piece: Passage) -> list[Passage]:
    """Documents listed one behind the other; an article and its law stay together."""
    parts: list[Passage] = []
    for part in piece.part(0, _end_of_documents(piece)).split(_NEXT):
        if parts and parts[-1].search(_ARTICLE):
            parts[-1] = Passage.join([parts[-1], part], ", ")
        else:
            parts.append(part)
    return parts


_NO_DOCUMENT = re.compile(
    r"[;,.]\s*(?:va\s+)?(?:can cu|xet|theo de nghi|tren co so|de)\s|[;.]\s*(?:va\s+)?thuc hien\s"
    r"|,\s*(?:va\s+)?thuc hien\s+(?:chi dao|y kien|nhiem vu|chuong trinh|chu truong|cong tac|su)\b"
)


def _end_of_documents(piece: Passage) -> int:
    """Where the preamble goes on with what is no document ("căn cứ tình hình thực tế …")."""
    match = piece.search(_NO_DOCUMENT)
    return match.start() if match else len(piece.text)


def _before_issuer(passage: Passage) -> Passage:
    """Without the sentence in which the issuer says what it does."""
    acting = [offset for _, offset in acting_bodies(passage)]
    opening = [offset for offset in acting if passage.text[:offset].rstrip()[-1:] in ".;,:"]
    return passage.part(0, (opening or acting)[0]) if acting else passage


_CITING_TAIL = re.compile(
    r"[;,.\s]+[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien(?: theo)?|theo|trien khai"
    r"|xet)(?:\s+(?:cac )?(?:quy dinh|noi dung|tinh than)\s+(?:tai|cua|theo))?\s*$"
)


def _without_next_citing(piece: Passage) -> Passage:
    match = piece.search(_CITING_TAIL)
    return piece.part(0, match.start()) if match else piece


def _record(text: Passage) -> dict[str, Any]:
    text = text.strip(" ;.,:-")
    number = text.search(_NUMBER)
    inner = _INNER.search(text.folded, number.end()) if number else None
    printed = date_in(text.part(0, inner.start()) if inner else text)
    return {
        "text": text,
        "number": text.group(number, 1) if number else None,
        "date": Fact(printed, text.lines) if printed else None,
    }
