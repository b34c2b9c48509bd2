"""Time limits: how a rule becomes a day, why it is that day, and which traps a chosen day brings."""

from nghedan.kernel.deadlines.counting import evaluate
from nghedan.kernel.deadlines.rules import (
    DeadlineRule,
    Direction,
    Due,
    Rank,
    Roll,
    Step,
    Unit,
    Warning,  # noqa: A004 - a warning to the clerk, not to the programmer
    strictest,
    strictness,
)
from nghedan.kernel.deadlines.traps import warnings

__all__ = [
    "DeadlineRule",
    "Direction",
    "Due",
    "Rank",
    "Roll",
    "Step",
    "Unit",
    "Warning",
    "evaluate",
    "strictest",
    "strictness",
    "warnings",
]
