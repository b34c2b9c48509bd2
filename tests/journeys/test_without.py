"""Without a mouse, and without scripts: a plan is taken in, a day is chosen."""

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.files import demonstration_plan
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

MOST_STOPS = 400


def test_a_plan_is_taken_in_with_the_keyboard_alone(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang")
    clerk = visit()
    clerk.open("/account/sign-in/")
    username, password = place.accounts["vanphong"]
    walk_to(clerk, "Tên đăng nhập")
    clerk.page.keyboard.type(username)
    walk_to(clerk, "Mật khẩu")
    clerk.page.keyboard.type(password)
    with clerk.page.expect_navigation():
        clerk.page.keyboard.press("Enter")
    walk_to(clerk, "Kế hoạch", press="Enter")
    walk_to(clerk, "Nhập kế hoạch đã ban hành", press="Enter")
    clerk.upload("ke-hoach.txt", demonstration_plan("khuon-lang.txt"))  # the system's own dialogue is not ours to test
    walk_to(clerk, "Đọc tệp", press="Enter")
    walk_to(clerk, "Sửa Cuộc đối thoại 1", press="Enter", stays=True)
    walk_to(clerk, "Địa điểm")
    clerk.page.keyboard.press("Control+A")
    clerk.page.keyboard.type(intake.VENUE)
    walk_to(clerk, "Lưu", press="Enter")
    assert intake.VENUE in clerk.text
    walk_to(clerk, "Nội dung đã đúng, tiếp tục", press="Enter")
    walk_to(clerk, "Số, ký hiệu")
    clerk.page.keyboard.press("Control+A")
    clerk.page.keyboard.type("05/KH-UBND")
    walk_to(clerk, "Ngày ban hành")
    clerk.page.keyboard.press("Control+A")
    clerk.page.keyboard.type("16/1/2026")
    walk_to(clerk, "Lập kế hoạch và các cuộc đối thoại", press="Enter")
    assert "Số 05/KH-UBND" in clerk.text


def test_a_plan_is_taken_in_and_a_day_chosen_without_scripts(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang")
    clerk = visit(java_script_enabled=False).sign_in(place, "vanphong")
    intake.take_in(clerk, place, "ke-hoach.txt", demonstration_plan("khuon-lang.txt"))
    intake.correct_venue(clerk)
    intake.adopt_issued(clerk, "Ủy ban nhân dân", "05/KH-UBND", "16/1/2026")
    clerk.press("Mở cuộc đối thoại")
    clerk.press("Chọn ngày")
    clerk.fill("Ngày tổ chức", "11/2/2026")
    clerk.press("Xem các thời hạn")
    assert "Thông báo rộng rãi thời gian, địa điểm, nội dung, cách tham gia 04/02/2026" in clerk.text
    clerk.press("Chọn Thứ Tư 11/02/2026")
    assert "Đã chọn ngày." in clerk.text
    resident = visit(java_script_enabled=False, viewport={"width": 320, "height": 640})
    resident.open(place.portal)
    assert "11/02/2026" in resident.text


def walk_to(clerk: Visitor, name: str, press: str = "", *, stays: bool = False) -> None:
    """Press Tab until the part so named has the focus, then the key; the focus must be seen all the way.

    The key leads to another page, unless one ``stays`` and only a part is exchanged.
    """
    seen = []
    for _stop in range(MOST_STOPS):
        clerk.page.keyboard.press("Tab")
        found = clerk.page.evaluate(FOCUSED)
        seen.append(found["name"])
        assert found["marked"], f"the focus on {found['name']!r} is not to be seen"
        if found["name"].startswith(name):
            break
    else:
        raise AssertionError(f"{name!r} is not reached; passed {seen}")
    if press:
        answer = clerk.page.expect_response(lambda response: response.request.resource_type != "font")
        with answer if stays else clerk.page.expect_navigation():
            clerk.page.keyboard.press(press)
        clerk.page.wait_for_load_state("networkidle")


FOCUSED = """() => {
  const one = document.activeElement
  const words = (node) => node.textContent.replace(/\\s+/g, ' ').trim()
  const label = one.labels && one.labels.length ? words(one.labels[0]) : one.getAttribute('aria-label') || words(one)
  const style = getComputedStyle(one)
  const box = style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
  return {name: label.replace(/ \\(không bắt buộc\\)$/, ''), marked: one === document.body || box}
}"""
