"""Bringing the database to the present structure: found out quickly, done alone, backed up first."""

import pkgutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from nghedan.foundation.db import clock

LOCK_NUMBER = 7_160_405
"""Number of the advisory lock on PostgreSQL; any, as long as it stays the same."""
LOCK_SECONDS = 120
KEPT_BACKUPS = 5


def pending_migrations() -> list[str]:
    """Return the names of migrations not yet applied, by file name; imports none of them."""
    known = {
        (config.label, module.name)
        for config in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(config.path) / "migrations")])
        if module.name[0].isdigit()
    }
    applied = set(MigrationRecorder(connection).applied_migrations())
    return sorted(f"{label}.{name}" for label, name in known - applied)


def upgrade() -> list[str]:
    """Apply what is pending and return its names; of several processes started at once one does it, the others wait."""
    if not pending_migrations():
        return []
    with _alone():
        pending = pending_migrations()
        if pending:
            back_up_before_upgrade()
            call_command("migrate", interactive=False, verbosity=0)
    return pending


def back_up_before_upgrade() -> Path | None:
    """Copy an embedded database that holds something; the last few copies are kept."""
    source = Path(settings.DATABASES["default"]["NAME"])
    if connection.vendor != "sqlite" or not source.exists() or not connection.introspection.table_names():
        return None
    folder = Path(settings.NGHEDAN_DATA) / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"before-upgrade-{clock.now():%Y%m%d-%H%M%S}.sqlite3"
    copy_sqlite(source, target)
    for old in sorted(folder.glob("before-upgrade-*.sqlite3"))[:-KEPT_BACKUPS]:
        old.unlink()
    return target


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database as one consistent whole while it may be in use."""
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")  # one file, no log beside it


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the one right to change the structure; a process that dies gives it back."""
    if connection.vendor == "sqlite":
        with alone_by_file(Path(settings.NGHEDAN_DATA) / "upgrade.lock.sqlite3"):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])


@contextmanager
def alone_by_file(path: Path) -> Iterator[None]:
    """Lock a small database of its own: the same on every operating system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
        lock.execute("ROLLBACK")
