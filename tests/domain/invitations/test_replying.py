"""Answers to an invitation, by whom, and until when."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import counts_of, guests_of, guests_visible_to
from nghedan.domain.invitations.reply_codes import reply_address, reply_code
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.services.replying import (
    StandIn,
    accept_guest,
    answer_by_link,
    decline_guest,
    guest_with_code,
    substitute_guest,
)
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

Adds = Callable[..., Guest]
LIEN = StandIn(Person(name="Lý Thị Liên"), post_title="Phó Bí thư Chi bộ")


def _again(actor: Actor, guest: Guest) -> Guest:
    return guests_visible_to(actor).get(pk=guest.pk)


def test_who_comes_instead_stands_in_the_same_place_and_is_the_one_counted(
    an: Actor, dialogue: Dialogue, guest_of: Adds
) -> None:
    first, second = guest_of("Một"), guest_of("Hai")
    other = substitute_guest(actor=an, guest=first, stand_in=LIEN, note="Bận họp")
    rows = list(guests_of(an, dialogue))
    assert rows == [first, other, second]
    assert [row.state for row in rows] == ["replaced", "accepted", "listed"]
    counts = counts_of(rows)
    assert (counts.total, counts.coming) == (2, 1)
    assert names_behind(an, rows, "Xem")[other.pk] == "Lý Thị Liên"


def test_an_answer_is_restated_and_the_stand_in_goes(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    substitute_guest(actor=an, guest=guest, stand_in=LIEN)
    substitute_guest(actor=an, guest=_again(an, guest), stand_in=StandIn(Person(name="Vi Văn Sử")))
    assert [row.state for row in guests_of(an, dialogue)] == ["replaced", "accepted"]
    accept_guest(actor=an, guest=_again(an, guest))
    assert [(row.pk, row.state) for row in guests_of(an, dialogue)] == [(guest.pk, "accepted")]
    decline_guest(actor=an, guest=_again(an, guest), note="  Đi   viện ")
    assert (_again(an, guest).state, _again(an, guest).reply_note) == ("declined", "Đi viện")


def test_nobody_stands_in_without_a_name(an: Actor, guest_of: Adds) -> None:
    guest = guest_of()
    with pytest.raises(Invalid) as error:
        substitute_guest(actor=an, guest=guest, stand_in=StandIn())
    assert (error.value.field, _again(an, guest).state) == ("name", "listed")


def test_a_hamlet_head_answers_for_her_own_people_only(
    hamlet_head: Actor, other_hamlet_head: Actor, an: Actor, guest_of: Adds, hamlets: list[Hamlet]
) -> None:
    guest = guest_of("Một", hamlet=hamlets[0])
    with pytest.raises(NotAllowed):
        accept_guest(actor=other_hamlet_head, guest=guest)
    accept_guest(actor=hamlet_head, guest=guest)
    other = substitute_guest(actor=hamlet_head, guest=guest, stand_in=LIEN)
    assert (other.hamlet, other.state) == (hamlets[0], "accepted")


def test_nothing_is_answered_once_the_hall_has_opened(an: Actor, dialogue: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    Dialogue.objects.of(dialogue.locality).filter(pk=dialogue.pk).update(state="in_session")
    with pytest.raises(Refused) as error:
        accept_guest(actor=an, guest=_again(an, guest))
    assert error.value.code == "guest.answers_over"


def test_the_link_opens_its_own_invitation_however_the_code_is_typed(guest_of: Adds) -> None:
    guest, other = guest_of("Một"), guest_of("Hai")
    code = reply_code(guest.public_id)
    assert guest_with_code(locality=guest.locality, public_id=guest.public_id, code=code.upper().replace("-", " ")) == guest  # fmt: skip  # noqa: E501
    for wrong in (reply_code(other.public_id), "", "k3f7-9qzt", "x"):
        with pytest.raises(Invalid) as error:
            guest_with_code(locality=guest.locality, public_id=guest.public_id, code=wrong)
        assert error.value.code == "guest.wrong_code"


def test_the_database_does_not_tell_the_code(guest_of: Adds) -> None:
    guest = guest_of()
    stored = str(Guest.objects.of(guest.locality).values().get())
    assert reply_code(guest.public_id) not in stored
    assert reply_code(guest.public_id).replace("-", "") not in stored


def test_wrong_codes_slow_down_one_invitation_alone(guest_of: Adds) -> None:
    guest, other = guest_of("Một"), guest_of("Hai")
    for _number in range(5):
        with pytest.raises(Invalid):
            guest_with_code(locality=guest.locality, public_id=guest.public_id, code="2222-2222")
    with pytest.raises(Invalid) as error:
        guest_with_code(locality=guest.locality, public_id=guest.public_id, code=reply_code(guest.public_id))
    assert error.value.code == "guest.slowed"
    found = guest_with_code(locality=other.locality, public_id=other.public_id, code=reply_code(other.public_id))
    assert found == other
    with clock.frozen(clock.now() + timedelta(hours=1)):
        found = guest_with_code(locality=guest.locality, public_id=guest.public_id, code=reply_code(guest.public_id))
    assert found == guest


def test_the_bearer_of_the_link_answers_until_the_day(dung: Actor, an: Actor, guest_of: Adds) -> None:
    guest = guest_of()
    answer_by_link(actor=dung, guest=guest, answer=GuestState.ACCEPTED)
    answer_by_link(actor=dung, guest=guest, answer=GuestState.DECLINED)
    answer_by_link(actor=dung, guest=guest, answer=GuestState.REPLACED, stand_in=LIEN)
    assert [row.state for row in guests_of(an, guest.dialogue)] == ["replaced", "accepted"]
    for day, is_open in ((15, True), (16, False)):
        with clock.frozen(datetime(2026, 4, day, 6, tzinfo=clock.LOCAL_ZONE)):
            again = _again(an, guest)
            if is_open:
                answer_by_link(actor=dung, guest=again, answer=GuestState.ACCEPTED)
            else:
                with pytest.raises(Refused):
                    answer_by_link(actor=dung, guest=again, answer=GuestState.DECLINED)
    assert _again(an, guest).state == "accepted"


def test_an_internal_dialogue_has_no_link(guest_of: Adds, settings: object, frozen_today: date) -> None:
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"  # type: ignore[attr-defined]
    guest = guest_of()
    code = reply_code(guest.public_id)
    assert reply_address(guest) == f"https://nghedan.example.vn/suoi-lanh/giay-moi/{guest.public_id}/?ma={code}"
    Dialogue.objects.of(guest.locality).filter(pk=guest.dialogue_id).update(openness="internal")
    guest.dialogue.openness = "internal"
    assert reply_address(guest) == ""
    with pytest.raises(Guest.DoesNotExist):
        guest_with_code(locality=guest.locality, public_id=guest.public_id, code=code)
