"""Every kind of paper, with usual facts and with awkward ones: nothing empty between signs, nothing outside its page,
and the same words in Word, PDF and text."""

import re
from collections import Counter
from io import BytesIO

import pytest
from pypdf import PdfReader

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.measure import width_mm
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.documents.signed_copy import text_of
from tests.foundation.documents import geometry
from tests.golden.documents import awkward, renew

CASES = {**renew.CASES, **awkward.CASES}
LEADER = re.compile(r":?\s*\.{5,}|…{3,}")  # room to write by hand
FAULTS = (
    re.compile(r"(?<!\.)\.\.(?!\.)"),  # two full stops
    re.compile(r"[,;:]\s*[.,;:](?!/)"),  # a sign after a sign: something between them is missing
    re.compile(r" [,.;:!?](?!\S)"),  # a sign after a blank
    re.compile(r"\(\s*\)|“\s*”|[(“]\s*[,;]"),
    re.compile(r"\bNone\b|[{}]"),
    re.compile(r"(?<!giờ )\b00\b"),
)
ADDRESS = re.compile(r"https?://\S+")
ONE_SHEET = ("monday-40", "poster-a4-long", "poster-a3-invited", "chairs-file-0", "poster-a4-bare")


def _drawn(name: str, kind: str) -> bytes:
    paper, code = CASES[name]
    return render(paper(), by_code(code), kind)


def _pages(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize("name", CASES)
def test_nothing_stands_empty_between_signs(name: str) -> None:
    lines = [LEADER.sub("", line) for line in _drawn(name, "text").decode().splitlines()]
    assert [line for line in lines for fault in FAULTS if fault.search(line)] == []


@pytest.mark.parametrize("name", CASES)
def test_word_says_what_the_text_says(name: str) -> None:
    """All but the addresses, which stand in the QR codes of the one and are told in the other."""
    said = Counter(re.findall(r"\w+", ADDRESS.sub("", text_of(_drawn(name, "docx")))))
    told = Counter(re.findall(r"\w+", ADDRESS.sub("", _drawn(name, "text").decode())))
    assert said == told


@pytest.mark.parametrize("name", CASES)
def test_no_word_stands_outside_its_page(name: str) -> None:
    content = _drawn(name, "pdf")
    widths = [float(page.mediabox.width) * geometry.MM for page in PdfReader(BytesIO(content)).pages]
    outside = [
        piece["text"]
        for page, width in zip(geometry.texts(content), widths, strict=True)
        for piece in page
        if not 5 < piece["x"] < piece["x"] + _width(piece) < width - 5
    ]
    assert outside == []


def _width(piece: dict[str, object]) -> float:
    font, size = str(piece["font"]), float(str(piece["size"]))
    return width_mm(str(piece["text"]), size, bold="Bold" in font, italic="Italic" in font)


@pytest.mark.parametrize("name", ONE_SHEET)
def test_what_is_to_be_one_sheet_stays_one(name: str) -> None:
    assert _pages(_drawn(name, "pdf")) == 1


def test_a_matter_takes_one_sheet_of_the_chairs_file_and_two_cards_one_page() -> None:
    annexes = 3
    assert _pages(_drawn("chairs-file-40", "pdf")) == 1 + 40 + annexes
    assert _pages(_drawn("name-cards-long", "pdf")) == 3
