"""The Word file read back and held against the format's table, element by element."""

import zipfile
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
from docx.oxml.ns import qn

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.layout import lay_out
from nghedan.foundation.documents.measure import width_mm
from nghedan.foundation.documents.model import Column, Document, Table
from nghedan.foundation.documents.pieces import Columns, Grid, Line
from nghedan.foundation.documents.renderers import render
from tests.foundation.documents import papers

STATE = by_code("nd30-2020")
PARTY = by_code("hd05-2026")
EVERY = papers.EVERY_RULE_SET
JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def _read(document: Document, fmt: Format = STATE) -> Any:
    return docx.Document(BytesIO(render(document, fmt, "docx")))


def _twips(mm: float) -> int:
    return round(mm / 25.4 * 1440)


def _value(parent: Any, path: str, attribute: str = "val") -> str | None:
    found = parent.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    return None if found is None else found.get(qn(f"w:{attribute}"))


@EVERY
def test_every_element_is_a_word_style_with_the_values_of_the_format(fmt: Format) -> None:
    styles = {style.style_id: style.element for style in _read(papers.state_plan(), fmt).styles}
    for element, style in fmt.styles.items():
        made = styles[element.value]
        leading = style.leading
        assert {
            "size": _value(made, "rPr/sz"),
            "complex size": _value(made, "rPr/szCs"),
            "bold": made.find(qn("w:rPr")).find(qn("w:b")) is not None,
            "italic": made.find(qn("w:rPr")).find(qn("w:i")) is not None,
            "underline": _value(made, "rPr/u"),
            "fonts": {_value(made, "rPr/rFonts", kind) for kind in ("ascii", "hAnsi", "eastAsia", "cs")},
            "colour": _value(made, "rPr/color"),
            "language": _value(made, "rPr/lang"),
            "before": _value(made, "pPr/spacing", "before"),
            "after": _value(made, "pPr/spacing", "after"),
            "line": _value(made, "pPr/spacing", "line"),
            "line rule": _value(made, "pPr/spacing", "lineRule"),
            "first line": _value(made, "pPr/ind", "firstLine"),
            "align": _value(made, "pPr/jc"),
        } == {
            "size": str(round(style.size * 2)),
            "complex size": str(round(style.size * 2)),
            "bold": style.bold,
            "italic": style.italic,
            "underline": "single" if style.underline else None,
            "fonts": {"Times New Roman"},
            "colour": "000000",
            "language": "vi-VN",
            "before": str(round(style.before * 20)),
            "after": "0",
            "line": str(round(leading.amount * (20 if leading.exact else 240))),
            "line rule": "exact" if leading.exact else "auto",
            "first line": str(_twips(style.first_line)),
            "align": JUSTIFICATION[style.align],
        }, element


@EVERY
def test_only_the_styles_of_the_format_are_offered(fmt: Format) -> None:
    paragraph_styles = {style.style_id for style in _read(papers.state_plan(), fmt).styles if style.type == 1}
    assert paragraph_styles == {"Normal", *(element.value for element in fmt.styles)}


@EVERY
def test_each_paragraph_carries_the_text_and_style_of_its_line(fmt: Format) -> None:
    document = papers.party_plan()
    expected = []
    for piece in lay_out(document, fmt).parts[0].pieces:
        if isinstance(piece, Line):
            expected.append((piece.element.value, piece.text))
        elif isinstance(piece, Columns):
            expected += [(line.element.value, line.text) for row in piece.rows for cell in row for line in cell]
        elif isinstance(piece, Grid):
            expected += [(cell.element.value, cell.text) for row in (piece.head, *piece.rows) for cell in row]
    word = _read(document, fmt)
    written = [
        (_value(paragraph, "pPr/pStyle"), "".join(text.text for text in paragraph.iter(qn("w:t"))))
        for paragraph in word.element.body.iter(qn("w:p"))
    ]
    assert [one for one in written if one[1]] == expected


def test_emphasis_inside_a_paragraph_is_kept() -> None:
    paragraph = next(one for one in _read(papers.state_plan()).paragraphs if one.text.startswith("Việc đối thoại"))
    assert [(run.text[:10], run.italic) for run in paragraph.runs] == [
        ("Việc đối t", None),
        ("“nghe dân ", True),
        ("; mỗi ý ki", None),
    ]


@EVERY
def test_paper_margins_and_page_numbers_are_those_of_the_format(fmt: Format) -> None:
    section = _read(papers.state_plan(), fmt).sections[0]
    page = fmt.page
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    sides += (section.left_margin, section.right_margin, section.header_distance)
    assert [round(side.mm, 1) for side in sides] == [210, 297, page.top, page.bottom, page.left, page.right, 10]
    number = section.header.paragraphs[0]._p
    assert (_value(number, "pPr/pStyle"), number.find(f".//{qn('w:instrText')}").text) == ("page_number", " PAGE ")
    assert section.different_first_page_header_footer is True
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
    assert _value(section._sectPr, "pgNumType", "start") == "1"


