"""Slips: printed, handed in, split before one's eyes, keyed one after the other, undone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.opinions.jobs import split_waiting_stacks
from nghedan.domain.opinions.models import Opinion, Sheet, SlipRun, Stack
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.services.restricting import restrict_opinion
from nghedan.domain.opinions.terms import SheetState, StackState
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from tests.foundation.attachments import files
from tests.interfaces.console.reading import CONSOLE, filled, words_of
from tests.support import paper

SLIPS = f"{CONSOLE}slips/"
KEY = f"{SLIPS}key/"
QUERIES = 10

pytestmark = pytest.mark.usefixtures("frozen_today", "committee")


def sheets(body: Body) -> list[Sheet]:
    return list(Sheet.objects.of(body.locality).order_by("stack", "position"))


def at(sheet: Sheet, rest: str = "") -> str:
    return f"{SLIPS}sheets/{sheet.public_id}/{rest}"


def form_of(page: Any) -> dict[str, str]:
    return {**filled(page.context["form"]), "form_key": page.context["form_key"]}


def keyed(client: Client, **typed: str) -> Any:
    """Key the sheet that is next, nothing touched but what is typed."""
    page = client.get(KEY, follow=True)
    return client.post(page.redirect_chain[-1][0], {**form_of(page), **typed})


def test_slips_are_printed_for_each_hamlet(clerk: Client, committee: Body, hamlets: list[Hamlet]) -> None:
    page = clerk.get(f"{SLIPS}print/")
    chosen = [hamlets[0].public_id, hamlets[1].public_id, "-"]
    form = {**form_of(page), "each": "2", "hamlets": chosen}
    answers = [clerk.post(f"{SLIPS}print/", form) for _ in range(2)]
    runs = list(SlipRun.objects.of(committee.locality).order_by("pk"))
    assert [(run.hamlet, run.count) for run in runs] == [(hamlets[0], 2), (hamlets[1], 2), (None, 2)]
    assert [answer["Location"] for answer in answers] == [answers[0]["Location"]] * 2
    shown = clerk.get(answers[0]["Location"])
    (link,) = shown.context["files"]
    assert clerk.get(link.href).content[:5] == b"%PDF-"
    word = clerk.get(shown.context["runs"][0].links[1].href)
    assert word.content[:2] == b"PK"


def test_one_choice_prints_for_every_hamlet(clerk: Client, committee: Body, hamlets: list[Hamlet]) -> None:
    form = {**form_of(clerk.get(f"{SLIPS}print/")), "each": "1", "hamlets": ["*", hamlets[0].public_id]}
    clerk.post(f"{SLIPS}print/", form)
    runs = SlipRun.objects.of(committee.locality)
    assert sorted(run.hamlet.name for run in runs if run.hamlet) == sorted(one.name for one in hamlets)


@pytest.mark.parametrize(("address", "warns"), [("", True), ("https://nghedan.example", False)], ids=["none", "set"])
def test_before_printing_one_is_told_that_phones_cannot_open_the_codes(
    address: str, warns: bool, clerk: Client, settings: Any
) -> None:
    settings.NGHEDAN_PUBLIC_URL = address
    assert ("NGHEDAN_PUBLIC_URL" in words_of(clerk.get(f"{SLIPS}print/"))) is warns


def test_the_page_after_the_last_sheet_tells_of_nothing_keyed(clerk: Client) -> None:
    shown = clerk.get(f"{SLIPS}key/")
    assert shown.context["done"] is None
    assert "mã tra cứu" not in shown.content.decode()


def test_a_slip_tells_what_it_is_for(clerk: Client, run: SlipRun) -> None:
    text = clerk.get(f"{CONSOLE}papers/slips/{run.public_id}.txt").content.decode()
    for part in ("PHIẾU Ý KIẾN", "Thôn Đá Bạc", "số này chỉ để tra cứu", "Đồng ý công khai họ tên", "đưa tận tay"):
        assert text.count(part) == 3


def test_many_slips_come_in_files_none_of_them_slow(clerk: Client, hamlets: list[Hamlet], committee: Body) -> None:
    page = clerk.get(f"{SLIPS}print/")
    form = {**form_of(page), "each": "40", "hamlets": [one.public_id for one in hamlets]}
    shown = clerk.post(f"{SLIPS}print/", form, follow=True)
    assert len(shown.context["files"]) == 2
    refused = clerk.post(f"{SLIPS}print/", {**form, "each": "501", "form_key": shown.context["form_key"]})
    assert list(refused.context["form"].errors) == ["each"]
    assert list(clerk.post(f"{SLIPS}print/", {**form, "hamlets": []}).context["form"].errors) == ["hamlets"]


def handed_in(client: Client, *uploads: Any) -> Any:
    page = client.get(f"{SLIPS}stacks/new/")
    return client.post(f"{SLIPS}stacks/new/", {**form_of(page), "file": [*uploads]})


def test_a_stack_is_handed_in_and_shows_how_far_it_is(clerk: Client, run: SlipRun) -> None:
    scan = paper.as_pdf([*paper.scanned(run, ["a", "b", "c"]), paper.blank()])
    answer = handed_in(clerk, paper.upload(scan))
    page = clerk.get(answer["Location"])
    assert "Đã tách 0 trong 4 trang" in words_of(page)
    assert 'hx-trigger="every 2s"' in page.content.decode()
    split_waiting_stacks()
    page = clerk.get(answer["Location"])
    assert [(one.position, bool(one.slip)) for one in page.context["sheets"]] == [(1, True), (2, True), (3, True), (4, False)]  # fmt: skip  # noqa: E501
    assert "every 2s" not in page.content.decode()
    assert "Không có mã phiếu." in words_of(page)


def test_photos_are_handed_in_together(clerk: Client, committee: Body, run: SlipRun) -> None:
    photos = [paper.upload(paper.as_jpeg(one), "anh.jpg") for one in paper.scanned(run, ["a", "b", "c"])]
    assert handed_in(clerk, *photos).status_code == 302
    split_waiting_stacks()
    assert [one.slip.number for one in sheets(committee) if one.slip] == [1, 2, 3]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(files.docx(), id="word"),
        pytest.param(b"", id="empty"),
        pytest.param(b"%PDF-1.7 hong", id="damaged"),
        pytest.param(files.pdf("khoa"), id="locked"),
        pytest.param(b"MZ\x90\x00" * 100, id="program"),
    ],
)
def test_a_wrong_file_is_told_at_once(content: bytes, clerk: Client, committee: Body) -> None:
    answer = handed_in(clerk, paper.upload(content, "xap.pdf"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert Stack.objects.of(committee.locality).count() == 0


def test_a_failed_stack_says_why_and_is_split_again(clerk: Client, stack: Stack) -> None:
    again = Stack.objects.of(stack.locality).filter(pk=stack.pk)
    again.update(state=StackState.FAILED, problem="Trang 3 của tệp PDF bị hỏng.")
    address = f"{SLIPS}stacks/{stack.public_id}/"
    assert "Trang 3 của tệp PDF bị hỏng." in words_of(clerk.get(address))
    assert clerk.post(f"{address}retry/").status_code == 302
    assert again.get().state == StackState.WAITING


def test_sheets_are_keyed_in_their_order_and_counted(
    clerk: Client, an: Actor, committee: Body, stack: Stack, hamlets: list[Hamlet]
) -> None:
    page = clerk.get(KEY, follow=True)
    assert page.context["form"]["hamlet"].value() == hamlets[0].public_id
    assert "Đã nhập 0 , còn 4" in words_of(page)
    for words in ("Cầu hỏng", "Xin điện"):
        assert keyed(clerk, words=words)["Location"].startswith(f"{KEY}?saved=")
    page = clerk.get(KEY, follow=True)
    assert "Đã nhập 2 , còn 2" in words_of(page)
    assert [one.words for one, _first in page.context["last"]] == ["Xin điện", "Cầu hỏng"]
    keyed(clerk, words="Chợ bẩn", name="Lò Thị Tư", reply_way="hamlet", may_publish_name="on")
    last = sheets(committee)[3]
    clerk.post(at(last, "set-aside/"), {"reason": "Tờ trắng"})
    assert "Không còn tờ nào chờ nhập" in words_of(clerk.get(KEY))
    made = opinions_visible_to(an).order_by("number")
    assert [(one.number, one.words, one.hamlet) for one in made] == [
        (1, "Cầu hỏng", hamlets[0]), (2, "Xin điện", hamlets[0]), (3, "Chợ bẩn", hamlets[0]),
    ]  # fmt: skip


def test_a_sheet_may_hold_several_opinions(clerk: Client, committee: Body, stack: Stack) -> None:
    answer = keyed(clerk, words="Cầu hỏng", more="1")
    first = sheets(committee)[0]
    assert answer["Location"].startswith(f"{at(first)}?saved=")
    page = clerk.get(at(first))
    assert [one.words for one in page.context["here"]] == ["Cầu hỏng"]
    clerk.post(at(first, "finish/"))
    assert sheets(committee)[0].state == SheetState.KEYED


def test_one_press_takes_back_what_was_keyed_wrongly(clerk: Client, committee: Body, stack: Stack) -> None:
    keyed(clerk, words="Cầu hổng")
    (opinion,) = Opinion.objects.of(committee.locality)
    answer = clerk.post(f"{KEY}undo/{opinion.public_id}/")
    assert answer["Location"] == at(sheets(committee)[0])
    assert sheets(committee)[0].state == SheetState.WAITING
    keyed(clerk, words="Cầu hỏng")
    assert [(one.words, one.state) for one in Opinion.objects.of(committee.locality).order_by("pk")] == [
        ("Cầu hổng", "void"), ("Cầu hỏng", "received"),
    ]  # fmt: skip


def test_what_cannot_be_kept_is_given_back_with_the_sheet(clerk: Client, committee: Body, stack: Stack) -> None:
    answer = keyed(clerk, words="😀", name="Lò Thị Tư")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["words"])
    assert answer.context["form"]["name"].value() == "Lò Thị Tư"
    assert Opinion.objects.of(committee.locality).count() == 0


def test_a_form_sent_twice_is_one_opinion(clerk: Client, committee: Body, stack: Stack) -> None:
    page = clerk.get(KEY, follow=True)
    address, form = page.redirect_chain[-1][0], {**form_of(page), "words": "Cầu hỏng"}
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Opinion.objects.of(committee.locality).count() == 1
    taken = clerk.post(address, {**form, "words": "Chợ bẩn"})
    assert (taken.status_code, taken.context["form"]["words"].value()) == (409, "Chợ bẩn")


def test_the_picture_is_shown_in_the_page_and_its_opening_journalled(clerk: Client, stack: Stack) -> None:
    answer = clerk.get(at(sheets(stack.body)[0], "picture/"))
    assert (answer["Content-Type"], answer["Content-Disposition"].split(";")[0]) == ("image/jpeg", "inline")
    assert answer.content[:3] == b"\xff\xd8\xff"
    assert [entry.code for entry in JournalEntry.objects.order_by("-pk")[:1]] == ["attachment.open"]


def test_sheets_and_pictures_are_not_for_others(
    clerk: Client,
    officer: Client,
    stranger: Client,
    client_of: Callable[[Actor], Client],
    an: Actor,
    party_clerk: Actor,
    hamlet_head: Actor,
    stack: Stack,
) -> None:
    first = sheets(stack.body)[0]
    others = [officer, stranger, client_of(party_clerk), client_of(hamlet_head)]
    for rest in ("", "picture/"):
        assert [one.get(at(first, rest)).status_code for one in others] == [404] * 4
    assert [one.get(f"{SLIPS}stacks/{stack.public_id}/").status_code for one in others] == [404] * 4
    assert [one.get(SLIPS).status_code for one in others] == [403, 404, 200, 200]
    assert [len(one.get(SLIPS).context["stacks"]) for one in others[2:]] == [0, 0]
    keyed(clerk, words="Ông Kha nhận tiền")
    restrict_opinion(actor=an, opinion=opinions_visible_to(an).get())
    assert [clerk.get(at(first, rest)).status_code for rest in ("", "picture/")] == [404, 404]
    assert first.public_id not in clerk.get(f"{SLIPS}stacks/{stack.public_id}/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_keying_takes_the_same_queries_however_many_wait(rows: int, clerk: Client, stack: Stack) -> None:
    for sheet in sheets(stack.body)[rows:]:
        clerk.post(at(sheet, "set-aside/"), {"reason": "Đã có"})
    address = at(sheets(stack.body)[0])
    clerk.get(address)
    with CaptureQueriesContext(connection) as counted:
        clerk.get(address)
    assert len(counted) == QUERIES
