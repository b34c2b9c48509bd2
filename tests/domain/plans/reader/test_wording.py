"""Rules of wording and print, each shown by a small plan."""

from __future__ import annotations

from typing import Any

import pytest

from nghedan.domain.plans.reader import read_text


def read(preamble: str, body: str = "I. NỘI DUNG\n- Giá muối.\n", head: str = "") -> dict[str, Any]:
    return read_text(f"{head}KẾ HOẠCH\nĐối thoại với diêm dân năm 2026\n{preamble}\n{body}").data


@pytest.mark.parametrize(
    ("head", "preamble", "issuer"),
    [
        ("", "Đảng ủy xây dựng kế hoạch như sau:", ("Đảng ủy", "party_committee", None)),
        (
            "ĐẢNG ỦY XÃ BÃI MUỐI\n",
            "Thường trực Đảng ủy xây dựng kế hoạch như sau:",
            ("Thường trực Đảng ủy", "party_committee", "commune"),
        ),
        (
            "ỦY BAN NHÂN DÂN\n",
            "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
            ("Ủy ban nhân dân tỉnh", "people_committee", "province"),
        ),
        (
            "",
            "Căn cứ Nghị quyết số 4/NQ-HND; Ban Thường vụ Hội Nông dân xã Bãi Muối xây dựng kế hoạch như sau:",
            ("Ban Thường vụ Hội Nông dân xã Bãi Muối", "other", "commune"),
        ),
        ("UBND HUYỆN SÔNG CẠN\nUBND XÃ BÃI MUỐI\n", "", ("UBND XÃ BÃI MUỐI", "people_committee", "commune")),
    ],
)
def test_issuer(head: str, preamble: str, issuer: tuple[str, str, str | None]) -> None:
    assert tuple(read(preamble, head=head)["issuer"].values()) == issuer


@pytest.mark.parametrize(
    ("preamble", "bases"),
    [
        (
            "Thực hiện chỉ đạo của Tỉnh ủy tại Công văn số 8-CV/TU ngày 05/01/2026 về nghề muối;",
            [("Công văn số 8-CV/TU ngày 05/01/2026 về nghề muối", "8-CV/TU")],
        ),
        (
            "Căn cứ Điều lệ Hội;\nChỉ thị số 3/CT-UBND ngày 06/01/2026 về tiếp tục mở rộng, thực hiện tốt đối thoại;",
            [("Chỉ thị số 3/CT-UBND ngày 06/01/2026 về tiếp tục mở rộng, thực hiện tốt đối thoại", "3/CT-UBND")],
        ),
        (
            "Căn cứ Kế hoạch số 298 KH/ĐU ngày 07/01/2026 của Đảng ủy;",
            [("Kế hoạch số 298 KH/ĐU ngày 07/01/2026 của Đảng ủy", "298 KH/ĐU")],
        ),
        (
            "Căn cứ Quyết định số 7-QĐ/TU ngày 08/01/2026 của Ban Thường vụ Tỉnh ủy ban hành Quy chế đối thoại;",
            [("Quyết định số 7-QĐ/TU ngày 08/01/2026 của Ban Thường vụ Tỉnh ủy ban hành Quy chế đối thoại", "7-QĐ/TU")],
        ),
    ],
)
def test_bases(preamble: str, bases: list[tuple[str, str]]) -> None:
    assert [(base["text"], base["number"]) for base in read(preamble)["legal_bases"]] == bases


def test_the_date_of_a_document_named_within_another_is_not_its_date() -> None:
    data = read(
        "Căn cứ Chỉ thị số 26/CT-UBND về đẩy mạnh thực hiện Nghị quyết số 5/NQ-HĐND ngày 06/6/2025 của HĐND tỉnh;"
    )
    assert [(base["number"], base["date"]) for base in data["legal_bases"]] == [("26/CT-UBND", None)]


def test_a_period_that_names_a_session_is_no_topic() -> None:
    data = read("", "II. NỘI DUNG, THÀNH PHẦN\n1. Quý II/2026.\n")
    assert (data["sessions"][0]["topics"], data["sessions"][0]["participants"]) == ([], [])


