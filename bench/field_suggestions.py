"""How well the field of an opinion is suggested: figures only, never a sentence of those written blind."""

import sys
from pathlib import Path

from tests.domain.matters.rules.measure import BLIND, DEVELOPMENT, measure, wilson


def main(path: Path) -> None:
    """Print how often the right field stood first or among the first three, with 95 % intervals, and by field."""
    measured = measure(path)
    print(path.name, measured.total)
    for name, hits in (("first", measured.first), ("first three", measured.three)):
        low, high = wilson(hits, measured.total)
        print(f"{name}: {hits} = {hits / measured.total:.1%} ({low:.1%} to {high:.1%})")
    for code, (total, first, three) in measured.by_field.items():
        print(f"  {code:15} {total:3} {first:3} {three:3}")


if __name__ == "__main__":
    main(DEVELOPMENT if "development" in sys.argv else BLIND)
