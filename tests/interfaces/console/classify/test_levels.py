"""Setting an opinion apart, each after a look at exactly what will happen."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.matters.models import Field, Petition
from nghedan.domain.opinions.models import NamedPerson, Opinion
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE, words_of

pytestmark = pytest.mark.django_db

WORDS = "Ông Kha kế toán nhận tiền"


@pytest.fixture
def opinion(told: Callable[[str], Opinion]) -> Opinion:
    return told(WORDS)


def at(opinion: Opinion, page: str) -> str:
    return f"{CONSOLE}classify/{opinion.public_id}/{page}/"


def stored(opinion: Opinion) -> Opinion:
    return Opinion.objects.of(opinion.locality).get(pk=opinion.pk)


def test_who_is_named_is_asked_before_anything_else(clerk: Client, binh: Actor, opinion: Opinion) -> None:
    answer = clerk.post(at(opinion, "restrict"), {"version": opinion.version, "kind": "denunciation"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["named"])


def test_the_check_says_who_will_read_it_and_nothing_is_done_yet(
    clerk: Client, binh: Actor, receiver: Actor, opinion: Opinion
) -> None:
    typed = {"version": opinion.version, "kind": "denunciation", "unknown": "on"}
    page = clerk.post(at(opinion, "restrict"), typed)
    assert "ông/bà không xem lại được ý kiến này nữa" in words_of(page)
    assert "Trần Văn Bình, Lê Thị Thu" in words_of(page)
    assert (stored(opinion).level, WORDS in words_of(page)) == (Level.ORDINARY, False)


def test_when_nobody_is_left_it_says_that_it_goes_up_sealed(
    clerk: Client, binh: Actor, opinion: Opinion, officer_of: Callable[[Actor], Officer]
) -> None:
    typed = {"version": opinion.version, "kind": "denunciation", "named": officer_of(binh).public_id}
    page = clerk.post(at(opinion, "restrict"), typed)
    assert "nội dung được niêm phong, chuyển UBND tỉnh Đông Sơn" in words_of(page)
    clerk.post(at(opinion, "restrict"), {**typed, "confirmed": "1"})
    assert stored(opinion).is_sealed


def test_confirmed_it_is_gone_for_the_clerk(
    clerk: Client, binh: Actor, opinion: Opinion, officer_of: Callable[[Actor], Officer], chi: Actor
) -> None:
    typed = {"version": opinion.version, "kind": "crime", "named": officer_of(chi).public_id, "confirmed": "1"}
    answer = clerk.post(at(opinion, "restrict"), typed)
    assert answer["Location"] == f"{CONSOLE}classify/"
    gone = stored(opinion)
    assert (gone.level, gone.state, gone.is_sealed) == (Level.RESTRICTED, OpinionState.CLASSIFIED, False)
    assert Petition.objects.of(opinion.locality).get().kind == "crime"
    assert NamedPerson.objects.of(opinion.locality).count() == 1
    pages = ("", "restrict/", "conduct/", "complaint/", "similar/")
    assert {clerk.get(f"{CONSOLE}classify/{opinion.public_id}/{page}").status_code for page in pages} == {404}
    assert WORDS not in words_of(clerk.get(f"{CONSOLE}ledger/"))


def test_a_complaint_goes_into_the_register(clerk: Client, opinion: Opinion) -> None:
    assert "Điều 27, 28 Luật Khiếu nại" in words_of(clerk.get(at(opinion, "complaint")))
    answer = clerk.post(at(opinion, "complaint"), {"version": opinion.version})
    assert answer["Location"] == f"{CONSOLE}petitions/"
    assert (stored(opinion).level, stored(opinion).state) == (Level.ORDINARY, OpinionState.CLASSIFIED)


def test_an_opinion_on_officials_stays_in_the_queue(
    clerk: Client, chi: Actor, opinion: Opinion, officer_of: Callable[[Actor], Officer], fields: dict[str, Field]
) -> None:
    typed = {"version": opinion.version, "named": officer_of(chi).public_id}
    answer = clerk.post(at(opinion, "conduct"), typed)
    assert answer["Location"] == f"{CONSOLE}classify/{opinion.public_id}/"
    assert (stored(opinion).level, stored(opinion).state) == (Level.CONDUCT, OpinionState.RECEIVED)


@pytest.mark.parametrize("page", ["restrict", "complaint", "conduct"])
def test_who_may_not_classify_finds_nothing(page: str, officer: Client, stranger: Client, opinion: Opinion) -> None:
    assert [client.get(at(opinion, page)).status_code for client in (officer, stranger)] == [404, 404]
