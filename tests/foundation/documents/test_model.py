import pytest

from nghedan.foundation.documents.model import Authority, Capacity


@pytest.mark.parametrize(
    ("printed", "text", "capacity"),
    [
        ("TM. ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN", Capacity.ON_BEHALF),
        ("T/M BAN THƯỜNG VỤ", "BAN THƯỜNG VỤ", Capacity.ON_BEHALF),
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", Capacity.FOR_HEAD),
        ("K/T CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", Capacity.FOR_HEAD),
        ("TL.CHỦ TỊCH", "CHỦ TỊCH", Capacity.BY_ORDER),
        ("TUQ. CHỦ TỊCH", "CHỦ TỊCH", Capacity.BY_DELEGATION),
        ("Q. CHỦ TỊCH", "CHỦ TỊCH", Capacity.ACTING),
        ("CHỦ TỊCH", "CHỦ TỊCH", None),
        ("TMS. CHỦ TỊCH", "TMS. CHỦ TỊCH", None),
        ("", "", None),
    ],
)
def test_authority_line_is_read_in_both_spellings(printed: str, text: str, capacity: Capacity | None) -> None:
    assert Authority.parse(printed) == Authority(text, capacity)
