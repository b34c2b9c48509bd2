"""Tables: rows whose head names what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.tree import Node

_BAR = re.compile(r"\|")
_RULE = re.compile(r"^[\s|:-]*$")
Column = TypeVar("Column")


def read_rows(root: Node, column_of: Callable[[Passage], Column | None]) -> list[dict[Column, Passage]]:
    """One mapping of column to cell per row; a table whose head names fewer than two columns is left alone."""
    rows: list[dict[Column, Passage]] = []
    for table in _tables(root):
        columns = [column_of(cell) for cell in _cells(table[0].passage)]
        if sum(column is not None for column in columns) < 2:
            continue
        for node in table[1:]:
            cells = _cells(node.passage)
            named = [
                (column, cell) for column, cell in zip(columns, cells, strict=False) if column is not None and cell
            ]
            row = dict(reversed(named))
            if len(row) >= 2:
                rows.append(row)
    return rows


def table_heads(root: Node) -> Iterator[int]:
    """Lines that hold the head of a table or its rule."""
    for node in root.walk():
        if node.paragraph and node.paragraph.is_row and _RULE.match(node.passage.text):
            yield from node.passage.lines
    for table in _tables(root):
        yield from table[0].passage.lines


def _tables(root: Node) -> Iterator[list[Node]]:
    table: list[Node] = []
    for node in root.walk():
        if node.paragraph and node.paragraph.is_row:
            if not _RULE.match(node.passage.text):
                table.append(node)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _cells(row: Passage) -> list[Passage]:
    inner = row.strip(" ")
    start = 1 if inner.text.startswith("|") else 0
    end = len(inner.text) - 1 if inner.text.endswith("|") else len(inner.text)
    cells: list[Passage] = []
    for match in _BAR.finditer(inner.text, start, end):
        cells.append(inner.part(start, match.start()))
        start = match.end()
    return [*cells, inner.part(start, end)]
