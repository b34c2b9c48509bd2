"""What the papers after a conference say alike: who presided, how many came and spoke, who is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.terms import Chair
from nghedan.domain.hall.documents.wording import presiding_of
from nghedan.domain.hall.models import Attendance, Outcome, Turn
from nghedan.domain.hall.terms import AttendanceState, OutcomeState, TurnState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.rules.redaction import pointers, without
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.issuing import Issuer, conference_of
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.documents.model import Block, Paragraph

NONE = "Không có."
SIGNS_TOLD = 200
"""So much of an answer is told to the people; whoever asked gets the whole."""


@dataclass(frozen=True, slots=True)
class Presided:
    """Who presided: the chair's post, and everybody in one sentence; empty while nobody is named."""

    post: str = ""
    told: str = ""


def about(dialogue: Dialogue) -> str:
    """Return the conference within a sentence; an internal one is not with the people."""
    if dialogue.openness == Openness.INTERNAL:
        return conference_of(dialogue)
    return conference_of(dialogue).replace("hội nghị đối thoại", "hội nghị đối thoại với Nhân dân", 1)


def conference_title(dialogue: Dialogue) -> str:
    """Return the conference as it stands in a title: "Hội nghị đối thoại với Nhân dân ngày 15/4/2026"."""
    told = about(dialogue)
    return told[:1].upper() + told[1:]


def presided(dialogue: Dialogue) -> Presided:
    """Return who presided."""
    rows = presiding_of(dialogue)
    chairs = [row for row in rows if row.part == Chair.CHAIR]
    others = [row for row in rows if row.part != Chair.CHAIR]
    if not chairs:
        return Presided()
    told = _who(chairs[0])
    if others:
        told += f" cùng {', '.join(_who(row) for row in others)}"
    return Presided(chairs[0].post_title, told)


def counted(dialogue: Dialogue) -> str:
    """Return how many came, spoke, and how many contents were discussed, as far as somebody counted."""
    scope = {"dialogue": dialogue}
    came = Attendance.objects.of(dialogue.locality).filter(**scope).exclude(state=AttendanceState.VOID).count()
    spoke = Turn.objects.of(dialogue.locality).filter(**scope, state=TurnState.ENDED).count()
    outcomes = Outcome.objects.of(dialogue.locality).filter(**scope, state=OutcomeState.STANDING)
    contents = outcomes.filter(matter__level=Level.ORDINARY).count()
    told = (
        (came, "{} đại biểu dự" if dialogue.openness == Openness.INTERNAL else "{} đại biểu và người dân dự"),
        (spoke, "{} lượt phát biểu"),
        (contents, "{} nội dung được trao đổi"),
    )
    parts = [text.format(f"{count:02d}") for count, text in told if count]
    return f"Hội nghị có {', '.join(parts)}" if parts else ""


def recipients_of(issuer: Issuer, units: Sequence[str]) -> tuple[str, ...]:
    """Return who is sent the paper: those above, those beside, every unit that has something to do, and the hamlets,
    in the Party its cells."""
    named = tuple(dict.fromkeys(units))
    if issuer.is_party:
        beside = ("Thường trực HĐND, UBND", "Ủy ban MTTQ Việt Nam")
        return ("Ban Thường vụ (báo cáo)", *beside, *named, "Các chi bộ trực thuộc")
    heads = f"{issuer.head_post}, các {issuer.deputy_post}"
    above = ("Thường trực Đảng ủy (b/c)", "Thường trực HĐND (b/c)", heads, "Ủy ban MTTQ Việt Nam")
    return (*above, *named, "Các thôn, tổ dân phố")


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return what somebody wrote, a paragraph a line; that there is nothing, where nobody wrote."""
    return tuple(Paragraph(line) for line in text.splitlines() if line.strip()) or (Paragraph(NONE),)


def for_the_people(text: str) -> str:
    """Return words as the people read them: nothing that points at a person, no longer than is read."""
    words = " ".join(without(text, pointers(text)).split())
    return words if len(words) <= SIGNS_TOLD else f"{words[:SIGNS_TOLD].rsplit(' ', 1)[0]} …"


def public_title(matter: Matter) -> str:
    """Return a matter in the words meant for the people, or its title without what points at a person."""
    return matter.public_text.strip() or for_the_people(matter.title)


def _who(row: Presiding) -> str:
    if row.officer:
        return f"đồng chí {row.officer.full_name}, {row.post_title}"
    is_nobody_yet = row.post_title.startswith("Đại diện")
    return f"đại diện{row.post_title.removeprefix('Đại diện')}" if is_nobody_yet else f"đồng chí {row.post_title}"
