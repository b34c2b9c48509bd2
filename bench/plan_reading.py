"""How well and how fast plans are read.

Run from the checkout: `python bench/plan_reading.py`. For every source plan (where shared/plans stands beside the
checkout) and every plan of our own writing it prints the score with all rules, the score without the rules and words
learnt from that plan alone, and the time to read it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from nghedan.domain.plans.reader.files import split_lines  # noqa: E402
from nghedan.domain.plans.reader.read import read_lines  # noqa: E402
from tests.domain.plans.reader.scoring import PLANS, Sample, agreement, corpus, macro  # noqa: E402


def samples() -> list[Sample]:
    """The source plans, then our own."""
    sources = sorted((PLANS / "text").glob("*.txt")) if PLANS else []
    read = [
        Sample(
            path.stem, path.read_text(encoding="utf-8"), json.loads((PLANS / "gold" / f"{path.stem}.json").read_text())
        )
        for path in sources
        if PLANS
    ]
    return read + corpus()


def measure(sample: Sample) -> tuple[float, float, float]:
    """Score with everything, score without what was learnt from this plan alone, seconds."""
    score = macro if PLANS else agreement
    lines = split_lines(sample.text)
    began = time.perf_counter()
    whole = read_lines(lines)
    seconds = time.perf_counter() - began
    left_out = read_lines(lines, without=sample.name)
    return score(whole.data, sample.gold), score(left_out.data, sample.gold), seconds


def main() -> None:
    """Print the table."""
    measured = {sample.name: measure(sample) for sample in samples()}
    print("measure:", "published scorer, macro F1" if PLANS else "own measure, equal values after folding")
    print(f"{'plan':22} {'all rules':>10} {'left out':>10} {'ms':>6}")
    for name, (whole, left_out, seconds) in measured.items():
        print(f"{name:22} {whole:10.3f} {left_out:10.3f} {seconds * 1000:6.0f}")
    means = [sum(column) / len(measured) for column in zip(*measured.values(), strict=True)]
    print(f"{'mean':22} {means[0]:10.3f} {means[1]:10.3f} {means[2] * 1000:6.0f}")


if __name__ == "__main__":
    main()
