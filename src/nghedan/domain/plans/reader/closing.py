"""The tail of a plan: recipients and signer, in one column or two."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import AUTHORITY, POST, Document
from nghedan.domain.plans.reader.letters import CAPITAL, SMALL
from nghedan.domain.plans.reader.lines import Line
from nghedan.domain.plans.reader.markers import read_marker
from nghedan.domain.plans.reader.paragraphs import is_capitals
from nghedan.domain.plans.reader.passages import Passage

_FAMILY_NAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Lâm|Mai|Trịnh"
    "|Trương|Tô|Tạ|Hà|Lương|Chu|Cao|Thái|Thân|Kiều|Quách|Vương|La|Lò|Lường|Cầm|Quàng|Tòng|Vàng|Giàng|Sùng"
    "|Thào|Mùa|Lầu|"
    "Nông|Hứa|Bế|Triệu|Ma|Mã|Lục|Vi|Hoàng|Đàm|Bàn|Đặng|Phùng|Tăng|Từ|Văn|Viên|Ông|Âu|Châu|Khổng|Nghiêm|Ninh"
    "|Phí|Quản|Sầm|Thạch|Sơn|Danh|Kim|Lữ|Mạc|Tống|Tôn|Trà|Ung|Uông|Y|A|H|K|Điểu|Rơ|Rah|Siu|Ksor|Nay|Đinh|Hồ"
    "|Cụt|Xồng|Lang|Lô|Kha|Hờ|Vừ|Và|Thò|Chảo|Phàn|Tẩn|Lù|Pờ|Đồng|Cù|Doãn|Giáp|Hạ|Khuất|Lưu|Mẫn|Thiều|Tiêu"
    "|Trang|Đậu|Biện|Cấn|Diệp|Đới|Giang|Hàn|Lại|Liêu|Nhữ|Ngụy|Phó|Quan|Thang|Thi|Tưởng|Vòng|Xa|Yên"
)
_NAME = re.compile(rf"(?<!\w)(?:{_FAMILY_NAMES})(?:\s+[{CAPITAL}]\w*){{1,4}}(?!\w)")
_NAME_BEHIND = re.compile(rf"(?<=[.;] )[{CAPITAL}][{SMALL}]+(?: [{CAPITAL}][{SMALL}]*){{1,4}}$")
_ABBREVIATION = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ)\s?[./]?")
_CLOSERS = frozenset(".;:),")
_ANY_NAME = re.compile(rf"^[{CAPITAL}][\w’']*(?:\s+[{CAPITAL}][\w’']*){{1,5}}$")
_ADDRESS_WORDS = re.compile(
    r"\b(?:ubnd|hđnd|ubmttq|đảng|văn phòng|công an|ban|xã|phường|lưu|tt|sở|phòng|ký|dấu)\b", re.IGNORECASE
)
_TITLES_BEFORE_NAME = re.compile(r"^(?:ths|ts|dong chi|d/c|ong|ba)\b\.?\s*")
_RECIPIENTS = re.compile(r"^[-–\s]*no+i nhan\s*[:.]?")
_SIGNATURE_NOTE = re.compile(r"^\(?\s*(?:da ky|ky ten|ky,? ?(?:ghi ro ho ten|dong dau)|ky)\b.*$|^\[.*\]$")


def read_closing(document: Document) -> dict[str, Any]:
    """Recipients and signer; a text that ends before them has neither."""
    left, right = _columns(document.tail)
    document.structure.update(
        line.number for line in document.tail if _RECIPIENTS.match(line.folded) or _SIGNATURE_NOTE.match(line.folded)
    )
    return {"recipients": _recipients(left), "signer": _signer(right)}


def _columns(tail: list[Line]) -> tuple[list[Passage], list[Passage]]:
    """Part what belongs to the recipients (left) from what belongs to the signature (right), line by line."""
    left: list[Passage] = []
    right: list[Passage] = []
    for line in tail:
        passage = line.passage
        cut = _signature_start(line, bool(right))
        if cut is None:
            left.append(passage)
            continue
        if before := passage.part(0, cut):
            left.append(before)
        right.append(passage.part(cut))
    return left, right


def _signature_start(line: Line, signing: bool) -> int | None:
    """Where the signature's part of a line begins, if it has one."""
    passage, text = line.passage, line.text
    for pattern in (AUTHORITY, POST):
        match = pattern.search(text)
        if match and (match.start() == 0 or pattern is AUTHORITY or is_capitals(text[match.start() :])):
            return match.start()
    if not signing or _SIGNATURE_NOTE.match(passage.folded):
        return None
    if is_capitals(text) and read_marker(text) is None:
        return 0
    if line.columns and _ANY_NAME.match(text[line.columns[-1] :]):
        return line.columns[-1]
    return _name_start(passage)


