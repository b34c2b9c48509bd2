"""Writing down and reading the names of guests: officers in office are plain data, everybody else an identity."""

from collections.abc import Iterable, Sequence

from nghedan.domain.invitations.models import Guest
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of, require
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identities, read_identities
from nghedan.foundation.tenancy.models import Locality

READ = "guest.read_names"
UNNAMED = "Chưa rõ tên"


def people_behind(actor: Actor, guests: Iterable[Guest], reason: str) -> dict[int, Person]:
    """Return guest id -> the person, for all guests whose names the actor may read: one journalled read however many.

    Officers need none; a guest without a name is absent. The clerk's and the head's right to read names covers the
    whole locality; who leads a hamlet, an officer and the clerk of one body read those of their own guests only, and
    the entry says who asked.
    """
    readable = [guest for guest in guests if decide(actor, READ, guest).allowed]
    found = {guest.pk: _of_officer(guest) for guest in readable if guest.officer_id}
    named = [guest for guest in readable if guest.identity is not None and not guest.officer_id]
    if named:
        ids = [guest.identity.public_id for guest in named if guest.identity]
        opened = _opened(actor, named[0].locality, ids, reason)
        found |= {guest.pk: _known(opened[guest.identity.public_id]) for guest in named if guest.identity}
    return found


def names_behind(actor: Actor, guests: Iterable[Guest], reason: str) -> dict[int, str]:
    """Return guest id -> the full name, as ``people_behind`` does."""
    return {pk: person.name for pk, person in people_behind(actor, guests, reason).items()}


def may_read_names(actor: Actor) -> bool:
    """Say whether names of guests are anything to this actor at all."""
    return not reach_of(actor, READ).nowhere


def require_names(actor: Actor, guest: Guest) -> None:
    """Raise NotAllowed unless the actor may read who a guest is."""
    require(actor, READ, guest)


def write_down(locality: Locality, persons: Sequence[Person]) -> list[Identity | None]:
    """Write names down apart, as a consequence of the deed on the guests; None where nothing is said of a person."""
    said = [person for person in persons if says_who(person)]
    kept = iter(create_identities(actor=Actor.system(locality), persons=[_with_name(person) for person in said]))
    return [next(kept) if says_who(person) else None for person in persons]


def says_who(person: Person) -> bool:
    """Say whether anything is known of a person."""
    return any(text.strip() for text in (person.name, person.phone, person.address, person.contact))


def _with_name(person: Person) -> Person:
    return person if person.name.strip() else Person(UNNAMED, person.phone, person.address, person.contact)


def _known(person: Person) -> Person:
    """Return a person as known: whoever holds a post and left a number only has no name."""
    return person if person.name != UNNAMED else Person("", person.phone, person.address, person.contact)


def _of_officer(guest: Guest) -> Person:
    officer = guest.officer
    return Person(officer.full_name, officer.phone, contact=officer.email) if officer else Person()


def _opened(actor: Actor, locality: Locality, ids: list[str], reason: str) -> dict[str, Person]:
    if decide(actor, "identity.read", locality).allowed:
        return read_identities(actor=actor, ids=ids, reason=reason)
    return read_identities(actor=Actor.system(locality), ids=ids, reason=f"{reason} ({actor.key})")
