"""A locked box opens with its own key, in its own place, unchanged; never otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.foundation.keys.boxes import DamagedError, lock, new_key, unlock

KEY = new_key()


@given(st.binary(), st.text())
def test_what_is_locked_opens_unchanged_and_looks_different_each_time(content: bytes, context: str) -> None:
    box = lock(KEY, content, context)
    assert unlock(KEY, box, context) == content
    assert lock(KEY, content, context) != box


@given(st.data())
def test_a_box_with_any_bit_changed_does_not_open(data: st.DataObject) -> None:
    box = bytearray(lock(KEY, "Nguyễn Thị Mơ".encode(), "here"))
    position = data.draw(st.integers(0, len(box) - 1))
    box[position] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DamagedError):
        unlock(KEY, bytes(box), "here")


@pytest.mark.parametrize(
    ("key", "context", "length"),
    [(new_key(), "here", None), (KEY, "elsewhere", None), (KEY, "here", 20), (KEY, "here", 0)],
    ids=["another key", "another place", "too short", "empty"],
)
def test_a_wrong_key_place_or_length_does_not_open(key: bytes, context: str, length: int | None) -> None:
    box = lock(KEY, b"content", "here")
    with pytest.raises(DamagedError):
        unlock(key, box[:length], context)
