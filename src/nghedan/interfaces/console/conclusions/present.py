"""Items of a conclusion as rows, and the papers that say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import lacking, named
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.ui.models import Tag
from nghedan.interfaces.console.documents.present import state_tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date

PAPERS = ("conclusion", "result_notice")
"""The papers one makes from what stands on this page, in the order they are needed."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item: what it says, what it lacks, where it came from."""

    item: ConclusionItem
    name: str
    lacks: str
    facts: list[str]
    edit_href: str
    matter_href: str
    is_outdated: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the conclusion with its items."""

    title: str
    hint: str
    rows: list[ItemRow]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the conclusion: open it, or begin it."""

    code: str
    label: str
    href: str = ""
    tag: Tag | None = None
    number: str = ""


def rows_of(items: Sequence[ConclusionItem]) -> list[ItemRow]:
    return [_row(item) for item in items]


def parts_of(rows: Sequence[ItemRow]) -> list[Part]:
    """Return the parts that have items, what is to be done first."""
    parts = []
    for group in ItemGroup:
        listed = [row for row in rows if row.item.group == group]
        if listed:
            parts.append(Part(_(group.label), _(group.help), listed))
    return parts


def paper_rows(dialogue: Dialogue, papers: Sequence[OfficialPaper], *, may_begin: bool) -> list[PaperRow]:
    """Return the papers that stand, and those one could begin."""
    standing = {paper.kind: paper for paper in papers if paper.state not in (PaperState.DROPPED, PaperState.WITHHELD)}
    rows = []
    for code in PAPERS:
        kind, paper = PAPER_KINDS[code], standing.get(code)
        if paper is not None:
            ids = {"dialogue_id": dialogue.public_id, "paper_id": paper.public_id}
            page = href("official-paper", dialogue.locality, **ids)
            rows.append(PaperRow(code, _(kind.label), page, state_tag(paper), paper.number))
        elif may_begin and kind.is_for(dialogue):
            rows.append(PaperRow(code, _(kind.label)))
    return rows


def _row(item: ConclusionItem) -> ItemRow:
    ids = {"dialogue_id": item.dialogue.public_id, "conclusion_item_id": item.public_id}
    lacks = ", ".join(_(lack.label) for lack in lacking(item))
    return ItemRow(
        item=item,
        name=named(item),
        lacks=_("Chưa có %(lacks)s") % {"lacks": lacks} if lacks else "",
        facts=_facts(item),
        edit_href=href("conclusion-item", item.locality, **ids),
        matter_href=href("matter", item.locality, matter_id=item.matter.public_id) if item.matter else "",
        is_outdated=item.outcome is not None and item.outcome.state != OutcomeState.STANDING,
    )


def _facts(item: ConclusionItem) -> list[str]:
    told = (
        (_("Chủ trì: %(what)s"), item.unit.name if item.unit else ""),
        (_("Phối hợp: %(what)s"), item.supporting),
        (_("Thời hạn: %(what)s"), _day(item.due_on)),
        (_("Sản phẩm: %(what)s"), item.product),
        (_("Chuyển: %(what)s"), item.competent_body),
    )
    return [text % {"what": what} for text, what in told if what]


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
