"""A dialogue lived to its end tells nobody what was set apart in it: no screen, page, paper, table or archive."""

import random
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from types import SimpleNamespace

import pytest
from django.db import transaction

from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.db import clock, models
from nghedan.foundation.identities.person import Person
from tests.security import life
from tests.security.crawl import Answered, ask, crawl, every_address
from tests.security.place import HEARD, NAMED, ORDINARY, PUBLIC, READERS, Place, found_place
from tests.security.test_nothing_leaks import ROLES, stores
from tests.security.test_two_databases import compared

LOOKED_AT = ("clerk", "officer", "observer", PUBLIC)
"""Who looks in the usual run: who sees most, who is named, who reads along, and everybody."""

BOOKMARKED = ("clerk", "observer", PUBLIC)
SCREENS = ("stage:", "hall:")
OF_PAPERS = ("console:official-paper", "portal:notice", "portal:result")
PUBLIC_PAGES = ("portal:", *SCREENS)
SEE_THE_ORDINARY = {"clerk", "officer", "observer", PUBLIC}
LATE = frozenset(life.SET_APART_LATE)


def found(role: str, answers: Iterable[Answered], also: frozenset[str] = frozenset()) -> list[str]:
    """Return where a role found what is not for it; ``also`` is not set apart yet."""
    own = {key for key, readers in READERS.items() if role in readers} | {ORDINARY, HEARD} | also
    return [f"{role}: {key} at {one.address} ({one.status})" for one in answers for key in sorted(one.keys - own)]


def looked(place: Place, role: str, spaces: Sequence[str]) -> list[Answered]:
    """Return the answers of all addresses whose names begin so; where nothing is to be fetched, of one only."""
    client, closed, answers = place.client(role), set[str](), list[Answered]()
    for name, path in every_address(place):
        if name.startswith(tuple(spaces)) and name not in closed:
            answers.append(ask(client, path))
            if answers[-1].status == HTTPStatus.METHOD_NOT_ALLOWED:
                closed.add(name)
    return answers


def keys_of(answers: Iterable[Answered]) -> frozenset[str]:
    return frozenset().union(*(one.keys for one in answers))


def test_no_screen_shows_what_is_set_apart_at_the_desk(in_the_hall: Place) -> None:
    life.show(in_the_hall, "vde")
    before = {role: keys_of(looked(in_the_hall, role, SCREENS)) for role in (PUBLIC, "officer", "clerk")}
    assert {role for role, keys in before.items() if "vde" in keys} == {PUBLIC, "officer", "clerk"}
    life.be_set_apart_at_the_desk(in_the_hall)
    after = {role: looked(in_the_hall, role, SCREENS) for role in ROLES}
    assert [leak for role, answers in after.items() for leak in found(role, answers, LATE)] == []
    assert keys_of(after[PUBLIC]) == frozenset()
    assert [one.address for answers in after.values() for one in answers if one.status >= 500] == []


def test_what_is_set_apart_late_leaves_every_page_paper_and_archive(lived: Place) -> None:
    clients = {role: lived.client(role) for role in BOOKMARKED}
    kept = {role: [one for one in looked(lived, role, OF_PAPERS) if one.keys & LATE] for role in BOOKMARKED}
    assert {role: keys_of(pages) & LATE for role, pages in kept.items()} == {
        "clerk": LATE, "observer": LATE, PUBLIC: LATE,
    }  # fmt: skip
    archive = f"/console/{lived.locality.slug}/dialogues/{lived.dialogue.public_id}/figures/archive/"
    assert ask(clients["clerk"], archive, "post").keys & LATE == LATE
    life.be_set_apart_late(lived)
    again = {
        role: [ask(clients[role], one.address.partition(" ")[2], **one.validators) for one in pages]
        for role, pages in kept.items()
    }
    assert [leak for role, answers in again.items() for leak in found(role, answers)] == []
    files = [one for one in again["clerk"] if "/files/" in one.address or "/signed-copy/" in one.address]
    assert {one.status for one in files} == {HTTPStatus.NOT_FOUND}
    notices = [one for one in again[PUBLIC] if "/thong-bao/" in one.address]
    assert {one.status for one in notices} <= {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
    packed = ask(clients["clerk"], archive, "post")
    assert (packed.status, found(PUBLIC, [packed])) == (HTTPStatus.OK, [])
    after = {role: crawl(lived.client(role), lived, step=20, offices=False) for role in LOOKED_AT}
    assert [leak for role, answers in after.items() for leak in found(role, answers)] == []
    assert {role for role, answers in after.items() if HEARD in keys_of(answers)} == SEE_THE_ORDINARY
    assert [one.address for answers in after.values() for one in answers if one.status >= 500] == []
    assert stores() == {"journal": set(), "outbox": set(), "index": {"vco", HEARD}, "sessions": set()}


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_not_with_any_id(role: str, lived: Place) -> None:
    life.be_set_apart_late(lived)
    answers = crawl(lived.client(role), lived, step=1)
    assert found(role, answers) == []
    assert keys_of(answers) & {*NAMED} == {key for key in NAMED if role in READERS[key]}


def test_papers_that_held_it_are_withheld(lived: Place) -> None:
    papers = OfficialPaper.objects.of(lived.locality)
    assert not papers.filter(state=PaperState.WITHHELD).exists()
    life.be_set_apart_late(lived)
    withheld = {one.kind for one in papers.filter(state=PaperState.WITHHELD)}
    assert withheld == {
        "conclusion", "result_notice", "minutes", "urging_letter", "answer_letter", "referral_letter",
        "result_report", "settlement_notice",
    }  # fmt: skip
    assert {one.kind for one in papers.filter(state=PaperState.ISSUED)} == {"announcement", "programme"}


@pytest.mark.usefixtures("frozen", "db")
def test_public_pages_do_not_depend_on_names_nor_on_what_was_set_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _public_pages(monkeypatch, "Vi Thị Mai", "Ông ấy nhận tiền {key} {mark}.")
    second = _public_pages(monkeypatch, "Nông Văn Bảy Chín", "Bà kia dọa nạt chúng tôi suốt cả năm {key} {mark}.")
    assert first.keys() == second.keys()
    assert [asked for asked in first if not compared(first[asked], second[asked])] == []


def _public_pages(monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> dict[tuple[str, str], Answered]:
    """Return what everybody may ask for, in a database of its own, in which names and denunciations are these."""
    monkeypatch.setattr(models, "secrets", SimpleNamespace(choice=random.Random(7).choice))
    monkeypatch.setattr(life, "person_of", lambda key: Person(name=f"{name} {key}", phone="0912000111"))
    monkeypatch.setattr(life, "WORDS", words)
    with transaction.atomic():
        place = found_place()
        life.live_on(place)
        with clock.frozen(life.LAST):
            life.be_set_apart_late(place)
            answers = {
                (role, one.address): one for role in (PUBLIC, "observer") for one in looked(place, role, PUBLIC_PAGES)
            }
        transaction.set_rollback(True)
    return answers
