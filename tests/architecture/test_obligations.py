"""Every line of the domain study stands once in the table of obligations, and what it points to exists."""

import re

from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "domain" / "obligations.md"
STATES = ("yes", "partly: ", "not yet: ", "not software: ")


def test_every_line_stands_there_once() -> None:
    numbers = [row[0] for row in _rows()]
    expected = [*map(str, range(1, 131)), *(f"P{one}" for one in range(1, 16)), *(f"W{one}" for one in range(1, 15))]
    assert numbers == expected


def test_what_is_done_names_its_code_and_its_test_and_the_rest_says_what_is_missing() -> None:
    silent = [
        number
        for number, _, state, where, shown_by in _rows()
        if not (state.startswith(STATES) and len(state) > len("no"))
        or (state == "yes" and not ("`" in where and "`tests/" in shown_by))
    ]
    assert silent == []


def test_everything_the_table_points_to_exists() -> None:
    missing = [
        f"{row[0]}: {path}"
        for row in _rows()
        for path in re.findall(r"`([^`]+)`", " ".join(row[3:]))
        if not ((ROOT if path.startswith("tests/") else ROOT / "src" / "nghedan") / path).exists()
    ]
    assert missing == []


def _rows() -> list[list[str]]:
    """Return the five cells of every row, heads and rules left out."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in rows if row[0] != "#"]
