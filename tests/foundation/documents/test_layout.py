"""What stands on paper, before any renderer: words, numbers, marks and lengths of rules."""

import pytest

from nghedan.foundation.documents.formats import FORMATS, by_code
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.layout import lay_out
from nghedan.foundation.documents.measure import balanced_mm, width_mm
from nghedan.foundation.documents.model import (
    Appendix,
    Bullets,
    Column,
    Document,
    Header,
    Paragraph,
    Section,
    Signature,
    Table,
)
from nghedan.foundation.documents.pieces import Columns, Grid, Kept, Layout, Line
from tests.foundation.documents import papers

STATE = by_code("nd30-2020")
PARTY = by_code("hd05-2026")


def _lines(layout: Layout, *elements: Element) -> list[str]:
    return [
        piece.text
        for part in layout.parts
        for piece in part.pieces
        if isinstance(piece, Line) and piece.element in elements
    ]


def _columns(layout: Layout, name: str) -> list[list[list[str]]]:
    return [
        [[line.text for line in cell] for cell in row]
        for whole in layout.parts[0].pieces
        for piece in (whole.pieces if isinstance(whole, Kept) else (whole,))
        if isinstance(piece, Columns) and piece.name == name
        for row in piece.rows
    ]


def test_state_headings_number_themselves() -> None:
    headings = _lines(lay_out(papers.state_plan(), STATE), Element.HEADING_1, Element.HEADING_2, Element.HEADING_3)
    assert headings == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "II. NỘI DUNG, THÀNH PHẦN, THỜI GIAN",
        "2. Thành phần",
        "3. Lịch đối thoại",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng HĐND và UBND xã",
        "a) Trước hội nghị",
        "b) Sau hội nghị",
        "2. Công an xã",
    ]


@pytest.mark.parametrize(("code", "second"), [("hd36-2018", "1- Mục đích"), ("hd05-2026", "1. Mục đích")])
def test_party_headings_number_themselves(code: str, second: str) -> None:
    headings = _lines(lay_out(papers.party_plan(), by_code(code)), Element.HEADING_1, Element.HEADING_2)
    assert headings[:2] == ["I- Mục đích, yêu cầu", second]


def test_a_lead_follows_its_bold_title_on_the_same_line() -> None:
    pieces = lay_out(papers.state_plan(), STATE).parts[0].pieces
    line = next(piece for piece in pieces if isinstance(piece, Line) and piece.text.startswith("1. Thời gian"))
    assert line.text == "1. Thời gian: cuối quý III năm 2026, ngày cụ thể có thông báo sau."
    assert [run.bold for run in line.runs] == [True, True, True, False]


def test_a_lead_without_a_title_is_a_numbered_paragraph() -> None:
    body = (Section(lead="Chuẩn bị hội trường."), Section(lead="Gửi thông báo."))
    layout = lay_out(papers.state_plan(body=(Section("Nhiệm vụ", body),), closing=()), STATE)
    assert _lines(layout, Element.BODY)[1:] == ["1. Chuẩn bị hội trường.", "2. Gửi thông báo./."]


def test_sections_deeper_than_the_format_keep_its_last_level() -> None:
    deep = Section("A", (Section("B", (Section("C", (Section("D"),)),)),))
    assert _lines(lay_out(papers.state_plan(body=(deep,)), STATE), Element.HEADING_3) == ["a) C", "a) D"]


def test_state_head_stands_in_two_columns() -> None:
    assert _columns(lay_out(papers.state_plan(), STATE), "head") == [
        [
            ["ỦY BAN NHÂN DÂN", "XÃ YÊN HÒA"],
            [
                "CỘNG\u00a0HÒA\u00a0XÃ\u00a0HỘI\u00a0CHỦ\u00a0NGHĨA\u00a0VIỆT\u00a0NAM",
                "Độc\u00a0lập\u00a0-\u00a0Tự\u00a0do\u00a0-\u00a0Hạnh\u00a0phúc",
            ],
        ],
        [["Số: 05/KH-UBND"], ["Yên Hòa, ngày 05 tháng 02 năm 2026"]],
    ]


