"""Seats for hamlets and organisations, and the names that come back; and whom to invite, as suggested."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import allotments_visible_to, guests_of
from nghedan.domain.invitations.rules.grouping import group_of_words
from nghedan.domain.invitations.services import allotting
from nghedan.domain.invitations.services.allotting import Seats, allot_seats, return_names
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.services.suggesting import add_suggested, suggestions_for
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.attachments.services import open_attachment
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people
from tests.support.paper import as_jpeg, blank

DAN, LIEN, SU = (Person(name=name) for name in ("Hoàng Văn Dần", "Lý Thị Liên", "Vi Văn Sử"))


def _again(actor: Actor, allotment: Allotment) -> Allotment:
    return allotments_visible_to(actor).get(pk=allotment.pk)


def test_all_hamlets_get_seats_with_one_number_and_only_once(
    an: Actor, dialogue: Dialogue, allotment: Allotment, hamlets: list[Hamlet]
) -> None:
    rows = allot_seats(actor=an, dialogue=dialogue, seats=Seats(5), hamlets=hamlets)
    assert [row.hamlet for row in rows] == [hamlets[1]]
    assert allot_seats(actor=an, dialogue=dialogue, seats=Seats(5), hamlets=hamlets) == []
    allotting.correct_allotment(actor=an, allotment=_again(an, allotment), seats=Seats(3, date(2026, 4, 9)))
    assert list(allotments_visible_to(an).order_by("pk").values_list("seats", "due_on")) == [(3, date(2026, 4, 9)), (5, None)]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(("seats", "field"), [(Seats(0), "seats"), (Seats(501), "seats"), (Seats(5, date(2026, 4, 16)), "due_on")])  # fmt: skip  # noqa: E501
def test_seats_that_cannot_be(an: Actor, dialogue: Dialogue, hamlets: list[Hamlet], seats: Seats, field: str) -> None:
    with pytest.raises(Invalid) as error:
        allot_seats(actor=an, dialogue=dialogue, seats=seats, hamlets=hamlets)
    assert error.value.field == field


def test_a_hamlet_head_sends_the_names_of_her_hamlet(
    hamlet_head: Actor, other_hamlet_head: Actor, an: Actor, allotment: Allotment, hamlets: list[Hamlet]
) -> None:
    with pytest.raises(NotAllowed):
        return_names(actor=other_hamlet_head, allotment=allotment, persons=[DAN])
    rows = return_names(actor=hamlet_head, allotment=allotment, persons=[DAN, Person(), LIEN])
    assert [(row.group, row.hamlet, row.allotment) for row in rows] == [("people", hamlets[0], allotment)] * 2
    assert list(names_behind(an, guests_of(an, allotment.dialogue), "Xem").values()) == [DAN.name, LIEN.name]
    found = _again(an, allotment)
    assert (found.state, found.named, found.returned_on) == ("returned", 2, date(2026, 3, 10))  # type: ignore[attr-defined]


def test_more_names_than_seats_are_refused_with_what_to_do(hamlet_head: Actor, allotment: Allotment) -> None:
    with pytest.raises(Invalid) as error:
        return_names(actor=hamlet_head, allotment=allotment, persons=[DAN, LIEN, SU])
    assert str(error.value) == (
        "Được phân bổ 2 người, đã có 0; danh sách vừa ghi có thêm 3. Xin bỏ bớt, hoặc đề nghị Văn phòng phân bổ thêm."
    )
    assert Guest.objects.of(allotment.locality).count() == 0


def test_a_list_sent_is_completed_after_it_was_opened_again(
    hamlet_head: Actor, an: Actor, allotment: Allotment
) -> None:
    return_names(actor=hamlet_head, allotment=allotment, persons=[DAN])
    with pytest.raises(Refused):
        return_names(actor=hamlet_head, allotment=_again(hamlet_head, allotment), persons=[LIEN])
    allotting.reopen_allotment(actor=an, allotment=_again(an, allotment))
    return_names(actor=hamlet_head, allotment=_again(hamlet_head, allotment), persons=[LIEN])
    assert _again(an, allotment).named == 2  # type: ignore[attr-defined]


def test_an_organisation_invites_its_own_members(an: Actor, dialogue: Dialogue, locality: Locality) -> None:
    union = Unit(locality=locality, kind="organisation", name="Hội Nông dân xã", state="current")
    union.save()
    officer = people.staff("nga", "Nga", locality, roles.OFFICER, Scope(UNIT, union.pk))
    [row] = allot_seats(actor=an, dialogue=dialogue, seats=Seats(10), units=[union])
    [guest] = return_names(actor=officer, allotment=row, persons=[DAN])
    assert (guest.organisation, guest.unit) == ("Hội Nông dân xã", union)


def test_a_photo_of_the_list_is_for_those_who_see_the_seats(
    hamlet_head: Actor, other_hamlet_head: Actor, an: Actor, allotment: Allotment
) -> None:
    upload = SimpleUploadedFile("danh-sach.jpg", as_jpeg(blank()))
    photo = allotting.hand_in_photo(actor=hamlet_head, allotment=allotment, upload=upload)
    photo.subject = allotment
    assert open_attachment(actor=an, attachment=photo).content_type == "image/jpeg"
    with pytest.raises(NotAllowed):
        open_attachment(actor=other_hamlet_head, attachment=photo)


def test_who_holds_a_post_and_whom_the_plan_names_are_offered_once(
    an: Actor, dialogue: Dialogue, chair: Post, appointed: Callable[..., Post], hamlets: list[Hamlet]
) -> None:
    appointed("Vi Văn Thu", "Trưởng thôn", hamlets[0], is_head=True)
    offered = suggestions_for(dialogue)
    assert [(one.group.value, one.label, one.is_usual) for one in offered] == [
        ("council", "Thường trực HĐND xã", False),
        ("committee", "Trần Văn Bình – Chủ tịch UBND xã", True),
        ("front", "Hội Nông dân xã", False),
        ("hamlets", "Vi Văn Thu – Trưởng thôn, Thôn Đá Bạc", True),
        ("hamlets", "Bí thư Chi bộ: 2", False),
        ("hamlets", "Trưởng ban công tác Mặt trận: 2", False),
    ]
    keys = [one.key for one in offered]
    assert len(add_suggested(actor=an, dialogue=dialogue, keys=keys)) == 8
    assert (add_suggested(actor=an, dialogue=dialogue, keys=keys), suggestions_for(dialogue)) == ([], [])


def test_what_a_plan_names_together_is_offered_one_by_one_and_each_hamlet_has_its_posts(
    an: Actor, dialogue: Dialogue, chair: Post, appointed: Callable[..., Post], hamlets: list[Hamlet]
) -> None:
    appointed("Vi Văn Thu", "Trưởng thôn", hamlets[0], is_head=True)
    dialogue.participants = [
        "Mời đại diện Thường trực Đảng ủy, HĐND; Chủ tịch Ủy ban nhân dân xã",
        "Bí thư Chi bộ, Trưởng thôn, đại diện Nhân dân các thôn (dự kiến 80 đại biểu)",
    ]
    dialogue.save()
    offered = suggestions_for(dialogue)
    assert [(one.key.partition("-")[0], one.group.value, one.label, one.is_from_plan) for one in offered] == [
        ("plan", "party", "Thường trực Đảng ủy", True),
        ("plan", "council", "Thường trực HĐND", True),
        ("post", "committee", "Trần Văn Bình – Chủ tịch UBND xã", False),
        ("post", "hamlets", "Vi Văn Thu – Trưởng thôn, Thôn Đá Bạc", False),
        ("hamlets", "hamlets", "Trưởng ban công tác Mặt trận: 2", False),
        ("hamlets", "hamlets", "Bí thư Chi bộ: 2", True),
        ("hamlets", "hamlets", "Trưởng thôn: 1", True),
        ("plan", "people", "Nhân dân các thôn", True),
    ]
    [council] = [one.key for one in offered if one.label == "Thường trực HĐND"]
    [party] = [one.key for one in offered if one.label == "Thường trực Đảng ủy"]
    add_suggested(actor=an, dialogue=dialogue, keys=[party])
    assert [guest.post_title for guest in add_suggested(actor=an, dialogue=dialogue, keys=[council])] == ["Thường trực HĐND"]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Thường trực Đảng ủy", "party"), ("Thường trực HĐND", "council"), ("Ban Thường trực UBMTTQ xã", "front"),
        ("Bí thư Chi bộ, Trưởng thôn", "hamlets"), ("Trạm Y tế", "units"), ("Công chức chuyên môn", "units"),
        ("Lãnh đạo UBND xã", "committee"), ("Đài truyền thanh xã", "press"), ("Hộ nghèo, hộ cận nghèo", "people"),
        ("Ban công tác Mặt trận các thôn", "hamlets"), ("Nhân dân có hộ khẩu thường trú", "people"),
        ("Cấp ủy thôn", "hamlets"), ("Hội viên Hội Nông dân", "people"), ("Nhân dân các thôn", "people"),
    ],
)  # fmt: skip
def test_where_those_a_plan_names_belong(text: str, group: str) -> None:
    assert group_of_words(text) is GuestGroup(group)
