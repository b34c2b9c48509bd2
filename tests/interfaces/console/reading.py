"""What the tests of staff pages look at."""

import re
from typing import Any

from django.forms import BaseForm
from django.test import Client

CONSOLE = "/console/suoi-lanh/"


def words_of(response: Any) -> str:
    """Return the words a page shows, without markup, spaces made one."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


def form_key(client: Client, address: str) -> str:
    """Return the key of the form at an address."""
    return str(client.get(address).context["form_key"])


def filled(form: BaseForm) -> dict[str, str]:
    """Return what a browser sends of a form when nothing is touched."""
    return {field.html_name: str(field.value()) for field in form if field.value() not in (None, False, "")}
