"""Backup and restore on PostgreSQL, where the tests run on one and its tools are at hand."""

import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.interfaces.cli.conftest import STORY, command, environment

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql" or shutil.which("pg_dump") is None, reason="needs PostgreSQL and pg_dump"
)


@pytest.fixture
def databases(django_db_blocker: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Two empty databases on the server of the tests, by address."""
    import psycopg

    given = {**connection.settings_dict, **connection.settings_dict["OPTIONS"]}
    host = given.get("host") or given["HOST"]
    login = {
        "host": host,
        "port": given["PORT"] or None,
        "user": given["USER"] or None,
        "password": given["PASSWORD"] or None,
    }
    names = [f"nghedan_cli_{secrets.token_hex(4)}" for _each in range(2)]
    with psycopg.connect(**login, dbname="postgres", autocommit=True) as server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')
        user = f"{given['USER']}:{given['PASSWORD']}@" if given["USER"] else ""
        try:
            yield [f"postgresql://{user}/{name}?host={host}" for name in names]
        finally:
            for name in names:
                server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_backup_opens_in_another_database(databases: list[str], tmp_path: Path) -> None:
    def run(url: str, data: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        surroundings = {**environment(tmp_path / data), "NGHEDAN_DATABASE_URL": url}
        return subprocess.run(command(*arguments), env=surroundings, capture_output=True, text=True, check=False)

    here, there = databases
    assert run(here, "here", "migrate").returncode == 0
    script = f"import django; django.setup()\n{STORY}"
    surroundings = {
        **environment(tmp_path / "here"), "NGHEDAN_DATABASE_URL": here,
        "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", script], env=surroundings, check=True)

    written = run(here, "here", "backup", str(tmp_path / "backup"))
    assert written.returncode == 0, written.stderr
    phrase = next(line.strip() for line in written.stdout.splitlines() if line.startswith("    "))
    done = run(there, "there", "restore", str(tmp_path / "backup"), "--phrase", phrase)

    assert (done.returncode, done.stdout) == (0, "Đã khôi phục; nhật ký nguyên vẹn.\n"), done.stderr
    assert run(there, "there", "restore", str(tmp_path / "backup")).returncode == 2
