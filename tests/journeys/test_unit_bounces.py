"""A unit says three times that a matter is not its own; the head decides on the phone; then it is answered."""

from tests.journeys.conftest import Visit
from tests.journeys.site import Site
from tests.journeys.visitor import PHONE, Visitor

MATTER = "Giải quyết hồ sơ cấp giấy chứng nhận còn tồn ở"
REASON = "Hồ sơ nằm ở bộ phận một cửa, không phải ở phòng"
TEXT = "Phòng đã rà soát 38 hồ sơ; 21 hồ sơ đủ điều kiện trả kết quả trước 30/4."


def test_the_third_bounce_is_decided_by_the_head_and_the_answer_goes_its_way(site: Site, visit: Visit) -> None:
    plans = [("party_committee", "khuon-lang-dang-uy.txt"), ("people_committee", "khuon-lang.txt")]
    place = site.settle("khuon-lang", plans=plans, stage="collecting")
    pages = ("work", "matters/readiness", "matters/approve")
    work, readiness, approving = (f"{place.console}{page}/" for page in pages)
    officer = visit().sign_in(place, "kinhte")
    clerk = visit().sign_in(place, "vanphong")
    for time in (1, 2, 3):
        give_back(officer, work)
        clerk.open(readiness)
        assert f"Phòng Kinh tế trả lại lần {time}, đề nghị giao Phòng Văn hóa - Xã hội" in clerk.text
        clerk.look("readiness-bounce")
        follow(clerk, MATTER)
        clerk.look("bounce-decide")
        if time < 3:
            clerk.choose("Phòng Kinh tế (giữ nguyên)")
            clerk.press("Quyết định")
            assert "Đã quyết định: Phòng Kinh tế." in clerk.text
    assert "do người đứng đầu quyết định" in clerk.text
    assert clerk.button("Ghi nhận quyết định").count() == 1

    head = visit(viewport={"width": PHONE, "height": 740}).sign_in(place, "chutich")
    head.open(approving)
    head.look("approving-phone")
    follow(head, MATTER)
    assert REASON in head.text
    head.choose("Phòng Kinh tế (giữ nguyên)")
    head.press("Quyết định")
    assert "Đã quyết định: Phòng Kinh tế." in head.text

    answer(officer, work)
    clerk.open(readiness)
    follow(clerk, MATTER)
    clerk.press("Kiểm tra câu trả lời")
    clerk.look("answer-check")
    clerk.press("Đã kiểm tra, trình lãnh đạo duyệt")
    assert "Đã kiểm tra và trình lãnh đạo duyệt." in clerk.text

    head.open(approving)
    assert "21 hồ sơ trả trước 30/4" in head.text
    head.press("Duyệt tất cả đã kiểm tra")
    head.look("approve-check")
    head.press("Duyệt")
    assert "Không có câu trả lời nào chờ duyệt" in head.text
    clerk.open(f"{place.console}matters/?words=ton+dong+giay+chung+nhan")
    follow(clerk, MATTER)
    assert "Đã chuẩn bị trả lời" in clerk.text
    clerk.look("matter-prepared")


def give_back(officer: Visitor, work: str) -> None:
    officer.open(work)
    officer.look("work")
    follow(officer, MATTER)
    officer.look("answer")
    officer.press("Nội dung này không thuộc đơn vị")
    officer.look("bounce")
    officer.fill("Lý do không thuộc đơn vị", REASON)
    officer.page.get_by_label("Đề nghị giao cho").select_option(label="Phòng Văn hóa - Xã hội")
    officer.press("Gửi văn phòng")
    assert "Nội dung vẫn của đơn vị cho đến khi có quyết định" in officer.text


def answer(officer: Visitor, work: str) -> None:
    """Copy an earlier answer, write one's own, find that the short one is missing, hand it in."""
    officer.open(work)
    follow(officer, MATTER)
    officer.fill("Nội dung trả lời", TEXT)
    officer.page.locator(".matter-aside details").first.click()
    officer.button("Chép vào câu trả lời").or_(officer.page.locator("button[name=copy]")).first.click()
    officer.page.wait_for_load_state()
    copied = officer.page.get_by_label("Nội dung trả lời", exact=True).input_value()
    assert copied.startswith(f"{TEXT}\n\n")
    officer.press("Lưu và gửi văn phòng")
    assert "Chưa có câu trả lời ngắn cho người chủ trì" in officer.text
    assert TEXT in officer.typed[0]
    officer.fill("Trả lời ngắn cho người chủ trì", "21 hồ sơ trả trước 30/4.")
    officer.press("Lưu và gửi văn phòng")
    assert "Đã gửi câu trả lời cho văn phòng." in officer.text


def follow(visitor: Visitor, beginning: str) -> None:
    visitor.page.locator("main a", has_text=beginning).first.click()
    visitor.page.wait_for_load_state()
