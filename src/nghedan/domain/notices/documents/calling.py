"""The facts every form of a call tells: who holds the dialogue, when, where, about what, how one takes part.

One text in five forms: what the notice, the poster, the loudspeaker and the short text say comes from here, so that
they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings

from nghedan.domain.dialogues.deadlines import CUT_OFF, NOTICE
from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.terms import Chair, Medium
from nghedan.domain.notices.models import NoticeFacts
from nghedan.domain.notices.queries import hamlets_called
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.terms import UnitKind
from nghedan.domain.papers.issuing import Issuer, issuer_of, issuer_of_paper, plans_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.deadlines import Rank
from nghedan.kernel.vietnamese import format_date, weekday_name


@dataclass(frozen=True, slots=True)
class Calling:
    """What the people are told of a dialogue. ``address`` is the public page, empty where no address is set."""

    issuer: Issuer
    theme: str
    year: int
    plans: str
    basis: str
    held_on: date | None
    starts_at: time | None
    venue: str
    medium: Medium
    online_address: str
    openness: Openness
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    places: tuple[str, ...]
    heads: tuple[str, ...]
    chair: str
    co_chairs: tuple[str, ...]
    cut_off: date | None
    contact: str
    address: str

    @property
    def is_online(self) -> bool:
        return self.medium is Medium.ONLINE

    @property
    def when(self) -> str:
        """Hour and day as a paper prints them: "07 giờ 30 phút, thứ Tư, ngày 16/9/2026"; empty without a day."""
        return ", ".join(filter(None, (hour_of(self.starts_at), day_of(self.held_on))))

    @property
    def where(self) -> str:
        online = f"trực tuyến tại {self.online_address}" if self.online_address and self.medium != Medium.IN_PERSON else ""  # fmt: skip  # noqa: E501
        return "; ".join(filter(None, (self.venue, online)))

    @property
    def presided(self) -> tuple[str, ...]:
        """Who presides, as the paper of the body names them: in the Party "đồng chí …"."""
        polite = "đồng chí " if self.issuer.is_party else ""
        chair = (f"Chủ trì: {polite}{self.chair}",) if self.chair else ()
        return (*chair, *(f"Đồng chủ trì: {polite}{post}" for post in self.co_chairs))

    @property
    def to_whom(self) -> str:
        """Through whom one's words reach the office, by what the hamlets here are: "Trưởng thôn, Trưởng xóm"."""
        return ", ".join(self.heads) or "Trưởng thôn, Tổ trưởng tổ dân phố"


def hour_of(at: time | None) -> str:
    """Return "07 giờ 30 phút" as papers write it."""
    if at is None:
        return ""
    return f"{at.hour:02d} giờ {at.minute:02d} phút" if at.minute else f"{at.hour:02d} giờ"


def day_of(day: date | None) -> str:
    return f"{weekday_name(day)}, ngày {format_date(day)}" if day else ""


def is_public(dialogue: Dialogue) -> bool:
    """Say whether the people are called at all: never to an internal dialogue."""
    return dialogue.openness != Openness.INTERNAL


def public_address(dialogue: Dialogue) -> str:
    """Return the address of the people's page of a dialogue; empty where the installation has none."""
    base = settings.NGHEDAN_PUBLIC_URL
    return f"{base}/{dialogue.locality.slug}/doi-thoai/{dialogue.public_id}/" if base else ""


def calling_of(dialogue: Dialogue, issuer: Issuer, told: NoticeFacts | None = None) -> Calling:
    """Gather the facts of a dialogue; day, hour and place as an issued notice ``told`` them, where it is given."""
    limits = every_limit_of(dialogue)
    notice, cut_off = limits.get(NOTICE), limits.get(CUT_OFF)
    said = told if told is not None and not told.is_off else dialogue
    presiding = list(dialogue.presiding.all())
    own = list(dialogue.hamlets.all())
    return Calling(
        issuer=issuer,
        theme=dialogue.theme,
        year=dialogue.year,
        plans=plans_of(dialogue),
        basis=notice.rule.basis if notice and notice.rank == Rank.LAW else "",
        held_on=said.held_on,
        starts_at=said.starts_at,
        venue=said.venue,
        medium=Medium(dialogue.medium),
        online_address=dialogue.online_address,
        openness=Openness(dialogue.openness),
        topics=tuple(dialogue.topics),
        audience=tuple(dialogue.audience),
        places=tuple(hamlet.full_name for hamlet in own),
        heads=_heads(dialogue),
        chair=next(iter(_posts(presiding, Chair.CHAIR)), ""),
        co_chairs=_posts(presiding, Chair.CO_CHAIR),
        cut_off=cut_off.due_on if cut_off else None,
        contact=_contact(dialogue),
        address=public_address(dialogue),
    )


def calling_by(paper: OfficialPaper, told: NoticeFacts | None) -> Calling:
    """Gather the facts of a notice."""
    return calling_of(paper.dialogue, issuer_of_paper(paper), told)


def dialogue_to_call(actor: Actor, public_id: str) -> Dialogue:
    """Return a dialogue the people may be called to. Raises Dialogue.DoesNotExist for an internal one."""
    dialogue = dialogue_for(actor, public_id)
    if not is_public(dialogue):
        raise Dialogue.DoesNotExist
    return dialogue


def facts_of(dialogue: Dialogue) -> Calling:
    """Gather the facts for a form that is no paper of record, as of today."""
    return calling_of(dialogue, issuer_of(dialogue.body, clock.today()))


def _posts(presiding: Sequence[Presiding], part: Chair) -> tuple[str, ...]:
    return tuple(row.post_title for row in presiding if row.part == part and row.state == Standing.CURRENT)


def _heads(dialogue: Dialogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hamlet.head_title for hamlet in hamlets_called(dialogue, clock.today())))


def _contact(dialogue: Dialogue) -> str:
    kind = UnitKind.PARTY_OFFICE if dialogue.body.is_party else UnitKind.OFFICE
    offices = Unit.objects.of(dialogue.locality).on(clock.today()).filter(body=dialogue.body, kind=kind)
    office = offices.first()
    return ", ".join(filter(None, (office.name, office.contact))) if office else ""
