"""Answers to an invitation: entered by the clerk, by who leads the hamlet or the unit, or by the guest with the link.

An answer may be given anew until the hall opens; the last one counts.
"""

import hmac
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import WITH
from nghedan.domain.invitations.reply_codes import reply_digest
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest, remove_stand_ins
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.organisations.models import Officer
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.budgets.spending import Budget, forget, spend
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

TRIES = Budget("invitation.code", most=5, per=timedelta(hours=1))
"""Of 39 bits: at five an hour for one invitation nobody guesses its code; of another invitation nothing is slowed."""

NO_STAND_IN = _("Xin ghi họ tên người dự thay.")
SLOWED = _("Đã thử sai nhiều lần với giấy mời này. Xin thử lại sau một giờ, hoặc báo Văn phòng qua điện thoại.")
WRONG_CODE = _("Mã chưa đúng với giấy mời này. Xin xem lại mã in dưới ô vuông trên giấy mời.")
DAY_OVER = _("Đã qua ngày hội nghị nên không nhận trả lời nữa. Cần báo gì, xin gọi Văn phòng.")
NO_LONGER = _("Giấy mời này không còn hiệu lực. Xin liên hệ Văn phòng.")


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who comes instead: somebody in office, or a person by name."""

    person: Person = field(default_factory=Person)
    officer: Officer | None = None
    post_title: str = ""


def accept_guest(*, actor: Actor, guest: Guest, note: str = "") -> Guest:
    """Note that a guest comes. Raises Refused once the hall has opened, NotAllowed, Conflict."""
    return _answer("guest.accept", actor, guest, note)


def decline_guest(*, actor: Actor, guest: Guest, note: str = "") -> Guest:
    """Note that a guest does not come, and why. Raises as ``accept_guest``."""
    return _answer("guest.decline", actor, guest, note)


def substitute_guest(*, actor: Actor, guest: Guest, stand_in: StandIn, note: str = "") -> Guest:
    """Note who comes instead of a guest; return that one, who stands on the list at the same place and has accepted.

    Raises Invalid (field "name") when nobody is named, and as ``accept_guest``.
    """
    if stand_in.officer is None and not stand_in.person.name.strip():
        raise Invalid("guest.no_stand_in", NO_STAND_IN, field="name")
    draft = GuestDraft(
        group=GuestGroup(guest.group), post_title=stand_in.post_title, organisation=guest.organisation,
        officer=stand_in.officer, person=stand_in.person, unit=guest.unit, hamlet=guest.hamlet,
        allotment=guest.allotment, stands_in_for=guest,
    )  # fmt: skip
    system = Actor.system(guest.locality)
    with deed(actor):
        _answer("guest.substitute", actor, guest, note)
        other = add_guest(actor=system, dialogue=guest.dialogue, draft=draft)
        return perform("guest.accept", actor=system, obj=other, changes={"replied_on": clock.today()})


def invitations_with_links(locality: Locality) -> ScopedQuerySet[Guest]:
    """Return the guests whose letters carry a link: none of internal dialogues, which the people's pages pass over."""
    rows = Guest.objects.of(locality).exclude(dialogue__openness=Openness.INTERNAL)
    return rows.select_related(*WITH, "allotment")


def guest_with_code(*, locality: Locality, public_id: str, code: str) -> Guest:
    """Return the guest whose link somebody bears.

    A try is counted before it is looked at, so that many at once count too; wrong ones slow down this invitation
    alone. Raises Guest.DoesNotExist for no such invitation or one of an internal dialogue, Invalid (field "ma").
    """
    guest = invitations_with_links(locality).get(public_id=public_id)
    if not spend(TRIES, guest.public_id):
        raise Invalid("guest.slowed", SLOWED, field="ma")
    digest = reply_digest(guest.public_id, code)
    if not digest or not hmac.compare_digest(digest, guest.reply_digest):
        raise Invalid("guest.wrong_code", WRONG_CODE, field="ma")
    forget(TRIES, guest.public_id)
    return guest


def check_open_to_link(guest: Guest) -> None:
    """Raise Refused when a guest can no longer answer by the link: taken off the list, or the day is over."""
    if guest.state == GuestState.REMOVED:
        raise Refused("guest.no_longer", NO_LONGER)
    held_on = guest.dialogue.held_on
    if guest.dialogue.state not in TO_COME or (held_on is not None and held_on < clock.today()):
        raise Refused("guest.day_over", DAY_OVER)


def answer_by_link(*, actor: Actor, guest: Guest, answer: GuestState, stand_in: StandIn | None = None) -> Guest:
    """Take the answer of whoever bears the link: it is the code that was checked, so the system answers for the bearer
    and the entry says so. Raises Invalid, Refused, Conflict."""
    check_open_to_link(guest)
    system = Actor.system(guest.locality)
    with deed(actor):
        if answer is GuestState.REPLACED:
            return substitute_guest(actor=system, guest=guest, stand_in=stand_in or StandIn(), note="")
        code = "guest.accept" if answer is GuestState.ACCEPTED else "guest.decline"
        return _answer(code, system, guest, "", {"by_link": True})


def _answer(code: str, actor: Actor, guest: Guest, note: str, facts: dict[str, Any] | None = None) -> Guest:
    changes = {"reply_note": " ".join(note.split())[:300], "replied_on": clock.today()}
    with deed(actor):
        perform(code, actor=actor, obj=guest, changes=changes, facts=facts)
        remove_stand_ins(actor, guest)
    return guest
