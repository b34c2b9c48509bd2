"""One opinion: what is known of it, what became of it, what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import SummaryRow, TimelineEntry
from nghedan.interfaces.console.instructions import entry_of
from nghedan.interfaces.console.ledger.present import wording
from nghedan.interfaces.console.links import href

CLASSIFY = "opinion.classify"
PAGES = {
    CLASSIFY: "opinion-classify",
    "opinion.correct": "opinion-correct",
    "opinion.edit": "opinion-edit",
    "opinion.restrict": "opinion-restrict",
    "opinion.void": "opinion-void",
}
"""Move -> the page it is made on; some belong to the area of classifying."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter an opinion raises."""

    title: str
    state: str
    unit: str
    href: str


def facts_of(opinion: Opinion) -> list[SummaryRow]:
    rows: list[tuple[str, object]] = [
        (_("Ngày nhận"), opinion.received_on),
        (_("Nguồn"), ": ".join(filter(None, (wording.origin_of(opinion), opinion.source)))),
        (_("Thôn, tổ dân phố"), str(opinion.hamlet or _("chưa rõ"))),
        (_("Gửi tới"), opinion.body.name),
        (_("Cuộc đối thoại"), opinion.dialogue.theme if opinion.dialogue else ""),
        (_("Số phiếu"), opinion.slip.number if opinion.slip else ""),
        (_("Trả lời"), wording.reply_of(opinion)),
        (_("Công khai họ tên"), _("đồng ý") if opinion.may_publish_name else _("không")),
        (_("Mã tra cứu"), receipt_of(opinion) if opinion.number else ""),
        (_("Lý do ghi sau cùng"), opinion.reason),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def matter_rows(matters: Iterable[Matter]) -> list[MatterRow]:
    return [
        MatterRow(
            one.title, _(MatterState(one.state).label), one.unit.name if one.unit else "",
            _page("matter", one, matter_id=one.public_id),
        )
        for one in matters
    ]  # fmt: skip


def moves_of(actor: Actor, opinion: Opinion) -> list[tuple[Move, str]]:
    """Return the moves that have a page, each with its address; classifying, the next thing, first."""
    moves = ((_to_page(move), PAGES[move.code]) for move in moves_for(actor, opinion) if move.code in PAGES)
    found = ((move, _page(name, opinion, opinion_id=opinion.public_id)) for move, name in moves)
    return sorted(((move, address) for move, address in found if address), key=lambda one: one[0].code != CLASSIFY)


def _to_page(move: Move) -> Move:
    """Classifying is work on a page of its own, open before it can be finished."""
    return replace(move, label=_("Phân loại, xử lý ý kiến"), allowed=True) if move.code == CLASSIFY else move


def entries_of(opinion: Opinion) -> list[TimelineEntry]:
    return [entry_of(one, {}) for one in timeline_of(opinion)]


def _page(name: str, of: Opinion | Matter, **ids: str) -> str:
    """Return the address of a page of another area, "" while there is none."""
    try:
        return href(name, of.locality, **ids)
    except NoReverseMatch:
        return ""
