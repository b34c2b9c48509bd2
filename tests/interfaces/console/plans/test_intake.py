"""Taking in an issued plan: read, corrected beside its lines, made with one button."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.plans.conftest import PLANS

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
    form = {
        "version": reading.version, "body": committee.public_id, "standing": "issued", "number": "07/KH-UBND",
        "issued_on": "5/2/2026",
    }  # fmt: skip
    answer = clerk.post(address(reading, "adopt/"), form)
    plan = Plan.objects.of(locality).get()
    assert (answer.status_code, answer["Location"]) == (302, f"{PLANS}{plan.public_id}/")
    assert (plan.state, plan.number, plan.items.count(), plan.duties.count()) == ("issued", "07/KH-UBND", 2, 3)
    assert Dialogue.objects.of(locality).count() == 2
    again = clerk.post(address(reading, "adopt/"), form)
    assert again["Location"] == f"{PLANS}{plan.public_id}/"
    assert Plan.objects.of(locality).count() == 1
