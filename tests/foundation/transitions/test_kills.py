"""The process is killed at random moments; the database opened again holds whole deeds only, and a whole journal."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A data folder and a database of their own, of the kind the tests run on."""
    variables = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "DJANGO_SETTINGS_MODULE": "tests.support.killed.settings",
        "NGHEDAN_DATA": str(tmp_path),
    }
    if connection.vendor != "postgresql":
        yield variables
        return
    import psycopg

    settings, name = connection.settings_dict, f"nghedan_kill_{os.getpid()}"
    where = f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT'] or 5432}"
    with psycopg.connect(f"{where}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield {**variables, "NGHEDAN_DATABASE_URL": f"{where}/{name}"}
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(command: str, environment: dict[str, str]) -> str:
    return subprocess.run(
        [sys.executable, "-m", "tests.support.killed.writer", command],
        env=environment, cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip


def write_and_kill(environment: dict[str, str], after: float) -> None:
    """Start the writer, let it write for ``after`` seconds past its first deeds, and kill it without warning."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.support.killed.writer", "write"],
        env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        time.sleep(after)
        writer.kill()
    assert writer.returncode != 0


def kill_again_and_again(environment: dict[str, str], kills: int) -> None:
    run("migrate", environment)
    moments = random.Random(kills)
    entries = 0
    for _kill in range(kills):
        write_and_kill(environment, moments.uniform(0.01, 0.3))
        report = json.loads(run("prove", environment))
        assert report["faults"] == []
        assert report["entries"] == report["head"] == report["moves"] > entries
        assert report["wordings"] == report["worded moves"]
        assert report["half a family"] == 0
        entries = report["entries"]


def test_five_kills(environment: dict[str, str]) -> None:
    kill_again_and_again(environment, 5)


@pytest.mark.long
def test_a_hundred_kills(environment: dict[str, str]) -> None:
    kill_again_and_again(environment, 100)
