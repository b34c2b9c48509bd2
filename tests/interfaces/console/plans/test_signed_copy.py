"""The signed copy of an issued plan: kept, compared with our data, frozen."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from pypdf import PdfWriter

from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.models import Paper
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from tests.interfaces.console.plans.papers import PLANS

pytestmark = pytest.mark.usefixtures("frozen_today")


def address(plan: Plan, rest: str = "") -> str:
    return f"{PLANS}{plan.public_id}/editions/{rest}"


def as_signed(plan: Plan, replace: str = "", by: str = "") -> SimpleUploadedFile:
    """Return our own Word file of the plan, as the head's office sent it back."""
    document = Document(io.BytesIO(DOCUMENT_TYPES["plan"].render(plan, "docx")))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if replace and replace in run.text:
                run.text = run.text.replace(replace, by)
    stored = io.BytesIO()
    document.save(stored)
    return SimpleUploadedFile("ban-ky.docx", stored.getvalue())


def test_a_copy_that_agrees_is_frozen_with_its_digest(clerk: Client, issued: Plan) -> None:
    file = as_signed(issued)
    assert clerk.post(address(issued), {"file": file}).status_code == 302
    paper = Paper.objects.of(issued.locality).get()
    assert (paper.differences, paper.number, paper.subject) == ([], "05/KH-UBND", issued.editions.get())
    entry = JournalEntry.objects.get(code="paper.add").facts()["facts"]
    assert entry["copy_digest"] == [None, paper.copy_digest]
    assert verify_all() == []
    file.seek(0)
    assert clerk.get(address(issued, f"{paper.public_id}/")).content == file.read()


def test_what_was_changed_by_hand_is_shown(clerk: Client, issued: Plan) -> None:
    clerk.post(address(issued), {"file": as_signed(issued, "Đường liên thôn", "Đường liên xã")})
    [edition] = clerk.get(address(issued)).context["editions"]
    assert [(one.kind, one.ours, one.theirs) for one in edition.copy.differences] == [("sửa", "thôn", "xã")]


def test_a_scan_is_kept_and_not_compared(clerk: Client, issued: Plan) -> None:
    scan = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(scan)
    clerk.post(address(issued), {"file": SimpleUploadedFile("quet.pdf", scan.getvalue())})
    [edition] = clerk.get(address(issued)).context["editions"]
    assert (edition.copy.paper.signed_copy.name, edition.copy.differences) == ("quet.pdf", None)


def test_another_copy_replaces_the_first_and_keeps_it(clerk: Client, issued: Plan) -> None:
    clerk.post(address(issued), {"file": as_signed(issued, "Đường liên thôn", "Đường liên xã")})
    clerk.post(address(issued), {"file": as_signed(issued)})
    assert list(Paper.objects.of(issued.locality).order_by("id").values_list("state", flat=True)) == [
        "ended",
        "current",
    ]
    [edition] = clerk.get(address(issued)).context["editions"]
    assert edition.copy.differences == []


def test_another_kind_of_file_is_refused_and_nothing_kept(clerk: Client, issued: Plan) -> None:
    answer = clerk.post(address(issued), {"file": SimpleUploadedFile("ban-ky.txt", b"van ban")})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert Paper.objects.of(issued.locality).count() == 0


def test_no_copy_while_the_plan_is_amended(clerk: Client, an: Actor, issued: Plan) -> None:
    file = as_signed(issued)
    signing.amend_plan(actor=an, plan=issued, reason="Dời ngày")
    assert clerk.get(address(issued)).context["may_keep"] is False
    assert clerk.post(address(issued), {"file": file}).status_code == 409


def test_who_may_keep_and_open_it(
    clerk: Client, officer: Client, issued: Plan, party_clerk: Actor, client_of: Callable[[Actor], Client]
) -> None:
    assert officer.post(address(issued), {"file": as_signed(issued)}).status_code == 403
    clerk.post(address(issued), {"file": as_signed(issued)})
    paper = Paper.objects.of(issued.locality).get()
    assert client_of(party_clerk).get(address(issued, f"{paper.public_id}/")).status_code == 404
    assert clerk.get(address(issued, "nothing/")).status_code == 404
