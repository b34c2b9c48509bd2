"""Head lines: number, place and date, in one column or two."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader.files import split_lines
from nghedan.domain.plans.reader.read import read_lines

REST = "\nKẾ HOẠCH\nđối thoại với Nhân dân\nI. MỤC ĐÍCH\n- Nghe dân nói.\n"


@pytest.mark.parametrize(
    ("head", "number", "place", "date"),
    [
        ("Số: 5/KH-UBND\nGò Nắng, ngày 05 tháng 02 năm 2026", "5/KH-UBND", "Gò Nắng", (2026, 2, 5)),
        ("Số: 5/KH-UBND      Gò Nắng, ngày 5/2/2026", "5/KH-UBND", "Gò Nắng", (2026, 2, 5)),
        ("Số: /KH-UBND Gò Nắng, ngày tháng năm 2026", "/KH-UBND", "Gò Nắng", (2026, None, None)),
        ("Số: ....../KH-UBND\nGò Nắng, ngày ..... tháng 3 năm 2026", "/KH-UBND", "Gò Nắng", (2026, 3, None)),
        ("*          Gò Nắng, ngày 09 tháng 12 năm 2026\nSố 31-KH/ĐU", "31-KH/ĐU", "Gò Nắng", (2026, 12, 9)),
        ("UBND PHƯỜNG GÒ NẮNG", None, None, (None, None, None)),
    ],
)
def test_head(head: str, number: str | None, place: str | None, date: tuple[int | None, ...]) -> None:
    data = read_lines(split_lines(head + REST)).data
    assert (data["number"], data["place"], tuple(data["date"].values())) == (number, place, date)
