"""The board of commitments: late first, reminders by one press, the officer's own only, the line to the document."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from nghedan.domain.followup.jobs import nudge_by_the_clock
from nghedan.domain.followup.models import Commitment, Extension, Nudge
from nghedan.domain.followup.services.extending import ExtensionDraft, ask_extension
from nghedan.domain.followup.services.working import ProgressDraft, report_progress
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of
from tests.support import paper

pytestmark = pytest.mark.django_db
BOARD = f"{CONSOLE}commitments/"


def at(commitment: Commitment, rest: str = "") -> str:
    return f"{BOARD}{commitment.public_id}/{rest}"


@pytest.fixture
def late(committed: list[Commitment]) -> Iterator[list[Commitment]]:
    """The three commitments on Tuesday 24 March, four days after their day."""
    with clock.frozen(datetime(2026, 3, 24, 9, 0, tzinfo=clock.LOCAL_ZONE)):
        yield committed


def test_what_is_late_stands_first_with_its_unit(clerk: Client, late: list[Commitment]) -> None:
    Commitment.objects.of(late[0].locality).filter(pk=late[0].pk).update(due_on=date(2026, 5, 1))
    told = words_of(clerk.get(BOARD))
    assert told.index("Xây cầu Đá Bạc") < told.index("Sửa đường thôn Nà Lốc")
    assert "quá hạn 2" in told
    assert "Sửa đường" not in words_of(clerk.get(f"{BOARD}?show=late"))


def test_reminding_all_is_one_press_and_the_words_are_there_to_copy(clerk: Client, late: list[Commitment]) -> None:
    told = clerk.post(f"{BOARD}remind/", {"unit": "all"}, follow=True)
    assert "Đã ghi nhận đôn đốc 1 đơn vị" in words_of(told)
    assert "Kính gửi Phòng Kinh tế: còn 3 nhiệm vụ theo kết luận đối thoại" in told.content.decode()
    assert [(row.late, row.due, row.way) for row in Nudge.objects.of(late[0].locality)] == [(3, 0, "by_hand")]
    assert "đều đã được đôn đốc hôm nay" in words_of(clerk.post(f"{BOARD}remind/", {"unit": "all"}, follow=True))


def test_the_clock_reminds_each_unit_once_within_working_hours(officer: Client, late: list[Commitment]) -> None:
    nudges = Nudge.objects.of(late[0].locality)
    with clock.frozen(datetime(2026, 3, 23, 5, 0, tzinfo=clock.LOCAL_ZONE)):
        nudge_by_the_clock()
    assert nudges.count() == 0
    with clock.frozen(datetime(2026, 3, 23, 9, 0, tzinfo=clock.LOCAL_ZONE)):
        nudge_by_the_clock()
        nudge_by_the_clock()
        assert [(row.late, row.way) for row in nudges] == [(3, "by_clock")]
        assert "Nhắc, đôn đốc: 3 nhiệm vụ theo kết luận quá hạn" in words_of(officer.get(CONSOLE))
    with clock.frozen(datetime(2026, 3, 24, 9, 0, tzinfo=clock.LOCAL_ZONE)):
        nudge_by_the_clock()
    assert nudges.count() == 1


def test_nobody_is_reminded_on_a_day_off_but_on_the_working_day_after(committed: list[Commitment]) -> None:
    nudges = Nudge.objects.of(committed[0].locality)
    Commitment.objects.of(committed[0].locality).update(due_on=date(2026, 3, 21))
    with clock.frozen(datetime(2026, 3, 21, 9, 0, tzinfo=clock.LOCAL_ZONE)):
        nudge_by_the_clock()
    assert nudges.count() == 0
    with clock.frozen(datetime(2026, 3, 23, 9, 0, tzinfo=clock.LOCAL_ZONE)):
        nudge_by_the_clock()
    assert nudges.count() == 1


def test_an_officer_reports_with_evidence_and_the_clerk_confirms_and_closes(
    clerk: Client, officer: Client, commitment: Commitment
) -> None:
    page = at(commitment, "report/")
    picture = SimpleUploadedFile("anh.jpg", paper.as_jpeg(paper.blank()))
    sent = {"form_key": form_key(officer, page), "text": "Đã sửa xong", "is_final": "on", "evidence": picture}
    assert "chờ văn phòng xác nhận" in words_of(officer.post(page, sent, follow=True))
    for step in ("confirm/", "close/"):
        asked = clerk.get(at(commitment, step))
        assert clerk.post(at(commitment, step), filled(asked.context["form"])).status_code == HTTPStatus.FOUND
    commitment.refresh_from_db()
    assert commitment.state == "closed"


def test_closing_without_evidence_asks_for_the_reason(clerk: Client, economist: Actor, commitment: Commitment) -> None:
    report_progress(actor=economist, commitment=commitment, draft=ProgressDraft("Xong", is_final=True))
    clerk.post(at(commitment, "confirm/"), filled(clerk.get(at(commitment, "confirm/")).context["form"]))
    page = at(commitment, "close/")
    refused = clerk.post(page, filled(clerk.get(page).context["form"]))
    assert refused.status_code == HTTPStatus.CONFLICT
    assert "Chưa có tài liệu chứng minh kết quả" in words_of(refused)
    sent = filled(clerk.get(page).context["form"]) | {"reason": "Đã kiểm tra tại chỗ"}
    assert clerk.post(page, sent).status_code == HTTPStatus.FOUND


def test_more_time_is_asked_shown_and_decided(
    clerk: Client, head: Client, officer: Client, late: list[Commitment]
) -> None:
    page = at(late[0], "extend/")
    sent = {"form_key": form_key(officer, page), "kind": "later", "new_due_on": "10/4/2026", "reason": "Mưa kéo dài"}
    assert officer.post(page, sent).status_code == HTTPStatus.FOUND
    assert "1 đề nghị gia hạn nhiệm vụ" in words_of(head.get(CONSOLE))
    assert "Đề nghị gia hạn, chờ quyết định" in words_of(head.get(BOARD))
    assert words_of(head.get(f"{BOARD}?show=late")).count("Mưa kéo dài") == 1
    asked = Extension.objects.of(late[0].locality).get()
    grant = at(late[0], f"extensions/{asked.public_id}/grant/")
    assert head.post(grant, filled(head.get(grant).context["form"])).status_code == HTTPStatus.FOUND
    late[0].refresh_from_db()
    assert late[0].due_on == date(2026, 4, 10)
    assert "hạn ban đầu 20/3/2026" in words_of(clerk.get(at(late[0])))


def test_the_clerk_records_what_the_head_said(clerk: Client, economist: Actor, late: list[Commitment]) -> None:
    draft = ExtensionDraft(date(2026, 4, 10), "Mưa")
    asked = ask_extension(actor=economist, commitment=late[0], draft=draft)
    page = at(late[0], f"extensions/{asked.public_id}/refuse/")
    sent = filled(clerk.get(page).context["form"]) | {"way": "phone", "answer": "Phải xong ngay"}
    assert clerk.post(page, sent).status_code == HTTPStatus.FOUND
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("refused", "Phải xong ngay")


def test_the_line_leads_from_the_opinion_to_the_line_of_the_document(clerk: Client, late: list[Commitment]) -> None:
    told = words_of(clerk.get(at(late[1])))
    steps = ("Ý kiến số", "Nội dung kiến nghị", "Kết quả tại hội nghị", "Thông báo số 12/TB-UBND")
    assert [step for step in steps if step in told] == list(steps)
    assert "mục IV, dòng 2" in told


def test_an_officer_sees_the_own_units_only_and_decides_nothing(
    officer: Client, stranger: Client, late: list[Commitment], office: Any
) -> None:
    Commitment.objects.of(late[1].locality).filter(pk=late[1].pk).update(unit=office)
    told = words_of(officer.get(BOARD))
    assert ("Sửa đường" in told, "Xây cầu" in told, "Đôn đốc tất cả" in told) == (True, False, False)
    assert officer.get(at(late[1])).status_code == HTTPStatus.NOT_FOUND
    assert officer.post(at(late[0], "confirm/")).status_code == HTTPStatus.FORBIDDEN
    assert stranger.get(at(late[0])).status_code == HTTPStatus.NOT_FOUND


def test_the_list_is_handed_out_without_what_is_about_officials(clerk: Client, late: list[Commitment]) -> None:
    Matter.objects.of(late[0].locality).filter(pk=late[0].matter_id).update(level="conduct")
    answer = clerk.get(f"{BOARD}list.xlsx?show=all")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == [late[1].text, late[2].text]
    assert "quá hạn" in str(rows[1][8]).lower()


def test_letters_and_notices_are_begun_from_the_page_of_the_dialogue(clerk: Client, late: list[Commitment]) -> None:
    page = f"{CONSOLE}dialogues/{late[0].dialogue.public_id}/commitments/"
    assert "Phòng Kinh tế: 3 nhiệm vụ quá hạn" in words_of(clerk.get(page))
    for _time in range(2):
        assert clerk.post(f"{page}urge/", {"unit": late[0].unit.public_id}).status_code == HTTPStatus.FOUND
        assert clerk.post(f"{page}settlement/").status_code == HTTPStatus.FOUND
    kinds = OfficialPaper.objects.of(late[0].locality).exclude(kind="conclusion").order_by("pk")
    assert list(kinds.values_list("kind", "addressee", "subject_id")) == [
        ("urging_letter", "Phòng Kinh tế", Nudge.objects.of(late[0].locality).get().public_id),
        ("settlement_notice", "", "1"),
    ]


def test_mondays_page_and_paper_say_the_same(
    clerk: Client, head: Client, officer: Client, late: list[Commitment], committee: Body
) -> None:
    told = words_of(head.get(f"{CONSOLE}monday/"))
    assert "3 nhiệm vụ chưa xong, 3 quá hạn, 0 đến hạn trong tuần" in told
    assert "Sửa đường thôn Nà Lốc: Phòng Kinh tế kiểm tra, trả lời: Quá hạn 4 ngày. Chưa báo cáo" in told
    printed = clerk.get(f"{CONSOLE}papers/monday-brief/{committee.public_id}.txt").content.decode()
    assert "3 nhiệm vụ chưa xong, 3 quá hạn, 0 đến hạn trong tuần" in printed
    assert officer.get(f"{CONSOLE}monday/").status_code == HTTPStatus.FORBIDDEN


def test_what_was_failed_climbs_to_the_heads_first_page(head: Client, late: list[Commitment]) -> None:
    assert "3 nhiệm vụ đã nhắc, đôn đốc, quá hạn trên ba ngày" in words_of(head.get(CONSOLE))


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_one_commitment_as_for_three(
    clerk: Client, late: list[Commitment], count: int, django_assert_num_queries: Any
) -> None:
    Commitment.objects.of(late[0].locality).filter(pk__in=[one.pk for one in late[count:]]).delete()
    clerk.get(BOARD)
    with django_assert_num_queries(12):
        clerk.get(BOARD)
