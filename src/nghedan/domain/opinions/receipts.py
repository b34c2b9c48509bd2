"""The receipt: a code in letters a person can copy, and its digest, which is all that is stored.

Base 30 of an HMAC over a public id, thirteen letters (63 bits): whoever holds the keys can print it again, nobody can
guess it, and the database does not tell it.
"""

import hashlib
import hmac

from nghedan.foundation.db.models import PUBLIC_ID_LETTERS
from nghedan.foundation.keys import key_for

LENGTH = 13
GROUPS = (4, 4, 5)


def receipt_code(public_id: str) -> str:
    """Return the code printed on the receipt of an opinion or of a slip: "k3f7-9qzt-mn2pw"."""
    number = int.from_bytes(hmac.new(key_for("receipts"), public_id.encode(), hashlib.sha256).digest(), "big")
    letters = []
    for _place in range(LENGTH):
        number, rest = divmod(number, len(PUBLIC_ID_LETTERS))
        letters.append(PUBLIC_ID_LETTERS[rest])
    return grouped("".join(letters))


def receipt_digest(code: str) -> str:
    """Return what is stored and looked up for a code, however it was typed; "" for what cannot be one."""
    letters = plain(code)
    if len(letters) != LENGTH:
        return ""
    return hmac.new(key_for("receipts/digest"), letters.encode(), hashlib.sha256).hexdigest()


def plain(code: str) -> str:
    """Return the letters of a code as typed, without spaces, hyphens and capitals."""
    return "".join(letter for letter in code.lower() if letter in PUBLIC_ID_LETTERS)


def grouped(letters: str) -> str:
    """Return the letters in groups that can be read aloud."""
    first, second, _third = GROUPS
    return "-".join((letters[:first], letters[first : first + second], letters[first + second :]))
