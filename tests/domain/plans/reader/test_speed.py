"""No text, however odd, makes the reader slow."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader.files import split_lines
from nghedan.domain.plans.reader.read import read_lines
from tests.domain.plans.reader.scoring import corpus
from tests.support.pace import processor_seconds, within

SIZE = 200_000
PIECES = (
    "a",
    " ",
    "đối thoại với ",
    "ngày 1, 2, ",
    "quý I, ",
    "Căn cứ Luật ",
    "số 1/2-",
    "- + ",
    "| ",
    "Chủ trì: ",
    "trước hội nghị 5 ngày ",
    "UBND xã A ",
    "CHỦ TỊCH ",
    "Nguyễn Văn A; ",
    "(",
    "giữa Chủ tịch ",
    "1.2.3.",
    "chậm nhất ",
    "hoặc phó chủ tịch ",
    "niêm yết tại a ",
    "5 thôn, ",
    "tập trung ",
    "Mời a b c d e f\n",
    "I. NỘI DUNG đối thoại về việc a\n",
    "- Quý I: ngày 5/6/2026 tại nhà văn hóa thôn\n",
    "| 1 | Quý I | dân |\n",
    "TM. CHỦ TỊCH A\n",
    "từ ",
    "kênh ",
    "dự kiến ",
    "mạng xã hội, ",
    "50 người ",
    "ngày 5/6/2026,\n",
    "gửi giấy mời,\n",
    "5 thôn trong xã;\n",
    "ông Nguyễn Văn A;\n",
    "Zalo của thôn A\n",
)


@pytest.mark.parametrize("piece", PIECES)
def test_odd_text_of_200_kb_is_read_in_two_seconds(piece: str) -> None:
    text = "KẾ HOẠCH\nđối thoại\nI. NỘI DUNG\n" + piece * (SIZE // len(piece))
    lines = split_lines(text)
    assert processor_seconds(lambda: read_lines(lines)) < within(2.0)


def test_a_plan_is_read_in_half_a_second() -> None:
    limit = within(0.5)
    for sample in corpus():
        lines = split_lines(sample.text)
        assert processor_seconds(lambda lines=lines: read_lines(lines)) < limit
