"""Whom one phrase of a plan names: a list is taken apart where each part names somebody, else it stays whole.

"Thường trực HĐND, UBMTTQ xã" is two: "Thường trực HĐND xã" and "Thường trực UBMTTQ xã". "Lãnh đạo, chuyên viên các cơ
quan chuyên môn" is one, for "Lãnh đạo" alone names nobody.
"""

import re

from nghedan.kernel.vietnamese import fold, nfc

HEAD = "head"
"""The post of whoever leads a hamlet, whatever it is called there."""

PARTY_SECRETARY, FRONT_LEADER = "party_secretary", "front_leader"

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_INVITED = re.compile(r"^(?:(?:kính )?mời|(?:các )?đại diện(?: cho)?)\s+", re.IGNORECASE)
_COME_TO = re.compile(r"\s+(?:cùng |về )?(?:tham gia|tham dự|dự)\s+(?:buổi |cuộc )?(?:đối thoại|hội nghị)\b.*$", re.IGNORECASE)  # fmt: skip  # noqa: E501
_SHORT = re.compile(r"\bTT (?=Đảng|HĐND|HDND|UB|MTTQ)")
_BETWEEN = re.compile(r"(\s*,\s*|\s+và\s+)", re.IGNORECASE)

_SOME = r"(?:cac |nhung |dong chi )*"
_COUNCILS = r"hdnd|hoi dong nhan dan|ubnd|ub ?mttq|mttq|uy ban|dang uy|huyen uy|tinh uy|thi uy"
_PLACES = (
    r"cap uy|chi bo|chinh quyen|mat tran|ban cong tac|doan the|to chuc chinh tri|hoi|doan thanh nien|cong doan|"
    r"lien doan|cong an|quan su|ban chi huy|tram y te|y te|truong|van phong|phong|trung tam|co quan|don vi|dai|bao|"
    r"ban quan ly|ban giam"
)
_POSTS = (
    r"thuong truc|ban thuong truc|ban thuong vu|thuong vu|chu tich|pho chu tich|bi thu|pho bi thu|pho truong|"
    r"thon truong|to truong|khoi truong|lanh dao|can bo|cong chuc|vien chuc|chuyen vien|nguoi hoat dong|"
    r"nguoi co uy tin|gia lang|phong vien|hoi vien|doan vien|nhan dan|nguoi dan|cong dan|cu tri|"
    r"ho ngheo|ho can ngheo|dai dien"
)
_NAMES = re.compile(rf"{_SOME}(?:{_COUNCILS}|{_PLACES}|{_POSTS})\b")
_NOBODY_YET = re.compile(
    rf"{_SOME}(?:lanh dao|can bo|can bo cong chuc|cong chuc|vien chuc|chuyen vien|hoi vien|doan vien|dang vien|ban|"
    r"nganh|ban nganh|to chuc|co quan|don vi|dai dien|truong|pho|ho|ho ngheo|ho can ngheo|cong dan|nguoi lao dong)"
)
"""What names somebody only together with what comes after it."""

_LEADING = re.compile(r"((?:ban )?thường trực|lãnh đạo)\s+\S", re.IGNORECASE)
_OF_A_COUNCIL, _OF_A_PLACE = re.compile(rf"(?:{_COUNCILS})\b"), re.compile(rf"{_SOME}(?:{_COUNCILS}|{_PLACES})\b")

_COMMUNE = r"xã(?! hội)|phường|đặc khu|thị trấn|thị xã"
_HAMLET = r"thôn|xóm|bản|làng|ấp|buôn|tổ dân phố|khu phố"
_WHERE = re.compile(rf"\b(?:{_COMMUNE}|{_HAMLET})\b", re.IGNORECASE)
_OF_WHERE = re.compile(rf"(?P<before>.*?)(?P<where>(?:\s+(?:của|các|\d+))*\s+(?:(?P<commune>{_COMMUNE})|{_HAMLET}))(?: trên địa bàn .*)?", re.IGNORECASE)  # fmt: skip  # noqa: E501
_TITLE_ONLY = re.compile(r"(?:truong|pho truong|pho)")
_IN_HAMLETS = re.compile(rf"{_SOME}(?:cap uy|bi thu|chi bo|chinh quyen|doan the|mat tran|(?:truong )?ban cong tac)\b")
_BELOW = re.compile(rf"{_SOME}(?:bi thu chi bo|chi bo|(?:truong )?ban cong tac)\b")

