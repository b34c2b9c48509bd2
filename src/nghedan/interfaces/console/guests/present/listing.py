"""Guests by group in the order of protocol, and how many answered what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import GuestCounts
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Colour, Column, Figure, Link, Tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop

COLOURS = {
    GuestState.LISTED: Colour.YELLOW, GuestState.INVITED: Colour.BLUE, GuestState.ACCEPTED: Colour.GREEN,
    GuestState.DECLINED: Colour.GREY, GuestState.REPLACED: Colour.GREY, GuestState.REMOVED: Colour.GREY,
}  # fmt: skip
SHOWN = {
    "": (gettext_noop("Tất cả"), tuple(GuestState)),
    "listed": (gettext_noop("Chưa gửi giấy mời"), (GuestState.LISTED,)),
    "invited": (gettext_noop("Chưa trả lời"), (GuestState.INVITED,)),
    "accepted": (gettext_noop("Sẽ dự"), (GuestState.ACCEPTED,)),
    "declined": (gettext_noop("Không dự, cử người thay"), (GuestState.DECLINED, GuestState.REPLACED)),
}
"""Value in the address -> what the list shows."""


@dataclass(frozen=True, slots=True)
class GuestLine:
    """A guest in the list."""

    public_id: str
    number: int
    name: str
    about: str
    href: str
    tag: Tag
    note: str
    is_stand_in: bool
    is_first: bool
    is_last: bool
    mail: str


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """The guests of a group."""

    anchor: str
    title: str
    count: int
    lines: list[GuestLine]


def tag_of(guest: Guest) -> Tag:
    state = GuestState(guest.state)
    text = _("Chưa gửi giấy mời") if state is GuestState.LISTED else _(state.label)
    return Tag(text, COLOURS[state])


def name_of(guest: Guest, names: Mapping[int, str]) -> str:
    """Return the name, the post where nobody is named, or the number of the invitation."""
    return names.get(guest.pk, "") or guest.post_title or _("Đại biểu số %(number)s") % {"number": guest.number}


def about(guest: Guest, names: Mapping[int, str]) -> str:
    """Return post, organisation and hamlet, without saying a post twice."""
    title = guest.post_title if names.get(guest.pk) else ""
    place = str(guest.hamlet) if guest.hamlet else ""
    return ", ".join(filter(None, (title, guest.organisation, place)))


def blocks_of(
    guests: Sequence[Guest], names: Mapping[int, str], mailed: Mapping[int, str], shown: str, locality: Locality
) -> list[GroupBlock]:
    """Return the groups that have somebody to show, in the order of protocol; ``mailed`` says what became of mail."""
    by_group: dict[str, list[Guest]] = {group.value: [] for group in GuestGroup}
    for guest in guests:
        if guest.state in SHOWN[shown][1]:
            by_group[guest.group].append(guest)
    return [
        GroupBlock(f"nhom-{group}", _(GuestGroup(group).label), len(rows), _lines(rows, names, mailed, locality))
        for group, rows in by_group.items()
        if rows
    ]


def _lines(
    rows: Sequence[Guest], names: Mapping[int, str], mailed: Mapping[int, str], locality: Locality
) -> list[GuestLine]:
    return [
        GuestLine(
            guest.public_id, guest.number, name_of(guest, names), about(guest, names),
            href("guest", locality, dialogue_id=guest.dialogue.public_id, guest_id=guest.public_id), tag_of(guest),
            guest.reply_note, guest.stands_in_for_id is not None, place == 0, place == len(rows) - 1,
            mailed.get(guest.pk, ""),
        )
        for place, guest in enumerate(rows)
    ]  # fmt: skip


def shown_links(page: str, shown: str, counts: GuestCounts) -> list[Link]:
    """Return the ways to each selection, with how many are in it; who was replaced is counted once in the whole."""
    sums = {code: _sum(counts.states, states) if code else counts.total for code, (_label, states) in SHOWN.items()}
    found = [(code, _(label), sums[code]) for code, (label, _states) in SHOWN.items()]
    return [
        Link(label, f"{page}?show={code}" if code else page, current=code == shown, count=count)
        for code, label, count in found
    ]


def figures_of(counts: GuestCounts, expected: int | None) -> list[Figure]:
    """Return how many places there are and how they are filled; beside what the plan expects."""
    waiting = _sum(counts.states, (GuestState.LISTED, GuestState.INVITED))
    note = _("dự kiến %(expected)s") % {"expected": expected} if expected else ""
    return [
        Figure(counts.total, _("đại biểu"), note),
        Figure(counts.coming, _("sẽ dự"), colour=Colour.GREEN if counts.coming else None),
        Figure(waiting, _("chưa trả lời")),
        Figure(counts.states[GuestState.DECLINED.value], _("không dự được")),
    ]


def hamlet_columns() -> list[Column]:
    numbers = (_("Đại biểu"), _("Sẽ dự"), _("Chưa trả lời"), _("Không dự"))
    return [Column(_("Thôn, tổ dân phố")), *(Column(title, numeric=True) for title in numbers)]


def hamlet_rows(counts: GuestCounts, guests: Sequence[Guest]) -> list[list[object]]:
    """Return the hamlets that send somebody, with what their people answered."""
    hamlets = {guest.hamlet_id: str(guest.hamlet) for guest in guests if guest.hamlet_id}
    return [[name, *_answers(counts.hamlets[pk])] for pk, name in sorted(hamlets.items(), key=lambda pair: pair[1])]


def _answers(states: Counter[str]) -> list[int]:
    total = states.total() - states[GuestState.REPLACED.value]
    waiting = _sum(states, (GuestState.LISTED, GuestState.INVITED))
    return [total, states[GuestState.ACCEPTED.value], waiting, states[GuestState.DECLINED.value]]


def _sum(states: Counter[str], wanted: Sequence[GuestState]) -> int:
    return sum(states[state.value] for state in wanted)
