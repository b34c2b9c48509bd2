"""A plan that was issued on paper, from its file to the page of the people."""

from dataclasses import dataclass

import pytest

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.files import demonstration_plan
from tests.journeys.site import TODAY, Place, Site
from tests.journeys.visitor import Visitor

POOR_HOUSEHOLDS = (
    "Việc rà soát, bình xét hộ nghèo hằng năm; chính sách vay vốn, học nghề, đi làm việc có thời hạn ở nước ngoài"
)
FARMERS = "Liên kết sản xuất, tiêu thụ cà phê và cây ăn quả; xây dựng nông thôn mới; tiếp cận vốn vay của nông dân"
STATE, PARTY = "Ủy ban nhân dân", "Đảng ủy"


@dataclass(frozen=True)
class Story:
    """One plan: as which file it comes, under which number it was issued, what the people read in the end."""

    like: str
    ending: str
    programme: tuple[tuple[str, str], ...]
    dialogues: int
    body: str = STATE
    number: str = "05/KH-UBND"


STORIES = (
    Story(
        "na-khoang", "txt",
        (("Năm 2026", "Đối thoại trực tiếp giữa Chủ tịch UBND xã với Nhân dân xã Nà Khoang năm 2026"),), 1,
    ),
    Story(
        "dak-rang", "docx",
        (
            ("Quý I/2026", POOR_HOUSEHOLDS),
            ("Quý II/2026", FARMERS),
        ), 2,
    ),
    Story("lung-cham", "pdf", (("Quý II/2026", "Tổ chức tiếp xúc, đối thoại với Nhân dân năm 2026"),), 1),
    Story(
        "sa-hai", "txt",
        (
            ("Tháng 5/2026", "Quản lý đất đai, cát biển và môi trường ven biển"),
            ("Tháng 10/2026", "Phát triển nghề cá, thương mại, dịch vụ trên địa bàn phường"),
        ), 4, body=PARTY, number="31-KH/ĐU",
    ),
    Story(
        "khuon-lang", "txt",
        (("Quý II/2026", "Đối thoại giữa chính quyền địa phương với Nhân dân trên địa bàn xã Khuôn Lạng năm 2026"),),
        1,
    ),
)  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.like)
def test_from_file_to_public_page(site: Site, visit: Visit, story: Story) -> None:
    content = demonstration_plan(f"{story.like}.txt")
    if story.ending != "txt":
        content = _printed_by_us(site, visit, story)
    place = site.settle(story.like)
    clerk = visit().sign_in(place, "vanphong")
    resident = visit()
    assert intake.programme(resident, place) == []

    intake.take_in(clerk, place, f"ke-hoach.{story.ending}", content)
    clerk.look(f"plan-reading-{story.ending}")
    intake.correct_venue(clerk)
    if story.like == "na-khoang":
        _put_the_lines_without_a_place(clerk)
    assert intake.unplaced(clerk) == []
    intake.adopt_issued(clerk, story.body, story.number, "16/1/2026")

    assert "Đã ban hành" in clerk.text
    assert f"Số {story.number}" in clerk.text
    assert clerk.page.get_by_role("link", name="Mở cuộc đối thoại").count() == story.dialogues
    clerk.look(f"plan-{story.ending}")
    assert intake.programme(resident, place) == list(story.programme)
    _read_as_a_resident(resident, place, story)
    if story.body == PARTY:
        _what_is_internal_stays_inside(clerk, resident, place)


def _printed_by_us(site: Site, visit: Visit, story: Story) -> bytes:
    """Return the plan as this product prints it, downloaded from the page of a plan in force."""
    site.set_day("2026-04-07T09:00")  # so that the demonstration speaks of the first and the second quarter
    place = site.settle(story.like, plans=[("people_committee", f"{story.like}.txt")], stage="submitted")
    site.set_day(TODAY)
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}plans/{place.plans[0]['id']}/")
    with clerk.page.expect_download() as waiting:
        clerk.page.get_by_role("link", name={"docx": "Tải Word", "pdf": "Tải PDF"}[story.ending]).click()
    return waiting.value.path().read_bytes()


def _put_the_lines_without_a_place(clerk: Visitor) -> None:
    first, second = intake.unplaced(clerk)
    assert first == "dòng 49 - Hình thức: trao đổi trực tiếp tại hội nghị."
    assert second.startswith("dòng 50 - Thời gian, địa điểm: UBND xã sẽ có thông báo cụ thể")
    intake.place_line(clerk, 49, "Yêu cầu")
    intake.place_line(clerk, 50, "Trình tự: trước đối thoại")


def _read_as_a_resident(resident: Visitor, place: Place, story: Story) -> None:
    """Open the home page of the locality and from there the dialogue, as on a phone."""
    resident.open(place.portal)
    resident.look("portal")
    resident.page.get_by_role("link", name=story.programme[0][1]).first.click()
    assert resident.heading == story.programme[0][1]
    assert "Cách tham gia" in resident.text
    if story.body == STATE:
        assert intake.VENUE in resident.text
        assert f"theo Kế hoạch số {story.number}" in resident.text
    resident.look("portal-dialogue")


def _what_is_internal_stays_inside(clerk: Visitor, resident: Visitor, place: Place) -> None:
    """The clerk sees the cells' dialogue; its address is no page for the people."""
    clerk.open(f"{place.console}dialogues/")
    clerk.page.get_by_role("link", name="Củng cố tổ chức cơ sở đảng").click()
    assert "Hội nghị nội bộ: không có trang công khai" in clerk.text
    dialogue = clerk.path.rstrip("/").rpartition("/")[2]
    assert resident.open(f"{place.portal}doi-thoai/{dialogue}/").status == 404
    assert "Củng cố tổ chức cơ sở đảng" not in resident.text
