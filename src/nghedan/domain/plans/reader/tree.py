"""Paragraphs into a tree of headings and items. Numbers are not trusted; style, capitals and vocabulary are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nghedan.domain.plans.reader.paragraphs import Paragraph, is_capitals
from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.vocabulary import Kind, Lexicon


@dataclass(eq=False)
class Node:
    """A paragraph in its place. `label` is a heading or what stands before a colon, `rest` what follows it;
    `leading` are the kinds its label begins with."""

    paragraph: Paragraph | None
    style: str
    rank: int
    label: Passage | None = None
    rest: Passage | None = None
    kinds: frozenset[Kind] = frozenset()
    leading: frozenset[Kind] = frozenset()
    children: list[Node] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        """All its words."""
        return self.paragraph.passage if self.paragraph else Passage("", ())

    @property
    def is_heading(self) -> bool:
        """It announces something: all its words are label."""
        return self.label is not None and self.rest is None

    def walk(self) -> Iterator[Node]:
        """Itself and everything below, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


_RANKS = {
    "part": 6,
    "alpha": 8,
    "roman": 10,
    "arabic": 20,
    "decimal": 30,
    "decimal3": 35,
    "letter": 40,
    "star": 45,
    "dash": 50,
    "dot": 50,
    "plus": 60,
}
_BARE_HEADING = 42
_PROSE = 50
_CAPITAL_HEADING = 10
_MOST_LABEL_WORDS = 18
_MOST_HEADING_WORDS = 26
_COLON = re.compile(r"\s*:\s*")


def build_tree(paragraphs: Sequence[Paragraph], words: Lexicon) -> Node:
    """The tree of a plan's body under one root without words."""
    root = Node(None, "root", 0)
    stack = [root]
    for paragraph in paragraphs:
        node = _node(paragraph, words)
        _climb(stack, node)
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _node(paragraph: Paragraph, words: Lexicon) -> Node:
    label, rest = _split_label(paragraph, words)
    node = Node(paragraph, paragraph.marker.style if paragraph.marker else "none", 0, label, rest)
    if label:
        node.kinds, node.leading = words.announced(label.folded)
    node.rank = _rank(node, paragraph, words)
    if node.style == "none" and node.is_heading:
        node.style = "bare"
    if node.rank == _CAPITAL_HEADING:
        node.style += "-capitals"
    return node


def _rank(node: Node, paragraph: Paragraph, words: Lexicon) -> int:
    style, label, rest, kinds = node.style, node.label, node.rest, node.kinds
    if style == "none":
        if label is None or rest is not None:
            return _PROSE
        return _CAPITAL_HEADING if paragraph.capitals and kinds else _BARE_HEADING
    if style == "arabic" and words.uses("chapter numbered 1.") and label and is_capitals(label.text) and kinds:
        return _CAPITAL_HEADING
    return _RANKS[style]


def _climb(stack: list[Node], node: Node) -> None:
    """Leave the ancestors of `node` on the stack: to its nearest sibling in style, else to the first of lower rank."""
    if _opens_list(stack[-1], node):
        return
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == node.style:
            del stack[depth:]
            return
        if stack[depth].rank < node.rank:
            del stack[depth + 1 :]
            return


def _opens_list(top: Node, node: Node) -> bool:
    """A line that ends with a colon opens the list of another style below it."""
    if top.paragraph is None or node.style == top.style or node.rank <= _CAPITAL_HEADING:
        return False
    return (
        bool(top.passage.text.endswith(":"))
        and node.rank >= 40
        and top.rank >= 40
        and node.style not in ("none", "bare")
    )


def _split_label(paragraph: Paragraph, words: Lexicon) -> tuple[Passage | None, Passage | None]:
    """(label, rest): a heading has no rest; a plain item has no label."""
    passage = paragraph.passage
    numbered = paragraph.marker is not None and not paragraph.marker.is_bullet
    colon = _COLON.search(passage.text)
    if colon:
        label = passage.part(0, colon.start())
        rest = passage.part(colon.end())
        if 0 < label.words <= _MOST_LABEL_WORDS and not label.text[0].isdigit() and len(label.sentences()) == 1:
            if rest:
                return label, rest
            return (label, None) if _announces(paragraph, label, words, numbered) else (None, None)
    if passage.words > _MOST_HEADING_WORDS or is_row_text(paragraph):
        return None, None
    if numbered or _stands_out(paragraph, words):
        return passage.rstrip(".:"), None
    return None, None


def is_row_text(paragraph: Paragraph) -> bool:
    """A table row is never a heading."""
    return paragraph.is_row


def _announces(paragraph: Paragraph, label: Passage, words: Lexicon, numbered: bool) -> bool:
    """Whether "…:" with nothing behind is a heading rather than a lead-in sentence."""
    return numbered or paragraph.emphasis or label.words <= 14 or bool(words.kinds(label.folded) and label.words <= 8)


def _stands_out(paragraph: Paragraph, words: Lexicon) -> bool:
    if paragraph.marker is not None:
        return False
    if paragraph.capitals:
        return paragraph.passage.words >= 2
    text = paragraph.passage.text
    known = bool(words.kinds(paragraph.passage.folded))
    return (
        text[-1] not in ".;,…"
        and paragraph.passage.words <= 12
        and ((known and paragraph.passage.words <= 8) or paragraph.emphasis)
    )
