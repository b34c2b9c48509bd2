"""Reads an issued dialogue plan (kế hoạch tiếp xúc, đối thoại) into data, every value linked to the lines that say it.

Rules over a tree of lines: `files` (bytes to lines) → `lines`, `paragraphs` (cleaned, joined) → `document`, `tree`,
`sections` (what means what) → one module per part of the plan → `read`. Pure Python; nothing is stored.
"""

from nghedan.domain.plans.reader.document import cut
from nghedan.domain.plans.reader.evidence import check_is_plan
from nghedan.domain.plans.reader.files import read_file, split_lines
from nghedan.domain.plans.reader.lines import SourceLine
from nghedan.domain.plans.reader.read import STRUCTURE, ReadPlan, empty_plan, read_document
from nghedan.domain.plans.reader.trace import render_trace
from nghedan.domain.plans.reader.unreadable import UnreadablePlan, unreadable
from nghedan.domain.plans.reader.vocabulary import lexicon

__all__ = [
    "STRUCTURE",
    "ReadPlan",
    "SourceLine",
    "UnreadablePlan",
    "empty_plan",
    "read_plan",
    "read_text",
    "render_trace",
]


def read_plan(source: bytes, filename: str = "") -> ReadPlan:  # noqa: ARG001 - names lie, the content decides
    """Read a DOCX, PDF, TXT or Markdown file, whatever its name says.

    Raises UnreadablePlan, whose message is one Vietnamese sentence, for a file that cannot be read or is no dialogue
    plan.
    """
    return _read(read_file(source))


def read_text(text: str) -> ReadPlan:
    """Read a plan given as text. Raises UnreadablePlan for an empty text and for one that is no dialogue plan."""
    if not text.strip():
        raise unreadable("reader.empty")
    return _read(split_lines(text))


def _read(lines: list[SourceLine]) -> ReadPlan:
    document = cut(lines, lexicon())
    check_is_plan(document)
    return read_document(document)
