"""Codes that are shown once and stored as a keyed digest."""

import hashlib
import hmac
import secrets

from nghedan.foundation.db.models import PUBLIC_ID_LETTERS
from nghedan.foundation.keys import key_for

CODE_LENGTH = 16  # about 78 bits
GROUP = 4


def new_code() -> str:
    """Return a code to be printed: sixteen letters that do not look alike, in groups of four."""
    letters = [secrets.choice(PUBLIC_ID_LETTERS) for _ in range(CODE_LENGTH)]
    return "-".join("".join(letters[at : at + GROUP]) for at in range(0, CODE_LENGTH, GROUP))


def digest_of(code: str) -> str:
    """Return what is stored of a code; case, spaces and hyphens do not matter when it is typed."""
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return hmac.new(key_for("accounts/code"), plain.encode(), hashlib.sha256).hexdigest()
