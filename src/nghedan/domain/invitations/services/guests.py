"""The list of guests: added one by one or many at once, corrected, brought into order, invited, taken off."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.reply_codes import reply_code, reply_digest
from nghedan.domain.invitations.services.naming import write_down
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.organisations.models import Hamlet, Officer, Unit
from nghedan.domain.organisations.rules.names import tidy
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.mail.services import withdraw_messages
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform, perform_many
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NOBODY = _("Xin ghi họ tên, chọn cán bộ, hoặc ghi chức vụ của người được mời.")
TWICE = _("%(name)s đã có trong danh sách mời; xin sửa dòng đã có.")


@dataclass(frozen=True, slots=True)
class GuestDraft:
    """Somebody to be invited: an officer in office, a person by name, or a post whose holder comes."""

    group: GuestGroup = GuestGroup.PEOPLE
    post_title: str = ""
    organisation: str = ""
    officer: Officer | None = None
    person: Person = field(default_factory=Person)
    unit: Unit | None = None
    hamlet: Hamlet | None = None
    allotment: Allotment | None = None
    stands_in_for: Guest | None = None


def add_guest(*, actor: Actor, dialogue: Dialogue, draft: GuestDraft, key: str = "") -> Guest:
    """Put somebody on the list. Raises Invalid (nobody named; field "officer" for one who is on it), Refused once the
    dialogue is over, NotAllowed, Conflict for a form sent before with other content."""
    try:
        with deed(actor):
            [fresh] = _rows(dialogue, [draft])
            guest = create("guest.add", actor=actor, obj=fresh, key=key, also_compared=draft.person)
            if guest is not fresh:
                raise _SentBefore(guest)
    except _SentBefore as again:  # neither a number nor a name was used up
        return again.guest
    return guest


def add_guests(*, actor: Actor, dialogue: Dialogue, drafts: Sequence[GuestDraft]) -> list[Guest]:
    """Put many on the list in their order, all or none. Raises as ``add_guest``."""
    with deed(actor):
        fresh = _rows(dialogue, drafts)
        create_many("guest.add", actor=actor, objs=fresh)
    return fresh


def edit_guest(*, actor: Actor, guest: Guest, draft: GuestDraft, is_renamed: bool) -> Guest:
    """Correct who is invited and as what; in another group she stands last. With ``is_renamed`` the name and contacts
    of the draft are kept in place of those before. Raises Invalid, NotAllowed, Refused, Conflict."""
    _check(draft, has_name=guest.identity_id is not None and not is_renamed)
    if draft.officer is not None and draft.officer.pk != guest.officer_id:
        _check_once(guest.dialogue, [draft.officer])
    changes: dict[str, Any] = {
        "group": draft.group.value, "post_title": tidy(draft.post_title)[:200],
        "organisation": tidy(draft.organisation)[:200], "officer_id": draft.officer.pk if draft.officer else None,
        "hamlet_id": draft.hamlet.pk if draft.hamlet else None,
    }  # fmt: skip
    with deed(actor):
        if draft.group != guest.group:
            changes["position"] = _last_positions(guest.dialogue).get(draft.group.value, 0) + 1
        if is_renamed:
            [identity] = write_down(guest.locality, [draft.person])
            changes["identity_id"] = identity.pk if identity else None
            withdraw_messages(actor=actor, rows=[guest])  # to the address before, by the name before
        return perform("guest.edit", actor=actor, obj=guest, changes=changes)


def move_guest(*, actor: Actor, guest: Guest, is_up: bool) -> Guest:
    """Let a guest change places with the one before or after in her group; at its end nothing happens.

    Raises NotAllowed, Refused, Conflict.
    """
    of_group = Guest.objects.of(guest.locality).filter(dialogue=guest.dialogue, group=guest.group)
    rows = list(of_group.exclude(state=GuestState.REMOVED).select_related("dialogue", "locality").order_by("position", "pk"))  # fmt: skip  # noqa: E501
    here = next(place for place, row in enumerate(rows) if row.pk == guest.pk)
    there = here - 1 if is_up else here + 1
    if not 0 <= there < len(rows):
        return guest
    rows[here], rows[there] = rows[there], rows[here]
    with deed(actor):
        for place, row in enumerate(rows, 1):
            if row.position != place:
                perform("guest.edit", actor=actor, obj=row, changes={"position": place})
    return guest


def mark_invited(*, actor: Actor, guests: Sequence[Guest]) -> list[Guest]:
    """Note that the letters of guests went out today; those noted already stay as they are.

    Raises NotAllowed, Refused, Conflict.
    """
    waiting = [guest for guest in guests if guest.state == GuestState.LISTED]
    return perform_many("guest.invite", actor=actor, objs=waiting, changes={"invited_on": clock.today()})


def remove_guest(*, actor: Actor, guest: Guest) -> Guest:
    """Take a guest off the list, and who stands in for her. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        remove_stand_ins(actor, guest)
        withdraw_messages(actor=actor, rows=[guest])
        return perform("guest.remove", actor=actor, obj=guest)


