"""The file a plan was taken in from: kept with the reading, given back as it was."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.queries import source_of
from nghedan.domain.plans.services.reading import adopt_reading, read_plan_file
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.services import open_attachment
from nghedan.kernel.errors import NotAllowed
from tests.domain.plans.reader.written_files import tcvn3_of
from tests.interfaces.console.plans.papers import PAPER, PLANS
from tests.interfaces.console.reading import form_key, words_of

NEW = f"{PLANS}readings/new/"


def address(reading: PlanReading) -> str:
    return f"{PLANS}readings/{reading.public_id}/source/"


def test_the_very_bytes_come_back(clerk: Client, committee: Body, paper: SimpleUploadedFile) -> None:
    clerk.post(NEW, {"form_key": form_key(clerk, NEW), "file": paper})
    reading = PlanReading.objects.of(committee.locality).get()
    page = clerk.get(f"{PLANS}readings/{reading.public_id}/")
    assert "Tệp gốc đã nhập: ke-hoach.txt" in words_of(page)
    answer = clerk.get(address(reading))
    assert (answer.content, answer["Content-Type"]) == (PAPER.encode(), "text/plain")
    assert answer["Content-Disposition"] == 'attachment; filename="ke-hoach.txt"'


def test_the_plan_offers_it_too(clerk: Client, an: Actor, reading: PlanReading, committee: Body) -> None:
    plan = adopt_reading(actor=an, reading=reading, body=committee, issued=False)
    page = clerk.get(f"{PLANS}{plan.public_id}/")
    assert f'href="{address(reading)}"' in page.content.decode()


def test_a_composed_plan_has_none(clerk: Client, plan: Plan) -> None:
    assert clerk.get(f"{PLANS}{plan.public_id}/").context["original"] is None


def test_the_same_upload_sent_twice_keeps_one_file(clerk: Client, committee: Body, paper: SimpleUploadedFile) -> None:
    key = form_key(clerk, NEW)
    for _time in range(2):
        paper.seek(0)
        clerk.post(NEW, {"form_key": key, "file": paper})
    assert Attachment.objects.of(committee.locality).count() == 1


def test_text_in_an_old_encoding_is_read_though_the_file_cannot_be_kept(
    clerk: Client, an: Actor, committee: Body
) -> None:
    reading = read_plan_file(actor=an, source=tcvn3_of(PAPER).encode("latin-1"), filename="ke-hoach.txt")
    assert [session["period"]["quarter"] for session in reading.data["sessions"]] == [2, 4]
    assert source_of(an, pk=reading.pk) is None
    assert "Riêng tệp gốc không lưu được" in words_of(clerk.get(f"{PLANS}readings/{reading.public_id}/"))
    assert clerk.get(address(reading)).status_code == 404


def test_only_who_takes_plans_in_opens_it(
    an: Actor,
    party_clerk: Actor,
    economist: Actor,
    dung: Actor,
    reading: PlanReading,
    committee: Body,
    economy: Unit,
    client_of: Callable[[Actor], Client],
) -> None:
    plan = adopt_reading(actor=an, reading=reading, body=committee, issued=True)
    kept = source_of(an, plan=plan)
    assert kept is not None
    assert open_attachment(actor=an, attachment=kept).content == PAPER.encode()
    for other in (party_clerk, economist, dung):
        assert source_of(other, plan=plan) is None
        with pytest.raises(NotAllowed):
            open_attachment(actor=other, attachment=kept)
    officer = client_of(economist)
    page = officer.get(f"{PLANS}{plan.public_id}/")
    assert (page.status_code, page.context["original"]) == (200, None)
    assert officer.get(address(reading)).status_code == 404
    assert Client().get(address(reading))["Location"].startswith("/account/")
