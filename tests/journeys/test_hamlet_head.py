"""A head of a hamlet with a cheap phone: in with a printed card, photographs without a network, each stored once."""

import io
import re
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from tests.journeys.conftest import Visit
from tests.journeys.site import Place, Site
from tests.journeys.visitor import NARROWEST, PHONE, Visitor

TEN_MINUTES = 10 * 60 * 1000
PLANS = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
SMALL = {"viewport": {"width": PHONE, "height": 740}, "has_touch": True, "is_mobile": True}


def _vast() -> bytes:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    return out.getvalue()


def photo(number: int, size: tuple[int, int] = (2400, 3200), kind: str = "JPEG") -> bytes:
    """Return a photograph of a sheet, each of another one."""
    picture = Image.new("RGB", size, "#fbfaf4")
    ImageDraw.Draw(picture).text((200, 300), f"Phiếu {number}", fill="#16181d", font_size=240)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def file(name: str, content: bytes, kind: str = "image/jpeg") -> Any:
    return {"name": name, "mimeType": kind, "buffer": content}


def photos(*numbers: int) -> list[Any]:
    return [file(f"IMG_{number}.jpg", photo(number)) for number in numbers]


@pytest.fixture
def place(site: Site) -> Place:
    return site.settle("khuon-lang", plans=PLANS, stage="dated")


@pytest.fixture
def phone(place: Place, visit: Visit) -> Visitor:
    """The phone of who leads a hamlet, signed in."""
    visitor = visit(**SMALL).sign_in(place, "truongthon")
    visitor.open(place.console)
    return visitor


def choose_photos(phone: Visitor, files: list[Any]) -> None:
    phone.page.get_by_label("Chọn ảnh đã chụp").set_input_files(files)


def wait_for(phone: Visitor, sent: int, waiting: int) -> None:
    phone.page.get_by_text(re.compile(rf"Đã gửi {sent} · chờ gửi {waiting}$")).wait_for()


def forgive_the_network(phone: Visitor) -> None:
    """The browser itself writes down every request that found no network; nothing else may have been said."""
    assert [text for text in phone.said if "net::ERR_" not in text] == []
    phone.said.clear()


def kept(phone: Visitor, place: Place) -> str:
    """What the server keeps of what was sent."""
    phone.open(f"{place.console}hamlet/progress/")
    return phone.text


def test_in_with_a_printed_card_on_the_narrowest_phone(place: Place, visit: Visit) -> None:
    administrator = visit().sign_in(place, "quantri")
    administrator.open(f"{place.console}settings/sign-in-cards/new/")
    administrator.press("Cấp và in các thẻ")
    card = administrator.page.locator(".settings-pass").first
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(card.locator("img").screenshot())))
    pin = card.locator(".settings-code").inner_text()

    phone = visit(**{**SMALL, "viewport": {"width": NARROWEST, "height": 568}})
    phone.open(code.text[code.text.index("/account/card/") :])
    phone.look("card-pin")
    phone.page.get_by_role("textbox").fill(pin)
    phone.press("Vào")
    assert phone.path == f"{place.console}hamlet/"
    assert phone.heading == "Thôn Bản Cưởm của tôi"
    phone.look("hamlet")
    phone.page.get_by_text("Báo cho bà con").click()
    phone.look("hamlet-coming")


def test_photographs_wait_for_the_network_and_arrive_once(place: Place, phone: Visitor) -> None:
    phone.page.clock.install()
    phone.open(place.console)
    wait_for(phone, 0, 0)
    phone.context.set_offline(True)
    choose_photos(phone, photos(1, 2, 3))
    wait_for(phone, 0, 3)
    phone.page.clock.run_for(TEN_MINUTES)
    wait_for(phone, 0, 3)
    assert "Chưa có mạng. Ảnh đã cất trong máy, có mạng sẽ tự gửi." in phone.text
    phone.look("hamlet-offline")
    phone.context.set_offline(False)
    wait_for(phone, 3, 0)
    phone.look("hamlet-sent")
    forgive_the_network(phone)
    assert "3 tờ phiếu gửi ngày 20/01/2026: văn phòng chưa ghi vào sổ." in kept(phone, place)
    phone.look("hamlet-progress")


