"""Which column of a list holds what: by its heading, else by what stands in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from nghedan.domain.opinions.rules.list_rows import day_in
from nghedan.domain.opinions.terms import ListColumn
from nghedan.domain.organisations.rules.hamlet_names import HamletNames
from nghedan.kernel.vietnamese import fold

Columns = Mapping[int, ListColumn]

SEARCHED = 15
"""Rows among which the headings are looked for: above them stand the title, the body, the day."""
SAMPLE = 40

_NOT_WORDS = re.compile(r".*(?:tra loi|giai quyet|ket qua|tham quyen|don vi|tien do|tiep thu).*")
_HEADINGS = (
    (ListColumn.PHONE, re.compile(r".*(?:dien thoai|sdt|so dt|di dong|lien he).*|dt")),
    (ListColumn.DAY, re.compile(r"(?:ngay|thoi gian|thoi diem).*")),
    (ListColumn.WORDS, re.compile(r".*(?:noi dung|y kien|kien nghi|phan anh|de xuat|de nghi|cau hoi|nguyen vong).*")),
    (
        ListColumn.HAMLET,
        re.compile(r"(?:ten )?(?:thon|xom|ban|lang|ap|buon|bon|to dan pho|tdp|khu|khom|khoi|dia ban).*|to"),
    ),
    (ListColumn.ADDRESS, re.compile(r".*(?:dia chi|noi o|cho o|thuong tru).*")),
    (ListColumn.NAME, re.compile(r".*(?:ho (?:va )?ten|ho, ten|ten nguoi|cu tri|cong dan|ong.*ba).*|nguoi .*|ten")),
    (ListColumn.SOURCE, re.compile(r"(?:ghi chu|nguon|hoi nghi|cuoc hop).*")),
)
_WHO = re.compile(r"(?:ho (?:va )?ten |ten )?(?:nguoi|cu tri|cong dan)\b.*")
_PHONE = re.compile(r"(?:\+?84|0)[\d .-]{8,14}")


def find_headings(rows: Sequence[Sequence[str]]) -> tuple[int, Columns]:
    """Return how many rows stand above the list with its headings, and what these say; 0 and nothing without any.

    A row of headings names the words and something else, or the words alone above a single column.
    """
    best: tuple[int, Columns] = (0, {})
    for place, cells in enumerate(rows[:SEARCHED]):
        named = _named(cells)
        filled = sum(1 for cell in cells if cell.strip())
        tells = ListColumn.WORDS in named.values() and (len(named) > 1 or filled == 1 == len(cells))
        if tells and len(named) > len(best[1]):
            best = (place + 1, named)
    return best


def _named(cells: Sequence[str]) -> dict[int, ListColumn]:
    """Return what headings mean; the first column of a meaning has it."""
    found: dict[int, ListColumn] = {}
    for place, cell in enumerate(cells):
        meaning = _meaning(" ".join(fold(cell).split()))
        if meaning is not None and meaning not in found.values():
            found[place] = meaning
    return found


def _meaning(heading: str) -> ListColumn | None:
    if not heading or len(heading) > 80:
        return None
    if _WHO.fullmatch(heading):
        return ListColumn.NAME
    for meaning, pattern in _HEADINGS:
        if pattern.fullmatch(heading) and not (meaning is ListColumn.WORDS and _NOT_WORDS.fullmatch(heading)):
            return meaning
    return None


def guess_columns(named: Columns, rows: Sequence[Sequence[str]], hamlets: HamletNames) -> Columns:
    """Return what headings say, completed by what the cells below look like."""
    columns = dict(named)
    if ListColumn.HAMLET not in columns.values():
        _take(columns, ListColumn.HAMLET, rows, lambda text: hamlets.find(text) is not None, ListColumn.ADDRESS)
    if named:
        return columns
    _take(columns, ListColumn.PHONE, rows, lambda text: _PHONE.fullmatch(text) is not None)
    _take(columns, ListColumn.DAY, rows, lambda text: day_in(text) is not None)
    lengths = [(sum(len(cell) for cell in cells), -place) for place, cells in _columns(rows) if place not in columns]
    if lengths:
        columns[-max(lengths)[1]] = ListColumn.WORDS
    return columns


def _take(
    columns: dict[int, ListColumn], meaning: ListColumn, rows: Sequence[Sequence[str]],
    fits: Callable[[str], bool], instead_of: ListColumn | None = None,
) -> None:  # fmt: skip
    """Give a meaning to the first column in which at least half of what stands there fits."""
    for place, cells in _columns(rows):
        filled = [text for cell in cells if (text := cell.strip())]
        is_free = place not in columns or columns[place] is instead_of
        if is_free and filled and 2 * sum(map(fits, filled)) >= len(filled):
            columns[place] = meaning
            return


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return enumerate(zip(*rows[:SAMPLE], strict=True))
