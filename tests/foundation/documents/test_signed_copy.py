import zipfile
from io import BytesIO

import pytest
from pypdf import PdfWriter

from nghedan.foundation.documents import signed_copy
from nghedan.foundation.documents.compare import DifferenceKind, compare
from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.documents.signed_copy import text_of
from nghedan.kernel.errors import Invalid
from tests.foundation.documents import papers

STATE = by_code("nd30-2020")
PAPERS = {
    "state": papers.state_plan(),
    "party": papers.party_plan(),
    "minutes": papers.minutes(),
    "letter": papers.letter(),
    "wide": papers.wide(),
}


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_a_copy_that_was_not_changed_has_no_differences(document: Document, kind: str) -> None:
    ours = render(document, STATE, "text").decode()
    assert compare(ours, text_of(render(document, STATE, kind))) == []


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_copy_numbered_dated_and_corrected_shows_just_that(kind: str) -> None:
    ours = render(papers.minutes(), STATE, "text").decode()
    corrected = papers.minutes()
    header = {**corrected.header.__dict__, "number": "07/BB-UBND", "day": 18}
    signed = Document(**{**corrected.__dict__, "header": type(corrected.header)(**header), "closing": ("Kết thúc.",)})
    differences = compare(ours, text_of(render(signed, STATE, kind)))
    assert [(one.kind, one.theirs) for one in differences if one.kind is DifferenceKind.FILLED] == [
        (DifferenceKind.FILLED, "07/BB-UBND"),
        (DifferenceKind.FILLED, "18"),
    ]
    assert {one.kind for one in differences[2:]} == {DifferenceKind.REMOVED}


def _refusal(content: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        text_of(content)
    return refused.value.code


def _blank_pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _zip(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def test_a_scan_without_text_says_so() -> None:
    with pytest.raises(Invalid, match="Bản ký là ảnh quét, không có chữ để so với dự thảo"):
        text_of(_blank_pdf())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "documents.copy_kind"),
        (b"\xd0\xcf\x11\xe0 old Word", "documents.copy_kind"),
        (b"%PDF-1.7 broken", "documents.copy_unreadable"),
        (b"PK\x03\x04 broken", "documents.copy_unreadable"),
        (_zip("xl/workbook.xml", b"<a/>"), "documents.copy_unreadable"),
        (_zip("word/document.xml", b"<w:document"), "documents.copy_unreadable"),
        (_zip("word/document.xml", b"<a/>"), "documents.copy_without_text"),
        (_blank_pdf("secret"), "documents.copy_locked"),
    ],
    ids=["empty", "old word", "broken pdf", "broken zip", "workbook", "broken xml", "no text", "locked"],
)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, code: str) -> None:
    assert _refusal(content) == code


def test_a_file_that_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    content = render(papers.state_plan(), STATE, "docx")
    assert text_of(content)
    monkeypatch.setattr(signed_copy, "MAX_TEXT_BYTES", 1000)
    assert _refusal(content) == "documents.copy_unreadable"


def test_entities_are_not_expanded() -> None:
    bomb = (
        b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:p><w:t>x&a;&f;</w:t></w:p></w:document>"
    )
    assert text_of(_zip("word/document.xml", bomb)) == "x"


def test_what_was_struck_out_under_track_changes_is_not_text() -> None:
    tracked = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
        "<w:r><w:t>mời</w:t></w:r><w:del><w:r><w:delText> 100</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:tab/><w:t>120</w:t></w:r></w:ins></w:p></w:document>"
    ).encode()
    assert text_of(_zip("word/document.xml", tracked)) == "mời\t120"
