"""Taking opinions into the ledger, by whatever way they come."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nghedan.domain.dialogues.deadlines import CUT_OFF
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.models import Opinion, Sheet, Slip
from nghedan.domain.opinions.receipts import receipt_code, receipt_digest
from nghedan.domain.opinions.rules.words import check_words, clean
from nghedan.domain.opinions.services.finding import let_be_found
from nghedan.domain.opinions.terms import Origin, ReplyWay, SlipState
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identities
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, create_many, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

SERIES = "opinion"
IN_FUTURE = _("Ngày nhận không thể ở sau hôm nay; xin ghi lại ngày.")
NO_WAY_BACK = _("Để được trả lời theo cách này, xin ghi số điện thoại hoặc địa chỉ.")
UNNAMED = _("Không ghi họ tên")


@dataclass(frozen=True, slots=True)
class OpinionDraft:
    """An opinion before it is in the ledger. ``person`` stays out of every display of this value."""

    words: str
    origin: Origin
    dialogue: Dialogue | None = None
    hamlet: Hamlet | None = None
    received_on: date | None = None
    source: str = ""
    person: Person = field(default_factory=Person, repr=False)
    identity: Identity | None = None
    """Somebody written down before, such as who asked to speak; then ``person`` is nobody."""
    reply_way: ReplyWay = ReplyWay.CODE
    may_publish_name: bool = False
    sheet: Sheet | None = None
    slip: Slip | None = None
    entered_by: User | None = None
    """Who handed it in, when somebody else, or the system, writes it down."""


def receive_opinion(*, actor: Actor, body: Body, draft: OpinionDraft, key: str = "") -> Opinion:
    """Write an opinion into the ledger under the next number; it may be acknowledged once this has returned.

    The same form sent twice gives the same opinion. Raises Invalid (words, day, contact), Conflict (the form was sent
    before with other content), NotAllowed.
    """
    return _take_in("opinion.receive", actor, body, draft, key)


def submit_opinion(*, actor: Actor, body: Body, draft: OpinionDraft, key: str, is_suspect: bool = False) -> Opinion:
    """Take in what somebody sent on the locality's page. A suspect form is held back without a number, but has its
    receipt all the same. Raises Invalid, Conflict, NotAllowed."""
    return _take_in("opinion.hold" if is_suspect else "opinion.submit", actor, body, draft, key)


def receive_many(*, actor: Actor, body: Body, drafts: Sequence[OpinionDraft]) -> list[Opinion]:
    """Write checked rows of a list into the ledger, numbers in their order. Raises Invalid, NotAllowed."""
    with deed(actor):
        cut_offs: dict[int, date | None] = {}
        fresh = [_row(actor, body, draft, cut_offs) for draft in drafts]
        _name_senders(actor, fresh, drafts)
        for year in sorted({opinion.year for opinion in fresh}):
            of_year = [opinion for opinion in fresh if opinion.year == year]
            numbers = take_numbers(body.locality, SERIES, year, len(of_year))
            for opinion, number in zip(of_year, numbers, strict=True):
                opinion.number = number
        create_many("opinion.receive", actor=actor, objs=fresh)
        let_be_found(*fresh)
    return fresh


def receipt_of(opinion: Opinion) -> str:
    """Return the code on the receipt: that of the slip's stub for the first opinion on a slip, else its own."""
    on_stub = opinion.slip is not None and opinion.slip.receipt_digest == opinion.receipt_digest
    return receipt_code(opinion.slip.public_id if opinion.slip and on_stub else opinion.public_id)


