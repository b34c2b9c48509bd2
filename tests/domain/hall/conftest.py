"""Fixtures of the hall: a dialogue in session, who asks to speak, and a matter prepared with its short answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.services.session import open_session
from nghedan.domain.hall.services.speaking import SpeakerDraft, register_speaker
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.matters.services.answering import AnswerDraft
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality

SHORT = "Đã có trong kế hoạch vốn năm 2026.\nKhởi công tháng 5."


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, committee: Body) -> Dialogue:
    """A dialogue held today, not yet opened."""
    row = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Đường liên thôn"))
    return schedule_dialogue(actor=an, dialogue=row, held_on=frozen_today)


@pytest.fixture
def hall(an: Actor, dialogue: Dialogue) -> Dialogue:
    """The same, in session."""
    return open_session(actor=an, dialogue=dialogue)


@pytest.fixture
def asks(an: Actor, dialogue: Dialogue) -> Callable[..., SpeakerRequest]:
    """Return a function by which An registers somebody."""

    def register(topic: str = "", **draft: Any) -> SpeakerRequest:
        return register_speaker(actor=an, dialogue=dialogue, draft=SpeakerDraft(topic=topic, **draft))

    return register


@pytest.fixture
def roads(locality: Locality, economy: Unit) -> Field:
    row = Field(locality=locality, code="giao-thong", name="Giao thông", unit=economy, days=10, state="current")
    row.save()
    return row


@pytest.fixture
def handed_in(an: Actor, dialogue: Dialogue, hamlets: list[Hamlet]) -> Opinion:
    """What somebody of Đá Bạc handed in before the day."""
    draft = OpinionDraft("Xin sửa đường liên thôn", Origin.SLIP, dialogue=dialogue, hamlet=hamlets[0])
    return receive_opinion(actor=an, body=dialogue.body, draft=draft)


@pytest.fixture
def prepared(an: Actor, binh: Actor, handed_in: Opinion, roads: Field, economy: Unit) -> Matter:
    """The matter it raises, with an approved answer."""
    draft = MatterDraft(title="Sửa đường liên thôn", field=roads, hamlet=handed_in.hamlet)
    matter = raise_matter(actor=an, opinion=handed_in, draft=draft)
    assigning.assign_matter(actor=an, matter=matter, unit=economy)
    answer = answering.save_answer(actor=an, matter=matter, draft=AnswerDraft(text="Sẽ khởi công.", short=SHORT))
    answering.hand_in(actor=an, answer=answer)
    answering.check_answer(actor=an, answer=answer)
    answering.approve_answer(actor=binh, answer=answer)
    matter.refresh_from_db()
    return matter
