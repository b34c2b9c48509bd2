"""An official paper through its pages: begun, written, submitted, signed on the head's word, issued, its copy kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import words_of

KIND = "opening_report"
PARTS = {"part-situation": "Kinh tế ổn định.", "part-results": "Đã làm 3 km đường."}
WORD = {"decided_by": "Trần Văn Bình", "decided_at": "10/3/2026", "way": "phone"}


def begun(client: Client, dialogue: Dialogue, code: str = KIND) -> str:
    """Begin a paper by the button of the list and return its address."""
    page = client.get(at(dialogue, "papers/"))
    key = page.context["form_key"]
    answer = client.post(at(dialogue, f"papers/new/{code}/"), {"form_key": key})
    assert answer.status_code == 302
    return str(answer["Location"])


def version(client: Client, address: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert found is not None
    return found.group(1)


def written(client: Client, address: str) -> None:
    typed = {"version": version(client, address), "title": "Báo cáo tình hình", **PARTS}
    assert client.post(address, typed).status_code == 302


def moved(client: Client, address: str, move: str, **typed: str) -> int:
    there = f"{address}{move}/"
    return client.post(there, {"version": version(client, there), **typed}).status_code


def test_a_paper_goes_its_whole_way(clerk: Client, dated: Dialogue) -> None:
    address = begun(clerk, dated)
    assert "Còn thiếu trước khi trình ký" in words_of(clerk.get(address))
    written(clerk, address)
    moves = [moved(clerk, address, "submit"), moved(clerk, address, "sign", **WORD)]
    number = {"number": "07/BC-UBND", "issued_on": "10/3/2026"}
    looked = clerk.post(f"{address}issue/", {"version": version(clerk, f"{address}issue/"), **number})
    assert (moves, looked.status_code, "Xem lại" in words_of(looked)) == ([302, 302], 200, False)
    assert "bản Word và PDF được giữ nguyên" in words_of(looked)
    assert moved(clerk, address, "issue", confirmed="1", **number) == 302
    paper = OfficialPaper.objects.of(dated.locality).get()
    assert (paper.state, paper.number) == (PaperState.ISSUED, "07/BC-UBND")
    files = [clerk.get(f"{address}files/{part}/").status_code for part in ("word", "pdf")]
    assert [*files, clerk.get(f"{address}preview/").status_code] == [200] * 3
    assert "07/BC-UBND" in words_of(clerk.get(at(dated, "papers/")))


def test_the_signed_copy_is_kept_beside_our_text(clerk: Client, dated: Dialogue) -> None:
    address = begun(clerk, dated)
    written(clerk, address)
    moved(clerk, address, "submit")
    moved(clerk, address, "sign", **WORD)
    moved(clerk, address, "issue", confirmed="1", number="07/BC-UBND", issued_on="10/3/2026")
    ours = b"".join(clerk.get(f"{address}files/word/").streaming_content) if False else clerk.get(f"{address}files/word/").content  # fmt: skip  # noqa: E501
    wrong = clerk.post(f"{address}signed-copy/keep/", {"file": SimpleUploadedFile("a.docx", b"not a paper")})
    kept = clerk.post(f"{address}signed-copy/keep/", {"file": SimpleUploadedFile("ban-ky.docx", ours)})
    assert (wrong.status_code, kept.status_code) == (422, 302)
    assert "Chữ trong bản ký đúng như dữ liệu" in words_of(clerk.get(address))


def test_what_was_typed_stays_when_somebody_was_faster(clerk: Client, dated: Dialogue) -> None:
    address = begun(clerk, dated)
    old = version(clerk, address)
    written(clerk, address)
    late = clerk.post(address, {"version": old, "title": "Tên khác", **PARTS, "part-situation": "Bản của tôi."})
    assert (late.status_code, "Bản của tôi." in late.content.decode()) == (409, True)


def test_a_unit_finds_no_draft(clerk: Client, officer: Client, dated: Dialogue) -> None:
    address = begun(clerk, dated)
    answers = [officer.get(f"{address}{part}").status_code for part in ("", "preview/", "files/pdf/", "submit/")]
    assert answers == [404] * 4
    assert officer.get(at(dated, "papers/")).context["phases"] == []


def test_a_paper_of_another_dialogue_is_not_found_under_this_one(
    clerk: Client, stranger: Client, dated: Dialogue, an: Actor
) -> None:
    address = begun(clerk, dated)
    paper_id = address.rstrip("/").rpartition("/")[2]
    assert stranger.get(address).status_code == 404
    assert clerk.get(address.replace(dated.public_id, "zzzzzzzzzzzz")).status_code == 404
    assert clerk.get(at(dated, f"papers/{paper_id[::-1]}/")).status_code == 404


def test_an_unknown_kind_is_not_begun(clerk: Client, dated: Dialogue) -> None:
    key = clerk.get(at(dated, "papers/")).context["form_key"]
    assert clerk.post(at(dated, "papers/new/no-such-kind/"), {"form_key": key}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_papers_as_for_one(
    clerk: Client, dated: Dialogue, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for code in ("opening_report", "programme", "previous_results")[:count]:
        begun(clerk, dated, code)
    with django_assert_max_num_queries(12):
        assert len([row for phase in clerk.get(at(dated, "papers/")).context["phases"] for row in phase.rows if row.href]) == count  # fmt: skip  # noqa: E501
