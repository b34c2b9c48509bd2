"""Five plans that were really issued, each lived in a browser from its file to the archive of its dialogue."""

import hashlib
import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.living import Clerk
from tests.journeys.site import ROOT, Place, Site
from tests.journeys.visitor import Visitor

TEXTS = ROOT.parent / "shared" / "plans" / "text"
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the source plans are not here")

STATE, PARTY = ("Ủy ban nhân dân", "12/KH-UBND", "/TB-UBND"), ("Đảng ủy", "12-KH/ĐU", "-TB/ĐU")
PLANS = {
    "phu-dinh-2023": ("na-khoang", STATE, 0),
    "sa-loong-2023": ("dak-rang", STATE, 0),
    "cai-bo-2025": ("lung-cham", STATE, 0),
    "duc-pho-2023": ("sa-hai", PARTY, 1),
    "thien-tan-2026": ("khuon-lang", STATE, 0),
}
"""Plan -> locality of its kind, issuer with number and symbol, which of its dialogues is lived."""

TAKEN_IN = date(2026, 5, 11)
CALLED = TAKEN_IN + timedelta(days=2)
HELD = TAKEN_IN + timedelta(days=16)
VOICES = (
    ("Đường vào nhà văn hóa hỏng nặng, đề nghị xã sửa trước mùa mưa.", "Giao thông"),
    ("Đề nghị cho biết khi nào có nước sạch về thôn.", "Nước sạch"),
    ("Xin hỏi thủ tục cấp lại sổ hộ nghèo bị mất.", "Giảm nghèo"),
)


@pytest.mark.parametrize("stem", PLANS)
def test_a_plan_is_lived_to_its_archive(site: Site, visit: Visit, stem: str) -> None:
    like, (body, number, symbol), which = PLANS[stem]
    place = site.settle(like)
    _set(site, TAKEN_IN)
    visitor = visit().sign_in(place, "vanphong")
    dialogue = _planned(visitor, place, stem, body, number, which)
    clerk = Clerk(visitor, place, dialogue, symbol)
    _set(site, CALLED, clerk)
    _called(clerk, visit())
    _heard(clerk)
    _set(site, HELD, clerk)
    _held(clerk)
    _written_down(clerk)
    _set(site, HELD + timedelta(days=3), clerk)
    _concluded(clerk)
    _set(site, HELD + timedelta(days=8), clerk)
    _followed_up(clerk)
    _told(clerk, visit())
    _archived(clerk)


def _set(site: Site, day: date, clerk: Clerk | None = None) -> None:
    """Let it be nine in the morning of a day; the session of the days before has ended."""
    site.set_day(f"{day.isoformat()}T09:00")
    if clerk is not None:
        clerk.visitor.sign_in(clerk.place, "vanphong")


def _planned(clerk: Visitor, place: Place, stem: str, body: str, number: str, which: int) -> str:
    """Take the plan in, choose the day, record that the head agrees; return the dialogue's id."""
    intake.take_in(clerk, place, f"{stem}.txt", (TEXTS / f"{stem}.txt").read_bytes())
    intake.correct_venue(clerk)
    intake.adopt_issued(clerk, body, number, "11/5/2026")
    clerk.page.get_by_role("link", name="Mở cuộc đối thoại").nth(which).click()
    clerk.page.wait_for_load_state()
    found = re.search(r"/dialogues/([^/]+)/", clerk.page.url)
    assert found is not None, clerk.page.url
    one = Clerk(clerk, place, found.group(1), "")
    one.open("day/")
    clerk.page.locator("[name=held_on]").fill(f"{HELD:%d/%m/%Y}")
    clerk.page.locator("[name=starts_at]").fill("7:30")
    clerk.page.locator("[name=venue]").fill(intake.VENUE)
    clerk.press("Xem các thời hạn")
    clerk.press(re.compile("^Chọn Thứ"))
    one.open("agree/")
    clerk.page.locator("[name=way][value=phone]").check(force=True)
    clerk.page.locator("main form button").last.click()
    one.says("Đã ghi nhận thống nhất")
    return found.group(1)


