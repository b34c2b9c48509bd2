"""How often a second something can be done."""

import time
from collections.abc import Callable
from typing import NamedTuple


class Rate(NamedTuple):
    """Times a second: by the clock on the wall, and by the processor's time, which busy neighbours disturb less."""

    wall: float
    cpu: float


def rate_of(action: Callable[[], object], seconds: float) -> Rate:
    """Do it for so many seconds, after three times that warm up."""
    for _warm_up in range(3):
        action()
    times, began, cpu = 0, time.perf_counter(), time.process_time()
    while (passed := time.perf_counter() - began) < seconds:
        action()
        times += 1
    return Rate(times / passed, times / (time.process_time() - cpu))
