"""A plan that does not exist yet: eight questions, a draft, the head's own signature, number and date, the people."""

import re

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

THEMES = ("Đường vào khu sản xuất", "Nước sinh hoạt mùa khô")


def test_eight_questions_become_a_plan_the_people_read(site: Site, visit: Visit) -> None:
    place = site.settle("na-khoang")
    clerk = visit().sign_in(place, "vanphong")
    _answer_the_eight_questions(clerk, place)
    plan = clerk.path
    assert "Dự thảo" in clerk.text
    clerk.look("plan-draft")

    clerk.press("Trình ký")
    assert "Đã trình ký" in clerk.text
    head = visit().sign_in(place, "chutich")
    head.look("today-of-the-head")
    head.press(re.compile("Xem và ký"))
    assert head.path == plan
    head.press("Ký")
    assert "Việc tiếp theo: lấy số, ghi ngày và ban hành." in head.text

    clerk.open(plan)
    _issue(clerk, "07/KH-UBND", "20/1/2026")
    clerk.press("Lập các cuộc đối thoại")
    resident = visit()
    assert intake.programme(resident, place) == [("Tháng 4/2026", THEMES[0]), ("Tháng 9/2026", THEMES[1])]
    resident.page.get_by_role("link", name=THEMES[0]).click()
    assert "Chủ tịch Ủy ban nhân dân; Đại diện Thường trực Hội đồng nhân dân" in resident.text
    assert "theo Kế hoạch số 07/KH-UBND" in resident.text


def _issue(clerk: Visitor, number: str, day: str) -> None:
    clerk.press("Ban hành")
    clerk.look("issue")
    clerk.fill("Số, ký hiệu", number)
    clerk.fill("Ngày ban hành", day)
    clerk.press("Xem lại trước khi ghi")
    clerk.look("issue-check")
    assert number in clerk.text
    clerk.press("Ban hành")
    assert f"Số {number}" in clerk.text


def _answer_the_eight_questions(clerk: Visitor, place: Place) -> None:
    clerk.open(f"{place.console}plans/new/")
    clerk.look("compose-frame")
    clerk.choose("Ủy ban nhân dân")
    clerk.fill("Kế hoạch của năm nào?", "2026")
    clerk.fill("Bao nhiêu cuộc đối thoại?", "2")
    clerk.page.get_by_label("Ai đồng chủ trì?").fill("Đại diện Thường trực Hội đồng nhân dân")
    clerk.page.get_by_label("Đơn vị nào có nhiệm vụ riêng?").fill("Trạm Y tế: bố trí trực y tế tại hội trường")
    clerk.press("Tiếp tục")
    clerk.look("compose-dialogues")
    for index, (theme, month) in enumerate(zip(THEMES, ("Tháng 4", "Tháng 9"), strict=True)):
        clerk.page.get_by_label("Về nội dung gì?").nth(index).fill(theme)
        clerk.page.get_by_label("Với ai, hay với cụm thôn nào?").nth(index).fill("Nhân dân toàn xã")
        clerk.page.get_by_label("Tháng", exact=True).nth(index).select_option(label=month)
        clerk.page.get_by_label("Ở đâu?").nth(index).fill("Hội trường UBND xã")
    clerk.press("Tiếp tục")
    clerk.look("compose-check")
    clerk.press("Tạo bản dự thảo")
