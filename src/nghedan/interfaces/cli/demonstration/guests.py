"""Whom the demonstration invites: those in office, delegates of every hamlet, answers of every kind."""

from datetime import timedelta

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.services import allotting, guests, replying
from nghedan.domain.invitations.services.allotting import Seats
from nghedan.domain.invitations.services.guests import GuestDraft
from nghedan.domain.invitations.services.replying import StandIn
from nghedan.domain.invitations.services.suggesting import add_suggested, suggestions_for
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person

DELEGATES = ("Hoàng Thị Thơm", "Nông Văn Khải", "Lý Thị Xuân", "Triệu Văn Sử", "Vi Thị Liên", "Lường Văn Măng")
WEEK = timedelta(days=7)
SEATS = 3
OPEN = 2
"""So many hamlets have not sent their names yet."""


def live_guests(clerk: Actor, dialogue: Dialogue) -> None:
    """Make the list, allot seats, let most hamlets send names and most guests answer, through the deeds."""
    today = clock.today()
    offered = [one for one in suggestions_for(dialogue) if one.group is not GuestGroup.PEOPLE]  # they send delegates
    usual = [one.key for one in offered if one.is_usual or one.is_from_plan]
    add_suggested(actor=clerk, dialogue=dialogue, keys=usual)
    press = GuestDraft(group=GuestGroup.PRESS, post_title="Phóng viên", organisation="Trung tâm Truyền thông tỉnh")
    guests.add_guest(actor=clerk, dialogue=dialogue, draft=press)
    hamlets = list(dialogue.hamlets.all()) or hamlets_on(dialogue.locality, today)
    due_on = dialogue.held_on - WEEK if dialogue.held_on else None
    seats = Seats(SEATS, due_on, "Có đại diện hộ nghèo, phụ nữ, thanh niên")
    rows = allotting.allot_seats(actor=clerk, dialogue=dialogue, seats=seats, hamlets=hamlets)
    for place, row in enumerate(rows[:-OPEN]):
        names = [DELEGATES[(place + offset) % len(DELEGATES)] for offset in range(SEATS - place % 2)]
        persons = [Person(name=name, phone=f"09000{place:02d}{number:03d}") for number, name in enumerate(names)]
        allotting.return_names(actor=clerk, allotment=row, persons=persons)
    guests.mark_invited(actor=clerk, guests=list(guests_of(clerk, dialogue)))
    for place, guest in enumerate(list(guests_of(clerk, dialogue))):
        _answer(clerk, guest, place)


def _answer(clerk: Actor, guest: Guest, place: int) -> None:
    if place % 9 == 4:
        replying.decline_guest(actor=clerk, guest=guest, note="Đi công tác")
    elif place % 13 == 6:
        instead = StandIn(Person(name=DELEGATES[place % len(DELEGATES)]))
        replying.substitute_guest(actor=clerk, guest=guest, stand_in=instead, note="Bận việc gia đình")
    elif place % 4 != 3:
        replying.accept_guest(actor=clerk, guest=guest)
