"""What can point at a person is found, and what names a place or a thing stays."""

import pytest

from nghedan.domain.matters.rules.redaction import Personal, pointers, without

FOUND = {
    "name-after-ong": ("Ông Nguyễn Văn Tèo chặn lối đi", [(Personal.NAME, "Nguyễn Văn Tèo")]),
    "name-after-chi": ("nhờ chị Hoa hàng xóm", [(Personal.NAME, "Hoa")]),
    "name-by-family": ("Giàng A Páo phản ánh", [(Personal.NAME, "Giàng A Páo")]),
    "phone": ("gọi 0912 345 678 giúp", [(Personal.PHONE, "0912 345 678")]),
    "phone-84": ("gọi +84912345678", [(Personal.PHONE, "+84912345678")]),
    "identity-12": ("CCCD 001200012345", [(Personal.IDENTITY, "001200012345")]),
    "identity-9": ("chứng minh 123456789", [(Personal.IDENTITY, "123456789")]),
    "address": ("ở số nhà 12 ngõ 5", [(Personal.ADDRESS, "số nhà 12 ngõ 5")]),
    "birth-day": ("sinh ngày 02/9/1956", [(Personal.BIRTH, "02/9/1956")]),
    "birth-year": ("sinh năm 1956", [(Personal.BIRTH, "1956")]),
    "plate": ("xe tải 12C-123.45 chạy", [(Personal.PLATE, "12C-123.45")]),
    "account": ("chuyển vào tài khoản 19034567890 cho", [(Personal.ACCOUNT, "19034567890")]),
    "mail": ("viết cho teo@vi-du.vn nhé", [(Personal.MAIL, "teo@vi-du.vn")]),
}
STAYS = (
    "Đường thôn Lò Giàng hỏng từ năm 2023",
    "Cầu Hà Lâu rộng 3 mét, dài 12 mét",
    "Ông bà ở bản xa không đi được",
    "Quyết định số 123/QĐ-UBND ngày 01/02/2025",
    "Đường 12 qua chợ, cao 1.200 mét",
    "Thu mỗi hộ 200.000 đồng, cả thôn 45.000.000 đồng",
)


@pytest.mark.parametrize("case", FOUND)
def test_what_points_at_a_person_is_found(case: str) -> None:
    text, expected = FOUND[case]
    assert [(found.kind, text[found.start : found.end]) for found in pointers(text)] == expected


@pytest.mark.parametrize("text", STAYS)
def test_places_sums_and_papers_stay(text: str) -> None:
    assert pointers(text) == []


def test_a_gap_stands_for_each() -> None:
    text = "Ông Nguyễn Văn Tèo, đt 0912345678, ở thôn Nà Lốc"
    assert without(text, pointers(text)) == "Ông […], đt […], ở thôn Nà Lốc"