_OF_HAMLETS = (
    r"(?: (?:cac|cua|o|\d+|thon|xom|ban|lang|ap|buon|to dan pho|khu pho|tren dia ban|xa|phuong|thi xa|trong xa))*"
)
_EACH_HAMLET = tuple(
    (post, re.compile(rf"{_SOME}(?:{words}){_OF_HAMLETS}"))
    for post, words in (
        (PARTY_SECRETARY, "bi thu (?:cac )?chi bo"),
        (FRONT_LEADER, "(?:truong )?(?:cac )?ban cong tac mat tran"),
        (HEAD, "truong (?:thon|xom|ban|lang|ap|buon|khu pho|khu)|thon truong|to truong"),
    )
)
_WRITTEN_SHORT = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("uy ban mttq", "ubmttq"))
_OF_COMMUNE = re.compile(r" (?:xa(?! hoi)|phuong|dac khu|thi tran|thi xa)\b.*$")


def guests_in(phrase: str) -> list[str]:
    """Return whom a phrase of a plan names, each beginning with a capital and in the plan's words, less "Mời", "Đại
    diện" and what stands in brackets; the phrase itself where taking it apart would leave a part that names nobody."""
    said = " ".join(_IN_BRACKETS.sub("", nfc(phrase)).split())
    _heading, colon, listed = said.partition(":")
    parts = [part for section in (listed if colon and listed.strip() else said).split(";") for part in _of(section)]
    return [f"{part[0].upper()}{part[1:]}" for part in parts]


def post_of_each_hamlet(text: str) -> str:
    """Return which post of every hamlet is named (``PARTY_SECRETARY``, ``FRONT_LEADER``, ``HEAD``); "" for another."""
    plain = _plain(text)
    return next((post for post, words in _EACH_HAMLET if words.fullmatch(plain)), "")


def post_key(text: str) -> str:
    """Return what "Chủ tịch UBND xã" and "Chủ tịch Ủy ban nhân dân xã Khuôn Lang" share."""
    plain = _plain(text)
    for written, short in _WRITTEN_SHORT:
        plain = plain.replace(written, short)
    return _OF_COMMUNE.sub("", plain)


def _of(section: str) -> list[str]:
    """Return whom the part of a phrase between two semicolons names."""
    said = _tidy(section)
    if not said:
        return []
    pieces = _joined([piece.strip() for piece in _BETWEEN.split(said)][::2], _BETWEEN.findall(said))
    pieces = [tidy for tidy in map(_tidy, pieces) if tidy]
    if not all(_NAMES.match(_plain(piece)) for piece in pieces):
        return [said]
    return _with_where(_with_leading(pieces))


def _joined(pieces: list[str], between: list[str]) -> list[str]:
    """Join a piece with the one before where either names nobody by itself."""
    whole = pieces[:1]
    for piece, mark in zip(pieces[1:], between, strict=True):
        is_unfinished = _NOBODY_YET.fullmatch(_plain(whole[-1].rsplit(",", 1)[-1])) is not None
        if is_unfinished or not _NAMES.match(_plain(_tidy(piece))):
            whole[-1] = f"{whole[-1]}{mark}{piece}"
        else:
            whole.append(piece)
    return whole


def _with_leading(pieces: list[str]) -> list[str]:
    """Let "Thường trực" or "Lãnh đạo" go on to the bodies named after it."""
    leading, whole = "", []
    for piece in pieces:
        goes_on = _OF_A_PLACE if leading.lower() == "lãnh đạo" else _OF_A_COUNCIL
        if leading and goes_on.match(_plain(piece)):
            whole.append(f"{leading} {piece}")
            continue
        found = _LEADING.match(piece)
        leading = found[1] if found else ""
        whole.append(piece)
    return whole


def _with_where(pieces: list[str]) -> list[str]:
    """Let the place named last stand with those before it which name none: "Cấp ủy, các đoàn thể thôn"."""
    found = _OF_WHERE.fullmatch(pieces[-1])
    if found is None or _TITLE_ONLY.fullmatch(_plain(found["before"])):
        return pieces
    return [f"{piece}{found['where']}" if _takes(piece, found["commune"]) else piece for piece in pieces[:-1]] + pieces[-1:]  # fmt: skip  # noqa: E501


def _takes(piece: str, commune: str | None) -> bool:
    if _WHERE.search(piece):
        return False
    plain = _plain(piece)
    return not _BELOW.match(plain) if commune else _IN_HAMLETS.match(plain) is not None


def _tidy(text: str) -> str:
    said = _COME_TO.sub("", text.strip(" .;,"))
    while (bare := _INVITED.sub("", said)) != said:
        said = bare
    return _SHORT.sub("Thường trực ", said).strip()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
