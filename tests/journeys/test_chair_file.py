"""The evening before: the head opens the chair's file on the phone, reads what is hot, promised, missing; prints it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pypdfium2

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import PHONE, Visitor

PLANS = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
A5 = (420, 595)
"""Width and height in points."""

HOTTEST = "Số 4 (4 lượt): Xử lý dứt điểm trại lợn xả thải ra …"
PROMISED = "Đã hứa chưa làm: số 1, 2 "
NOT_READY = "Chưa có câu trả lời: số 1, 6, 7, 8, 9, 10"
UNAPPROVED = "Có câu trả lời, chưa duyệt: số 3, 4"


def test_the_head_opens_and_prints_the_file_on_the_phone(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="collecting")
    site.set_day(f"{evening_before(visit().sign_in(place, 'vanphong'), place):%Y-%m-%d}T20:00")
    head = visit(viewport={"width": PHONE, "height": 740}).sign_in(place, "chutich")
    to_papers(head, place.console)
    assert "Tài liệu phục vụ chủ trì Còn thiếu" in head.text
    head.look("papers-phone")
    printed = pages_of(head)
    head.press("Xem bản in Tài liệu phục vụ chủ trì")
    head.look("chair-file-phone")
    for said in (HOTTEST, PROMISED, NOT_READY, UNAPPROVED):
        assert (said in read(head), said in printed[0]) == (True, True), said
    assert "Đã hứa, chưa làm: Năm 2023" in printed[1]
    file = head.path
    for other in ("kinhte", "truongthon"):
        assert visit().sign_in(place, other).open(file).status in (403, 404)


def evening_before(clerk: Visitor, place: Place) -> date:
    """Return the day before the conference, as its page says it."""
    clerk.open(f"{place.console}dialogues/{place.dialogues[0]['id']}/")
    told = re.search(r"(\d+)/(\d+)/(\d{4}), 7 giờ 30", clerk.text)
    assert told is not None, clerk.text
    day, month, year = map(int, told.groups())
    return date(year, month, day) - timedelta(days=1)


def to_papers(head: Visitor, console: str) -> None:
    """Go where a finger goes: the first page, the next dialogue, its papers."""
    head.open(console)
    head.page.locator("main a", has_text="Đối thoại giữa chính quyền").first.click()
    head.page.wait_for_load_state()
    head.press("Văn bản")


def pages_of(head: Visitor) -> list[str]:
    """Fetch the file to be printed; return the words of each page, all of them A5."""
    with head.page.expect_download() as awaited:
        head.button("Tải PDF Tài liệu phục vụ chủ trì").click()
    with pypdfium2.PdfDocument(Path(awaited.value.path())) as document:
        pages = [(_size(page), page.get_textpage().get_text_range()) for page in document]
    assert {size for size, _words in pages} == {A5}
    return [re.sub(r"\s+", " ", words) for _size, words in pages]


def read(head: Visitor) -> str:
    """Return what the paper on the screen says, in one line."""
    return " ".join(head.page.locator("body").inner_text().split())


def _size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    width, height = page.get_size()
    return round(width), round(height)
