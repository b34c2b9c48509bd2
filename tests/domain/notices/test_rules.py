"""Pure rules of notices: what counts as made known, and what a voice says."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from nghedan.domain.notices.documents import loudspeaker, poster
from nghedan.domain.notices.rules.posting import Logged, day_complied, first_day
from nghedan.domain.notices.rules.speech import reading_seconds, spoken, spoken_day, spoken_hour
from nghedan.domain.notices.terms import PostingChannel, Way
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import PaperSize
from nghedan.foundation.documents.renderers import render
from tests.domain.notices.samples import STATE

ONE, TWO, THREE = date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 3)
C = PostingChannel


def test_the_first_time_a_hamlet_hears_counts() -> None:
    log = [Logged(C.WEBSITE, ONE), Logged(C.LOUDSPEAKER, THREE), Logged(C.HAMLET_BOARD, TWO, 7)]
    assert (first_day(log, 7), first_day(log, 8)) == (TWO, THREE)
    assert first_day(log[:1], 7) is None


def test_results_need_every_way_and_every_hamlets_head() -> None:
    ways = (Way.MEDIA, Way.HEADQUARTERS, Way.HAMLET_HEADS)
    log = [Logged(C.PRESS, ONE), Logged(C.HEADQUARTERS, ONE), Logged(C.HAMLET_LETTER, TWO, 7)]
    assert day_complied(log, ways, (7, 8)) is None
    assert day_complied([*log, Logged(C.HAMLET_LETTER, THREE, 8)], ways, (7, 8)) == THREE
    assert day_complied([*log, Logged(C.HAMLET_LETTER, ONE)], ways, (7, 8)) == ONE
    assert day_complied(log, ways, ()) == TWO
    assert day_complied(log[1:], ways, (7,)) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Họp lúc 7h30 ngày 15/4/2026", "Họp lúc bảy giờ ba mươi phút ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu"),  # noqa: E501
        ("14 giờ, tháng 5/2026", "mười bốn giờ, tháng năm năm hai nghìn không trăm hai mươi sáu"),
        ("UBND xã; tổng 1.204 hộ, 85%", "Ủy ban nhân dân xã; tổng một nghìn hai trăm linh bốn hộ, tám mươi lăm phần trăm"),  # noqa: E501
        ("3,2 km đường, 80 m2 sân, thôn 1,2", "ba phẩy hai ki-lô-mét đường, tám mươi mét vuông sân, thôn một,hai"),
        ("UBMTTQ và HĐND, TDP 5", "Ủy ban Mặt trận Tổ quốc và Hội đồng nhân dân, tổ dân phố năm"),
    ],
)  # fmt: skip
def test_nothing_is_left_to_decipher(written: str, said: str) -> None:
    assert spoken(written) == said


def test_days_and_hours_are_said_as_one_says_them() -> None:
    assert (spoken_hour(time(7, 30)), spoken_hour(time(14))) == ("bảy giờ ba mươi phút sáng", "mười bốn giờ")
    assert spoken_day(date(2050, 5, 5)) == "thứ Năm, ngày mùng năm tháng năm"


def test_reading_takes_a_minute_for_130_words() -> None:
    assert (reading_seconds("từ " * 130), reading_seconds("từ " * 65, "từ " * 65), reading_seconds("")) == (60, 60, 5)


def test_the_script_has_no_figure_and_is_read_twice() -> None:
    said = loudspeaker.sentences_of(STATE)
    assert not any(sign.isdigit() for sentence in said for sign in sentence)
    body = loudspeaker.document_of(STATE).body
    assert len(body) == 2 * len(said) + 4
    assert loudspeaker.seconds_of(STATE) == reading_seconds(*said, loudspeaker.AGAIN, *said)


@pytest.mark.parametrize(("size", "code"), [(PaperSize.A4, "poster-a4"), (PaperSize.A3, "poster-a3")])
def test_a_poster_stays_one_sheet_however_much_there_is_to_say(size: PaperSize, code: str) -> None:
    long = replace(STATE, theme="Nước sinh hoạt và đường " * 12, topics=("Cấp nước sinh hoạt mùa khô " * 8,) * 9)
    pages = PdfReader(BytesIO(render(poster.document_of(long, size), by_code(code), "pdf"))).pages
    assert len(pages) == 1
