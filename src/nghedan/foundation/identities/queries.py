"""Finding identities without opening them."""

from nghedan.foundation.identities.models import Identity, phone_index
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def identities_with_phone(locality: Locality, phone: str) -> ScopedQuerySet[Identity]:
    """Return the identities of a locality that gave this number, however either is written."""
    index = phone_index(locality.pk, phone)
    return Identity.objects.of(locality).filter(phone_index=index).exclude(phone_index="")
