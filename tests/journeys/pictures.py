"""The pictures of the README: `python -m tests.journeys.pictures docs/pictures`."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.journeys import intake
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.files import demonstration_plan
from tests.journeys.site import Site, running
from tests.journeys.visitor import Visitor

COLOURS = 128
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
        browser.close()


def of_a_year_that_runs(site: Site, clerk: Visitor, phone: Visitor, folder: Path) -> None:
    plans = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
    place = site.settle("khuon-lang", plans=plans, stage="dated")
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


def take(page: Page, path: Path) -> None:
    """Keep what is seen first, in few colours."""
    page.wait_for_load_state("networkidle")
    seen = Image.open(io.BytesIO(page.screenshot()))
    seen.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
