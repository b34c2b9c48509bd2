"""Reports awaited: the page of a dialogue, asking several, receiving, the text that reminds."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.services.awaiting import Sender, await_reports
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from tests.foundation.attachments import files
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of

QUERIES = 9


def page_of(dialogue: Dialogue, part: str = "") -> str:
    return f"{CONSOLE}dialogues/{dialogue.public_id}/awaited/{part}"


def asked(an: Actor, dialogue: Dialogue, *senders: Sender) -> list[AwaitedReport]:
    return await_reports(actor=an, dialogue=dialogue, senders=senders, subject="Tổng hợp ý kiến", due_on=None)


def test_several_are_asked_at_once_by_the_cut_off(clerk: Client, dated: Dialogue, economy: Unit) -> None:
    form = clerk.get(page_of(dated, "new/")).context["form"]
    key = form_key(clerk, page_of(dated, "new/"))
    typed = {**filled(form), "form_key": key, "units": [economy.public_id], "senders": "Hội Cựu chiến binh\nĐảng ủy xã"}
    assert (clerk.post(page_of(dated, "new/"), typed).status_code, form["due_on"].value()) == (302, "04/9/2026")
    page = clerk.get(page_of(dated))
    (missing,) = page.context["groups"]
    assert [row.title for row in missing.rows] == ["Phòng Kinh tế", "Hội Cựu chiến binh", "Đảng ủy xã"]
    assert page.context["reminder"].count("hạn 04/9/2026") == 3


def test_a_report_is_received_with_its_file_and_opened(clerk: Client, an: Actor, dated: Dialogue) -> None:
    (report,) = asked(an, dated, Sender("Đảng ủy xã"))
    page = page_of(dated, f"{report.public_id}/")
    sent = {**filled(clerk.get(page).context["form"]), "document_number": "7/BC-ĐU", "received_on": "10/3/2026"}
    upload = SimpleUploadedFile("bao-cao.pdf", files.pdf())
    assert clerk.post(page, {**sent, "file": upload})["Location"] == page_of(dated)
    listed = clerk.get(page_of(dated))
    assert ("nhận ngày 10/3/2026, số 7/BC-ĐU" in words_of(listed), listed.context["reminder"]) == (True, "")
    assert clerk.get(f"{page}file/")["Content-Type"] == "application/pdf"
    again = {"move": "awaited_report.reopen", "version": clerk.get(page).context["report"].version}
    clerk.post(f"{page}move/", again)
    assert clerk.get(f"{page}file/").status_code == 404
    assert clerk.post(f"{page}move/", {"move": "awaited_report.receive"}).status_code == 404


def test_an_old_page_changes_nothing(clerk: Client, an: Actor, dated: Dialogue) -> None:
    (report,) = asked(an, dated, Sender("Đảng ủy xã"))
    page = page_of(dated, f"{report.public_id}/")
    old = clerk.get(page).context["report"].version
    clerk.post(f"{page}edit/", {"version": old, "subject": "Báo cáo khác", "due_on": "1/9/2026"})
    assert clerk.post(f"{page}move/", {"move": "awaited_report.waive", "version": old}).status_code == 409
    report.refresh_from_db()
    assert (report.subject, report.state) == ("Báo cáo khác", "awaited")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_every_length(
    rows: int, clerk: Client, an: Actor, dated: Dialogue, economy: Unit
) -> None:
    asked(an, dated, *(Sender(f"Hội {n}", economy) for n in range(rows)))
    clerk.get(page_of(dated))
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(page_of(dated))
    assert (len(page.context["groups"][0].rows), len(counted)) == (rows, QUERIES)


def test_a_unit_sees_its_own_and_asks_nobody(
    officer: Client, stranger: Client, an: Actor, dated: Dialogue, economy: Unit
) -> None:
    own, other = asked(an, dated, Sender(economy.name, economy), Sender("Đảng ủy xã"))
    page = officer.get(page_of(dated))
    assert ([row.title for row in page.context["groups"][0].rows], page.context["reminder"]) == ([economy.name], "")
    answers = [officer.get(page_of(dated, f"{one.public_id}/")).status_code for one in (own, other)]
    assert answers == [200, 404]
    assert (officer.get(page_of(dated, "new/")).status_code, stranger.get(page_of(dated)).status_code) == (403, 404)
