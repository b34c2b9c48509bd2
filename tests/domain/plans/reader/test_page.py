"""Plans as web pages and libraries of documents hold them: framed, led in, broken off."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader import ReadPlan, read_text

OWN = """ỦY BAN NHÂN DÂN
XÃ BÃI MUỐI

Số: 18 /KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bãi Muối, ngày 04 tháng 3 năm 2026
KẾ HOẠCH
Đối thoại giữa Chủ tịch UBND xã với diêm dân năm 2026

Căn cứ Kế hoạch số 07/KH-UBND ngày 12/01/2026 của UBND tỉnh về nghề muối. UBND xã Bãi Muối lập kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Biết diêm dân cần gì trước vụ muối.
2. Yêu cầu
- Trả lời ngay tại buổi đối thoại.
"""
TITLE = "KẾ HOẠCH Đối thoại giữa Chủ tịch UBND xã với diêm dân\n"
LEAD = (
    "Căn cứ Kế hoạch số 07/KH-UBND ngày 12/01/2026 của UBND tỉnh về nghề muối; Công văn số 31/UBND-NN ngày 20/02/2026"
    " của UBND tỉnh, xã mở đối thoại như sau:\n"
)
STAMPS = ["Thứ tư - 04/03/2026 08:15 210 0", "Ngày 05/03/2026", "05/03/2026", "Đăng lúc: 09:10:00 05/03/2026 (GMT+7)"]
FRAMES = {
    "title above": TITLE + "\n" + OWN,
    "title and menu": "Trang chủ > Tin tức > Thông báo\nSkip to main content\n" + TITLE + "Ngày 05/03/2026\n\n" + OWN,
    "notes below": OWN + "\nTác giả bài viết: Văn phòng\nNhững tin mới hơn\nKế hoạch tiếp xúc cử tri tháng 5/2026\n",
    "library": "Số hiệu: 18/KH-UBND Loại văn bản: Kế hoạch\nNgày ban hành: 04/03/2026\nTình trạng: Đã biết\n" + OWN,
} | {stamp: TITLE + stamp + "\n" + OWN for stamp in STAMPS}


def places_are_total(read: ReadPlan) -> bool:
    lines = {line.number for line in read.lines if line.text.strip()}
    return set(read.places) | {line.number for line in read.not_placed} == lines


@pytest.mark.parametrize("frame", FRAMES)
def test_the_page_around_a_plan_changes_nothing(frame: str) -> None:
    read = read_text(FRAMES[frame])
    assert read.data == read_text(OWN).data
    assert places_are_total(read)


def test_the_plan_of_the_page_is_read_right() -> None:
    data = read_text(OWN).data
    assert data["number"] == "18 /KH-UBND"
    assert data["issuer"] == {"name": "UBND xã Bãi Muối", "kind": "people_committee", "level": "commune"}
    assert data["sessions"][0]["audience"] == ["diêm dân"]


def test_a_lead_lends_its_bases_to_a_text_that_breaks_off() -> None:
    cut = OWN.index("ngày 12/01/2026")
    data = read_text(TITLE + LEAD + OWN[:cut]).data
    assert [(base["number"], base["date"]) for base in data["legal_bases"]] == [
        ("07/KH-UBND", "2026-01-12"),
        ("31/UBND-NN", "2026-02-20"),
    ]
    assert data["place"] == "Bãi Muối"


def test_a_page_title_stands_in_for_a_missing_one() -> None:
    data = read_text(
        "Thông báo Kế hoạch số 9/KH-UBND đối thoại với các hộ nuôi tôm trên địa bàn tỉnh Bạc Sơn\n\n"
        "1. Nội dung: Vay vốn, con giống.\n2. Thời gian: Quý II/2026.\n3. Thành phần: Đại diện các hộ nuôi tôm.\n"
    ).data
    assert data["title"] == "đối thoại với các hộ nuôi tôm trên địa bàn tỉnh Bạc Sơn"


@pytest.mark.parametrize("torn", ["- Thời gia", "- Địa đi", "2. Thành p"])
def test_a_label_torn_at_the_end_says_nothing(torn: str) -> None:
    plan = OWN + "II. NỘI DUNG\n1. Nội dung đối thoại\n- Giá muối.\n"
    assert read_text(plan + torn).data == read_text(plan).data


HEAD_TABLE = """UBND XÃ BÃI MUỐI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 18/KH-UBND | Bãi Muối, ngày 04 tháng 3 năm 2026 |
KẾ HOẠCH
Đối thoại với diêm dân
I. MỤC ĐÍCH
- Nghe dân nói.
"""


def test_a_head_kept_as_a_table() -> None:
    data = read_text(HEAD_TABLE).data
    assert (data["number"], data["place"]) == ("18/KH-UBND", "Bãi Muối")
    assert data["date"] == {"year": 2026, "month": 3, "day": 4}
    assert data["issuer"]["name"] == "UBND XÃ BÃI MUỐI"


FRONT = """ỦY BAN MTTQ HUYỆN SÔNG CẠN
ỦY BAN MTTQ XÃ BÃI MUỐI
Số: 6/KH-MTTQ
Bãi Muối, ngày 04 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức tiếp xúc, đối thoại của người đứng đầu cấp ủy, chính quyền với đại diện Nhân dân kỳ tháng 4 năm 2026
Thực hiện nhiệm vụ công tác mặt trận và Quyết định số 41-QĐ/TU ngày 02/02/2024 của Tỉnh ủy. Ủy ban MTTQ phối hợp với
Văn phòng Đảng ủy xã xây dựng kế hoạch như sau:
I. NỘI DUNG
- Kết quả vụ muối.
UBMTTQ xã chủ trì hội nghị.
"""


def test_a_plan_of_the_fatherland_front() -> None:
    data = read_text(FRONT).data
    assert data["issuer"] == {"name": "ỦY BAN MTTQ XÃ BÃI MUỐI", "kind": "other", "level": "commune"}
    assert [base["text"] for base in data["legal_bases"]] == ["Quyết định số 41-QĐ/TU ngày 02/02/2024 của Tỉnh ủy"]
    (session,) = data["sessions"]
    assert session["audience"] == ["đại diện Nhân dân"]
    assert session["period"] == {"quarter": None, "month": 4, "date": None, "year": 2026}
    assert data["committee"] == [{"role": "chủ trì", "person_or_unit": "UBMTTQ xã"}]


def test_a_provincial_plan_that_begins_with_its_bases() -> None:
    data = read_text(
        "Thực hiện Luật Thanh niên ngày 16/6/2020; Quyết định số 12-QĐ/TU ngày 03/3/2022 của Ban Thường vụ Tỉnh ủy ban"
        " hành Quy chế đối thoại trên địa bàn tỉnh Bạc Sơn, Chủ tịch Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch đối"
        " thoại giữa Chủ tịch UBND tỉnh với thanh niên làm muối năm 2026 như sau:\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nghe thanh niên nói về nghề.\n"
    ).data
    assert data["issuer"] == {"name": "Ủy ban nhân dân (UBND) tỉnh", "kind": "people_committee", "level": "province"}
    assert data["head_role"] == "Chủ tịch UBND tỉnh"
    assert [base["text"] for base in data["legal_bases"]] == [
        "Luật Thanh niên ngày 16/6/2020",
        (
            "Quyết định số 12-QĐ/TU ngày 03/3/2022 của Ban Thường vụ Tỉnh ủy ban hành Quy chế đối thoại trên địa bàn"
            " tỉnh Bạc Sơn"
        ),
    ]
    assert data["sessions"][0]["audience"] == ["thanh niên làm muối"]


HEADLESS = """KẾ HOẠCH
Đối thoại giữa Chủ tịch UBND xã với diêm dân năm 2026

