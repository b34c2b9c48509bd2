"""A citizen at her phone: asks for a page, answers, and sends on whatever the page carries."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from django.test import Client

from nghedan.foundation.db import clock

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
MAIN = re.compile(r"<main.*</main>", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")
GIVE = "/suoi-lanh/gui-y-kien/"
BEGIN = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)
LATER = BEGIN + timedelta(minutes=2)
WORDS = "Đường vào xóm hỏng, mưa không đi được."
PATH = ("noi-o", "noi-dung", "tra-loi", "lien-he", "cong-khai", "xem-lai", "gui")


class Citizen:
    """``answers`` are hers so far; ``page`` is what she looks at."""

    def __init__(self, address: str = "10.0.0.7") -> None:
        self.client = Client(REMOTE_ADDR=address)
        self.answers: dict[str, Any] = {}

    def begin(self, query: str = "") -> "Citizen":
        """Open the first page; what it carries becomes hers."""
        self.look(self.client.get(f"{GIVE}{query}"))
        self.answers = self.carried
        return self

    def go(self, step: str, **answers: Any) -> "Citizen":
        """Answer and go on to a page."""
        self.answers |= answers
        self.look(self.client.post(f"{GIVE}{step}/", self.answers))
        return self

    def send(self, **answers: Any) -> "Citizen":
        return self.go("gui", **answers)

    def look(self, answer: Any) -> None:
        self.status, self.headers, self.page = answer.status_code, answer.headers, answer.content.decode()

    @property
    def carried(self) -> dict[str, str]:
        fields = {name: unescape(value) for name, value in HIDDEN.findall(self.page)}
        return {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}

    @property
    def text(self) -> str:
        """What the main part says, in one line."""
        found = MAIN.search(self.page)
        return " ".join(unescape(TAGS.sub(" ", found.group() if found else self.page)).split())

    @property
    def heading(self) -> str:
        found = re.search(r"<h1.*?</h1>", self.page, re.DOTALL)
        return " ".join(unescape(TAGS.sub(" ", found.group())).split()) if found else ""

    @property
    def errors(self) -> list[str]:
        """The sentences beside the fields, and those that belong to none."""
        beside = re.findall(r'govuk-error-message">.*?</span>(.*?)</p>', self.page, re.DOTALL)
        return [unescape(TAGS.sub("", one)).strip() for one in beside]

    @property
    def code(self) -> str:
        """The code on the receipt."""
        found = re.search(r'portal-code">([^<]+)<', self.page)
        return found.group(1) if found else ""


def answered(**answers: Any) -> dict[str, Any]:
    """Return the fewest answers that can be sent."""
    return {"hamlet": "khong-neu", "words": WORDS, "reply_way": "code"} | answers


def sent_at_leisure(citizen: Citizen, **answers: Any) -> Citizen:
    """Let her begin at nine and send two minutes later."""
    with clock.frozen(BEGIN):
        citizen.begin()
    with clock.frozen(LATER):
        return citizen.send(**answered(**answers))
