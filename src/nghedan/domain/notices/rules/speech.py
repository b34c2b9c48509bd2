"""Texts as they are read into a microphone: numbers, days, hours and abbreviations in words, and how long it takes."""

import re
from datetime import date, time

from nghedan.kernel.vietnamese import spoken_date, spoken_number, weekday_name

WORDS_PER_MINUTE = 130
"""Syllables a calm voice reads in a minute; Vietnamese writes each as a word."""

STEP_SECONDS = 5

SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "TDP": "tổ dân phố",
    "NTM": "nông thôn mới",
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "GPMB": "giải phóng mặt bằng",
    "ANTT": "an ninh trật tự",
    "TTHC": "thủ tục hành chính",
    "KT-XH": "kinh tế - xã hội",
}
"""What nobody understands by ear -> what is said."""

_SHORT = re.compile(r"\b(" + "|".join(map(re.escape, sorted(SHORT, key=len, reverse=True))) + r")\b")
UNITS = {
    "km²": "ki-lô-mét vuông", "km2": "ki-lô-mét vuông", "m²": "mét vuông", "m2": "mét vuông", "m³": "mét khối",
    "m3": "mét khối", "km": "ki-lô-mét", "cm": "xăng-ti-mét", "mm": "mi-li-mét", "m": "mét", "kg": "ki-lô-gam",
    "ha": "héc-ta", "kWh": "ki-lô-oát giờ", "kW": "ki-lô-oát", "kV": "ki-lô-vôn", "đ": "đồng",
}  # fmt: skip
"""Signs behind a number -> what is said."""

_SIGN = "(" + "|".join(sorted(UNITS, key=len, reverse=True)) + r")(?![\w²³])"
_UNIT = re.compile(rf"(?<=\d)\s*{_SIGN}")
_DECIMAL = re.compile(rf"\b(\d+),(\d+)(?=\s*(?:%|tỷ|triệu|{_SIGN}))")  # elsewhere a comma parts a list: "thôn 1,2"
_DAY = re.compile(r"\b(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH = re.compile(r"\btháng\s+(\d{1,2})/(\d{4})\b")
_HOUR = re.compile(r"\b(\d{1,2})\s*(?:h|giờ)\s*(\d{2})?(?:\s*phút)?\b")
_PERCENT = re.compile(r"(?<=\d)\s*%")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


def spoken(text: str) -> str:
    """Return a text with nothing left that has to be deciphered while reading."""
    said = _SHORT.sub(lambda found: SHORT[found.group()], text)
    said = _DAY.sub(_said_day, said)
    said = _MONTH.sub(lambda found: f"tháng {_month(int(found[1]))} năm {spoken_number(int(found[2]))}", said)
    said = _HOUR.sub(lambda found: _said_hour(int(found[1]), int(found[2] or 0)), said)
    said = _DECIMAL.sub(r"\1 phẩy \2", said)
    said = _UNIT.sub(lambda found: f" {UNITS[found[1]]}", said)
    said = _PERCENT.sub(" phần trăm", said)
    said = _NUMBER.sub(lambda found: spoken_number(int(found.group().replace(".", ""))), said)
    return " ".join(said.replace("&", " và ").split())


def spoken_hour(at: time) -> str:
    """Return "bảy giờ ba mươi phút sáng", "mười bốn giờ": the part of the day only where it may be mistaken."""
    part = " sáng" if at.hour < 11 else ""
    return f"{_said_hour(at.hour, at.minute)}{part}"


def spoken_day(day: date) -> str:
    """Return "thứ Tư, ngày mười sáu tháng chín": nobody asks which year, and eight words are saved."""
    return f"{weekday_name(day)}, {without_year(day)}"


def without_year(day: date) -> str:
    return spoken_date(day).removesuffix(f" năm {spoken_number(day.year)}")


def reading_seconds(*texts: str) -> int:
    """Return how long texts take to read aloud, to the nearest five seconds."""
    words = sum(len(text.split()) for text in texts)
    return max(STEP_SECONDS, STEP_SECONDS * round(words * 60 / WORDS_PER_MINUTE / STEP_SECONDS))


def _said_day(found: re.Match[str]) -> str:
    day, month, year = (int(part) for part in found.groups())
    try:
        return spoken_date(date(year, month, day))
    except ValueError:  # no day of the calendar: a number of a paper, say
        return found.group()


def _said_hour(hour: int, minute: int) -> str:
    minutes = f" {spoken_number(minute)} phút" if minute else ""
    return f"{spoken_number(hour)} giờ{minutes}"


def _month(number: int) -> str:
    return "tư" if number == 4 else spoken_number(number)