def _name_start(passage: Passage) -> int | None:
    """A person's name: the whole line, or glued behind a recipient's closing sign."""
    text = passage.text
    marker = read_marker(text)
    bare = text[_titles(passage) :]
    if marker is None and _ANY_NAME.match(bare) and not _ADDRESS_WORDS.search(text):
        return 0
    behind = _NAME_BEHIND.search(text)
    if behind:
        return behind.start()
    names = list(_NAME.finditer(text))
    if names and names[-1].end() >= len(text.rstrip(" .")) and text[: names[-1].start()].rstrip()[-1:] in _CLOSERS:
        return names[-1].start()
    return None


def _titles(passage: Passage) -> int:
    match = _TITLES_BEFORE_NAME.match(passage.folded)
    return match.end() if match else 0


_NEW_RECIPIENT = re.compile(r";\s+[-–]\s*|\s+[-–]\s+(?=(?:luu|nhu tren|tt|thuong truc|dang uy|ubnd|cac|cong an)\b)")


def _recipients(lines: list[Passage]) -> list[Passage]:
    """One per line; a line without a marker goes on with the one before."""
    found: list[Passage] = []
    begun = False
    marked = any(read_marker(line.text) for line in lines)
    for line in lines:
        heading = _RECIPIENTS.match(line.folded)
        if heading:
            begun = True
            line = line.part(heading.end())
        if not begun or not line or _SIGNATURE_NOTE.match(line.folded):
            continue
        marker = read_marker(line.text)
        words = line.part(marker.end) if marker else line
        if found and marker is None and not heading and _goes_on(found[-1], words, marked=marked):
            found[-1] = Passage.join([found[-1], words])
        else:
            found.append(words)
    return [tidy for words in found for piece in words.split(_NEW_RECIPIENT) if (tidy := piece.strip(" ;.,-"))]


def _goes_on(before: Passage, words: Passage, *, marked: bool) -> bool:
    """Where no recipient has a marker, a comma ends one as well as a semicolon does."""
    return before.text[-1] not in ";." and (words.text[0].islower() or (marked and before.text[-1] in ",-&"))


def _signer(lines: list[Passage]) -> dict[str, Passage | None]:
    """Authority line(s), post, name. KT. and PHÓ belong together: the post is the signer's own."""
    authority: list[Passage] = []
    post: Passage | None = None
    name: Passage | None = None
    for line in lines:
        for piece in _signature_pieces(line):
            if AUTHORITY.match(piece.text):
                authority.append(piece)
            elif is_capitals(piece.text) and not (post and _ANY_NAME.match(piece.text) and not POST.search(piece.text)):
                post, authority = _more_capitals(piece, post, authority)
            elif (authority or post) and name is None and not _SIGNATURE_NOTE.match(piece.folded):
                name = piece.part(_titles(piece)).strip(" .,;")
    return {"authority_line": Passage.join(authority) if authority else None, "title": post, "name": name}


def _more_capitals(
    piece: Passage, post: Passage | None, authority: list[Passage]
) -> tuple[Passage | None, list[Passage]]:
    """A capital line is the post, or goes on with the line above."""
    if POST.search(piece.text):
        return (piece if post is None else Passage.join([post, piece])), authority
    if post is not None:
        return Passage.join([post, piece]), authority
    if authority:
        return None, [*authority[:-1], Passage.join([authority[-1], piece])]
    return piece, authority


def _signature_pieces(line: Passage) -> list[Passage]:
    """Authority, post and name that share a line."""
    cuts = {0}
    for pattern in (AUTHORITY, POST):
        cuts.update(match.start() for match in pattern.finditer(line.text))
    starts = sorted(cuts)
    pieces = []
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        pieces += _part_name(line.part(start, end))
    return _join_deputy(pieces)


def _join_deputy(pieces: list[Passage]) -> list[Passage]:
    """ "KT." and the post it stands for are one authority line."""
    joined: list[Passage] = []
    for piece in pieces:
        if joined and _ABBREVIATION.fullmatch(joined[-1].text):
            joined[-1] = Passage.join([joined[-1], piece])
        elif piece:
            joined.append(piece)
    return joined


def _part_name(piece: Passage) -> list[Passage]:
    """A name behind capitals: "CHỦ TỊCH Nguyễn Văn A"."""
    match = re.search(rf"\s(?=[{CAPITAL}][{SMALL}]+(?:\s+[{CAPITAL}]\w*)+$)", piece.text)
    if match and is_capitals(piece.text[: match.start()]):
        return [piece.part(0, match.start()), piece.part(match.end())]
    return [piece]
