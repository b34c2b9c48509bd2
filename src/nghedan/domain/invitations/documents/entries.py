"""What papers tell of guests: read once for all of them, in the order of protocol."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of, protocol_key
from nghedan.domain.invitations.services.naming import READ, names_behind
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.kernel.vietnamese import format_date, weekday_name


@dataclass(frozen=True, slots=True)
class Entry:
    """A guest as papers name her; ``name`` is empty where the holder of a post is meant."""

    number: int
    group: GuestGroup
    state: GuestState
    name: str = field(repr=False)
    title: str
    organisation: str
    hamlet: str
    note: str = ""
    address: str = ""
    code: str = ""

    @property
    def called(self) -> str:
        """The name, else the post."""
        return self.name or self.title or f"Đại biểu số {self.number}"

    @property
    def about(self) -> str:
        """Post, organisation and hamlet as within a sentence: no post said twice, no place the post names already."""
        return self._told(self.title if self.name else "")

    @property
    def office(self) -> str:
        """Post, organisation and hamlet as in a cell of a table, whether the name is known or not."""
        told = self._told(self.title)
        return told[:1].upper() + told[1:]

    def _told(self, title: str) -> str:
        organisation = "" if self.organisation and self.organisation in self.title else self.organisation
        hamlet = "" if self.hamlet and self.hamlet.lower() in self.title.lower() else self.hamlet
        return ", ".join(filter(None, (_joined(title, organisation), hamlet)))


def _joined(title: str, organisation: str) -> str:
    """Return post and organisation, what both say once: "Bí thư Đảng ủy" of "Đảng ủy xã" is "Bí thư Đảng ủy xã"."""
    said, named = title.split(), organisation.split()
    shared = next((count for count in range(len(named), 0, -1) if said[-count:] == named[:count]), 0)
    if shared and len(said) > shared:
        return " ".join((*said, *named[shared:]))
    return ", ".join(filter(None, (title, organisation)))


def entry_of(guest: Guest, name: str, *, address: str = "", code: str = "") -> Entry:
    """Return a guest as papers name her."""
    return Entry(
        number=guest.number, group=GuestGroup(guest.group), state=GuestState(guest.state), name=name,
        title=guest.post_title, organisation=guest.organisation, hamlet=guest.hamlet.full_name if guest.hamlet else "",
        note=guest.reply_note, address=address, code=code,
    )  # fmt: skip


def read_guests(
    actor: Actor, dialogue_id: str, states: Sequence[GuestState], reason: str,
    chosen: Callable[[list[Guest]], list[Guest]] = list,
) -> tuple[Dialogue, tuple[Entry, ...]]:  # fmt: skip
    """Return a dialogue and its guests in some states, or those ``chosen`` of them, for who may read all their names:
    one journalled read.

    Raises Dialogue.DoesNotExist for everybody else.
    """
    dialogue = dialogue_for(actor, dialogue_id)
    if not decide(actor, READ, dialogue).allowed:
        raise Dialogue.DoesNotExist
    guests = chosen(list(guests_of(actor, dialogue).filter(state__in=[state.value for state in states])))
    names = names_behind(actor, guests, reason)
    return dialogue, tuple(entry_of(guest, names.get(guest.pk, "")) for guest in guests)


def in_order(guests: Iterable[Guest]) -> list[Guest]:
    """Return any guests in the order of protocol."""
    return sorted(guests, key=protocol_key)


def by_group(entries: Iterable[Entry]) -> dict[GuestGroup, list[Entry]]:
    """Return the groups that have somebody, in the order of protocol."""
    rows = list(entries)
    found = {group: [one for one in rows if one.group is group] for group in GuestGroup}
    return {group: ones for group, ones in found.items() if ones}


def occasion_of(dialogue: Dialogue) -> str:
    """Return "Hội nghị đối thoại ngày 16/9/2026: …"."""
    day = f" ngày {format_date(dialogue.held_on)}" if dialogue.held_on else ""
    return f"Hội nghị đối thoại{day}: {dialogue.theme}"


def when_of(held_on: date | None, starts_at: time | None) -> str:
    """Return hour and day as papers write them: "07 giờ 30 phút, thứ Tư, ngày 16/9/2026"; empty without a day."""
    if held_on is None:
        return ""
    day = f"{weekday_name(held_on)}, ngày {format_date(held_on)}"
    if starts_at is None:
        return day
    hour = f"{starts_at.hour:02d} giờ" + (f" {starts_at.minute:02d} phút" if starts_at.minute else "")
    return f"{hour}, {day}"
