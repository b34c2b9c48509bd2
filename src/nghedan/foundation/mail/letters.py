"""What a message says and to whom: a value that never shows itself in a log."""

import json
from dataclasses import dataclass, field

from nghedan.foundation.keys.boxes import lock, unlock

MOST_TITLE = 200
LONGEST_ADDRESS = 254
"""RFC 5321, 4.5.3.1.3: a path of 256 characters with its brackets."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Address and text of one message."""

    address: str = field(repr=False)
    text: str = field(repr=False)


def lock_letter(key: bytes, letter: Letter, context: str) -> bytes:
    """Return a letter locked with a key of its own."""
    content = {"address": letter.address, "text": letter.text}
    return lock(key, json.dumps(content, ensure_ascii=False).encode(), context)


def unlock_letter(key: bytes, box: bytes, context: str) -> Letter:
    """Return the letter in a box. Raises DamagedError."""
    return Letter(**json.loads(unlock(key, box, context)))


def one_line(text: str) -> str:
    """Return a text fit for a header: one line, nothing unprintable, so that no second header can be slipped in."""
    printable = (sign if sign.isprintable() else " " for sign in text)
    return " ".join("".join(printable).split())
