"""Facts of invitations and lists of guests, written by hand: an invented commune and its Party committee."""

from dataclasses import replace

from nghedan.domain.invitations.documents import (
    guest_list,
    hand_delivery_list,
    introduction_list,
    invitation,
    name_cards,
    signing_list,
)
from nghedan.domain.invitations.documents.entries import Entry
from nghedan.domain.invitations.documents.invitation import LetterFacts
from nghedan.domain.invitations.terms import GuestGroup, GuestState
from nghedan.domain.papers.issuing import Issuer
from nghedan.foundation.documents.model import Document, Header
from tests.domain.matters.documents.samples import COMMITTEE, PARTY, plan_of

OCCASION = "Hội nghị đối thoại ngày 16/9/2026: Nước sinh hoạt và giao thông nông thôn"


def _entry(number: int, group: GuestGroup, name: str, title: str = "", **more: object) -> Entry:
    said = {"organisation": "", "hamlet": "", "state": GuestState.ACCEPTED, **more}
    return Entry(number=number, group=group, name=name, title=title, **said)  # type: ignore[arg-type]


ENTRIES = (
    _entry(3, GuestGroup.COUNCIL, "Lường Thị Măng", "Phó Chủ tịch HĐND xã"),
    _entry(1, GuestGroup.COMMITTEE, "Trần Văn Bình", "Chủ tịch UBND xã"),
    _entry(4, GuestGroup.FRONT, "", "Ban Thường trực Ủy ban MTTQ xã", state=GuestState.INVITED),
    _entry(5, GuestGroup.HAMLETS, "Vi Văn Thu", "Trưởng thôn", hamlet="thôn Bãi Đa"),
    _entry(6, GuestGroup.HAMLETS, "", "Bí thư Chi bộ", hamlet="thôn Suối Mơ", state=GuestState.LISTED),
    _entry(7, GuestGroup.PEOPLE, "Hoàng Văn Dần", hamlet="thôn Bãi Đa", state=GuestState.DECLINED, note="Đi viện"),
    _entry(
        12, GuestGroup.PEOPLE, "Lý Thị Liên", hamlet="thôn Bãi Đa", code="k3f7-9qzt",
        address="https://nghedan.example.vn/yen-hoa/giay-moi/abcdefghjkmn/?ma=k3f7-9qzt",
    ),
)  # fmt: skip


def _facts(issuer: Issuer) -> LetterFacts:
    number = "31-GM/ĐU" if issuer.is_party else "31/GM-UBND"
    return LetterFacts(
        issuer=issuer,
        header=Header(
            issuer=issuer.lines, superior=issuer.superior, number=number, place=issuer.place, day=4, month=9, year=2026
        ),
        title="dự Hội nghị đối thoại với Nhân dân năm 2026",
        conference="hội nghị đối thoại với Nhân dân",
        plans=plan_of(issuer),
        theme="Nước sinh hoạt và giao thông nông thôn",
        topics=("Cấp nước sinh hoạt mùa khô tại 5 thôn", "Bê tông hóa 12 km đường liên thôn"),
        when="07 giờ 30 phút, thứ Tư, ngày 16/9/2026",
        where="Nhà văn hóa xã Yên Hòa",
        presided=("Bí thư Đảng ủy",) if issuer.is_party else ("Chủ tịch UBND xã", "Phó Chủ tịch HĐND xã"),
        prepare=tuple(invitation.ready(issuer).splitlines()),
        more=(),
    )  # fmt: skip


def state_letters() -> Document:
    """Letters to one of the people with a link, and to a post."""
    return invitation.document_of(_facts(COMMITTEE), (ENTRIES[6], ENTRIES[4]))


def party_letters() -> Document:
    """Letters of the Party to an officer and to one of the people."""
    return invitation.document_of(_facts(PARTY), (ENTRIES[1], replace(ENTRIES[6], address="")))


def everybody() -> Document:
    return guest_list.document_of(guest_list.ListFacts(COMMITTEE.name, OCCASION, ENTRIES))


def to_bring() -> Document:
    waiting = tuple(entry for entry in ENTRIES if entry.state is not GuestState.DECLINED)
    return hand_delivery_list.document_of(guest_list.ListFacts(COMMITTEE.name, OCCASION, waiting))


def for_signing() -> Document:
    return signing_list.document_of(guest_list.ListFacts(COMMITTEE.name, OCCASION, ENTRIES))


def to_introduce() -> Document:
    coming = tuple(entry for entry in ENTRIES if entry.state is GuestState.ACCEPTED)
    facts = introduction_list.IntroductionFacts(COMMITTEE.name, OCCASION, is_party=False, entries=coming)
    return introduction_list.document_of(facts)


def cards() -> Document:
    return name_cards.document_of(ENTRIES[:5])


def many_letters(count: int) -> Document:
    """Return so many letters in one file, each with a link of its own."""
    place = "https://nghedan.example.vn/yen-hoa/giay-moi/abcdefghjkmn/?ma="
    entries = (replace(ENTRIES[6], number=number, address=f"{place}{number}") for number in range(1, count + 1))
    return invitation.document_of(_facts(COMMITTEE), entries)
