"""What is still to be answered in writing, and whom the answer has not reached."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.letters import Told, with_letters
from nghedan.domain.followup.terms import DeliveryWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.dialogues.present.wording import label_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

TABS = (
    ("dialogue-letters", gettext_noop("Trả lời bằng văn bản")),
    ("dialogue-referrals", gettext_noop("Chuyển cấp có thẩm quyền")),
    ("dialogue-closing", gettext_noop("Kết thúc cuộc đối thoại")),
)
LETTER_COLOURS = {
    PaperState.DRAFT: Colour.BLUE, PaperState.SUBMITTED: Colour.YELLOW, PaperState.SIGNED: Colour.YELLOW,
    PaperState.ISSUED: Colour.GREEN,
}  # fmt: skip
MOST_ROWS = 100
LOOK_AGAIN = gettext_lazy("người dân đề nghị xem lại ngày %(day)s")


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice: its letter, and how the answer reached it. ``name`` is the number, never who said it."""

    name: str
    wanted: str
    title: str = ""
    letter: Link | None = None
    tag: Tag | None = None
    reached: str = ""
    draft: str = ""
    note: str = ""
    void: str = ""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter to be answered in writing."""

    title: str
    href: str
    tag: Tag
    hint: str
    due_on: date | None
    give: str
    told: str
    is_ready: bool
    look: str = ""
    voices: list[VoiceRow] = field(default_factory=list)


def tabs_of(dialogue: Dialogue, current: str) -> list[Link]:
    """Return the three pages of this part of a dialogue."""
    ids = {"dialogue_id": dialogue.public_id}
    return [Link(_(label), href(name, dialogue.locality, **ids), current=name == current) for name, label in TABS]


def rows_of(
    actor: Actor, matters: Sequence[Matter], voices: Sequence[Told], opened: Collection[int]
) -> list[MatterRow]:
    """Return the matters still to be answered, each with the letters to its voices; ``opened`` are the ids of the
    letters that the actor may open."""
    lettered = {(one.matter.pk, one.opinion.pk) for one in with_letters(voices)}
    by_matter: dict[int, list[VoiceRow]] = {}
    unseen = {one.matter.pk: one.asked_again for one in voices if one.asked_again and not one.was_looked_at}
    for one in voices:
        if (one.matter.pk, one.opinion.pk) in lettered:
            by_matter.setdefault(one.matter.pk, []).append(voice_row(one, opened))
    return [
        _row(actor, matter, by_matter.get(matter.pk, []), unseen.get(matter.pk))
        for matter in matters
        if matter.state == MatterState.IN_WRITING
    ]


def _row(actor: Actor, matter: Matter, voices: list[VoiceRow], unseen: Verdict | None) -> MatterRow:
    answer = wording.answer_of(matter)
    hints = (
        str(matter.unit) if matter.unit else _("chưa giao đơn vị"),
        LOOK_AGAIN % {"day": format_date(matter.reopened_on)} if matter.reopened_on else "",
    )
    ids = {"matter_id": matter.public_id}
    looked_at = unseen if unseen and _is_mine(actor, unseen) else None
    return MatterRow(
        title=matter.title,
        href=href("matter", matter.locality, **ids),
        tag=wording.answer_tag(answer) if answer else Tag(_("Chưa soạn câu trả lời"), Colour.GREY),
        hint=" · ".join(filter(None, hints)),
        due_on=matter.writing_due_on,
        give=href("matter-give-to-write", matter.locality, **ids),
        told=href("answer-told", matter.locality, **ids),
        is_ready=answer is not None and answer.state == AnswerState.APPROVED,
        look=href("verdict-look", matter.locality, verdict_id=looked_at.public_id) if looked_at else "",
        voices=voices,
    )


def _is_mine(actor: Actor, verdict: Verdict) -> bool:
    """Say whether to look at a verdict, or to record that the head did, is a matter of the actor's."""
    return any(move.code == "verdict.look" for move in moves_for(actor, verdict))


def voice_row(one: Told, opened: Collection[int] = ()) -> VoiceRow:
    """Return a voice with what can be done for it; its letter leads on if its id is among ``opened``."""
    ids = {"matter_id": one.matter.public_id, "opinion_id": one.opinion.public_id}
    locality = one.matter.locality
    place = one.opinion.hamlet.full_name if one.opinion.hamlet else ""
    told = one.delivery
    reached = ""
    if told is not None:
        said = {"way": label_of(DeliveryWay, told.way), "day": format_date(told.delivered_on), "who": told.told_by}
        reached = _("%(way)s ngày %(day)s (%(who)s)") % said
    return VoiceRow(
        name=", ".join(filter(None, (_("Ý kiến số %(number)s") % {"number": one.opinion}, place))),
        wanted=label_of(ReplyWay, one.opinion.reply_way),
        title=one.matter.title,
        letter=_letter(one.letter, opened) if one.letter else None,
        tag=letter_tag(one.letter) if one.letter else None,
        reached=reached,
        draft=href("voice-letter", locality, **ids) if one.letter is None else "",
        note=href("voice-delivery", locality, **ids) if told is None else "",
        void=href("voice-delivery-void", locality, **ids) if told is not None else "",
    )


def _letter(paper: OfficialPaper, opened: Collection[int]) -> Link:
    page = href("official-paper", paper.locality, dialogue_id=paper.dialogue.public_id, paper_id=paper.public_id)
    text = _("Công văn số %(number)s") % {"number": paper.number} if paper.number else _("Công văn trả lời")
    return Link(text, page if paper.pk in opened else "")


def letter_tag(paper: OfficialPaper) -> Tag:
    return Tag(label_of(PaperState, paper.state), LETTER_COLOURS.get(PaperState(paper.state), Colour.GREY))
