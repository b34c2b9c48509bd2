"""Pure rules: how wrong tries are slowed down, what a sign-in name looks like."""

import re
from datetime import timedelta

FREE_TRIES = 5
LONGEST_WAIT = timedelta(seconds=60)
CARD_TRIES = 5
CARD_REST = timedelta(minutes=10)
USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?")


def wait_after(failures: int) -> timedelta:
    """Return how long an account waits after its n-th wrong try in a row: five are free, then 2, 4, 8 … 60 seconds.

    It is slowed, never locked: whoever knows a name must not be able to keep its owner out.
    """
    if failures <= FREE_TRIES:
        return timedelta()
    return min(timedelta(seconds=2 ** min(failures - FREE_TRIES, 10)), LONGEST_WAIT)


def rest_after(failures: int) -> timedelta:
    """Return how long a sign-in card rests after its n-th wrong PIN in a row: four are free, then ten minutes each.

    A PIN has a million values: at 144 tries a day whoever found a card needs years, its owner a cup of tea.
    """
    return CARD_REST if failures >= CARD_TRIES else timedelta()


def normal_username(text: str) -> str:
    """Return the sign-in name as it is stored: lower case, no spaces around."""
    return text.strip().lower()


def is_username(text: str) -> bool:
    """Say whether a normalised name can be typed on any keyboard: Latin letters, digits, dot, hyphen, underscore."""
    return USERNAME.fullmatch(text) is not None