def test_a_head_named_only_in_a_cited_document_is_not_the_head() -> None:
    cited = "Căn cứ Kế hoạch số 5-KH/ĐU về đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân;"
    assert read(cited)["head_role"] is None
    assert read(cited, "I. YÊU CẦU\n- Người đứng đầu chính quyền phải trả lời.\n")["head_role"] == (
        "Người đứng đầu chính quyền"
    )


def test_a_term_of_office_is_no_year() -> None:
    data = read_text(
        "Bãi Muối, ngày 05 tháng 12 năm 2026\nKẾ HOẠCH\nTiếp xúc cử tri trước kỳ họp thứ 7 nhiệm kỳ 2026-2031\n"
        "I. NỘI DUNG\n- Giá muối.\n"
    ).data
    assert data["year"] == 2026
    assert data["sessions"][0]["audience"] == ["cử tri"]


DUTIES = """II. TỔ CHỨC THỰC HIỆN
1. Chi ủy các thôn: Muối Trên, Muối Dưới
- Mời đủ diêm dân của thôn.
- Giữ chìa khóa nhà văn hóa.
"""


def test_places_behind_a_colon_belong_to_the_name_of_the_unit() -> None:
    assert read("", DUTIES)["assignments"] == [
        {
            "unit": "Chi ủy các thôn: Muối Trên, Muối Dưới",
            "tasks": ["Mời đủ diêm dân của thôn.", "Giữ chìa khóa nhà văn hóa."],
        }
    ]


PRINTED = """KẾ HOẠCH
Đối thoại với diêm dân năm 2026
Căn cứ Quyết định số 7-QĐ/TU ngày 08/01/2026 của Ban Thường vụ
Tỉnh ủy về đối thoại với người làm nghề muối ở các xã ven biển và đảo xa;
UBND xã Bãi Muối xây dựng kế hoạch đối thoại như sau:
I. YÊU CẦU
- Người trả lời phải nắm chắc việc mình phụ trách, nói gọn, nói đúng, dễ hiểu.
Việc chưa rõ thì hẹn ngày trả lời, không hẹn quá mười hôm kể từ hôm gặp mặt.
- Phối hợp với ban quản lý hợp tác xã muối để trình với Chủ tịch
UBND xã danh sách những hộ còn vướng mắc về đất làm muối và nước mặn.
- Giữ trật tự.
"""


def test_a_full_line_goes_on_even_before_a_capital() -> None:
    data = read_text(PRINTED).data
    assert [base["text"] for base in data["legal_bases"]] == [
        (
            "Quyết định số 7-QĐ/TU ngày 08/01/2026 của Ban Thường vụ Tỉnh ủy về đối thoại với người làm nghề muối ở các"
            " xã ven biển và đảo xa"
        )
    ]
    assert [item.split(" ", 2)[0] for item in data["requirements"]] == ["Người", "Phối", "Giữ"]


def test_two_dialogues_on_one_day_stay_two() -> None:
    data = read(
        "",
        "II. LỊCH ĐỐI THOẠI\n1. Ngày 10/5/2026\n- Đối tượng: Thôn Muối Trên\n- Địa điểm: Sân đình.\n"
        "2. Ngày 10/5/2026\n- Đối tượng: Thôn Muối Dưới\n- Địa điểm: Nhà văn hóa.\n",
    )
    assert [session["audience"] for session in data["sessions"]] == [["Thôn Muối Trên"], ["Thôn Muối Dưới"]]
    assert [session["venue"] for session in data["sessions"]] == ["Sân đình", "Nhà văn hóa"]


BLANKS = """KẾ HOẠCH
Đối thoại với diêm dân năm 2026
Căn cứ Luật số 72/2025/ 
QH15 về chính quyền địa phương;
I. NỘI DUNG
1. Các thôn
- lo giấy mời.
- Việc của xã. 
Việc của thôn.
- Giá muối.
2. Khác
- Nước.
"""  # noqa: W291 - the blanks at the ends are the point


def test_a_blank_left_behind_a_broken_line_joins_it() -> None:
    data = read_text(BLANKS).data
    assert data["legal_bases"][0]["number"] == "72/2025/QH15"
    assert "Việc của xã. Việc của thôn." in data["sessions"][0]["topics"]
