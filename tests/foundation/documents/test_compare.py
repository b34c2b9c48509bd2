import pytest

from nghedan.foundation.documents.compare import Difference, DifferenceKind, compare
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.renderers import render
from tests.foundation.documents import papers
from tests.support.pace import processor_seconds, within

STATE = by_code("nd30-2020")
OURS = "Ủy ban nhân dân xã tổ chức đối thoại vào quý III năm 2026 tại hội trường xã, mời 120 đại biểu."


def _text(document: object) -> str:
    return render(document, STATE, "text").decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "theirs",
    [
        OURS,
        OURS.replace(" ", "  ").replace("tại", "\n\ntại\u00a0"),
        OURS.replace("Ủy", "Uỷ"),
        OURS.upper(),
        OURS.replace("ộ", "o\u0323\u0302"),
    ],
    ids=["same", "spaces", "tone place", "capitals", "decomposed"],
)
def test_ways_of_writing_are_no_differences(theirs: str) -> None:
    assert compare(OURS, theirs) == []


def test_quotation_marks_and_dashes_are_no_differences() -> None:
    assert compare("“dân tin” – kịp thời", '"dân tin" - kịp thời') == []


def test_changed_added_and_removed_words_are_shown_with_their_place() -> None:
    theirs = (
        OURS.replace("quý III", "tháng 9").replace("hội trường xã", "hội trường").replace("đại biểu", "đại biểu dự")
    )
    assert compare(OURS, theirs) == [
        Difference(
            DifferenceKind.CHANGED, "quý III", "tháng 9", "xã tổ chức đối thoại vào … năm 2026 tại hội trường xã"
        ),
        Difference(DifferenceKind.REMOVED, "xã", "", "III năm 2026 tại hội trường … , mời 120 đại biểu."),
        Difference(DifferenceKind.ADDED, "", "dự", "xã, mời 120 đại biểu … ."),
    ]


def test_moved_words_are_told_as_moved() -> None:
    ours = "Công an xã bảo đảm trật tự. Văn phòng chuẩn bị hội trường. Các thôn mời đại biểu."
    theirs = "Văn phòng chuẩn bị hội trường. Các thôn mời đại biểu. Công an xã bảo đảm trật tự."
    (moved,) = compare(ours, theirs)
    assert (moved.kind, moved.ours, moved.theirs) == (
        DifferenceKind.MOVED,
        "Công an xã bảo đảm trật tự.",
        "Công an xã bảo đảm trật tự.",
    )


@pytest.mark.parametrize(
    ("blank", "filled"),
    [
        ("Số: \u00a0\u00a0\u00a0/KH-UBND", "Số: 05/KH-UBND"),
        ("Số \u00a0\u00a0\u00a0-KH/ĐU", "Số 12-KH/ĐU"),
        ("Yên Hòa, ngày \u00a0\u00a0 tháng 5 năm 2026", "Yên Hòa, ngày 18 tháng 5 năm 2026"),
        ("Yên Hòa, ngày \u00a0 tháng \u00a0 năm 2026", "Yên Hòa, ngày 5 tháng 02 năm 2026"),
    ],
)
def test_a_number_or_date_filled_in_by_hand_is_no_change(blank: str, filled: str) -> None:
    kinds = {one.kind for one in compare(f"{blank} KẾ HOẠCH năm", f"{filled} KẾ HOẠCH năm")}
    assert kinds == {DifferenceKind.FILLED}


def test_another_number_in_place_of_ours_is_a_change() -> None:
    (difference,) = compare("Số: 05/KH-UBND", "Số: 06/KH-UBND")
    assert (difference.kind, difference.ours, difference.theirs) == (
        DifferenceKind.CHANGED,
        "05/KH-UBND",
        "06/KH-UBND",
    )


def test_a_day_put_where_there_was_no_blank_is_an_addition() -> None:
    (difference,) = compare("họp tại thôn", "họp tại 12 thôn")
    assert (difference.kind, difference.theirs) == (DifferenceKind.ADDED, "12")


def test_a_table_head_repeated_on_each_page_is_no_addition() -> None:
    ours = "| TT | Nội dung |\n| 1 | Đường thôn |\n| 2 | Nước sạch |"
    assert compare(ours, "TT Nội dung\n1 Đường thôn\nTT Nội dung\n2 Nước sạch") == []
    assert compare("TT Nội dung", "TT Nội dung TT Nội dung") != []


def test_empty_texts_are_compared() -> None:
    assert compare("", "") == []
    assert [one.kind for one in compare("", "đã sửa")] == [DifferenceKind.ADDED]


def test_a_long_table_with_many_changes_is_compared_in_a_second() -> None:
    ours = _text(papers.wide(150))
    theirs = ours.replace("Suối Mơ", "Suối Tiên")
    differences = compare(ours, theirs)
    assert processor_seconds(lambda: compare(ours, theirs)) < within(1)
    assert len(differences) == 151
    assert {(one.ours, one.theirs) for one in differences} == {("Mơ", "Tiên")}
