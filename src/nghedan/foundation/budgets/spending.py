"""Spending a budget: counted in the database, so that several processes count together."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from nghedan.foundation.budgets.models import Tally
from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Budget:
    """At most ``most`` times in each window of ``per``; windows follow one another without a gap."""

    code: str
    most: int
    per: timedelta


def spend(budget: Budget, subject: str) -> bool:
    """Count once more and say whether the budget still covered it; what is over it is not counted.

    Of many at the same moment exactly as many are covered as the budget holds.
    """
    mine = _tally(budget, subject)
    covered = mine.filter(count__lt=budget.most)
    if covered.update(count=F("count") + 1):
        return True
    if mine.filter(count__gte=budget.most).exists():
        return False
    return _begin(budget, subject) or bool(covered.update(count=F("count") + 1))


def spend_all(budgets: Sequence[Budget], subject: str) -> bool:
    """Count once more in each budget, in one flush to disk, and say whether all of them still covered it."""
    with transaction.atomic():
        covered = [spend(budget, subject) for budget in budgets]
    return all(covered)


def forget(budget: Budget, subject: str) -> None:
    """Let a subject begin anew, as after a right answer."""
    _tally(budget, subject).delete()


def sweep() -> int:
    """Remove the tallies whose window is over; return how many."""
    removed, _by_table = Tally.objects.filter(ends_at__lt=clock.now()).delete()
    return removed


def _tally(budget: Budget, subject: str) -> QuerySet[Tally]:
    return Tally.objects.filter(digest=_digest(budget, subject))


def _begin(budget: Budget, subject: str) -> bool:
    ends_at = EPOCH + (_window(budget) + 1) * budget.per
    try:
        with transaction.atomic():
            Tally.objects.create(digest=_digest(budget, subject), ends_at=ends_at, count=1)
    except IntegrityError:  # somebody began it at the same moment
        return False
    return True


def _window(budget: Budget) -> int:
    return (clock.now() - EPOCH) // budget.per


def _digest(budget: Budget, subject: str) -> str:
    message = f"{budget.code}\n{budget.per}\n{_window(budget)}\n{subject}"
    return hmac.new(key_for("budgets"), message.encode(), hashlib.sha256).hexdigest()
