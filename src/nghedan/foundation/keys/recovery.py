"""The recovery phrase: printed once, it opens the master key that every backup carries in a locked box."""

import base64
import hashlib
import json
import os
import secrets
import shutil
from pathlib import Path

from nghedan.foundation.keys import MASTER_NAME, derive
from nghedan.foundation.keys.boxes import DamagedError, lock, unlock

BOX_NAME = "master.recovery.json"
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
GROUPS, GROUP = 6, 4  # about 118 bits
CONTEXT = "nghedan/recovery"
SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024, "dklen": 32}


class WrongPhraseError(ValueError):
    """The phrase does not open the box."""


def has_box(folder: Path) -> bool:
    """Say whether a phrase was made for the key in ``folder``."""
    return (folder / BOX_NAME).exists()


def make_box(folder: Path) -> str:
    """Lock the master key of ``folder`` with a new phrase and return the phrase: it is stored nowhere."""
    phrase = "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    salt = secrets.token_bytes(16)
    box = lock(_stretched(phrase, salt), (folder / MASTER_NAME).read_bytes(), CONTEXT)
    content = {"salt": base64.b64encode(salt).decode(), "box": base64.b64encode(box).decode()}
    (folder / BOX_NAME).write_text(json.dumps(content), encoding="ascii")
    return phrase


def open_box(box_file: Path, phrase: str) -> bytes:
    """Return the master key's text. Raises WrongPhraseError."""
    content = json.loads(box_file.read_text(encoding="ascii"))
    key = _stretched(phrase, base64.b64decode(content["salt"]))
    try:
        return unlock(key, base64.b64decode(content["box"]), CONTEXT)
    except DamagedError as error:
        raise WrongPhraseError("the recovery phrase does not open the box") from error


def replace_master(folder: Path, master: bytes, box_file: Path) -> None:
    """Put a recovered master key and its box in place of the present one, which is kept beside it under its digest."""
    present = folder / MASTER_NAME
    if present.exists():
        present.rename(folder / f"{MASTER_NAME}.{hashlib.sha256(present.read_bytes()).hexdigest()[:12]}")
    handle = os.open(present, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(master)
        file.flush()
        os.fsync(file.fileno())
    shutil.copyfile(box_file, folder / BOX_NAME)
    derive.cache_clear()


def _stretched(phrase: str, salt: bytes) -> bytes:
    """Return a key from a phrase; case, spaces and hyphens do not matter when it is typed."""
    plain = "".join(letter for letter in phrase.lower() if letter.isalnum())
    return hashlib.scrypt(plain.encode(), salt=salt, **SCRYPT)
