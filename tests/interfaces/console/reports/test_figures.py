"""The page of figures: what it tells, to whom, how many queries; files; the year in one table."""

import csv
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Field
from nghedan.domain.organisations.models import Body
from nghedan.domain.reports.figures import figures_of
from nghedan.domain.reports.tables import as_rows
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from tests.interfaces.console.reading import words_of
from tests.support.aftermath import Held, issue, raised

Queries = Callable[[int], Any]


def at(name: str, dialogue: Dialogue, **ids: str) -> str:
    return reverse(f"console:{name}", kwargs={"locality": "suoi-lanh", "dialogue_id": dialogue.public_id, **ids})


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.usefixtures("last_year")
def test_the_page_runs_the_same_number_of_queries(
    clerk: Client, an: Actor, held: Held, roads: Field, more: int, django_assert_num_queries: Queries
) -> None:
    for number in range(more):
        raised(an, held.dialogue.body, held.dialogue, f"Việc {number}", roads)
    clerk.get(at("dialogue-figures", held.dialogue))
    with django_assert_num_queries(12):
        page = clerk.get(at("dialogue-figures", held.dialogue))
    assert [figure.value for figure in page.context["numbers"]] == [5 + more, 5 + more, 1, 3 + more, 0, 0, 0]


def test_the_year_before_stands_beside(clerk: Client, last_year: Held, held: Held) -> None:
    page = clerk.get(at("dialogue-figures", held.dialogue))
    assert [figure.note for figure in page.context["numbers"]][:2] == ["năm trước 5", "năm trước 5"]
    assert [(bar.label, bar.value, bar.before) for bar in page.context["charts"][1].bars] == [("Giao thông", 5, 5)]


def test_there_is_no_comparison_in_the_first_year(clerk: Client, held: Held) -> None:
    page = clerk.get(at("dialogue-figures", held.dialogue))
    assert {figure.note for figure in page.context["numbers"]} == {""}
    assert {bar.before for chart in page.context["charts"] for bar in chart.bars} == {None}


def test_the_report_is_begun_by_one_press(clerk: Client, held: Held) -> None:
    page = clerk.get(at("dialogue-figures", held.dialogue))
    begin = at("official-paper-new", held.dialogue, code="result_report")
    assert begin in page.content.decode()
    answer = clerk.post(begin, {"form_key": page.context["form_key"]})
    assert answer.status_code == 302
    again = clerk.get(at("dialogue-figures", held.dialogue)).content.decode()
    assert (answer["Location"] in again, begin in again) == (True, False)


def test_what_was_reported_bears_its_mark(clerk: Client, an: Actor, binh: Actor, held: Held) -> None:
    issue(an, binh, held.dialogue, "result_report", "45/BC-UBND")
    said = words_of(clerk.get(at("dialogue-figures", held.dialogue)))
    assert "số 45/BC-UBND, ngày 10/3/2026" in said
    assert "Số liệu đã báo cáo được chốt ngày 10/3/2026, nhật ký số" in said


def test_who_may_see_and_who_may_not(
    head: Client, watcher: Client, officer: Client, stranger: Client, client: Client, held: Held
) -> None:
    places = ("dialogue-figures", "public-result")
    seen = [[browser.get(at(place, held.dialogue)).status_code for place in places] for browser in (head, watcher, officer, stranger, client)]  # fmt: skip  # noqa: E501
    assert seen == [[200, 200], [200, 200], [403, 403], [404, 404], [302, 302]]
    assert [browser.post(at("dialogue-archive", held.dialogue)).status_code for browser in (head, watcher, stranger)] == [403, 403, 404]  # fmt: skip  # noqa: E501


def test_the_files_hold_the_figures(clerk: Client, held: Held) -> None:
    rows = [[group, name, str(count)] for group, name, count in as_rows(figures_of(held.dialogue, clock.today()))]
    as_csv = clerk.get(at("dialogue-figures-file", held.dialogue, ending="csv"))
    assert list(csv.reader(io.StringIO(as_csv.content.decode("utf-8-sig"))))[1:] == rows
    as_xlsx = clerk.get(at("dialogue-figures-file", held.dialogue, ending="xlsx"))
    sheet = load_workbook(io.BytesIO(as_xlsx.content)).active
    assert [[str(value) for value in row] for row in sheet.iter_rows(min_row=2, values_only=True)] == rows
    assert clerk.get(at("dialogue-figures-file", held.dialogue, ending="pdf")).status_code == 404


def test_the_archive_is_sent_and_journalled_with_its_checksum(clerk: Client, held: Held) -> None:
    answer = clerk.post(at("dialogue-archive", held.dialogue))
    content = b"".join(answer.streaming_content)
    assert answer["Content-Disposition"] == 'attachment; filename="doi-thoai-suoi-lanh-2026-03-09-luu-2026-03-10.zip"'
    assert "SHA256SUMS.txt" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    entry = JournalEntry._base_manager.get(code="archive.make")
    assert entry.facts()["facts"]["digest"] in words_of(clerk.get(at("dialogue-figures", held.dialogue)))
    assert clerk.get(at("dialogue-archive", held.dialogue)).status_code == 405


def year_page(browser: Client, ending: str = "") -> Any:
    ids: dict[str, Any] = {"locality": "suoi-lanh", "year": 2026}
    name = "console:year-figures-file" if ending else "console:year-figures"
    return browser.get(reverse(name, kwargs={**ids, "ending": ending} if ending else ids))


@pytest.mark.parametrize("more", [0, 2])
def test_the_year_runs_the_same_number_of_queries(
    clerk: Client, held_by: Callable[[Body], Held], committee: Body, more: int, django_assert_num_queries: Queries
) -> None:
    for _conference in range(1 + more):
        held_by(committee)
    year_page(clerk)
    with django_assert_num_queries(9):
        page = year_page(clerk)
    (body, rows), = page.context["groups"]
    assert (body, len(rows)) == ("UBND xã", 1 if not more else 4)


def test_the_year_adds_up_over_all_bodies(
    clerk: Client, state_clerk: Actor, client_of: Callable[[Actor], Client], held_by: Callable[[Body], Held],
    committee: Body, party: Body,
) -> None:  # fmt: skip
    for body in (committee, committee, party):
        held_by(body)
    page = year_page(clerk)
    (_state, state_rows), (_party, party_rows) = page.context["groups"]
    (whole,) = page.context["whole"]
    assert [state_rows[-1][4], party_rows[-1][4], whole[4]] == [10, 5, 15]
    listed = list(csv.reader(io.StringIO(year_page(clerk, "csv").content.decode("utf-8-sig"))))
    assert (len(listed), listed[-1][0], listed[-1][6]) == (5, "Cả năm", "15")
    assert [body for body, _rows in year_page(client_of(state_clerk)).context["groups"]] == ["UBND xã"]


def test_the_year_is_for_who_may_see_figures(officer: Client, stranger: Client) -> None:
    assert [year_page(browser).status_code for browser in (officer, stranger)] == [403, 404]
