"""Recipients and signers, in one column or two, with every kind of authority."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader.files import split_lines
from nghedan.domain.plans.reader.read import read_lines

BODY = "KẾ HOẠCH\nđối thoại năm 2026\nI. MỤC ĐÍCH\n- Nghe dân nói.\n"


def closing(tail: str) -> tuple[list[str], tuple[str | None, ...]]:
    data = read_lines(split_lines(BODY + tail)).data
    return data["recipients"], tuple(data["signer"].values())


@pytest.mark.parametrize(
    ("tail", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Thị Bình", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Thị Bình")),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Văn An",
            ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"),
        ),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Thị Chi", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Thị Chi")),
        ("TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\nVõ Dũng", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "Võ Dũng")),
        ("CHỦ TỊCH Đặng Văn Giang", (None, "CHỦ TỊCH", "Đặng Văn Giang")),
    ],
)
def test_signer(tail: str, signer: tuple[str | None, ...]) -> None:
    assert closing(tail) == ([], signer)


def test_two_columns_on_one_line() -> None:
    tail = (
        "Nơi nhận:                    TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh (b/c);           KT. CHỦ TỊCH\n"
        "- Các thôn (t/h);            PHÓ CHỦ TỊCH\n- Lưu VT.                    Hoàng Thị Bình\n"
    )
    assert closing(tail) == (
        ["UBND tỉnh (b/c)", "Các thôn (t/h)", "Lưu VT"],
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Thị Bình"),
    )


def test_name_glued_to_the_last_recipient() -> None:
    tail = "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Huyện ủy; CHỦ TỊCH\n- Lưu: VT. Lương Văn Dũng"
    assert closing(tail) == (["Huyện ủy", "Lưu: VT"], ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lương Văn Dũng"))


def test_without_tail_nobody_signs() -> None:
    assert closing("- Trả lời dân.") == ([], (None, None, None))


def test_recipients_without_markers_and_a_signer_called_dang() -> None:
    data = read_lines(
        split_lines(
            "KẾ HOẠCH\nđối thoại với Nhân dân\nI. MỤC ĐÍCH\n- Nghe dân nói.\n"
            "Nơi nhận:\nTỉnh ủy (báo cáo),\nCác chi bộ,\nLưu VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
            "PHÓ CHỦ TỊCH\nĐặng Thu Nga\n"
        )
    ).data
    assert data["recipients"] == ["Tỉnh ủy (báo cáo)", "Các chi bộ", "Lưu VT"]
    assert data["signer"]["name"] == "Đặng Thu Nga"
