"""The pictures of the README: `python -m tests.journeys.pictures docs/pictures`."""

import io
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Page, sync_playwright

import nghedan
from tests.journeys import intake
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.files import demonstration_plan
from tests.journeys.site import Site, running
from tests.journeys.visitor import Visitor

COLOURS = 128
HAND = Path(nghedan.__file__).parent / "foundation" / "documents" / "fonts" / "LiberationSerif-Italic.ttf"
SAID = "Cầu treo qua suối đứt dây cáp một bên, người đi bộ còn sợ, xin xã cho sửa trước mùa lũ."
TWO_PLANS = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, running(Path(data) / "data") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        site.set_day("2026-03-10T09:00")
        clerk = Visitor(site, browser.new_context(locale="vi-VN", viewport=DESK))
        phone = Visitor(site, browser.new_context(locale="vi-VN", viewport=PHONE, device_scale_factor=2))
        of_a_year_that_runs(site, clerk, phone, folder)
        of_a_day_to_be_chosen(site, clerk, folder)
        of_a_plan_taken_in(site, clerk, folder)
        of_voices_and_answers(site, clerk, phone, folder)
        of_a_slip_keyed_in(site, clerk, folder)
        of_a_hall(site, clerk, folder)
        of_what_follows(site, clerk, folder)
        browser.close()


def of_a_year_that_runs(site: Site, clerk: Visitor, phone: Visitor, folder: Path) -> None:
    place = site.settle("khuon-lang", plans=TWO_PLANS, stage="dated")
    (dialogue,) = place.dialogues
    clerk.sign_in(place, "vanphong")
    clerk.open(place.console)
    take(clerk.page, folder / "today.png")
    clerk.open(f"{place.console}dialogues/{dialogue['id']}/")
    take(clerk.page, folder / "dialogue.png")
    phone.open(place.portal)
    take(phone.page, folder / "portal.png")


def of_a_day_to_be_chosen(site: Site, clerk: Visitor, folder: Path) -> None:
    place = site.settle("khuon-lang", plans=[("people_committee", "khuon-lang.txt")], stage="issued")
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    clerk.open(f"{place.console}dialogues/{place.dialogues[0]['id']}/day/?held_on=15/4/2026&starts_at=7:30")
    clerk.page.get_by_text("Vì sao?").first.click()
    clerk.page.locator("h1").scroll_into_view_if_needed()
    clerk.page.mouse.wheel(0, 200)
    take(clerk.page, folder / "choose-day.png")


def of_a_plan_taken_in(site: Site, clerk: Visitor, folder: Path) -> None:
    place = site.settle("sa-hai")
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    intake.take_in(clerk, place, "ke-hoach.txt", demonstration_plan("sa-hai.txt"))
    clerk.page.locator("#gt-part-sessions-0, .plans-part").nth(4).scroll_into_view_if_needed()
    clerk.page.mouse.wheel(0, 400)
    take(clerk.page, folder / "plan-reading.png")
    intake.adopt_issued(clerk, "Đảng ủy", "31-KH/ĐU", "16/1/2026")
    clerk.page.reload()
    clerk.page.locator(".plans-beside").scroll_into_view_if_needed()
    take(clerk.page, folder / "plan.png")


def of_voices_and_answers(site: Site, clerk: Visitor, phone: Visitor, folder: Path) -> None:
    place = site.settle("khuon-lang", plans=TWO_PLANS, stage="collecting")
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    clerk.open(f"{place.console}classify/")
    clerk.press("Phân loại từng ý kiến, cũ nhất trước")
    take(clerk.page, folder / "classify.png")
    clerk.open(f"{place.console}ledger/")
    take(clerk.page, folder / "ledger.png")
    clerk.open(f"{place.console}matters/readiness/")
    take(clerk.page, folder / "readiness.png")
    phone.open(f"{place.portal}gui-y-kien/")
    phone.press("Bắt đầu")
    phone.page.get_by_label("Ông/bà ở đâu?", exact=True).select_option(index=1)
    phone.press("Tiếp tục")
    phone.fill("Ông/bà muốn nói điều gì?", SAID)
    take(phone.page, folder / "giving.png")


def of_a_slip_keyed_in(site: Site, clerk: Visitor, folder: Path) -> None:
    place = site.settle("na-khoang")
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    clerk.open(f"{place.console}slips/print/")
    clerk.fill("Số phiếu mỗi thôn được chọn", "2")
    clerk.page.locator("input[name=hamlets]").first.check(force=True)
    clerk.press("Đánh số và tạo phiếu")
    address = f"{site.address}{clerk.button('Tệp in 1').get_attribute('href')}"
    clerk.open(f"{place.console}slips/stacks/new/")
    clerk.upload("phieu.png", written_on(clerk.context.request.get(address).body()))
    clerk.press("Nộp")
    clerk.page.locator("#tien-do:not([hx-trigger])").wait_for(timeout=180_000)
    clerk.press("Nhập phiếu")
    clerk.page.locator("textarea[name=words]").fill(SAID)
    take(clerk.page, folder / "keying.png")


def of_a_hall(site: Site, clerk: Visitor, folder: Path) -> None:
    site.set_day("2026-04-14T09:10")
    place = site.settle("khuon-lang", plans=TWO_PLANS, stage="live")
    hall = f"/stage/{place.slug}/dialogues/{place.dialogues[0]['id']}/"
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    clerk.open(f"{hall}desk/")
    take_live(clerk.page, folder / "hall.png")
    clerk.open(f"{hall}projector/control/")
    clerk.press("Đưa nội dung này lên màn hình")
    clerk.open(f"{hall}projector/")
    take_live(clerk.page, folder / "projector.png")


def of_what_follows(site: Site, clerk: Visitor, folder: Path) -> None:
    site.set_day("2026-05-08T09:00")
    place = site.settle("khuon-lang", plans=TWO_PLANS, stage="following")
    dialogue = place.dialogues[0]["id"]
    clerk.context.clear_cookies()
    clerk.sign_in(place, "vanphong")
    clerk.open(f"{place.console}dialogues/{dialogue}/conclusion/")
    clerk.page.get_by_role("heading", name="Văn bản", exact=True).scroll_into_view_if_needed()
    clerk.page.mouse.wheel(0, 450)
    take(clerk.page, folder / "conclusion.png")
    clerk.open(f"{place.console}commitments/")
    take(clerk.page, folder / "board.png")
    clerk.open(f"{place.portal}doi-thoai/{dialogue}/ket-qua/")
    clerk.page.mouse.wheel(0, 330)
    take(clerk.page, folder / "result.png")


def written_on(printed: bytes) -> bytes:
    """Return the first slip of a printed file, cut off and written on, as the scanner gives it."""
    with pypdfium2.PdfDocument(printed) as document:
        paper = document[0].render(scale=150 / 72).to_pil().convert("RGB")
    slip = paper.crop((0, 0, paper.width, round(paper.height * 0.495)))
    ink = ImageFont.truetype(HAND, 34)
    ImageDraw.Draw(slip).multiline_text((150, 330), SAID.replace(", ", ",\n"), (25, 45, 130), ink, spacing=22)
    out = io.BytesIO()
    slip.save(out, "PNG")
    return out.getvalue()


def take(page: Page, path: Path) -> None:
    """Keep what is seen first, in few colours."""
    page.wait_for_load_state("networkidle")
    keep(page, path)


def take_live(page: Page, path: Path) -> None:
    """Keep a screen that listens to a stream and so is never idle."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(1_500)
    keep(page, path)


def keep(page: Page, path: Path) -> None:
    seen = Image.open(io.BytesIO(page.screenshot()))
    seen.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
