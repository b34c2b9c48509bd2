"""Limits in days before and after the session."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader.files import split_lines
from nghedan.domain.plans.reader.read import read_lines

FRAME = "KẾ HOẠCH\nđối thoại với Nhân dân năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- {}\n"


def limits(sentence: str) -> list[tuple[object, ...]]:
    read = read_lines(split_lines(FRAME.format(sentence)))
    return [(each["days"], each["unit"], each["direction"], each["what"]) for each in read.data["deadlines"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Gửi câu trả lời về Văn phòng chậm nhất 05 ngày làm việc trước khi tổ chức đối thoại.",
            (5, "working_day", "before", "Gửi câu trả lời về Văn phòng"),
        ),
        ("Phát giấy mời trước hội nghị ít nhất 7 ngày.", (7, "day", "before", "Phát giấy mời")),
        ("Báo cáo UBND tỉnh sau 10 ngày tổ chức hội nghị.", (10, "day", "after", "Báo cáo UBND tỉnh")),
        (
            "Niêm yết kết luận trong thời hạn 10 ngày kể từ ngày kết thúc đối thoại.",
            (10, "day", "after", "Niêm yết kết luận"),
        ),
        (
            "Thông báo kết quả chậm nhất mười ngày sau hội nghị.",
            (10, "day", "after", "Thông báo kết quả"),
        ),
        (
            "Chậm nhất 15 ngày trước ngày đối thoại, Văn phòng trình nội dung.",
            (15, "day", "before", "Văn phòng trình nội dung"),
        ),
        (
            "Trong vòng 07 (bảy) ngày làm việc sau hội nghị, trình dự thảo kết luận.",
            (7, "working_day", "after", "trình dự thảo kết luận"),
        ),
    ],
)
def test_limit(sentence: str, expected: tuple[object, ...]) -> None:
    assert limits(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trả lời công dân trong 05 ngày kể từ ngày nhận được đơn.",
        "Hội nghị kéo dài 01 buổi.",
        "Đối thoại vào ngày 10 tháng 9.",
    ],
)
def test_no_limit_from_the_session(sentence: str) -> None:
    assert limits(sentence) == []
