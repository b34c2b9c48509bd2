"""The code in the link of an invitation, by which a guest answers without an account.

Eight letters (39 bits) of an HMAC over the guest's public id, which stands in the link as well and has 59 bits of its
own: whoever holds the keys can print it again, the database knows its digest only, and wrong tries slow down.
"""

import hashlib
import hmac

from django.conf import settings

from nghedan.domain.invitations.models import Guest
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.db.models import PUBLIC_ID_LETTERS
from nghedan.foundation.keys import key_for

LENGTH = 8
HALF = LENGTH // 2


def reply_code(public_id: str) -> str:
    """Return the code printed on the invitation of a guest: "k3f7-9qzt"."""
    number = int.from_bytes(hmac.new(key_for("invitations/reply"), public_id.encode(), hashlib.sha256).digest(), "big")
    letters = ""
    for _place in range(LENGTH):
        number, rest = divmod(number, len(PUBLIC_ID_LETTERS))
        letters += PUBLIC_ID_LETTERS[rest]
    return f"{letters[:HALF]}-{letters[HALF:]}"


def reply_digest(public_id: str, code: str) -> str:
    """Return what is stored of a guest's code and compared with, however it was typed; "" for what cannot be one."""
    letters = "".join(letter for letter in code.lower() if letter in PUBLIC_ID_LETTERS)
    if len(letters) != LENGTH:
        return ""
    message = f"{public_id}\n{letters}"
    return hmac.new(key_for("invitations/reply/digest"), message.encode(), hashlib.sha256).hexdigest()


def reply_address(guest: Guest) -> str:
    """Return the page on which a guest answers, "" where none is printed: without an address of the installation, and
    for internal dialogues, of which nothing stands on the people's pages."""
    if not settings.NGHEDAN_PUBLIC_URL or guest.dialogue.openness == Openness.INTERNAL:
        return ""
    place = f"{settings.NGHEDAN_PUBLIC_URL}/{guest.dialogue.locality.slug}"
    return f"{place}/giay-moi/{guest.public_id}/?ma={reply_code(guest.public_id)}"
