"""Keying sheets in, one after the other: each opinion is in the ledger at once, with its sheet and slip."""

from dataclasses import dataclass, field

from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.services.paper import finish_sheet
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.transitions.deed import deed


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was read from a sheet and typed."""

    words: str
    hamlet: Hamlet | None = None
    person: Person = field(default_factory=Person, repr=False)
    reply_way: ReplyWay = ReplyWay.CODE
    may_publish_name: bool = False


def key_sheet(*, actor: Actor, sheet: Sheet, keyed: Keyed, has_more: bool = False, key: str = "") -> Opinion:
    """Write an opinion that stands on a sheet into the ledger; the sheet is done unless it ``has_more`` of them.

    The same form sent twice gives the same opinion. Raises Invalid, NotAllowed, Refused, Conflict (somebody else keyed
    the sheet meanwhile; then nothing is written).
    """
    draft = OpinionDraft(
        words=keyed.words, origin=Origin(sheet.origin), dialogue=sheet.dialogue, hamlet=keyed.hamlet,
        received_on=sheet.received_on, person=keyed.person, reply_way=keyed.reply_way,
        may_publish_name=keyed.may_publish_name, sheet=sheet, slip=sheet.slip,
    )  # fmt: skip
    with deed(actor):
        opinion = receive_opinion(actor=actor, body=sheet.body, draft=draft, key=key)
        is_fresh = opinion.sheet is sheet
        if is_fresh and not has_more:
            finish_sheet(actor=actor, sheet=sheet)
    return opinion
