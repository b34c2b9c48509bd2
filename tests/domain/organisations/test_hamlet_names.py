"""The hamlet that is meant, however it is written."""

import pytest

from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.domain.organisations.terms import HamletKind

NAMES = HamletNames(
    [
        KnownName(1, HamletKind.THON, "Đá Bạc"),
        KnownName(2, HamletKind.THON, "Lân Hạ"),
        KnownName(3, HamletKind.TO_DAN_PHO, "5"),
        KnownName(4, HamletKind.THON, "6"),
        KnownName(5, HamletKind.TO_DAN_PHO, "6"),
        KnownName(6, HamletKind.BAN, "Hoà Bình"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đá Bạc", 1), ("THÔN ĐÁ BẠC", 1), ("thon da bac", 1), ("da  bac", 1), ("Lân Hà", None), ("lan ha", 2),
        ("TDP số 05", 3), ("tổ 5", 3), ("Tổ dân phố 5", 3), ("5", 3), ("6", None), ("thôn 6", 4), ("TDP 6", 5),
        ("bản Hòa Bình", 6), ("xóm Đá Bạc", 1), ("", None), ("Đâu đó", None),
    ],
    ids=str,
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str, found: int | None) -> None:
    assert NAMES.find(text) == found


def test_the_nearest_are_proposed_the_most_alike_first() -> None:
    assert (NAMES.near("Lân Hà")[0], NAMES.near("Đá Bạch")[0], NAMES.near("xyz")) == (2, 1, [])
