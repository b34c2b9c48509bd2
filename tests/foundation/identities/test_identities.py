"""Names of people outside office: locked, read with a reason, erased for good, and plain nowhere else."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities import services
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person, phone_digits
from nghedan.foundation.identities.queries import identities_with_phone
from nghedan.foundation.identities.services import create_identity, erase_identity, read_identities
from nghedan.foundation.identities.terms import IdentityKind
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.keys.boxes import DamagedError
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

MO = Person("Lò Thị Mơ", "0912 345 678", "xóm Rẫy, cạnh giếng làng", "mo@vidu.vn")
DUNG = Person("Vi Văn Dũng", "0987.654.321")
PLAIN = ("Lò Thị", "Mơ", "345 678", "0912345", "giếng làng", "mo@vidu")


@pytest.fixture
def mo(an: Actor) -> Identity:
    return create_identity(actor=an, person=MO)


def everything_stored() -> str:
    """Return the text of every table in the database."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        quoted = [connection.ops.quote_name(table) for table in tables if not table.startswith("sqlite_")]
        rows: list[Any] = []
        for table in quoted:
            cursor.execute(f"SELECT * FROM {table}")
            rows += cursor.fetchall()
    return repr(rows)


def entries(code: str) -> list[dict[str, Any]]:
    return [entry.facts()["facts"] for entry in JournalEntry.objects.filter(code=code).order_by("number")]


def test_a_person_is_read_as_she_was_written(an: Actor, mo: Identity) -> None:
    dung = create_identity(actor=an, person=DUNG, kind=IdentityKind.HOUSEHOLD)
    people = read_identities(actor=an, ids=[mo.public_id, dung.public_id], reason="in danh sách đại biểu")
    assert people == {mo.public_id: MO, dung.public_id: DUNG}


def test_a_page_of_names_is_one_entry_with_its_reason(
    an: Actor, mo: Identity, django_assert_max_num_queries: Any
) -> None:
    ids = [mo.public_id, *(create_identity(actor=an, person=DUNG).public_id for _ in range(30))]
    with django_assert_max_num_queries(12):
        assert len(read_identities(actor=an, ids=ids, reason=" in danh sách ")) == 31
    assert entries("identity.read") == [{"identities": sorted(ids), "reason": "in danh sách"}]


