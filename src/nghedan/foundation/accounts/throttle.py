"""Slowing down wrong tries: per existing account or card, never by address (a hall is one address)."""

from datetime import datetime

from django.db.models import F

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.models import CardDelay, SignInCard, SignInDelay
from nghedan.foundation.accounts.rules import rest_after, wait_after
from nghedan.foundation.db import clock


def is_slowed(user: User) -> bool:
    """Say whether tries on this account are not looked at just now."""
    delay = SignInDelay.objects.filter(user=user).first()
    return delay is not None and delay.is_waiting(clock.now())


def note_failure(user: User) -> None:
    """Count a wrong try and put off the next one."""
    delay, _created = SignInDelay.objects.get_or_create(user=user, defaults={"not_before": clock.now()})
    SignInDelay.objects.filter(pk=user.pk).update(
        failures=F("failures") + 1, not_before=clock.now() + wait_after(delay.failures + 1)
    )


def forget_failures(user: User) -> None:
    """Begin anew after a right password."""
    SignInDelay.objects.filter(user=user).delete()


def take_try(card: SignInCard) -> bool:
    """Count a try before its PIN is looked at, so that many at once count too; False while the card rests."""
    now = clock.now()
    delay, _created = CardDelay.objects.get_or_create(card=card, defaults={"not_before": now})
    if delay.is_waiting(now):
        return False
    unchanged = CardDelay.objects.filter(pk=card.pk, failures=delay.failures)
    failures = delay.failures + 1
    return bool(unchanged.update(failures=failures, not_before=now + rest_after(failures)))


def rests_until(card: SignInCard) -> datetime | None:
    """Return until when a card rests, if it does."""
    delay = CardDelay.objects.filter(card=card).first()
    return delay.not_before if delay is not None and delay.is_waiting(clock.now()) else None


def forget_tries(card: SignInCard) -> None:
    """Begin anew after a right PIN."""
    CardDelay.objects.filter(card=card).delete()
