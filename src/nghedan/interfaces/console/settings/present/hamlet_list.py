"""A pasted list as it was understood, line by line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.organisations.rules.hamlet_list import ListedHamlet
from nghedan.domain.organisations.rules.hamlet_verdicts import JudgedLine
from nghedan.domain.organisations.terms import Verdict
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.foundation.ui.numbers import grouped

COLOURS = {
    Verdict.NEW: Colour.GREEN,
    Verdict.CHANGED: Colour.BLUE,
    Verdict.KNOWN: Colour.GREY,
    Verdict.SKIPPED: Colour.GREY,
    Verdict.REPEATED: Colour.GREY,
    Verdict.UNREADABLE: Colour.YELLOW,
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: as pasted, as understood (or why not), and what will become of it."""

    number: int
    source: str
    understood: str
    problem: str
    verdict: Tag


@dataclass(frozen=True, slots=True)
class Preview:
    """The list as a whole; ``stored`` lines would be added or changed."""

    rows: Sequence[LineRow]
    counts: Sequence[tuple[Tag, int]]
    stored: int
    unreadable: int
    voters: int


def preview_of(lines: Sequence[JudgedLine]) -> Preview:
    """Return what the page shows; unclear lines stand first, since they need a hand."""
    counts = Counter(line.verdict for line in lines)
    stored = [line for line in lines if line.verdict in (Verdict.NEW, Verdict.CHANGED)]
    rows = sorted(map(_row, lines), key=lambda row: (not row.problem, row.number))
    return Preview(
        rows=rows,
        counts=[(_tag(verdict), counts[verdict]) for verdict in Verdict if counts[verdict]],
        stored=len(stored),
        unreadable=counts[Verdict.UNREADABLE],
        voters=sum(line.listed.voters or 0 for line in stored),
    )


def _row(line: JudgedLine) -> LineRow:
    listed = line.listed
    problem = _(listed.problem) % listed.params if listed.problem else ""
    return LineRow(listed.line, listed.source, "" if problem else _understood(listed), problem, _tag(line.verdict))


def _understood(listed: ListedHamlet) -> str:
    """Return a line as it will be stored: "thôn Lũng Mây · 412 cử tri · Nông Văn Kha"."""
    if listed.kind is None or listed.is_heading:
        return ""
    parts = [f"{_(listed.kind.label)} {listed.name}"]
    if listed.voters is not None:
        voters = ngettext("%(count)s cử tri", "%(count)s cử tri", listed.voters)
        parts.append(voters % {"count": grouped(listed.voters)})
    if listed.households is not None:
        households = ngettext("%(count)s hộ", "%(count)s hộ", listed.households)
        parts.append(households % {"count": grouped(listed.households)})
    if listed.head_name:
        parts.append(f"{_(listed.kind.head_title)} {listed.head_name}")
    return " · ".join(parts)


def _tag(verdict: Verdict) -> Tag:
    return Tag(_(verdict.label), COLOURS[verdict])
