"""The photo of what the head wrote or sent: kept with the instruction, opened from the journal."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting, signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.transitions.models import Instruction
from tests.domain.plans.samples import DRAFT
from tests.interfaces.console.reading import CONSOLE, filled, words_of

pytestmark = pytest.mark.usefixtures("frozen_today")
WORD = {"decided_by": "Trần Văn Bình, Chủ tịch", "decided_at": "10/3/2026", "decided_time": "7h05", "way": "phone"}
LINK = "Mở ảnh bút phê, tin nhắn"


@pytest.fixture
def picture() -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(content, "PNG")
    return SimpleUploadedFile("but-phe.png", content.getvalue())


@pytest.fixture
def plan(an: Actor, committee: Body) -> Plan:
    """A plan that waits for its signature."""
    return signing.submit_plan(actor=an, plan=drafting.draft_plan(actor=an, body=committee, draft=DRAFT))


def signing_of(plan: Plan) -> str:
    return f"{CONSOLE}plans/{plan.public_id}/moves/plan.sign/"


def photo_of(instruction: Instruction) -> str:
    return f"{CONSOLE}instructions/{instruction.public_id}/photo/"


def recorded(plan: Plan) -> Instruction:
    return Instruction.objects.of(plan.locality).get()


def test_the_photo_of_a_signature_opens_from_the_journal(
    clerk: Client, head: Client, plan: Plan, picture: SimpleUploadedFile
) -> None:
    assert 'enctype="multipart/form-data"' in clerk.get(signing_of(plan)).content.decode()
    clerk.post(signing_of(plan), {"version": plan.version, **WORD, "photo": picture})
    kept = attachments_of(recorded(plan)).get()
    assert (kept.kind, kept.content_type) == ("photo", "image/png")
    for reader in (clerk, head):
        entry = next(
            one for one in reader.get(f"{CONSOLE}plans/{plan.public_id}/history/").context["entries"] if one.href
        )
        assert (entry.title, entry.href, entry.link) == ("Ký kế hoạch", photo_of(recorded(plan)), LINK)
        opened = reader.get(entry.href)
        assert (opened["Content-Type"], opened["Content-Disposition"]) == (
            "image/png",
            'inline; filename="but-phe.png"',
        )


def test_without_a_photo_there_is_nothing_to_open(clerk: Client, plan: Plan) -> None:
    clerk.post(signing_of(plan), {"version": plan.version, **WORD})
    assert {one.href for one in clerk.get(f"{CONSOLE}plans/{plan.public_id}/history/").context["entries"]} == {""}
    assert clerk.get(photo_of(recorded(plan))).status_code == 404


def test_a_file_of_another_kind_is_refused_at_its_field_and_the_rest_stays(clerk: Client, plan: Plan) -> None:
    letter = SimpleUploadedFile("tin-nhan.txt", "Đồng ý".encode())
    answer = clerk.post(signing_of(plan), {"version": plan.version, **WORD, "photo": letter})
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, ["photo"])
    assert (form["decided_by"].value(), form["decided_time"].value()) == (WORD["decided_by"], "7h05")
    assert Plan.objects.of(plan.locality).get().state == "submitted"
    assert (Instruction.objects.of(plan.locality).count(), Attachment.objects.of(plan.locality).count()) == (0, 0)


def test_whoever_has_no_say_in_it_does_not_open_it(
    clerk: Client, stranger: Client, officer: Client, party_clerk: Actor, client_of: Callable[[Actor], Client],
    plan: Plan, picture: SimpleUploadedFile,
) -> None:  # fmt: skip
    clerk.post(signing_of(plan), {"version": plan.version, **WORD, "photo": picture})
    address = photo_of(recorded(plan))
    assert (officer.get(address).status_code, stranger.get(address).status_code) == (403, 404)
    assert client_of(party_clerk).get(address).status_code == 403
    assert Client().get(address)["Location"].startswith("/account/")


@pytest.mark.parametrize("step", ["agree/", "postpone/"])
def test_dialogues_take_it_too(clerk: Client, dated: Dialogue, picture: SimpleUploadedFile, step: str) -> None:
    address = f"{CONSOLE}dialogues/{dated.public_id}/"
    page = clerk.get(f"{address}{step}")
    assert 'enctype="multipart/form-data"' in page.content.decode()
    clerk.post(f"{address}{step}", {**filled(page.context["form"]), **WORD, "reason": "Bão", "photo": picture})
    instruction = Instruction.objects.of(dated.locality).get()
    assert attachments_of(instruction).count() == 1
    journal = clerk.get(f"{address}journal/")
    assert [one.href for one in journal.context["entries"] if one.href] == [photo_of(instruction)]
    assert LINK in words_of(journal)


def test_before_what_cannot_be_undone_it_is_asked_on_the_last_look(
    clerk: Client, dated: Dialogue, picture: SimpleUploadedFile
) -> None:
    address = f"{CONSOLE}dialogues/{dated.public_id}/cancel/"
    page = clerk.get(address)
    assert 'type="file"' not in page.content.decode()
    look = clerk.post(address, {**filled(page.context["form"]), **WORD, "reason": "Nhập xã"})
    assert ('type="file"' in look.content.decode(), 'enctype="multipart/form-data"' in look.content.decode()) == (
        True, True,
    )  # fmt: skip
    clerk.post(address, {**dict(look.context["sent"]), "confirmed": "1", "photo": picture})
    assert attachments_of(Instruction.objects.of(dated.locality).get()).count() == 1


def test_an_unscheduled_dialogue_takes_it(clerk: Client, committee: Body, picture: SimpleUploadedFile) -> None:
    address = f"{CONSOLE}dialogues/new/head/"
    page = clerk.get(address)
    data = {**filled(page.context["form"]), **WORD, "theme": "Sạt lở", "form_key": page.context["form_key"]}
    assert clerk.post(address, {**data, "photo": picture}).status_code == 302
    assert attachments_of(Instruction.objects.of(committee.locality).get()).count() == 1
