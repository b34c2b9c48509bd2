"""Measures how well fields are suggested; printed, without a sentence, by ``bench/field_suggestions.py``."""

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from nghedan.domain.matters.rules.suggesting import FieldWords, suggest_fields
from nghedan.domain.matters.starting_fields import starting_fields

WORDING = Path(__file__).parents[1] / "wording"
BLIND, DEVELOPMENT = WORDING / "field_sentences.tsv", WORDING / "development_sentences.tsv"


@dataclass(frozen=True, slots=True)
class Measured:
    """How often the right field stood first, or among the first three; by field as well."""

    total: int
    first: int
    three: int
    by_field: dict[str, tuple[int, int, int]]


def sentences(path: Path) -> list[tuple[str, str]]:
    """Return (code, sentence) pairs; lines that hold no pair of them are headings."""
    codes = {field.code for field in starting_fields()}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1]) for row in rows if len(row) == 2 and row[0] in codes]


def measure(path: Path) -> Measured:
    """Suggest fields for every sentence of a file."""
    fields = [FieldWords(field.code, field.keywords) for field in starting_fields()]
    total, first, three = Counter[str](), Counter[str](), Counter[str]()
    for code, sentence in sentences(path):
        suggested = [one.code for one in suggest_fields(sentence, fields)] or ["other"]
        total[code] += 1
        first[code] += suggested[0] == code
        three[code] += code in suggested[:3]
    by_field = {code: (total[code], first[code], three[code]) for code in sorted(total)}
    return Measured(total.total(), first.total(), three.total(), by_field)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson)."""
    z, share = 1.96, hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return middle - half, middle + half
