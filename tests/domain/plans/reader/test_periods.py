"""Dates, months and quarters in the ways offices write them."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader.passages import Passage
from nghedan.domain.plans.reader.periods import Period, date_in, periods_in


def passage(text: str) -> Passage:
    return Passage(text, ((0, 1),))


def told(period: Period) -> tuple[object, ...]:
    parts = (period.quarter, period.month, period.day, period.year)
    return tuple(part.value if part else None for part in parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 18 tháng 9 năm 2026", [(None, 9, "2026-09-18", 2026)]),
        ("8 giờ 00, ngày 18/9/2026", [(None, 9, "2026-09-18", 2026)]),
        ("ngày 18-9-2026", [(None, 9, "2026-09-18", 2026)]),
        ("sáng ngày 18.9.2026 (thứ Sáu)", [(None, 9, "2026-09-18", 2026)]),
        ("ngày 18/9", [(None, 9, "2026-09-18", 2026)]),
        ("trong tháng Chín", [(None, 9, None, None)]),
        ("tháng Năm năm 2026", [(None, 5, None, None)]),
        ("tuần thứ hai tháng 9", [(None, 9, None, None)]),
        ("quý III/2026", [(3, None, None, 2026)]),
        ("Quý 3", [(3, None, None, None)]),
        ("cuối quý III", [(3, None, None, None)]),
        ("Quỹ III,IV năm 2025", [(3, None, None, 2025), (4, None, None, 2025)]),
        ("Quý II, quý IV", [(2, None, None, None), (4, None, None, None)]),
        ("tháng 5 và tháng 10/2026", [(None, 5, None, 2026), (None, 10, None, 2026)]),
        ("Quý III (dự kiến tháng 8)", [(3, 8, None, None)]),
        ("6 tháng đầu năm", []),
        ("từ ngày 10/9/2026 đến ngày 20/9/2026", [(None, 9, None, 2026)]),
        ("ngày 31/2/2026", []),
        ("theo thông báo sau", []),
    ],
)
def test_periods(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [told(period) for period in periods_in(passage(text), 2026)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật X ngày 16 tháng 6 năm 2025", "2025-06-16"),
        ("Quyết định số 12/QĐ-UBND, ngày 05-01-2024 của", "2024-01-05"),
        ("Quy chế ngày 15.6.2021", "2021-06-15"),
        ("Luật X năm 2025", None),
        ("ngày 30/02/2024", None),
    ],
)
def test_date_of_a_document(text: str, expected: str | None) -> None:
    assert date_in(passage(text)) == expected
