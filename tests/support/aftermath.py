"""What a conference leaves behind: a dialogue that is over, with outcomes recorded in the hall."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from nghedan.domain.conclusions.services.drafting import draft_items
from nghedan.domain.conclusions.services.items import ItemDraft, edit_item
from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.followup.models import Commitment
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Officer, Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox.worker import run_once
from nghedan.foundation.tenancy.models import Locality

HELD_ON = date(2026, 3, 9)
"""The Monday before the fixed Tuesday."""

DUE_ON = date(2026, 3, 20)

STATES = {
    HallOutcome.ANSWERED: MatterState.ANSWERED_IN_HALL,
    HallOutcome.GUIDED: MatterState.ANSWERED_IN_HALL,
    HallOutcome.IN_WRITING: MatterState.IN_WRITING,
    HallOutcome.ABOVE: MatterState.REFERRED,
    HallOutcome.OTHER: MatterState.REFERRED,
}


def drain() -> None:
    """Let everybody hear what happened."""
    while run_once():
        pass


@dataclass(frozen=True)
class Held:
    """A conference that is over, and what was raised at it."""

    dialogue: Dialogue
    road: Matter
    bridge: Matter
    paper: Matter
    power: Matter
    market: Matter


@pytest.fixture
def roads(locality: Locality, economy: Unit) -> Field:
    row = Field(locality=locality, code="giao-thong", name="Giao thông", keywords=[], unit=economy, state="current")
    row.save()
    return row


@pytest.fixture
def held_by(
    frozen_today: date, an: Actor, roads: Field, economy: Unit, locality: Locality
) -> Callable[[Body], Held]:  # fmt: skip
    """Return a function by which a body held a conference on Monday: five matters, one of them not reached."""

    def hold(body: Body) -> Held:
        dialogue = planning.plan_dialogue(
            actor=an, body=body, draft=planning.DialogueDraft(theme="Đường sá, điện, nước", venue="Nhà văn hóa xã")
        )
        schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 3, 11))
        rows = Dialogue.objects.of(locality).filter(pk=dialogue.pk)
        rows.update(held_on=HELD_ON, state=DialogueState.ADJOURNED)
        dialogue = rows.select_related("locality", "body__locality").get()
        head = Officer(locality=locality, full_name="Trần Văn Bình", state="current")
        head.save()
        Presiding.objects.of(locality).filter(dialogue=dialogue).delete()
        Presiding(
            locality=locality, dialogue=dialogue, part="chair", position=0, post_title=body.head_post, body=body,
            officer=head, state="current",
        ).save()  # fmt: skip
        titles = ("Sửa đường thôn Nà Lốc", "Xây cầu Đá Bạc", "Cấp lại sổ đỏ", "Nâng cấp đường dây điện", "Dọn chợ")
        matters = [raised(an, body, dialogue, title, roads) for title in titles]
        outcome(matters[0], HallOutcome.IN_WRITING, "Phòng Kinh tế kiểm tra, trả lời.", unit=economy, due_on=DUE_ON)
        outcome(matters[1], HallOutcome.IN_WRITING, "Khảo sát, lập dự toán.")
        outcome(matters[2], HallOutcome.GUIDED, "Nộp hồ sơ tại bộ phận một cửa.")
        outcome(matters[3], HallOutcome.ABOVE, "Kiến nghị Điện lực.", competent_body="Công ty Điện lực Đông Sơn")
        Matter.objects.of(locality).filter(pk=matters[4].pk).update(state=MatterState.PREPARED, unit=economy)
        for matter in matters:
            matter.refresh_from_db()
        return Held(dialogue, *matters)

    return hold


def raised(actor: Actor, body: Body, dialogue: Dialogue, title: str, field: Field | None = None) -> Matter:
    """Raise a matter by one opinion."""
    opinion = receive_opinion(
        actor=actor, body=body, draft=OpinionDraft(words=title, origin=Origin.HALL, dialogue=dialogue)
    )
    return raise_matter(actor=actor, opinion=opinion, draft=MatterDraft(title=title, field=field))


def outcome(matter: Matter, kind: HallOutcome, text: str, **more: object) -> Outcome:
    """Store what came of a matter in the hall, and its state after it."""
    assert matter.dialogue is not None
    row = Outcome(
        locality=matter.locality, dialogue=matter.dialogue, matter=matter, kind=kind.value, text=text,
        state_before=matter.state, state="standing", **more,
    )  # fmt: skip
    row.save()
    Matter.objects.of(matter.locality).filter(pk=matter.pk).update(state=STATES[kind])
    return row


@pytest.fixture
def held(held_by: Callable[[Body], Held], committee: Body) -> Held:
    """The People's Committee held a conference on Monday."""
    return held_by(committee)


@pytest.fixture
def completed(an: Actor, held: Held, economy: Unit) -> Held:
    """Its conclusion is drafted, and nothing is missing in it."""
    complete(an, held.dialogue, economy)
    return held


def complete(actor: Actor, dialogue: Dialogue, unit: Unit) -> None:
    """Draft the items and give each that is for a unit its unit and day."""
    for item in draft_items(actor=actor, dialogue=dialogue):
        if item.group == "assigned" and (item.unit_id is None or item.due_on is None):
            draft = ItemDraft(item.text, unit=unit, due_on=DUE_ON, product=item.product)
            edit_item(actor=actor, item=item, draft=draft)


def issue(clerk: Actor, head: Actor, dialogue: Dialogue, code: str, number: str, **more: object) -> OfficialPaper:
    """Draft, submit, sign and issue a paper of a kind today."""
    paper = draft_paper(actor=clerk, dialogue=dialogue, code=code, **more)  # type: ignore[arg-type]
    submit_paper(actor=clerk, paper=paper)
    sign_paper(actor=head, paper=paper)
    return issue_paper(actor=clerk, paper=paper, number=number, issued_on=paper.submitted_on)


@pytest.fixture
def committed(an: Actor, binh: Actor, completed: Held) -> list[Commitment]:
    """Its conclusion is issued: three commitments of the economic division, due on Friday 20 March."""
    issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    drain()
    return list(Commitment.objects.of(completed.dialogue.locality).select_related("unit", "dialogue", "locality"))
