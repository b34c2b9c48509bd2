"""Whoever changes the journal behind our back is found out: by the seals, the head, the words, or a printed anchor."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.db.models import F

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal import sealing, verify
from nghedan.foundation.journal.models import AppendOnlyError, Chain, JournalEntry, Wording
from nghedan.foundation.journal.record import chain_name, head_of
from nghedan.foundation.journal.verify import Anchor, Fault, anchors_now, verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.erasure import erase_words
from nghedan.kernel.errors import NotAllowed
from tests.support.things.models import Thing


@pytest.fixture
def chain(an: Actor, make_thing: Callable[..., Thing]) -> Chain:
    """Five entries: two things with words, added and edited, and one without words."""
    hoe, sickle = make_thing("Cái cuốc", note="Cán gãy."), make_thing("Cái liềm", note="Lưỡi cùn.")
    perform("thing.edit", actor=an, obj=hoe, changes={"note": "Đã tra cán mới."})
    perform("thing.edit", actor=an, obj=sickle, changes={"amount": 2})
    make_thing("Cái sàng")
    return Chain.objects.get()


def faults(*anchors: Anchor) -> list[tuple[str, int]]:
    return [(fault.message, fault.number) for fault in verify_all(anchors)]


def entry(chain: Chain, number: int) -> JournalEntry:
    return chain.entries.get(number=number)


def change(chain: Chain, at_number: int, /, **values: object) -> None:
    """Change an entry as somebody would who can write to the database."""
    assert chain.entries.filter(number=at_number).update(**values) == 1


def reseal(chain: Chain, *, head: bool) -> None:
    """Rewrite every seal with the key in force, and the head row with it."""
    seal = ""
    for number, row in enumerate(chain.entries.order_by("number"), 1):
        seal = sealing.entry_seal(seal, row.body)
        chain.entries.filter(pk=row.pk).update(seal=seal, number=number)
    last = chain.entries.count()
    Chain.objects.filter(pk=chain.pk).update(last_number=last, last_seal=seal)
    if head:
        Chain.objects.filter(pk=chain.pk).update(head_seal=sealing.head_seal(chain_name(chain), last, seal))


def test_an_untouched_chain_holds(chain: Chain) -> None:
    assert faults(*anchors_now()) == []
    assert [row.number for row in chain.entries.order_by("number")] == [1, 2, 3, 4, 5]
    assert head_of(chain.locality) == (5, entry(chain, 5).seal)


def test_no_journal_at_all_holds(db: None, locality: Locality) -> None:
    assert (faults(), head_of(locality)) == ([], (0, ""))


@pytest.mark.parametrize(
    "values",
    [
        {"actor_key": "staff:aaaaaaaaaaaa"},
        {"code": "thing.close"},
        {"subject_type": "things.other"},
        {"subject_id": "aaaaaaaaaaaa"},
        {"at": clock.now()},
    ],
    ids=lambda values: next(iter(values)),
)
def test_a_changed_column_is_found(chain: Chain, values: dict[str, object]) -> None:
    change(chain, 5, **values)
    assert faults() == [(verify.ALTERED, 5)]


def test_an_entry_moved_to_another_locality_is_found(chain: Chain, other_locality: Locality) -> None:
    change(chain, 5, locality=other_locality)
    assert faults() == [(verify.ALTERED, 5)]


def test_a_changed_body_is_found(chain: Chain) -> None:
    change(chain, 2, body=entry(chain, 2).body.replace("Cái liềm", "Cái rìu"))
    assert faults() == [(verify.BROKEN, 2)]


def test_a_changed_body_with_a_seal_made_without_the_key_is_found(
    chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(chain, 2, body=entry(chain, 2).body.replace("Cái liềm", "Cái rìu"))
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sealing, "key_for", lambda purpose: b"a guess")
        reseal(chain, head=True)
    assert faults() == [(verify.BROKEN, 1)]


def test_a_removed_entry_is_found(chain: Chain) -> None:
    chain.entries.filter(number=3)._raw_delete("default")
    assert faults() == [(verify.MISSING, 3)]


def test_a_removed_entry_with_the_rest_renumbered_is_found(chain: Chain) -> None:
    chain.entries.filter(number=3)._raw_delete("default")
    for number in (4, 5):
        change(chain, number, number=number - 1)
    Chain.objects.update(last_number=4)
    assert faults() == [(verify.BROKEN, 3)]


def test_swapped_entries_are_found(chain: Chain) -> None:
    for number, other in ((2, 99), (3, 2), (99, 3)):
        change(chain, number, number=other)
    assert faults() == [(verify.BROKEN, 2)]


@pytest.mark.parametrize("number", [0, -5])
def test_an_entry_smuggled_in_before_the_first_is_found(chain: Chain, number: int) -> None:
    extra = entry(chain, 1)
    extra.pk, extra.number = None, number
    extra.save()
    assert faults() == [(verify.MISSING, 1)]


def test_an_entry_added_past_the_head_is_found(chain: Chain) -> None:
    extra = entry(chain, 5)
    extra.pk, extra.number = None, 6
    extra.seal = sealing.entry_seal(extra.seal, extra.body)
    extra.save()
    assert (verify.HEAD_BROKEN, 6) in faults()


def test_a_cut_tail_is_found(chain: Chain) -> None:
    chain.entries.filter(number__gt=3)._raw_delete("default")
    assert faults() == [(verify.HEAD_BROKEN, 3)]


def test_a_cut_tail_with_the_head_row_rewritten_is_found(chain: Chain) -> None:
    chain.entries.filter(number__gt=3)._raw_delete("default")
    Chain.objects.update(last_number=3, last_seal=entry(chain, 3).seal)
    assert faults() == [(verify.HEAD_BROKEN, 3)]


def test_a_tail_cut_by_an_old_copy_of_the_database_is_found_by_an_anchor(an: Actor, chain: Chain) -> None:
    thing = Thing.objects.of(chain.locality).get(title="Cái sàng")
    perform("thing.edit", actor=an, obj=thing, changes={"amount": 8})
    printed = anchors_now()
    chain.entries.filter(number__gt=5)._raw_delete("default")
    Chain.objects.update(last_number=chain.last_number, last_seal=chain.last_seal, head_seal=chain.head_seal)
    assert faults() == []
    assert faults(*printed) == [(verify.ANCHOR_BROKEN, 6)]


def test_a_chain_rewritten_with_the_key_no_longer_fits_a_printed_anchor(chain: Chain) -> None:
    printed = anchors_now()
    change(chain, 2, body=entry(chain, 2).body.replace("Cái liềm", "Cái rìu"))
    reseal(chain, head=True)
    assert faults() == []
    assert faults(*printed) == [(verify.ANCHOR_BROKEN, 5)]


def test_a_chain_that_vanished_whole_is_found_by_an_anchor(chain: Chain) -> None:
    printed = anchors_now()
    chain.entries.all()._raw_delete("default")
    Chain.objects.all()._raw_delete("default")
    assert faults() == []
    assert faults(*printed) == [(verify.ANCHOR_BROKEN, 5)]


def test_an_anchor_in_the_middle_keeps_fitting_as_the_chain_grows(
    chain: Chain, make_thing: Callable[..., Thing]
) -> None:
    printed = anchors_now()
    make_thing("Cái nia")
    assert faults(*printed) == []
    (anchor,) = printed
    assert Anchor.parse(f"{anchor.chain} {anchor.number} {anchor.seal}") == anchor
    with pytest.raises(ValueError, match="not enough values"):
        Anchor.parse("no anchor")


def test_altered_words_are_found(chain: Chain) -> None:
    words = Wording.objects.of(chain.locality)
    words.filter(subject_version=2).update(words={"note": "Mất cán."})
    assert faults() == [(verify.WORDS_ALTERED, 3)]


def test_vanished_words_are_found(chain: Chain) -> None:
    Wording.objects.of(chain.locality).filter(subject_version=2).delete()
    assert faults() == [(verify.WORDS_ALTERED, 3)]


def test_words_erased_on_request_leave_the_chain_whole(an: Actor, binh: Actor, chain: Chain) -> None:
    hoe = Thing.objects.of(chain.locality).get(title="Cái cuốc")
    with pytest.raises(NotAllowed):
        erase_words(actor=an, obj=hoe, reason="theo đơn")
    with deed(binh):
        perform("thing.edit", actor=an, obj=hoe, changes={"note": ""})
        assert erase_words(actor=binh, obj=hoe, reason="theo đơn") == [1, 2, 3]
    assert faults() == []
    words = Wording.objects.of(chain.locality).filter(subject_id=hoe.public_id)
    assert [(row.words, row.erased_at is not None) for row in words] == [({}, True)] * 3
    assert entry(chain, 7).facts()["facts"] == {"versions": [1, 2, 3], "reason": "theo đơn"}
    assert erase_words(actor=binh, obj=hoe, reason="theo đơn") == []


def test_words_made_out_to_be_erased_are_found(chain: Chain) -> None:
    Wording.objects.of(chain.locality).filter(subject_version=2).update(words={}, erased_at=clock.now())
    assert faults() == [(verify.WORDS_ALTERED, 3)]


def test_erased_words_that_come_back_are_found(binh: Actor, chain: Chain) -> None:
    hoe = Thing.objects.of(chain.locality).get(title="Cái cuốc")
    erase_words(actor=binh, obj=hoe, reason="theo đơn")
    words = Wording.objects.of(chain.locality).filter(subject_id=hoe.public_id, subject_version=2)
    words.update(words={"note": "Đã tra cán mới."}, erased_at=None)
    assert faults() == [(verify.WORDS_ALTERED, 3)]


def test_entries_are_never_changed_or_deleted_by_us(chain: Chain) -> None:
    row = entry(chain, 1)
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()


def test_each_locality_and_site_has_a_chain_of_its_own(
    chain: Chain,
    giang: Actor,
    other_locality: Locality,
    make_thing: Callable[..., Thing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    create("thing.add", actor=giang, obj=Thing(locality=other_locality, title="Cái cày"))
    monkeypatch.setattr(settings, "NGHEDAN_SITE", "hall")
    make_thing("Cái loa")
    assert [(a.chain, a.number) for a in anchors_now()] == [
        (f"{chain.locality.public_id}/main", 5),
        (f"{other_locality.public_id}/main", 1),
        (f"{chain.locality.public_id}/hall", 1),
    ]
    assert faults(*anchors_now()) == []


def test_a_fault_says_where_in_vietnamese(chain: Chain) -> None:
    name = chain_name(chain)
    assert str(Fault(name, verify.BROKEN, 2)) == f"{name}: dòng số 2 không khớp dấu niêm"


def test_verifying_follows_a_chain_that_grows_meanwhile(
    chain: Chain, make_thing: Callable[..., Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    grown: list[Thing] = []
    seal = sealing.entry_seal

    def seal_and_grow(previous: str, body: str) -> str:
        if len(grown) < 3:
            monkeypatch.setattr(verify, "entry_seal", seal)
            grown.append(make_thing("Cái nia", note="Mới đan."))
            monkeypatch.setattr(verify, "entry_seal", seal_and_grow)
        return seal(previous, body)

    monkeypatch.setattr(verify, "entry_seal", seal_and_grow)
    Chain.objects.update(last_number=F("last_number"))
    assert faults() == []
    assert len(grown) == 3
