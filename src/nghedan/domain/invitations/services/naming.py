"""Writing down and reading the names of guests: officers in office are plain data, everybody else an identity."""

from collections.abc import Iterable, Mapping, Sequence

from nghedan.domain.invitations.models import Guest
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identities, open_identities
from nghedan.foundation.tenancy.models import Locality

READ = "guest.read_names"
READ_ALL = "identity.read"
UNNAMED = "Chưa rõ tên"


def people_behind(actor: Actor, guests: Iterable[Guest], reason: str) -> dict[int, Person]:
    """Return guest id -> the person, for all guests whose names the actor may read: one journalled read however many.

    Officers need none; a guest without a name is absent. The clerk's and the head's right to read names covers the
    whole locality; who leads a hamlet, an officer and the clerk of one body read those of their own guests only, and
    the entry says who asked.
    """
    readable = readable_guests(actor, guests)
    return known_people(readable, open_names(actor, identities_of(readable), reason))


def names_behind(actor: Actor, guests: Iterable[Guest], reason: str) -> dict[int, str]:
    """Return guest id -> the full name, as ``people_behind`` does."""
    return {pk: person.name for pk, person in people_behind(actor, guests, reason).items()}


def readable_guests(actor: Actor, guests: Iterable[Guest]) -> list[Guest]:
    """Return the guests whose names the actor may read."""
    return [guest for guest in guests if decide(actor, READ, guest).allowed]


def identities_of(guests: Iterable[Guest]) -> list[Identity]:
    """Return who stands behind guests, as far as they are no officers: those are plain data."""
    return [guest.identity for guest in guests if guest.identity is not None and not guest.officer_id]


def open_names(actor: Actor, identities: Sequence[Identity], reason: str) -> dict[str, Person]:
    """Open identities of ``readable_guests`` by one journalled read; by the system where the actor's right to names is
    the one to guests within reach only. For none nothing is journalled."""
    where = actor.locality
    if not identities:
        return {}
    if where is None or decide(actor, READ_ALL, where).allowed:
        return open_identities(actor=actor, identities=identities, reason=reason)
    return open_identities(actor=Actor.system(where), identities=identities, reason=f"{reason} ({actor.key})")


def known_people(guests: Iterable[Guest], opened: Mapping[str, Person]) -> dict[int, Person]:
    """Return guest id -> the person, from identities that were opened."""
    found = {}
    for guest in guests:
        if guest.officer_id:
            found[guest.pk] = _of_officer(guest)
        elif guest.identity is not None:
            found[guest.pk] = _known(opened[guest.identity.public_id])
    return found


def may_read_names(actor: Actor) -> bool:
    """Say whether names of guests are anything to this actor at all."""
    return not reach_of(actor, READ).nowhere


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
