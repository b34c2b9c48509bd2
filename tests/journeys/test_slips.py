"""Thirty slips: printed, written on by hand, scanned as one stack, keyed in a row by the keyboard alone."""

import io
import re

import openpyxl
import psutil
import pypdfium2
from PIL import Image, ImageDraw

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor
from tests.support.pace import within

HAMLETS, EACH = 3, 10
SLIPS = HAMLETS * EACH
DOTS_PER_INCH = 150
CODE = re.compile(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{5}")
MOST_SECONDS = 1.0
"""Of the server's processor for each slip; sixty written words take a person ninety."""


def test_thirty_slips_are_keyed_by_the_keyboard_alone(site: Site, visit: Visit) -> None:
    place = site.settle("na-khoang")
    clerk = visit().sign_in(place, "vanphong")
    names, printed = _print(clerk, place)
    stubs, slips = _read_and_cut(printed)
    _hand_in(clerk, place, [*slips, _blank()])

    clerk.page.get_by_role("button", name="Nhập phiếu").focus()
    clerk.page.keyboard.press("Enter")
    before = _worked(site)
    told = [_key(clerk, number) for number in range(1, SLIPS + 1)]
    seconds = (_worked(site) - before) / SLIPS
    clerk.look("key-a-sheet")
    clerk.page.keyboard.press("Alt+2")
    clerk.page.get_by_text("Không còn tờ nào chờ nhập").wait_for()
    clerk.look("keyed-all")
    print(f"seconds of the server's processor a slip: {seconds:.2f}")  # noqa: T201

    assert told == stubs
    rows = _ledger(clerk, place)
    assert [(row[0], row[4], row[5]) for row in rows] == [
        (f"{number}/2026", names[(number - 1) // EACH], _words(number)) for number in range(1, SLIPS + 1)
    ]
    assert seconds < within(MOST_SECONDS)
    _take_the_last_back(clerk)


def _worked(site: Site) -> float:
    """Return how many seconds of the processor the server has had."""
    spent = psutil.Process(site.process.pid).cpu_times()
    return spent.user + spent.system


def _print(clerk: Visitor, place: Place) -> tuple[list[str], bytes]:
    """Print slips for three hamlets; return their names and the file."""
    clerk.open(f"{place.console}slips/print/")
    clerk.fill("Số phiếu mỗi thôn được chọn", str(EACH))
    boxes = clerk.page.locator("input[name=hamlets]:not([value='*'])")
    names = []
    for at in range(HAMLETS):
        boxes.nth(at).check(force=True)
        names.append(clerk.page.locator(f"label[for={boxes.nth(at).get_attribute('id')}]").inner_text())
    clerk.look("print-slips")
    clerk.press("Đánh số và tạo phiếu")
    clerk.look("printed-slips")
    address = clerk.button("Tệp in 1").get_attribute("href")
    answer = clerk.context.request.get(clerk.site.address + str(address))
    return names, answer.body()


def _read_and_cut(printed: bytes) -> tuple[list[str], list[Image.Image]]:
    """Return the codes on the stubs, and the slips cut apart and written on."""
    codes, slips = [], []
    with pypdfium2.PdfDocument(printed) as document:
        for page in document:
            text = page.get_textpage()
            codes += CODE.findall(text.get_text_bounded())
            slips += _cut_and_written(page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB"))
            text.close()
            page.close()
    return codes, slips


def _cut_and_written(paper: Image.Image) -> list[Image.Image]:
    middle = round(paper.height * 0.495)
    slips = [paper.crop((0, 0, paper.width, middle)), paper.crop((0, middle, paper.width, paper.height))]
    for slip in slips:
        ImageDraw.Draw(slip).text((220, 330), "Cau treo hong, xin sua truoc mua mua", fill=(20, 40, 120), font_size=30)
    return slips


def _blank() -> Image.Image:
    return Image.new("RGB", (1240, 870), "white")


def _hand_in(clerk: Visitor, place: Place, pages: list[Image.Image]) -> None:
    """Hand the stack in as the copier gives it, and wait as one would: the page renews itself."""
    scan = io.BytesIO()
    pages[0].save(scan, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS_PER_INCH)
    clerk.open(f"{place.console}slips/stacks/new/")
    clerk.look("hand-in-a-stack")
    clerk.upload("xap-phieu.pdf", scan.getvalue())
    clerk.press("Nộp")
    clerk.page.locator("#tien-do:not([hx-trigger])").wait_for(timeout=180_000)
    assert clerk.page.locator("#tien-do li").count() == len(pages)
    clerk.look("stack-split")


def _words(number: int) -> str:
    return f"Cầu treo số {number} hỏng ván, xin sửa trước mùa mưa."


def _key(clerk: Visitor, number: int) -> str:
    """Type what stands on the sheet and save it; return the code that is told."""
    keyboard = clerk.page.keyboard
    clerk.page.locator("#dem").filter(has_text=f"Đã nhập {number - 1}, còn").wait_for()
    clerk.page.locator("textarea[name=words]:focus").wait_for()
    keyboard.insert_text(_words(number))
    if number % 10 == 0:  # this one left a name and may be called
        for typed in ("Tab", "Tab"):
            keyboard.press(typed)
        keyboard.insert_text("Lò Thị Tư")
        keyboard.press("Tab")
        keyboard.insert_text("0912 345 678")
        for typed in ("Tab", "Tab", "ArrowDown", "Tab", "Space"):
            keyboard.press(typed)
    keyboard.press("Control+Enter")
    said = clerk.page.locator(".slips-done", has_text=f"Đã ghi số {number}/2026")
    said.wait_for()
    (code,) = CODE.findall(said.inner_text())
    return str(code)


def _ledger(clerk: Visitor, place: Place) -> list[list[object]]:
    """Return the ledger as it is handed out, from the first number on."""
    clerk.open(f"{place.console}ledger/")
    clerk.look("ledger")
    content = clerk.context.request.get(f"{clerk.site.address}{place.console}ledger/list.xlsx").body()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)][::-1]


def _take_the_last_back(clerk: Visitor) -> None:
    """Press "Nhập lại" beside what was keyed last; its sheet is open again."""
    clerk.page.go_back()
    clerk.page.get_by_role("button", name=re.compile("^Nhập lại")).first.focus()
    clerk.page.keyboard.press("Enter")
    clerk.page.get_by_text("(ghi nhầm)").wait_for()
    assert "còn 1" in clerk.text
