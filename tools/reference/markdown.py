"""Tables in Markdown."""

from collections.abc import Iterable, Sequence


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under their columns; an empty cell is a dash."""
    head = [_line(columns), f"|{'---|' * len(columns)}"]
    return "\n".join([*head, *(_line([_cell(value) for value in row]) for row in rows)])


def code(text: object) -> str:
    return f"`{text}`" if text else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ") or "–"
