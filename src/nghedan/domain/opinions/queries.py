"""Reading the ledger. One visibility rule for ordinary and conduct opinions, one for restricted ones; everything
else - lists, counts, pictures, search, papers - is these queries, filtered."""

from collections import Counter
from typing import Any

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.opinions.models import (
    AwaitedReport,
    Channel,
    NamedPerson,
    Opinion,
    OpinionList,
    Sheet,
    Slip,
    SlipRun,
    Stack,
)
from nghedan.domain.opinions.receipts import receipt_digest
from nghedan.domain.opinions.terms import Level, OpinionState, SheetState, SlipState
from nghedan.domain.organisations.models import Delegation
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import Reach, reach_of
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

COUNTED = (OpinionState.RECEIVED, OpinionState.CLASSIFIED)
"""What counts in figures; what was keyed in by mistake keeps its line, without being counted."""

ENTERED_BY = "entered_by_id"
OWN_OPINION = (ENTERED_BY, "sheet__entered_by_id")
"""An opinion is handed in by who types it, or by who hands in the paper from which somebody else types it."""


def names_reader(user_id: int, opinion: str = "pk") -> Q:
    """Say in SQL that an opinion names the reader, or somebody for whom she acts or has acted.

    ``opinion`` is the path to the opinion's id from the row asked about. Basis: the person accused and whoever acts
    for her are never among the readers (Luật Tố cáo 25/2018/QH14 on keeping the denouncer's identity secret).
    """
    delegated = Delegation._base_manager.filter(
        from_officer=OuterRef("officer"), to_officer__user_id=user_id
    ).exclude(state=DelegationState.WITHDRAWN)
    named = NamedPerson._base_manager.filter(opinion=OuterRef(opinion), state=Standing.CURRENT)
    return Q(Exists(named.filter(Q(officer__user_id=user_id) | Exists(delegated))))


