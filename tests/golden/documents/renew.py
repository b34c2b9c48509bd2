"""Write the golden extracts anew: `PYTHONPATH=src:. python -m tests.golden.documents.renew`; read the difference."""

import json
from pathlib import Path
from typing import Any

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.renderers import render
from tests.foundation.documents import geometry, papers

HERE = Path(__file__).parent
CASES = {
    "state-plan": (papers.state_plan, "nd30-2020"),
    "party-plan-2018": (papers.party_plan, "hd36-2018"),
    "party-plan-2026": (papers.party_plan, "hd05-2026"),
    "minutes": (papers.minutes, "nd30-2020"),
    "letter": (papers.letter, "nd30-2020"),
    "wide-table": (papers.wide, "nd30-2020"),
}


def drawn(name: str, kind: str) -> bytes:
    """Return a case as a file of a kind."""
    paper, code = CASES[name]
    return render(paper(), by_code(code), kind)


def boxes(content: bytes) -> list[dict[str, Any]]:
    """Return what stands on each page: pieces of text and straight lines."""
    pages = zip(geometry.texts(content), geometry.lines(content), strict=True)
    return [{"texts": texts, "lines": lines} for texts, lines in pages]


def _one_a_line(pages: list[dict[str, Any]]) -> str:
    """Return the boxes as JSON with one box a line, so that a difference can be read."""
    written = []
    for page in pages:
        parts = []
        for kind, found in page.items():
            rows = ",\n".join("   " + json.dumps(box, ensure_ascii=False) for box in found)
            parts.append(f'  "{kind}": [\n{rows}\n  ]' if rows else f'  "{kind}": []')
        written.append(" {\n" + ",\n".join(parts) + "\n }")
    return "[\n" + ",\n".join(written) + "\n]\n"


if __name__ == "__main__":
    for name in CASES:
        (HERE / f"{name}.txt").write_bytes(drawn(name, "text"))
        (HERE / f"{name}.json").write_text(_one_a_line(boxes(drawn(name, "pdf"))), "utf-8")
