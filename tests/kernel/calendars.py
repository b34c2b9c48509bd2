"""The days off of Vietnam 2023-2027 as the tests need them; 2027 is a forecast."""

from datetime import date, timedelta

from nghedan.kernel.workdays import WorkCalendar

TET = "Tết Nguyên đán"
NEW_YEAR = "Tết Dương lịch"
ANCESTORS = "Giỗ Tổ Hùng Vương"
VICTORY = "Ngày Chiến thắng"
LABOUR = "Quốc tế Lao động"
NATIONAL = "lễ Quốc khánh"
CULTURE = "Ngày Văn hóa Việt Nam"
IN_LIEU = "nghỉ bù"
SWAPPED = "hoán đổi ngày làm việc"

_SPANS = [
    (date(2023, 1, 1), 1, NEW_YEAR),
    (date(2023, 1, 2), 1, IN_LIEU),
    (date(2023, 1, 20), 7, TET),
    (date(2023, 4, 29), 1, ANCESTORS),
    (date(2023, 4, 30), 1, VICTORY),
    (date(2023, 5, 1), 1, LABOUR),
    (date(2023, 5, 2), 2, IN_LIEU),
    (date(2023, 9, 1), 2, NATIONAL),
    (date(2023, 9, 4), 1, IN_LIEU),
    (date(2024, 1, 1), 1, NEW_YEAR),
    (date(2024, 2, 8), 7, TET),
    (date(2024, 4, 18), 1, ANCESTORS),
    (date(2024, 4, 29), 1, SWAPPED),
    (date(2024, 4, 30), 1, VICTORY),
    (date(2024, 5, 1), 1, LABOUR),
    (date(2024, 9, 2), 2, NATIONAL),
    (date(2025, 1, 1), 1, NEW_YEAR),
    (date(2025, 1, 27), 5, TET),
    (date(2025, 4, 7), 1, ANCESTORS),
    (date(2025, 4, 30), 1, VICTORY),
    (date(2025, 5, 1), 1, LABOUR),
    (date(2025, 5, 2), 1, SWAPPED),
    (date(2025, 9, 1), 2, NATIONAL),
    (date(2026, 1, 1), 1, NEW_YEAR),
    (date(2026, 1, 2), 1, SWAPPED),
    (date(2026, 2, 16), 5, TET),
    (date(2026, 4, 26), 1, ANCESTORS),
    (date(2026, 4, 27), 1, IN_LIEU),
    (date(2026, 4, 30), 1, VICTORY),
    (date(2026, 5, 1), 1, LABOUR),
    (date(2026, 8, 31), 1, SWAPPED),
    (date(2026, 9, 1), 2, NATIONAL),
    (date(2026, 11, 24), 1, CULTURE),
    (date(2027, 1, 1), 1, NEW_YEAR),
    (date(2027, 2, 4), 7, TET),
    (date(2027, 4, 16), 1, ANCESTORS),
    (date(2027, 4, 30), 1, VICTORY),
    (date(2027, 5, 1), 1, LABOUR),
    (date(2027, 5, 3), 1, IN_LIEU),
    (date(2027, 9, 2), 2, NATIONAL),
    (date(2027, 11, 24), 1, CULTURE),
]

VIETNAM = WorkCalendar(
    holidays={first + timedelta(days=offset): name for first, days, name in _SPANS for offset in range(days)},
    swapped={
        date(2024, 5, 4): "làm bù cho 29/4/2024",
        date(2025, 4, 26): "làm bù cho 02/5/2025",
        date(2026, 1, 10): "làm bù cho 02/01/2026",
        date(2026, 8, 22): "làm bù cho 31/8/2026",
    },
    known_until=date(2026, 12, 31),
)
