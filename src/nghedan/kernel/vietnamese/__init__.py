"""Vietnamese text, names, numbers and dates: how they are compared, sorted, written and read aloud."""

from nghedan.kernel.vietnamese.dates import (
    WEEKDAYS,
    distance,
    document_date,
    format_date,
    quarter_label,
    spoken_date,
    weekday_name,
)
from nghedan.kernel.vietnamese.names import name_key
from nghedan.kernel.vietnamese.numbers import roman, spoken_number, two_digits
from nghedan.kernel.vietnamese.sound import sound_key
from nghedan.kernel.vietnamese.text import classic_tones, fold, modern_tones, nfc
from nghedan.kernel.vietnamese.typed_dates import parse_day

__all__ = [
    "WEEKDAYS",
    "classic_tones",
    "distance",
    "document_date",
    "fold",
    "format_date",
    "modern_tones",
    "name_key",
    "nfc",
    "parse_day",
    "quarter_label",
    "roman",
    "sound_key",
    "spoken_date",
    "spoken_number",
    "two_digits",
    "weekday_name",
]
