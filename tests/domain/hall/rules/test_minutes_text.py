"""The place of a name in a line: filled for readers, marked for editors, never lost."""

from nghedan.domain.hall.rules.minutes_text import called, fill, named_in, place_of, with_marks, without_marks

ONE, TWO = "k3f7ad22mnpq", "abcdefgh2345"
LINE = f"{called(place_of(ONE), is_comrade=False)} hỏi; {called(place_of(TWO), is_comrade=True)} trả lời."


def test_names_are_filled_in_where_they_are_known() -> None:
    assert fill(LINE, {ONE: "Mạnh", TWO: "Lan"}) == "Ông/bà Mạnh hỏi; Đồng chí Lan trả lời."
    assert fill(LINE, {TWO: "Lan"}) == "Một đại biểu hỏi; Đồng chí Lan trả lời."
    assert named_in([LINE, "không ai"]) == {ONE, TWO}


def test_an_editor_sees_marks_and_gives_the_places_back() -> None:
    marked = with_marks(LINE)
    assert marked == "Ông/bà [họ tên] hỏi; Đồng chí [họ tên 2] trả lời."
    assert without_marks(marked, LINE) == LINE
    assert without_marks("[họ tên 2] trả lời [họ tên].", LINE) == f"{{speaker:{TWO}}} trả lời {{speaker:{ONE}}}."
    assert without_marks("[họ tên 3] nói.", LINE) == "[họ tên 3] nói."
