"""Where each line of a plan went, for the command line."""

from __future__ import annotations

from nghedan.domain.plans.reader.read import ReadPlan

NONE = "none"


def render_trace(read: ReadPlan) -> dict[str, list[str] | str]:
    """Every non-blank line's number (as text, for JSON) to the list of its paths, to "structure" or to "none"."""
    trace: dict[str, list[str] | str] = {}
    for line in read.lines:
        if not line.text.strip():
            continue
        paths = read.places.get(line.number, ())
        fields = [path for path in paths if path != "structure"]
        trace[str(line.number)] = fields or ("structure" if paths else NONE)
    return trace