def opinions_visible_to(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return the opinions an actor may read: those to the bodies within reach; for who leads a hamlet, what she handed
    in herself, in words or on paper. Comments on officials need a right of their own and are not for those they name;
    restricted ones are never among them."""
    opinions = Opinion.objects.of(actor.locality).select_related("body", "hamlet", "locality")  # type: ignore[arg-type]
    opinions = opinions.exclude(level=Level.RESTRICTED)
    reach = reach_of(actor, "opinion.view")
    opinions = opinions.filter(_within(reach, actor, *OWN_OPINION))
    conduct = reach_of(actor, "opinion.view_conduct")
    if conduct.nowhere:
        return opinions.filter(level=Level.ORDINARY)
    may_read = Q() if conduct.everywhere else Q(body_id__in=conduct.ids(BODY))
    if actor.user_id is None:
        return opinions.filter(Q(level=Level.ORDINARY) | may_read)
    return opinions.filter(Q(level=Level.ORDINARY) | (may_read & ~names_reader(actor.user_id)))


def restricted_visible_to(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return the restricted opinions an actor may open: the head's and the appointed receiver's, less those that name
    the reader or somebody she acts for; sealed ones only for the superior's receiver."""
    opinions = Opinion.objects.of(actor.locality).select_related("body", "hamlet", "locality")  # type: ignore[arg-type]
    opinions = opinions.filter(level=Level.RESTRICTED)
    if actor.user_id is None:
        return opinions.none()
    sealed = reach_of(actor, "opinion.read_sealed")
    by_superior = Q(is_sealed=True) & _of_bodies(sealed) & ~names_reader(actor.user_id)
    return opinions.filter(by_superior | Q(is_sealed=False, pk__in=may_read_once_restricted(actor).values("pk")))


def may_read_once_restricted(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return the opinions an actor may read, or go on reading, when they are restricted without being sealed."""
    opinions = Opinion.objects.of(actor.locality)  # type: ignore[arg-type]
    if actor.user_id is None:
        return opinions.none()
    return opinions.filter(_of_bodies(reach_of(actor, "opinion.read_restricted"))).filter(~names_reader(actor.user_id))


def ledger_of(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return every numbered row of the ledgers within reach, the neutral ones too: to be read by number only.

    What is not in ``opinions_visible_to`` is shown as "đã chuyển theo quy định", without kind, origin, hamlet, words.
    """
    rows = Opinion.objects.of(actor.locality).filter(number__isnull=False)  # type: ignore[arg-type]
    return rows.filter(_within(reach_of(actor, "opinion.view"), actor, *OWN_OPINION))


def held_visible_to(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return what is held back as sent by a robot, the latest first."""
    return opinions_visible_to(actor).filter(state=OpinionState.HELD).order_by("-pk")


def counts_by_origin(actor: Actor, **narrowed: Any) -> Counter[str]:
    """Return origin -> number of opinions as the actor may know them; "" stands for the neutral rows.

    The sum is the number of lines of the ledger that count. ``narrowed`` are filters on opinions (dialogue, year …).
    """
    of_ledger = ledger_of(actor).filter(state__in=COUNTED, **narrowed)
    visible = opinions_visible_to(actor).filter(state__in=COUNTED, number__isnull=False, **narrowed)
    counts = Counter(visible.order_by().values_list("origin", flat=True))
    neutral = of_ledger.count() - counts.total()
    return counts + Counter({"": neutral})


def sheets_visible_to(actor: Actor) -> ScopedQuerySet[Sheet]:
    """Return the sheets an actor may look at: all of a body's for who keys in, one's own for who leads a hamlet; never
    one, nor a second picture of the same slip, on which something stands that the actor may not read."""
    sheets = Sheet.objects.of(actor.locality).select_related("hamlet", "stack", "slip", "dialogue", "body", "locality")  # type: ignore[arg-type]
    hidden = Opinion._base_manager.exclude(pk__in=opinions_visible_to(actor).order_by().values("pk"))
    on_sheet, on_slip = hidden.filter(sheet=OuterRef("pk")), hidden.filter(slip=OuterRef("slip"))
    return sheets.filter(_within(reach_of(actor, "sheet.view"), actor)).filter(~Exists(on_sheet), ~Exists(on_slip))


def stacks_visible_to(actor: Actor) -> ScopedQuerySet[Stack]:
    """Return the stacks an actor may look at."""
    stacks = Stack.objects.of(actor.locality).select_related("hamlet", "dialogue", "body", "locality")  # type: ignore[arg-type]
    return stacks.filter(_within(reach_of(actor, "sheet.view"), actor))


def lists_visible_to(actor: Actor) -> ScopedQuerySet[OpinionList]:
    """Return the lists an actor may look at."""
    lists = OpinionList.objects.of(actor.locality).select_related("hamlet", "dialogue", "body", "locality")  # type: ignore[arg-type]
    return lists.filter(_within(reach_of(actor, "sheet.view"), actor))


def slip_runs_visible_to(actor: Actor) -> ScopedQuerySet[SlipRun]:
    """Return the runs of blank slips printed for the bodies within reach."""
    runs = SlipRun.objects.of(actor.locality).select_related("hamlet", "dialogue", "body", "locality")  # type: ignore[arg-type]
    return runs.filter(_of_bodies(reach_of(actor, "sheet.view")))


def slip_with_id(actor: Actor, public_id: str) -> Slip | None:
    """Return the printed slip whose code was read from a sheet, if it is one of this locality."""
    return Slip.objects.of(actor.locality).select_related("run").filter(public_id=public_id).first()  # type: ignore[arg-type]


def with_receipt(locality: Locality, code: str) -> Opinion | Slip | None:
    """Return what a receipt stands for, however its code was typed: an opinion, or a slip nothing is keyed from yet.

    The code alone decides; what its bearer is told is for the page that asks.
    """
    digest = receipt_digest(code)
    if not digest:
        return None
    opinions = Opinion.objects.of(locality).select_related("dialogue", "identity", "locality")
    slips = Slip.objects.of(locality).select_related("run", "locality")
    return opinions.filter(receipt_digest=digest).first() or slips.filter(receipt_digest=digest).first()


def is_handed_in(slip: Slip) -> bool:
    """Say whether a printed slip came back: keyed in, or lying as a picture and waiting to be."""
    pictures = Sheet.objects.of(slip.locality).filter(slip=slip).exclude(state=SheetState.SET_ASIDE)
    return slip.state == SlipState.RETURNED or pictures.exists()


def open_channels(locality: Locality) -> ScopedQuerySet[Channel]:
    """Return the ways of handing in that the people are told of, in their order."""
    return Channel.objects.of(locality).filter(state=Standing.CURRENT)


def awaited_visible_to(actor: Actor) -> ScopedQuerySet[AwaitedReport]:
    """Return the reports awaited by the bodies within reach, and those the own unit owes."""
    reports = AwaitedReport.objects.of(actor.locality).select_related("dialogue__body", "unit", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "awaited_report.view")
    if reach.everywhere:
        return reports
    return reports.filter(Q(dialogue__body_id__in=reach.ids(BODY)) | Q(unit_id__in=reach.ids(UNIT)))


def _within(reach: Reach, actor: Actor, *own: str) -> Q:
    """Whole locality, or the bodies reached, or for who leads a hamlet what she handed in herself.

    ``own`` are the paths to whoever entered a row, or the paper it stands on.
    """
    if reach.everywhere:
        return Q()
    visible = Q(body_id__in=reach.ids(BODY))
    if reach.ids(HAMLET) and actor.user_id:
        for path in own or (ENTERED_BY,):
            visible |= Q(**{path: actor.user_id})
    return visible


def _of_bodies(reach: Reach) -> Q:
    return Q() if reach.everywhere else Q(body_id__in=reach.ids(BODY))
