"""A list from a village meeting: handed in as Excel, corrected in place, written into the ledger, handed in again."""

import io
import re

import openpyxl

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

READY = 40
WRITE = re.compile(r"^Ghi \d+ dòng vào sổ")


def test_a_list_from_excel_is_corrected_and_written_once(site: Site, visit: Visit) -> None:
    place = site.settle("na-khoang")
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}intake/")
    clerk.look("intake")
    hamlet = _hamlet(clerk, place)
    content = _meeting(hamlet)

    _hand_in(clerk, place, content)
    assert "Cần xem 3" in clerk.text
    clerk.page.get_by_role("link", name=re.compile("^Cần xem")).click()
    clerk.look("list-to-check")
    clerk.press(f"Là {hamlet}")
    clerk.page.locator("main").get_by_role("link", name=re.compile("Sửa dòng 44")).click()
    clerk.fill("Nội dung ý kiến", "Đề nghị lắp đèn đường")
    clerk.look("list-row")
    clerk.press("Lưu dòng này")
    clerk.press(WRITE)
    clerk.look("list-last-look")
    clerk.press(f"Ghi {READY + 2} dòng vào sổ; 1 dòng bỏ qua")
    clerk.page.get_by_text(f"Đã ghi {READY + 2} dòng vào sổ").wait_for()
    clerk.look("list-written")
    assert "1 trùng trong danh sách" in clerk.text

    clerk.open(f"{place.console}ledger/")
    assert (f"{READY + 2} ý kiến tính vào số liệu" in clerk.text, "Đề nghị lắp đèn đường" in clerk.text) == (True, True)

    _hand_in(clerk, place, content)
    assert f"Đã có trong sổ {READY + 1}" in clerk.text


def _hamlet(clerk: Visitor, place: Place) -> str:
    """Return the first hamlet, as the page offers it."""
    clerk.open(f"{place.console}intake/lists/new/")
    clerk.look("list-new")
    return clerk.page.get_by_label("Thôn, tổ dân phố", exact=True).locator("option").nth(1).inner_text()


def _meeting(hamlet: str) -> bytes:
    """Return a sheet with a title, headings, forty good rows, one hamlet misspelt, one row empty, one twice."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    said = [(hamlet, f"Ý kiến thứ {n}: đề nghị sửa mương nội đồng", f"Người {n}") for n in range(1, READY + 1)]
    odd = [(f"{hamlet}x", "Cầu treo hỏng", ""), (hamlet, "", "Lò Văn Tư"), said[0]]
    for row in (("TỔNG HỢP Ý KIẾN",), ("Thôn", "Nội dung kiến nghị", "Họ và tên"), *said, *odd):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _hand_in(clerk: Visitor, place: Place, content: bytes) -> None:
    clerk.open(f"{place.console}intake/lists/new/")
    clerk.upload("hop-thon.xlsx", content)
    clerk.press("Kiểm tra danh sách")