def let_in(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Give a held opinion its number: a person sent it after all."""
    with deed(actor):
        [number] = take_numbers(opinion.locality, SERIES, opinion.year)
        perform("opinion.let_in", actor=actor, obj=opinion, changes={"number": number})
        let_be_found(opinion)
    return opinion


def discard(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Decide that what was held is no opinion of a person. It never had a number."""
    return perform("opinion.discard", actor=actor, obj=opinion)


class _SentBefore(Exception):  # noqa: N818  (no error: what was written on the way is taken back)
    def __init__(self, opinion: Opinion) -> None:
        super().__init__()
        self.opinion = opinion


def _take_in(code: str, actor: Actor, body: Body, draft: OpinionDraft, key: str) -> Opinion:
    try:
        with deed(actor):
            return _write_down(code, actor, body, draft, key)
    except _SentBefore as again:  # neither a number nor a name was used up
        return again.opinion


def _write_down(code: str, actor: Actor, body: Body, draft: OpinionDraft, key: str) -> Opinion:
    fresh = _row(actor, body, draft, {})
    if code != "opinion.hold":
        [fresh.number] = take_numbers(body.locality, SERIES, fresh.year)
    _name_senders(actor, [fresh], [draft])
    opinion = create(code, actor=actor, obj=fresh, key=key, also_compared=draft.person)
    if opinion is not fresh:
        raise _SentBefore(opinion)
    if draft.slip is not None and draft.slip.state == SlipState.PRINTED:
        perform("slip.return", actor=Actor.system(actor.locality), obj=draft.slip)
    let_be_found(opinion)
    return opinion


def _row(actor: Actor, body: Body, draft: OpinionDraft, cut_offs: dict[int, date | None]) -> Opinion:
    """Return the row to be stored, checked and without a number."""
    received_on = draft.received_on or clock.today()
    if received_on > clock.today():
        raise Invalid("opinion.in_future", IN_FUTURE, field="received_on")
    person = draft.person
    if draft.reply_way in (ReplyWay.PHONE, ReplyWay.WRITING) and not (person.phone or person.address or person.contact):
        raise Invalid("opinion.no_way_back", NO_WAY_BACK, field="phone")
    opinion = Opinion(
        locality=body.locality, body=body, dialogue=draft.dialogue, year=received_on.year, origin=draft.origin.value,
        source=clean(draft.source)[:200], hamlet=draft.hamlet, received_on=received_on,
        words=check_words(draft.words), reply_way=draft.reply_way.value, may_publish_name=draft.may_publish_name,
        identity=draft.identity, sheet=draft.sheet, slip=draft.slip, entered_by=draft.entered_by or _user(actor),
        is_late=is_late(draft.dialogue, received_on, cut_offs),
    )  # fmt: skip
    opinion.receipt_digest = draft.slip.receipt_digest if _is_first_on(draft.slip) else own_digest(opinion)  # type: ignore[union-attr]
    return opinion


def _is_first_on(slip: Slip | None) -> bool:
    """Say whether the code on a slip's stub still waits for its opinion; one keyed by mistake gives it back."""
    if slip is None:
        return False
    return not Opinion.objects.of(slip.locality).filter(receipt_digest=slip.receipt_digest).exists()


def own_digest(opinion: Opinion) -> str:
    """Return the digest of the code that is an opinion's own, on no stub."""
    return receipt_digest(receipt_code(opinion.public_id))


def is_late(dialogue: Dialogue | None, received_on: date, known: dict[int, date | None] | None = None) -> bool:
    """Say whether a day is after the cut-off: what comes later is taken all the same and marked.

    ``known`` keeps the cut-offs already looked up, for many opinions at once.
    """
    if dialogue is None:
        return False
    known = {} if known is None else known
    if dialogue.pk not in known:
        limit = every_limit_of(dialogue).get(CUT_OFF)
        known[dialogue.pk] = limit.due_on if limit else None
    cut_off = known[dialogue.pk]
    return cut_off is not None and received_on > cut_off


def _name_senders(actor: Actor, opinions: Sequence[Opinion], drafts: Sequence[OpinionDraft]) -> None:
    """Write the names down apart from the words, as a consequence of the opinions (decision 0010)."""
    pairs = [(opinion, draft.person) for opinion, draft in zip(opinions, drafts, strict=True)]
    named = [(opinion, person) for opinion, person in pairs if _says_who(person)]
    persons = [person if person.name.strip() else replace(person, name=UNNAMED) for _opinion, person in named]
    identities = create_identities(actor=Actor.system(actor.locality), persons=persons)
    for (opinion, _person), identity in zip(named, identities, strict=True):
        opinion.identity = identity


def _says_who(person: Person) -> bool:
    return any((person.name.strip(), person.phone.strip(), person.address.strip(), person.contact.strip()))


def _user(actor: Actor) -> User | None:
    return User(pk=actor.user_id) if actor.user_id else None
