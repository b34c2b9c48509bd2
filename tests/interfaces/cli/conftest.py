"""Commands run as a user runs them: a process of their own, a data folder of their own, the embedded database."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SOURCES = Path(__file__).resolve().parents[3] / "src"


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a command: nothing of ours but the data folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NGHEDAN_", "DJANGO_"))}
    return {**clean, "PYTHONPATH": str(SOURCES), "NGHEDAN_DATA": str(data), "PYTHONWARNINGS": "error::ResourceWarning"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "nghedan", *arguments]


@pytest.fixture
def run() -> Run:
    """Return a function that runs ``nghedan`` in a data folder."""

    def run_command(data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command(*arguments), env=environment(data), capture_output=True, text=True, encoding="utf-8",
            timeout=180, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    return run_command


STORY = """
from datetime import date
from nghedan.foundation.accounts.services import create_account, set_up_first_account
from nghedan.foundation.access.actor import actor_of
from nghedan.foundation.tenancy.models import Locality
place = Locality(slug="suoi-lanh", name="Suối Lành", level="commune")
first = set_up_first_account(locality=place, username="ha", full_name="Hoàng Văn Hà", password="cau-treo-mua-lu")
actor = actor_of(first, place, date.today())
create_account(actor=actor, username="an", full_name="Nguyễn Thị An", role="clerk", valid_from=date.today())
"""


@pytest.fixture(scope="session")
def _inhabited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("inhabited") / "data"
    subprocess.run(command("migrate"), env=environment(data), check=True, capture_output=True)
    script = f"import django; django.setup()\n{STORY}"
    settings = {"DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base"}
    subprocess.run([sys.executable, "-c", script], env={**environment(data), **settings}, check=True)
    (data / "files").mkdir()
    (data / "files" / "paper.bin").write_bytes(b"paper")
    return data


@pytest.fixture
def inhabited(_inhabited: Path, tmp_path: Path) -> Path:
    """A data folder with one locality, two accounts and an attachment."""
    return Path(shutil.copytree(_inhabited, tmp_path / "data"))
