"""Codes, tokens and PINs that are shown once and stored as a keyed digest."""

import hashlib
import hmac
import secrets
from string import digits

from nghedan.foundation.db.models import PUBLIC_ID_LETTERS
from nghedan.foundation.keys import key_for

CODE_LENGTH = 16  # about 78 bits
GROUP = 4
TOKEN_LENGTH = 28  # about 137 bits
PIN_LENGTH = 6


def new_code() -> str:
    """Return a code to be printed: sixteen letters that do not look alike, in groups of four."""
    letters = _letters(CODE_LENGTH)
    return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def new_token() -> str:
    """Return what a sign-in card's picture holds; it is scanned, never typed."""
    return _letters(TOKEN_LENGTH)


def new_pin() -> str:
    """Return a PIN of six digits."""
    return "".join(secrets.choice(digits) for _ in range(PIN_LENGTH))


def digest_of(code: str) -> str:
    """Return what is stored of a code; case, spaces and hyphens do not matter when it is typed."""
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return hmac.new(key_for("accounts/code"), plain.encode(), hashlib.sha256).hexdigest()


def _letters(length: int) -> str:
    return "".join(secrets.choice(PUBLIC_ID_LETTERS) for _ in range(length))
