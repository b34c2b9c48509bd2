"""A backup as a folder: the database as one whole, the attachments, the locked master key, the heads of the journal.

The database is copied first. An attachment is stored before the row that names it is committed, so that the files
copied afterwards hold at least everything the copied rows name.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for, recovery
from nghedan.interfaces.cli.commands.verify_journal import anchors_text
from nghedan.interfaces.cli.upgrade import copy_sqlite
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

FORMAT = 1
MANIFEST, ANCHORS, FILES, KEY_BOX = "manifest.json", "anchors.txt", "files", recovery.BOX_NAME
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}

NOT_EMPTY = _("Thư mục %(folder)s không trống. Xin chọn thư mục mới.")
NO_TOOL = _("Cần chương trình %(tool)s (đi kèm PostgreSQL) trên máy này; chưa có gì được ghi.")
TOOL_FAILED = _("%(tool)s báo lỗi: %(why)s")
NOT_A_BACKUP = _("Thư mục %(folder)s không phải bản sao lưu của Nghe Dân, hoặc thiếu tệp.")
DAMAGED = _("Bản sao lưu hỏng: tệp %(file)s không khớp mã kiểm tra. Chưa có gì bị thay đổi.")
IN_USE = _("Cơ sở dữ liệu đang được dùng. Xin dừng Nghe Dân trước khi khôi phục. Chưa có gì bị thay đổi.")
OTHER_DATABASE = _("Bản sao lưu là của %(theirs)s, nơi này dùng %(ours)s.")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; ``digests`` are SHA-256 by path, ``key`` tells which master key it needs."""

    format: int
    made_at: str
    version: str
    database: str
    key: str
    digests: dict[str, str]


def write(folder: Path) -> Manifest:
    """Write a backup into a new or empty folder. Raises Refused."""
    if folder.exists() and any(folder.iterdir()):
        raise Refused("backup.not_empty", NOT_EMPTY, folder=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ANCHORS).write_text(anchors_text(), encoding="utf-8")
    _dump(folder / DATABASES[connection.vendor])
    if (source := Path(settings.NGHEDAN_DATA) / FILES).exists():
        shutil.copytree(source, folder / FILES)
    if (box := Path(settings.NGHEDAN_KEYS) / KEY_BOX).exists():
        shutil.copy2(box, folder / KEY_BOX)
    digests = {name: _digest(folder / name) for name in _names(folder)}
    made_at = clock.now().isoformat()
    manifest = Manifest(FORMAT, made_at, settings.NGHEDAN_VERSION, connection.vendor, key_sign(), digests)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    return manifest


def check(folder: Path) -> Manifest:
    """Return the manifest of a backup that is whole and fits this installation. Raises Refused."""
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise Refused("backup.unknown", NOT_A_BACKUP, folder=str(folder)) from None
    for name, digest in manifest.digests.items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise Refused("backup.damaged", DAMAGED, file=name)
    if manifest.database != connection.vendor:
        raise Refused("backup.other_database", OTHER_DATABASE, theirs=manifest.database, ours=connection.vendor)
    return manifest


def read_back(folder: Path, master: bytes | None) -> None:
    """Put a checked backup in place of what is here; ``master`` is the unlocked key, None when it is in use already."""
    connection.close()
    _load(folder / DATABASES[connection.vendor])
    if master is not None:
        recovery.replace_master(Path(settings.NGHEDAN_KEYS), master, folder / KEY_BOX)
    if (folder / FILES).exists():
        shutil.copytree(folder / FILES, Path(settings.NGHEDAN_DATA) / FILES, dirs_exist_ok=True)


def key_sign() -> str:
    """Return by what the master key in use here is recognised; it tells nothing about the key."""
    return key_for("backup/sign").hex()


def _dump(target: Path) -> None:
    if connection.vendor == "sqlite":
        copy_sqlite(Path(settings.DATABASES["default"]["NAME"]), target)
    else:
        _run_tool("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def _load(source: Path) -> None:
    if connection.vendor == "postgresql":
        _run_tool("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(source))
        return
    target = Path(settings.DATABASES["default"]["NAME"])
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        _require_unused(target)
        aside = Path(settings.NGHEDAN_DATA) / "backups"
        aside.mkdir(exist_ok=True)
        copy_sqlite(target, aside / f"before-restore-{clock.now():%Y%m%d-%H%M%S}.sqlite3")
    copy_sqlite(source, target)


def _require_unused(database: Path) -> None:
    """Leaving the write-ahead log needs the database to oneself: whoever serves it now is found out that way."""
    with closing(sqlite3.connect(database, timeout=1)) as alone:
        try:
            alone.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError:
            raise Refused("restore.in_use", IN_USE) from None


def _run_tool(tool: str, *arguments: str) -> None:
    """Run PostgreSQL's own tool on our database; the password travels in the environment, not in the command."""
    path = shutil.which(tool)
    if path is None:
        raise Refused("backup.no_tool", NO_TOOL, tool=tool)
    database = settings.DATABASES["default"]
    given = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    options = [f"{option}={database[name]}" for option, name in given.items() if database[name]]
    environment = {**os.environ, "PGPASSWORD": database["PASSWORD"]}
    done = subprocess.run([path, *options, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Refused("backup.tool_failed", TOOL_FAILED, tool=tool, why=done.stderr.strip()[-300:])


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
