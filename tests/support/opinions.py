"""Fixtures of the ledger: two hamlets, the head of one, and functions that write opinions down and hand stacks in."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from nghedan.config import roles
from nghedan.domain.opinions.jobs import split_waiting_stacks
from nghedan.domain.opinions.models import Opinion, SlipRun, Stack
from nghedan.domain.opinions.services.paper import Capture, hand_in_stack, print_slips
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.tenancy.models import Locality
from tests.support import paper, people


@pytest.fixture
def hamlets(locality: Locality) -> list[Hamlet]:
    """Thôn Đá Bạc and Thôn Lân Hạ."""
    rows = [Hamlet(locality=locality, kind="thon", name=name, state="current") for name in ("Đá Bạc", "Lân Hạ")]
    for row in rows:
        row.save()
    return rows


@pytest.fixture
def hamlet_head(locality: Locality, hamlets: list[Hamlet]) -> Actor:
    """Thu, head of Đá Bạc."""
    return people.staff("thu", "Vi Văn Thu", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlets[0].pk))


@pytest.fixture
def said(frozen_today: date, an: Actor, committee: Body) -> Callable[..., Opinion]:
    """Return a function by which An writes an opinion into the ledger."""

    def receive(words: str = "Đường liên thôn hỏng", origin: Origin = Origin.PHONE, **draft: Any) -> Opinion:
        return receive_opinion(actor=an, body=committee, draft=OpinionDraft(words=words, origin=origin, **draft))

    return receive


@pytest.fixture
def run(frozen_today: date, an: Actor, committee: Body, hamlets: list[Hamlet]) -> SlipRun:
    """Three slips for Đá Bạc."""
    return print_slips(actor=an, body=committee, dialogue=None, hamlet=hamlets[0], count=3)


@pytest.fixture
def stack(an: Actor, committee: Body, run: SlipRun) -> Stack:
    """A stack with the three slips and a blank sheet, handed in and split."""
    pages = [*paper.scanned(run, ["Cầu hỏng", "Xin điện", "Chợ bẩn"]), paper.blank()]
    uploads = [paper.upload(paper.as_pdf(pages))]
    handed_in = hand_in_stack(actor=an, body=committee, capture=Capture(), uploads=uploads)
    split_waiting_stacks()
    return Stack.objects.of(committee.locality).get(pk=handed_in.pk)
