"""A day chosen before Tết and moved behind it: limits and tasks move, what was fixed by hand stays."""

import re

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

ANNOUNCE = "Thông báo rộng rãi thời gian, địa điểm, nội dung, cách tham gia"
RESULT = "Công bố, niêm yết và gửi các thôn kết quả đối thoại"
COLLECT = "Bắt đầu tiếp nhận ý kiến"
CONCLUSION = "Trình dự thảo thông báo kết luận"


@pytest.fixture
def place(site: Site) -> Place:
    """A commune whose plan is issued and whose one dialogue has no day yet."""
    return site.settle("khuon-lang", plans=[("people_committee", "khuon-lang.txt")], stage="issued")


def test_a_day_moves_across_tet(place: Place, visit: Visit) -> None:
    clerk = visit().sign_in(place, "vanphong")
    dialogue = f"{place.console}dialogues/{place.dialogues[0]['id']}/"
    clerk.open(dialogue)
    clerk.press("Chọn ngày")
    look_ahead(clerk, "11/2/2026", "Thứ Tư 11/02/2026")
    clerk.page.get_by_text("Vì sao?").first.click()
    clerk.look("choose-day")
    clerk.press("Chọn Thứ Tư 11/02/2026")
    clerk.look("dialogue")
    assert days(clerk, f"{dialogue}limits/") == {
        COLLECT: "22/01/2026",
        "Chốt tiếp nhận, tổng hợp ý kiến": "30/01/2026",
        "Giao các đơn vị chuẩn bị trả lời": "31/01/2026",
        ANNOUNCE: "04/02/2026",
        "Các đơn vị gửi dự thảo trả lời": "04/02/2026",
        "Hoàn thiện nội dung trả lời trình người chủ trì": "04/02/2026",
        RESULT: "23/02/2026",  # the tenth day, 21/02, is still Tết
        "Báo cáo kết quả lên cấp trên": "23/02/2026",
        CONCLUSION: "27/02/2026",
    }
    tasks = days(clerk, f"{dialogue}tasks/")
    clerk.look("tasks")

    fix_by_hand(clerk, f"{dialogue}limits/", COLLECT, "26/1/2026", "Loa truyền thanh hỏng đến hết tuần")
    clerk.open(f"{dialogue}day/")
    look_ahead(clerk, "4/3/2026", "Thứ Tư 04/3/2026")
    assert "Giữ nguyên vì đã ấn định bằng tay" in clerk.text
    assert f"{ANNOUNCE} 04/02/2026 → 25/02/2026" in clerk.text
    clerk.look("move-day")
    clerk.press("Chọn Thứ Tư 04/3/2026")

    moved = days(clerk, f"{dialogue}limits/")
    assert moved == {
        COLLECT: "26/01/2026",
        "Chốt tiếp nhận, tổng hợp ý kiến": "20/02/2026",
        "Giao các đơn vị chuẩn bị trả lời": "21/02/2026",
        ANNOUNCE: "25/02/2026",
        "Các đơn vị gửi dự thảo trả lời": "25/02/2026",
        "Hoàn thiện nội dung trả lời trình người chủ trì": "25/02/2026",
        RESULT: "16/3/2026",  # the tenth day, 14/3, is a Saturday
        "Báo cáo kết quả lên cấp trên": "16/3/2026",
        CONCLUSION: "13/3/2026",
    }
    row = clerk.page.locator(".nd-limit", has_text=COLLECT).inner_text()
    assert "ấn định" in row
    clerk.look("limits")
    assert set(days(clerk, f"{dialogue}tasks/")) == set(tasks)
    assert all(
        one != other for one, other in zip(days(clerk, f"{dialogue}tasks/").values(), tasks.values(), strict=True)
    )


@pytest.mark.parametrize(
    ("day", "called", "reason"),
    [
        ("17/2/2026", "Thứ Ba 17/02/2026", "Ngày 17/02/2026 nghỉ Tết Nguyên đán Bính Ngọ."),
        ("5/1/2026", "Thứ Hai 05/01/2026", "Ngày 05/01/2026 đã qua."),
        ("13/2/2026", "Thứ Sáu 13/02/2026", "Tổ chức vào thứ Sáu thì 7 ngày làm việc"),
    ],
)
def test_a_bad_day_is_told_with_its_reason(place: Place, visit: Visit, day: str, called: str, reason: str) -> None:
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}dialogues/{place.dialogues[0]['id']}/day/")
    look_ahead(clerk, day, called)
    traps = clerk.page.locator(".dialogue-traps").inner_text()
    assert reason in traps


def look_ahead(clerk: Visitor, day: str, called: str) -> None:
    """Ask what a day would mean."""
    clerk.page.wait_for_timeout(1000)  # within a second a button takes a second press for a slip of the finger
    clerk.fill("Ngày tổ chức", day)
    clerk.press("Xem các thời hạn")
    clerk.button(f"Chọn {called}").wait_for()


def days(clerk: Visitor, path: str) -> dict[str, str]:
    """Return the limits or tasks of a page, each with its day."""
    clerk.open(path)
    found = {}
    for row in clerk.page.locator(".nd-limit, .govuk-task-list__item").all():
        text = " ".join(row.inner_text().split())
        day = re.search(r"\d{1,2}/\d{1,2}/20\d\d", text)
        found[row.locator("a").first.inner_text()] = day.group() if day else ""
    return found


def fix_by_hand(clerk: Visitor, limits: str, label: str, day: str, reason: str) -> None:
    clerk.open(limits)
    clerk.page.get_by_role("link", name=label).click()
    clerk.page.get_by_text("Ấn định một ngày khác").click()
    clerk.fill("Hạn ấn định", day)
    clerk.page.get_by_label("Lý do").fill(reason)
    clerk.look("limit")
    clerk.press("Ấn định")
    assert days(clerk, limits)[label] == "26/01/2026"
