"""What stands on a channel, and what of it a client has not seen."""

import json

from nghedan.foundation.live.channels import Board, frame


def test_only_what_differs_is_told() -> None:
    board = Board()
    assert board.take(3, {"queue": "a", "turn": "b"}, 3) == {"queue": "a", "turn": "b"}
    assert board.take(4, {"queue": "a", "turn": "c"}, 4) == {"turn": "c"}
    assert board.take(5, {"queue": "a", "turn": "c"}, 5) == {}
    assert board.number == 5


def test_a_client_gets_what_came_after_what_it_saw() -> None:
    board = Board()
    board.take(3, {"queue": "a", "turn": "b"}, 3)
    board.take(4, {"queue": "a", "turn": "c"}, 4)
    assert [board.since(number) for number in (2, 3, 4)] == [{"queue": "a", "turn": "c"}, {"turn": "c"}, {}]


def test_what_was_committed_while_rendering_is_told_to_who_may_lack_it() -> None:
    board = Board()
    board.take(3, {"turn": "already that of 4"}, 4)
    assert board.number == 3
    assert board.since(3) == {"turn": "already that of 4"}
    assert board.since(4) == {}


def test_a_frame_bears_the_number_and_stays_on_one_line() -> None:
    told = frame(7, {"turn": "<p>hai\ndòng</p>"}).decode()
    first, kind, data, *rest = told.split("\n")
    assert (first, kind, rest) == ("id: 7", "event: fragments", ["", ""])
    assert json.loads(data.removeprefix("data: ")) == {"number": 7, "fragments": {"turn": "<p>hai\ndòng</p>"}}
