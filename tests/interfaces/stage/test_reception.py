"""Reception: one field for guests, two for walk-ins; counts, undo, speaking at once, the order of introduction."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import segno
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Attendance, SpeakerRequest
from nghedan.domain.hall.queries.people import lately_came, names_of_those
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor, Grant
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identities
from nghedan.foundation.journal.models import JournalEntry
from nghedan.interfaces.stage.reception import LAST_ONES
from tests.interfaces.stage.live_hall import address, fragments, press, seen, words

Invited = Callable[..., Guest]


@pytest.fixture
def invited(an: Actor, dialogue: Dialogue) -> Invited:
    """Return a function by which An puts somebody on the list."""

    def add(name: str, group: GuestGroup = GuestGroup.PEOPLE, **more: object) -> Guest:
        draft = GuestDraft(group=group, person=Person(name=name), **more)  # type: ignore[arg-type]
        return add_guest(actor=an, dialogue=dialogue, draft=draft)

    return add


def key_on(clerk: Client, hall: Dialogue) -> str:
    key = re.search(r'name="form_key" value="([^"]+)"', clerk.get(address(hall, "reception/")).content.decode())
    assert key is not None
    return key.group(1)


def arrive(clerk: Client, hall: Dialogue, **typed: str) -> int:
    sent = {"form_key": key_on(clerk, hall), **typed}
    return clerk.post(address(hall, "reception/arrive/"), sent).status_code


def found(clerk: Client, hall: Dialogue, typed: str) -> list[str]:
    page = clerk.get(address(hall, "reception/"), {"q": typed}).content.decode()
    return re.findall(r'<p class="reception__name"><strong>([^<]+)</strong>', page)


def test_a_guest_is_found_by_number_name_and_code(
    clerk: Client, hall: Dialogue, invited: Invited, hamlets: list[Hamlet]
) -> None:
    dung = invited("Vi Thị Dung", hamlet=hamlets[0])
    invited("Hà Văn Mạnh", hamlet=hamlets[1])
    assert found(clerk, hall, "1") == ["Số 1 · Vi Thị Dung"]
    assert found(clerk, hall, "manh ha") == ["Số 2 · Hà Văn Mạnh"]
    assert found(clerk, hall, f"http://x.vn/suoi-lanh/giay-moi/{dung.public_id}/?ma=abcd") == ["Số 1 · Vi Thị Dung"]
    assert found(clerk, hall, "không có ai") == []


def test_a_photo_of_the_code_finds_the_guest(
    clerk: Client, hall: Dialogue, invited: Invited
) -> None:
    dung = invited("Vi Thị Dung")
    picture = io.BytesIO()
    segno.make(f"http://x.vn/suoi-lanh/giay-moi/{dung.public_id}/?ma=abcd").save(picture, kind="png", scale=8)
    photo = SimpleUploadedFile("ma.png", picture.getvalue(), "image/png")
    answer = clerk.post(address(hall, "reception/scan/"), {"photo": photo})
    assert answer.status_code == 302
    page = clerk.get(answer["Location"]).content.decode()
    assert "Số 1 · Vi Thị Dung" in page
    nothing = clerk.post(address(hall, "reception/scan/"), {"photo": SimpleUploadedFile("a.png", b"x", "image/png")})
    assert nothing["Location"] == address(hall, "reception/")


def test_a_guest_arrives_once_and_may_be_taken_back(clerk: Client, hall: Dialogue, invited: Invited) -> None:
    guest = invited("Vi Thị Dung")
    assert arrive(clerk, hall, guest=guest.public_id) == 302
    assert arrive(clerk, hall, guest=guest.public_id) == 409
    row = Attendance.objects.of(hall.locality).get()
    assert press(clerk, hall, f"reception/{row.public_id}/void/") == "/reception/"
    assert arrive(clerk, hall, guest=guest.public_id) == 302
    assert Attendance.objects.of(hall.locality).exclude(state="void").count() == 1


def test_a_walk_in_needs_a_hamlet_only(clerk: Client, hall: Dialogue, hamlets: list[Hamlet]) -> None:
    assert arrive(clerk, hall, hamlet=hamlets[0].public_id) == 302
    assert arrive(clerk, hall, hamlet="", name="Vi Thị Dung") == 422
    assert arrive(clerk, hall, hamlet=hamlets[1].public_id, name="Hà Văn Mạnh") == 302
    rows = Attendance.objects.of(hall.locality).order_by("pk")
    assert [(row.hamlet, row.identity is not None) for row in rows] == [(hamlets[0], False), (hamlets[1], True)]
    assert "Hà Văn Mạnh · Thôn Lân Hạ · 09:00" in seen(clerk, hall, "reception/")


def test_the_same_form_twice_is_one_arrival(clerk: Client, hall: Dialogue, hamlets: list[Hamlet]) -> None:
    sent = {"form_key": key_on(clerk, hall), "hamlet": hamlets[0].public_id, "name": "Hà Văn Mạnh"}
    for _time in range(2):
        assert clerk.post(address(hall, "reception/arrive/"), sent).status_code == 302
    assert Attendance.objects.of(hall.locality).count() == 1


def test_who_comes_may_ask_to_speak_at_once(
    clerk: Client, hall: Dialogue, invited: Invited, hamlets: list[Hamlet]
) -> None:
    guest = invited("Vi Thị Dung", hamlet=hamlets[0])
    arrive(clerk, hall, guest=guest.public_id, wants_to_speak="on", topic="Cầu hỏng", may_show_name="on")
    arrive(clerk, hall, hamlet=hamlets[1].public_id, name="Hà Văn Mạnh", wants_to_speak="on")
    rows = SpeakerRequest.objects.of(hall.locality).order_by("number")
    assert [(row.number, row.way, row.hamlet, row.topic, row.may_show_name) for row in rows] == [
        (1, "door", hamlets[0], "Cầu hỏng", True),
        (2, "door", hamlets[1], "", False),
    ]


def test_counts_by_group_and_hamlet_know_who_left(
    clerk: Client, hall: Dialogue, invited: Invited, hamlets: list[Hamlet]
) -> None:
    arrive(clerk, hall, guest=invited("Vi Thị Dung", hamlet=hamlets[0]).public_id)
    arrive(clerk, hall, guest=invited("Lò Văn Tâm", GuestGroup.FRONT).public_id)
    arrive(clerk, hall, hamlet=hamlets[0].public_id)
    first = Attendance.objects.of(hall.locality).order_by("pk")[0]
    press(clerk, hall, f"reception/{first.public_id}/leave/")
    assert words(fragments(clerk, hall, "live/reception/state")["reception-counts"]) == (
        "2 người đang có mặt (đã đến 3) Theo nhóm Ủy ban MTTQ và các tổ chức chính trị - xã hội 1 "
        "Đại biểu Nhân dân 1 Người dự không có giấy mời 1 Theo thôn, tổ dân phố Thôn Đá Bạc 2"
    )
    press(clerk, hall, f"reception/{first.public_id}/return/")
    assert "3 người đang có mặt Theo nhóm" in seen(clerk, hall, "reception/")


def test_those_here_are_introduced_in_the_order_of_protocol(
    clerk: Client, hall: Dialogue, invited: Invited
) -> None:
    guests = [
        invited("Vi Thị Dung"),
        invited("Lò Văn Tâm", GuestGroup.SUPERIOR, post_title="Phó Giám đốc Sở Nội vụ"),
        invited("Hà Văn Mạnh", GuestGroup.FRONT),
        invited("Tòng Thị Lả", GuestGroup.PARTY),
    ]
    for guest in guests[:3]:
        arrive(clerk, hall, guest=guest.public_id)
    page = clerk.get(address(hall, "reception/introduce/")).content.decode()
    assert re.findall(r"<li><strong>([^<]+)</strong>", page) == ["Lò Văn Tâm", "Hà Văn Mạnh", "Vi Thị Dung"]


def test_a_page_of_names_is_one_journalled_read_of_guests(
    clerk: Client, hall: Dialogue, invited: Invited
) -> None:
    for name in ("Vi Thị Dung", "Lò Văn Tâm", "Hà Văn Mạnh"):
        arrive(clerk, hall, guest=invited(name).public_id)
    before = JournalEntry.objects.filter(code="identity.read").count()
    seen(clerk, hall, "reception/")
    assert JournalEntry.objects.filter(code="identity.read").count() == before + 1


def crowd(hall: Dialogue, hamlets: list[Hamlet], count: int) -> None:
    """Let so many guests with names come, and as many walk-ins; rows of set-up."""
    persons = [Person(name=f"Vi Thị Dung {number}") for number in range(2 * count)]
    named = create_identities(actor=Actor.system(hall.locality), persons=persons)
    guests = [
        Guest(locality=hall.locality, dialogue=hall, number=number + 1, identity=one, hamlet=hamlets[0], state="listed")
        for number, one in enumerate(named[:count])
    ]
    Guest._base_manager.bulk_create(guests)
    who = [*({"guest": guest, "hamlet": hamlets[0]} for guest in guests)]
    who += [{"identity": one, "hamlet": hamlets[1]} for one in named[count:]]
    Attendance._base_manager.bulk_create(
        Attendance(locality=hall.locality, dialogue=hall, arrived_at=clock.now(), state="present", **one) for one in who
    )


@pytest.mark.parametrize("count", [1, 3, 150])
def test_the_page_asks_as_much_for_few_as_for_many(
    count: int, clerk: Client, hall: Dialogue, hamlets: list[Hamlet], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd(hall, hamlets, count)
    seen(clerk, hall, "reception/")
    before = JournalEntry.objects.filter(code="identity.read").count()
    with django_assert_num_queries(14):  # the read of the names is journalled: five of them
        page = seen(clerk, hall, "reception/")
    assert f"{2 * count} người đang có mặt" in page
    assert f"Thôn Đá Bạc {count} Thôn Lân Hạ {count}" in page
    assert page.count("Vi Thị Dung") == min(2 * count, LAST_ONES)
    assert JournalEntry.objects.filter(code="identity.read").count() == before + 1


def test_the_clerk_of_one_body_reads_the_names_of_guests_only(
    hall: Dialogue, hamlets: list[Hamlet], state_clerk: Actor
) -> None:
    crowd(hall, hamlets, 1)
    guest, walk_in = Attendance.objects.of(hall.locality).order_by("pk")
    seen_by = RoleGrant.objects.of(hall.locality).filter(user_id=state_clerk.user_id or 0)
    seen_by.update(scope_kind=BODY, scope_id=hall.body_id)
    grants = tuple(Grant(row.role, row.scope) for row in seen_by)
    reader = replace(state_clerk, grants=grants)
    rows = lately_came(reader, hall, 8)
    assert {row.pk for row in rows} == {guest.pk, walk_in.pk}
    assert names_of_those(reader, rows) == {guest.pk: "Vi Thị Dung 0"}
