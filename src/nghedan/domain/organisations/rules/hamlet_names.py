"""Finding the hamlet that is meant, however it is written: "Thôn Lân Hạ", "lan ha", "TDP số 05"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from nghedan.domain.organisations.rules.hamlet_list import read_hamlet_list
from nghedan.domain.organisations.rules.names import same_name_key
from nghedan.domain.organisations.terms import HamletKind
from nghedan.kernel.vietnamese import fold

MOST_NEAR = 3
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class KnownName:
    """A hamlet as it is called: its id, its kind, its name without the kind."""

    id: int
    kind: HamletKind
    name: str


class HamletNames:
    """The hamlets of a day by their names. What fits two of them is none: it must be chosen."""

    def __init__(self, hamlets: Iterable[KnownName]) -> None:
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._plain: dict[str, set[int]] = defaultdict(set)
        for hamlet in hamlets:
            for text in (f"{hamlet.kind.label} {hamlet.name}", hamlet.name):
                self._exact[same_name_key(text)].add(hamlet.id)
                self._plain[_plain(text)].add(hamlet.id)
        self._found: dict[str, int | None] = {}

    def find(self, text: str) -> int | None:
        """Return the id of the one hamlet meant, None if there is none or more than one."""
        if text not in self._found:
            self._found[text] = self._look(text)
        return self._found[text]

    def near(self, text: str) -> list[int]:
        """Return the ids of up to three hamlets whose names are most alike, the most alike first."""
        alike = get_close_matches(_plain(text), list(self._plain), n=2 * MOST_NEAR, cutoff=NEAR)
        ids = dict.fromkeys(found for key in alike for found in sorted(self._plain[key]))
        return list(ids)[:MOST_NEAR]

    def _look(self, text: str) -> int | None:
        for name in (text, *_names_read(text)):
            for key, known in self._keys(name):
                if len(ids := known.get(key, set())) == 1:
                    return next(iter(ids))
        return None

    def _keys(self, name: str) -> Iterator[tuple[str, dict[str, set[int]]]]:
        """Yield how a name is looked up: without marks only if it has none, for "Lân Hà" is not "Lân Hạ"."""
        exact, plain = same_name_key(name), _plain(name)
        yield exact, self._exact
        if " ".join(exact.split()) == plain:
            yield plain, self._plain


def _names_read(text: str) -> list[str]:
    """Return the name in a text read as a list of hamlets is, which knows short words for the kinds: "TDP số 05"."""
    listed = read_hamlet_list(text)
    if len(listed) != 1 or not listed[0].name or listed[0].kind is None:
        return []
    return [f"{listed[0].kind.label} {listed[0].name}", listed[0].name]


def _plain(text: str) -> str:
    return " ".join(fold(same_name_key(text)).split())