def _called(clerk: Clerk, resident: Visitor) -> None:
    """Announce, log the postings, list the guests, print the invitations and the programme."""
    clerk.issue("announcement", "Thông báo tổ chức hội nghị")
    clerk.open("notices/log/new/")
    clerk.page.locator("[name=channel]").select_option("loudspeaker") if clerk.page.locator("select[name=channel]").count() else clerk.page.locator("[name=channel][value=loudspeaker]").check(force=True)  # fmt: skip  # noqa: E501
    for box in clerk.page.locator("[name=hamlets]").all():
        box.check(force=True)
    clerk.press("Ghi vào nhật ký")
    clerk.open("notices/")
    assert "Loa truyền thanh" in clerk.visitor.page.content()
    clerk.open("guests/suggested/")
    for box in clerk.page.locator("[name=guests]").all():
        box.check(force=True)
    clerk.press("Thêm những người đã đánh dấu")
    clerk.issue("invitation", "Giấy mời")
    clerk.open("programme/")
    if clerk.visitor.button(re.compile("Lập chương trình|Dùng chương trình")).count():
        clerk.press(re.compile("Lập chương trình|Dùng chương trình"))
    clerk.issue("programme", "Chương trình hội nghị")
    resident.open(f"{clerk.place.portal}thong-bao/")
    resident.page.locator("main a", has_text=re.compile("tổ chức hội nghị", re.IGNORECASE)).first.click()
    resident.page.wait_for_load_state()
    assert f"{HELD:%d/}{HELD.month}/{HELD.year}" in resident.text.replace("ngày 27 tháng 5 năm 2026", "27/5/2026")


def _heard(clerk: Clerk) -> None:
    """Write three voices down, classify each, give it to a unit."""
    visitor = clerk.visitor
    for words, _field in VOICES:
        visitor.open(f"{clerk.place.console}ledger/")
        form = visitor.page.locator("form", has=visitor.page.locator("button", has_text="Ghi vào sổ"))
        form.locator("[name=words]").fill(words)
        form.locator("button", has_text="Ghi vào sổ").click()
        visitor.page.get_by_text("Đã ghi số").first.wait_for()
    visitor.open(f"{clerk.place.console}classify/")
    visitor.press("Phân loại từng ý kiến, cũ nhất trước")
    for _words, field in VOICES:
        visitor.page.locator("input[name=kind][value=petition]").check(force=True)
        select = visitor.page.get_by_label("Lĩnh vực")
        value = select.locator("option", has_text=field).first.get_attribute("value")
        select.select_option(value)
        visitor.press("Ghi, sang ý kiến tiếp theo")


def _held(clerk: Clerk) -> None:
    """Open the hall; three people speak: one is answered, one gets a letter, one matter is not ours."""
    visitor = clerk.visitor
    visitor.open(f"/stage/{clerk.place.slug}/dialogues/{clerk.dialogue}/desk/")
    visitor.press("Khai mạc")
    expect(visitor.page.locator("main")).to_contain_text("Đang diễn ra", timeout=60_000)
    for place, (words, _field) in enumerate(VOICES):
        queue = visitor.page.locator("#desk-queue")
        queue.locator("[name=name]").fill(f"Hoàng Văn {'ABC'[place]}")
        queue.locator("[name=topic]").fill(words[:40])
        visitor.press("Ghi vào hàng chờ")
        expect(queue.locator(".desk-queue")).to_contain_text(words[:40], timeout=60_000)
    for place, (words, _field) in enumerate(VOICES):
        visitor.press(re.compile("^Mời tiếp theo"))
        expect(visitor.page.locator("#desk-turn")).to_contain_text("Tạm dừng", timeout=60_000)
        visitor.fill("Lời phát biểu", f"{words} (nói thêm)")
        visitor.press("Ghi lời phát biểu")
        expect(visitor.page.locator("main")).to_contain_text("(nói thêm) ý kiến số", timeout=60_000)
        visitor.fill("Nội dung, trong một câu", f"Nội dung nêu tại hội nghị lần {place + 1}")
        visitor.press("Ghi nội dung")
        expect(visitor.page.locator(".desk-matter__title")).to_contain_text(f"lần {place + 1}", timeout=60_000)
        visitor.fill("Nội dung trả lời, kết luận", "Đã trả lời rõ tại hội nghị; đơn vị thực hiện đúng hẹn.")
        _decide(visitor, place)
        expect(visitor.page.locator(".desk-result")).to_be_visible(timeout=60_000)
    visitor.press("Bế mạc")
    expect(visitor.page.locator("main")).to_contain_text("Đã bế mạc", timeout=60_000)


