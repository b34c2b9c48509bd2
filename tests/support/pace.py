"""Time in tests: of the processor, not of the clock; the best of several; limits as wide as the machine is slow.

A limit holds on the machine it was set on, and on one several times slower or busy with other tests; code that
becomes an order of magnitude slower still breaks it.
"""

import re
import time
from collections.abc import Callable
from functools import cache

USUAL_SECONDS = 0.018
"""Of `_yardstick` on the machine the limits were set on."""


def processor_seconds(work: Callable[[], object], *, times: int = 2) -> float:
    """The best of several: what shares the processor slows a run without its fault."""
    return min(_once(work) for _ in range(times))


def within(seconds: float) -> float:
    """The limit on this machine, in seconds of the processor; never narrower than the one given."""
    return seconds * max(1.0, processor_seconds(_yardstick, times=3) / USUAL_SECONDS)


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@cache
def _words() -> list[str]:
    return [f"tổ dân phố {number}, ngày {number % 28}/6/2026; " for number in range(2000)]


def _yardstick() -> None:
    """Work like that of the code measured: text cut, searched and put together."""
    pattern = re.compile(r"(?:ngày|tháng)\s*(\d{1,2})/(\d{1,2})")
    found = {}
    for _round in range(6):
        for word in _words():
            for match in pattern.finditer(word):
                found[match.start(), word[match.start() :].strip(" ;").casefold()] = match.groups()
    "".join(part for _start, part in sorted(found))


def let_a_code_live(seconds: float) -> None:
    """Wait, if need be, until a one-time code made now stays good for so many seconds; each lives half a minute."""
    left = 30 - time.time() % 30
    if left < seconds:
        time.sleep(left)