def test_party_head_has_its_star_and_no_colon_after_the_word_for_number() -> None:
    assert _columns(lay_out(papers.party_plan(), PARTY), "head") == [
        [
            ["ĐẢNG BỘ TỈNH VÂN SƠN", "ĐẢNG ỦY XÃ YÊN HÒA", "*"],
            ["ĐẢNG\u00a0CỘNG\u00a0SẢN\u00a0VIỆT\u00a0NAM"],
        ],
        [["Số 12-KH/ĐU"], ["Yên Hòa, ngày 02 tháng 6 năm 2026"]],
    ]


def test_the_party_subject_begins_small_above_five_hyphens() -> None:
    title = _lines(lay_out(papers.party_plan(), PARTY), Element.KIND, Element.SUBJECT, Element.SUBJECT_MARK)
    assert title == [
        "KẾ HOẠCH",
        "về đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền xã với Nhân dân năm 2026",
        "-----",
    ]


def test_bases_are_closed_and_marked_by_the_format() -> None:
    assert _lines(lay_out(papers.party_plan(), PARTY), Element.BASIS) == [
        "- Căn cứ Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị;",
        "- Căn cứ chương trình công tác năm.",
    ]
    assert [line[-1] for line in _lines(lay_out(papers.state_plan(), STATE), Element.BASIS)] == [";", ";", "."]


@pytest.mark.parametrize(("fmt", "end"), [(STATE, "nghiêm túc./."), (PARTY, "nghiêm túc.")], ids=["state", "party"])
def test_the_text_ends_with_the_mark_of_the_format(fmt: Format, end: str) -> None:
    assert _lines(lay_out(papers.state_plan(), fmt), Element.BODY)[-1].endswith(f"hiện {end}")


def test_the_last_bullet_carries_the_end_mark_when_nothing_follows() -> None:
    layout = lay_out(papers.state_plan(body=(Bullets(("một", "hai")),), closing=()), STATE)
    assert _lines(layout, Element.BULLET_1) == ["- một;", "- hai./."]


def test_recipients_stand_left_of_the_signature() -> None:
    assert _columns(lay_out(papers.state_plan(), STATE), "foot") == [
        [
            [
                "Nơi nhận:",
                "- Thường trực Đảng ủy, HĐND xã (b/c);",
                "- Chủ tịch, các Phó Chủ tịch UBND xã;",
                "- Ủy ban MTTQ Việt Nam xã (p/h);",
                "- Trưởng các thôn (t/h);",
                "- Lưu: VT, VP.",
            ],
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lý Văn Bình"],
        ]
    ]


def test_party_signature_and_recipients_use_party_signs() -> None:
    assert _columns(lay_out(papers.party_plan(), PARTY), "foot") == [
        [
            [
                "Nơi nhận:",
                "- Ban Thường vụ Tỉnh ủy (báo cáo),",
                "- Các chi bộ trực thuộc,",
                "- Các đồng chí Đảng ủy viên,",
                "- Lưu Văn phòng Đảng ủy.",
            ],
            ["T/M ĐẢNG ỦY", "BÍ THƯ", "Hoàng Thị Chi"],
        ]
    ]


def test_minutes_are_signed_side_by_side_above_the_recipients() -> None:
    assert _columns(lay_out(papers.minutes(), STATE), "foot") == [
        [["THƯ KÝ", "Nguyễn Thị An"], ["CHỦ TRÌ", "Lý Văn Bình"]],
        [["Nơi nhận:", "- Như thành phần;", "- Lưu: VT."], []],
    ]


def test_a_letter_has_its_subject_under_the_number_and_no_title() -> None:
    layout = lay_out(papers.letter(), STATE)
    assert _lines(layout, Element.KIND, Element.SUBJECT) == []
    assert _columns(layout, "head")[1][0] == [
        "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/UBND-VP",
        "V/v chuẩn bị nội dung trả lời ý kiến của Nhân dân",
    ]
    assert _lines(layout, Element.ADDRESS, Element.ADDRESSEE) == [
        "Kính gửi:",
        "- Phòng Kinh tế xã;",
        "- Công an xã;",
        "- Trưởng các thôn.",
    ]


def test_a_draft_says_so_under_its_number() -> None:
    assert _columns(lay_out(papers.state_plan(draft=True), STATE), "head")[1][0] == ["Số: 05/KH-UBND", "DỰ THẢO"]


