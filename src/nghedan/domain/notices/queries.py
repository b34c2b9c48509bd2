"""Reading notices: what stands, what the people were told last, and which hamlets were told when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.dialogues.deadlines import NOTICE
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import public_dialogues
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.notices.models import NoticeFacts, Posting
from nghedan.domain.notices.rules.posting import Logged, first_day
from nghedan.domain.notices.terms import PostingChannel, PostingState
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.queries import hamlets_on, in_order
from nghedan.domain.papers.kinds import PAPER_KINDS, narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import issued_papers, papers_visible_to, public_papers
from nghedan.domain.papers.terms import Audience, PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, HAMLET
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

ANNOUNCEMENT, CORRECTION, POSTPONEMENT = "announcement", "correction", "postponement"
CALLING = (ANNOUNCEMENT, CORRECTION, POSTPONEMENT)
"""Kinds of paper that say when and where a dialogue is held, or that it is not."""

OFF = (DialogueState.POSTPONED, DialogueState.CANCELLED)


def postings_visible_to(actor: Actor) -> ScopedQuerySet[Posting]:
    """Return the log an actor may see: of the notices she reads, all of her bodies', or what was for her hamlet."""
    postings = Posting.objects.of(actor.locality).select_related("hamlet", "locality", "paper__dialogue")  # type: ignore[arg-type]
    reach = reach_of(actor, "posting.view")
    if reach.everywhere:
        return postings
    if reach.nowhere:
        return postings.none()
    hamlets = reach.ids(HAMLET)
    own = Q(hamlet_id__in=hamlets) | (Q(hamlet=None) if hamlets else Q())
    read = papers_visible_to(actor, narrowed()).order_by().values("pk")
    return postings.filter(Q(paper__body_id__in=reach.ids(BODY)) | (own if hamlets else Q(pk=None)), paper__in=read)


def telling_results() -> tuple[str, ...]:
    """Return the kinds of paper that tell the people what came of a dialogue: their posting is proven like the call's
    (Điều 43 Luật 72/2025/QH15: on media, at headquarters, to every hamlet head)."""
    public = (kind.code for kind in PAPER_KINDS.values() if kind.audience is Audience.PUBLIC)
    return tuple(code for code in public if code not in CALLING)


def to_be_posted(dialogue: Dialogue) -> list[OfficialPaper]:
    """Return every issued notice of a dialogue whose posting is logged, the first issued first (one query)."""
    codes = (*CALLING, *telling_results())
    return list(issued_papers(dialogue, codes).select_related("dialogue", "body__locality", "locality"))


def postings_of(papers: Iterable[OfficialPaper]) -> list[Posting]:
    """Return the log of some notices of one locality, without what was noted by mistake (one query)."""
    listed = list(papers)
    if not listed:
        return []
    rows = Posting.objects.of(listed[0].locality).filter(paper__in=listed, state=PostingState.RECORDED)
    return list(rows.select_related("hamlet", "paper").order_by("posted_on", "posted_at", "pk"))


def with_proof(postings: ScopedQuerySet[Posting], locality: Locality) -> ScopedQuerySet[Posting]:
    """Let lines of the log come with ``has_proof``: a file of their own."""
    files = Attachment.objects.of(locality).filter(
        subject_type=subject_type_of(Posting), subject_id=OuterRef("public_id"), state=AttachmentState.KEPT
    )
    return postings.annotate(has_proof=Exists(files))  # type: ignore[return-value]


def facts_told(dialogue: Dialogue) -> list[NoticeFacts]:
    """Return what each notice in force told, the last notice last (one query)."""
    facts = NoticeFacts.objects.of(dialogue.locality).filter(paper__dialogue=dialogue, paper__state=PaperState.ISSUED)
    return list(facts.select_related("paper").order_by("pk"))


def told_before(paper: OfficialPaper) -> NoticeFacts | None:
    """Return what the people had been told before a notice, by the latest other one in force."""
    facts = NoticeFacts.objects.of(paper.locality).filter(
        paper__dialogue=paper.dialogue_id, paper__state=PaperState.ISSUED
    )
    own = facts.filter(paper=paper).values_list("pk", flat=True).first() if paper.pk else None
    earlier = facts.filter(pk__lt=own) if own else facts
    return earlier.select_related("paper").order_by("-pk").first()


