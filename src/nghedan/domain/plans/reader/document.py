"""The plan cut into its parts: head, title, preamble, body and tail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghedan.domain.plans.reader.letters import CAPITAL, SMALL
from nghedan.domain.plans.reader.lines import Line, SourceLine, clean_lines
from nghedan.domain.plans.reader.markers import NUMBER_STYLES, read_marker
from nghedan.domain.plans.reader.page import part_page
from nghedan.domain.plans.reader.paragraphs import Layout, Paragraph, is_capitals, layout_of, read_paragraphs
from nghedan.domain.plans.reader.sections import Zone, read_zones
from nghedan.domain.plans.reader.tree import Node, build_tree
from nghedan.domain.plans.reader.vocabulary import Lexicon


@dataclass
class Document:
    """A plan's text in its parts. `structure` gathers the numbers of lines that carry form and no datum."""

    source: tuple[SourceLine, ...]
    words: Lexicon
    layout: Layout
    lines: list[Line]
    head: list[Line]
    title: list[Line]
    preamble: list[Paragraph]
    root: Node
    tail: list[Line]
    zones: dict[Zone, list[Node]]
    structure: set[int] = field(default_factory=set)

    @property
    def body_paragraphs(self) -> list[Paragraph]:
        """Preamble and body, in order."""
        return self.preamble + [node.paragraph for node in self.root.walk() if node.paragraph]


AUTHORITY = re.compile(rf"(?<!\w)(?:TM|T/M|T\.M|KT|K/T|TL|T/L|TUQ)(?:\s?[./]\s?|\s+)(?=[{CAPITAL}]{{2,}})")
POST = re.compile(
    r"(?<![\w-])(?:PHÓ\s+|Q\.\s?|QUYỀN\s+)?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHỦ NHIỆM)"
    r"(?:\s+(?:THƯỜNG TRỰC|UBND|ỦY BAN NHÂN DÂN|ĐẢNG ỦY|XÃ|PHƯỜNG)\b)*(?![\w])"
)
_SIGNED = re.compile(rf"(?:\s+[{CAPITAL}][{SMALL}]+){{2,5}}$")
_TYPE_NAME = re.compile(r"^ke hoach\b")
_NAMED = re.compile(
    r"^(?:thong bao|du thao|v/v|ve viec|trien khai|ban hanh)?\W*ke hoach\b(?! nay).*\b(?:doi thoai|tiep xuc)\b"
)
_RECIPIENTS = re.compile(r"^(?:[-–\s]*)no+i nhan\b")
_HEAD_LINE = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam"
    r"|^so\s*[:.]?\s*[\d./…_-]*\s*[-/]\s*[a-z]|^(?:uy ban nhan dan|dang uy|dang bo|ubnd|huyen uy|thi uy"
    r"|tinh uy|thanh uy|ban thuong vu)\b.{0,60}$"
    r"|,\s*ngay\b.{0,14}\bthang\b.{0,10}\bnam\b"
)
_PREAMBLE = re.compile(
    r"^[-–+*\s]*(?:can cu|thuc hien|theo (?:chi dao|de nghi|quy dinh|ke hoach|chuong trinh)|tren co so"
    r"|de (?:tiep tuc|thuc hien|nam bat|tang cuong|kip thoi|phat huy|trien khai)|nham |xet |tiep tuc "
    r"|trien khai|phat huy"
    r"|(?:uy ban nhan dan|ubnd|ban thuong vu|dang uy|thuong truc|chu tich|bi thu).{0,120}\b(?:xay dung"
    r"|ban hanh|to chuc|trien khai|lap|de ra|thong nhat|phoi hop))"
)


def cut(source: Sequence[SourceLine], words: Lexicon) -> Document:
    """Clean the lines and cut the plan into its parts."""
    lines = clean_lines(source)
    layout = layout_of(lines)
    structure = {line.number for line in lines if line.decoration}
    page = part_page([line for line in lines if not line.decoration])
    structure.update(line.number for line in page.frame)
    lines = page.lines
    head_end, title_end = _head_and_title(lines, layout)
    tail_start = _tail_start(lines, title_end)
    paragraphs = read_paragraphs(lines[title_end:tail_start], layout)
    if tail_start == len(lines):
        paragraphs, torn = _without_torn_labels(paragraphs)
        structure.update(torn)
    opening = _preamble_length(paragraphs, words)
    lead = [each for each in read_paragraphs(page.lead, layout) if _PREAMBLE.match(each.passage.folded)]
    root = build_tree(paragraphs[opening:], words)
    return Document(
        source=tuple(source),
        words=words,
        layout=layout,
        lines=lines,
        head=lines[:head_end],
        title=lines[head_end:title_end],
        preamble=lead + paragraphs[:opening],
        root=root,
        tail=lines[tail_start:],
        zones=read_zones(root),
        structure=structure,
    )


