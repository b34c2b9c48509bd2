"""Lists: handed in, looked at, corrected, confirmed, written."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.opinions.models import ListRow, Opinion, OpinionList
from nghedan.domain.opinions.services import lists
from nghedan.domain.opinions.services.paper import Capture
from nghedan.domain.opinions.terms import ListState, Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox import worker
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.reading import CONSOLE, filled, words_of

INTAKE = f"{CONSOLE}intake/"
NEW = f"{INTAKE}lists/new/"
OVERVIEW_QUERIES, LIST_QUERIES = 7, 9
TEXT = (
    "Thôn;Ý kiến;Họ tên;Ngày\n"
    "Đá Bạc;Cầu hỏng;Vi Văn Páo;9/3/2026\n"
    "Lân Hà;Xin điện;;\n"
    "Lân Hà;Chợ bẩn;;1/4/2026\n"
)
Staged = Callable[..., OpinionList]

pytestmark = pytest.mark.usefixtures("frozen_today", "committee", "hamlets")


@pytest.fixture
def staged(an: Actor, committee: Body) -> Staged:
    """Return a function by which An hands in a list of lines."""

    def stage(text: str = TEXT) -> OpinionList:
        table = lists.read_lines(text.replace(";", "\t"))
        return lists.stage_list(actor=an, body=committee, capture=Capture(origin=Origin.MEETING), table=table)

    return stage


def page_of(listed: OpinionList, part: str = "") -> str:
    return f"{INTAKE}lists/{listed.public_id}/{part}"


def verdicts(listed: OpinionList) -> list[str]:
    return list(listed.rows.order_by("position").values_list("verdict", flat=True))


def handed_in(client: Client, **typed: Any) -> Any:
    page = client.get(NEW)
    sent = {**filled(page.context["form"]), "form_key": page.context["form_key"], "origin": "unit", **typed}
    sent.setdefault("addressed", page.context["form"].fields["addressed"].choices[0][0])
    return client.post(NEW, sent)


def test_a_file_is_handed_in_looked_at_and_written(clerk: Client, locality: Locality) -> None:
    upload = SimpleUploadedFile("danh-sach.csv", TEXT.encode())
    answer = handed_in(clerk, file=upload, note="Họp thôn")
    listed = OpinionList.objects.of(locality).get()
    assert answer["Location"] == page_of(listed)
    page = clerk.get(page_of(listed))
    told = words_of(page)
    assert "Chưa có thôn, tổ dân phố nào tên như vậy; xin sửa tên, hoặc thêm ở Cài đặt. Là Thôn Lân Hạ" in told
    assert "Ngày này ở sau hôm nay; xin ghi lại ngày." in told
    look = clerk.get(page_of(listed, "commit/"))
    assert look.context["look"].submit == "Ghi 1 dòng vào sổ; 2 dòng bỏ qua"
    done = clerk.post(page_of(listed, "commit/"), filled(look.context["form"]))
    waiting = clerk.get(done["Location"])
    assert ("Đã ghi 0 trong 1 dòng" in words_of(waiting), b"hx-get" in waiting.content) == (True, True)
    while worker.run_once():
        pass
    finished = clerk.get(page_of(listed))
    assert ("Đã ghi 1 dòng vào sổ" in words_of(finished), b"hx-get" in finished.content) == (True, False)
    assert finished.context["left_out"] == [(3, "Cần sửa"), (4, "Cần sửa")]
    assert [one.source for one in Opinion.objects.of(locality)] == ["Họp thôn"]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_the_pages_take_the_same_queries_for_every_length(rows: int, clerk: Client, staged: Staged) -> None:
    listed = staged("Ý kiến;Thôn\n" + "".join(f"Xin điện {n};Lân Hà\n" for n in range(rows)))
    clerk.get(page_of(listed))
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(page_of(listed))
    assert (len(page.context["page"].rows), len(counted)) == (rows, LIST_QUERIES)
    with CaptureQueriesContext(connection) as counted:
        clerk.get(INTAKE)
    assert len(counted) == OVERVIEW_QUERIES


def test_rows_come_fifty_a_page_and_only_those_worth_a_look_on_request(clerk: Client, staged: Staged) -> None:
    listed = staged("Ý kiến;Thôn\n" + "".join(f"Xin điện {n};{'Đâu đó' if n == 60 else ''}\n" for n in range(70)))
    first = clerk.get(page_of(listed)).context["page"]
    rest = clerk.get(page_of(listed) + first.following).context["page"]
    assert (len(first.rows), len(rest.rows), rest.following) == (50, 20, "")
    odd = clerk.get(page_of(listed, "?show=problems")).context["page"]
    assert [row.position for row in odd.rows] == [62]
    assert len(clerk.get(page_of(listed, "?show=nonsense&after=x")).context["page"].rows) == 50


def test_a_proposed_hamlet_is_taken_for_every_row_that_writes_it_so(clerk: Client, staged: Staged) -> None:
    listed = staged()
    clerk.post(page_of(listed, "hamlet/?show=problems"), {"old": "Lân Hà", "new": "Thôn Lân Hạ", "at": "3"})
    assert verdicts(listed) == ["ready", "ready", "wrong"]


def test_a_row_is_corrected_on_a_page_of_its_own(clerk: Client, staged: Staged, hamlets: list[Hamlet]) -> None:
    listed = staged()
    form = clerk.get(page_of(listed, "row/?at=4")).context["form"]
    as_written, nearest = form.fields["hamlet"].choices[:2]
    assert (as_written, nearest[0]) == (("Lân Hà", "như trong tệp: “Lân Hà”"), str(hamlets[1]))
    answer = clerk.post(page_of(listed, "row/?at=4&show=wrong"), {**filled(form), "hamlet": str(hamlets[1]), "day": ""})
    assert answer["Location"].endswith("?show=wrong&after=0#dong-4")
    assert verdicts(listed) == ["ready", "wrong", "ready"]


def test_a_row_is_left_out_and_taken_back(clerk: Client, staged: Staged) -> None:
    listed = staged()
    clerk.post(page_of(listed, "decide/"), {"at": "2", "decision": "skip"})
    assert verdicts(listed)[0] == "skipped"
    clerk.post(page_of(listed, "decide/"), {"at": "2", "decision": ""})
    assert verdicts(listed)[0] == "ready"
    assert clerk.post(page_of(listed, "decide/"), {"at": "2", "decision": "xóa"}).status_code == 404


def test_columns_are_chosen_anew(clerk: Client, staged: Staged) -> None:
    listed = staged()
    chosen = {"column_0": "source", "column_1": "words", "column_2": "name", "column_3": ""}
    clerk.post(page_of(listed, "columns/"), chosen)
    assert verdicts(listed) == ["ready", "ready", "ready"]
    without = clerk.post(page_of(listed, "columns/"), {**chosen, "column_1": ""})
    assert (without.status_code, "Xin chọn cột nào là nội dung ý kiến." in words_of(without)) == (422, True)


def test_a_list_given_up_keeps_nothing(clerk: Client, staged: Staged) -> None:
    listed = staged()
    assert clerk.post(page_of(listed, "discard/")).status_code == 302
    assert (ListRow.objects.count(), "đã bỏ" in words_of(clerk.get(page_of(listed)))) == (0, True)
    assert clerk.get(INTAKE).context["lists"] == []


def test_an_old_last_look_is_told_what_changed(clerk: Client, staged: Staged) -> None:
    listed = staged()
    look = filled(clerk.get(page_of(listed, "commit/")).context["form"])
    clerk.post(page_of(listed, "decide/"), {"at": "2", "decision": "skip"})
    assert clerk.post(page_of(listed, "commit/"), look).status_code == 409
    listed.refresh_from_db()
    assert listed.state == ListState.STAGED


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Xin chọn tệp, hoặc dán các dòng."),
        ({"lines": "\n \n"}, "Xin chọn tệp, hoặc dán các dòng."),
        ({"file": SimpleUploadedFile("a.xlsx", b"")}, "Tệp không có nội dung."),
        ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04x")}, "Không nhận ra loại tệp này."),
        ({"lines": "Ý kiến", "received_on": "11/3/2026"}, "Ngày nhận không thể ở sau hôm nay; xin ghi lại ngày."),
        ({"lines": "x\n" * 10_001}, "Bảng có hơn 10000 dòng"),
    ],
    ids=["nothing", "blank", "empty", "damaged", "future", "long"],
)
def test_what_is_no_list_is_told_beside_the_field(
    typed: dict[str, Any], sentence: str, clerk: Client, locality: Locality
) -> None:
    answer = handed_in(clerk, **typed)
    assert (answer.status_code, sentence in words_of(answer)) == (422, True)
    assert OpinionList.objects.of(locality).count() == 0


def test_the_same_form_sent_twice_stages_one_list(clerk: Client, locality: Locality) -> None:
    page = clerk.get(NEW)
    addressed = page.context["form"].fields["addressed"].choices[0][0]
    sent = {"form_key": page.context["form_key"], "origin": "unit", "addressed": addressed, "received_on": "10/3/2026", "lines": "Cầu hỏng"}  # fmt: skip  # noqa: E501
    assert [clerk.post(NEW, sent).status_code for _again in "ab"] == [302, 302]
    assert OpinionList.objects.of(locality).count() == 1


def test_others_see_neither_lists_nor_their_rows(
    officer: Client, head: Client, stranger: Client, staged: Staged
) -> None:
    listed = staged()
    answers = [one.get(page_of(listed)).status_code for one in (officer, head, stranger)]
    assert answers == [404, 403, 404]
    assert [one.get(INTAKE).status_code for one in (officer, head)] == [403, 403]
