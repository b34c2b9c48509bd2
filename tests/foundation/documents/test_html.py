import re

import pytest

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.renderers import html, render
from nghedan.kernel.errors import Invalid
from tests.foundation.documents import papers

STATE = by_code("nd30-2020")
PARTY = by_code("hd05-2026")


def test_the_style_sheet_holds_the_values_of_the_formats() -> None:
    assert html.STYLESHEET.read_text("utf-8") == html.stylesheet()


def test_sizes_of_the_style_sheet_are_those_of_the_format() -> None:
    sheet = html.stylesheet()
    assert ".paper-hd05-2026 .paper-kind { font-size: 16pt; line-height: 1.149; font-weight: bold;" in sheet
    assert ".paper-hd05-2026 .paper-body { font-size: 14pt; line-height: 18pt;" in sheet
    assert ".paper-nd30-2020 .paper { padding: 20mm 15mm 20mm 30mm; }" in sheet


def test_the_preview_is_structured_and_has_no_style_of_its_own() -> None:
    fragment = html.fragment(papers.state_plan(), STATE)
    headings = re.findall(r"<(h\d) class=\"paper-(\w+)[^>]*><span>([^<]{1,14})", fragment)
    assert headings[:5] == [
        ("h1", "kind", "KẾ HOẠCH"),
        ("h2", "heading_1", "I. MỤC ĐÍCH, Y"),
        ("h3", "heading_2", "1. Mục đích"),
        ("h3", "heading_2", "2. Yêu cầu"),
        ("h2", "heading_1", "II. NỘI DUNG, "),
    ]
    assert re.findall(r"\s(?!class|lang|scope)[a-z]+=", fragment) == []
    assert fragment.startswith('<article class="paper-set paper-nd30-2020" lang="vi">')
    assert '<th scope="col" class="paper-table_head">TT</th>' in fragment
    assert "<em>“nghe dân nói, nói dân hiểu, làm dân tin”</em>" in fragment


def test_bullets_and_recipients_are_lists() -> None:
    fragment = html.fragment(papers.party_plan(), PARTY)
    lists = re.findall(r"<ul class=\"paper-list\">(.*?)</ul>", fragment, re.DOTALL)
    assert [inner.count("<li") for inner in lists] == [2, 4, 2, 4]


def test_the_file_is_a_page_of_its_own() -> None:
    page = render(papers.state_plan(subject="Đối thoại <2026>"), STATE, "html").decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert "<title>Kế hoạch Đối thoại &lt;2026&gt;</title>" in page
    assert html.stylesheet() in page


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(Invalid, match="Không xuất được loại tệp “odt”"):
        render(papers.state_plan(), STATE, "odt")
