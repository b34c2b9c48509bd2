"""Numbers as they are read aloud, and Roman numerals."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 1_000_000_000
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def spoken_number(number: int) -> str:
    """Return a whole number as it is read from a script: 125 is "một trăm hai mươi lăm"."""
    if number < 0:
        return f"âm {spoken_number(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_spoken(number))


def _spoken(number: int) -> list[str]:
    """Return the words; a group of three digits that follows a larger one is read with its hundreds."""
    billions, rest = divmod(number, _BILLION)
    words = [*_spoken(billions), "tỷ"] if billions else []
    for size, name in ((1_000_000, "triệu"), (1_000, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += _spoken_group(group, with_hundreds=bool(words))
            words += [name] if name else []
    return words


def _spoken_group(group: int, *, with_hundreds: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or with_hundreds else []
    tens, units = divmod(rest, 10)
    if tens == 0:
        linking = ["linh"] if words else []
        return [*words, *linking, _DIGITS[units]] if units else words
    if tens == 1:
        words += ["mười"]
        return [*words, "lăm" if units == 5 else _DIGITS[units]] if units else words
    words += [_DIGITS[tens], "mươi"]
    return [*words, _UNITS_AFTER_TENS.get(units, _DIGITS[units])] if units else words


def two_digits(count: int) -> str:
    """Return a count as official papers write it, hard to alter by hand: "04", "12", and "0" alone."""
    return f"{count:02d}" if count else "0"


def roman(number: int) -> str:
    """Return the Roman numeral of 1 to 3999. Raises ValueError outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)
