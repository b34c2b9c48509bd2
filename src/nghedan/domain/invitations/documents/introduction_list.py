"""DANH SÁCH GIỚI THIỆU ĐẠI BIỂU: whom the introducer names, in the order of protocol, in large type.

Before the day it lists who said to come; on the day it is made anew of who is present (``introduction``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nghedan.domain.invitations.documents.entries import Entry, by_group, entry_of, in_order, occasion_of, read_guests
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import COMING
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING_LARGE
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Paragraph, Run, Section, Sheet
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "introduction-list"
SUMMED = (GuestGroup.PEOPLE, GuestGroup.HAMLETS)
"""Groups that are greeted by their number, hamlet by hamlet; everybody else by name."""

NOBODY = "Chưa có đại biểu nào trả lời sẽ dự."


@dataclass(frozen=True, slots=True)
class IntroductionFacts:
    """Who is introduced, and whether as đồng chí."""

    body: str
    occasion: str
    is_party: bool
    entries: tuple[Entry, ...]


def introduction(actor: Actor, guests: Iterable[Guest]) -> tuple[Entry, ...]:
    """Return any guests - those who accepted, those present - as they are introduced; one journalled read."""
    ordered = in_order(guests)
    names = names_behind(actor, ordered, "Giới thiệu đại biểu")
    return tuple(entry_of(guest, names.get(guest.pk, "")) for guest in ordered)


def document_of(facts: IntroductionFacts) -> Document:
    """Return the list."""
    body: tuple[Block, ...] = (*introduced(facts.entries, is_party=facts.is_party),) or (Paragraph(NOBODY),)
    return Document(
        header=Header((facts.body,)), kind="Danh sách giới thiệu đại biểu", subject=facts.occasion, body=body,
        sheet=Sheet(margin_mm=15),
    )  # fmt: skip


def introduced(entries: Sequence[Entry], *, is_party: bool) -> Iterator[Section]:
    """Return the groups with those in them as they are read out, for the list and for the introducer's script."""
    for group, ones in by_group(entries).items():
        polite = "đồng chí" if is_party or group not in (GuestGroup.PEOPLE, GuestGroup.PRESS) else "ông/bà"
        lines = _summed(ones) if group in SUMMED else tuple(_named(one, polite) for one in ones)
        yield Section(f"{group.label} ({len(ones):02d} đại biểu)", (Bullets(lines),))


def _named(entry: Entry, polite: str) -> tuple[Run, ...]:
    called = f"{polite} {entry.name}" if entry.name else entry.called
    about = f" – {entry.about}" if entry.about else ""
    return (Run(called[:1].upper() + called[1:], bold=True), Run(about))


def _summed(entries: Sequence[Entry]) -> tuple[str, ...]:
    places: dict[str, int] = {}
    for entry in entries:
        place = entry.hamlet or entry.organisation or "đại biểu khác"
        place = place[:1].upper() + place[1:]
        places[place] = places.get(place, 0) + 1
    return tuple(f"{place}: {count:02d} đại biểu" for place, count in places.items())


def facts_of(actor: Actor, public_id: str) -> IntroductionFacts:
    """Gather who said to come. Raises Dialogue.DoesNotExist."""
    dialogue, entries = read_guests(actor, public_id, COMING, "Giới thiệu đại biểu")
    return IntroductionFacts(dialogue.body.name, occasion_of(dialogue), dialogue.body.is_party, entries)


INTRODUCTION = document_type(
    DocumentType(
        code=CODE,
        label=_("Danh sách giới thiệu đại biểu"),
        find=facts_of,
        build=document_of,
        body_kind=lambda _facts: WORKING_LARGE,
        dated=lambda _facts: clock.today(),
    )
)
