"""Classifying one opinion: suggestions, several matters, what is similar, and on to the next."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.raising import (
    MatterDraft,
    PastMatter,
    matters_of,
    raise_matter,
    record_past_matter,
)
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.reading import CONSOLE, filled, words_of

pytestmark = pytest.mark.django_db

Told = Callable[[str], Opinion]
WORDS = "Đường vào thôn nhiều ổ gà, đề nghị sửa sớm"


def page_of(opinion: Opinion) -> str:
    return f"{CONSOLE}classify/{opinion.public_id}/"


def send(client: Client, opinion: Opinion, **typed: str) -> Any:
    page = client.get(page_of(opinion))
    return client.post(
        page_of(opinion), {**filled(page.context["form"]), "form_key": page.context["form_key"], **typed}
    )


def stored(opinion: Opinion) -> Opinion:
    return Opinion.objects.of(opinion.locality).get(pk=opinion.pk)


def test_the_page_suggests_field_kind_and_sentence(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    page = clerk.get(page_of(told(WORDS)))
    form = page.context["form"]
    assert page.context["likely"][0].field == fields["transport"]
    assert {name: form[name].value() for name in ("kind", "field", "title")} == {
        "kind": "petition", "field": fields["transport"].public_id, "title": WORDS,
    }  # fmt: skip
    assert "<mark>Đường vào thôn</mark>" in page.content.decode()


def test_sending_it_untouched_writes_the_matter_down_and_goes_to_the_next(
    clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    first, second = told(WORDS), told("Rác đổ ven suối")
    answer = send(clerk, first, do="done")
    assert answer["Location"] == page_of(second)
    [matter] = matters_of(first)
    assert (matter.title, matter.field, matter.state) == (WORDS, fields["transport"], MatterState.SCREENED)
    assert stored(first).state == OpinionState.CLASSIFIED
    assert send(clerk, second, do="done")["Location"] == f"{CONSOLE}classify/"


def test_an_opinion_may_ask_for_several_things(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    opinion = told(WORDS)
    assert send(clerk, opinion, do="more")["Location"] == page_of(opinion)
    send(clerk, opinion, do="more", title="Cần đèn đường", field=fields["utilities"].public_id)
    assert [one.title for one in matters_of(opinion)] == [WORDS, "Cần đèn đường"]
    clerk.post(page_of(opinion), {"drop": matters_of(opinion)[0].public_id})
    assert [one.title for one in matters_of(opinion)] == ["Cần đèn đường"]
    clerk.post(page_of(opinion), {"do": "finish"})
    assert stored(opinion).state == OpinionState.CLASSIFIED


def test_the_same_form_sent_twice_writes_one_matter(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    opinion = told(WORDS)
    page = clerk.get(page_of(opinion))
    typed = {**filled(page.context["form"]), "form_key": page.context["form_key"], "do": "more"}
    clerk.post(page_of(opinion), typed)
    clerk.post(page_of(opinion), typed)
    assert Matter.objects.of(opinion.locality).count() == 1


def test_nothing_written_down_is_no_end(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    opinion = told(WORDS)
    assert clerk.post(page_of(opinion), {"do": "finish"}).status_code == 409
    assert stored(opinion).state == OpinionState.RECEIVED


def test_what_was_raised_already_this_year_is_joined(
    an: Actor, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    known = raise_matter(actor=an, opinion=told(WORDS), draft=MatterDraft(title=WORDS, field=fields["transport"]))
    again = told("Đường vào thôn ổ gà nhiều lắm")
    assert [one.public_id for one in clerk.get(page_of(again)).context["alike"]] == [known.public_id]
    clerk.post(page_of(again), {"join": known.public_id})
    assert matters_of(again) == [known]
    assert Matter.objects.of(an.locality).count() == 1  # type: ignore[arg-type]


def test_what_was_promised_in_an_earlier_year_is_continued(
    an: Actor, clerk: Client, fields: dict[str, Field], told: Told, committee: Body
) -> None:
    past = PastMatter(year=2024, title="Đường vào thôn Pò Lếp ổ gà", promise="Sửa trong quý II")
    before = record_past_matter(actor=an, body=committee, past=past)
    opinion = told(WORDS)
    page = clerk.get(page_of(opinion))
    [row] = page.context["alike"]
    assert (row.public_id, row.is_earlier) == (before.public_id, True)
    assert "Sửa trong quý II" in words_of(page)
    assert "<mark>Pò</mark>" in page.content.decode()
    send(clerk, opinion, continues=before.public_id)
    assert [one.continues for one in matters_of(opinion)] == [before]


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        pytest.param({"then": "settle", "reason": "Trưởng thôn đã hòa giải"}, MatterState.SETTLED, id="settled"),
        pytest.param({"then": "set_aside", "reason": "Trùng việc đã trả lời"}, MatterState.SET_ASIDE, id="aside"),
        pytest.param(
            {"then": "refer", "competence": "other", "competent_body": "Điện lực"}, MatterState.REFERRED, id="referred"
        ),
    ],
)
def test_what_needs_no_unit_is_dealt_with_at_once(
    typed: dict[str, str], state: MatterState, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    opinion = told(WORDS)
    send(clerk, opinion, do="done", **typed)
    assert [one.state for one in matters_of(opinion)] == [state]


@pytest.mark.parametrize(
    ("then", "field"), [("settle", "reason"), ("set_aside", "reason"), ("refer", "competent_body")]
)
def test_a_decision_needs_its_reason(
    then: str, field: str, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    opinion = told(WORDS)
    answer = send(clerk, opinion, do="done", then=then)
    assert (answer.status_code, list(answer.context["form"].errors), matters_of(opinion)) == (422, [field], [])


def test_a_field_on_officials_sets_the_opinion_apart(clerk: Client, fields: dict[str, Field], told: Told) -> None:
    opinion = told("Cán bộ nói năng cộc lốc, hách dịch")
    send(clerk, opinion, do="done")
    assert (stored(opinion).level, [one.level for one in matters_of(opinion)]) == (Level.CONDUCT, [Level.CONDUCT])


@pytest.mark.parametrize(
    ("kind", "page"), [("complaint", "complaint"), ("denunciation", "restrict"), ("crime", "restrict")]
)
def test_what_the_law_gives_a_way_of_its_own_leads_there(
    kind: str, page: str, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    opinion = told(WORDS)
    assert send(clerk, opinion, kind=kind)["Location"] == f"{page_of(opinion)}{page}/?kind={kind}"
    assert matters_of(opinion) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_however_much_is_similar(
    rows: int, an: Actor, clerk: Client, fields: dict[str, Field], told: Told
) -> None:
    for _ in range(rows):
        raise_matter(actor=an, opinion=told(WORDS), draft=MatterDraft(title=WORDS, field=fields["transport"]))
    opinion = told(WORDS)
    clerk.get(page_of(opinion))
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(page_of(opinion))
    assert (len(page.context["alike"]), len(counted)) == (rows, QUERIES)


QUERIES = 12


def test_what_is_typed_is_looked_for(an: Actor, clerk: Client, fields: dict[str, Field], told: Told) -> None:
    known = raise_matter(actor=an, opinion=told("Chợ dột"), draft=MatterDraft(title="Chợ xã dột hết mái"))
    page = clerk.get(f"{page_of(told(WORDS))}similar/", {"title": "mái chợ xã bị dột"})
    assert [one.public_id for one in page.context["alike"]] == [known.public_id]


def test_only_who_classifies_finds_the_page(
    head: Client, officer: Client, stranger: Client, fields: dict[str, Field], told: Told
) -> None:
    opinion = told(WORDS)
    assert [client.get(page_of(opinion)).status_code for client in (head, officer, stranger)] == [403, 404, 404]
