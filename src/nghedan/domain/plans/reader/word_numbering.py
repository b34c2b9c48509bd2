"""Automatic numbers of a Word file, which stand nowhere in its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = "-–+*•"


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists a Word file declares, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def marker(self, paragraph: Element) -> str:
        """The marker Word prints before a paragraph, with a blank behind it; empty when there is none."""
        number, depth = self._reference(paragraph)
        level = self.levels.get(number, {}).get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return (level.text if level.text in _SIGNS and level.text else "-") + " "
        counted = self.counters[number]
        counted[depth] = counted.get(depth, level.start - 1) + 1
        for deeper in [known for known in counted if known > depth]:
            del counted[deeper]
        return self._print(number, depth, level) + " "

    def _reference(self, paragraph: Element) -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        own = properties.find(f"{W}numPr")
        if own is not None:
            return value(own.find(f"{W}numId")), int(value(own.find(f"{W}ilvl")) or 0)
        return self.of_style.get(value(properties.find(f"{W}pStyle")), ("", 0))

    def _print(self, number: str, depth: int, level: _Level) -> str:
        text = level.text
        for index in range(depth + 1):
            known = self.levels[number].get(index, level)
            count = self.counters[number].get(index, known.start)
            text = text.replace(f"%{index + 1}", _figure(count, known.format))
        return text


def value(element: Element | None) -> str:
    """The w:val attribute."""
    return element.get(f"{W}val", "") if element is not None else ""


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """Lists from numbering.xml, and the styles that use them."""
    known = Numbering()
    if numbering is not None:
        abstract = {item.get(f"{W}abstractNumId", ""): _levels(item) for item in numbering.iter(f"{W}abstractNum")}
        for item in numbering.iter(f"{W}num"):
            known.levels[item.get(f"{W}numId", "")] = abstract.get(value(item.find(f"{W}abstractNumId")), {})
    for style in styles.iter(f"{W}style") if styles is not None else ():
        reference = style.find(f"{W}pPr/{W}numPr")
        if reference is not None:
            depth = int(value(reference.find(f"{W}ilvl")) or 0)
            known.of_style[style.get(f"{W}styleId", "")] = (value(reference.find(f"{W}numId")), depth)
    return known


def _levels(item: Element) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): _Level(
            value(level.find(f"{W}numFmt")) or "decimal",
            value(level.find(f"{W}lvlText")),
            int(value(level.find(f"{W}start")) or 1),
        )
        for level in item.findall(f"{W}lvl")
    }


def _figure(count: int, style: str) -> str:
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    if style in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if style == "upperLetter" else letter.lower()
    return str(count)


def _roman(count: int) -> str:
    figure = ""
    for worth, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        figure += sign * (count // worth)
        count %= worth
    return figure
