"""Rows of a list that waits, a page at a time: opened for the clerk's eyes, with what is wrong in which cell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.domain.opinions.models import ListRow, OpinionList
from nghedan.domain.opinions.rules.list_rows import KEEP, NOTICES, PROBLEMS, SKIP, UNKNOWN_HAMLET, StagedRow
from nghedan.domain.opinions.services.staging import columns_of, opened
from nghedan.domain.opinions.terms import ListColumn, RowVerdict
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop

PAGE = 50
ALL, PROBLEM = "all", "problems"
Columns = Sequence[tuple[int, ListColumn]]
DECISIONS = (SKIP, KEEP, "")
COLOURS = {
    RowVerdict.READY: Colour.GREEN, RowVerdict.WRONG: Colour.RED, RowVerdict.REPEATED: Colour.YELLOW,
    RowVerdict.KNOWN: Colour.BLUE, RowVerdict.SKIPPED: Colour.GREY, RowVerdict.WRITTEN: Colour.GREEN,
}  # fmt: skip
OFFERED = {
    RowVerdict.READY: (SKIP, gettext_noop("Bỏ qua")),
    RowVerdict.WRONG: (SKIP, gettext_noop("Bỏ qua")),
    RowVerdict.REPEATED: (KEEP, gettext_noop("Vẫn ghi")),
    RowVerdict.KNOWN: (KEEP, gettext_noop("Vẫn ghi")),
    RowVerdict.SKIPPED: ("", gettext_noop("Không bỏ qua nữa")),
}
"""Verdict -> the decision one press away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is used, under which title, what is told of it, and hamlets that may be meant."""

    title: str
    text: str
    told: str = ""
    is_wrong: bool = False
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its verdict and the decision one press away."""

    position: int
    tag: Tag
    cells: tuple[Cell, ...]
    decision: str
    decision_text: str
    correct_href: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of a list at once."""

    titles: list[str]
    rows: list[ShownRow]
    shown: list[Link]
    following: str
    query: str
    headings: list[str]
    columns: Mapping[int, ListColumn]
    needs_columns: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows the address asks for."""

    show: str
    after: int

    @property
    def query(self) -> str:
        return urlencode([("show", self.show), ("after", str(self.after))])


@dataclass(frozen=True, slots=True)
class RowToCorrect:
    """The texts of a row by what they are, and the hamlets to choose from, those meant perhaps apart."""

    texts: dict[ListColumn, str]
    hamlets: Sequence[Hamlet]
    near: list[Hamlet]


def asked_of(query: QueryDict) -> Asked:
    show, after = query.get("show", ALL), query.get("after", "")
    known = {ALL, PROBLEM, *(one.value for one in RowVerdict)}
    return Asked(show if show in known else ALL, int(after) if after.isdecimal() and len(after) < 9 else 0)


def kept(query: QueryDict) -> str:
    """Return the part of an address that says which rows are shown."""
    return asked_of(query).query


def counts_of(listed: OpinionList) -> Counter[str]:
    """Return verdict -> rows, and under "problems" those worth a look (one query)."""
    counts: Counter[str] = Counter()
    grouped = listed.rows.order_by().values("verdict", "problems").annotate(count=Count("pk"))
    for group in grouped:
        counts[group["verdict"]] += group["count"]
        if group["verdict"] != RowVerdict.READY or group["problems"]:
            counts[PROBLEM] += group["count"]
    return counts


def headings_of(listed: OpinionList) -> list[str]:
    """Return the heading of each column, "" where there is none."""
    headings: list[str] = listed.columns["headings"]
    first = listed.rows.exclude(content="").first()
    width = len(opened(listed, first).cells) if first else len(headings)
    return [*headings, *[""] * (width - len(headings))]


def page_of(listed: OpinionList, asked: Asked, counts: Counter[str], hamlets: Sequence[Hamlet]) -> Page:
    """Return a page of rows (two queries)."""
    columns, ordered, meant = columns_of(listed), _ordered(listed), _Meant(hamlets)
    found = _chosen(listed, asked.show).filter(position__gt=asked.after)
    rows = list(found[: PAGE + 1])
    more = rows[PAGE - 1].position if len(rows) > PAGE else 0
    return Page(
        titles=[_(meaning.label) for _place, meaning in ordered],
        rows=[_shown(listed, row, ordered, meant, asked) for row in rows[:PAGE]],
        shown=_links(asked, counts, listed.total),
        following=f"?{Asked(asked.show, more).query}" if more else "",
        query=asked.query,
        headings=headings_of(listed),
        columns=columns,
        needs_columns=not listed.columns["headings"] or ListColumn.WORDS not in columns.values(),
    )


def row_to_correct(listed: OpinionList, staged: StagedRow, hamlets: Sequence[Hamlet]) -> RowToCorrect:
    texts = {meaning: staged.cells[place] for place, meaning in _ordered(listed)}
    meant, text = _Meant(hamlets), texts.get(ListColumn.HAMLET, "")
    if (found := meant.found(text)) is not None:
        texts[ListColumn.HAMLET] = str(found)
    return RowToCorrect(texts, hamlets, meant.near(text))


def _ordered(listed: OpinionList) -> Columns:
    """Return the columns that are used: the words first, then in the order of what they are."""
    return sorted(columns_of(listed).items(), key=lambda pair: list(ListColumn).index(pair[1]))


def _chosen(listed: OpinionList, show: str) -> QuerySet[ListRow]:
    rows = listed.rows.order_by("position")
    if show == PROBLEM:
        return rows.exclude(verdict=RowVerdict.READY, problems={})
    return rows if show == ALL else rows.filter(verdict=show)


def _links(asked: Asked, counts: Counter[str], total: int) -> list[Link]:
    offered = [(ALL, _("Tất cả"), total), (PROBLEM, _("Cần xem"), counts[PROBLEM])]
    offered += [(one.value, _(one.label), counts[one.value]) for one in OFFERED if counts[one.value]]
    return [Link(text, f"?show={show}", current=show == asked.show, count=count) for show, text, count in offered]


def _shown(listed: OpinionList, row: ListRow, columns: Columns, meant: "_Meant", asked: Asked) -> ShownRow:
    staged, verdict = opened(listed, row), RowVerdict(row.verdict)
    decision, text = OFFERED[verdict]
    at = href("list-row", listed.locality, list_id=listed.public_id)
    return ShownRow(
        row.position, Tag(_(verdict.label), COLOURS[verdict]),
        tuple(_cell(one, staged.cells[place], row.problems.get(one.value, ""), meant) for place, one in columns),
        decision, _(text), f"{at}?at={row.position}&{asked.query}",
    )  # fmt: skip


def _cell(meaning: ListColumn, text: str, problem: str, meant: "_Meant") -> Cell:
    near = tuple(map(str, meant.near(text))) if problem == UNKNOWN_HAMLET else ()
    told = _(PROBLEMS[problem]) if problem else ""
    return Cell(_(meaning.label), text, told, bool(problem) and problem not in NOTICES, near)


class _Meant:
    """The hamlets that may be meant by a name."""

    def __init__(self, hamlets: Sequence[Hamlet]) -> None:
        self._names = HamletNames(KnownName(one.pk, one.kind_term, one.name) for one in hamlets)
        self._by_id = {one.pk: one for one in hamlets}

    def found(self, text: str) -> Hamlet | None:
        return self._by_id.get(self._names.find(text) or 0)

    def near(self, text: str) -> list[Hamlet]:
        return [self._by_id[one] for one in self._names.near(text)] if text else []
