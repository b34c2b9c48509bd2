"""The pages of a scan: one at a time, never too large, each fault one sentence."""

import io
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nghedan.foundation.attachments import images
from nghedan.foundation.attachments.formats import DOCX, JPG, PDF, PNG, Format
from nghedan.foundation.scans import pages
from nghedan.foundation.scans.pages import LONGEST_SIDE, MOST_PAGES, pages_of
from nghedan.kernel.errors import Invalid
from tests.foundation.attachments import files
from tests.foundation.scans import papers

A4_AT_200 = (1653, 2339)


def test_the_pages_of_a_pdf_come_in_order_at_200_dots_per_inch() -> None:
    found = list(pages_of(papers.blank_pdf(3), PDF))
    assert [(page.number, page.of) for page in found] == [(1, 3), (2, 3), (3, 3)]
    looks = {(page.image.mode, page.image.size, page.image.getpixel((5, 5))) for page in found}
    assert looks == {("RGB", A4_AT_200, (255, 255, 255))}


def test_a_photograph_is_one_page_upright_small_and_bare() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "NguoiChup"
    (page,) = pages_of(papers.sized(Image.new("RGB", (4000, 3000)), exif=exif, comment=b"GhiChu"), JPG)
    assert (page.number, page.of, page.image.size, page.image.info) == (1, 1, (1800, LONGEST_SIDE), {})


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_a_picture_of_any_colours_is_a_page(mode: str) -> None:
    (page,) = pages_of(files.picture("PNG", mode=mode), PNG)
    assert (page.image.mode, page.image.size) == ("RGB", (40, 30))


@pytest.mark.parametrize(("width", "height"), [(4032, 3024), (14_400, 14_400), (36, 842)])
def test_no_page_is_drawn_larger_than_the_longest_side(width: int, height: int) -> None:
    """Phones write one point for each pixel."""
    (page,) = pages_of(papers.blank_pdf(1, width, height), PDF)
    assert max(page.image.size) <= LONGEST_SIDE + 1


BAD = [
    ("empty", b"", PDF, "Tệp không có nội dung. Xin chọn lại tệp."),
    ("a Word file", files.docx(), DOCX, "Đây không phải tệp PDF hay ảnh. Xin quét thành PDF, hoặc chụp ảnh .jpg, .png."),  # noqa: E501
    ("locked", files.pdf("x"), PDF, "Tệp PDF có mật khẩu nên không mở được. Xin gỡ mật khẩu hoặc quét lại rồi gửi."),
    ("only a head", b"%PDF-1.7\n", PDF, "Tệp PDF bị hỏng, không mở được. Xin quét lại rồi gửi."),
    ("text", b"abc", PDF, "Tệp PDF bị hỏng, không mở được. Xin quét lại rồi gửi."),
    ("too many pages", papers.blank_pdf(MOST_PAGES + 1), PDF, "Tệp PDF có 301 trang; mỗi lần nhận tối đa 300 trang. Xin tách thành nhiều tệp."),  # noqa: E501
    ("without pages", papers.blank_pdf(0), PDF, "Tệp PDF bị hỏng, không mở được. Xin quét lại rồi gửi."),
    ("a thread of paper", papers.blank_pdf(1, 10, 842), PDF, "Trang 1 của tệp PDF có khổ giấy bất thường. Xin quét lại ở khổ A4 hoặc A5."),  # noqa: E501
    ("a road of paper", papers.blank_pdf(1, 595, 20_000), PDF, "Trang 1 của tệp PDF có khổ giấy bất thường. Xin quét lại ở khổ A4 hoặc A5."),  # noqa: E501
    ("half a photograph", files.picture("JPEG", (400, 300))[:2000], JPG, images.DAMAGED),
    ("a bomb of pixels", files.pixel_bomb(), PNG, "Ảnh có quá 40 triệu điểm ảnh. Xin chụp hoặc quét lại ở độ phân giải thấp hơn."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("content", "format_", "sentence"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_scans_are_refused_with_one_sentence(content: bytes, format_: Format, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        list(pages_of(content, format_))
    assert (str(refused.value), refused.value.field) == (sentence, "file")


def test_a_pdf_without_pages_is_not_called_locked_because_the_one_before_it_was() -> None:
    refusals = []
    for content in (files.pdf("x"), papers.blank_pdf(0)):
        with pytest.raises(Invalid) as refused:
            list(pages_of(content, PDF))
        refusals.append(refused.value.code)
    assert refusals == ["scans.locked", "scans.damaged"]


def test_a_pdf_locked_only_against_copying_is_read() -> None:
    assert len(list(pages_of(files.pdf(""), PDF))) == 1


def test_a_page_with_more_pixels_than_paper_can_hold_is_refused_before_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "MOST_PIXELS_ON_PAGE", 1166 * 1654 - 1)
    with pytest.raises(Invalid, match="Trang 1 được quét quá nét"):
        list(pages_of(papers.stack(papers.slip()), PDF))


def test_pages_are_drawn_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    real = pages._picture_of
    monkeypatch.setattr(pages, "_picture_of", lambda page, number: drawn.append(number) or real(page, number))
    coming = pages_of(papers.blank_pdf(5), PDF)
    seen = [next(coming).number, next(coming).number]
    coming.close()
    assert (seen, drawn) == ([1, 2], [1, 2])


def test_two_stacks_are_read_at_the_same_time_but_never_two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library forbids to be in two threads at once, even with two documents."""
    content, found, inside, most = papers.blank_pdf(5), [], [], []
    real = pages._picture_of

    def watched(page: object, number: int) -> object:
        inside.append(number)
        most.append(len(inside))
        try:
            return real(page, number)
        finally:
            inside.pop()

    monkeypatch.setattr(pages, "_picture_of", watched)
    threads = [threading.Thread(target=lambda: found.append(len(list(pages_of(content, PDF))))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, max(most)) == ([5, 5, 5, 5], 1)


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=30), st.integers(10, 10_000))
def test_no_damage_whatever_makes_it_crash(damage: list[tuple[int, int]], length: int) -> None:
    content = bytearray(SMALL_STACK[:length])
    for place, sign in damage:
        content[place % len(content)] = sign
    try:
        numbers = [page.number for page in pages_of(bytes(content), PDF)]
    except Invalid as refused:
        assert refused.field == "file"
    else:
        assert all(after == before + 1 for before, after in pairwise(numbers))


def _small_stack() -> bytes:
    out = io.BytesIO()
    slips = [Image.new("L", (60, 80), shade) for shade in (200, 250)]
    slips[0].save(out, format="PDF", save_all=True, append_images=slips[1:])
    return out.getvalue()


SMALL_STACK = _small_stack()
