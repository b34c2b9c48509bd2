"""Links between the lines of a source and the values, after corrections."""

from nghedan.domain.plans.linking import paths_to_lines, relinked

LINES = [
    {"number": 1, "text": "I. MỤC ĐÍCH"},
    {"number": 2, "text": "- Nghe bà con nói về đường liên thôn;"},
    {"number": 3, "text": "- Trả lời ngắn gọn, có hạn xong;"},
    {"number": 4, "text": "- Ghi biên bản đầy đủ từng ý kiến."},
]
BEFORE = {"purposes": ["Nghe bà con nói về đường liên thôn", "Trả lời ngắn gọn, có hạn xong"], "year": 2026}
PLACES = {"1": ["structure"], "2": ["purposes.0"], "3": ["purposes.1", "year"]}


def test_what_stays_keeps_its_lines() -> None:
    assert relinked(BEFORE, BEFORE, PLACES, LINES) == PLACES


def test_a_value_taken_out_frees_its_line_and_the_next_moves_up() -> None:
    after = {"purposes": ["Trả lời ngắn gọn, có hạn xong"], "year": 2026}
    assert relinked(BEFORE, after, PLACES, LINES) == {"1": ["structure"], "3": ["purposes.0", "year"]}


def test_a_value_corrected_where_it_stands_keeps_its_line() -> None:
    after = {"purposes": ["Nghe bà con nói về cầu treo", "Trả lời ngắn gọn, có hạn xong"], "year": 2027}
    assert relinked(BEFORE, after, PLACES, LINES) == PLACES


def test_a_new_value_is_looked_for_in_the_lines() -> None:
    after = {"purposes": [*BEFORE["purposes"], "ghi biên bản đầy đủ từng ý kiến"], "year": 2026}
    assert relinked(BEFORE, after, PLACES, LINES) == {**PLACES, "4": ["purposes.2"]}


def test_a_new_value_that_no_line_holds_has_none() -> None:
    after = {"purposes": [*BEFORE["purposes"], "Điều này văn bản không nói"], "year": 2026}
    assert relinked(BEFORE, after, PLACES, LINES) == PLACES


def test_a_record_linked_as_a_whole_keeps_its_line() -> None:
    data = {"expected_attendance": {"min": 80, "max": 100}}
    places = {"2": ["expected_attendance"]}
    assert relinked(data, data, places, LINES) == {"2": ["expected_attendance.min", "expected_attendance.max"]}


def test_paths_above_know_the_lines_below() -> None:
    found = paths_to_lines({"12": ["sessions.0.topics.0"], "9": ["sessions.0.venue", "structure"]})
    assert found["sessions.0"] == [9, 12]
    assert found["sessions.0.topics"] == [12]
