"""DANH SÁCH ĐẠI BIỂU: everybody invited, by group, with what they answered; for the desk at the door and the chair."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghedan.domain.invitations.documents.entries import Entry, by_group, occasion_of, read_guests
from nghedan.domain.invitations.queries import TO_BE_ASKED
from nghedan.domain.invitations.terms import GuestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import Align, Block, Column, Document, Header, Paragraph, Section, Sheet, Table
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "guest-list"
COLUMNS = (
    Column("Số", 0.6, Align.CENTER), Column("Họ và tên", 2.4), Column("Chức vụ, đơn vị, thôn", 3.4),
    Column("Trả lời", 1.5), Column("Ghi chú", 1.6),
)  # fmt: skip
LISTED = (*TO_BE_ASKED, GuestState.DECLINED, GuestState.REPLACED)
ANSWERS = {
    GuestState.LISTED: "Chưa trả lời", GuestState.INVITED: "Chưa trả lời", GuestState.ACCEPTED: "Sẽ dự",
    GuestState.DECLINED: "Không dự được", GuestState.REPLACED: "Cử người thay",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListFacts:
    """Whose conference it is, and who is on the list."""

    body: str
    occasion: str
    entries: tuple[Entry, ...]


def document_of(facts: ListFacts) -> Document:
    """Return the list."""
    return Document(
        header=Header((facts.body,)), kind="Danh sách đại biểu", subject=facts.occasion,
        body=(_sums(facts), *_groups(facts)), sheet=Sheet(margin_mm=14),
    )  # fmt: skip


def _sums(facts: ListFacts) -> Block:
    places = [one for one in facts.entries if one.state is not GuestState.REPLACED]
    coming = sum(one.state is GuestState.ACCEPTED for one in places)
    away = sum(one.state is GuestState.DECLINED for one in places)
    waiting = len(places) - coming - away
    return Paragraph(f"Tổng số {len(places)} đại biểu: {coming} sẽ dự, {away} không dự được, {waiting} chưa trả lời.")


def _groups(facts: ListFacts) -> Iterator[Section]:
    for group, entries in by_group(facts.entries).items():
        yield Section(f"{group.label} ({len(entries)})", (Table(COLUMNS, tuple(_row(one) for one in entries)),))


def _row(entry: Entry) -> tuple[str, ...]:
    """Tell a guest; where a post is invited its name is left to be written in."""
    name = entry.name if entry.title else entry.called
    return str(entry.number), name, entry.office, ANSWERS[entry.state], entry.note


def facts_of(actor: Actor, public_id: str) -> ListFacts:
    """Gather the list of a dialogue for who may read its names. Raises Dialogue.DoesNotExist."""
    dialogue, entries = read_guests(actor, public_id, LISTED, "In danh sách đại biểu")
    return ListFacts(dialogue.body.name, occasion_of(dialogue), entries)


GUEST_LIST = document_type(
    DocumentType(
        code=CODE,
        label=_("Danh sách đại biểu"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING,
        dated=lambda _facts: clock.today(),
    )
)
