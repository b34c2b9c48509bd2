"""A list of guests that waits to be written: each row with its verdict and, where it is wrong, a form in place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.domain.invitations.models import GuestList, GuestRow
from nghedan.domain.invitations.rules.list_rows import KEEP, NOTICES, PROBLEMS, SKIP, StagedRow
from nghedan.domain.invitations.services.lists import opened, waiting_rows
from nghedan.domain.invitations.terms import GuestColumn, GuestVerdict
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.foundation.ui.models import Colour, Figure, Tag
from nghedan.interfaces.console.guests.forms.lists import GuestRowForm

COLOURS = {
    GuestVerdict.READY: Colour.GREEN, GuestVerdict.WRONG: Colour.RED, GuestVerdict.REPEATED: Colour.YELLOW,
    GuestVerdict.KNOWN: Colour.GREY, GuestVerdict.OVER: Colour.YELLOW, GuestVerdict.SKIPPED: Colour.GREY,
    GuestVerdict.WRITTEN: Colour.GREEN,
}  # fmt: skip
ANYWAY = (GuestVerdict.REPEATED, GuestVerdict.KNOWN, GuestVerdict.OVER)
"""What may be written all the same, if the clerk says so."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row as it is shown."""

    position: int
    tag: Tag
    name: str
    about: str
    told: list[tuple[str, bool]]
    form: GuestRowForm | None
    is_open: bool
    decision: str
    decision_text: str


def rows_of(listed: GuestList, hamlets: Sequence[Hamlet], failed: GuestRowForm | None = None) -> list[ListedRow]:
    """Return the rows that are not written yet, what is not ready with its form, the wrong ones' open (one query)."""
    names = HamletNames(KnownName(one.pk, one.kind_term, one.name) for one in hamlets)
    by_id = {one.pk: one for one in hamlets}
    shown = []
    for row in waiting_rows(listed).order_by("position"):
        staged, verdict, form = opened(listed, row), GuestVerdict(row.verdict), None
        prefix = f"r{row.position}"
        if failed is not None and failed.prefix == prefix:
            form = failed
        elif verdict not in (GuestVerdict.READY, GuestVerdict.SKIPPED):
            near = [by_id[pk] for pk in names.near(staged.text(GuestColumn.HAMLET))]
            form = GuestRowForm(texts=staged.texts, hamlets=hamlets, near=near, prefix=prefix)
        shown.append(_shown(row, staged, form))
    return shown


def _shown(row: GuestRow, staged: StagedRow, form: GuestRowForm | None) -> ListedRow:
    verdict = GuestVerdict(row.verdict)
    parts = (staged.text(one) for one in GuestColumn if one is not GuestColumn.NAME)
    decision, text = _decision(verdict, staged.decision)
    return ListedRow(
        row.position, Tag(_(verdict.label), COLOURS[verdict]), staged.text(GuestColumn.NAME),
        " · ".join(filter(None, parts)), _told(row.problems), form, verdict is GuestVerdict.WRONG, decision, text,
    )  # fmt: skip


def counts_of(listed: GuestList) -> Counter[str]:
    return Counter(listed.rows.values_list("verdict", flat=True))


def figures_of(counts: Counter[str]) -> list[Figure]:
    wrong = counts[GuestVerdict.WRONG.value]
    left = sum(counts[one.value] for one in (*ANYWAY, GuestVerdict.SKIPPED))
    return [
        Figure(counts[GuestVerdict.READY.value], _("dòng ghi được"), colour=Colour.GREEN),
        Figure(wrong, _("dòng cần sửa"), colour=Colour.RED if wrong else None),
        Figure(left, _("dòng để lại")),
    ]


def _told(problems: dict[str, str]) -> list[tuple[str, bool]]:
    told = [(_(GuestColumn(column).label), code) for column, code in problems.items()]
    return [(f"{label}: {_(PROBLEMS[code])}", code not in NOTICES) for label, code in told]


def _decision(verdict: GuestVerdict, decided: str) -> tuple[str, str]:
    """Return what the button of a row sends, and what stands on it."""
    if decided:
        return "", _("Xét lại")
    return (KEEP, _("Vẫn ghi")) if verdict in ANYWAY else (SKIP, _("Bỏ qua"))
