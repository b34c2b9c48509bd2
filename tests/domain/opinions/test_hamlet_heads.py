"""Who leads a hamlet: hands in for her own hamlet alone, and reads what became of her own paper."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nghedan.config import roles
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.queries import ledger_of, opinions_visible_to, sheets_visible_to
from nghedan.domain.opinions.services.keying import Keyed, key_sheet
from nghedan.domain.opinions.services.paper import Capture, capture_sheet
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.services.restricting import restrict_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import NotAllowed
from tests.foundation.attachments.files import picture
from tests.support import people

pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def hamlets(locality: Locality) -> list[Hamlet]:
    rows = [Hamlet(locality=locality, kind="thon", name=name, state="current") for name in ("Nà Lốc", "Đá Bạc")]
    for row in rows:
        row.save()
    return rows


@pytest.fixture
def pao(locality: Locality, hamlets: list[Hamlet]) -> Actor:
    return people.staff("pao", "Giàng A Páo", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlets[0].pk))


def photographed(actor: Actor, body: Body, hamlet: Hamlet) -> Sheet:
    upload = SimpleUploadedFile("to.png", picture())
    return capture_sheet(actor=actor, body=body, capture=Capture(hamlet=hamlet, origin=Origin.HAMLET), upload=upload)


def typed(actor: Actor, body: Body, hamlet: Hamlet | None) -> Opinion:
    return receive_opinion(actor=actor, body=body, draft=OpinionDraft("Nước cạn", Origin.HAMLET, hamlet=hamlet))


@pytest.mark.parametrize("hand_in", [photographed, typed])
def test_she_hands_in_for_her_own_hamlet_alone(
    pao: Actor, committee: Body, hamlets: list[Hamlet], hand_in: Callable[..., Sheet | Opinion]
) -> None:
    own, other = hamlets
    handed_in = hand_in(pao, committee, own)
    assert (handed_in.entered_by_id, handed_in.received_on) == (pao.user_id, date(2026, 3, 10))
    with pytest.raises(NotAllowed):
        hand_in(pao, committee, other)
    with pytest.raises(NotAllowed):
        hand_in(pao, committee, None)


def test_she_reads_what_was_keyed_in_from_her_paper_and_what_it_raises(
    an: Actor, pao: Actor, committee: Body, hamlets: list[Hamlet]
) -> None:
    sheets = [photographed(pao, committee, hamlets[0]), photographed(an, committee, hamlets[0])]
    mine, others = (key_sheet(actor=an, sheet=sheet, keyed=Keyed("Cầu hỏng", hamlets[0])) for sheet in sheets)
    matter, _other = (raise_matter(actor=an, opinion=one, draft=MatterDraft(title="Cầu")) for one in (mine, others))
    assert list(opinions_visible_to(pao)) == list(ledger_of(pao)) == [mine]
    assert list(matters_visible_to(pao)) == [matter]
    assert list(sheets_visible_to(pao)) == [sheets[0]]


def test_of_what_was_moved_away_she_keeps_the_number_and_no_paper(
    an: Actor, pao: Actor, committee: Body, hamlets: list[Hamlet]
) -> None:
    sheet = photographed(pao, committee, hamlets[0])
    opinion = key_sheet(actor=an, sheet=sheet, keyed=Keyed("Ông ấy nhận tiền", hamlets[0]))
    restrict_opinion(actor=an, opinion=opinion)
    assert list(ledger_of(pao)) == [opinion]
    assert (list(opinions_visible_to(pao)), list(sheets_visible_to(pao))) == ([], [])
