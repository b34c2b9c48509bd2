"""DANH SÁCH KÝ NHẬN: for the accountant - who, as what, the sum left blank, and room to sign in large type."""

from nghedan.domain.invitations.documents.entries import by_group, occasion_of, read_guests
from nghedan.domain.invitations.documents.guest_list import ListFacts
from nghedan.domain.invitations.queries import TO_BE_ASKED
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import (
    Align,
    Column,
    Document,
    Header,
    Inline,
    Run,
    Sheet,
    Signature,
    Table,
    WritingLines,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "signing-list"
COLUMNS = (
    Column("TT", 0.6, Align.CENTER), Column("Họ và tên", 2.4), Column("Chức vụ, thôn", 3), Column("Số tiền", 1.3),
    Column("Ký nhận", 1.7),
)  # fmt: skip


def document_of(facts: ListFacts) -> Document:
    """Return the list, numbered through all groups, with an empty sum below."""
    ordered = [entry for entries in by_group(facts.entries).values() for entry in entries]
    rows: list[tuple[Inline, ...]] = [
        (str(place), one.name, one.office, "", "") for place, one in enumerate(ordered, 1)
    ]
    total: tuple[Inline, ...] = ("", (Run("Tổng cộng", bold=True),), f"{len(ordered)} người", "", "")
    return Document(
        header=Header((facts.body,)),
        kind="Danh sách ký nhận",
        subject=facts.occasion,
        body=(Table(COLUMNS, (*rows, total)), WritingLines(1, "Số tiền bằng chữ:")),
        signatures=(Signature("Người lập"), Signature("Kế toán"), Signature("Thủ trưởng đơn vị")),
        sheet=Sheet(margin_mm=14),
    )


def facts_of(actor: Actor, public_id: str) -> ListFacts:
    """Gather who is expected. Raises Dialogue.DoesNotExist."""
    dialogue, entries = read_guests(actor, public_id, TO_BE_ASKED, "In danh sách ký nhận")
    return ListFacts(dialogue.body.name, occasion_of(dialogue), entries)


SIGNING_LIST = document_type(
    DocumentType(
        code=CODE,
        label=_("Danh sách ký nhận"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING_LARGE,
        dated=lambda _facts: clock.today(),
    )
)
