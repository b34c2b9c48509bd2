"""How long a paper takes: `PYTHONPATH=src:. python bench/documents.py` prints milliseconds per file, warm."""

import statistics
import time
from dataclasses import replace

from nghedan.foundation.documents.compare import compare
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.renderers import KINDS, render
from nghedan.foundation.documents.signed_copy import text_of
from tests.foundation.documents import papers

ROUNDS = 20
STATE = by_code("nd30-2020")


def _milliseconds(document: Document, kind: str, rounds: int) -> tuple[float, float]:
    """Return the median and the longest of so many rounds after one that warms up; no two papers are the same."""
    render(document, STATE, kind)
    times = []
    for place in range(rounds):
        other = replace(document, subject=f"{document.subject} lần {place}", opening=(f"Lần {place}.",))
        started = time.perf_counter()
        render(other, STATE, kind)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times), max(times)


def main() -> None:
    """Measure a plan of two pages and a report with a table of 150 rows in each kind of file."""
    for name, document, rounds in (("plan", papers.state_plan(), ROUNDS), ("150 rows", papers.wide(150), 5)):
        for kind in KINDS:
            median, longest = _milliseconds(document, kind, rounds)
            print(f"{name:10} {kind:5} median {median:7.1f} ms, longest {longest:7.1f} ms")
        ours = render(document, STATE, "text").decode()
        started = time.perf_counter()
        compare(ours, text_of(render(document, STATE, "docx")))
        print(f"{name:10} drawn as docx, read back and compared {(time.perf_counter() - started) * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
