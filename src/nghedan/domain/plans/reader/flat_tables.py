"""Tables whose rules were lost, as PDF tools leave them: a line of column heads, then numbered rows without bars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghedan.domain.plans.reader.letters import CAPITAL, SMALL
from nghedan.domain.plans.reader.lines import CELL, Line
from nghedan.domain.plans.reader.passages import Passage

_HEADS = {
    "number": r"(?:stt|tt|so tt)",
    "time": r"thoi gian(?: to chuc| du kien)?",
    "audience": r"doi tuong(?: doi thoai)?",
    "topics": r"noi dung(?: doi thoai)?|chu de",
    "venue": r"dia diem(?: to chuc)?",
    "participants": r"thanh phan(?: tham du| moi)?",
    "note": r"ghi chu",
}
_HEAD = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})\b)" for name, pattern in _HEADS.items()))
_TIME = re.compile(
    r"^.{0,40}?(?:quy\s*(?:iv|i{1,3}|[1-4])|\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*20\d\d)?|thang\s*\d{1,2})"
    r"(?:\s*(?:/|-|\.|thang|nam)\s*\d{1,4})*(?:\s*\([^)]{1,20}\))?"
)
_VENUE = re.compile(
    r"\b(?:hoi truong|nha van hoa|tru so|trung tam|nha sinh hoat|san|truong|dinh|phong hop|nha da nang)\b"
)
_NEW_CELL = re.compile(rf"(?<=[{SMALL}]) (?=[{CAPITAL}][{SMALL}]* [{SMALL}])")
_MOST_ROW_LINES = 12


def flat_table(lines: Sequence[Line], start: int) -> tuple[list[Passage], int] | None:
    """The rows, head first, cells parted by bars, and the index behind them; nothing where no table begins."""
    if "tt" not in lines[start].folded:  # every word for the first column has it, few other lines do
        return None
    heads = list(_HEAD.finditer(lines[start].folded))
    names = [str(head.lastgroup) for head in heads]
    if len(set(names)) < 3 or names[0] != "number" or _HEAD.sub("", lines[start].folded).strip():
        return None
    rows = [Passage.join((lines[start].passage.group(head) for head in heads), CELL)]
    index = start + 1
    while index < len(lines) and _begins_row(lines[index], len(rows)):
        end = index + 1
        while end < len(lines) and end - index < _MOST_ROW_LINES and _goes_on(lines[end], len(rows) + 1):
            end += 1
        words = Passage.join(line.passage for line in lines[index:end])
        rows.append(Passage.join(_cells(words, names), CELL))
        index = end
    return (rows, index) if len(rows) > 1 else None


def _begins_row(line: Line, number: int) -> bool:
    return bool(re.match(rf"0?{number}\s+\S", line.text))


def _goes_on(line: Line, following: int) -> bool:
    heading = re.match(r"(?:[IVX]+|\d{1,2})\s*[./)-]|nơi nhận|trên đây", line.text, re.IGNORECASE)
    return not heading and not line.emphasis and line.gap < 2 and not _begins_row(line, following)


def _cells(row: Passage, names: list[str]) -> list[Passage]:
    """Cut a row where its columns must begin: behind the time, before the venue, else at a capital that opens words."""
    number = re.match(r"\d+\s+", row.text)
    begin = number.end() if number else 0
    cells = [row.part(0, begin)]
    wanted = [name for name in names if name not in ("number", "note")]
    rest = row.part(begin)
    behind: list[Passage] = []
    if wanted and wanted[0] == "time" and (time := rest.search(_TIME)):
        cells.append(rest.part(0, time.end()))
        rest, wanted = rest.part(time.end()), wanted[1:]
    if wanted and wanted[-1] == "venue" and (places := list(_VENUE.finditer(rest.folded))):
        behind = [rest.part(places[-1].start())]
        rest, wanted = rest.part(0, places[-1].start()), wanted[:-1]
    while len(wanted) > 1 and (cut := _NEW_CELL.search(rest.text)):
        cells.append(rest.part(0, cut.start()))
        rest, wanted = rest.part(cut.end()), wanted[1:]
    return [*cells, *([rest] if wanted else []), *behind]
