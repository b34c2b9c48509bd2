"""A denunciation on a slip: keyed like any other, found out, passed on, and gone from everywhere but its readers."""

import io
import re
import zipfile

import pypdfium2
from PIL import Image, ImageDraw

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import Visitor

PLANS = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
WORDS = "Đường thôn làm dối, cán bộ nhận tiền của thợ xây ngoằn ngoèo."
TITLE = re.compile("Đường thôn làm dối")
SOUGHT = "ngoan ngoeo"
SENDER, PHONE_NUMBER = "Lò Thị Tư", "0912 345 678"
DOTS_PER_INCH = 150


def test_against_a_units_officer_head_and_receiver_read_it_and_nobody_else(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="dated")
    clerk = visit().sign_in(place, "vanphong")
    bookmarks = _keyed_and_worked_on(clerk, place)
    officer = visit().sign_in(place, "kinhte")
    officer.open(f"{place.console}work/")
    assert "làm dối" in officer.text
    officer.press(TITLE)
    bookmarks.append(officer.page.url)

    _pass_on(clerk, bookmarks[0], "Hứa Văn Quyền")
    assert "Nông Văn Thiệp" in clerk.text
    assert "Dương Văn Trực" in clerk.text
    clerk.look("denunciation-check")
    clerk.press("Chuyển theo quy định")
    assert "đã chuyển theo quy định và không còn hiện ở đây" in clerk.text

    for who in (clerk, officer, visit().sign_in(place, "vanxa"), visit().sign_in(place, "truongthon")):
        _finds_nothing(who, place, bookmarks)
    for reader in ("chutich", "tiepnhan"):
        _reads(visit().sign_in(place, reader), place)


def test_against_the_head_the_receiver_alone_reads_it(site: Site, visit: Visit) -> None:
    place = site.settle("khuon-lang", plans=PLANS, stage="dated")
    clerk = visit().sign_in(place, "vanphong")
    bookmarks = _keyed_and_worked_on(clerk, place)
    _pass_on(clerk, bookmarks[0], "Nông Văn Thiệp")
    clerk.press("Chuyển theo quy định")

    head = visit().sign_in(place, "chutich")
    for who in (clerk, head, visit().sign_in(place, "phochutich")):
        _finds_nothing(who, place, bookmarks)
    head.open(f"{place.console}restricted/")
    assert "Số 1/2026" not in head.text
    _reads(visit().sign_in(place, "tiepnhan"), place)


def test_where_nobody_is_left_the_page_says_that_it_is_sealed(site: Site, visit: Visit) -> None:
    place = site.settle("na-khoang")
    clerk = visit().sign_in(place, "vanphong")
    bookmarks = _keyed_and_worked_on(clerk, place)
    _pass_on(clerk, bookmarks[0], "Lường Văn Khuyên")
    assert "ở địa phương không còn ai được đọc: nội dung được niêm phong" in clerk.text
    clerk.press("Chuyển theo quy định")
    for who in (clerk, visit().sign_in(place, "chutich")):
        _finds_nothing(who, place, bookmarks)


def _keyed_and_worked_on(clerk: Visitor, place: Place) -> list[str]:
    """Key the slip, make a matter of it whatever the page advises, give it to the unit; return what was looked at."""
    _hand_in(clerk, place, _slip(clerk, place))
    clerk.press("Nhập phiếu")
    sheet = clerk.page.url
    clerk.page.locator("textarea[name=words]").fill(WORDS)
    clerk.page.locator("input[name=name]").fill(SENDER)
    clerk.page.locator("input[name=phone]").fill(PHONE_NUMBER)
    clerk.page.keyboard.press("Control+Enter")
    clerk.page.get_by_text("Đã ghi số 1/2026").first.wait_for()
    clerk.open(f"{place.console}classify/")
    clerk.press("Phân loại từng ý kiến, cũ nhất trước")
    clerk.page.locator("input[name=kind][value=petition]").check(force=True)
    clerk.page.get_by_label("Lĩnh vực").select_option(label="Giao thông")
    clerk.press("Ghi, sang ý kiến tiếp theo")
    clerk.open(f"{place.console}matters/")
    clerk.press(TITLE)
    matter = clerk.page.url
    clerk.press("Giao đơn vị")
    clerk.page.get_by_label("Đơn vị chủ trì").select_option(label="Phòng Kinh tế")
    clerk.press("Giao đơn vị")
    clerk.open(f"{place.console}ledger/")
    clerk.page.locator("main a[href*='/ledger/']", has_text="1/2026").first.click()
    clerk.page.wait_for_load_state()
    assert WORDS in clerk.text
    return [clerk.page.url, matter, sheet, f"{sheet}picture/"]


def _pass_on(clerk: Visitor, opinion: str, named: str) -> None:
    """Go as far as the page that says what will happen."""
    clerk.page.goto(opinion)
    clerk.press("Chuyển theo quy định về tố cáo")
    clerk.choose(named)
    clerk.press("Tiếp tục")


def _finds_nothing(who: Visitor, place: Place, bookmarks: list[str]) -> None:
    """Look for it as one would: in lists, by its words, by old bookmarks, in the table handed out."""
    pages = ("", "ledger/", "matters/", "classify/", "slips/", "work/", f"search/?q={SOUGHT}", "matters/?words=lam+doi")
    for page in pages:
        who.open(f"{place.console}{page}")
        assert "ngoèo" not in who.page.content(), page
        assert SENDER not in who.page.content(), page
    for bookmark in bookmarks:
        answer = who.page.goto(bookmark)
        assert answer is not None
        assert answer.status in (403, 404), bookmark
    table = who.context.request.get(f"{who.site.address}{place.console}ledger/list.xlsx")
    if table.ok:
        with zipfile.ZipFile(io.BytesIO(table.body())) as book:
            assert not any("ngoèo".encode() in book.read(name) for name in book.namelist())


def _reads(who: Visitor, place: Place) -> None:
    """Open it: the number first, and the words only after the button that says that it is written down."""
    who.open(f"{place.console}restricted/")
    who.press("Số 1/2026")
    assert "ngoèo" not in who.text
    who.press("Mở, đọc nội dung")
    assert WORDS in who.text
    who.look("denunciation-open")


def _slip(clerk: Visitor, place: Place) -> Image.Image:
    """Print one slip, as the office does, and write on it."""
    clerk.open(f"{place.console}slips/print/")
    clerk.fill("Số phiếu mỗi thôn được chọn", "1")
    clerk.page.locator("input[name=hamlets]").first.check(force=True)
    clerk.press("Đánh số và tạo phiếu")
    address = clerk.button("Tệp in 1").get_attribute("href")
    printed = clerk.context.request.get(clerk.site.address + str(address)).body()
    with pypdfium2.PdfDocument(printed) as document:
        page = document[0]
        paper = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
        page.close()
    slip = paper.crop((0, 0, paper.width, round(paper.height * 0.495)))
    ImageDraw.Draw(slip).text((220, 330), "Can bo nhan tien", fill=(20, 40, 120), font_size=30)
    return slip


def _hand_in(clerk: Visitor, place: Place, slip: Image.Image) -> None:
    scan = io.BytesIO()
    slip.save(scan, "PDF", resolution=DOTS_PER_INCH)
    clerk.open(f"{place.console}slips/stacks/new/")
    clerk.upload("phieu.pdf", scan.getvalue())
    clerk.press("Nộp")
    clerk.page.locator("#tien-do:not([hx-trigger])").wait_for(timeout=180_000)
