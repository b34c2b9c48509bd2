"""An empty installation: three steps with the set-up code, an account of one's own, and the year is running."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys import intake
from tests.journeys.conftest import Visit
from tests.journeys.files import demonstration_plan
from tests.journeys.site import Place, Site, running
from tests.journeys.visitor import Visitor
from tests.support.pace import let_a_code_live

PASSWORD = "cau-treo-mua-lu"
HAMLETS = """Thôn Bản Cưởm; 212 cử tri; Hoàng Văn Bình
Thôn Bản Mạ; 340 cử tri; Nông Thị Liên
Thôn Nà Đon; 180 cử tri; Vi Văn Khải"""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Site]:
    """An installation nobody has used yet."""
    with running(tmp_path / "empty") as site:
        yield site


def test_from_nothing_to_a_running_year(empty: Site, visit: Visit) -> None:
    first = visit(at=empty)
    first.open("/")
    first.look("first-run-code")
    first.page.get_by_role("textbox").fill(set_up_code(empty))
    first.press("Tiếp tục")
    first.look("first-run-locality")
    first.page.get_by_label("Cấp", exact=True).select_option(label="Xã")
    first.fill("Tên địa phương", "Khuôn Lạng")
    first.fill("Tỉnh, thành phố", "Đông Lĩnh")
    first.press("Tiếp tục")
    first.page.locator("textarea").fill(HAMLETS)
    first.press("Xem thử")
    first.look("first-run-hamlets")
    first.press("Tiếp tục")
    assert "3 thôn, tổ dân phố" in first.text
    first.look("first-run-account")
    first.fill("Họ và tên", "Lê Thị Dung")
    first.fill("Tên đăng nhập", "dung.le")
    for field in first.page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    first.press("Hoàn tất cài đặt")
    first.look("first-run-done")
    first.press(re.compile("Nhập kế hoạch đã ban hành"))
    sign_in_with_second_factor(first)

    place = Place("khuon-lang", "xã Khuôn Lạng", {}, [], [])
    intake.take_in(first, place, "ke-hoach.txt", demonstration_plan("khuon-lang.txt"))
    intake.adopt_issued(first, "Ủy ban nhân dân", "05/KH-UBND", "16/1/2026")
    first.open(f"{place.console}year/")
    assert "05/KH-UBND" in first.text
    assert [theme for _when, theme in intake.programme(visit(at=empty), place)] == [
        "Đối thoại giữa chính quyền địa phương với Nhân dân trên địa bàn xã Khuôn Lạng năm 2026"
    ]
    assert visit(at=empty).open("/first-run/").status == 410


def sign_in_with_second_factor(first: Visitor) -> None:
    """Sign in, set the second factor up with the key shown, put the spare codes away."""
    first.fill("Tên đăng nhập", "dung.le")
    first.page.locator("input[type=password]").fill(PASSWORD)
    first.press("Đăng nhập")
    first.look("second-factor")
    key = first.page.locator("ol strong").inner_text()
    let_a_code_live(15)
    first.page.get_by_label("Mã xác thực").fill(one_time_code(key, time.time()))
    first.press("Bật")
    first.look("spare-codes")
    assert urlsplit(first.path).path == "/account/second-factor/spare/"
    assert "next=%2Fconsole%2Fkhuon-lang%2Fplans%2Freadings%2Fnew%2F" in first.path  # where one was going is kept


def one_time_code(key: str, now: float) -> str:
    """Return what an app on a phone shows (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(key), struct.pack(">Q", int(now) // 30), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def set_up_code(site: Site) -> str:
    """Return the code printed below the address; the phrase before it is the longer one."""
    return next(line.strip() for line in site.greeting if re.fullmatch(r" {4}[0-9a-z-]{19}", line))
