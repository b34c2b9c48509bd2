"""The ledger: lines by number, filters, totals, quick entry, the list handed out."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.identities.models import Identity
from tests.interfaces.console.reading import CONSOLE, filled, words_of
from tests.support import people

LEDGER = f"{CONSOLE}ledger/"
QUERIES = 11
ODD = {"emoji": "😀", "nothing": "", "blank": " \n ", "controls": "\x00\x07", "bidi": "\u202e\u202c", "marks": "?!…"}

pytestmark = pytest.mark.usefixtures("frozen_today", "committee")


def numbers(page: Any) -> list[str]:
    return [row.number for row in page.context["rows"]]


def sent(client: Client, **typed: str) -> Any:
    """Send the quick entry as a browser does, nothing touched but what is typed."""
    page = client.get(LEDGER)
    return client.post(LEDGER, {**filled(page.context["form"]), "form_key": page.context["form_key"], **typed})


def stored(body: Body) -> list[Opinion]:
    return list(Opinion.objects.of(body.locality).order_by("pk"))


def test_lines_come_by_number_fifty_a_page(clerk: Client, said: Callable[..., Opinion]) -> None:
    for place in range(1, 53):
        said(f"Ý kiến {place}")
    first = clerk.get(LEDGER)
    assert (numbers(first)[0], len(numbers(first)), numbers(first)[-1]) == ("52/2026", 50, "3/2026")
    rest = clerk.get(LEDGER + first.context["following"])
    assert (numbers(rest), rest.context["following"]) == (["2/2026", "1/2026"], "")
    assert first.context["total"] == 52


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_every_length(
    rows: int, clerk: Client, said: Callable[..., Opinion], hamlets: list[Hamlet], dated: Dialogue
) -> None:
    for place in range(rows):
        last = said(f"Ý kiến {place}", hamlet=hamlets[0], dialogue=dated)
    clerk.get(LEDGER)  # notes in the session that somebody is there
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(LEDGER)
    assert (len(numbers(page)), len(counted)) == (rows, QUERIES)
    with CaptureQueriesContext(connection) as counted:
        clerk.get(f"{LEDGER}?saved={last.public_id}")
    assert len(counted) == QUERIES + 1


def test_what_one_may_not_read_is_a_neutral_line(
    clerk: Client, an: Actor, said: Callable[..., Opinion], hamlets: list[Hamlet]
) -> None:
    said("Đường hỏng", Origin.PHONE)
    secret = said("Ông Kha nhận tiền", Origin.LETTER, hamlet=hamlets[0], source="Bà Tư đầu xóm")
    restrict_opinion(actor=an, opinion=secret)
    page = clerk.get(LEDGER)
    row = page.context["rows"][0]
    assert (row.number, row.href, row.words, row.origin, row.hamlet, row.received_on, row.tags) == ("2/2026", "", "", "", "", None, ())  # fmt: skip  # noqa: E501
    table = words_of(page).partition("Trạng thái Chờ phân loại")[0]
    assert "Kha" not in words_of(page) and "Bà Tư" not in table
    assert (page.context["totals"], page.context["total"]) == ([("Điện thoại, đường dây nóng", "1"), ("Đã chuyển theo quy định", "1")], 2)  # fmt: skip  # noqa: E501
    for query in (f"hamlet={hamlets[0].public_id}", "origin=letter", "words=Kha", "since=1/1/2026", "state=received"):
        assert "2/2026" not in numbers(clerk.get(f"{LEDGER}?{query}"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("origin=letter", ["2/2026"]),
        ("words=CAU hong", ["1/2026"]),
        ("words=không có gì như vậy", []),
        ("state=void", ["3/2026"]),
        ("since=10/3/2026&until=10/3/2026", ["3/2026", "2/2026", "1/2026"]),
        ("since=11/3/2026", []),
        ("origin=tap-nham&since=hôm qua&before=x&hamlet=a", ["3/2026", "2/2026", "1/2026"]),
    ],
    ids=["origin", "words", "no-words", "void", "days", "later", "nonsense"],
)
def test_filters_narrow_the_list(
    query: str, found: list[str], clerk: Client, an: Actor, said: Callable[..., Opinion]
) -> None:
    said("Cầu hỏng")
    said("Xin điện", Origin.LETTER)
    void_opinion(actor=an, opinion=said("Thử"), reason="thử phần mềm")
    page = clerk.get(f"{LEDGER}?{query}")
    assert (page.status_code, numbers(page)) == (200, found)


def test_an_opinion_is_written_down_and_the_next_is_like_it(
    clerk: Client, committee: Body, hamlets: list[Hamlet], dated: Dialogue
) -> None:
    typed = {"words": "Cầu treo hỏng", "hamlet": hamlets[1].public_id, "origin": "reception", "source": "Bà Tư", "name": "Lò Thị Tư", "phone": "0912 345 678", "reply_way": "phone", "may_publish_name": "on"}  # fmt: skip  # noqa: E501
    answer = sent(clerk, **typed)
    (opinion,) = stored(committee)
    assert (opinion.words, opinion.origin, opinion.hamlet, opinion.dialogue) == ("Cầu treo hỏng", Origin.RECEPTION, hamlets[1], dated)  # fmt: skip  # noqa: E501
    assert (opinion.reply_way, opinion.may_publish_name) == (ReplyWay.PHONE, True)
    assert Identity.objects.of(committee.locality).count() == 1
    page = clerk.get(answer["Location"])
    assert (page.context["saved"].number, page.context["saved"].code) == ("1/2026", receipt_of(opinion))
    kept = page.context["form"]
    assert (kept["origin"].value(), kept["hamlet"].value(), kept["words"].value(), kept["name"].value()) == ("reception", hamlets[1].public_id, None, None)  # fmt: skip  # noqa: E501
    assert "autofocus" in str(kept["words"])
    assert "Lò Thị Tư" not in words_of(page)


def test_a_form_sent_twice_is_one_opinion_and_other_words_are_offered_as_a_new_one(
    clerk: Client, committee: Body
) -> None:
    page = clerk.get(LEDGER)
    form = {**filled(page.context["form"]), "form_key": page.context["form_key"], "words": "Cầu hỏng"}
    first, second = clerk.post(LEDGER, form), clerk.post(LEDGER, form)
    assert first["Location"] == second["Location"]
    other = clerk.post(LEDGER, {**form, "words": "Chợ bẩn"})
    assert (other.status_code, other.context["form"]["words"].value()) == (409, "Chợ bẩn")
    assert clerk.post(LEDGER, {**form, "words": "Chợ bẩn", "form_key": other.context["form_key"]}).status_code == 302
    assert [one.words for one in stored(committee)] == ["Cầu hỏng", "Chợ bẩn"]


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_what_holds_no_word_is_given_back(words: str, clerk: Client, committee: Body) -> None:
    answer = sent(clerk, words=words, source="Bà Tư")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["words"])
    assert (answer.context["form"]["source"].value(), stored(committee)) == ("Bà Tư", [])


def test_a_very_long_text_is_given_back_whole(clerk: Client, committee: Body) -> None:
    long = "Đường hỏng. " * 90_000
    answer = sent(clerk, words=long)
    assert (answer.status_code, stored(committee)) == (422, [])
    assert answer.context["form"]["words"].value() == long


def test_words_are_stored_composed_and_without_hidden_signs(clerk: Client, committee: Body) -> None:
    sent(clerk, words="Ca\u0302\u0300u\x00 ho\u0309ng \u202eđường")
    assert [one.words for one in stored(committee)] == ["Cầu hỏng đường"]


def test_what_is_lacking_stands_at_its_field(clerk: Client, committee: Body) -> None:
    answer = sent(clerk, words="Cầu hỏng", reply_way="phone")
    assert list(answer.context["form"].errors) == ["phone"]
    answer = sent(clerk, words="Cầu hỏng", received_on="11/3/2026")
    assert list(answer.context["form"].errors) == ["received_on"]
    assert stored(committee) == []


def test_who_may_not_see_the_ledger_and_who_sees_what(
    clerk: Client,
    officer: Client,
    stranger: Client,
    client_of: Callable[[Actor], Client],
    an: Actor,
    hamlet_head: Actor,
    party_clerk: Actor,
    state_clerk: Actor,
    committee: Body,
    said: Callable[..., Opinion],
) -> None:
    said("Đường hỏng")
    mark_conduct(actor=an, opinion=said("Cán bộ khó chịu"))
    first = Opinion.objects.of(committee.locality).filter(number=1)
    first.update(entered_by=User.objects.get(pk=hamlet_head.user_id))
    observer = people.staff("oanh", "Đinh Thị Oanh", committee.locality, roles.OBSERVER)
    assert (officer.get(LEDGER).status_code, stranger.get(LEDGER).status_code) == (403, 404)
    seen = {}
    for actor in (an, state_clerk, party_clerk, hamlet_head, observer):
        page = client_of(actor).get(LEDGER)
        seen[actor.label] = [(row.number, bool(row.href)) for row in page.context["rows"]]
        assert page.context["may_receive"] is (actor in (an, state_clerk, party_clerk))
    both = [("2/2026", True), ("1/2026", True)]
    assert seen == {an.label: both, state_clerk.label: both, party_clerk.label: [], hamlet_head.label: [("1/2026", True)], observer.label: [("2/2026", False), ("1/2026", True)]}  # fmt: skip  # noqa: E501


def test_the_filtered_list_is_handed_out_without_names(
    clerk: Client, an: Actor, said: Callable[..., Opinion], officer: Client
) -> None:
    said("=HYPERLINK(1)", Origin.LETTER)
    said("Cầu hỏng")
    restrict_opinion(actor=an, opinion=said("Ông Kha"))
    table = openpyxl.load_workbook(io.BytesIO(clerk.get(f"{LEDGER}list.xlsx").content)).active
    rows = [[cell.value for cell in row] for row in table.iter_rows(min_row=2)]
    assert [(row[0], row[2], row[5]) for row in rows] == [
        ("3/2026", "Đã chuyển theo quy định", None),
        ("2/2026", "Điện thoại, đường dây nóng", "Cầu hỏng"),
        ("1/2026", "Thư, đơn", "=HYPERLINK(1)"),
    ]
    assert len(rows[1]) == 8
    only = openpyxl.load_workbook(io.BytesIO(clerk.get(f"{LEDGER}list.xlsx?origin=letter").content)).active
    assert only.max_row == 2
    assert officer.get(f"{LEDGER}list.xlsx").status_code == 403


def test_an_empty_ledger_says_what_to_do(clerk: Client) -> None:
    page = clerk.get(LEDGER)
    assert "Ghi ý kiến đầu tiên" in words_of(page)
    assert page.context["form"]["received_on"].value() == "10/3/2026"
