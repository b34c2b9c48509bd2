"""What waits for the head: answers that were checked, and units that say "not ours" for the third time."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.matters.models import Answer, Bounce
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """An answer that can be approved: what was asked, and the three lines."""

    public_id: str
    title: str
    href: str
    caption: str
    unit: str
    short: str
    caution: str
    proposed_on: date | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A matter that a unit gave back."""

    title: str
    href: str
    unit: str
    proposed: str
    reason: str
    position: int


def waiting(answer: Answer) -> WaitingAnswer:
    matter = answer.matter
    return WaitingAnswer(
        public_id=answer.public_id,
        title=matter.title,
        href=href("matter", answer.locality, matter_id=matter.public_id),
        caption=wording.caption_of(matter),
        unit=str(answer.unit or ""),
        short=answer.short,
        caution=answer.caution,
        proposed_on=answer.proposed_on,
        due_on=matter.due_on,
    )


def bounce(given_back: Bounce) -> GivenBack:
    return GivenBack(
        title=given_back.matter.title,
        href=href("bounce", given_back.locality, bounce_id=given_back.public_id),
        unit=str(given_back.unit),
        proposed=str(given_back.proposed_unit),
        reason=given_back.reason,
        position=given_back.position,
    )
