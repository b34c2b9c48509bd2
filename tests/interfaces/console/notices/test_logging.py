"""Logging where the people were told, and taking back what was noted by mistake."""

import pytest
from django.test import Client

from nghedan.domain.dialogues.services import planning
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.queries import postings_of
from nghedan.domain.notices.services.posting import PostingDraft, record_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import form_key, words_of
from tests.support import paper as sheets


@pytest.fixture
def page(notice: OfficialPaper) -> str:
    return at(notice.dialogue, "notices/log/new/")


def test_many_hamlets_are_ticked_at_once_with_one_photograph(
    clerk: Client, notice: OfficialPaper, hamlets: list[Hamlet], page: str
) -> None:
    sent = {
        "form_key": form_key(clerk, page), "notice": notice.public_id, "channel": "hamlet_board",
        "hamlets": [row.public_id for row in hamlets], "posted_on": "10/3/2026", "posted_at": "17h30",
        "by_whom": "Trưởng thôn",
    }  # fmt: skip
    for _press in range(2):
        file = sheets.upload(sheets.as_jpeg(sheets.blank((60, 80))), "bang-tin.jpg")
        assert clerk.post(page, {**sent, "file": file}).status_code == 302
    first, second = postings_of([notice])
    assert [(str(row.hamlet), str(row.posted_at), row.proven_by_id) for row in (first, second)] == [
        ("Thôn Đá Bạc", "17:30:00", None), ("Thôn Lân Hạ", "17:30:00", first.pk),
    ]  # fmt: skip
    shown = clerk.get(at(notice.dialogue, "notices/")).context["lines"]
    assert [line.where for line in shown] == ["Thôn Lân Hạ", "Thôn Đá Bạc"]
    assert {clerk.get(line.proof).headers["Content-Type"] for line in shown} == {"image/jpeg"}


def test_what_cannot_be_is_told_beside_its_field_and_stays_typed(
    clerk: Client, notice: OfficialPaper, page: str
) -> None:
    sent = {"form_key": form_key(clerk, page), "notice": notice.public_id, "channel": "hamlet_board", "by_whom": "Thu"}
    answer = clerk.post(page, {**sent, "posted_on": "10/3/2026"})
    assert (answer.status_code, answer.context["form"].errors) == (422, {"hamlets": ["Xin chọn thôn, tổ dân phố."]})
    assert answer.context["form"]["by_whom"].value() == "Thu"
    late = clerk.post(page, {**sent, "channel": "website", "posted_on": "11/3/2026", "posted_at": "chiều"})
    assert late.context["form"].errors == {"posted_at": ["Xin ghi giờ như 17:30."]}


def test_a_line_is_taken_back_with_its_reason(an: Actor, clerk: Client, notice: OfficialPaper) -> None:
    row = record_posting(actor=an, paper=notice, draft=PostingDraft(PostingChannel.WEBSITE, clock.today()))
    address = at(notice.dialogue, f"notices/log/{row.public_id}/void/")
    assert "Trang thông tin điện tử" in words_of(clerk.get(address))
    assert clerk.post(address, {"version": row.version, "reason": ""}).status_code == 422
    assert clerk.post(address, {"version": row.version, "reason": "Chưa đăng"}).status_code == 302
    stored = Posting.objects.of(notice.locality).get()
    assert (stored.state, stored.void_reason) == ("void", "Chưa đăng")
    assert clerk.get(address).status_code == 404


def test_nothing_is_logged_before_a_notice_is_out(clerk: Client, dialogue: object) -> None:
    assert clerk.get(at(dialogue, "notices/log/new/")).status_code == 409  # type: ignore[arg-type]


def test_officers_read_the_log_but_do_not_write_it(
    officer: Client, head: Client, notice: OfficialPaper, page: str
) -> None:
    seen = head.get(at(notice.dialogue, "notices/"))
    assert (seen.status_code, seen.context["record_href"]) == (200, "")
    assert (head.get(page).status_code, officer.get(page).status_code) == (403, 404)


@pytest.mark.parametrize("rest", ["void/", "proof/"])
def test_a_line_is_there_only_under_its_own_dialogue_and_for_its_own_staff(
    an: Actor, clerk: Client, stranger: Client, notice: OfficialPaper, rest: str
) -> None:
    row = record_posting(actor=an, paper=notice, draft=PostingDraft(PostingChannel.WEBSITE, clock.today()))
    told = planning.DialogueDraft(theme="Nước sạch")
    other = planning.plan_dialogue(actor=an, body=notice.body, draft=told)
    line = f"notices/log/{row.public_id}/{rest}"
    assert (clerk.get(at(other, line)).status_code, stranger.get(at(notice.dialogue, line)).status_code) == (404, 404)
