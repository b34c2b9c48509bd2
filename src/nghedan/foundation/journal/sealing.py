"""Canonical text, digests and seals."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from nghedan.foundation.keys import key_for


def canonical(facts: Mapping[str, Any]) -> str:
    """Return the one text that stands for ``facts``: sorted keys, no spaces, letters as they are."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain)


def plain(value: Any) -> Any:
    """Return a value as JSON has it. Raises TypeError for what must not enter the journal."""
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case set() | frozenset():
            return sorted(value)
    if hasattr(value, "public_id"):
        return value.public_id
    raise TypeError(f"not for the journal: {type(value).__name__}")


def words_digest(words: Mapping[str, Any]) -> str:
    """Return a keyed digest: without the key nobody can try out which words it stands for."""
    return _hmac("journal/words", canonical(words))


def entry_seal(previous_seal: str, body: str) -> str:
    """Return the seal of an entry over its canonical body and the seal before it."""
    return _hmac("journal/chain", f"{previous_seal}\n{body}")


def head_seal(chain_name: str, number: int, seal: str) -> str:
    """Return the seal of a chain's head, so that a cut tail needs the key, not only the table."""
    return _hmac("journal/head", f"{chain_name}\n{number}\n{seal}")


def _hmac(purpose: str, text: str) -> str:
    return hmac.new(key_for(purpose), text.encode(), hashlib.sha256).hexdigest()
