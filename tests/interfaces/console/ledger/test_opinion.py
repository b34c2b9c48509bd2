"""One opinion: what is shown, corrected, edited, voided; the name only on request."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.opinions.terms import OpinionState
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from tests.interfaces.console.reading import CONSOLE, filled, words_of

pytestmark = pytest.mark.usefixtures("frozen_today", "committee")
TU = Person(name="Lò Thị Tư", phone="0912345678")


@pytest.fixture
def opinion(said: Callable[..., Opinion], hamlets: list[Hamlet]) -> Opinion:
    """By telephone, from Đá Bạc, by Bà Tư."""
    return said("Cầu hổng", hamlet=hamlets[0], person=TU)


def at(opinion: Opinion, rest: str = "") -> str:
    return f"{CONSOLE}ledger/{opinion.public_id}/{rest}"


def again(opinion: Opinion) -> Opinion:
    return Opinion.objects.of(opinion.locality).get(pk=opinion.pk)


def changed(client: Client, opinion: Opinion, page: str, **typed: str) -> Any:
    form = client.get(at(opinion, page)).context["form"]
    return client.post(at(opinion, page), {**filled(form), **typed})


def test_the_page_says_everything_but_the_name(clerk: Client, an: Actor, opinion: Opinion) -> None:
    raise_matter(actor=an, opinion=opinion, draft=MatterDraft("Sửa cầu treo Đá Bạc"))
    page = clerk.get(at(opinion))
    said = words_of(page)
    assert [one.title for one in page.context["matters"]] == ["Sửa cầu treo Đá Bạc"]
    for part in ("Cầu hổng", "Thôn Đá Bạc", receipt_of(opinion), "Chờ phân loại", "Ghi ý kiến vào sổ"):
        assert part in said
    assert "Lò Thị Tư" not in said
    assert not JournalEntry.objects.filter(code="identity.read").exists()


def test_the_name_is_shown_for_a_reason_and_journalled(clerk: Client, opinion: Opinion) -> None:
    refused = clerk.post(at(opinion, "names/"), {"reason": " "})
    assert (refused.status_code, "Lò Thị Tư" in words_of(refused)) == (422, False)
    shown = clerk.post(at(opinion, "names/"), {"reason": "gọi lại hỏi rõ"})
    assert "Lò Thị Tư 0912345678" in words_of(shown)
    assert JournalEntry.objects.filter(code="identity.read").count() == 1
    assert "Lò Thị Tư" not in words_of(clerk.get(at(opinion)))


def test_a_correction_stands_beside_the_first_words(clerk: Client, opinion: Opinion) -> None:
    assert changed(clerk, opinion, "correct/", words="Cầu hỏng").status_code == 422
    assert changed(clerk, opinion, "correct/", words="Cầu hỏng", reason="nghe nhầm").status_code == 302
    page = clerk.get(at(opinion))
    assert (page.context["opinion"].text, "Cầu hổng" in words_of(page)) == ("Cầu hỏng", True)


def test_from_an_old_page_both_texts_are_shown(clerk: Client, opinion: Opinion) -> None:
    old = filled(clerk.get(at(opinion, "correct/")).context["form"])
    changed(clerk, opinion, "correct/", words="Cầu hỏng", reason="nghe nhầm")
    answer = clerk.post(at(opinion, "correct/"), {**old, "words": "Cầu hư", "reason": "nghe lại"})
    assert (answer.status_code, again(opinion).corrected) == (409, "Cầu hỏng")
    assert next((one.mine, one.theirs) for one in answer.context["disagreements"]) == ("Cầu hư", "Cầu hỏng")


def test_details_are_edited(clerk: Client, opinion: Opinion, hamlets: list[Hamlet]) -> None:
    changed(clerk, opinion, "edit/", hamlet=hamlets[1].public_id, received_on="9/3/2026", source="Bà Tư")
    edited = again(opinion)
    assert (edited.hamlet, edited.received_on.day, edited.source, edited.words) == (hamlets[1], 9, "Bà Tư", "Cầu hổng")
    answer = changed(clerk, opinion, "edit/", received_on="31/12/2025")
    assert list(answer.context["form"].errors) == ["received_on"]


def test_a_mistake_keeps_its_line(clerk: Client, opinion: Opinion) -> None:
    assert changed(clerk, opinion, "void/", reason="nhập hai lần").status_code == 302
    page = clerk.get(at(opinion))
    assert (again(opinion).state, again(opinion).words) == (OpinionState.VOID, "Cầu hổng")
    assert [move.code for move, _address in page.context["moves"]] == ["opinion.restrict"]
    assert clerk.post(at(opinion, "void/"), {"reason": "x", "version": again(opinion).version}).status_code == 409


def test_the_receipt_is_printed(clerk: Client, opinion: Opinion, officer: Client) -> None:
    page = clerk.get(at(opinion))
    word, pdf = (clerk.get(link.href) for link in page.context["papers"])
    assert (word.content[:2], pdf.content[:5]) == (b"PK", b"%PDF-")
    text = clerk.get(f"{CONSOLE}papers/receipt/{opinion.public_id}.txt").content.decode()
    assert receipt_of(opinion) in text and "1/2026" in text
    assert "Tư" not in text and "Cầu" not in text
    assert officer.get(f"{CONSOLE}papers/receipt/{opinion.public_id}.pdf").status_code == 404


def test_what_one_may_not_read_does_not_exist(
    clerk: Client,
    officer: Client,
    stranger: Client,
    client_of: Callable[[Actor], Client],
    party_clerk: Actor,
    hamlet_head: Actor,
    an: Actor,
    opinion: Opinion,
) -> None:
    others = [officer, stranger, client_of(party_clerk), client_of(hamlet_head)]
    assert [one.get(at(opinion)).status_code for one in others] == [404] * 4
    mark_conduct(actor=an, opinion=opinion)
    assert clerk.get(at(opinion)).context["level_tag"].text == "Về cán bộ, công vụ"
    restrict_opinion(actor=an, opinion=opinion)
    pages = ("", "correct/", "edit/", "void/")
    assert [clerk.get(at(opinion, page)).status_code for page in pages] == [404] * 4
    assert clerk.post(at(opinion, "names/"), {"reason": "xem"}).status_code == 404


def test_the_head_reads_but_does_not_change(head: Client, opinion: Opinion, committee: Body) -> None:
    page = head.get(at(opinion))
    codes = {move.code for move, _address in page.context["moves"]}
    assert (page.status_code, codes & {"opinion.correct", "opinion.edit", "opinion.void"}) == (200, set())
    assert head.get(at(opinion, "correct/")).status_code == 403
