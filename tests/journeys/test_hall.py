"""The day: desk, a second clerk at the door, the head's tablet, the projector and two phones live together."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.test_chair_file import PLANS, evening_before
from tests.journeys.visitor import PHONE, Visitor

TABLET = {"width": 1180, "height": 820}
PROJECTOR = {"width": 1920, "height": 1080}
HEAD = {"name": "Hà Văn Mạnh", "topic": "Cầu treo bị hỏng"}


def test_a_hall_lives_on_all_its_screens(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="collecting")
    hall = f"/stage/{place.slug}/dialogues/{place.dialogues[0]['id']}/"
    clerk = visit().sign_in(place, "vanphong")
    site.set_day(f"{evening_before(clerk, place) + timedelta(days=1):%Y-%m-%d}T07:30")
    clerk = visit().sign_in(place, "vanphong")
    open_hall(clerk, hall)
    door = visit().sign_in(place, "vanphong")
    head = visit(viewport=TABLET).sign_in(place, "chutich")
    screen = visit(viewport=PROJECTOR).sign_in(place, "vanphong")
    mine, other = (visit(viewport={"width": PHONE, "height": 740}) for _phone in range(2))
    head.open(f"{hall}chair/")
    screen.open(f"{hall}projector/")
    expect(screen.page.locator("h1")).to_be_visible()
    opened_from_the_panel(clerk, hall)
    for phone in (mine, other):
        phone.open(f"{hall}hall/")
    received_at_the_door(door, hall)
    expect(head.page.locator("#chair-next")).to_contain_text("Số 1")
    expect(mine.page.locator("#hall-now")).to_contain_text("số 1")
    asked_on_a_phone(mine, clerk, other)
    called_at_the_desk(clerk, hall, head, screen, other)


def open_hall(clerk: Visitor, hall: str) -> None:
    clerk.open(f"{hall}desk/")
    clerk.press(re.compile("^Khai mạc"))
    expect(clerk.page.locator("main")).to_contain_text("Đang diễn ra")


def opened_from_the_panel(clerk: Visitor, hall: str) -> None:
    clerk.open(f"{hall}projector/control/")
    clerk.press("Mở và nhận đăng ký phát biểu")
    clerk.press("Người phát biểu")
    clerk.look("projector-control")


def received_at_the_door(door: Visitor, hall: str) -> None:
    """A walk-in of the first hamlet, who asks to speak."""
    door.open(f"{hall}reception/")
    door.look("reception")
    door.page.locator(".reception__walk-in select").select_option(index=1)
    door.page.locator(".reception__walk-in").get_by_text("Muốn phát biểu").click()
    door.page.locator(".reception__walk-in").get_by_label("Đăng ký phát biểu").check(force=True)
    door.press("Ghi có mặt")
    expect(door.page.locator("#reception-counts")).to_contain_text("1 người đang có mặt")


def asked_on_a_phone(phone: Visitor, clerk: Visitor, other: Visitor) -> None:
    """What is asked on a phone waits for the desk, which sees it at once."""
    phone.look("hall-page")
    phone.page.locator("select").select_option(index=2)
    phone.page.get_by_label("Họ và tên").fill(HEAD["name"])
    phone.page.get_by_label("Nội dung muốn nói").fill(HEAD["topic"])
    phone.press("Gửi đăng ký")
    expect(phone.page.locator("main")).to_contain_text("Đã gửi đăng ký phát biểu, số 2")
    expect(clerk.page.locator("#projector-control")).to_contain_text(HEAD["name"])
    assert HEAD["topic"] not in other.text
    clerk.press("Tiếp nhận")
    expect(clerk.page.locator("#projector-control")).not_to_contain_text(HEAD["name"])


def called_at_the_desk(clerk: Visitor, hall: str, head: Visitor, screen: Visitor, phone: Visitor) -> None:
    """Called at the desk, seen everywhere; the head calls the second before by one tap; a topic is released."""
    head.page.get_by_role("button", name="Mời số 2 phát biểu trước").click()
    expect(phone.page.locator("#hall-now")).to_contain_text("số 2")
    clerk.open(f"{hall}desk/")
    clerk.press(re.compile("^Mời tiếp theo"))
    expect(head.page.locator("#chair-question")).to_contain_text(HEAD["name"])
    expect(screen.page.locator("#projector-screen")).to_contain_text("Đang phát biểu")
    expect(phone.page.locator("#hall-now")).to_contain_text("Đang phát biểu")
    for seen in (screen, phone):
        text = seen.page.locator("main").inner_text()
        assert (HEAD["name"] in text, HEAD["topic"] in text) == (False, False)
    screen.look("projector")
    head.look("chair")
    head.page.get_by_role("button", name="Màn hình: để trống").click()
    expect(screen.page.locator("#projector-screen")).not_to_contain_text("Đang phát biểu")

