"""The restricted area and the register: who finds what, and that a reading is written down before it is shown."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.config import roles
from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.terms import MatterKind, PetitionState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.interfaces.console.reading import CONSOLE, words_of
from tests.support import people

pytestmark = pytest.mark.django_db

AREA, REGISTER = f"{CONSOLE}restricted/", f"{CONSOLE}petitions/"
WORDS = "Ông Kha kế toán nhận tiền"
LIST_QUERIES = 5
REGISTER_QUERIES = 7


@pytest.fixture
def strict(client_of: Callable[[Actor], Client]) -> Callable[[Actor], Client]:
    """Return a function that gives a browser with the second factor given."""

    def make(actor: Actor) -> Client:
        client = client_of(actor)
        session = client.session
        session[SECOND_FACTOR] = True
        session.save()
        return client

    return make


@pytest.fixture
def superior(locality: Locality) -> Actor:
    return people.staff("son", "Hà Văn Sơn", locality, roles.SUPERIOR_RECEIVER)


@pytest.fixture
def denounced(an: Actor, binh: Actor, told: Callable[[str], Opinion]) -> Opinion:
    """A denunciation on its way, as the clerk left it."""
    opinion = told(WORDS)
    register_petition(actor=an, opinion=opinion, kind=MatterKind.DENUNCIATION)
    return opinion


@pytest.fixture
def complaint(an: Actor, told: Callable[[str], Opinion]) -> Petition:
    return register_petition(actor=an, opinion=told("Không đồng ý quyết định số 12"), kind=MatterKind.COMPLAINT)


def page_of(opinion: Opinion) -> str:
    return f"{AREA}{opinion.public_id}/"


def readings(opinion: Opinion) -> int:
    codes = ("opinion.read_restricted", "opinion.read_sealed")
    return JournalEntry.objects.filter(subject_id=opinion.public_id, code__in=codes).count()


def test_the_list_tells_number_and_day_only(head: Client, denounced: Opinion) -> None:
    words = words_of(head.get(AREA))
    assert ("Số 1/2026" in words, WORDS in words, "Nà Lốc" in words) == (True, False, False)


def test_opening_is_written_down_before_anything_is_shown(head: Client, denounced: Opinion) -> None:
    assert WORDS not in words_of(head.get(page_of(denounced)))
    assert readings(denounced) == 0
    page = head.post(page_of(denounced))
    assert (WORDS in words_of(page), readings(denounced)) == (True, 1)
    assert [entry.by for entry in page.context["readings"]] == ["Trần Văn Bình"]
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_who_finds_the_area_and_what_is_in_it(
    clerk: Client, officer: Client, stranger: Client, head: Client, receiver: Actor, superior: Actor,
    strict: Callable[[Actor], Client], denounced: Opinion,
) -> None:  # fmt: skip
    everybody = (clerk, officer, stranger, head, strict(receiver), strict(superior))
    assert [client.get(AREA).status_code for client in everybody] == [403, 403, 404, 200, 200, 200]
    assert [client.get(page_of(denounced)).status_code for client in everybody] == [404, 404, 404, 200, 200, 404]
    assert [client.post(page_of(denounced)).status_code for client in everybody] == [404, 404, 404, 200, 200, 404]


def test_what_is_sealed_is_opened_by_the_superior_only(
    an: Actor, binh: Actor, head: Client, receiver: Actor, superior: Actor, strict: Callable[[Actor], Client],
    told: Callable[[str], Opinion], officer_of: Callable[[Actor], Officer],
) -> None:  # fmt: skip
    opinion = told(WORDS)
    named = [officer_of(binh), officer_of(receiver)]
    register_petition(actor=an, opinion=opinion, kind=MatterKind.DENUNCIATION, named=named)
    browsers = (head, strict(receiver), strict(superior))
    assert [client.post(page_of(opinion)).status_code for client in browsers] == [404, 404, 200]
    assert readings(opinion) == 1


def test_no_denunciation_after_all_it_returns_to_be_classified(head: Client, clerk: Client, denounced: Opinion) -> None:
    version = Opinion.objects.of(denounced.locality).get(pk=denounced.pk).version
    assert head.post(f"{page_of(denounced)}give-back/", {"version": version})["Location"] == AREA
    back = Opinion.objects.of(denounced.locality).get(pk=denounced.pk)
    assert (back.level, back.state) == (Level.ORDINARY, OpinionState.RECEIVED)
    assert Petition.objects.of(denounced.locality).get().state == PetitionState.WITHDRAWN
    assert WORDS in words_of(clerk.get(f"{CONSOLE}classify/"))


def test_the_register_shows_each_what_is_hers(
    clerk: Client, head: Client, officer: Client, receiver: Actor, strict: Callable[[Actor], Client],
    complaint: Petition, denounced: Opinion,
) -> None:  # fmt: skip
    assert officer.get(REGISTER).status_code == 403
    kinds = [[row.kind for row in client.get(REGISTER).context["rows"]] for client in (clerk, head, strict(receiver))]
    assert kinds == [["Khiếu nại"], ["Tố cáo", "Khiếu nại"], ["Tố cáo"]]


def test_no_other_page_tells_of_a_restricted_petition(
    clerk: Client, officer: Client, denounced: Opinion
) -> None:
    petition = Petition.objects.of(denounced.locality).get()
    assert clerk.get(f"{REGISTER}{petition.public_id}/").status_code == 404
    for page in ("", "year/", "settings/calendar/", "ledger/", "classify/"):
        for client in (clerk, officer):
            words = words_of(client.get(f"{CONSOLE}{page}", follow=True))
            assert ("tố cáo" in words.lower(), WORDS in words) == (False, False), page


def test_a_petition_is_led_on_its_way(clerk: Client, complaint: Petition) -> None:
    page = clerk.get(f"{REGISTER}{complaint.public_id}/")
    assert [limit.label for limit in page.context["limits"]] == ["Thụ lý đơn khiếu nại hoặc trả lời lý do không thụ lý"]
    moves = [move.code for move, _address in page.context["moves"]]
    assert moves == ["petition.guide", "petition.transfer", "petition.accept"]
    typed = {"version": complaint.version, "on": "10/3/2026", "document_number": "12/TB-UBND"}
    assert clerk.post(f"{REGISTER}{complaint.public_id}/accept/", typed).status_code == 302
    limits = clerk.get(f"{REGISTER}{complaint.public_id}/").context["limits"]
    assert [(limit.due_on.isoformat(), limit.strict) for limit in limits] == [
        ("2026-04-09", True), ("2026-04-24", False), ("2026-04-24", False), ("2026-05-11", False),
    ]  # fmt: skip
    assert clerk.get(f"{REGISTER}{complaint.public_id}/nonsense/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_take_the_same_queries_however_long(
    rows: int, an: Actor, head: Client, told: Callable[[str], Opinion]
) -> None:
    for _ in range(rows):
        register_petition(actor=an, opinion=told(WORDS), kind=MatterKind.DENUNCIATION)
    head.get(AREA)
    counts = []
    for page in (AREA, REGISTER):
        with CaptureQueriesContext(connection) as counted:
            found = head.get(page)
        counts.append((len(found.context["rows"]), len(counted)))
    assert counts == [(rows, LIST_QUERIES), (rows, REGISTER_QUERIES)]
