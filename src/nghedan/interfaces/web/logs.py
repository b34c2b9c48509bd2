"""Logs without bodies, codes and contacts: what is not needed to find a fault is not written down."""

import copy
import logging
import re
import traceback
from typing import Any

_RULES = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "<mail>"),
    (re.compile(r"(?<![\w-])(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\w)"), "<phone>"),
    (re.compile(r"(?<!\d)\d{12}(?!\d)"), "<id>"),
    (re.compile(r"(?<=/password-card/)[^/\s?\"']+"), "<code>"),
    (re.compile(r"(?<=/account/card/)[^/\s?\"']+"), "<token>"),
    (re.compile(r"\b[2-9a-hjkmnp-z]{4}(?:-[2-9a-hjkmnp-z]{4}){3}\b", re.IGNORECASE), "<code>"),
    (re.compile(r"\b(?:[2-9a-hjkmnp-z]{4}-){2}[2-9a-hjkmnp-z]{5}\b", re.IGNORECASE), "<code>"),
    (re.compile(r"(?<=/)([^\s?\"']*)\?[^\s\"']+"), r"\1?…"),
)


def scrubbed(text: str) -> str:
    """Return a line without mail addresses, telephone and identity numbers, one-time codes and query strings."""
    for pattern, stand_in in _RULES:
        text = pattern.sub(stand_in, text)
    return text


class ScrubbingFormatter(logging.Formatter):
    """Formats a record as one scrubbed line; of an exception only its kind and where it happened, never its message,
    which may hold somebody's words (a database names the value it did not like)."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy.copy(record)
        own.exc_text = None  # what another handler made of the exception is kept there, message and all
        return scrubbed(super().format(own))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name in logging
        kind, _error, trace = ei
        frames = "".join(traceback.format_tb(trace)).rstrip()
        return f"{frames}\n{kind.__name__}"
