"""Fixtures of notices: a dialogue all is agreed about, its notice issued, and functions that issue and log."""

from datetime import date
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.services.posting import PostingDraft, record_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.support.calling import Issue, Log, issued, prepared


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, binh: Actor, committee: Body) -> Dialogue:
    return prepared(an, binh, committee)


@pytest.fixture
def issue(an: Actor, binh: Actor) -> Issue:
    """Return a function that takes a notice of a dialogue from draft to force, today."""

    def take(dialogue: Dialogue, code: str = "announcement", **options: Any) -> OfficialPaper:
        return issued(an, binh, dialogue, code, **options)

    return take


@pytest.fixture
def notice(dialogue: Dialogue, issue: Issue) -> OfficialPaper:
    """The notice of the dialogue, issued on Tuesday 10 March 2026."""
    return issue(dialogue)


@pytest.fixture
def log(an: Actor) -> Log:
    """Return a function by which An logs that a notice was made known."""

    def record(
        paper: OfficialPaper, channel: PostingChannel = PostingChannel.LOUDSPEAKER, hamlet: Hamlet | None = None,
        **options: Any,
    ) -> Posting:  # fmt: skip
        on = options.pop("on", clock.today())
        draft = PostingDraft(channel=channel, posted_on=on)
        return record_posting(actor=an, paper=paper, draft=draft, hamlet=hamlet, **options)

    return record
