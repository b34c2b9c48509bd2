"""The list of guests: who is on it, in which order, who sees it, and how often names are read."""

from collections.abc import Callable

import pytest

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import allotments_visible_to, counts_of, guests_of, guests_visible_to
from nghedan.domain.invitations.services import guests as services
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest, add_guests
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

Adds = Callable[..., Guest]


def test_somebody_is_invited_as_officer_as_person_or_as_post(
    an: Actor, dialogue: Dialogue, guest_of: Adds, chair: Post
) -> None:
    by_name = guest_of()
    officer = guest_of("", officer=chair.officer, group=GuestGroup.COMMITTEE)
    post = guest_of("", post_title="Bí thư Chi bộ", group=GuestGroup.HAMLETS)
    assert [guest.number for guest in (by_name, officer, post)] == [1, 2, 3]
    assert [bool(guest.identity) for guest in (by_name, officer, post)] == [True, False, False]
    assert list(guests_of(an, dialogue)) == [officer, post, by_name]


def test_nobody_at_all_is_not_invited(an: Actor, dialogue: Dialogue) -> None:
    with pytest.raises(Invalid) as error:
        add_guest(actor=an, dialogue=dialogue, draft=GuestDraft(organisation="UBND tỉnh"))
    assert (error.value.code, error.value.field) == ("guest.nobody", "name")


def test_an_officer_is_on_the_list_once(guest_of: Adds, chair: Post) -> None:
    guest_of("", officer=chair.officer)
    with pytest.raises(Invalid) as error:
        guest_of("", officer=chair.officer)
    assert str(error.value) == "Trần Văn Bình đã có trong danh sách mời; xin sửa dòng đã có."