def test_photographs_survive_the_closing_of_the_browser(place: Place, phone: Visitor) -> None:
    phone.context.set_offline(True)
    choose_photos(phone, photos(1, 2))
    wait_for(phone, 0, 2)
    phone.page.close()
    forgive_the_network(phone)
    phone.context.set_offline(False)
    phone.page = phone.context.new_page()
    phone.open(place.console)
    wait_for(phone, 2, 0)


def test_a_lost_answer_does_not_store_a_photograph_twice(place: Place, phone: Visitor) -> None:
    stored = []

    def lose_the_first_answer(route: Any) -> None:
        answer = route.fetch()
        stored.append(answer.status)
        if len(stored) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    phone.page.clock.install()
    phone.open(place.console)
    phone.page.route("**/hamlet/photos/", lose_the_first_answer)
    choose_photos(phone, photos(1))
    phone.page.get_by_text("Chờ gửi", exact=True).wait_for()
    phone.page.clock.run_for(60_000)
    wait_for(phone, 1, 0)
    assert stored == [201, 201]
    forgive_the_network(phone)
    assert "1 tờ phiếu gửi ngày" in kept(phone, place)


def test_what_is_no_photograph_is_told_and_the_others_are_sent(place: Place, phone: Visitor) -> None:
    choose_photos(
        phone,
        [
            file("don.pdf", b"%PDF-1.4\n%%EOF", "application/pdf"),
            file("to.png", _vast(), "image/png"),
            file("IMG_2.heic", b"\0\0\0\x18ftypheic" + b"\0" * 64, "image/heic"),
            *photos(3),
        ],
    )
    wait_for(phone, 1, 0)
    told = phone.page.locator(".hamlet-photo--refused .hamlet-photo__said").all_inner_texts()
    assert sorted(text.split(". ")[0] for text in told) == [
        "Ảnh HEIC của điện thoại chưa dùng được ở đây",
        "Ảnh có quá 40 triệu điểm ảnh",
        "Ở đây không nhận tệp .pdf",
    ]
    phone.look("hamlet-refused")


def test_signed_out_the_photographs_stay_until_the_card_is_shown_again(place: Place, phone: Visitor) -> None:
    phone.context.clear_cookies()
    choose_photos(phone, photos(1))
    phone.page.get_by_role("link", name="Mở lại").wait_for()
    wait_for(phone, 0, 1)
    phone.look("hamlet-signed-out")
    phone.sign_in(place, "truongthon")  # leads to the hamlet's page, which sends at once
    wait_for(phone, 1, 0)


def test_an_opinion_is_typed_and_followed(place: Place, phone: Visitor) -> None:
    phone.press("Gõ ý kiến, không chụp")
    phone.look("hamlet-opinion")
    phone.fill("Bà con nói gì?", "Mương nội đồng cạn nước từ tháng 11, lúa đông xuân chưa cấy được.")
    phone.press("Gửi")
    wait_for(phone, 1, 0)
    phone.press(re.compile("Việc của thôn đã đến đâu"))
    assert "Mương nội đồng cạn nước" in phone.text
    assert "Văn phòng đã nhận" in phone.text
    phone.look("hamlet-progress-opinion")


def test_without_a_script_it_is_a_form(place: Place, visit: Visit) -> None:
    phone = visit(**SMALL, java_script_enabled=False).sign_in(place, "truongthon")
    phone.open(place.console)
    phone.choose("Biên bản họp")
    choose_photos(phone, [*photos(1, 2), file("don.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")])
    phone.press("Gửi")
    assert "Đã gửi 2 tờ." in phone.text
    assert "don.pdf: Ở đây không nhận tệp .pdf." in phone.text
    assert "2 tờ biên bản họp gửi ngày 20/01/2026" in kept(phone, place)
    phone.open(f"{place.console}hamlet/opinion/")
    phone.fill("Bà con nói gì?", "Cầu treo đầu xóm mục ván, trẻ em đi học phải dắt.")
    phone.press("Gửi")
    assert "Đã gửi. Ý kiến mang số 1/2026." in phone.text
    assert "Cầu treo đầu xóm mục ván" in kept(phone, place)