def told_by(paper: OfficialPaper) -> NoticeFacts | None:
    """Return what an issued notice told; None while it is a draft."""
    if not paper.pk:
        return None
    return NoticeFacts.objects.of(paper.locality).filter(paper=paper).first()


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is no longer as the people were told; the name is that of the dialogue's field."""

    name: str
    told: object
    now: object


def changes_since(dialogue: Dialogue, told: NoticeFacts | None) -> list[Change]:
    """Return what has changed since the people were told; nothing while they have been told nothing."""
    if told is None or dialogue.state in OFF:
        return []
    return [
        Change(name, getattr(told, name), getattr(dialogue, name))
        for name in ("held_on", "starts_at", "venue")
        if told.is_off or getattr(told, name) != getattr(dialogue, name)
    ]


def paper_due(dialogue: Dialogue, told: NoticeFacts | None) -> str:
    """Return the kind of notice that has to go out now; "" where none has."""
    if dialogue.state in OFF:
        return POSTPONEMENT if told is not None and not told.is_off else ""
    if told is None:
        return ANNOUNCEMENT
    return CORRECTION if changes_since(dialogue, told) and dialogue.held_on else ""


def hamlets_called(dialogue: Dialogue, today: date) -> list[Hamlet]:
    """Return the hamlets that must be told: the dialogue's own, else all of that day."""
    own = in_order(dialogue.hamlets.all())
    return own or hamlets_on(dialogue.locality, dialogue.held_on or today)


@dataclass(frozen=True, slots=True)
class HamletStanding:
    """What a hamlet was told, by channel, and whether in time; None where nothing sets a limit or the time runs."""

    hamlet: Hamlet
    by_channel: Mapping[PostingChannel, date]
    told_on: date | None
    in_time: bool | None


@dataclass(frozen=True, slots=True)
class NoticeStanding:
    """How far the people know of the day that is set: in each hamlet, and by the law's own measure."""

    limit: Deadline | None
    hamlets: Sequence[HamletStanding]
    elsewhere: Mapping[PostingChannel, date]
    """Channel -> the first day it was used for the whole locality."""

    @property
    def untold(self) -> list[Hamlet]:
        return [row.hamlet for row in self.hamlets if row.told_on is None]


def notice_standing(
    dialogue: Dialogue, today: date, *, told: Sequence[NoticeFacts] | None = None, log: Sequence[Posting] | None = None
) -> NoticeStanding:
    """Return which hamlets were told of the day now set, and which of them in time; ``told`` and ``log`` where they
    are known already."""
    facts = facts_told(dialogue) if told is None else told
    current = {row.paper_id for row in facts if is_current(row, dialogue)}
    rows = postings_of([row.paper for row in facts]) if log is None else log
    lines = [row for row in rows if row.paper_id in current]
    limit = every_limit_of(dialogue).get(NOTICE)
    last = limit.due_on if limit else None
    return NoticeStanding(
        limit=limit,
        hamlets=[_in_hamlet(hamlet, lines, last, today) for hamlet in hamlets_called(dialogue, today)],
        elsewhere=_first_by_channel(row for row in lines if row.hamlet_id is None),
    )


def is_current(facts: NoticeFacts, dialogue: Dialogue) -> bool:
    """Say whether a notice told of the day that is set now."""
    return not facts.is_off and facts.held_on is not None and facts.held_on == dialogue.held_on


def logged(postings: Iterable[Posting]) -> list[Logged]:
    return [Logged(PostingChannel(row.channel), row.posted_on, row.hamlet_id) for row in postings]


def public_notices(locality: Locality) -> ScopedQuerySet[OfficialPaper]:
    """Return what the people may read of notices: public papers of the dialogues that are theirs to see."""
    shown = public_dialogues(locality).order_by().values("pk")
    return public_papers(locality).filter(dialogue__in=shown).select_related("body", "dialogue")


def _in_hamlet(hamlet: Hamlet, rows: Collection[Posting], last: date | None, today: date) -> HamletStanding:
    told_on = first_day(logged(rows), hamlet.pk)
    in_time = None if last is None or (told_on is None and today <= last) else told_on is not None and told_on <= last
    own = _first_by_channel(row for row in rows if row.hamlet_id == hamlet.pk)
    return HamletStanding(hamlet, own, told_on, in_time)


def _first_by_channel(rows: Iterable[Posting]) -> dict[PostingChannel, date]:
    found: dict[PostingChannel, date] = {}
    for row in rows:
        found.setdefault(PostingChannel(row.channel), row.posted_on)
    return found
