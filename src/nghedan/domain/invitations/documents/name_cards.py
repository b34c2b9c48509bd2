"""BIỂN TÊN: cards for the table, two on a page of A4, folded along the dotted line, so that the name stands up."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from nghedan.domain.invitations.documents.entries import Entry, read_guests
from nghedan.domain.invitations.queries import TO_BE_ASKED
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import POSTER_A3
from nghedan.foundation.documents.model import (
    Block,
    CutLine,
    Document,
    Header,
    PageBreak,
    Sheet,
    Title,
    Together,
    WritingLines,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "name-cards"
LONGEST, LONGEST_NAME, LONG_NAME = 44, 54, 36
"""So many signs of what is below the name and of the name, so that a card stays half a page; a name longer than the
third figure takes three lines and all the room."""
FOLD_MM = 66.0
MARGIN_MM = 10
AT_TABLES = tuple(group for group in GuestGroup if group not in (GuestGroup.PEOPLE, GuestGroup.PRESS))
"""Who sits at a table with a card; the people and the press sit in the rows."""


def document_of(entries: Sequence[Entry]) -> Document:
    """Return the cards."""
    return Document(
        header=Header(()), subject="Biển tên", body=tuple(_pages(entries)),
        sheet=Sheet(margin_mm=MARGIN_MM, numbered=False),
    )  # fmt: skip


def _pages(entries: Sequence[Entry]) -> Iterator[Block]:
    for place, entry in enumerate(entries):
        if place:
            yield PageBreak() if place % 2 == 0 else CutLine("Cắt rời hai biển; gấp theo đường chấm")
        name = shorten(entry.called, LONGEST_NAME, placeholder=" …")
        about = shorten(entry.about, LONGEST, placeholder=" …") if len(name) <= LONG_NAME else ""
        yield Together((WritingLines(1, "", FOLD_MM), Title(name, about)))


def entries_for_tables(actor: Actor, public_id: str) -> tuple[Entry, ...]:
    """Return who sits at a table. Raises Dialogue.DoesNotExist."""
    _dialogue, entries = read_guests(actor, public_id, TO_BE_ASKED, "In biển tên")
    return tuple(entry for entry in entries if entry.group in AT_TABLES)


NAME_CARDS = document_type(
    DocumentType(
        code=CODE,
        label=_("Biển tên"),
        find=entries_for_tables,
        build=document_of,
        body_kind=lambda _entries: POSTER_A3,
        dated=lambda _entries: clock.today(),
    )
)
