"""When a message is tried again, and what an answer of the server means; pure."""

import smtplib
from dataclasses import dataclass
from datetime import timedelta

from nghedan.foundation.mail.terms import Trouble

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 120, 240, 480, 480, 480))
"""Rest after each failed attempt: about a day and a half in all, which outlasts a night and a server's repair."""

MOST_ATTEMPTS = len(PAUSES) + 1
PERMANENT = 500
"""From here on a reply of SMTP is final (RFC 5321, 4.2.1)."""

CLOSING = 421


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a failed attempt means: what stood in the way, the server's code (0 for none), whether trying again is of
    use, and whether the server will take the next message."""

    trouble: Trouble
    code: int = 0
    is_final: bool = False
    ends_round: bool = False


def judge(error: Exception) -> Verdict:
    """Say what an error met while sending one message means.

    A refused recipient or text with a code of the fives is final. What concerns the server itself (no answer, our
    account or sender refused) is not the message's fault, and somebody may repair it: that is tried again.
    """
    match error:
        case smtplib.SMTPRecipientsRefused():
            code = max((reply[0] for reply in error.recipients.values()), default=0)
            return Verdict(Trouble.ADDRESS, code, is_final=code >= PERMANENT, ends_round=code == CLOSING)
        case smtplib.SMTPDataError():
            code = error.smtp_code
            return Verdict(Trouble.CONTENT, code, is_final=code >= PERMANENT, ends_round=code == CLOSING)
        case smtplib.SMTPResponseException():
            return Verdict(Trouble.SERVER, error.smtp_code, ends_round=True)
        case OSError():  # every other SMTPException, no connection, TLS refused, no answer in time
            return Verdict(Trouble.SERVER, ends_round=True)
        case _:
            return Verdict(Trouble.DRAWING)