def test_a_form_sent_twice_invites_once_and_uses_no_number(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    draft = GuestDraft(person=Person(name="Hoàng Văn Dần"))
    first = add_guest(actor=an, dialogue=dialogue, draft=draft, key="k")
    again = add_guest(actor=an, dialogue=dialogue, draft=draft, key="k")
    assert (again.pk, Identity.objects.of(dialogue.locality).count(), guest_of("Khác").number) == (first.pk, 1, 2)


def test_a_name_stands_apart_and_not_in_the_journal(guest_of: Adds) -> None:
    guest_of("Hoàng Văn Dần")
    told = " ".join(JournalEntry._base_manager.values_list("body", flat=True))
    assert "Dần" not in told


def test_guests_change_places_within_their_group(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    first, second, third = (guest_of(name) for name in ("Một", "Hai", "Ba"))
    services.move_guest(actor=an, guest=third, is_up=True)
    assert list(guests_of(an, dialogue)) == [first, third, second]
    services.move_guest(actor=an, guest=guests_of(an, dialogue)[0], is_up=True)
    services.move_guest(actor=an, guest=guests_of(an, dialogue)[0], is_up=False)
    assert list(guests_of(an, dialogue)) == [third, first, second]


def test_who_is_taken_off_is_counted_nowhere(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    stays, goes = guest_of("Một"), guest_of("Hai")
    services.remove_guest(actor=an, guest=goes)
    assert list(guests_of(an, dialogue)) == [stays]
    assert counts_of(guests_visible_to(an)).total == 1


def test_letters_are_noted_as_sent_once(an: Actor, guest_of: Adds) -> None:
    rows = [guest_of("Một"), guest_of("Hai")]
    assert len(services.mark_invited(actor=an, guests=rows)) == 2
    assert services.mark_invited(actor=an, guests=rows) == []


def test_the_list_of_a_cancelled_dialogue_stays(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(state="cancelled")
    guest = guests_visible_to(an).get(pk=guest.pk)
    with pytest.raises(Refused):
        services.remove_guest(actor=an, guest=guest)


def test_who_sees_which_guests(
    locality: Locality, dialogue: Dialogue, guest_of: Adds, hamlets: list[Hamlet], economy: Unit, economist: Actor,
    hamlet_head: Actor, other_hamlet_head: Actor, observer: Actor, binh: Actor, giang: Actor, ha: Actor,
) -> None:  # fmt: skip
    here, there = guest_of("Một", hamlet=hamlets[0]), guest_of("Hai", hamlet=hamlets[1])
    of_unit = guest_of("Ba", unit=economy, group=GuestGroup.UNITS)
    seen = {
        "binh": binh, "observer": observer, "hamlet_head": hamlet_head, "other": other_hamlet_head,
        "economist": economist, "giang": giang, "ha": ha,
    }  # fmt: skip
    assert {name: set(guests_visible_to(actor)) for name, actor in seen.items()} == {
        "binh": {here, there, of_unit}, "observer": {here, there, of_unit}, "hamlet_head": {here}, "other": {there},
        "economist": {of_unit}, "giang": set(), "ha": set(),
    }  # fmt: skip


def test_only_the_clerk_changes_the_list(binh: Actor, hamlet_head: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    for actor in (binh, hamlet_head):
        with pytest.raises(NotAllowed):
            services.remove_guest(actor=actor, guest=guest)
        with pytest.raises(NotAllowed):
            add_guests(actor=actor, dialogue=dialogue, drafts=[GuestDraft(post_title="Bí thư")])


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_names_is_one_entry_in_the_journal(
    an: Actor, dialogue: Dialogue, guest_of: Adds, chair: Post, count: int
) -> None:
    for number in range(count):
        guest_of(f"Người {number}")
    guest_of("", officer=chair.officer)
    rows = list(guests_of(an, dialogue))
    names = names_behind(an, rows, "Xem danh sách đại biểu")
    assert sorted(names.values()) == [*(f"Người {number}" for number in range(count)), "Trần Văn Bình"]
    assert JournalEntry._base_manager.filter(code="identity.read").count() == 1


def test_who_may_not_read_names_gets_none(observer: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    guest_of()
    assert names_behind(observer, guests_of(observer, dialogue), "Xem") == {}


def test_a_hamlet_head_reads_her_own_and_the_entry_says_who(
    hamlet_head: Actor, an: Actor, dialogue: Dialogue, guest_of: Adds, hamlets: list[Hamlet]
) -> None:
    guest_of("Một", hamlet=hamlets[0])
    guest_of("Hai", hamlet=hamlets[1])
    assert list(names_behind(hamlet_head, guests_of(an, dialogue), "Xem").values()) == ["Một"]
    entry = JournalEntry._base_manager.get(code="identity.read")
    assert (entry.actor_key, hamlet_head.key in entry.body) == ("system", True)


def test_an_officer_of_another_unit_sees_nothing(
    locality: Locality, economy: Unit, office: Unit, guest_of: Adds
) -> None:
    guest_of("Một", unit=economy)
    other = people.staff("lam", "Lâm", locality, roles.OFFICER, Scope(UNIT, office.pk))
    assert list(guests_visible_to(other)) == []


def test_a_corrected_name_is_a_new_box(an: Actor, guest_of: Adds) -> None:
    guest = guest_of("Hoàng Văn Dần")
    before = guest.identity_id
    draft = GuestDraft(group=GuestGroup.PRESS, person=Person(name="Hoàng Văn Đần"))
    services.edit_guest(actor=an, guest=guest, draft=draft, is_renamed=True)
    guest = guests_visible_to(an).get(pk=guest.pk)
    assert (guest.identity_id == before, guest.group, names_behind(an, [guest], "Xem")[guest.pk]) == (
        False, GuestGroup.PRESS, "Hoàng Văn Đần",
    )  # fmt: skip


def test_seats_are_seen_by_the_same_rule(allotment: Allotment, hamlet_head: Actor, other_hamlet_head: Actor) -> None:
    assert list(allotments_visible_to(hamlet_head)) == [allotment]
    assert list(allotments_visible_to(other_hamlet_head)) == []
