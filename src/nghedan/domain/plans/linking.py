"""Which line of the source gave which value, found anew after a correction."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nghedan.kernel.vietnamese import fold

STRUCTURE = "structure"
"""Place of a line that carries form (a heading, the head of the paper) and no value."""

SHORTEST_MATCH = 12
"""Letters a line must share with a value to be taken for its source; shorter ones occur anywhere."""

Places = Mapping[str, Sequence[str]]
"""Number of a line, as text -> paths of the values it gave."""


def relinked(
    before: Mapping[str, Any], after: Mapping[str, Any], places: Places, lines: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Return the places of the lines for corrected data.

    A value that stayed, or moved within its list, keeps its lines; one corrected where it stood keeps them too; a new
    one is looked for in the lines. A line whose value was taken out has no place any more.
    """
    links = _Links(dict(_leaves(before)), dict(_leaves(after)), places, lines)
    found: dict[str, list[str]] = {number: [STRUCTURE] for number, paths in places.items() if STRUCTURE in paths}
    for path in links.after:
        for number in links.lines_of(path):
            found.setdefault(number, []).append(path)
    return {number: found[number] for number in sorted(found, key=int)}


def paths_to_lines(places: Places) -> dict[str, list[int]]:
    """Return each path, and every path above it, with the numbers of its lines in order."""
    found: dict[str, list[int]] = {}
    for number, paths in sorted(places.items(), key=lambda entry: int(entry[0])):
        for path in paths:
            for above in _with_those_above(path):
                known = found.setdefault(above, [])
                if int(number) not in known:
                    known.append(int(number))
    return found


class _Links:
    """Values before and after, and the lines of those before."""

    def __init__(
        self, before: Mapping[str, Any], after: Mapping[str, Any], places: Places, lines: Sequence[Mapping[str, Any]]
    ) -> None:
        self.before, self.after = before, after
        self.old_lines: dict[str, list[str]] = {}
        for number, paths in places.items():
            for path in paths:
                self.old_lines.setdefault(path, []).append(number)
        self.folded = [(str(line["number"]), _level(line["text"])) for line in lines]
        self.old_lists = _entries_per_list(before)
        self.new_lists = _entries_per_list(after)

    def lines_of(self, path: str) -> list[str]:
        value = self.after[path]
        moved = [old for old in self._same_list(path) if self.before[old] == value]
        if moved:
            return self._old_lines_at(path if path in moved else moved[0])
        if self._corrected_in_place(path):
            return self._old_lines_at(path)
        return self._searched(value) if isinstance(value, str) else []

    def _old_lines_at(self, path: str) -> list[str]:
        """Return the lines noted for the value, or for the record it is part of."""
        noted = [own for own in _with_those_above(path) if own in self.old_lines]
        return self.old_lines[noted[-1]] if noted else []

    def _same_list(self, path: str) -> Iterator[str]:
        """Yield the old paths of the same list of values; a value that is in no list has only its own."""
        shape = _shape(path)
        return (old for old in self.before if _shape(old) == shape)

    def _corrected_in_place(self, path: str) -> bool:
        shape = _shape(path)
        return path in self.before and self.old_lists.get(shape) == self.new_lists.get(shape)

    def _searched(self, value: str) -> list[str]:
        wanted = _level(value)
        if len(wanted) < SHORTEST_MATCH:
            return []
        whole = [number for number, text in self.folded if wanted in text]
        if whole:
            return whole[:1]
        return [number for number, text in self.folded if len(text) >= SHORTEST_MATCH and text in wanted]


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value that is no container with its path; what is absent is left out."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _leaves(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for index, below in enumerate(value):
            yield from _leaves(below, f"{path}.{index}")
    elif value is not None and value != "" and value is not False:
        yield path, value


def _shape(path: str) -> str:
    """Return the path without its positions: "sessions.0.topics.1" and "sessions.1.topics.0" are of one shape."""
    return ".".join("#" if part.isdigit() else part for part in path.split("."))


def _entries_per_list(leaves: Mapping[str, Any]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for path in leaves:
        counts[_shape(path)] = counts.get(_shape(path), 0) + 1
    return counts


def _with_those_above(path: str) -> Iterator[str]:
    parts = path.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def _level(text: str) -> str:
    """Fold a text and drop what a printer or a reader adds: marks of lists, emphasis, spaces."""
    return " ".join(fold(text).strip(" -–+*•.;:").replace("*", "").split())