def _head_and_title(lines: list[Line], layout: Layout) -> tuple[int, int]:
    """Index behind the head (with KẾ HOẠCH, unless the title stands on the same line) and behind the title."""
    for index, line in enumerate(lines[:40]):
        if not _TYPE_NAME.match(line.folded) or not is_capitals(line.text[:8]):
            continue
        alone = line.folded.strip(" :.") == "ke hoach"
        start = index + 1 if alone else index
        return start, _title_end(lines, start, alone, layout)
    end = 0
    for index, line in enumerate(lines[:14]):
        if read_marker(line.text) or _PREAMBLE.match(line.folded):
            break
        if _NAMED.match(line.folded) and not _is_finished(line):
            return index, index + 1
        if _HEAD_LINE.search(line.folded):
            end = index + 1
    return end, end


def _title_end(lines: list[Line], start: int, alone: bool, layout: Layout) -> int:
    end = start if alone else start + 1
    while end < len(lines) and end < start + 6:
        line = lines[end]
        first = end == start
        if _starts_body(line) or (not first and layout.gap(line) and not line.text[0].islower()):
            break
        if not first and _is_finished(lines[end - 1]):
            break
        end += 1
    return end


def _is_finished(line: Line) -> bool:
    return line.text[-1] in ".;:"


def _starts_body(line: Line) -> bool:
    if _PREAMBLE.match(line.folded) or AUTHORITY.search(line.text):
        return True
    paragraph = read_paragraphs([line], Layout(0, 0))[0]
    return paragraph.marker is not None and (paragraph.marker.style in NUMBER_STYLES or paragraph.marker.is_bullet)


def _tail_start(lines: list[Line], start: int) -> int:
    for index in range(start, len(lines)):
        text = lines[index].text
        if _RECIPIENTS.match(lines[index].folded) or (AUTHORITY.match(text) and is_capitals(text[:12])):
            return index
    for index in range(max(start, len(lines) - 12), len(lines)):
        post = POST.match(lines[index].text)
        if post and (post.end() == len(lines[index].text) or _SIGNED.match(lines[index].text, post.end())):
            return index
    return len(lines)


def _preamble_length(paragraphs: list[Paragraph], words: Lexicon) -> int:
    """How many paragraphs stand before the first section; none when the text begins inside one."""
    for index, paragraph in enumerate(paragraphs):
        numbered = paragraph.marker is not None and paragraph.marker.style in NUMBER_STYLES
        heading = paragraph.capitals or _is_labelled(paragraph, words)
        if (numbered or heading or paragraph.is_row) and not _PREAMBLE.match(paragraph.passage.folded):
            return index if _is_preamble(paragraphs[:index]) else 0
    return len(paragraphs) if _is_preamble(paragraphs) else 0


_LABELS = ("thoi gian", "dia diem", "thanh phan", "doi tuong", "noi dung", "hinh thuc", "to chuc thuc hien")


def _without_torn_labels(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[int]]:
    """The paragraphs without a label or lead-in at which the text breaks off, and the lines of what is left out."""
    torn: list[int] = []
    while paragraphs and _is_torn(paragraphs[-1]):
        torn += paragraphs[-1].passage.lines
        paragraphs = paragraphs[:-1]
    return paragraphs, torn


def _is_torn(paragraph: Paragraph) -> bool:
    folded = paragraph.passage.folded
    if len(folded) > 2 and any(label.startswith(folded) for label in _LABELS):
        return True
    if folded.endswith("sau:") and paragraph.passage.words > 8:
        return True
    short = paragraph.marker is not None and paragraph.passage.words <= 6 and ":" not in folded.rstrip(" :")
    return short and folded.startswith(_LABELS[:-1])


def _is_labelled(paragraph: Paragraph, words: Lexicon) -> bool:
    """A short line, or the short words before a colon, that name a part."""
    label = paragraph.passage.folded.split(":", 1)[0]
    kinds = words.kinds(label) if label == paragraph.passage.folded else words.leading_kinds(label)
    return bool(kinds) and len(label.split()) <= 8


def _is_preamble(paragraphs: list[Paragraph]) -> bool:
    return any(_PREAMBLE.match(paragraph.passage.folded) for paragraph in paragraphs)