@EVERY
def test_head_and_signature_are_borderless_tables_without_padding(fmt: Format) -> None:
    tables = _read(papers.state_plan(), fmt).tables
    for table, widths in ((tables[0], fmt.head), (tables[-1], fmt.foot)):
        properties = table._tbl.tblPr
        assert [column.get(qn("w:w")) for column in table._tbl.tblGrid] == [str(_twips(width)) for width in widths]
        assert {cell.get(qn("w:w")) for cell in properties.find(qn("w:tblCellMar"))} == {"0"}
        assert {side.get(qn("w:val")) for side in properties.find(qn("w:tblBorders"))} == {"nil"}
        assert _value(properties, "tblLayout", "type") == "fixed"


def test_the_words_of_the_nation_cannot_be_broken() -> None:
    assert " " not in _read(papers.state_plan()).tables[0].cell(0, 1).text


@EVERY
def test_rules_are_borders_of_the_right_length(fmt: Format) -> None:
    word = _read(papers.state_plan(), fmt)
    drawn = [
        (_value(one.getprevious(), "pPr/pStyle"), one.find(qn("w:pPr")))
        for one in word.element.body.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
    ]
    assert {element for element, _ in drawn} == {element.value for element in fmt.rules}
    element, nation = drawn[0] if fmt is not STATE else drawn[1]
    text = fmt.marks.title[-1][1].replace(" ", "\u00a0")
    length = width_mm(text, fmt.styles[Element(element)].size, bold=True)
    indent = _twips((fmt.head[1] - length) / 2)
    assert [_value(nation, "ind", side) for side in ("left", "right")] == [str(indent), str(indent)]
    assert _value(nation, "pBdr/top", "sz") == "6"
    assert "_" not in "".join(text.text for text in word.element.body.iter(qn("w:t")))


def test_the_signature_block_does_not_split_and_holds_the_last_lines() -> None:
    word = _read(papers.state_plan())
    foot = word.tables[-1]._tbl
    assert foot.find(f".//{qn('w:cantSplit')}") is not None
    before = [foot.getprevious().getprevious(), foot.getprevious()]
    assert [one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in before] == [True, True]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    rows = _read(papers.wide(30)).tables[-1]._tbl.findall(qn("w:tr"))
    assert len(rows) == 31
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True] + [False] * 30
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_the_last_row_of_a_table_stays_with_the_signature() -> None:
    table = Table((Column("TT", 1), Column("Nội dung", 9)), (("1", "Việc"), ("2", "Việc")))
    rows = _read(papers.state_plan(body=(table,), closing=())).tables[1]._tbl.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:keepNext')}") is not None for row in rows] == [False, False, True]


def test_neighbouring_tables_stay_two() -> None:
    body = _read(papers.minutes()).element.body
    tags = [child.tag for child in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(tags))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


def test_a_wide_table_lies_on_turned_pages_numbered_anew() -> None:
    upright, turned = _read(papers.wide()).sections
    assert (round(upright.page_width.mm), round(turned.page_width.mm), round(turned.page_height.mm)) == (210, 297, 210)
    assert _value(turned._sectPr, "pgNumType", "start") == "1"
    assert turned.different_first_page_header_footer is True


def test_the_signature_stands_off_from_the_text() -> None:
    first = _read(papers.state_plan()).tables[-1].cell(0, 1).paragraphs[0]._p
    assert _value(first, "pPr/spacing", "before") == str(round(STATE.foot_space * 20))


def test_the_file_names_its_title_and_nobody() -> None:
    properties = _read(papers.state_plan(subject="Đối thoại năm 2026")).core_properties
    assert (properties.title, properties.author, properties.language) == ("Kế hoạch Đối thoại năm 2026", "", "vi-VN")


def test_nothing_of_the_library_template_is_left_in_the_file() -> None:
    with zipfile.ZipFile(BytesIO(render(papers.state_plan(), STATE, "docx"))) as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]
        assert b"2013" not in archive.read("docProps/core.xml")


def test_headings_show_in_the_navigation_of_word() -> None:
    styles = {style.style_id: style.element for style in _read(papers.state_plan()).styles}
    levels = {name: _value(style, "pPr/outlineLvl") for name, style in styles.items()}
    assert {name: level for name, level in levels.items() if level} == {
        "kind": "0",
        "letter_subject": "0",
        "heading_1": "1",
        "heading_2": "2",
        "heading_3": "3",
        "appendix": "1",
    }