def _decide(visitor: Visitor, place: int) -> None:
    """Press the outcome of a turn: answered, in writing by a unit, outside our competence."""
    if place == 1:
        unit = visitor.page.get_by_label("Đơn vị").first
        unit.select_option(index=1)
        visitor.page.get_by_label("Hạn trả lời").first.fill(f"{HELD + timedelta(days=20):%d/%m/%Y}")
        visitor.press(re.compile("^Trả lời bằng văn bản"))
    elif place == 2:
        visitor.page.get_by_label("Cơ quan có thẩm quyền").first.fill("Sở Xây dựng")
        visitor.press(re.compile("^Kiến nghị cấp trên"))
    else:
        visitor.press(re.compile("^Đã trả lời"))


def _written_down(clerk: Clerk) -> None:
    """Read the minutes out, sign them three times, lock them, print them."""
    clerk.open("minutes/")
    clerk.says("Bế mạc")
    clerk.press("Đọc thông qua")
    clerk.press("Ghi nhận đã đọc thông qua")
    for name in ("Chủ trì", "Thư ký Một", "Thư ký Hai"):
        clerk.open("minutes/sign/")
        clerk.page.locator("[name=part]").first.check(force=True)
        clerk.page.locator("[name=name]").fill(name)
        clerk.press("Ghi chữ ký")
    clerk.open("minutes/lock/")
    clerk.press("Khóa biên bản")
    clerk.open("minutes/")
    clerk.says("Đã ký")
    clerk.issue("minutes", "Biên bản hội nghị")


def _concluded(clerk: Clerk) -> None:
    """Draft the conclusion from the hall, issue it and the result notice, log its posting."""
    clerk.open("conclusion/")
    clerk.press("Lập từ hội nghị")
    _complete(clerk)
    clerk.issue("conclusion", "Thông báo kết luận")
    clerk.issue("result_notice", "Thông báo kết quả")
    clerk.open("")
    clerk.says("Đã kết luận")


def _complete(clerk: Clerk) -> None:
    """Give every item that lacks something its unit and day."""
    for _again in range(9):
        clerk.open("conclusion/")
        lacking = clerk.page.locator("li.conclusion-item", has=clerk.visitor.page.locator(".govuk-tag--red"))
        if not lacking.count():
            return
        lacking.first.locator(".conclusion-item__moves a").first.click()
        clerk.visitor.page.wait_for_load_state()
        assert clerk.page.locator("[name=unit]").count(), clerk.visitor.text[:1500]
        clerk.page.locator("[name=unit]").select_option(index=1)
        clerk.page.locator("[name=due_on]").fill(f"{HELD + timedelta(days=25):%d/%m/%Y}")
        clerk.press("Lưu")


def _followed_up(clerk: Clerk) -> None:
    """Report to the superior; what is left shows why it cannot be closed yet."""
    clerk.issue("result_report", "Báo cáo kết quả")
    clerk.open("commitments/")
    clerk.open("letters/")
    clerk.open("closing/")


def _told(clerk: Clerk, resident: Visitor) -> None:
    """Publish the result on the head's word; the people read it."""
    clerk.open("figures/public/")
    clerk.press("Gửi người đứng đầu xem trước")
    clerk.press(re.compile("^Công khai"))
    clerk.visitor.page.locator("[name=way][value=phone]").check(force=True)
    clerk.page.locator("form button").last.click()
    clerk.visitor.page.wait_for_load_state()
    answer = resident.open(f"{clerk.place.portal}doi-thoai/{clerk.dialogue}/ket-qua/")
    assert answer.status == 200


def _archived(clerk: Clerk) -> None:
    """Load the archive; every checksum holds, every paper issued without names is in it."""
    clerk.open("figures/")
    with clerk.visitor.page.expect_download() as downloading:
        clerk.page.locator("form[action$='/figures/archive/'] button").click()
    path = downloading.value.path()
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        lines = archive.read("SHA256SUMS.txt").decode().splitlines()
        sums = {name: digest for digest, _two, name in (line.partition("  ") for line in lines)}
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in sums} == sums
        papers = " ".join(archive.namelist())
        for code in ("announcement", "programme", "conclusion", "result-notice", "result-report"):
            assert code in papers, (code, papers)
