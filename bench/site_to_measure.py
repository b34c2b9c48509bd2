"""One locality to measure on, in a folder of its own: the demonstration, 25 plans, a dialogue with 300 tasks."""

import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from django.test import Client

ROOT = Path(__file__).resolve().parents[1]
PLANS, TASKS = 25, 300
READY_SECONDS = 60


class Site(NamedTuple):
    """A browser of the clerk, and the addresses of the pages by what they are called."""

    clerk: "Client"
    pages: dict[str, str]


def use_folder() -> "tempfile.TemporaryDirectory[str]":
    """Let this process and those it starts work in a new folder; before Django is set up."""
    folder = tempfile.TemporaryDirectory(prefix="nghedan-bench-")
    os.environ |= {"NGHEDAN_DATA": folder.name, "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base"}
    os.environ.pop("NGHEDAN_DATABASE_URL", None)
    return folder


def build_site() -> Site:
    """Migrate, build the demonstration through the deeds, add rows; needs Django set up."""
    from django.test import Client

    from nghedan.domain.dialogues.models import Task
    from nghedan.domain.organisations.models import Unit
    from nghedan.domain.plans.models import Plan
    from nghedan.foundation.access.models import User
    from nghedan.interfaces.cli.demonstration.build import build
    from nghedan.interfaces.cli.demonstration.stories import COLLECTING, STORIES
    from nghedan.interfaces.cli.static import collect_if_stale
    from nghedan.interfaces.cli.upgrade import upgrade

    upgrade()
    collect_if_stale()
    built = build(next(story for story in STORIES if story.stage == COLLECTING), random.Random(1))
    locality, plan, (dialogue,) = built.locality, built.plans[-1], built.dialogues
    Plan.objects.bulk_create(
        Plan(locality=locality, body=plan.body, year=plan.year, title=f"Kế hoạch thứ {n}", state="draft")
        for n in range(PLANS - len(built.plans))
    )
    unit = Unit.objects.of(locality).first()
    Task.objects.bulk_create(
        Task(locality=locality, dialogue=dialogue, unit=unit, title=f"Việc thứ {n}", step="notice", state="open")
        for n in range(TASKS - dialogue.tasks.count())
    )
    clerk = Client(headers={"host": "localhost"})
    clerk.force_login(User.objects.get(username=f"vanphong.{locality.slug}"))
    people, staff = f"/{locality.slug}/", f"/console/{locality.slug}/"
    return Site(
        clerk,
        {
            "portal home": people,
            "portal dialogue": f"{people}doi-thoai/{dialogue.public_id}/",
            "today": staff,
            f"plans, {PLANS}": f"{staff}plans/",
            "plan": f"{staff}plans/{plan.public_id}/",
            "dialogue": f"{staff}dialogues/{dialogue.public_id}/",
            f"tasks, {TASKS}": f"{staff}dialogues/{dialogue.public_id}/tasks/",
        },
    )


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(port: int, *command: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a server of ours until the block ends; it listens when the block begins."""
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        wait_for(port)
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=READY_SECONDS)


def wait_for(port: int) -> None:
    """Wait until somebody listens. Raises TimeoutError."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.01)
    raise TimeoutError(port)
