"""A person at a browser, who notices what a person would: errors in the console, sideways scrolling, barriers."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_core_python
from playwright.sync_api import BrowserContext, Locator, Page, Response

from tests.journeys.site import Place, Site

AXE = next(Path(axe_core_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE, NARROWEST = 1366, 360, 320
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const scrolls = (one) => getComputedStyle(one).overflowX !== 'visible'
  const isHeld = (one) => one && one !== document.body && (scrolls(one) || isHeld(one.parentElement))
  return [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > width + 0.5 && !isHeld(one.parentElement))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`)
}"""
"""What makes a page scroll sideways: the parts that stick out, but not those in a box that scrolls for itself."""

WHOLE_PAGES = bool(os.environ.get("WHOLE_PAGES"))
LOOKED_AT: set[str] = set()
PICTURES = Path(__file__).resolve().parents[2] / "test-results" / "journeys"


@dataclass
class Visitor:
    """One person in one browser of their own."""

    site: Site
    context: BrowserContext
    page: Page = field(init=False)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self._heard(f"{message.type}: {message.text} ({self.page.url})"))
        self.page.on("pageerror", lambda error: self._heard(f"{error} ({self.page.url})"))

    def _heard(self, text: str) -> None:
        """Note what the console said. Answers that refuse (4xx) and a visitor who was in a field before the page could
        put the cursor there are told by the browser itself and are no fault."""
        if not re.search(r"status of (403|404|409|410|413|422)|^info: Autofocus processing was blocked", text):
            self.said.append(text)

    def sign_in(self, place: Place, who: str) -> "Visitor":
        username, password = place.accounts[who]
        self.open("/account/sign-in/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.locator("input[type=password]").fill(password)
        self.press("Đăng nhập")
        assert "/account/sign-in/" not in self.page.url, self.text
        return self

    def open(self, path: str) -> Response:
        answer = self.page.goto(self.site.address + path)
        assert answer is not None
        return answer

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press the first button, or follow the first link that looks like one."""
        self.button(name).first.click()
        self.page.wait_for_load_state()

    def button(self, name: str | re.Pattern[str]) -> Locator:
        exact = isinstance(name, str)
        button = self.page.get_by_role("button", name=name, exact=exact)
        return button.or_(self.page.get_by_role("link", name=name, exact=exact))

    def fill(self, label: str, value: str) -> None:
        self.page.get_by_label(label, exact=True).fill(value)

    def choose(self, label: str) -> None:
        """Tick a radio button or a box by its label."""
        self.page.get_by_label(label).first.check(force=True)

    def upload(self, name: str, content: bytes) -> None:
        kind = "application/octet-stream"
        self.page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})

    @property
    def text(self) -> str:
        """What the main part of the page says, in one line."""
        self.page.wait_for_load_state()
        return " ".join(self.page.locator("main").inner_text().split())

    @property
    def typed(self) -> list[str]:
        """What stands in the fields that are shown."""
        self.page.wait_for_load_state()
        fields = self.page.locator("main textarea:visible, main input[type=text]:visible").all()
        return [field.input_value() for field in fields]

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site.address)

    def look(self, name: str) -> None:
        """Look closely at the page, once: as a picture at the desk and on the phone, for width, for barriers."""
        if name in LOOKED_AT:
            return
        LOOKED_AT.add(name)
        self.page.wait_for_load_state()
        PICTURES.mkdir(parents=True, exist_ok=True)
        sticking_out = {}
        for width in (NARROWEST, PHONE, DESK):
            self.page.set_viewport_size({"width": width, "height": 768 if width == DESK else 740})
            sticking_out[width] = self.page.evaluate(STICKING_OUT)
            if width != NARROWEST:
                self.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=WHOLE_PAGES)
        assert sticking_out == {NARROWEST: [], PHONE: [], DESK: []}
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE)
        found = self.page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        assert barriers(found) == []

    def leave(self) -> None:
        """Close the browser; nothing may have been said in its console."""
        self.context.close()
        assert self.said == []


def barriers(found: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found["violations"]]
