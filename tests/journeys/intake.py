"""What a clerk does with a plan her authority has issued."""

from tests.journeys.site import Place
from tests.journeys.visitor import Visitor

VENUE = "Nhà văn hóa trung tâm"


def take_in(clerk: Visitor, place: Place, name: str, content: bytes) -> None:
    """Give the file; the page with source and values opens."""
    clerk.open(f"{place.console}plans/readings/new/")
    clerk.upload(name, content)
    clerk.press("Đọc tệp")
    assert clerk.heading == "Đối chiếu kế hoạch vừa đọc", clerk.text


def correct_venue(clerk: Visitor, venue: str = VENUE) -> None:
    """Correct where the first dialogue is held, in its place."""
    clerk.press("Sửa Cuộc đối thoại 1")
    clerk.fill("Địa điểm", venue)
    clerk.press("Lưu")
    clerk.page.locator("section.plans-part dd", has_text=venue).first.wait_for()


def unplaced(clerk: Visitor) -> list[str]:
    """Return the lines that found no place."""
    return [" ".join(line.split()) for line in clerk.page.locator(".plans-unplaced li p:first-child").all_inner_texts()]


def place_line(clerk: Visitor, number: int, where: str) -> None:
    """Put a line where it belongs."""
    clerk.page.get_by_label(f"Xếp dòng {number} vào", exact=True).select_option(label=where)
    clerk.press("Xếp các dòng đã chọn")
    assert not any(line.startswith(f"dòng {number} ") for line in unplaced(clerk))


def adopt_issued(clerk: Visitor, body: str, number: str, day: str) -> None:
    """Press the one button that makes plan, dialogues and duties of an issued plan."""
    clerk.press("Nội dung đã đúng, tiếp tục")
    clerk.choose(body)
    clerk.choose("Đã ban hành")
    clerk.fill("Số, ký hiệu", number)
    clerk.fill("Ngày ban hành", day)
    clerk.press("Lập kế hoạch và các cuộc đối thoại")


def programme(visitor: Visitor, place: Place, year: int = 2026) -> list[tuple[str, str]]:
    """Return what the people read of a year: when, and about what."""
    visitor.open(f"{place.portal}chuong-trinh/{year}/")
    rows = visitor.page.locator("dl.govuk-summary-list > div")
    return [(row.locator("dt").inner_text(), row.locator("dd a").inner_text()) for row in rows.all()]
