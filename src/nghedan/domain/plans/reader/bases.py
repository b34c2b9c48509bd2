"""Legal bases: the documents the preamble cites."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import date_in

_DOCUMENT = (
    r"(?:(?:khoan|diem|dieu)\s+[\da-z]+[^;]{0,60}?|cac\s+)?(?:bo luat|luat|nghi dinh|quyet dinh|quy dinh(?! tai\b)|quy che|nghi quyet|chi thi|ke hoach|chuong trinh|huong dan|thong tu|ket luan|cong van|phap lenh|"
    r"hien phap|thong bao|de an|noi quy|to trinh|van ban)\b"
)
_CITING = re.compile(rf"(?:^|(?<=[;,.(]\s)|(?<=[;.]))[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien(?: theo)?|theo|trien khai|xet)\s+(?:(?:cac )?(?:quy dinh|noi dung|tinh than)\s+(?:tai|cua|theo)\s+)?(?={_DOCUMENT})")
_NEXT = re.compile(rf";\s*(?:va\s+)?(?={_DOCUMENT}\b)|,\s+(?=(?:nghi dinh|quyet dinh|luat|nghi quyet|ke hoach|huong dan|chi thi|thong tu) (?:so\s+\d|to chuc|thuc hien dan))")
_ISSUING = re.compile(
    r"(?:^|[;,.:]\s*|\s)(?=(?:uy ban nhan dan|ubnd|ban thuong vu|ban chap hanh|dang uy|thuong truc|huyen uy|thi uy|tinh uy|chu tich|ban dan van)\b[^;.]{0,90}?\b(?:xay dung|ban hanh|lap|trien khai|to chuc)\b[^;.]{0,40}\bke hoach)"
)
_SELF = re.compile(r"\b(?:xay dung|ban hanh|lap)\s+(?:ban\s+)?ke hoach\b")
_NUMBER = re.compile(r"\bso\s*:?\s*(\d+\s*[-/]\s*[\w]+(?:\s*[/-]\s?[\w&]+)*|\d+\s*/\s*\d{4}\s*/\s*[\w-]+)")


def read_bases(document: Document) -> list[dict[str, Any]]:
    """One record per cited document; `text` begins at the document's name."""
    records = []
    for paragraph in document.preamble:
        cited = _before_issuer(paragraph.passage)
        starts = [match.end() for match in _CITING.finditer(cited.folded)]
        for start, end in zip(starts, [*starts[1:], len(cited.text)], strict=False):
            piece = cited.part(start, end)
            if end < len(cited.text):
                piece = _without_next_citing(piece)
            records += [_record(part) for part in _cited(piece)]
    return records


_ARTICLE = re.compile(r"(?:dieu|khoan|diem)\s+\w+\s*$")


def _cited(piece: Passage) -> list[Passage]:
    """Documents listed one behind the other; an article and its law stay together."""
    parts: list[Passage] = []
    for part in piece.split(_NEXT):
        if parts and parts[-1].search(_ARTICLE):
            parts[-1] = Passage.join([parts[-1], part], ", ")
        else:
            parts.append(part)
    return parts


def _before_issuer(passage: Passage) -> Passage:
    match = None
    for match in _ISSUING.finditer(passage.folded):
        if _SELF.search(passage.folded, match.end()):
            return passage.part(0, match.start())
    return passage


_CITING_TAIL = re.compile(r"[;,.\s]+[-+*\s]*(?:can cu(?: vao| theo)?|thuc hien(?: theo)?|theo|trien khai|xet)(?:\s+(?:cac )?(?:quy dinh|noi dung|tinh than)\s+(?:tai|cua|theo))?\s*$")


def _without_next_citing(piece: Passage) -> Passage:
    match = piece.search(_CITING_TAIL)
    return piece.part(0, match.start()) if match else piece


def _record(text: Passage) -> dict[str, Any]:
    text = text.strip(" ;.,:-")
    number = text.search(_NUMBER)
    printed = date_in(text)
    return {
        "text": text,
        "number": text.group(number, 1) if number else None,
        "date": Fact(printed, text.lines) if printed else None,
    }
