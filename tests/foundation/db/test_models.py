"""Public ids can be read aloud and never tell how many rows there are."""

from nghedan.foundation.db.models import PUBLIC_ID_LENGTH, PUBLIC_ID_LETTERS, new_public_id
from nghedan.foundation.tenancy.models import Locality


def test_public_ids_are_random_short_and_free_of_look_alikes() -> None:
    ids = {new_public_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert {len(one) for one in ids} == {PUBLIC_ID_LENGTH}
    assert set("".join(ids)) == set(PUBLIC_ID_LETTERS)
    assert set("01ilou").isdisjoint(PUBLIC_ID_LETTERS)


def test_every_row_gets_one_with_its_first_version(locality: Locality, other_locality: Locality) -> None:
    assert locality.public_id != other_locality.public_id
    assert (locality.version, locality.created_at.tzinfo is not None) == (1, True)
    assert Locality.objects.get(public_id=locality.public_id) == locality
