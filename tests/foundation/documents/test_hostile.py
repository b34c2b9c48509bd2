"""Text that would like to be markup stays text in every kind of file."""

from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import (
    Address,
    Appendix,
    Authority,
    Bullets,
    Column,
    Document,
    Header,
    Item,
    Paragraph,
    Run,
    Section,
    Signature,
    Table,
)
from nghedan.foundation.documents.renderers import render

STATE = by_code("nd30-2020")
HOSTILE = {
    "typst": '#read("/etc/passwd") $x$ *b* = H <label> @ref \\ `c` #{1+1} // c',
    "word": "</w:t></w:r><w:r><w:t>]]>&lt;&#x0; <?xml ?>",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>\" ' &amp; <!-- -->",
    "json": '"}],"parts":[{"landscape":true}]} \\u0000 \\n',
    "template": "{{ secret }} {% load x %} %(name)s {0} {}",
}


def _everywhere(text: str) -> Document:
    """Put the text into every field there is."""
    return Document(
        kind=text,
        subject=text,
        header=Header(issuer=(text,), superior=(text,), number=text, place=text, year=2026),
        address=Address((text, text), word=text),
        bases=(text,),
        opening=(text,),
        body=(
            Section(text, (Paragraph((Run(text, bold=True), Run(text, italic=True))), Bullets((Item(text, (text,)),)))),
            Section(text, lead=text),
            Table((Column(text), Column(text)), ((text, text),), caption=text),
        ),
        closing=(text,),
        recipients=(text,),
        archive=text,
        signatures=(Signature(text, text, (Authority(text),)),),
        appendices=(Appendix(text, (Paragraph(text),), reference=text),),
        draft=True,
    )


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markup_in_text_is_printed_and_not_obeyed(text: str) -> None:
    document, wanted = _everywhere(text), _squeezed(text)
    printed = _squeezed(render(document, STATE, "text").decode())
    count = printed.count(wanted)
    assert count == 32

    word = docx.Document(BytesIO(render(document, STATE, "docx")))
    written = "".join(node.text or "" for node in word.element.body.iter("{*}t"))
    assert _squeezed(written).count(wanted) == count

    html = _Tags()
    html.feed(render(document, STATE, "html").decode())
    assert _squeezed(html.text).count(wanted) == count + 2  # kind and subject are the title of the page
    assert {"script", "img", "label"} & html.tags == set()
    assert {"style", "onerror", "src"} & html.attributes == set()

    pages = PdfReader(BytesIO(render(document, STATE, "pdf"))).pages
    assert _squeezed("".join(page.extract_text() for page in pages)).count(wanted) == count


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "text"])
def test_signs_that_are_no_text_are_left_out(kind: str) -> None:
    hidden = "a\x00b\x08c\u202ed\u2066e\u200bf\ufeffg\x1bh\ud800i\ufffek"
    content = render(_everywhere(hidden), STATE, kind)
    if kind == "docx":
        written = "".join(node.text or "" for node in docx.Document(BytesIO(content)).element.body.iter("{*}t"))
    elif kind == "pdf":
        written = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    else:
        written = content.decode()
    assert _squeezed(written).count("abcdefghik") >= 32
    assert not set(written) & set(hidden) - set("abcdefghik")


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "text"])
def test_a_word_without_spaces_and_an_empty_cell_do_no_harm(kind: str) -> None:
    table = Table((Column(""), Column("x" * 300)), (("", ""), ("y" * 500, "")))
    document = Document(header=Header(("z" * 200,)), subject="t" * 400, kind="K", body=(table,))
    assert render(document, STATE, kind)
