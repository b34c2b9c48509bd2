"""Petitions and restricted opinions as their readers see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.petition_limits import EXTENDED, limits_of
from nghedan.domain.matters.terms import MatterKind, PetitionState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import Colour, Limit, SummaryRow, Tag, TimelineEntry
from nghedan.interfaces.console.instructions import entry_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.restricted.forms import FORMS
from nghedan.kernel.deadlines import Due

COLOURS = {
    PetitionState.REGISTERED: Colour.YELLOW, PetitionState.GUIDED: Colour.BLUE, PetitionState.ACCEPTED: Colour.BLUE,
    PetitionState.TRANSFERRED: Colour.GREEN, PetitionState.SETTLED: Colour.GREEN, PetitionState.WITHDRAWN: Colour.GREY,
}  # fmt: skip
READINGS = ("opinion.read_restricted", "opinion.read_sealed")


@dataclass(frozen=True, slots=True)
class PetitionRow:
    """A line of the register."""

    number: str
    kind: str
    registered_on: date
    due_on: date | None
    tag: Tag
    href: str


@dataclass(frozen=True, slots=True)
class RestrictedRow:
    """A restricted opinion, before it is opened: number and date, nothing else."""

    number: str
    received_on: date
    is_sealed: bool
    href: str


def petition_rows(petitions: Sequence[Petition]) -> list[PetitionRow]:
    limits = limits_of(petitions)
    return [
        PetitionRow(
            number=str(one.opinion), kind=_(MatterKind(one.kind).label), registered_on=one.registered_on,
            due_on=_next(limits[one.pk]), tag=state_tag(one),
            href=href("petition", one.locality, petition_id=one.public_id),
        )
        for one in petitions
    ]  # fmt: skip


def state_tag(petition: Petition) -> Tag:
    state = PetitionState(petition.state)
    return Tag(_(state.label), COLOURS[state])


def facts_of(petition: Petition) -> list[SummaryRow]:
    rows: list[tuple[str, object]] = [
        (_("Loại"), _(MatterKind(petition.kind).label)),
        (_("Ngày vào sổ"), petition.registered_on),
        (_("Ngày thụ lý"), petition.accepted_on),
        (_("Cơ quan nhận đơn"), petition.sent_to),
        (_("Số văn bản"), petition.document_number),
        (_("Ghi chú"), petition.note),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def limits(petition: Petition) -> list[Limit]:
    """Return the limits that run for a petition, the ordinary one first."""
    dues = sorted(limits_of([petition])[petition.pk], key=lambda due: due.rule.code in EXTENDED)
    return [_limit(due) for due in dues]


def moves_of(actor: Actor, petition: Petition) -> list[tuple[Move, str]]:
    """Return the moves with a form of their own, each with its address."""
    moves = [(move, move.code.removeprefix("petition.")) for move in moves_for(actor, petition)]
    return [
        (move, href("petition-move", petition.locality, petition_id=petition.public_id, move=name))
        for move, name in moves
        if name in FORMS
    ]


def text_href(petition: Petition) -> str:
    """Return where the words are read: in the ledger, or where opening them is journalled."""
    opinion = petition.opinion
    if opinion.level == Level.RESTRICTED:
        return href("restricted-one", petition.locality, restricted_id=opinion.public_id)
    return href("opinion", petition.locality, opinion_id=opinion.public_id)


def restricted_rows(opinions: Iterable[Opinion]) -> list[RestrictedRow]:
    return [
        RestrictedRow(
            str(one), one.received_on, one.is_sealed, href("restricted-one", one.locality, restricted_id=one.public_id)
        )
        for one in opinions
    ]


def readings_of(opinion: Opinion) -> list[TimelineEntry]:
    """Return who has opened it, the latest first."""
    return [entry_of(one, {}) for one in timeline_of(opinion) if one.code in READINGS]


def _next(dues: Sequence[Due]) -> date | None:
    ordinary = [due.due_on for due in dues if due.rule.code not in EXTENDED]
    return min(ordinary, default=None)


def _limit(due: Due) -> Limit:
    rule = due.rule
    counted = [_(step.text) % {name: _(value) if isinstance(value, str) and value else value for name, value in step.params.items()} for step in due.steps]  # fmt: skip  # noqa: E501
    return Limit(
        label=_(rule.label), due_on=due.due_on, rank=_(rule.rank.label), basis=_(rule.basis), counted=counted,
        advised_on=due.advised_on if due.advised_on != due.due_on else None, strict=rule.code not in EXTENDED,
    )  # fmt: skip
