"""Fixtures of the live screens: the hall of ``tests/domain/hall`` seen through pages."""

import re
from collections.abc import Mapping

from django.test import Client

from nghedan.domain.dialogues.models import Dialogue

TAG = re.compile(r"<[^>]+>")


def address(dialogue: Dialogue, page: str) -> str:
    """Return the address of a page of the hall."""
    return f"/stage/{dialogue.locality.slug}/dialogues/{dialogue.public_id}/{page}"


def seen(client: Client, dialogue: Dialogue, page: str) -> str:
    """Return the words on a page."""
    answer = client.get(address(dialogue, page))
    assert answer.status_code == 200, answer.content.decode()
    return words(answer.content.decode())


def words(markup: str) -> str:
    return " ".join(TAG.sub(" ", markup).split())


def press(client: Client, dialogue: Dialogue, page: str, **typed: str) -> str:
    """Send a form and return where it leads."""
    answer = client.post(address(dialogue, page), typed)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"]).partition(dialogue.public_id)[2]


def fragments(client: Client, dialogue: Dialogue, page: str) -> Mapping[str, str]:
    """Return what a screen that asks is told."""
    told: Mapping[str, str] = client.get(address(dialogue, page)).json()["fragments"]
    return told
