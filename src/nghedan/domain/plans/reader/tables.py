"""Tables of sessions: rows whose head names the parts of a session."""

from __future__ import annotations

import re

from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon

_BAR = re.compile(r"\|")
_RULE = re.compile(r"^[\s|:-]*$")
_PARTS = (Kind.TIME, Kind.AUDIENCE, Kind.TOPICS, Kind.VENUE, Kind.PARTICIPANTS)


def read_tables(root: Node, words: Lexicon) -> list[dict[Kind, Passage]]:
    """One mapping of part to cell per row; a table whose head names fewer than two parts is left alone."""
    rows: list[dict[Kind, Passage]] = []
    columns: list[Kind | None] = []
    for node in root.walk():
        if node.paragraph is None or not node.paragraph.is_row:
            columns = [] if node.paragraph is not None else columns
            continue
        cells = _cells(node.passage)
        if not columns:
            columns = _columns(cells, words)
        elif not _RULE.match(node.passage.text):
            rows.append({kind: cell for kind, cell in zip(columns, cells, strict=False) if kind and cell})
    return [row for row in rows if len(row) >= 2]


def _cells(row: Passage) -> list[Passage]:
    inner = row.strip("| ")
    cells: list[Passage] = []
    start = 0
    for match in _BAR.finditer(inner.text):
        cells.append(inner.part(start, match.start()))
        start = match.end()
    return [*cells, inner.part(start)]


def _columns(cells: list[Passage], words: Lexicon) -> list[Kind | None]:
    columns = [next((kind for kind in _PARTS if kind in words.kinds(cell.folded)), None) for cell in cells]
    return columns if sum(kind is not None for kind in columns) >= 2 else []