def remove_stand_ins(actor: Actor, guest: Guest) -> None:
    """Take off the list whoever stands in for a guest: a consequence, done by the system."""
    rows = Guest.objects.of(guest.locality).filter(stands_in_for=guest).exclude(state=GuestState.REMOVED)
    for row in rows.select_related("dialogue", "locality"):
        system = Actor.system(guest.locality)
        withdraw_messages(actor=actor, rows=[row])
        perform("guest.remove", actor=system, obj=row, facts={"asked_by": actor.key})


class _SentBefore(Exception):  # noqa: N818  (no error: what was written on the way is taken back)
    def __init__(self, guest: Guest) -> None:
        super().__init__()
        self.guest = guest


def _rows(dialogue: Dialogue, drafts: Sequence[GuestDraft]) -> list[Guest]:
    """Return the rows to be stored, numbered and in their places; the names are written down already."""
    for draft in drafts:
        _check(draft)
    _check_once(dialogue, [draft.officer for draft in drafts if draft.officer])
    last = _last_positions(dialogue)
    numbers = take_numbers(dialogue.locality, f"guest.{dialogue.public_id}", dialogue.year, len(drafts))
    identities = write_down(dialogue.locality, [Person() if draft.officer else draft.person for draft in drafts])
    rows = []
    for draft, number, identity in zip(drafts, numbers, identities, strict=True):
        instead = draft.stands_in_for
        group = draft.group.value
        last[group] = last.get(group, 0) + (instead is None)
        row = Guest(
            locality=dialogue.locality, dialogue=dialogue, group=group, number=number, identity=identity,
            position=instead.position if instead else last[group], post_title=tidy(draft.post_title)[:200],
            organisation=tidy(draft.organisation)[:200], officer=draft.officer, unit=draft.unit, hamlet=draft.hamlet,
            allotment=draft.allotment, stands_in_for=instead,
        )  # fmt: skip
        row.reply_digest = reply_digest(row.public_id, reply_code(row.public_id))
        rows.append(row)
    return rows


def _check(draft: GuestDraft, *, has_name: bool = False) -> None:
    if draft.officer is None and not has_name and not draft.person.name.strip() and not draft.post_title.strip():
        raise Invalid("guest.nobody", NOBODY, field="name")


def _check_once(dialogue: Dialogue, officers: Sequence[Officer]) -> None:
    """Raise Invalid for an officer who is on the list, or twice among those to be added."""
    ids = [officer.pk for officer in officers]
    listed = Guest.objects.of(dialogue.locality).filter(dialogue=dialogue, officer_id__in=ids)
    taken = set(listed.exclude(state=GuestState.REMOVED).values_list("officer_id", flat=True))
    for officer in officers:
        if officer.pk in taken:
            raise Invalid("guest.twice", TWICE, field="officer", name=officer.full_name)
        taken.add(officer.pk)


def _last_positions(dialogue: Dialogue) -> dict[str, int]:
    rows = Guest.objects.of(dialogue.locality).filter(dialogue=dialogue).order_by()
    return dict(rows.values_list("group").annotate(last=Max("position")))
