"""Over any history the figures agree with the ledger for every reader, and no word changes or vanishes."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghedan.config import roles
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import COUNTED, counts_by_origin, ledger_of, opinions_visible_to
from nghedan.domain.opinions.services.keeping import correct_opinion, void_opinion
from nghedan.domain.opinions.services.receiving import (
    OpinionDraft,
    discard,
    let_in,
    receive_many,
    receive_opinion,
    submit_opinion,
)
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.opinions.terms import OpinionState, Origin
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import DomainError
from tests.support import people

pytestmark = pytest.mark.usefixtures("frozen_today")

WORDS = st.text(min_size=1, max_size=30).filter(lambda text: any(sign.isalnum() for sign in text))
ORIGINS = st.sampled_from(list(Origin))
TAKING = st.tuples(st.just("receive"), ORIGINS, WORDS)
LISTS = st.tuples(st.just("import"), ORIGINS, st.lists(WORDS, min_size=1, max_size=3))
SENDING = st.tuples(st.sampled_from(["submit", "hold"]), st.just(Origin.PORTAL), WORDS)
CHANGING = st.tuples(
    st.sampled_from(["void", "restrict", "conduct", "let_in", "discard", "correct"]), st.integers(0, 9), WORDS
)
HISTORIES = st.lists(TAKING | LISTS | SENDING | CHANGING, min_size=1, max_size=10)
CHANGES: dict[str, Callable[[Actor, Opinion, str], Any]] = {
    "void": lambda actor, opinion, _words: void_opinion(actor=actor, opinion=opinion, reason="nhầm"),
    "restrict": lambda actor, opinion, _words: restrict_opinion(actor=actor, opinion=opinion),
    "conduct": lambda actor, opinion, _words: mark_conduct(actor=actor, opinion=opinion),
    "let_in": lambda actor, opinion, _words: let_in(actor=actor, opinion=opinion),
    "discard": lambda actor, opinion, _words: discard(actor=actor, opinion=opinion),
    "correct": lambda actor, opinion, words: correct_opinion(actor=actor, opinion=opinion, words=words, reason="nhầm"),
}


@pytest.fixture
def readers(
    an: Actor, binh: Actor, chi: Actor, state_clerk: Actor, party_clerk: Actor, hamlet_head: Actor
) -> list[Actor]:
    observer = people.staff("oanh", "Đinh Thị Oanh", an.locality, roles.OBSERVER)  # type: ignore[arg-type]
    return [an, binh, chi, state_clerk, party_clerk, hamlet_head, observer]


def lived(step: tuple[Any, ...], an: Actor, dung: Actor, body: Body) -> None:
    """Carry out one step of a history; one that is not open is refused and leaves nothing."""
    kind, which, said = step
    if kind == "receive":
        receive_opinion(actor=an, body=body, draft=OpinionDraft(said, which))
    elif kind == "import":
        receive_many(actor=an, body=body, drafts=[OpinionDraft(words, which) for words in said])
    elif kind in ("submit", "hold"):
        key = issue_key(dung, "opinion.submit")
        submit_opinion(actor=dung, body=body, draft=OpinionDraft(said, which), key=key, is_suspect=kind == "hold")
    else:
        known = list(Opinion.objects.of(body.locality).select_related("locality", "body").order_by("pk"))
        if known:
            CHANGES[kind](an, known[which % len(known)], said)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES)
def test_sums_agree_and_no_word_is_lost(
    history: list[tuple[Any, ...]], readers: list[Actor], an: Actor, dung: Actor, committee: Body
) -> None:
    with transaction.atomic():
        words: dict[int, str] = {}
        for step in history:
            with suppress(DomainError):
                lived(step, an, dung, committee)
            now = dict(Opinion.objects.of(committee.locality).values_list("pk", "words"))
            assert {pk: now.get(pk) for pk in words} == words
            words = now
        for reader in readers:
            agree(reader)
        numbered = Opinion.objects.of(committee.locality).exclude(state__in=(OpinionState.HELD, OpinionState.DISCARDED))
        assert sorted(numbered.values_list("number", flat=True)) == list(range(1, numbered.count() + 1))
        transaction.set_rollback(True)


def agree(reader: Actor) -> None:
    counts = counts_by_origin(reader)
    counted = ledger_of(reader).filter(state__in=COUNTED)
    readable = opinions_visible_to(reader).filter(state__in=COUNTED)
    assert counts.total() == counted.count()
    assert counts[""] == counted.count() - readable.count()
    for origin in Origin:
        assert counts[origin] == readable.filter(origin=origin).count()
