"""Reading pages in tests."""

import html
import re
from typing import Any

from django.test import Client

SETTINGS = "/console/suoi-lanh/settings/"


def body(answer: Any) -> str:
    """Return the text of an answer with entities resolved."""
    return html.unescape(answer.content.decode())


def form_of(client: Client, path: str) -> dict[str, str]:
    """Return the hidden fields a page's form carries: token of the form, version."""
    page = body(client.get(path))
    found = re.findall(r'<input type="hidden" name="(form_key|version)" value="([^"]*)"', page)
    return dict(found)


def confirmed(client: Client, path: str, data: dict[str, Any]) -> Any:
    """Send a form, check that the last look comes, and confirm it."""
    look = client.post(path, data)
    assert (look.status_code, "Kiểm tra lần cuối" in body(look)) == (200, True), body(look)
    return client.post(path, {**data, "confirmed": "1"})
