"""Writing down, reading and erasing the names of people outside office.

Basis: Luật Bảo vệ dữ liệu cá nhân 2025 (purpose, access, erasure).
"""

from collections.abc import Collection, Iterable, Sequence

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.terms import IdentityKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import create, create_many, note, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_NAME = _("Xin ghi họ tên.")
NO_REASON = _("Xin ghi lý do xem họ tên, liên hệ.")


def create_identity(*, actor: Actor, person: Person, kind: IdentityKind = IdentityKind.PERSON) -> Identity:
    """Write down a person. The journal learns that there is one, not who. Raises Invalid without a name, NotAllowed.

    A repeated form is recognised by the deed around this one: two boxes never look alike.
    """
    return create("identity.create", actor=actor, obj=_closed(_locality_of(actor), person, kind))


def create_identities(
    *, actor: Actor, persons: Sequence[Person], kind: IdentityKind = IdentityKind.PERSON
) -> list[Identity]:
    """Write down many persons at once, in their order, all or none. Raises Invalid without a name, NotAllowed."""
    identities = [_closed(_locality_of(actor), person, kind) for person in persons]
    create_many("identity.create", actor=actor, objs=identities)
    return identities


def read_identities(*, actor: Actor, ids: Collection[str], reason: str) -> dict[str, Person]:
    """Return the persons behind public ids, a whole page of them for one entry in the journal that says why.

    Those of other localities are absent, erased ones are empty. Raises Invalid without a reason, NotAllowed.
    """
    where = _reader_in(actor, reason)
    return _opened(actor, where, list(Identity.objects.of(where).filter(public_id__in=set(ids))), reason)


def open_identities(*, actor: Actor, identities: Iterable[Identity], reason: str) -> dict[str, Person]:
    """Do as ``read_identities`` for rows that were read in this request already, without reading them again."""
    where = _reader_in(actor, reason)
    rows = {row.public_id: row for row in identities if row.locality_id == where.pk}
    return _opened(actor, where, list(rows.values()), reason)


def erase_identity(*, actor: Actor, identity: Identity, instruction: Instruction | None = None) -> Identity:
    """Erase a person by destroying her key; what points to her stays and stays provable.

    Raises NotAllowed, Refused (erased already), Conflict.
    """
    gone = {"key_wrapped": "", "details": "", "phone_index": ""}
    return perform("identity.erase", actor=actor, obj=identity, changes=gone, instruction=instruction)


def _reader_in(actor: Actor, reason: str) -> Locality:
    """Return where an actor reads names. Raises Invalid without a reason, NotAllowed."""
    if not reason.strip():
        raise Invalid("identity.no_reason", NO_REASON, field="reason")
    where = _locality_of(actor)
    require(actor, "identity.read", where)
    return where


def _opened(actor: Actor, where: Locality, rows: Sequence[Identity], reason: str) -> dict[str, Person]:
    if rows:
        facts = {"identities": sorted(row.public_id for row in rows), "reason": reason.strip()}
        note("identity.read", actor=actor, obj=where, facts=facts)
    return {row.public_id: row.open() for row in rows}


def _closed(locality: Locality, person: Person, kind: IdentityKind) -> Identity:
    if not person.name.strip():
        raise Invalid("identity.no_name", NO_NAME, field="name")
    identity = Identity(locality=locality, kind=kind.value)
    identity.close(person)
    return identity


def _locality_of(actor: Actor) -> Locality:
    if actor.locality is None:
        raise ValueError("names are written and read in one locality")
    return actor.locality
