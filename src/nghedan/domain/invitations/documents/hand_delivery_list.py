"""DANH SÁCH GIAO GIẤY MỜI TẬN TAY: to whom a letter is brought because none was mailed; each signs for it."""

from collections.abc import Iterator

from nghedan.domain.invitations.documents.entries import Entry, by_group, occasion_of, read_guests
from nghedan.domain.invitations.documents.guest_list import ListFacts
from nghedan.domain.invitations.mailing import to_be_brought
from nghedan.domain.invitations.queries import TO_BE_ASKED
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Header,
    Paragraph,
    Section,
    Sheet,
    Signature,
    Table,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "hand-delivery-list"
COLUMNS = (
    Column("Số", 0.6, Align.CENTER), Column("Họ và tên", 2.4), Column("Chức vụ, đơn vị, thôn", 3.2),
    Column("Ngày nhận", 1.3), Column("Ký nhận", 1.8),
)  # fmt: skip
NOBODY = "Mọi giấy mời đã gửi qua thư điện tử."


def document_of(facts: ListFacts) -> Document:
    """Return the list."""
    return Document(
        header=Header((facts.body,)), kind="Danh sách giao giấy mời tận tay", subject=facts.occasion,
        body=(*_groups(facts.entries),) or (Paragraph(NOBODY),), sheet=Sheet(margin_mm=14),
        signatures=(Signature("Người giao"),),
    )  # fmt: skip


def _groups(entries: tuple[Entry, ...]) -> Iterator[Block]:
    for group, ones in by_group(entries).items():
        rows = tuple((str(one.number), one.name if one.title else one.called, one.office, "", "") for one in ones)
        yield Section(f"{group.label} ({len(ones)})", (Table(COLUMNS, rows),))


def facts_of(actor: Actor, public_id: str) -> ListFacts:
    """Gather to whom a letter is still to be brought. Raises Dialogue.DoesNotExist."""
    why = "In danh sách giao giấy mời tận tay"
    dialogue, entries = read_guests(actor, public_id, TO_BE_ASKED, why, to_be_brought)
    return ListFacts(dialogue.body.name, occasion_of(dialogue), entries)


HAND_DELIVERY_LIST = document_type(
    DocumentType(
        code=CODE,
        label=_("Danh sách giao giấy mời tận tay"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING,
        dated=lambda _facts: clock.today(),
    )
)
