"""The PDF measured on the page and held against the format."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.measure import width_mm
from nghedan.foundation.documents.model import Column, Document, Paragraph, Table
from nghedan.foundation.documents.renderers import render
from tests.foundation.documents import geometry, papers

STATE = by_code("nd30-2020")
EVERY = papers.EVERY_RULE_SET
LONG = "Ủy ban nhân dân xã yêu cầu các cơ quan, đơn vị thực hiện nghiêm túc, báo cáo kết quả đúng hạn. " * 4


def _pdf(document: Document, fmt: Format = STATE) -> bytes:
    return render(document, fmt, "pdf")


def _find(pages: list[list[dict[str, object]]], start: str) -> tuple[int, dict[str, float]]:
    """Return the page and box of the text that begins so, the last one if there are several."""
    return [
        (place, box)  # type: ignore[misc]
        for place, page in enumerate(pages)
        for box in page
        if str(box["text"]).replace("\u00a0", " ").startswith(start)
    ][-1]


@EVERY
def test_text_begins_at_the_left_margin_and_ends_at_the_right(fmt: Format) -> None:
    pages = geometry.texts(_pdf(papers.state_plan(opening=(LONG,)), fmt))
    starts = {box["x"] for box in pages[0] if box["text"].startswith(("nghiêm", "thực", "báo", "các", "cầu", "quả"))}
    assert starts <= {30.0, 30.0 + fmt.styles[Element.BODY].first_line}
    assert 30.0 in starts


@EVERY
def test_sizes_and_type_on_the_page_are_those_of_the_format(fmt: Format) -> None:
    pages = geometry.texts(_pdf(papers.party_plan(), fmt))
    for start, element in (
        ("Số", Element.NUMBER),
        ("Yên Hòa, ngày", Element.PLACE_DATE),
        ("KẾ HOẠCH", Element.KIND),
        ("- Củng cố", Element.BULLET_1),
        ("Nơi nhận", Element.RECIPIENTS),
        ("- Ban Thường vụ Tỉnh ủy", Element.RECIPIENT),
        ("Hoàng Thị Chi", Element.SIGNER),
    ):
        style = fmt.styles[element]
        face = ("-" if style.bold or style.italic else "") + "Bold" * style.bold + "Italic" * style.italic
        _, box = _find(pages, start)
        assert (box["size"], box["font"]) == (style.size, f"LiberationSerif{face}"), start


@EVERY
def test_lines_of_a_paragraph_stand_at_the_pitch_of_the_format(fmt: Format) -> None:
    pages = geometry.texts(_pdf(papers.state_plan(bases=(), opening=(LONG,)), fmt))
    body = [box for box in pages[0] if box["x"] == 30.0 and box["font"] == "LiberationSerif" and box["size"] == 14]
    leading = fmt.styles[Element.BODY].leading
    pitch = leading.amount if leading.exact else leading.amount * 14 * 1.149
    assert body[1]["y"] - body[0]["y"] == pytest.approx(pitch * geometry.MM, abs=0.05)


@EVERY
def test_the_rule_under_the_title_is_as_long_as_the_title(fmt: Format) -> None:
    element, text = fmt.marks.title[-1]
    length = width_mm(text.replace(" ", "\u00a0"), fmt.styles[element].size, bold=True)
    content = _pdf(papers.state_plan(), fmt)
    _, title = _find(geometry.texts(content), text)
    rules = [line for line in geometry.lines(content)[0] if line["y1"] == line["y2"] and line["y1"] < 40]
    longest = max(rules, key=lambda line: line["x2"] - line["x1"])
    assert longest["x1"] == pytest.approx(title["x"], abs=0.1)
    assert longest["x2"] - longest["x1"] == pytest.approx(length, abs=0.1)
    assert 0 < longest["y1"] - title["y"] < 3


def test_the_page_number_is_hidden_on_the_first_page_and_centred_on_the_second() -> None:
    first, second = geometry.texts(_pdf(papers.state_plan()))
    assert [box for box in first if box["y"] < 20] == []
    (number,) = [box for box in second if box["y"] < 20]
    assert (number["text"], number["size"]) == ("2", 14.0)
    assert number["x"] + width_mm("2", 14) / 2 == pytest.approx(30 + 165 / 2, abs=0.1)
    assert 10 < number["y"] < 16


def test_an_appendix_counts_its_pages_anew_on_turned_paper() -> None:
    content = _pdf(papers.wide())
    numbers = [[box["text"] for box in page if box["y"] < 18] for page in geometry.texts(content)]
    assert numbers == [[], ["2"], [], ["2"], ["3"], ["4"]]
    widths = [round(float(page.mediabox.width) * geometry.MM) for page in PdfReader(BytesIO(content)).pages]
    assert widths == [210, 210, 297, 297, 297, 297]


def test_the_head_of_a_table_repeats_and_rows_do_not_split() -> None:
    pages = geometry.texts(_pdf(papers.wide(30)))[2:]
    assert [[box["text"] for box in page].count("Đơn vị chủ trì") for page in pages] == [1, 1, 1]
    for row in range(1, 31):
        first = [place for place, page in enumerate(pages) for box in page if f"số {row} về" in box["text"]]
        assert len(first) == 1, row


@pytest.mark.parametrize("filler", range(9, 22))
def test_the_signature_is_never_alone_on_its_page(filler: int) -> None:
    body = tuple(Paragraph(f"Đoạn {place}. {LONG[:190]}") for place in range(filler))
    pages = geometry.texts(_pdf(papers.state_plan(body=body)))
    signed, _ = _find(pages, "Lý Văn Bình")
    closing, _ = _find(pages, "thực hiện nghiêm túc")
    before, _ = _find(pages, f"Đoạn {filler - 1}.")
    assert (closing, before) == (signed, signed)


@pytest.mark.parametrize("rows", range(15, 36, 2))
def test_the_last_row_of_a_table_stays_with_the_signature(rows: int) -> None:
    cells = tuple((str(place), f"Việc thứ {place}") for place in range(1, rows + 1))
    body = (Table((Column("TT", 1), Column("Nội dung", 9)), cells),)
    pages = geometry.texts(_pdf(papers.state_plan(body=body, closing=())))
    signed, _ = _find(pages, "Lý Văn Bình")
    last, _ = _find(pages, f"Việc thứ {rows}")
    assert last == signed


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for filler in range(9, 22):
        body = (*(Paragraph(LONG[:190]) for _ in range(filler)), *papers.state_plan().body)
        for page in geometry.texts(_pdf(papers.state_plan(body=body)))[:-1]:
            assert not page[-1]["text"].startswith(("I", "1. M", "2. Y", "a)", "b)")), filler


def test_the_file_names_its_title_and_language() -> None:
    reader = PdfReader(BytesIO(_pdf(papers.state_plan(subject="Đối thoại năm 2026"))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Kế hoạch Đối thoại năm 2026"
    assert reader.trailer["/Root"]["/Lang"] == "vi"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert _pdf(papers.state_plan()) == _pdf(papers.state_plan())


def test_fonts_are_embedded_and_only_ours() -> None:
    fonts = {box["font"].partition("-")[0] for page in geometry.texts(_pdf(papers.wide())) for box in page}
    assert fonts == {"LiberationSerif"}


def _titles(outline: list[Any], depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in outline:
        found += _titles(entry, depth + 1) if isinstance(entry, list) else [(depth, str(entry.title))]
    return found


def test_headings_make_the_outline_of_a_tagged_file() -> None:
    reader = PdfReader(BytesIO(_pdf(papers.wide())))
    assert _titles(reader.outline)[:4] == [
        (0, "BÁO CÁO"),
        (1, "I. MỤC ĐÍCH, YÊU CẦU"),
        (2, "1. Mục đích"),
        (2, "2. Yêu cầu"),
    ]
    assert _titles(reader.outline)[-1] == (1, "Phụ lục")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf has a type of its own
