"""The order of steps: before, during and after the session."""

from __future__ import annotations

import re

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.sections import Zone, items_of
from nghedan.domain.plans.reader.tree import Node
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon

_PHASES = ((Kind.BEFORE, "before"), (Kind.AFTER, "after"), (Kind.DURING, "during"))
_PHASE_KINDS = frozenset(kind for kind, _name in _PHASES)
_LIMIT = re.compile(r"\d+ ngay(?: lam viec)? (?:truoc|ke tu|sau)|cham nhat")


def read_procedure(document: Document) -> dict[str, list[Passage]]:
    """Steps from the part on the order of steps; tasks of units are no steps."""
    steps: dict[str, list[Passage]] = {"before": [], "during": [], "after": []}
    outside = {
        id(node) for zone in (Zone.ORGANISATION, Zone.AIMS) for top in document.zones[zone] for node in top.walk()
    }
    _collect(document.root, outside, steps, document.words, in_procedure=False)
    return steps


def phase_of(node: Node) -> str | None:
    """The phase a heading opens."""
    if not node.kinds & _PHASE_KINDS or node.label is None or node.label.words > 14:
        return None
    return next((name for kind, name in _PHASES if kind in node.kinds), None)


def _collect(
    node: Node, outside: set[int], steps: dict[str, list[Passage]], words: Lexicon, *, in_procedure: bool
) -> None:
    for child in node.children:
        if id(child) in outside:
            continue
        in_part = in_procedure or (Kind.PROCEDURE in child.kinds and child.label is not None)
        phase = phase_of(child)
        if phase and (in_part or _opens_phase(child)):
            steps[phase] += [step for item in items_of(child) for step in _steps(item, words)]
        elif in_part and not in_procedure and not any(phase_of(below) for below in child.walk()):
            steps["during"] += list(items_of(child))
        else:
            _collect(child, outside, steps, words, in_procedure=in_part)


def _opens_phase(node: Node) -> bool:
    """Outside a part on the order of steps only a heading with steps below it opens a phase."""
    return (
        node.is_heading
        and bool(node.children)
        and node.rank <= 42
        and not node.kinds & {Kind.TOPICS, Kind.TIME, Kind.PARTICIPANTS}
    )


def _steps(item: Passage, words: Lexicon) -> list[Passage]:
    """A later sentence with a time limit of its own is a step of its own."""
    sentences = item.sentences() if words.uses("step with a limit of its own") else []
    for index in range(1, len(sentences)):
        if sentences[index].search(_LIMIT):
            return [Passage.join(sentences[:index]), Passage.join(sentences[index:])]
    return [item]
