"""Stacks, sheets and runs of slips as they are shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.domain.opinions.models import Opinion, Sheet, SlipRun, Stack
from nghedan.domain.opinions.queries import opinions_visible_to, sheets_visible_to
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.terms import OpinionState, SheetState, StackState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.ledger.present.wording import first_words, number_of
from nghedan.interfaces.console.links import href

COLOURS = {StackState.WAITING: Colour.BLUE, StackState.SPLIT: Colour.GREEN, StackState.FAILED: Colour.RED}
LAST = 5
MOST_IN_FILE = 60
"""Slips in one file for printing: such a file is made in about a second."""


@dataclass(frozen=True, slots=True)
class StackRow:
    """A stack that was handed in, and how far it has come."""

    at: datetime
    href: str
    note: str
    tag: Tag
    split: int
    pages: int
    waiting: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run of slips, and how many have come back."""

    hamlet: str
    dialogue: str
    at: datetime
    count: int
    returned: int
    links: list[Link]


@dataclass(frozen=True, slots=True)
class Counted:
    """How far somebody has come with keying."""

    keyed: int
    waiting: int


def in_order(sheets: ScopedQuerySet[Sheet]) -> ScopedQuerySet[Sheet]:
    """Order sheets as they are keyed: stack by stack, then what was photographed one by one."""
    return sheets.order_by(F("stack_id").asc(nulls_last=True), "position", "pk")


def waiting_sheets(actor: Actor) -> ScopedQuerySet[Sheet]:
    return in_order(sheets_visible_to(actor).filter(state=SheetState.WAITING))


def counted(actor: Actor, sheet: Sheet | None = None) -> Counted:
    """Count the sheets keyed and waiting: of the sheet's stack, else of all (one query)."""
    sheets = sheets_visible_to(actor)
    if sheet is not None and sheet.stack_id:
        sheets = sheets.filter(stack_id=sheet.stack_id)
    sums = sheets.order_by().aggregate(
        keyed=Count("pk", filter=Q(state=SheetState.KEYED)), waiting=Count("pk", filter=Q(state=SheetState.WAITING))
    )
    return Counted(**sums)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with the sheet before: written down, with its code, or set aside."""

    number: str = ""
    code: str = ""
    aside: Sheet | None = None


def just_done(actor: Actor, opinion_id: str, sheet_id: str) -> Done | None:
    """Return what was done last (at most one query)."""
    if opinion_id:
        keyed = opinions_visible_to(actor).select_related("slip").filter(public_id=opinion_id).first()
        return Done(number_of(keyed), receipt_of(keyed)) if keyed else None
    set_aside = sheets_visible_to(actor).filter(state=SheetState.SET_ASIDE)
    aside = set_aside.filter(public_id=sheet_id).first() if sheet_id else None
    return Done(aside=aside) if aside else None


def last_keyed(actor: Actor) -> list[tuple[Opinion, str]]:
    """Return what the actor keyed from sheets last, each with its first words."""
    mine = opinions_visible_to(actor).filter(entered_by_id=actor.user_id, sheet__isnull=False)
    return [(one, first_words(one)) for one in mine.exclude(state=OpinionState.VOID).order_by("-pk")[:LAST]]


def stack_rows(stacks: Iterable[Stack], sheets: Mapping[int, Counted], locality: Locality) -> list[StackRow]:
    return [stack_row(stack, sheets.get(stack.pk, Counted(0, 0)), locality) for stack in stacks]


def stack_row(stack: Stack, counts: Counted, locality: Locality) -> StackRow:
    state = StackState(stack.state)
    return StackRow(
        stack.created_at, href("stack", locality, stack_id=stack.public_id), stack.note or str(stack.hamlet or ""),
        Tag(_(state.label), COLOURS[state]), counts.keyed, stack.pages, counts.waiting,
    )  # fmt: skip


def sheets_in(actor: Actor, stacks: Sequence[Stack]) -> dict[int, Counted]:
    """Return stack -> its sheets made so far (as ``keyed``) and those still waiting (one query)."""
    rows = sheets_visible_to(actor).filter(stack__in=stacks).order_by().values("stack_id")
    sums = rows.annotate(all=Count("pk"), waiting=Count("pk", filter=Q(state=SheetState.WAITING)))
    return {row["stack_id"]: Counted(row["all"], row["waiting"]) for row in sums}


def run_rows(runs: Iterable[SlipRun], locality: Locality) -> list[RunRow]:
    return [
        RunRow(
            str(run.hamlet or _("không ghi sẵn thôn")), run.dialogue.theme if run.dialogue else "", run.created_at,
            run.count, getattr(run, "returned", 0),
            [
                Link(name, href("paper-file", locality, code="slips", public_id=run.public_id, ending=ending))
                for name, ending in (("PDF", "pdf"), ("Word", "docx"))
            ],
        )
        for run in runs
    ]  # fmt: skip


def files_of(runs: Sequence[SlipRun], locality: Locality) -> list[Link]:
    """Return links to files of several runs each, none too large to be made while one waits."""
    page = href("slips-file", locality)
    asked = [urlencode([("run", one.public_id) for one in part]) for part in _parts(runs)]
    return [Link(_("Tệp in %(number)s") % {"number": at}, f"{page}?{ask}") for at, ask in enumerate(asked, start=1)]


def _parts(runs: Sequence[SlipRun]) -> Iterator[list[SlipRun]]:
    part: list[SlipRun] = []
    for run in runs:
        if part and sum(one.count for one in part) + run.count > MOST_IN_FILE:
            yield part
            part = []
        part.append(run)
    if part:
        yield part
