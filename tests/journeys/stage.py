"""`nghedan serve` with a day that the journeys set, and localities that they ask for.

Run as a program: `python -m tests.journeys.stage PORT`. Every line on standard input is an order in JSON; every order
is answered by one line on standard output. Everything else is the product as it is started by its user.
"""

import contextlib
import json
import random
import sys
import threading
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import django


def main() -> int:
    django.setup()
    from nghedan.interfaces.cli.main import main as nghedan

    with contextlib.ExitStack() as days:
        obey({"day": "2026-01-20T09:00"}, days)
        threading.Thread(target=listen, args=(days,), daemon=True).start()
        return nghedan(["serve", "--port", sys.argv[1]])


def listen(days: contextlib.ExitStack) -> None:
    for line in sys.stdin:
        try:
            answer = obey(json.loads(line), days)
        except Exception as error:  # noqa: BLE001 - told to the test, which fails with it
            answer = {"error": repr(error)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


def obey(order: dict[str, Any], days: contextlib.ExitStack) -> dict[str, object]:
    from nghedan.foundation.db import clock

    if "day" in order:
        days.enter_context(clock.frozen(datetime.fromisoformat(order["day"]).replace(tzinfo=clock.LOCAL_ZONE)))
        return {}
    return settle(**order["settle"])


def settle(slug: str, like: str, **changes: Any) -> dict[str, object]:
    """Found a locality with its people, hamlets and units as the demonstration does, under another name."""
    from django.db import connection

    from nghedan.interfaces.cli.demonstration.build import build
    from nghedan.interfaces.cli.demonstration.stories import STORIES

    story = next(story for story in STORIES if story.slug == like)
    assert changes.keys() <= {field.name for field in fields(story)}
    try:
        return build(replace(story, slug=slug, **changes), random.Random(slug)).as_manifest()
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
