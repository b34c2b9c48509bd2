"""Deeds on hamlets: one by one, from a list, merged on a day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from nghedan.domain.organisations.models import Hamlet, Officer, Post
from nghedan.domain.organisations.queries import hamlet_heads_on, hamlets_on, voters_total
from nghedan.domain.organisations.services.hamlet_list import add_hamlets_from_list, preview_hamlet_list
from nghedan.domain.organisations.services.hamlets import add_hamlet, edit_hamlet, end_hamlet, merge_hamlets
from nghedan.domain.organisations.terms import HamletKind, Verdict
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.keys import issue_key
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

MERGER = date(2026, 7, 1)
DAY_BEFORE = date(2026, 6, 30)
Make = Callable[..., Hamlet]
pytestmark = pytest.mark.usefixtures("frozen_today")


def names_on(locality: Locality, day: date) -> list[str]:
    return [str(hamlet) for hamlet in hamlets_on(locality, day)]


def codes() -> list[str]:
    return list(JournalEntry.objects.order_by("number").values_list("code", flat=True))


def test_hamlets_sort_by_kind_then_naturally(locality: Locality, make_hamlet: Make) -> None:
    for name in ("10", "2", "Lũng Mây"):
        make_hamlet(name)
    make_hamlet("1", HamletKind.TO_DAN_PHO)
    assert names_on(locality, MERGER) == ["Thôn 2", "Thôn 10", "Thôn Lũng Mây", "Tổ dân phố 1"]


def test_a_hamlet_is_journalled_with_its_words_apart(locality: Locality, make_hamlet: Make) -> None:
    make_hamlet("Lũng Mây", voters=412)
    entry = JournalEntry.objects.get()
    assert (entry.code, entry.facts()["facts"]["voters"]) == ("hamlet.add", [None, 412])
    assert "Lũng Mây" not in entry.body
    assert verify_all() == []


@pytest.mark.parametrize("name", ["Lũng Mây", "LŨNG  MÂY", "lũng mây"])
def test_a_name_is_given_once_at_a_time(an: Actor, locality: Locality, make_hamlet: Make, name: str) -> None:
    make_hamlet("Lũng Mây")
    with pytest.raises(Refused) as refused:
        make_hamlet(name)
    assert refused.value.code == "name.taken"
    assert make_hamlet(name, HamletKind.XOM).pk is not None


def test_a_name_is_free_again_the_day_after(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    end_hamlet(actor=an, hamlet=make_hamlet("Lũng Mây"), last_day=DAY_BEFORE)
    with pytest.raises(Refused):
        make_hamlet("Lũng Mây", valid_from=DAY_BEFORE)
    assert make_hamlet("Lũng Mây", valid_from=MERGER).valid_from == MERGER


def test_a_hamlet_needs_a_name(make_hamlet: Make) -> None:
    with pytest.raises(Invalid) as refused:
        make_hamlet("  ")
    assert refused.value.field == "name"


@pytest.mark.parametrize("field", ["voters", "households"])
def test_a_count_is_never_below_zero(an: Actor, make_hamlet: Make, field: str) -> None:
    hamlet = make_hamlet("Lũng Mây")
    for attempt in (
        lambda: make_hamlet("Đồng Mới", **{field: -1}),
        lambda: edit_hamlet(actor=an, hamlet=hamlet, changes={field: -1}),
    ):
        with pytest.raises(Invalid) as refused:
            attempt()
        assert refused.value.field == field


def test_a_form_sent_twice_makes_one_hamlet(an: Actor, locality: Locality) -> None:
    key = issue_key(an, "hamlet")
    first, second = (
        add_hamlet(actor=an, hamlet=Hamlet(locality=locality, kind="thon", name="Lũng Mây"), key=key) for _ in range(2)
    )
    assert first.pk == second.pk
    assert codes() == ["hamlet.add"]


def test_voters_are_brought_up_to_date(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    hamlet = make_hamlet("Lũng Mây", voters=412)
    edit_hamlet(actor=an, hamlet=hamlet, changes={"voters": 430})
    assert JournalEntry.objects.order_by("number").last().facts()["facts"] == {"voters": [412, 430]}  # type: ignore[union-attr]
    assert voters_total(locality, MERGER) == 430


def test_an_old_page_does_not_overwrite(an: Actor, make_hamlet: Make) -> None:
    hamlet = make_hamlet("Lũng Mây")
    stale = Hamlet.objects.of(hamlet.locality).get(pk=hamlet.pk)
    edit_hamlet(actor=an, hamlet=hamlet, changes={"voters": 430})
    with pytest.raises(Conflict):
        edit_hamlet(actor=an, hamlet=stale, changes={"voters": 1})


def test_another_locality_and_an_officer_are_refused(
    giang: Actor, chi: Actor, locality: Locality, make_hamlet: Make
) -> None:
    hamlet = make_hamlet("Lũng Mây")
    for stranger in (giang, chi):
        with pytest.raises(NotAllowed):
            edit_hamlet(actor=stranger, hamlet=hamlet, changes={"voters": 1})


def test_a_field_that_is_not_edited_is_a_programming_error(an: Actor, make_hamlet: Make) -> None:
    with pytest.raises(ValueError, match="valid_to"):
        edit_hamlet(actor=an, hamlet=make_hamlet("Lũng Mây"), changes={"valid_to": MERGER})


def test_a_merger_counts_from_its_day(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    east, west = make_hamlet("Đồng Đông", voters=300, households=90), make_hamlet("Đồng Tây", voters=250)
    make_hamlet("Lũng Mây", voters=100)
    merged = merge_hamlets(
        actor=an, hamlets=[east, west], merged=Hamlet(locality=locality, kind="thon", name="Đồng"), on=MERGER
    )
    assert names_on(locality, DAY_BEFORE) == ["Thôn Đồng Đông", "Thôn Đồng Tây", "Thôn Lũng Mây"]
    assert names_on(locality, MERGER) == ["Thôn Đồng", "Thôn Lũng Mây"]
    assert names_on(locality, MERGER + timedelta(days=1)) == ["Thôn Đồng", "Thôn Lũng Mây"]
    assert (merged.voters, merged.households) == (550, None)  # a part unknown leaves the sum unknown
    assert voters_total(locality, DAY_BEFORE) == voters_total(locality, MERGER) == 650
    assert set(merged.predecessors.of(locality)) == {east, west}
    assert {east.state, west.state} == {Standing.ENDED}
    assert codes()[3:] == ["hamlet.end", "hamlet.end", "hamlet.add", "hamlet.merge", "hamlet.merge"]
    assert verify_all() == []


def test_a_merged_hamlet_may_keep_the_name_of_one(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    east, west = make_hamlet("Đồng Đông"), make_hamlet("Đồng Tây")
    kept = Hamlet(locality=locality, kind="thon", name="Đồng Đông", voters=999)
    assert merge_hamlets(actor=an, hamlets=[east, west], merged=kept, on=MERGER).voters == 999
    assert names_on(locality, MERGER) == ["Thôn Đồng Đông"]


def test_a_merger_that_fails_leaves_everything(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    east, west = make_hamlet("Đồng Đông"), make_hamlet("Đồng Tây")
    make_hamlet("Lũng Mây")
    with pytest.raises(Refused):
        merge_hamlets(
            actor=an, hamlets=[east, west], merged=Hamlet(locality=locality, kind="thon", name="Lũng Mây"), on=MERGER
        )
    assert names_on(locality, MERGER) == ["Thôn Đồng Đông", "Thôn Đồng Tây", "Thôn Lũng Mây"]
    assert codes() == ["hamlet.add"] * 3


def test_one_hamlet_is_no_merger(an: Actor, locality: Locality, make_hamlet: Make) -> None:
    hamlet = make_hamlet("Đồng Đông")
    with pytest.raises(Invalid):
        merge_hamlets(
            actor=an, hamlets=[hamlet, hamlet], merged=Hamlet(locality=locality, kind="thon", name="X"), on=MERGER
        )


def test_the_head_of_a_merged_hamlet_steps_down_the_day_before(an: Actor, locality: Locality) -> None:
    add_hamlets_from_list(actor=an, locality=locality, text="Thôn A - Trưởng thôn Lê Văn Ân\nThôn B")
    merged = Hamlet(locality=locality, kind="thon", name="C")
    merge_hamlets(actor=an, hamlets=hamlets_on(locality, DAY_BEFORE), merged=merged, on=MERGER)
    assert [officer.full_name for officer in hamlet_heads_on(locality, DAY_BEFORE).values()] == ["Lê Văn Ân"]
    assert hamlet_heads_on(locality, MERGER) == {}


LIST = (
    "STT\tTên thôn\tCử tri\tTrưởng thôn\tĐiện thoại\n"
    "1\tLũng Mây\t412\tNông Văn Bảo\t0912345678\n"
    "2\tĐồng Mới\t210\t\t\n"
    "3\t\t9\t\t"
)


def test_a_preview_stores_nothing(an: Actor, locality: Locality) -> None:
    judged = preview_hamlet_list(locality=locality, text=LIST)
    assert [line.verdict for line in judged] == [Verdict.SKIPPED, Verdict.NEW, Verdict.NEW, Verdict.UNREADABLE]
    assert (hamlets_on(locality, MERGER), codes()) == ([], [])


def test_a_list_brings_hamlets_heads_and_telephone_numbers(an: Actor, locality: Locality) -> None:
    add_hamlets_from_list(actor=an, locality=locality, text=LIST)
    new, bare = hamlets_on(locality, MERGER)
    head = Post.objects.of(locality).select_related("officer").get()
    assert [(row.name, row.voters) for row in (new, bare)] == [("Đồng Mới", 210), ("Lũng Mây", 412)]
    assert (head.title, head.hamlet, head.is_head) == ("Trưởng thôn", bare, True)
    assert (head.officer.full_name, head.officer.phone) == ("Nông Văn Bảo", "0912345678")
    assert codes() == ["hamlet.add", "officer.add", "post.add", "hamlet.add"]


def test_pasting_a_list_again_changes_nothing(an: Actor, locality: Locality) -> None:
    add_hamlets_from_list(actor=an, locality=locality, text=LIST)
    before = codes()
    judged = add_hamlets_from_list(actor=an, locality=locality, text=LIST)
    assert [line.verdict for line in judged] == [Verdict.SKIPPED, Verdict.KNOWN, Verdict.KNOWN, Verdict.UNREADABLE]
    assert codes() == before


def test_a_newer_list_updates_counts_and_fills_in_a_head(an: Actor, locality: Locality) -> None:
    add_hamlets_from_list(actor=an, locality=locality, text=LIST)
    add_hamlets_from_list(actor=an, locality=locality, text="Thôn Đồng Mới - 222 cử tri - Trưởng thôn Lê Thị Duyên")
    assert voters_total(locality, MERGER) == 412 + 222
    assert sorted(officer.full_name for officer in Officer.objects.of(locality)) == ["Lê Thị Duyên", "Nông Văn Bảo"]
    assert codes()[-3:] == ["hamlet.edit", "officer.add", "post.add"]


def test_a_list_is_not_for_everybody(chi: Actor, locality: Locality) -> None:
    with pytest.raises(NotAllowed):
        add_hamlets_from_list(actor=chi, locality=locality, text=LIST)
    assert hamlets_on(locality, MERGER) == []


def test_three_hundred_hamlets_in_one_transaction(an: Actor, locality: Locality) -> None:
    text = "\n".join(f"{n}. Xóm {n} - {n} cử tri" for n in range(1, 301))
    add_hamlets_from_list(actor=an, locality=locality, text=text)
    assert [hamlet.name for hamlet in hamlets_on(locality, MERGER)] == [str(n) for n in range(1, 301)]
    assert voters_total(locality, MERGER) == 300 * 301 // 2
