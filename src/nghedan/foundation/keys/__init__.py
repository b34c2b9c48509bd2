"""Secret keys of an installation: one master key in a file, one derived key per purpose.

The folder may lie elsewhere than the data (``NGHEDAN_KEYS``), so that a stolen disk or backup does not open itself.
"""

import hashlib
import hmac
import os
import secrets
import time
from functools import cache
from pathlib import Path

from django.conf import settings

MASTER_NAME = "master.key"
MASTER_BYTES = 32
WAIT_FOR_WRITER = 1.0  # seconds another process may need between creating and filling the file


def key_for(purpose: str) -> bytes:
    """Return this installation's 32-byte key for one purpose; knowing it tells nothing about the others."""
    return derive(settings.NGHEDAN_KEYS, purpose)


@cache
def derive(folder: Path, purpose: str) -> bytes:
    """Return the key for ``purpose`` from the master key in ``folder``, read from disk once per process."""
    return hmac.new(_master(folder), b"nghedan/" + purpose.encode(), hashlib.sha256).digest()


def _master(folder: Path) -> bytes:
    path = folder / MASTER_NAME
    if not path.exists():
        _create(path)
    text = _read_filled(path)
    if len(text) != 2 * MASTER_BYTES:
        raise ValueError(f"damaged key file: {path}")
    return bytes.fromhex(text)


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(MASTER_BYTES))
        file.flush()
        os.fsync(file.fileno())


def _read_filled(path: Path) -> str:
    deadline = time.monotonic() + WAIT_FOR_WRITER
    while not (text := path.read_text(encoding="ascii").strip()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return text
