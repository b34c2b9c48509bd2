"""Bytes and glyph codes into Unicode text: UTF-8, UTF-16, windows-1258, and the old TCVN3 and VNI fonts."""

from __future__ import annotations

import re
import unicodedata

from nghedan.domain.plans.reader.unreadable import unreadable

_TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ¯°±²³´àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_LETTERS)

_VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile(rf"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])")
_VNI_SINGLE = re.compile(rf"[{''.join(_VNI_LETTERS)}{''.join(_VNI_LETTERS).upper()}]")

_WORD = re.compile(r"([^\W\d_]+)")
_CAPITAL = re.compile(r"[A-Z]")
_SMALL = re.compile(r"[a-z]")
_COMMON_WORDS = re.compile(
    r"\b(?:và|của|nhân dân|đối thoại|kế hoạch|ủy ban|uỷ ban|tổ chức|thực hiện|các|xã|phường|ngày|tháng|năm"
    r"|nội dung|công an)\b",
    re.IGNORECASE,
)
_SUSPECT = re.compile(r"[¡-ÿ]")


def decode(source: bytes) -> str:
    """Text of a plain file. Raises UnreadablePlan for what is no text and for an encoding that cannot be told."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if source.startswith(mark):
            return source.decode(name, errors="replace")
    if (wide := _wide_encoding(source)) is not None:
        return source.decode(wide, errors="replace")
    if b"\x00" in source:
        raise unreadable("reader.binary")
    try:
        return modernise(_utf8(source))
    except UnicodeDecodeError:
        return _from_single_bytes(source)


def _utf8(source: bytes) -> str:
    """UTF-8; a character cut off at the very end is dropped."""
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(source) - 3:
            return source[: error.start].decode("utf-8")
        raise


def _wide_encoding(source: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of plain letters is zero."""
    sample = source[:2000]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.2 and even < odd / 4:
        return "utf-16-le"
    if even > len(sample) * 0.2 and odd < even / 4:
        return "utf-16-be"
    return None


def _from_single_bytes(source: bytes) -> str:
    text = source.decode("latin-1")
    if sum(unicodedata.category(character) == "Cc" for character in text) > len(text) * 0.1:
        raise unreadable("reader.binary")
    candidates = [
        unicodedata.normalize("NFC", source.decode("cp1258", errors="replace")),
        from_tcvn3(text),
        from_vni(text),
    ]
    best = max(candidates, key=legibility)
    if legibility(best) < 3:
        raise unreadable("reader.encoding")
    return best


def modernise(text: str) -> str:
    """Text whose letters are codes of an old font (TCVN3, VNI) turned into Unicode; any other text unchanged.

    Word and PDF files set in .VnTime or VNI-Times hold such codes as if they were Latin letters.
    """
    if len(_SUSPECT.findall(text)) < 10:
        return text
    candidates = [text, from_tcvn3(text), from_vni(text)]
    best = max(candidates, key=legibility)
    return best if legibility(best) > 3 * legibility(text) + 3 else text


def from_tcvn3(text: str) -> str:
    """TCVN3 (ABC) codes into Unicode; it has no capitals with tones, words in capitals get them here."""
    pieces = _WORD.split(text.translate(_TCVN3))
    sure = [len(_CAPITAL.findall(piece)) > 1 and not _SMALL.search(piece) for piece in pieces]
    for index in range(1, len(pieces), 2):
        beside = sure[index] or any(sure[other] for other in (index - 2, index + 2) if 0 < other < len(pieces))
        if beside and not _SMALL.search(pieces[index]):
            pieces[index] = pieces[index].upper()
    return "".join(pieces)


def from_vni(text: str) -> str:
    """VNI-Windows codes into Unicode."""
    paired = _VNI_PAIR.sub(lambda pair: _vni_letter(pair[1]) + _VNI_MARKS[pair[2].lower()], text)
    return unicodedata.normalize("NFC", _VNI_SINGLE.sub(lambda single: _vni_letter(single[0]), paired))


def _vni_letter(code: str) -> str:
    letter = _VNI_LETTERS.get(code.lower(), code.lower())
    return letter.upper() if code.isupper() else letter


def legibility(text: str) -> int:
    """How many common Vietnamese words a text shows."""
    return len(_COMMON_WORDS.findall(unicodedata.normalize("NFC", text[:40_000])))
