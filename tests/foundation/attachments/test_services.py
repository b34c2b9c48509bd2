"""Handing in, opening and withdrawing files, within the rights over the row they hang on."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile, File

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments import rights, services, store
from nghedan.foundation.attachments.formats import IMAGES, MOST_BYTES
from nghedan.foundation.attachments.jobs import sweep_orphans
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.rights import SubjectRights
from nghedan.foundation.attachments.services import OpenedFile, attach, open_attachment, withdraw
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.foundation.attachments import files
from tests.support.people import CHIS_UNIT
from tests.support.things.models import Thing

TEXT = "Đơn của bà Mơ".encode()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.NGHEDAN_DATA = tmp_path
    monkeypatch.setitem(rights._rights, "things.thing", SubjectRights(see="thing.look", change="thing.edit"))
    return tmp_path


@pytest.fixture
def hoe(make_thing: Callable[..., Thing]) -> Thing:
    return make_thing("Cái cuốc")


def upload(content: bytes = TEXT, name: str = "don.txt") -> ContentFile:
    return ContentFile(content, name=name)


def on_disk(data: Path) -> list[Path]:
    return [file for file in (data / "files").rglob("*") if file.is_file()]


def test_a_file_is_kept_whole_beside_its_row(an: Actor, hoe: Thing, data: Path) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(name="../Đơn xin.doc"), kind="request")
    assert (kept.name, kept.content_type, kept.size, kept.state) == ("Đơn xin.txt", "text/plain", len(TEXT), "kept")
    assert kept.digest == hashlib.sha256(TEXT).hexdigest()
    assert (kept.is_encrypted, kept.needs_password) == (False, False)
    assert on_disk(data) == [data / "files" / kept.path]
    assert kept.path.startswith(f"{hoe.locality.public_id}/")
    assert "don" not in kept.path
    assert store.read(kept.path) == TEXT
    assert open_attachment(actor=an, attachment=kept) == OpenedFile("Đơn xin.txt", "text/plain", TEXT)


def test_a_picture_is_kept_without_its_metadata(an: Actor, hoe: Thing) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(files.photograph(), "IMG.HEIC"), kind="photo", formats=IMAGES)
    assert (kept.name, kept.content_type) == ("IMG.jpg", "image/jpeg")
    assert b"NguoiChup" not in store.read(kept.path)
    assert kept.digest == hashlib.sha256(store.read(kept.path)).hexdigest()


def test_a_locked_pdf_is_flagged(an: Actor, hoe: Thing) -> None:
    assert attach(actor=an, subject=hoe, upload=upload(files.pdf("x"), "a.pdf"), kind="scan").needs_password is True


def test_a_file_with_names_is_locked_at_rest_and_each_opening_journalled(
    an: Actor, binh: Actor, hoe: Thing, data: Path
) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(name="Lò Thị Mơ.txt"), kind="request", holds_names=True)
    at_rest = store.read(kept.path)
    assert (kept.is_encrypted, kept.name) == (True, "tep-dinh-kem.txt")
    assert (TEXT in at_rest, "Mơ".encode() in at_rest) == (False, False)
    assert open_attachment(actor=binh, attachment=kept).content == TEXT
    assert [
        (entry.code, entry.actor_key, entry.subject_id) for entry in JournalEntry.objects.order_by("number")[1:]
    ] == [("attachment.add", an.key, kept.public_id), ("attachment.open", binh.key, kept.public_id)]
    assert verify_all() == []


def test_neither_name_nor_path_enters_the_journal(an: Actor, hoe: Thing) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(name="Lò Thị Mơ.txt"), kind="request")
    facts = JournalEntry.objects.get(code="attachment.add").facts()["facts"]
    plain = {"content_type", "size", "digest", "is_encrypted", "needs_password"}
    assert set(facts) == {"subject_type", "subject_id", "kind", "state", *plain}
    assert facts["digest"] == [None, kept.digest]


def test_attachments_follow_the_rights_over_their_row(
    an: Actor, binh: Actor, chi: Actor, dung: Actor, giang: Actor, make_thing: Callable[..., Thing], data: Path
) -> None:
    hers, others = make_thing("Cái cuốc", unit_id=CHIS_UNIT.id), make_thing("Cái liềm", unit_id=99)
    kept = attach(actor=chi, subject=hers, upload=upload(), kind="scan")
    for actor, subject in ((chi, others), (binh, hers), (dung, hers), (giang, hers)):
        with pytest.raises(NotAllowed):
            attach(actor=actor, subject=subject, upload=upload(), kind="scan")
    assert len(on_disk(data)) == 1
    for actor in (an, binh):
        assert open_attachment(actor=actor, attachment=kept).content == TEXT
    for actor in (chi, dung, giang):  # Chi may edit things but not look at them
        with pytest.raises(NotAllowed):
            open_attachment(actor=actor, attachment=Attachment.objects.of(hers.locality).get())


def test_rows_nobody_listed_carry_no_files(an: Actor, hoe: Thing, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(), kind="scan")
    monkeypatch.delitem(rights._rights, "things.thing")
    with pytest.raises(NotAllowed):
        open_attachment(actor=an, attachment=kept)
    with pytest.raises(NotAllowed):
        attach(actor=an, subject=hoe, upload=upload(), kind="scan")


def test_a_file_of_a_row_that_is_gone_cannot_be_opened(an: Actor, hoe: Thing) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(), kind="scan")
    hoe.delete()
    with pytest.raises(NotAllowed):
        open_attachment(actor=an, attachment=Attachment.objects.of(kept.locality).get())


def test_a_refused_file_leaves_nothing(an: Actor, hoe: Thing, data: Path) -> None:
    for bad in (upload(b""), upload(files.pixel_bomb(), "a.png"), upload(files.archive_of("x"), "a.docx")):
        with pytest.raises(Invalid):
            attach(actor=an, subject=hoe, upload=bad, kind="scan")
    assert (on_disk(data), Attachment.objects.of(hoe.locality).count()) == ([], 0)


def test_a_huge_file_is_refused_before_it_is_read(an: Actor, hoe: Thing) -> None:
    class Huge(File):
        size = MOST_BYTES + 1

        def read(self, *args: object) -> bytes:
            raise AssertionError("it was read")

    huge = Huge(None, name="a.pdf")
    with pytest.raises(Invalid, match="Tệp quá lớn: tối đa 25 MB"):
        attach(actor=an, subject=hoe, upload=huge, kind="scan")


def test_withdrawn_files_are_neither_listed_nor_opened(an: Actor, chi: Actor, hoe: Thing) -> None:
    first, second = (attach(actor=an, subject=hoe, upload=upload(), kind="scan") for _ in range(2))
    assert list(attachments_of(hoe)) == [first, second]
    with pytest.raises(NotAllowed):
        withdraw(actor=chi, attachment=first)
    withdraw(actor=an, attachment=first, reason="gửi nhầm")
    assert list(attachments_of(hoe)) == [second]
    with pytest.raises(Refused, match="đã được rút"):
        open_attachment(actor=an, attachment=first)
    with pytest.raises(Refused):
        withdraw(actor=an, attachment=first)


@pytest.mark.parametrize("holds_names", [False, True])
@pytest.mark.parametrize("harm", ["changed", "swapped", "lost"])
def test_a_file_that_is_not_what_was_stored_is_not_handed_out(
    harm: str, holds_names: bool, an: Actor, hoe: Thing, data: Path
) -> None:
    kept, other = (
        attach(actor=an, subject=hoe, upload=upload(text), kind="scan", holds_names=holds_names)
        for text in (TEXT, b"other")
    )
    where = data / "files" / kept.path
    if harm == "lost":
        where.unlink()
    else:
        where.write_bytes(where.read_bytes()[:-1] + b"?" if harm == "changed" else store.read(other.path))
    with pytest.raises(Refused, match="không còn nguyên vẹn"):
        open_attachment(actor=an, attachment=kept)


def test_the_sweep_takes_away_what_has_no_row_and_is_old(
    an: Actor, hoe: Thing, other_locality: Locality, data: Path
) -> None:
    kept = attach(actor=an, subject=hoe, upload=upload(), kind="scan")
    orphan, young_orphan = store.new_path(hoe.locality.public_id), store.new_path(other_locality.public_id)
    unknown_place = store.new_path("zzzzzzzzzzzz")
    for path in (orphan, unknown_place):
        store.write(path, b"orphan")
    (data / "files" / (orphan + store.UNFINISHED)).write_bytes(b"half an orph")
    assert sweep_orphans() == 0
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert sweep_orphans() == 2
    store.write(young_orphan, b"perhaps its row is about to come")
    assert sweep_orphans() == 0
    assert {file.relative_to(data / "files").as_posix() for file in on_disk(data)} == {
        kept.path, young_orphan, unknown_place,
    }  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_fails_after_the_file_leaves_no_row(
    an: Actor, hoe: Thing, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    write = store.write
    monkeypatch.setattr(store, "write", lambda *args: (order.append("file"), write(*args))[1])
    monkeypatch.setattr(services, "create", lambda *args, **kw: (order.append("row"), create(*args, **kw))[1])
    with pytest.raises(ZeroDivisionError), deed(an):
        attach(actor=an, subject=hoe, upload=upload(), kind="scan")
        raise ZeroDivisionError
    assert (order, Attachment.objects.of(hoe.locality).count(), len(on_disk(data))) == (["file", "row"], 0, 1)
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert sweep_orphans() == 1
    assert on_disk(data) == []
