"""Working papers - slips, receipts, the chair's sheets - in every kind of file."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pypdfium2
import pytest
import zxingcpp
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from nghedan.foundation.documents.formats import FORMATS, by_code, choose
from nghedan.foundation.documents.formats.rules import Element
from nghedan.foundation.documents.formats.working import WORKING, WORKING_LARGE
from nghedan.foundation.documents.layout import lay_out
from nghedan.foundation.documents.model import (
    Appendix,
    Choices,
    Document,
    Header,
    PageBreak,
    PaperSize,
    Paragraph,
    QrCode,
    Section,
    Sheet,
    SideBySide,
    Title,
    Together,
    Turned,
    WritingLines,
)
from nghedan.foundation.documents.pieces import Blank, Code, Columns, Kept, Line
from nghedan.foundation.documents.renderers import html, render
from tests.foundation.documents import geometry, papers, working_papers

SMALL = by_code("working")
LARGE = by_code("working-large")
STATE = by_code("nd30-2020")


def _paper(*body: Any, **sheet: Any) -> Document:
    return Document(header=Header(()), subject="Phiếu", body=body, sheet=Sheet(**sheet))


def _word(document: Document, fmt: Any = SMALL) -> Any:
    return docx.Document(BytesIO(render(document, fmt, "docx")))


def _pages(document: Document, fmt: Any = SMALL) -> list[list[str]]:
    return [[box["text"] for box in page] for page in geometry.texts(render(document, fmt, "pdf"))]


def _sides(document: Document) -> list[tuple[int, int]]:
    pages = PdfReader(BytesIO(render(document, SMALL, "pdf"))).pages
    return [(round(page.mediabox.width * geometry.MM), round(page.mediabox.height * geometry.MM)) for page in pages]


@pytest.mark.parametrize(("kind", "code"), [(WORKING, "working"), (WORKING_LARGE, "working-large")])
def test_a_document_type_asks_for_a_working_format_by_its_kind_of_body(kind: str, code: str) -> None:
    assert choose(kind, date(2026, 9, 15)).code == code


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "text"])
@pytest.mark.parametrize("code", FORMATS)
def test_every_block_can_be_drawn_by_every_format(code: str, kind: str) -> None:
    assert render(working_papers.everything(), by_code(code), kind)


def test_a_working_paper_bears_neither_title_of_the_state_nor_closing_mark() -> None:
    text = render(working_papers.everything(body=(Paragraph("Xin cảm ơn."),)), SMALL, "text").decode()
    assert "CỘNG HÒA" not in text
    assert text.split("\n\n")[0] == "ỦY BAN NHÂN DÂN XÃ YÊN HÒA"
    assert text.endswith("Xin cảm ơn.\n")


def test_the_text_of_large_sheets_is_between_13_and_16_points() -> None:
    sizes = {LARGE.styles[element].size for element in (Element.BODY, Element.BULLET_1, Element.TABLE_CELL)}
    assert sizes == {15}


@pytest.mark.parametrize(
    ("size", "landscape", "sides"),
    [
        (PaperSize.A3, False, (297, 420)),
        (PaperSize.A4, False, (210, 297)),
        (PaperSize.A4, True, (297, 210)),
        (PaperSize.A5, False, (148, 210)),
        (PaperSize.A5, True, (210, 148)),
    ],
)
def test_a_paper_chooses_its_sheet(size: PaperSize, landscape: bool, sides: tuple[int, int]) -> None:
    document = _paper(Paragraph("x " * 200), size=size, landscape=landscape, margin_mm=9)
    section = _word(document).sections[0]
    assert _sides(document) == [sides]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == sides
    assert {round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")} == {9}
    assert section.orientation == (1 if landscape else 0)
    starts = {box["x"] for box in geometry.texts(render(document, SMALL, "pdf"))[0]}
    assert min(starts) == pytest.approx(9, abs=0.1)
    turned = " paper-landscape" if landscape else ""
    assert f'<section class="paper{turned} paper-{size} paper-margin-9">' in html.fragment(document, SMALL)


def test_pages_are_numbered_unless_the_sheet_says_not() -> None:
    body = (Paragraph("một"), PageBreak(), Paragraph("hai"))
    assert _pages(_paper(*body)) == [["một"], ["2", "hai"]]
    assert _pages(_paper(*body, numbered=False)) == [["một"], ["hai"]]
    heads = [_word(_paper(*body, numbered=on)).sections[0].header._element for on in (True, False)]
    assert [len(head.xpath(".//w:instrText")) for head in heads] == [1, 0]


def test_a_page_break_at_the_end_leaves_no_empty_page() -> None:
    document = _paper(Paragraph("một"), PageBreak(), Paragraph("hai"), PageBreak())
    assert len(_pages(document)) == 2
    assert len(_word(document).element.body.xpath(".//w:br")) == 1


def test_a_turned_part_lies_across_and_the_numbers_run_on() -> None:
    document = working_papers.everything()
    assert [part.landscape for part in lay_out(document, SMALL).parts] == [False, True, False]
    assert _sides(document) == [(210, 297), (297, 210), (297, 210), (210, 297)]
    assert [page[0] for page in _pages(document)][1:] == ["2", "3", "4"]
    heads = [page.count("Đơn vị chủ trì") for page in _pages(document)]
    assert heads == [0, 1, 1, 0]
    sections = _word(document).sections
    assert [section._sectPr.find(qn("w:pgNumType")) is not None for section in sections] == [True, False, False]
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]


def test_a_turned_part_in_a_report_stands_before_the_signature() -> None:
    parts = lay_out(papers.state_plan(body=(Turned((papers.table_of(3),)),)), STATE).parts
    assert [part.landscape for part in parts] == [False, True, False]
    assert sum(parts[1].pieces[0].widths) == pytest.approx(297 - 30 - 15)  # type: ignore[union-attr]


def test_a_turned_part_of_a_turned_appendix_stands_upright() -> None:
    appendix = Appendix("Bảng", (papers.table_of(1), Turned((papers.table_of(2),))), landscape=True)
    parts = lay_out(papers.state_plan(appendices=(appendix,)), STATE).parts
    assert [(part.landscape, part.numbered_anew) for part in parts] == [(False, True), (True, True), (False, False)]
    assert sum(parts[2].pieces[0].widths) == pytest.approx(165)  # type: ignore[union-attr]


def test_sections_count_on_through_what_holds_them_and_anew_after_a_title() -> None:
    body = (Section("A"), Together((Section("B"),)), Turned((Section("C"),)), Section("D"), Title("Tờ 2"), Section("E"))
    text = render(_paper(*body), SMALL, "text").decode()
    assert text.split("\n\n") == ["1. A", "2. B", "3. C", "4. D", "TỜ 2", "1. E\n"]


def test_the_code_is_drawn_in_its_size_and_says_its_address() -> None:
    document = _paper(QrCode("https://vidu.example/?a=1&b=2", 30, "Quét mã"))
    fragment = html.fragment(document, SMALL)
    assert '<svg role="img" aria-label="https://vidu.example/?a=1&amp;b=2" width="30mm" height="30mm"' in fragment
    assert re.findall(r"\s(?:style|src|on\w+)=", fragment) == []
    picture = _word(document).element.body.xpath(".//wp:inline")[0]
    assert round(picture.extent.cx / 36000, 1) == 30
    assert picture.docPr.get("descr") == "https://vidu.example/?a=1&b=2"
    assert render(document, SMALL, "text").decode() == "Quét mã https://vidu.example/?a=1&b=2\n"


def test_a_scanner_reads_the_code_off_the_page_and_off_the_picture_of_word() -> None:
    document = _paper(QrCode("https://vidu.example/yen-hoa/y-kien/YH-001", 18))
    with pypdfium2.PdfDocument(render(document, SMALL, "pdf")) as pdf:
        page = pdf[0].render(scale=150 / 72).to_pil()
    (picture,) = [part for part in _word(document).part.package.iter_parts() if part.partname.endswith(".png")]
    with Image.open(BytesIO(picture.blob)) as opened:
        read = [[one.text for one in zxingcpp.read_barcodes(image)] for image in (page, opened.convert("L"))]
    assert read == [["https://vidu.example/yen-hoa/y-kien/YH-001"]] * 2


def test_an_address_said_by_the_caption_is_not_said_twice() -> None:
    code = QrCode("https://vidu.example", caption="Mở https://vidu.example")
    assert render(_paper(code), SMALL, "text").decode() == "Mở https://vidu.example\n"


def test_pictures_of_a_word_file_have_numbers_of_their_own() -> None:
    numbers = [one.get("id") for one in _word(working_papers.slips()).element.body.iter("{*}docPr")]
    assert numbers == [str(place) for place in range(1, 9)]


def test_a_hostile_address_stays_text() -> None:
    fragment = html.fragment(_paper(QrCode('"><script>alert(1)</script>')), SMALL)
    assert 'aria-label="&quot;&gt;&lt;script&gt;' in fragment
    assert "<script" not in fragment


def test_lines_to_write_on_stand_at_their_distance() -> None:
    document = _paper(WritingLines(3, "Ý kiến:", spacing_mm=9))
    (blank,) = lay_out(document, SMALL).parts[0].pieces
    assert isinstance(blank, Blank)
    heights = [round(line["y1"], 1) for line in geometry.lines(render(document, SMALL, "pdf"))[0]]
    assert [round(after - before, 1) for before, after in pairwise(heights)] == [9, 9]
    drawn = _word(document).element.body.xpath(".//w:p[w:pPr/w:pStyle/@w:val='form']")
    assert [one.find(f"{qn('w:pPr')}/{qn('w:spacing')}").get(qn("w:line")) for one in drawn] == ["510"] * 3
    assert [one.find(f".//{qn('w:pPr')}//{qn('w:tab')}").get(qn("w:leader")) for one in drawn] == ["dot"] * 3
    blanks = [one.findtext(f".//{qn('w:t')}") for one in _word(_paper(WritingLines(2))).element.body.findall(qn("w:p"))]
    assert blanks == ["\u00a0", "\u00a0", None]  # LibreOffice keeps no distance for a tabulator alone
    assert html.fragment(document, SMALL).count("paper-blank paper-pitch-9") == 3


def test_choices_fill_their_columns_row_by_row() -> None:
    (columns,) = lay_out(_paper(Choices(("một", "hai", "ba"), columns=2)), SMALL).parts[0].pieces
    assert isinstance(columns, Columns)
    words = [["".join(line.text for line in cell) for cell in row] for row in columns.rows]  # type: ignore[union-attr]
    assert words == [["☐ một", "☐ hai"], ["☐ ba", ""]]
    assert _pages(_paper(Choices(("một",)))) == [["□ một"]]  # the bundled font has the square


def test_columns_of_a_page_never_share_out_more_than_there_is() -> None:
    fragment = html.fragment(_paper(Choices(("một", "hai", "ba", "bốn"), columns=3)), SMALL)
    rows = fragment.split('<div class="paper-beside">')[1:]
    assert [re.findall(r"paper-share-(\d+)", row) for row in rows] == [["30", "30", "30"], ["30", "30", "30"]]


def test_columns_share_the_width_left_by_the_gaps() -> None:
    block = SideBySide(((Paragraph("a"),), (QrCode("b"),)), weights=(3, 1), gap_mm=4)
    (columns,) = lay_out(_paper(block, margin_mm=15), SMALL).parts[0].pieces
    assert isinstance(columns, Columns)
    assert columns.widths == (132, 4, 44)
    assert [[type(piece) for piece in cell] for cell in columns.rows[0]] == [[Line], [], [Code]]


@pytest.mark.parametrize("filler", range(22, 36, 3))
def test_what_belongs_together_stands_on_one_page(filler: int) -> None:
    kept = Together((Paragraph("đầu"), WritingLines(4), Paragraph("cuối")))
    pages = _pages(_paper(*(Paragraph(f"Đoạn {place}") for place in range(filler)), kept, numbered=False))
    assert [("đầu" in page) == ("cuối" in page) for page in pages] == [True] * len(pages)


def test_word_binds_what_belongs_together() -> None:
    document = _paper(Together((Paragraph("đầu"), WritingLines(2), Paragraph("cuối"))), Paragraph("sau"))
    assert isinstance(lay_out(document, SMALL).parts[0].pieces[0], Kept)
    drawn = _word(document).element.body.findall(qn("w:p"))[:4]
    kept = [one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in drawn]
    assert kept == [True, True, True, False]


def test_a_slip_of_a5_fills_one_page_and_two_stand_on_a4() -> None:
    assert len(_pages(working_papers.slips(3, PaperSize.A5))) == 3
    assert len(_pages(working_papers.slips(4))) == 2


def test_the_line_to_cut_along_shows_its_label_between_dashes() -> None:
    text = render(working_papers.slips(1), SMALL, "text").decode()
    assert re.search(r"^✂ [- ]+ Cắt theo đường này; phần dưới người gửi giữ lại [- ]+$", text, re.MULTILINE)
    cut = _word(working_papers.slips(1)).element.body.xpath(".//w:p[w:pPr/w:tabs/w:tab/@w:leader='hyphen']")
    assert len(cut) == 2


@papers.EVERY_RULE_SET
def test_a_letter_to_one_names_it_on_the_same_line(fmt: Any) -> None:
    document = papers.letter(address=papers.Address(("Công an xã",)))
    lines = [piece for piece in lay_out(document, fmt).parts[0].pieces if isinstance(piece, Line)]
    assert (lines[0].element, lines[0].text) == (Element.ADDRESS, "Kính gửi: Công an xã")
    assert {Element.KIND, Element.SUBJECT} & {line.element for line in lines} == set()
    head = lay_out(document, fmt).parts[0].pieces[0]
    assert isinstance(head, Columns)
    subject = f"{fmt.marks.letter_prefix}chuẩn bị nội dung trả lời ý kiến của Nhân dân"
    assert head.rows[1][0][1] == next(line for line in head.rows[1][0] if line.element is Element.LETTER_SUBJECT)  # type: ignore[union-attr]
    assert head.rows[1][0][1].text == subject  # type: ignore[union-attr]
