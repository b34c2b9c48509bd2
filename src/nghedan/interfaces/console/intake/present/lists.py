"""Lists as they are shown: handed in, about to be written, being written, done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.opinions.models import OpinionList
from nghedan.domain.opinions.terms import ListState, Origin, RowVerdict
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Colour, SummaryRow, Tag
from nghedan.foundation.ui.numbers import grouped
from nghedan.interfaces.console.intake.present.rows import counts_of
from nghedan.interfaces.console.links import href

COLOURS = {ListState.STAGED: Colour.YELLOW, ListState.COMMITTING: Colour.BLUE, ListState.DONE: Colour.GREEN}
LEFT_OUT = (RowVerdict.WRONG, RowVerdict.REPEATED, RowVerdict.KNOWN, RowVerdict.SKIPPED)
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list in the list of lists."""

    href: str
    at: datetime
    tag: Tag
    total: int
    about: str


@dataclass(frozen=True, slots=True)
class LastLook:
    """What will be written and what not."""

    submit: str
    rows: list[SummaryRow]
    effects: list[str]
    ready: int


def list_rows(listed: Iterable[OpinionList], locality: Locality) -> list[ListLine]:
    return [
        ListLine(
            href("list", locality, list_id=one.public_id), one.created_at,
            Tag(_(ListState(one.state).label), COLOURS[ListState(one.state)]), one.total,
            " · ".join(filter(None, (_(Origin(one.origin).label), one.note, str(one.hamlet or "")))),
        )
        for one in listed
    ]  # fmt: skip


def facts_of(listed: OpinionList) -> list[str]:
    """Return what holds for the whole list, for one line under the heading."""
    addressed = listed.dialogue.theme if listed.dialogue else listed.body.name
    return [addressed, _(Origin(listed.origin).label), *filter(None, (listed.note, str(listed.hamlet or "")))]


def last_look(listed: OpinionList) -> LastLook:
    """Return what the clerk confirms: "Ghi 412 dòng vào sổ; 3 dòng bỏ qua" (one query)."""
    counts = counts_of(listed)
    ready, left = counts[RowVerdict.READY.value], sum(counts[one.value] for one in LEFT_OUT)
    write = ngettext("Ghi %(count)s dòng vào sổ", "Ghi %(count)s dòng vào sổ", ready) % {"count": grouped(ready)}
    leave = ngettext("%(count)s dòng bỏ qua", "%(count)s dòng bỏ qua", left) % {"count": grouped(left)}
    effects = [_("Mỗi dòng thành một ý kiến, có số riêng trong sổ; họ tên, điện thoại được cất giữ riêng.")]
    if left:
        effects.append(_("Không ghi: %(reasons)s.") % {"reasons": "; ".join(_reasons(counts))})
    addressed = listed.dialogue.theme if listed.dialogue else _("Ngoài các cuộc đối thoại")
    rows = [
        SummaryRow(_("Cho cuộc đối thoại"), addressed),
        SummaryRow(_("Nguồn"), _(Origin(listed.origin).label)),
        SummaryRow(_("Dòng ghi vào sổ"), grouped(ready)),
        SummaryRow(_("Dòng bỏ qua"), grouped(left)),
    ]
    return LastLook(f"{write}; {leave}" if left else write, rows, effects, ready)


def progress_of(listed: OpinionList) -> dict[str, object]:
    """Return how far the writing is, or what was left out (two queries)."""
    counts = counts_of(listed)
    written, waiting = counts[RowVerdict.WRITTEN.value], counts[RowVerdict.READY.value]
    left = listed.rows.filter(verdict__in=[one.value for one in LEFT_OUT]).order_by("position")
    named = [] if listed.state == ListState.COMMITTING else list(left[: MOST_NAMED + 1])
    return {
        "is_committing": listed.state == ListState.COMMITTING,
        "is_done": listed.state == ListState.DONE,
        "written": written,
        "to_write": written + waiting,
        "reasons": _reasons(counts),
        "left_out": [(row.position, _(RowVerdict(row.verdict).label)) for row in named[:MOST_NAMED]],
        "more_left_out": len(named) > MOST_NAMED,
    }


def _reasons(counts: dict[str, int]) -> list[str]:
    return [f"{grouped(counts[one.value])} {_(one.label).lower()}" for one in LEFT_OUT if counts[one.value]]
