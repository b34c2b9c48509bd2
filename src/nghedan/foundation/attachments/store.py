"""Files on disk, outside the web root, under random names: written whole or not at all.

Temporary file → flush to disk → rename → flush the folder, where the platform can. The row follows in the database, so
that a crash leaves at worst a file without a row, which the sweep takes away.
"""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

UNFINISHED = ".part"


def root() -> Path:
    """Return the folder of all attachments."""
    folder: Path = settings.NGHEDAN_DATA / "files"
    return folder


def new_path(locality_public_id: str) -> str:
    """Return a fresh random path within the locality's folder, with forward slashes on every platform."""
    name = secrets.token_hex(16)
    return f"{locality_public_id}/{name[:2]}/{name}"


def write(path: str, content: bytes) -> None:
    """Write a file durably. Raises OSError: the disk is full or not writable."""
    target = root() / path
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def read(path: str) -> bytes:
    """Return a file's bytes. Raises FileNotFoundError."""
    return (root() / path).read_bytes()


def remove(path: str) -> None:
    """Remove a file; one that is gone already is no fault."""
    (root() / path).unlink(missing_ok=True)


def files_of(locality_public_id: str, *, older_than: float) -> Iterator[str]:
    """Yield the paths of a locality's files, unfinished ones too, last written before a moment (seconds since 1970)."""
    for file in sorted((root() / locality_public_id).glob("*/*")):
        if file.stat().st_mtime < older_than:
            yield file.relative_to(root()).as_posix()


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows writes renames through by itself
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
