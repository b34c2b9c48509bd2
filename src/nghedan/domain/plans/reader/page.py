"""What a web page adds around a plan it carries: its own title and lead, the date it was put up, links and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.domain.plans.reader.lines import Line
from nghedan.domain.plans.reader.paragraphs import is_capitals

_TYPE_NAME = re.compile(r"^ke hoach\b")
_OFFICIAL = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam"
    r"|^so\s*[:.]?\s*[\d./…_\s-]*[-/]\s*(?:kh|ctr)\b|,\s*ngay\b.{0,14}\bthang\b.{0,10}\bnam\b.{0,8}$"
)
_BODY = re.compile(
    r"^\W*(?:uy ban|ubnd|dang uy|dang bo|huyen uy|thi uy|tinh uy|thanh uy|quan uy|ban thuong vu|hoi dong nhan dan)\b"
)
_STAMP = re.compile(
    r"^(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s*[-–,]*\s*)?"
    r"(?:(?:ngay(?: dang| cap nhat)?|cap nhat(?: luc| ngay)?|dang (?:luc|ngay))\s*:?\s*)?"
    r"(?:\d{1,2}:\d{2}(?::\d{2})?[\s,-]*)?"
    r"(?:ngay\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s|\d|[-–:|(),+]|gmt|luot xem|da xem|am\b|pm\b)*$"
)
_LINK = re.compile(
    r"^(?:trang chu\b.{0,80}|skip to main content|truy cap noi dung luon|in bai viet|xem voi co chu|mac dinh co chu"
    r"|dang nhap.{0,30}|quen mat khau.{0,40}|thanh vien|tu khoa:.{0,80}|menu|tim kiem|tin tuc|van ban|chia se"
    r"|luot xem.{0,20}|so luot xem.{0,20}|cong thong tin dien tu.{0,40}|trang thong tin dien tu.{0,40}"
    r"|(?:so hieu|noi ban hanh|ngay ban hanh|ngay cong bao|tinh trang|loai van ban|linh vuc)\s*:.{0,120})$"
)
_NOTES = re.compile(
    r"^(?:tac gia(?: bai viet)?\s*:|nguoi dang\s*:|nguon\s*:|tong so diem cua bai viet|xep hang:|click de danh gia"
    r"|nhung tin (?:moi|cu) hon|cac tin (?:khac|da dua|lien quan)|tin (?:lien quan|moi|khac)\b"
    r"|bai viet (?:lien quan|khac)"
    r"|y kien (?:ban doc|phan hoi)|binh luan\b|file dinh kem|tai (?:lieu dinh kem|ve)|tu khoa\s*:|chia se\b"
    r"|quay lai$|xem them\b)"
)
_TOP = 14
_DEEPEST_HEAD = 60
_NEAR = 8
_ALIKE = 0.6


@dataclass(frozen=True)
class Page:
    """A text parted into the plan's own `lines`, the `lead` a page puts above them, and the page's `frame`."""

    lines: list[Line]
    lead: list[Line]
    frame: list[Line]


def part_page(lines: Sequence[Line]) -> Page:
    """Take the page off. A text that is no page loses nothing."""
    frame = [line for line in lines[:_TOP] if _STAMP.match(line.folded) or _LINK.match(line.folded)]
    end = next((index for index in range(_TOP // 2, len(lines)) if _NOTES.match(lines[index].folded)), len(lines))
    frame += lines[end:]
    off = {line.number for line in frame}
    own = [line for line in lines[:end] if line.number not in off]
    start = _own_head(own)
    if not start:
        return Page(own, [], frame)
    above = own[:start]
    return Page(own[start:], above[1:], frame + above[:1])


def _own_head(lines: Sequence[Line]) -> int:
    """Where the plan's head begins when the page names the plan above it; else 0."""
    named = [index for index, line in enumerate(lines[:_DEEPEST_HEAD]) if _names_type(line)]
    for following in named[1:]:
        first = next((index for index in range(named[0] + 1, following) if _is_official(lines[index])), None)
        if first is not None:
            return first
        if _repeats(lines, named[0], following):
            return following
    return 0


def _repeats(lines: Sequence[Line], above: int, below: int) -> bool:
    """The plan names itself again, without a head: its title says what the page's title said."""
    if below - above > _NEAR or below + 1 >= len(lines) or lines[below].folded.strip(" :.") != "ke hoach":
        return False
    page, own = set(lines[above].folded.split()), set(lines[below + 1].folded.split())
    return len(page & own) >= _ALIKE * len(own)


def _names_type(line: Line) -> bool:
    return bool(_TYPE_NAME.match(line.folded)) and is_capitals(line.text[:8])


def _is_official(line: Line) -> bool:
    return bool(_OFFICIAL.search(line.folded)) or (is_capitals(line.text) and bool(_BODY.match(line.folded)))
