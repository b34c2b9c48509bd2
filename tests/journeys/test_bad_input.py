"""What goes wrong at a desk: files that are none, forms sent twice, old pages, closed doors."""

import re
from pathlib import Path

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.files import BAD_FILES, demonstration_plan
from tests.journeys.site import Place, Site


@pytest.fixture
def place(site: Site) -> Place:
    return site.settle("na-khoang")


def test_a_file_that_is_no_plan_gives_one_sentence_and_leaves_nothing(
    place: Place, visit: Visit, tmp_path: Path
) -> None:
    clerk = visit().sign_in(place, "vanphong")
    told = {}
    for name, (make, _sentence) in BAD_FILES.items():
        clerk.open(f"{place.console}plans/readings/new/")
        (tmp_path / name).write_bytes(make())
        clerk.page.locator("input[type=file]").set_input_files(tmp_path / name)
        clerk.press("Đọc tệp")
        (summary,) = clerk.page.locator(".govuk-error-summary li").all_inner_texts()
        told[name] = summary.removeprefix("Tệp kế hoạch – ")
        clerk.look("upload-refused")
    assert told == {name: sentence for name, (_make, sentence) in BAD_FILES.items()}
    clerk.open(f"{place.console}plans/")
    assert "Chưa có kế hoạch năm 2026" in clerk.text


def test_a_form_sent_twice_counts_once(place: Place, visit: Visit) -> None:
    clerk = visit(java_script_enabled=False).sign_in(place, "vanphong")  # where no script holds the second press back
    clerk.open(f"{place.console}plans/readings/new/")
    clerk.upload("ke-hoach.txt", demonstration_plan("na-khoang.txt"))
    clerk.button("Đọc tệp").dblclick()
    clerk.page.wait_for_url(re.compile(r"/readings/(?!new)\w+/$"))
    clerk.open(f"{place.console}plans/")
    assert clerk.page.get_by_role("link", name="ke-hoach.txt").count() == 1, clerk.text


def test_an_old_page_shows_both_texts(place: Place, visit: Visit) -> None:
    clerk, colleague = visit().sign_in(place, "vanphong"), visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}plans/readings/new/")
    clerk.upload("ke-hoach.txt", demonstration_plan("na-khoang.txt"))
    clerk.press("Đọc tệp")
    colleague.open(clerk.path)
    for who, venue in ((clerk, "Hội trường xã"), (colleague, "Nhà văn hóa xóm Nà Mỏ")):
        who.press("Sửa Cuộc đối thoại 1")
        who.fill("Địa điểm", venue)
    clerk.press("Lưu")
    colleague.press("Lưu")
    assert "Có người vừa sửa trước" in colleague.text
    both = colleague.page.locator(".nd-conflict, .nd-conflicts, main").first.inner_text()
    assert "Hội trường xã" in both
    assert "Nhà văn hóa xóm Nà Mỏ" in colleague.typed
    colleague.look("both-texts")
    colleague.press("Lưu")
    assert "Nhà văn hóa xóm Nà Mỏ" in colleague.text


def test_who_has_no_right_is_told_so(place: Place, visit: Visit) -> None:
    officer = visit().sign_in(place, "kinhte")
    for path in ("plans/readings/new/", "plans/new/", "settings/delegations/begin/"):
        assert officer.open(f"{place.console}{path}").status == 403
        assert officer.heading == "Không có quyền thực hiện"
    officer.look("not-allowed")


def test_another_localitys_pages_do_not_exist(site: Site, place: Place, visit: Visit) -> None:
    elsewhere = site.settle("dak-rang")
    clerk = visit().sign_in(elsewhere, "vanphong")
    answer = clerk.open(f"{place.console}plans/")
    assert answer.status == 404