def test_nothing_plain_is_stored_logged_or_shown(an: Actor, mo: Identity, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        person = read_identities(actor=an, ids=[mo.public_id], reason="gọi lại")[mo.public_id]
        list(identities_with_phone(mo.locality, MO.phone))
        erase_identity(actor=Actor.system(mo.locality), identity=mo)
    shown = [everything_stored(), caplog.text, repr(person), str(person), f"{person}", repr(mo), str(mo)]
    assert [(plain, text[:200]) for plain in PLAIN for text in shown if plain in text] == []
    assert verify_all() == []


def test_the_same_person_twice_looks_different(an: Actor, mo: Identity) -> None:
    again = create_identity(actor=an, person=MO)
    assert (again.details != mo.details, again.key_wrapped != mo.key_wrapped) == (True, True)


def test_who_may_not_read_learns_nothing_and_leaves_no_entry(
    mo: Identity, binh: Actor, chi: Actor, dung: Actor, giang: Actor
) -> None:
    for actor in (chi, dung):
        with pytest.raises(NotAllowed):
            read_identities(actor=actor, ids=[mo.public_id], reason="xem")
    assert read_identities(actor=giang, ids=[mo.public_id], reason="xem") == {}
    assert entries("identity.read") == []
    assert read_identities(actor=binh, ids=[mo.public_id], reason="xem") == {mo.public_id: MO}
    with pytest.raises(NotAllowed):
        create_identity(actor=chi, person=DUNG)


def test_a_name_and_a_reason_are_asked_for(an: Actor, mo: Identity) -> None:
    with pytest.raises(Invalid) as no_name:
        create_identity(actor=an, person=Person(" "))
    with pytest.raises(Invalid) as no_reason:
        read_identities(actor=an, ids=[mo.public_id], reason=" ")
    assert (no_name.value.field, str(no_name.value)) == ("name", "Xin ghi họ tên.")
    assert (no_reason.value.field, entries("identity.read")) == ("reason", [])


def test_a_read_that_cannot_be_journalled_gives_nothing(
    an: Actor, mo: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(Identity, "open", lambda row: opened.append(row.public_id))

    def no_journal(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr(services, "note", no_journal)
    with pytest.raises(OSError):
        read_identities(actor=an, ids=[mo.public_id], reason="xem")
    assert opened == []


def test_an_erased_person_is_gone_for_good_and_the_chain_whole(an: Actor, binh: Actor, mo: Identity) -> None:
    with pytest.raises(NotAllowed):
        erase_identity(actor=an, identity=mo)
    erase_identity(actor=binh, identity=mo)
    mo.refresh_from_db()
    assert (mo.key_wrapped, mo.details, mo.phone_index, mo.state) == ("", "", "", "erased")
    assert read_identities(actor=an, ids=[mo.public_id], reason="xem") == {mo.public_id: Person(is_erased=True)}
    assert list(identities_with_phone(mo.locality, MO.phone)) == []
    assert entries("identity.erase") == [{"state": "erased"}]
    assert verify_all() == []
    with pytest.raises(Refused):
        erase_identity(actor=binh, identity=mo)


@pytest.mark.django_db(transaction=True)
def test_nothing_of_her_key_is_left_in_the_file(an: Actor, binh: Actor, mo: Identity) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL overwrites when it vacuums")

    def file() -> bytes:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(connection.settings_dict["NAME"]).read_bytes()

    key, box = mo.key_wrapped.encode(), mo.details.encode()
    assert (key in file(), box in file()) == (True, True)
    erase_identity(actor=binh, identity=mo)
    assert (key in file(), box in file()) == (False, False)


def test_destroying_the_key_alone_erases_her(an: Actor, mo: Identity) -> None:
    mo.key_wrapped = ""
    assert mo.open() == Person(is_erased=True)


def test_a_box_moved_to_another_row_does_not_open(an: Actor, mo: Identity) -> None:
    dung = create_identity(actor=an, person=DUNG)
    Identity.objects.of(mo.locality).filter(pk=dung.pk).update(details=mo.details, key_wrapped=mo.key_wrapped)
    with pytest.raises(DamagedError):
        read_identities(actor=an, ids=[dung.public_id], reason="xem")


def test_the_database_refuses_half_an_identity(mo: Identity) -> None:
    for half in ({"key_wrapped": ""}, {"details": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Identity.objects.of(mo.locality).filter(pk=mo.pk).update(**half)


def test_a_number_is_found_however_it_is_written_and_only_here(
    an: Actor, mo: Identity, other_locality: Locality
) -> None:
    create_identity(actor=an, person=DUNG)
    create_identity(actor=an, person=Person("Không số"))
    for written in ("0912345678", "+84 912 345 678", "(+84)912-345-678", "84912345678", "0912.345.678"):
        assert list(identities_with_phone(mo.locality, written)) == [mo]
    for other in ("0912345679", "912345678", "", "không có"):
        assert list(identities_with_phone(mo.locality, other)) == []
    assert list(identities_with_phone(other_locality, MO.phone)) == []


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0840123456", "0840123456"),
        ("8412345678", "8412345678"),
        ("(024) 3825 1234", "02438251234"),
        ("٠٩١٢", ""),
        ("", ""),
    ],
)
def test_digits_of_a_number(written: str, digits: str) -> None:
    assert phone_digits(written) == digits


@pytest.fixture(autouse=True)
def _no_leak(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever a test does, no name reaches a log."""
    yield
    assert [plain for plain in PLAIN if plain in caplog.text] == []
