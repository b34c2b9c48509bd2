"""People without an account: one sends a picture and looks it up, one is afraid, one is in a hurry to go back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.foundation.attachments.files import photograph
from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

NINE, TWO_PAST = "2026-01-20T09:00", "2026-01-20T09:02"
WITH_SCRIPTS = {"viewport": {"width": 320, "height": 640}}
PHONE = {**WITH_SCRIPTS, "java_script_enabled": False}
WORDS = "Đường vào xóm hỏng từ mùa mưa năm ngoái, xe không qua được.\nXin sửa trước Tết."
FIELD = "Ông/bà muốn nói điều gì?"


@pytest.fixture
def place(site: Site) -> Place:
    return site.settle("na-khoang")


def answer(citizen: Visitor, *, hamlet: str, words: str = WORDS, way: str = "Tự tra cứu") -> None:
    """Answer as far as the question about names."""
    send(citizen)
    look(citizen, "give-begin")
    citizen.press("Bắt đầu")
    choose_hamlet(citizen, hamlet)
    look(citizen, "give-place")
    citizen.press("Tiếp tục")
    citizen.fill(FIELD, words)
    look(citizen, "give-words")
    citizen.press("Tiếp tục")
    citizen.choose(way)
    look(citizen, "give-reply")
    citizen.press("Tiếp tục")


def large(citizen: Visitor, name: str = "Gửi ý kiến") -> Locator:
    """Return the large button; a link of the same name stands under the head."""
    return citizen.page.locator("main").get_by_role("button", name=name, exact=True)


def send(citizen: Visitor, name: str = "Gửi ý kiến") -> None:
    large(citizen, name).click()
    citizen.page.wait_for_load_state()


def choose_hamlet(citizen: Visitor, hamlet: str) -> None:
    """Choose a hamlet by its name, or the first there is."""
    listed = citizen.page.get_by_label("Ông/bà ở đâu?", exact=True)
    if hamlet:
        listed.select_option(label=hamlet)
    else:
        listed.select_option(index=1)


def look(citizen: Visitor, name: str) -> None:
    """Look closely where scripts run; without them axe never answers."""
    if citizen.page.locator("html.js-enabled, body.js-enabled").count():
        citizen.look(name)


def code_of(citizen: Visitor) -> str:
    return citizen.page.locator(".portal-code").inner_text()


@pytest.mark.parametrize("browser_of", [PHONE, WITH_SCRIPTS], ids=["without scripts", "with scripts"])
def test_a_citizen_sends_a_picture_and_looks_it_up(
    site: Site, place: Place, visit: Visit, browser_of: dict[str, Any]
) -> None:
    site.set_day(NINE)
    citizen = visit(**browser_of)
    citizen.open(place.portal)
    look(citizen, "people-home")
    answer(citizen, hamlet="", way="Gọi điện thoại")
    citizen.press("Tiếp tục")
    assert "Để được gọi lại, xin ghi số điện thoại." in citizen.text
    look(citizen, "give-contact-refused")
    citizen.page.get_by_label("Họ và tên").fill("Nguyễn Văn Dũng")
    citizen.page.get_by_label("Số điện thoại").fill("0912 345 678")
    citizen.press("Tiếp tục")
    look(citizen, "give-publish")
    citizen.press("Tiếp tục")
    assert citizen.heading == "Xem lại trước khi gửi"
    look(citizen, "give-check")
    citizen.press("Sửa Nội dung")
    citizen.fill(FIELD, f"{WORDS} Cảm ơn.")
    citizen.press("Tiếp tục")
    assert "Xin sửa trước Tết. Cảm ơn." in citizen.text
    citizen.upload("khong-phai-anh.jpg", b"khong phai anh")
    site.set_day(TWO_PAST)
    send(citizen)
    assert "Chưa gửi. Mọi điều đã ghi vẫn còn nguyên ở dưới." in citizen.text
    look(citizen, "give-picture-refused")
    citizen.upload("duong.jpg", photograph())
    send(citizen)
    assert citizen.heading == "Đã nhận ý kiến. Xin cảm ơn ông/bà."
    assert "Số 1/2026" in citizen.text
    look(citizen, "give-receipt")
    code = code_of(citizen)
    with citizen.page.expect_download() as download:
        citizen.page.get_by_role("link", name="Lưu giấy hẹn thành ảnh").click()
    assert download.value.suggested_filename == "giay-hen.png"

    later = visit(**browser_of)
    later.open(f"{place.portal}tra-cuu/")
    look(later, "look-up")
    later.page.get_by_label("Mã tra cứu").fill(code.upper().replace("-", " "))
    send(later, "Tra cứu")
    assert "Đang phân loại" in later.text
    assert WORDS.splitlines()[0] not in later.text
    look(later, "look-up-story")
    later.page.get_by_label("Bốn số cuối").fill("5678")
    later.press("Xem nội dung")
    assert WORDS.splitlines()[0] in later.text
    look(later, "look-up-words")


def test_an_afraid_citizen_gives_no_name(site: Site, place: Place, visit: Visit) -> None:
    site.set_day(NINE)
    citizen = visit(**PHONE)
    citizen.open(place.portal)
    answer(citizen, hamlet="Không muốn nói")
    assert citizen.heading == "Họ tên và cách liên hệ"
    look(citizen, "give-contact")
    citizen.press("Tiếp tục")
    assert (citizen.heading, "Công khai họ tên" in citizen.text) == ("Xem lại trước khi gửi", False)
    site.set_day(TWO_PAST)
    send(citizen)
    assert re.search(r"Số \d+/2026", citizen.text)
    citizen.press("Xem ý kiến này đến đâu")
    assert "Đang phân loại" in citizen.text
    assert WORDS.splitlines()[0] in citizen.text


@pytest.mark.parametrize("browser_of", [PHONE, WITH_SCRIPTS], ids=["without scripts", "with scripts"])
def test_going_back_loses_no_word(site: Site, place: Place, visit: Visit, browser_of: dict[str, Any]) -> None:
    site.set_day(NINE)
    citizen = visit(**browser_of)
    citizen.open(place.portal)
    answer(citizen, hamlet="Không muốn nói")
    citizen.press("Quay lại câu trước")
    citizen.press("Quay lại câu trước")
    assert citizen.page.get_by_label(FIELD, exact=True).input_value() == WORDS
    citizen.press("Tiếp tục")
    citizen.page.go_back()
    assert citizen.page.get_by_label(FIELD, exact=True).input_value() == WORDS
    citizen.press("Tiếp tục")
    citizen.press("Tiếp tục")
    citizen.press("Tiếp tục")
    site.set_day(TWO_PAST)
    large(citizen).dblclick()
    expect(citizen.page).to_have_url(re.compile(r"/gui/$"))  # of two presses the first one is given up
    code = code_of(citizen)
    citizen.open(f"{place.portal}tra-cuu/?ma={code}")
    assert re.search(r"Ý kiến số \d+/2026", citizen.heading)
