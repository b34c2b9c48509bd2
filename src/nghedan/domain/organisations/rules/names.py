"""Names of places and posts: how they compare, how they sort, how they stand in the head of a paper."""

import re

from nghedan.kernel.vietnamese import modern_tones, name_key, nfc

_PIECE = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL_WORD = re.compile(r"^số\s+(?=\d)", re.IGNORECASE)
_COMMITTEE = r"(?:ủy|uỷ)"
_COLLECTIVE = re.compile(
    rf"\s+(?:{_COMMITTEE} ban nhân dân|UBND|(?:đảng|thị|huyện|quận|thành|tỉnh) {_COMMITTEE}|đảng bộ)\b.*$",
    re.IGNORECASE,
)
_STATE_HEADING = re.compile(rf"({_COMMITTEE} ban nhân dân)\s+(.+)", re.IGNORECASE)

CENTRAL_CITIES = frozenset({"hà nội", "huế", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh"})
"""Cities directly under the central government since 2025: Nghị quyết 202/2025/QH15."""

SortKey = tuple[tuple[int, int, str], ...]


def tidy(text: str) -> str:
    """Return a name as it is stored: NFC, no doubled or outer spaces; uỷ or ủy is left to its owner."""
    return " ".join(nfc(text).split())


def natural_key(name: str) -> SortKey:
    """Return a key that sorts "2" before "10" and words as a Vietnamese dictionary does."""
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, name_key(piece)) for piece in _PIECE.findall(tidy(name))
    )


def same_name_key(name: str) -> str:
    """Return what two spellings of one name share: case, tone placement, "số 05" and "5" make no difference."""
    plain = _ORDINAL_WORD.sub("", modern_tones(tidy(name)).casefold())
    return re.sub(r"\d+", lambda number: str(int(number[0])), plain)


def bare_post(post: str) -> str:
    """Return a post without the body it belongs to: "Phó Chủ tịch Ủy ban nhân dân xã" is "Phó Chủ tịch"."""
    return _COLLECTIVE.sub("", tidy(post))


def heading_lines(body_name: str) -> tuple[str, ...]:
    """Return the issuer as printed at the head of a paper.

    A People's Committee takes two lines, "ỦY BAN NHÂN DÂN" above "XÃ SUỐI LÀNH" (Nghị định 30/2020/NĐ-CP, Phụ lục I);
    a Party committee takes one.
    """
    name = tidy(body_name)
    match = _STATE_HEADING.fullmatch(name)
    return tuple(line.upper() for line in (match.groups() if match else (name,)))


def province_title(name: str) -> str:
    """Return a province with its rank, as within a sentence: "tỉnh Đông Sơn", "thành phố Hải Phòng"."""
    bare = re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s+", "", tidy(name), flags=re.IGNORECASE)
    rank = "thành phố" if modern_tones(bare).casefold() in CENTRAL_CITIES else "tỉnh"
    return f"{rank} {bare}" if bare else ""
