"""The day at the secretaries' desk: two clerks at one hall, by mouse and keys, with scripts and without."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

PLANS = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
NAME, TOPIC = "Nông Văn Sử", "Đường vào khu sản xuất"
BY_AN, BY_LAN = "Đường lầy lội, xe máy không qua được", "Đường lầy, xin rải đá"


def test_two_clerks_run_one_hall(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="collecting")
    first, second = (_at_the_desk(visit(), place) for _clerk in range(2))
    first.press("Khai mạc")
    _shows(first, "Đang diễn ra")
    _register(first, NAME, TOPIC)
    _register(first, "Vi Thị Xuân", "Nước sạch")
    _shows(second, TOPIC)

    first.look("desk")
    first.press("Hiện họ tên")
    _shows(first, NAME)
    first.page.keyboard.press("Alt+n")
    _shows(first, "Tạm dừng")
    expect(first.page.locator("#desk-turn")).to_contain_text(NAME)
    _shows(second, "Tạm dừng")

    second.fill("Lời phát biểu", BY_LAN)
    first.fill("Lời phát biểu", BY_AN)
    first.press("Ghi lời phát biểu")
    _shows(first, f"{BY_AN} ý kiến số")
    expect(second.page.get_by_label("Lời phát biểu")).to_have_value(BY_LAN)
    second.press("Ghi lời phát biểu")
    expect(second.page.locator("#desk-wrong")).to_contain_text("Ý kiến của lượt này đã ghi")
    expect(second.page.get_by_label("Lời phát biểu")).to_have_value(BY_LAN)
    _shows(second, BY_AN)

    _answered_and_taken_back(first, second)


def _answered_and_taken_back(first: Visitor, second: Visitor) -> None:
    first.fill("Nội dung, trong một câu", "Sửa đường vào khu sản xuất")
    first.press("Ghi nội dung")
    expect(first.page.locator(".desk-matter__title")).to_contain_text("Sửa đường vào khu sản xuất")
    first.fill("Nội dung trả lời, kết luận", "Sẽ rải đá trước mùa mưa.")
    first.page.keyboard.press("Alt+1")
    expect(first.page.locator(".desk-result")).to_contain_text("Đã trả lời tại hội nghị")
    expect(second.page.locator("#desk-minutes")).to_contain_text("Sẽ rải đá trước mùa mưa.", timeout=30_000)
    first.press("Hoàn tác kết quả")
    expect(first.page.locator(".desk-result")).to_have_count(0)
    first.press(re.compile("^Hoàn tác: "))
    expect(first.page.locator(".desk-matter__title")).to_have_count(0)
    expect(first.page.get_by_role("button", name="Hoàn tác: Ghi ý kiến phát biểu")).to_be_visible()


def test_without_scripts_every_press_loads_the_page_anew(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="collecting")
    clerk = _at_the_desk(visit(java_script_enabled=False), place)
    clerk.press("Khai mạc")
    _register(clerk, "", TOPIC)
    clerk.press(re.compile("^Mời tiếp theo"))
    clerk.fill("Lời phát biểu", BY_AN)
    clerk.press("Ghi lời phát biểu")
    assert BY_AN in clerk.text
    clerk.press("Kết thúc")
    assert "Vừa phát biểu" in clerk.text
    clerk.press("Hoàn tác: Kết thúc phát biểu")
    assert "Đang phát biểu" in clerk.text
    clerk.press("Bế mạc")
    assert "Đã bế mạc" in clerk.text


def _at_the_desk(clerk: Visitor, place: Place) -> Visitor:
    clerk.sign_in(place, "vanphong")
    clerk.open(f"/stage/{place.slug}/dialogues/{place.dialogues[0]['id']}/desk/")
    return clerk


def _register(clerk: Visitor, name: str, topic: str) -> None:
    clerk.page.locator("#desk-queue [name=name]").fill(name)
    clerk.page.locator("#desk-queue [name=topic]").fill(topic)
    clerk.press("Ghi vào hàng chờ")
    expect(clerk.page.locator("#desk-queue .desk-queue")).to_contain_text(topic)


def _shows(clerk: Visitor, text: str) -> None:
    expect(clerk.page.locator("main")).to_contain_text(text, timeout=30_000)
