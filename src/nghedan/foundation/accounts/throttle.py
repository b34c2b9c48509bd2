"""Slowing down wrong tries: per existing account, never by address (a hall is one address)."""

from django.db.models import F

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.models import SignInDelay
from nghedan.foundation.accounts.rules import wait_after
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
