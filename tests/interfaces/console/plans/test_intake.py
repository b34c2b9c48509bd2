"""Taking in an issued plan: read, corrected beside its lines, made with one button."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.corrections import corrected
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.services.reading import replace_data
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.plans.papers import PLANS
from tests.interfaces.console.reading import filled, words_of

NEW = f"{PLANS}readings/new/"


def form_key(client: Client, address: str) -> str:
    return str(client.get(address).context["form_key"])


def address(reading: PlanReading, rest: str = "") -> str:
    return f"{PLANS}readings/{reading.public_id}/{rest}"


def stored(reading: PlanReading) -> PlanReading:
    return PlanReading.objects.of(reading.locality).get(pk=reading.pk)


def test_a_file_becomes_a_reading(clerk: Client, committee: Body, paper: SimpleUploadedFile) -> None:
    answer = clerk.post(NEW, {"form_key": form_key(clerk, NEW), "file": paper})
    reading = PlanReading.objects.of(committee.locality).get()
    assert (answer.status_code, answer["Location"]) == (302, address(reading))
    assert [session["period"]["quarter"] for session in reading.data["sessions"]] == [2, 4]


def test_an_unreadable_file_gives_one_sentence_and_stores_nothing(clerk: Client, committee: Body) -> None:
    broken = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4 nothing")
    answer = clerk.post(NEW, {"form_key": form_key(clerk, NEW), "file": broken})
    assert answer.status_code == 422
    assert sum(len(errors) for errors in answer.context["form"].errors.values()) == 1
    assert PlanReading.objects.of(committee.locality).count() == 0


def test_the_same_upload_sent_twice_makes_one_reading(
    clerk: Client, committee: Body, paper: SimpleUploadedFile
) -> None:
    key = form_key(clerk, NEW)
    clerk.post(NEW, {"form_key": key, "file": paper})
    paper.seek(0)
    clerk.post(NEW, {"form_key": key, "file": paper})
    assert PlanReading.objects.of(committee.locality).count() == 1


def test_the_page_counts_lines_and_links_values_to_them(clerk: Client, reading: PlanReading) -> None:
    page = clerk.get(address(reading))
    assert page.status_code == 200
    parts = {part.code: part for part in page.context["parts"]}
    where = parts["sessions.1"].groups[4]
    assert [(value.text.rstrip("."), value.lines) for value in where.values] == [("Hội trường UBND xã", [26])]
    lines = {line.number: line for line in page.context["source"]}
    assert lines[26].target == where.values[0].anchor == "gt-sessions-1-venue"
    shown = len([line for line in reading.lines if line["text"].strip()])
    assert page.context["understood"] + len(page.context["unplaced"]) == shown


def test_one_button_makes_plan_dialogues_and_duties(
    clerk: Client, reading: PlanReading, committee: Body, locality: Locality
) -> None:
    page = clerk.get(address(reading, "adopt/"))
    assert page.context["form"].initial["body"] == committee.public_id
    form = filled(page.context["form"]) | {"issued_on": "5/2/2026"}
    assert (form["standing"], form["number"]) == ("issued", "07/KH-UBND")
    answer = clerk.post(address(reading, "adopt/"), form)
    plan = Plan.objects.of(locality).get()
    assert (answer.status_code, answer["Location"]) == (302, f"{PLANS}{plan.public_id}/")
    assert (plan.state, plan.number, plan.items.count(), plan.duties.count()) == ("issued", "07/KH-UBND", 2, 3)
    assert Dialogue.objects.of(locality).count() == 2
    again = clerk.post(address(reading, "adopt/"), form)
    assert again["Location"] == f"{PLANS}{plan.public_id}/"
    assert Plan.objects.of(locality).count() == 1


def test_a_part_is_corrected_in_its_place(clerk: Client, reading: PlanReading) -> None:
    page = clerk.get(address(reading, "?edit=aims"))
    assert page.context["form"]["purposes"].value() == "Nghe bà con nói về đường, nước và đất ở"
    form = {"version": reading.version, "purposes": "Nghe bà con nói về đường và nước", "requirements": ""}
    answer = clerk.post(address(reading, "aims/"), form)
    assert (answer.status_code, answer["Location"]) == (302, f"{address(reading)}#gt-part-aims")
    now = stored(reading)
    assert (now.data["purposes"], now.data["requirements"]) == (["Nghe bà con nói về đường và nước"], [])
    assert [number for number, paths in now.places.items() if "purposes.0" in paths] == ["13"]


def test_limits_and_committee_are_typed_as_sentences(clerk: Client, reading: PlanReading) -> None:
    clerk.post(address(reading, "limits/"), {"version": 1, "limits": "sau 10 ngày: thông báo kết quả"})
    clerk.post(address(reading, "committee/"), {"version": 2, "committee": "Chánh Văn phòng: Thư ký"})
    now = stored(reading)
    assert now.data["deadlines"] == [
        {
            "what": "thông báo kết quả", "days": 10, "unit": "day", "direction": "after",
            "relative_to": "session_date",
        }
    ]  # fmt: skip
    assert now.data["committee"] == [{"role": "Thư ký", "person_or_unit": "Chánh Văn phòng"}]


def test_a_line_that_says_no_limit_is_named_and_kept(clerk: Client, reading: PlanReading) -> None:
    answer = clerk.post(address(reading, "limits/"), {"version": 1, "limits": "vài hôm trước: gửi"})
    assert answer.status_code == 422
    assert answer.context["form"]["limits"].value() == "vài hôm trước: gửi"
    assert stored(reading).version == reading.version


def test_dialogues_and_units_are_added_and_taken_out(clerk: Client, reading: PlanReading) -> None:
    dialogue = {"version": 1, "topics": "Trường học", "year": "2026", "month": "9", "quarter": ""}
    clerk.post(address(reading, "sessions.new/"), dialogue)
    clerk.post(address(reading, "assignments.new/"), {"version": 2, "unit_text": "Công an xã", "tasks": "Giữ trật tự"})
    clerk.post(address(reading, "take-out/"), {"version": 3, "path": "sessions.0"})
    now = stored(reading)
    assert [session["topics"][0].rstrip(".") for session in now.data["sessions"]] == ["Nước sinh hoạt", "Trường học"]
    assert now.data["sessions"][1]["period"] == {"quarter": None, "month": 9, "date": None, "year": 2026}
    assert now.data["assignments"][-1] == {"unit": "Công an xã", "tasks": ["Giữ trật tự"]}
    assert [number for number, paths in now.places.items() if "sessions.0.venue" in paths] == ["26"]


def test_only_dialogues_and_units_can_be_taken_out(clerk: Client, reading: PlanReading) -> None:
    answer = clerk.post(address(reading, "take-out/"), {"version": 1, "path": "purposes"})
    assert answer.status_code == 422
    assert stored(reading).data == reading.data


def test_a_line_without_place_is_put_into_a_list(clerk: Client, an: Actor, reading: PlanReading) -> None:
    places = {number: paths for number, paths in reading.places.items() if number != "13"}
    data = {**reading.data, "purposes": []}
    replace_data(actor=an, reading=reading, data=data, places=places)
    [(line, field)] = clerk.get(address(reading)).context["unplaced"]
    assert (line.number, line.text) == (13, "- Nghe bà con nói về đường, nước và đất ở.")
    assert "sessions.1.topics" in dict(field.field.choices)
    clerk.post(address(reading, "lines/"), {"version": 2, "line_13": "purposes"})
    now = stored(reading)
    assert (now.data["purposes"], now.places["13"]) == (["Nghe bà con nói về đường, nước và đất ở."], ["purposes.0"])
    assert clerk.get(address(reading)).context["unplaced"] == []


def test_a_line_cannot_be_put_anywhere_else(clerk: Client, an: Actor, reading: PlanReading) -> None:
    places = {number: paths for number, paths in reading.places.items() if number != "13"}
    replace_data(actor=an, reading=reading, data=reading.data, places=places)
    assert clerk.post(address(reading, "lines/"), {"version": 2, "line_13": "signer"}).status_code == 422


def test_an_old_page_shows_both_texts_and_keeps_the_typed_one(clerk: Client, reading: PlanReading) -> None:
    clerk.post(address(reading, "aims/"), {"version": 1, "purposes": "Của người trước", "requirements": ""})
    late = clerk.post(address(reading, "aims/"), {"version": 1, "purposes": "Của tôi", "requirements": ""})
    assert late.status_code == 409
    assert [(one.label, one.mine, one.theirs) for one in late.context["disagreements"]] == [
        ("Mục đích", "Của tôi", "Của người trước")
    ]
    again = late.context["form"].data
    assert (again["version"], again["purposes"]) == ("2", "Của tôi")
    assert clerk.post(address(reading, "aims/"), again).status_code == 302
    assert stored(reading).data["purposes"] == ["Của tôi"]


def test_an_issued_plan_needs_number_and_date(clerk: Client, reading: PlanReading, committee: Body) -> None:
    form = filled(clerk.get(address(reading, "adopt/")).context["form"]) | {"number": "", "issued_on": "5/2/2026"}
    answer = clerk.post(address(reading, "adopt/"), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["number"])
    assert answer.context["form"]["issued_on"].value() == "5/2/2026"
    assert Plan.objects.of(committee.locality).count() == 0
    assert stored(reading).version == 1


def test_a_draft_is_made_without_being_issued(clerk: Client, reading: PlanReading, committee: Body) -> None:
    form = filled(clerk.get(address(reading, "adopt/")).context["form"]) | {"standing": "draft", "number": ""}
    clerk.post(address(reading, "adopt/"), form)
    assert Plan.objects.of(committee.locality).get().state == "draft"


def test_each_dialogue_is_offered_as_its_audience_suggests(clerk: Client, an: Actor, reading: PlanReading) -> None:
    data = corrected(corrected(reading.data, "sessions.0.audience", ["Cấp ủy các chi bộ"]), "sessions.1.audience", [])
    replace_data(actor=an, reading=reading, data=data)
    page = clerk.get(address(reading, "adopt/"))
    offered = [(one.title, one.kind.value(), one.openness.value()) for one in page.context["form"].dialogues]
    assert offered == [
        ("Cuộc 1, quý II/2026: Đường liên thôn và rãnh thoát nước", "thematic", "internal"),
        ("Cuộc 2, quý IV/2026: Nước sinh hoạt", "regular", "open"),
    ]
    assert "Cuộc nội bộ không có trang công khai" in words_of(page)


def test_what_the_clerk_calls_internal_is_never_public(
    clerk: Client, client: Client, reading: PlanReading, committee: Body, frozen_today: date
) -> None:
    cache.clear()
    form = filled(clerk.get(address(reading, "adopt/")).context["form"])
    assert (form["openness1"], form["openness2"]) == ("open", "open")
    clerk.post(address(reading, "adopt/"), form | {"openness1": "internal", "kind2": "regular"})
    kept = [(one.theme, one.kind, one.openness) for one in Dialogue.objects.of(committee.locality).order_by("id")]
    assert kept == [
        ("Đường liên thôn và rãnh thoát nước", "thematic", "internal"),
        ("Nước sinh hoạt", "regular", "open"),
    ]
    items = Plan.objects.of(committee.locality).get().items.all()
    assert [(item.kind, item.openness) for item in items] == [("thematic", "internal"), ("regular", "open")]
    inside, outside = Dialogue.objects.of(committee.locality).order_by("id")
    home = words_of(client.get("/suoi-lanh/"))
    assert ("Đường liên thôn" in home, "Nước sinh hoạt" in home) == (False, True)
    assert client.get(f"/suoi-lanh/doi-thoai/{inside.public_id}/").status_code == 404
    assert client.get(f"/suoi-lanh/doi-thoai/{outside.public_id}/").status_code == 200


def test_a_dialogue_without_an_answer_is_not_made(clerk: Client, reading: PlanReading, committee: Body) -> None:
    form = filled(clerk.get(address(reading, "adopt/")).context["form"])
    del form["openness2"]
    answer = clerk.post(address(reading, "adopt/"), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["openness2"])
    assert Plan.objects.of(committee.locality).count() == 0


def test_a_discarded_file_leaves_the_list(clerk: Client, reading: PlanReading) -> None:
    assert [one.filename for one in clerk.get(PLANS).context["readings"]] == ["ke-hoach.txt"]
    clerk.post(address(reading, "discard/"), {"version": 1})
    assert clerk.get(PLANS).context["readings"] == []
    assert clerk.get(address(reading)).status_code == 302


def test_unknown_parts_do_not_exist(clerk: Client, reading: PlanReading) -> None:
    for part in ("nothing", "sessions.7", "sessions.x", "aims.1", "assignments."):
        assert clerk.get(address(reading, f"?edit={part}")).status_code == 404


def test_who_may_take_in_plans(
    reading: PlanReading, officer: Client, state_clerk: Actor, client_of: Callable[[Actor], Client], giang: Actor
) -> None:
    assert officer.get(NEW).status_code == 403
    assert officer.get(address(reading)).status_code == 404
    of_one_body = client_of(state_clerk)
    assert of_one_body.get(NEW).status_code == 200
    assert of_one_body.get(address(reading)).status_code == 404
    assert client_of(giang).get(address(reading)).status_code == 404
    assert Client().get(address(reading))["Location"].startswith("/account/")


def test_a_clerk_of_one_body_reads_in_its_name(
    state_clerk: Actor,
    party_clerk: Actor,
    committee: Body,
    client_of: Callable[[Actor], Client],
    paper: SimpleUploadedFile,
) -> None:
    browser = client_of(state_clerk)
    browser.post(NEW, {"form_key": form_key(browser, NEW), "file": paper})
    reading = PlanReading.objects.of(committee.locality).get()
    assert (reading.body, browser.get(address(reading)).status_code) == (committee, 200)
    assert client_of(party_clerk).get(address(reading)).status_code == 404


def test_the_reading_page_asks_the_database_six_times(
    clerk: Client, reading: PlanReading, django_assert_num_queries: Callable[[int], Any]
) -> None:
    clerk.get(address(reading))
    with django_assert_num_queries(6):
        clerk.get(address(reading))
