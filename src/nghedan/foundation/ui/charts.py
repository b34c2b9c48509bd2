"""Geometry of the charts: figures to widths in percent. Drawn on the server, so that no script is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.foundation.ui.models import Bar


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with the widths of its drawing, in percent of the longest."""

    bar: Bar
    width: str
    before_width: str


def drawn(bars: Sequence[Bar]) -> list[DrawnBar]:
    """Return the bars with their widths; the longest fills the room, a zero shows as nothing."""
    longest = max((max(bar.value, bar.before or 0) for bar in bars), default=0)
    return [DrawnBar(bar, _percent(bar.value, longest), _percent(bar.before or 0, longest)) for bar in bars]


def _percent(value: int, longest: int) -> str:
    return f"{100 * value / longest:.1f}%" if longest else "0%"
