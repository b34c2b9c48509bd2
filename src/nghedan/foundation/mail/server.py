"""The mail server of the installation, as far as one was set (``NGHEDAN_EMAIL_URL``)."""

import smtplib
from contextlib import suppress

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend


def has_server() -> bool:
    """Say whether anything can be sent at all."""
    return bool(settings.NGHEDAN_EMAIL_FROM)


def connection() -> BaseEmailBackend:
    """Return a connection that is still to be opened."""
    return get_connection(fail_silently=False)


def trouble() -> str:
    """Return "" when the server answers and takes our account, else what kind of error was met; no word of the server,
    which may repeat the account."""
    line = connection()
    try:
        line.open()
    except OSError as error:
        return type(error).__name__
    finally:
        hang_up(line)
    return ""


def hang_up(line: BaseEmailBackend) -> None:
    """Close a connection, whatever state it is in."""
    with suppress(smtplib.SMTPException, OSError):
        line.close()
