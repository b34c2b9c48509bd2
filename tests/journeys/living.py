"""What a clerk does with one dialogue, from its day to its archive: each function one part, by the pages alone."""

import re

from playwright.sync_api import Locator

from tests.journeys.site import Place
from tests.journeys.visitor import Visitor

EMPTY_PART = "textarea[name^=part-]"
WORDS_OF_A_PART = "Cấp ủy, chính quyền đã chỉ đạo các đơn vị chuẩn bị chu đáo, đúng kế hoạch."


class Clerk:
    """The clerk at one dialogue of a place: where its pages are, and the next number of the register."""

    def __init__(self, visitor: Visitor, place: Place, dialogue: str, symbol: str) -> None:
        self.visitor, self.place, self.dialogue, self.symbol = visitor, place, dialogue, symbol
        self.last_number = 30
        self.issued: list[str] = []

    @property
    def page(self) -> "Locator":
        return self.visitor.page.locator("main")

    def at(self, rest: str = "") -> str:
        """Return the address of a page of the dialogue."""
        return f"{self.place.console}dialogues/{self.dialogue}/{rest}"

    def open(self, rest: str = "") -> None:
        answer = self.visitor.open(self.at(rest))
        assert answer.status == 200, (rest, answer.status, self.visitor.text)

    def press(self, name: str | re.Pattern[str]) -> None:
        self.visitor.press(name)

    def send(self, form: str, **fields: str) -> None:
        """Fill fields of the form that has such an action, by their names, and send it by its first button."""
        found = self.page.locator(form).first
        for name, value in fields.items():
            found.locator(f"[name={name}]").first.fill(value)
        found.locator("button").last.click()
        self.visitor.page.wait_for_load_state()

    def says(self, text: str) -> None:
        assert text in self.visitor.text, (text, self.visitor.text[:2000])

    def issue(self, code: str, kind: str) -> None:
        """Take a paper from its button in the list to its issued number: written, submitted, signed on word, issued."""
        self.open("papers/")
        button = self.page.locator(f"form[action$='/papers/new/{code}/'] button")
        if button.count():
            button.first.click()
        else:
            assert self.page.locator("a", has_text=kind).count(), self.visitor.text[:3000]
            self.page.locator("a", has_text=kind).first.click()
        self.visitor.page.wait_for_load_state()
        self.lead_to_issue()
        self.issued.append(code)

    def lead_to_issue(self) -> None:
        """Lead the paper that is open to its issued number."""
        address = self.visitor.page.url
        for part in self.page.locator(EMPTY_PART).all():
            if not part.input_value().strip():
                part.fill(WORDS_OF_A_PART)
        if self.page.locator(EMPTY_PART).count():
            self.press("Lưu dự thảo")
        self._move(address, "submit", "Trình ký")
        self._move(address, "sign", "Ký", way="phone")
        self.last_number += 1
        self.visitor.page.goto(f"{address}issue/")
        self.visitor.page.locator("[name=number]").fill(f"{self.last_number}{self.symbol}")
        self.press("Xem lại trước khi ghi")
        self.press("Ban hành")
        self.says("Đã ban hành")

    def _move(self, address: str, move: str, button: str, way: str = "") -> None:
        self.visitor.page.goto(f"{address}{move}/")
        if way:
            self.visitor.page.locator(f"[name=way][value={way}]").check(force=True)
        self.press(button)
        assert self.visitor.page.url == address, self.visitor.text[:1500]