Căn cứ Công văn số 31/UBND-NN ngày 20/02/2026 của UBND tỉnh, UBND xã Bãi Muối lập kế hoạch như sau:
I. MỤC ĐÍCH
- Nghe dân nói.
"""


def test_a_page_title_above_a_plan_without_a_head() -> None:
    assert read_text(TITLE + "Ngày 05/03/2026\n\n" + HEADLESS).data == read_text(HEADLESS).data


def test_a_page_title_in_small_letters_hides_no_issuer() -> None:
    plan = OWN.replace("UBND xã Bãi Muối lập", "UBND xã lập")
    data = read_text("Kế hoạch đối thoại với diêm dân\nNgày đăng: 05/03/2026 - Lượt xem: 9\n" + plan).data
    assert data["issuer"]["name"] == "ỦY BAN NHÂN DÂN XÃ BÃI MUỐI"


@pytest.mark.parametrize("last", ["- Địa điểm: Sân đình", "- Mời đại diện các thôn"])
def test_a_short_last_line_that_says_something_stays(last: str) -> None:
    data = read_text(OWN + "II. THÀNH PHẦN, ĐỊA ĐIỂM\n1. Thành phần\n- Diêm dân.\n" + last).data
    (session,) = data["sessions"]
    assert (session["venue"], len(session["participants"])) in {("Sân đình", 1), (None, 2)}
