"""What the head said by telephone: a delegation that begins and ends, a signature, each with its paper to follow."""

import re

from tests.journeys.conftest import Visit
from tests.journeys.site import Site

SEVEN, NEXT_DAY, TWO_DAYS_ON = "2026-01-20T07:05", "2026-01-21T08:00", "2026-01-22T08:00"
LAST_MINUTES, PAST_MIDNIGHT = "2026-01-21T23:55", "2026-01-22T00:05"


def test_the_deputy_decides_only_while_the_delegation_runs(site: Site, visit: Visit) -> None:
    site.set_day(SEVEN)
    place = site.settle("khuon-lang", plans=[("people_committee", "khuon-lang.txt")], stage="issued")
    dialogue = f"{place.console}dialogues/{place.dialogues[0]['id']}/"
    deputy = visit().sign_in(place, "phochutich")
    assert deputy.open(f"{dialogue}agree/").status == 403

    clerk = visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}settings/delegations/")
    clerk.press("Ủy quyền")
    clerk.look("delegation-begin")
    assert clerk.page.get_by_label("Giờ").input_value() == "07:05"
    clerk.fill("Đến hết ngày", "21/1/2026")
    clerk.fill("Lý do", "Chủ tịch đi họp đột xuất ở tỉnh")
    clerk.press("Ghi ủy quyền")
    assert "Nông Văn Thiệp → Vi Thị Hoài đang ủy quyền 20/01/2026 – 21/01/2026" in clerk.text
    assert "Nông Văn Thiệp, Chủ tịch Ủy ban nhân dân, qua điện thoại, 07:05 ngày 20/01/2026" in clerk.text
    clerk.look("delegations")

    site.set_day(NEXT_DAY)
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(place.console)
    assert "Giấy tờ bổ sung sau" in clerk.text
    clerk.look("today-paper-owed")
    clerk.open(f"{place.console}settings/delegations/")
    clerk.press("Bổ sung văn bản")
    clerk.fill("Số văn bản ủy quyền", "07/GUQ-UBND")
    clerk.press("Lưu")
    assert "Văn bản: 07/GUQ-UBND" in clerk.text
    deputy = visit().sign_in(place, "phochutich")
    deputy.open(f"{dialogue}agree/")
    deputy.look("agree")
    deputy.press("Thống nhất")
    assert "Đã ghi nhận thống nhất" in deputy.text
    clerk.open(f"{dialogue}journal/")
    assert "Thống nhất nội dung, đối tượng Vi Thị Hoài" in clerk.text

    site.set_day(LAST_MINUTES)
    deputy = visit().sign_in(place, "phochutich")
    deputy.open(f"{dialogue}postpone/")
    deputy.fill("Lý do", "Đường lên thôn sạt lở")
    site.set_day(PAST_MIDNIGHT)
    deputy.press("Hoãn hội nghị")
    assert "Tài khoản chưa được giao quyền này; nếu cần, xin hỏi người quản trị." in deputy.text
    assert "Nội dung vừa nhập vẫn được giữ dưới đây." in deputy.text
    assert "Đường lên thôn sạt lở" in deputy.typed
    deputy.look("too-late")

    site.set_day(TWO_DAYS_ON)
    deputy = visit().sign_in(place, "phochutich")
    assert deputy.open(f"{dialogue}agree/").status == 403
    deputy.look("not-allowed")
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(f"{place.console}settings/delegations/")
    assert "đã hết hạn" in clerk.text


def test_a_signature_told_by_telephone_stands_in_the_journal(site: Site, visit: Visit) -> None:
    place = site.settle("dak-rang", plans=[("people_committee", "dak-rang.txt")], stage="submitted")
    plan = f"{place.console}plans/{place.plans[0]['id']}/"
    clerk = visit().sign_in(place, "vanphong")
    clerk.open(plan)
    clerk.press("Ghi nhận đã ký")
    clerk.look("record-signature")
    assert clerk.page.get_by_label("Ai cho ý kiến").input_value() == "A Thuyn, Chủ tịch Ủy ban nhân dân"
    clerk.choose("Qua điện thoại")
    clerk.page.get_by_label("Giờ").fill("6h50")
    clerk.choose("Giấy tờ bổ sung sau")
    clerk.press("Ghi nhận đã ký")
    assert "Đã ký. Việc tiếp theo: lấy số, ghi ngày và ban hành." in clerk.text

    clerk.open(f"{plan}history/")
    told = "Theo ý kiến của A Thuyn, Chủ tịch Ủy ban nhân dân (qua điện thoại, 06:50), ngày 20/01/2026"
    assert f"{told}: Đồng ý ký kế hoạch." in clerk.text
    clerk.look("plan-history")
    clerk.open(place.console)
    clerk.press(re.compile("Ghi số văn bản"))
    clerk.look("paper-owed")
    clerk.page.get_by_role("textbox").last.fill("15/UBND-VP")
    clerk.press("Ghi số văn bản")
    clerk.open(place.console)
    assert "Giấy tờ bổ sung sau" not in clerk.text