def test_rules_are_as_long_as_the_format_says() -> None:
    head = lay_out(papers.state_plan(), STATE).parts[0].pieces[0]
    assert isinstance(head, Columns)
    issuer, motto = head.rows[0][0][-1], head.rows[0][1][-1]
    assert motto.rule_mm == width_mm(motto.text, 14, bold=True)
    assert issuer.rule_mm == pytest.approx(width_mm("XÃ YÊN HÒA", 13, bold=True) * 0.4)
    assert head.rows[0][0][0].rule_mm == 0


def test_a_long_subject_is_narrowed_to_lines_of_like_length() -> None:
    pieces = lay_out(papers.state_plan(), STATE).parts[0].pieces
    subject = next(piece for piece in pieces if isinstance(piece, Line) and piece.element is Element.SUBJECT)
    measure = balanced_mm(subject.text, 14, 165, bold=True)
    assert 100 < measure < 120  # two lines of some 109 mm instead of 165 and 53
    assert subject.inset_mm == (165 - measure) / 2
    assert subject.rule_mm == measure * 0.4


def test_the_signature_keeps_the_last_two_lines_with_it() -> None:
    pieces = lay_out(papers.state_plan(), STATE).parts[0].pieces
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    assert [line.keep_next for line in lines[-3:]] == [True, True, True]  # heading, its paragraph, the closing
    assert [line.keep_next for line in lines[-5:-3]] == [True, False]  # the heading before, its paragraph


def _grid(columns: tuple[Column, ...], *rows: tuple[str, ...]) -> Grid:
    layout = lay_out(papers.state_plan(body=(Table(columns, rows),)), STATE)
    return next(piece for piece in layout.parts[0].pieces if isinstance(piece, Grid))


def test_columns_of_a_table_share_the_width_by_weight() -> None:
    assert _grid((Column("TT", 1), Column("Nội dung", 3))).widths == pytest.approx((41.25, 123.75))


def test_no_word_of_a_table_is_broken_where_another_column_has_room() -> None:
    narrow, wide = _grid((Column("TT", 0.1), Column("Nội dung", 9.9)), ("15/10/2026", "Sửa bể nước")).widths
    written = width_mm("15/10/2026", STATE.styles[Element.TABLE_CELL].size)
    assert narrow == pytest.approx(written + 2 * STATE.cell_padding[0] + 0.5)
    assert narrow + wide == pytest.approx(165)


def test_an_address_takes_no_room_from_the_other_columns() -> None:
    address = "https://nghedan.example.vn/yen-hoa/doi-thoai/abcdefghjkmn/ket-qua/"
    narrow, wide = _grid((Column("TT", 1), Column("Nội dung", 9)), (address, "x")).widths
    assert (round(narrow, 1), round(narrow + wide)) == (40 + 2 * STATE.cell_padding[0] + 0.5, 165)


def test_more_than_four_sign_in_rows_that_stay_with_the_recipients() -> None:
    signatures = tuple(Signature("THƯ KÝ", f"Người {place}") for place in range(1, 6))
    last = lay_out(papers.state_plan(signatures=signatures), STATE).parts[0].pieces[-1]
    assert isinstance(last, Kept)
    rows = [[[line.text for line in cell] for cell in row] for one in last.pieces for row in one.rows]
    assert rows[:2] == [
        [["THƯ KÝ", "Người 1"], ["THƯ KÝ", "Người 2"], ["THƯ KÝ", "Người 3"]],
        [["THƯ KÝ", "Người 4"], ["THƯ KÝ", "Người 5"], []],
    ]
    assert rows[2][0][0] == "Nơi nhận:"


def test_several_appendices_are_numbered_and_may_be_turned() -> None:
    appendices = tuple(Appendix(title, (Paragraph("x"),), landscape=title == "Hai") for title in ("Một", "Hai"))
    layout = lay_out(papers.state_plan(appendices=appendices), STATE)
    assert _lines(layout, Element.APPENDIX, Element.APPENDIX_TITLE) == ["Phụ lục I", "MỘT", "Phụ lục II", "HAI"]
    assert [part.landscape for part in layout.parts] == [False, False, True]


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=lambda fmt: fmt.code)
def test_an_almost_empty_document_can_be_laid_out(fmt: Format) -> None:
    layout = lay_out(Document(header=Header(()), subject=""), fmt)
    assert _columns(layout, "foot") == []
    assert layout.title == ""
