"""All parts together: lines in, plan out, every value with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from nghedan.domain.plans.reader.aims import read_aims
from nghedan.domain.plans.reader.bases import read_bases
from nghedan.domain.plans.reader.channels import read_channels
from nghedan.domain.plans.reader.closing import read_closing
from nghedan.domain.plans.reader.committee import read_committee
from nghedan.domain.plans.reader.deadlines import read_deadlines
from nghedan.domain.plans.reader.document import Document, cut
from nghedan.domain.plans.reader.duties import is_closing, read_duties
from nghedan.domain.plans.reader.figures import read_attendance, read_hamlet_count
from nghedan.domain.plans.reader.head import read_head
from nghedan.domain.plans.reader.lines import SourceLine
from nghedan.domain.plans.reader.occasions import read_adhoc, read_frequency
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.procedure import read_procedure
from nghedan.domain.plans.reader.roles import read_delegate, read_head_role
from nghedan.domain.plans.reader.sessions import read_sessions
from nghedan.domain.plans.reader.tables import table_heads
from nghedan.domain.plans.reader.vocabulary import lexicon

STRUCTURE = "structure"


@dataclass(frozen=True)
class ReadPlan:
    """A plan as read.

    `data` follows the schema; `places` maps a line number to the paths of the values it gave ("sessions.0.topics.1") or
    to "structure"; a line that gave nothing is missing from it.
    """

    data: dict[str, Any]
    lines: tuple[SourceLine, ...]
    places: Mapping[int, tuple[str, ...]]

    @property
    def not_placed(self) -> tuple[SourceLine, ...]:
        """Non-blank lines that gave no value and are no structure."""
        return tuple(line for line in self.lines if line.text.strip() and line.number not in self.places)

    def lines_of(self, path: str) -> tuple[int, ...]:
        """Numbers of the lines a value, or anything below it, came from."""
        below = path + "."
        return tuple(
            number
            for number, paths in self.places.items()
            if any(own == path or own.startswith(below) for own in paths)
        )


def empty_plan() -> dict[str, Any]:
    """The schema with everything absent."""
    return {
        "issuer": {"name": None, "kind": None, "level": None},
        "number": None,
        "place": None,
        "date": {"year": None, "month": None, "day": None},
        "title": None,
        "year": None,
        "head_role": None,
        "delegate_role": None,
        "legal_bases": [],
        "purposes": [],
        "requirements": [],
        "sessions": [],
        "adhoc": {"allowed": False, "voter_threshold_percent": None, "text": None},
        "frequency_per_year_min": None,
        "procedure": {"before": [], "during": [], "after": []},
        "deadlines": [],
        "assignments": [],
        "committee": [],
        "channels": [],
        "recipients": [],
        "signer": {"authority_line": None, "title": None, "name": None},
        "expected_attendance": None,
        "hamlet_count": None,
    }


def read_lines(source: Sequence[SourceLine], *, without: str = "") -> ReadPlan:
    """Read a plan from its lines. `without` names a source plan whose own vocabulary is left out (for measuring)."""
    return read_document(cut(source, lexicon(without)))


def read_document(document: Document) -> ReadPlan:
    """Gather every part, settle the values and note which lines gave what."""
    found = _gather(document)
    places: dict[int, list[str]] = {}
    data = {key: _settle(value, key, places) for key, value in found.items()}
    for number in _structure(document):
        places.setdefault(number, [STRUCTURE])
    ordered = {number: tuple(dict.fromkeys(places[number])) for number in sorted(places)}
    return ReadPlan(data, document.source, MappingProxyType(ordered))


def _gather(document: Document) -> dict[str, Any]:
    head = read_head(document)
    closing = read_closing(document)
    found = empty_plan() | head
    found["head_role"] = read_head_role(document, head["title"])
    found["delegate_role"] = read_delegate(document)
    found["legal_bases"] = read_bases(document)
    found |= read_aims(document)
    found["sessions"] = read_sessions(document, head["title"], head["year"])
    found["adhoc"] = read_adhoc(document)
    found["frequency_per_year_min"] = read_frequency(document)
    found["procedure"] = read_procedure(document)
    found["deadlines"] = read_deadlines(document)
    found["assignments"] = read_duties(document)
    found["committee"] = read_committee(document)
    found["channels"] = read_channels(document)
    found |= closing
    found["expected_attendance"] = read_attendance(document)
    found["hamlet_count"] = read_hamlet_count(document, closing["recipients"])
    return found


def _settle(value: Any, path: str, places: dict[int, list[str]]) -> Any:
    """Plain data from traced values; notes on the way which lines gave what."""
    if isinstance(value, Passage | Fact):
        for number in value.lines:
            places.setdefault(number, []).append(path)
        return value.text if isinstance(value, Passage) else value.value
    if isinstance(value, dict):
        return {key: _settle(below, f"{path}.{key}", places) for key, below in value.items()}
    if isinstance(value, list):
        return [_settle(below, f"{path}.{index}", places) for index, below in enumerate(value)]
    return value


_MOST_HEADING_WORDS = 26


def _structure(document: Document) -> Iterator[int]:
    """Lines of form: what the stages noted, headings, and the sentence that ends the plan."""
    yield from document.structure
    yield from table_heads(document.root)
    for node in document.root.walk():
        heading = node.is_heading and (node.kinds or node.children) and node.passage.words <= _MOST_HEADING_WORDS
        if heading or is_closing(node):
            yield from node.passage.lines
