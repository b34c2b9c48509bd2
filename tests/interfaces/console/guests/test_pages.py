"""The pages of guests and seats: what is seen by whom, what a form does, how many queries."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.services.allotting import return_names
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identities
from nghedan.foundation.journal.models import JournalEntry
from tests.support.paper import as_jpeg, blank

Adds = Callable[..., Guest]


def at(name: str, dialogue: Dialogue, **ids: str) -> str:
    return reverse(f"console:{name}", kwargs={"locality": "suoi-lanh", "dialogue_id": dialogue.public_id, **ids})


def own(name: str, allotment: Allotment, **ids: str) -> str:
    return reverse(f"console:{name}", kwargs={"locality": "suoi-lanh", "allotment_id": allotment.public_id, **ids})


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_list_runs_the_same_number_of_queries(
    clerk: Client, dated: Dialogue, hamlets: list[Hamlet], count: int,
    django_assert_num_queries: Callable[[int], object],
) -> None:  # fmt: skip
    persons = [Person(name=f"Người {number}") for number in range(count)]
    named = create_identities(actor=Actor.system(dated.locality), persons=persons)
    Guest._base_manager.bulk_create(
        Guest(
            locality=dated.locality, dialogue=dated, number=number + 1, position=number + 1, identity=one,
            hamlet=hamlets[number % 2], state="listed",
        )
        for number, one in enumerate(named)
    )  # fmt: skip
    clerk.get(at("guests", dated))
    before = JournalEntry._base_manager.filter(code="identity.read").count()
    with django_assert_num_queries(12):  # type: ignore[attr-defined]  # the read of the names is journalled: five of them
        page = clerk.get(at("guests", dated))
    assert page.status_code == 200
    assert page.content.decode().count('name="chosen"') == count
    assert JournalEntry._base_manager.filter(code="identity.read").count() == before + 1


def test_an_empty_list_leads_to_the_suggestions(clerk: Client, dated: Dialogue) -> None:
    page = clerk.get(at("guests", dated)).content.decode()
    assert at("guests-suggested", dated) in page
    assert "Lập danh sách mời" in page


def test_ticked_suggestions_come_onto_the_list(
    clerk: Client, an: Actor, dated: Dialogue, hamlets: list[Hamlet]
) -> None:
    assert clerk.post(at("guests-suggested", dated), {}).status_code == 422
    answer = clerk.post(at("guests-suggested", dated), {"guests": ["hamlets-0"]})
    assert answer.status_code == 302
    assert [(guest.post_title, guest.hamlet) for guest in guests_of(an, dated)] == [
        ("Bí thư Chi bộ", hamlets[0]), ("Bí thư Chi bộ", hamlets[1]),
    ]  # fmt: skip


def test_somebody_is_added_and_found_on_the_list(clerk: Client, dated: Dialogue) -> None:
    fresh = clerk.get(at("guest-new", dated))
    sent = {"form_key": fresh.context["form_key"], "group": "people", "name": "Lý Thị Liên", "phone": "0900 000 002"}
    assert clerk.post(at("guest-new", dated), {**sent, "name": ""}).status_code == 422
    for _again in range(2):
        assert clerk.post(at("guest-new", dated), sent).status_code == 302
    assert clerk.get(at("guests", dated)).content.decode().count("Lý Thị Liên</a>") == 1


def test_the_order_is_changed_without_a_script(clerk: Client, an: Actor, dated: Dialogue, guest_of: Adds) -> None:
    first, second = guest_of("Một"), guest_of("Hai")
    answer = clerk.post(at("guests-order", dated), {"up": second.public_id})
    assert answer["Location"].endswith(f"#dai-bieu-{second.public_id}")
    assert list(guests_of(an, dated)) == [second, first]


def test_letters_are_noted_for_the_ticked(clerk: Client, an: Actor, dated: Dialogue, guest_of: Adds) -> None:
    ticked = guest_of("Một")
    guest_of("Hai")
    clerk.post(at("guests-invited", dated), {"chosen": [ticked.public_id]})
    assert [guest.state for guest in guests_of(an, dated)] == ["invited", "listed"]


def test_an_answer_is_entered_and_a_missing_name_asked_for(
    clerk: Client, an: Actor, dated: Dialogue, guest_of: Adds
) -> None:
    guest = guest_of()
    page = at("guest", dated, guest_id=guest.public_id)
    refused = clerk.post(page, {"version": 1, "answer": "replaced", "note": "Bận việc nhà"})
    assert (refused.status_code, "Bận việc nhà" in refused.content.decode()) == (422, True)
    assert "Xin ghi họ tên người dự thay." in refused.content.decode()
    clerk.post(page, {"version": 1, "answer": "replaced", "name": "Lý Thị Liên"})
    assert [row.state for row in guests_of(an, dated)] == ["replaced", "accepted"]


def test_two_clerks_see_both_texts(clerk: Client, dated: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    page = at("guest-edit", dated, guest_id=guest.public_id)
    sent = {"version": 1, "group": "people", "name": "Hoàng Văn Dần", "post_title": "Hộ nghèo"}
    assert clerk.post(page, sent).status_code == 302
    again = clerk.post(page, {**sent, "post_title": "Hộ cận nghèo"})
    assert again.status_code == 409
    assert {"Hộ nghèo", "Hộ cận nghèo"} <= {text for row in again.context["disagreements"] for text in (row.mine, row.theirs)}  # fmt: skip  # noqa: E501


def test_a_guest_is_taken_off_the_list(clerk: Client, an: Actor, dated: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    clerk.post(at("guest-remove", dated, guest_id=guest.public_id), {"version": 1})
    assert list(guests_of(an, dated)) == []
    assert clerk.get(at("guest", dated, guest_id=guest.public_id)).status_code == 404


def test_the_head_looks_and_changes_nothing(head: Client, dated: Dialogue, guest_of: Adds) -> None:
    guest = guest_of()
    page = head.get(at("guests", dated)).content.decode()
    assert ("Hoàng Văn Dần" in page, 'name="chosen"' in page) == (True, False)
    assert head.get(at("guest-new", dated)).status_code == 403
    assert head.post(at("guest-remove", dated, guest_id=guest.public_id), {"version": 1}).status_code == 403


def test_seats_are_allotted_at_once_and_asked_for_in_a_text(
    clerk: Client, dated: Dialogue, hamlets: list[Hamlet]
) -> None:
    page = at("guest-seats", dated)
    assert clerk.post(page, {"seats": "0", "hamlets": [hamlets[0].public_id]}).status_code == 422
    ids = [hamlet.public_id for hamlet in hamlets]
    clerk.post(page, {"seats": "5", "due_on": "1/9/2026", "hamlets": ids})
    text = clerk.get(page).context["text"]
    assert "- Thôn Đá Bạc: 5 người, gửi danh sách trước hết ngày 01/9/2026" in text.splitlines()


def test_who_leads_a_hamlet_sends_names_from_the_phone(
    phone: Client, clerk: Client, an: Actor, dated: Dialogue, allotment: Allotment
) -> None:
    page = own("own-seats-one", allotment)
    assert "Cử đại biểu: 2 người" in phone.get(page).content.decode()
    too_many = "Hoàng Văn Dần\nLý Thị Liên\nVi Văn Sử"
    refused = phone.post(page, {"version": 1, "names": too_many})
    assert (refused.status_code, "Vi Văn Sử" in refused.content.decode()) == (422, True)
    phone.post(page, {"version": 1, "names": "1. Hoàng Văn Dần, 0912 345 678\n\n2) Lý Thị Liên"})
    assert [guest.hamlet_id for guest in guests_of(an, dated)] == [allotment.hamlet_id] * 2
    shown = phone.get(page).content.decode()
    assert ("Hoàng Văn Dần" in shown, 'name="names"' in shown) == (True, False)
    assert "Lý Thị Liên" in clerk.get(at("guest-seats-one", dated, allotment_id=allotment.public_id)).content.decode()


def test_who_leads_a_hamlet_says_who_comes_instead(
    phone: Client, an: Actor, hamlet_head: Actor, dated: Dialogue, allotment: Allotment
) -> None:
    [guest] = return_names(actor=hamlet_head, allotment=allotment, persons=[Person(name="Hoàng Văn Dần")])
    page = own("own-seats-answer", allotment, guest_id=guest.public_id)
    prefix = guest.public_id
    refused = phone.post(page, {f"{prefix}-version": 1, f"{prefix}-answer": "replaced"})
    assert refused.status_code == 422
    sent = {f"{prefix}-version": 1, f"{prefix}-answer": "replaced", f"{prefix}-name": "Lý Thị Liên"}
    assert phone.post(page, sent).status_code == 302
    assert [row.state for row in guests_of(an, dated)] == ["replaced", "accepted"]


def test_a_photo_of_the_paper_reaches_the_clerk(
    phone: Client, clerk: Client, dated: Dialogue, allotment: Allotment
) -> None:
    upload = SimpleUploadedFile("anh.jpg", as_jpeg(blank()), content_type="image/jpeg")
    phone.post(own("own-seats-one", allotment), {"version": 1, "names": "", "photo": upload})
    page = clerk.get(at("guest-seats-one", dated, allotment_id=allotment.public_id)).content.decode()
    photo = f"{own('own-seats-photo', allotment)}?at=1"
    assert photo in page
    assert clerk.get(photo)["Content-Type"] == "image/jpeg"
    assert clerk.get(f"{own('own-seats-photo', allotment)}?at=2").status_code == 404


def test_the_clerk_keys_in_what_came_on_paper(clerk: Client, an: Actor, dated: Dialogue, allotment: Allotment) -> None:
    page = at("guest-seats-names", dated, allotment_id=allotment.public_id)
    assert clerk.post(page, {"version": 1, "names": "Hoàng Văn Dần"}).status_code == 302
    assert len(guests_of(an, dated)) == 1
    move = at("guest-seats-move", dated, allotment_id=allotment.public_id)
    assert clerk.post(move, {"version": 2, "move": "allotment.reopen"}).status_code == 302
    assert clerk.post(page, {"version": 3, "names": "Lý Thị Liên"}).status_code == 302
    assert len(guests_of(an, dated)) == 2


def test_another_hamlets_seats_do_not_exist(
    client_of: Callable[[Actor], Client], stranger: Client, officer: Client, allotment: Allotment
) -> None:
    assert [client.get(own("own-seats-one", allotment)).status_code for client in (stranger, officer)] == [404, 404]
