"""What the hamlet's pages read, each with one query."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db.models import Count, F, Q

from nghedan.domain.dialogues.deadlines import CUT_OFF
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import public_dialogues
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.followup.queries.letters import hamlet_letters_waiting
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import COUNTED, ledger_of, opinions_visible_to, sheets_visible_to
from nghedan.domain.opinions.terms import SheetState
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.domain.organisations.queries import bodies_on, hamlets_visible_to
from nghedan.domain.organisations.terms import BodyKind
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import HAMLET
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.console.counting import count_all

PAGE = 20


def own_hamlet(actor: Actor) -> Hamlet:
    """Return the hamlet the actor leads; of several the one entered last, for hamlets are merged into new ones.

    Raises Hamlet.DoesNotExist for who leads none.
    """
    return hamlets_visible_to(actor).filter(pk__in=reach_of(actor, "sheet.capture").ids(HAMLET)).latest("pk")


def next_open_dialogue(hamlet: Hamlet, today: date) -> Dialogue | None:
    """Return the dialogue that everybody of a hamlet may come to next: dated ones by day, then by month and quarter."""
    rows = public_dialogues(hamlet.locality).filter(
        Q(hamlets=None) | Q(hamlets=hamlet), Q(held_on__gte=today) | Q(held_on=None, year__gte=today.year),
        openness=Openness.OPEN, state__in=TO_COME,
    )  # fmt: skip
    ordered = rows.order_by(F("held_on").asc(nulls_last=True), "year", "quarter", "month", "pk").distinct()
    return next((row for row in ordered.select_related("body__locality") if _is_ahead(row, today)), None)


def _is_ahead(dialogue: Dialogue, today: date) -> bool:
    last_month = dialogue.month or 3 * (dialogue.quarter or 4)
    return dialogue.held_on is not None or (dialogue.year, last_month) >= (today.year, today.month)


def cut_off_of(dialogue: Dialogue) -> date | None:
    """Return the last day on which opinions for a dialogue are taken in time."""
    limit = every_limit_of(dialogue).get(CUT_OFF)
    return limit.due_on if limit else None


def receiving_body(locality: Locality, dialogue: Dialogue | None, today: date) -> Body:
    """Return to whom the people's opinions go: the dialogue's body, else the People's Committee."""
    if dialogue is not None:
        return dialogue.body
    bodies = bodies_on(locality, today)
    return next((body for body in bodies if body.kind == BodyKind.PEOPLE_COMMITTEE), bodies[0])


def sent_today(actor: Actor) -> int:
    """Return how many sheets and opinions the actor has handed in today."""
    since = datetime.combine(clock.today(), time(), clock.LOCAL_ZONE)
    own = {"entered_by_id": actor.user_id, "created_at__gte": since}
    return sheets_visible_to(actor).filter(**own).count() + ledger_of(actor).filter(**own).count()


def home_counts(actor: Actor) -> tuple[int, int]:
    """Return what was handed in today, and how many answers wait to be brought (one query)."""
    since = datetime.combine(clock.today(), time(), clock.LOCAL_ZONE)
    own = {"entered_by_id": actor.user_id, "created_at__gte": since}
    counts = count_all(
        {
            "sheets": sheets_visible_to(actor).filter(**own), "ledger": ledger_of(actor).filter(**own),
            "letters": hamlet_letters_waiting(actor),
        }
    )  # fmt: skip
    return counts["sheets"] + counts["ledger"], counts["letters"]


def sheets_waiting(actor: Actor) -> list[tuple[str, date, int]]:
    """Return origin, day and number of the sheets that wait to be keyed in, the latest first."""
    waiting = sheets_visible_to(actor).filter(entered_by_id=actor.user_id, state=SheetState.WAITING)
    counted = waiting.order_by("-received_on", "origin").values_list("origin", "received_on")
    return list(counted.annotate(sheets=Count("pk")))


def sheets_set_aside(actor: Actor) -> list[tuple[date, str]]:
    """Return day and reason of the latest sheets that are not keyed in."""
    aside = sheets_visible_to(actor).filter(entered_by_id=actor.user_id, state=SheetState.SET_ASIDE)
    return list(aside.order_by("-pk").values_list("received_on", "reason")[:PAGE])


def ledger_page(actor: Actor, after: tuple[int, int] | None) -> Sequence[Opinion]:
    """Return a page of the numbered rows the actor handed in, and one more if there are more; of those she may not
    read nothing but the number is to be used."""
    rows = ledger_of(actor).filter(state__in=COUNTED).order_by("-year", "-number")
    if after is not None:
        year, number = after
        rows = rows.filter(Q(year__lt=year) | Q(year=year, number__lt=number))
    return list(rows[: PAGE + 1])


def readable_among(actor: Actor, rows: Sequence[Opinion]) -> list[Opinion]:
    """Return those of the rows whose words the actor may read."""
    return list(opinions_visible_to(actor).filter(pk__in=[row.pk for row in rows]))
