"""The codes on a page, however the paper went through the scanner, and the page turned the way they stand."""

import io

import pytest
from PIL import Image, ImageChops

from nghedan.foundation.attachments.formats import JPG, PDF
from nghedan.foundation.scans.codes import codes_on, split
from nghedan.foundation.scans.pages import pages_of
from tests.foundation.scans import papers

CODE = "SL-000123-K7F3"

SCANNED = [
    ("as it should be", {}),
    ("upside down", {"turn": 180}),
    ("on its left side", {"turn": 90}),
    ("on its right side", {"turn": 270}),
    ("3° askew", {"skew": 3}),
    ("3° askew upside down", {"skew": -3, "turn": 180}),
    ("grey", {"ink": 90, "paper": 180}),
    ("low contrast", {"ink": 170, "paper": 215}),
    ("hardly any contrast", {"ink": 190, "paper": 205}),
    ("blurred", {"blur": 3}),
    ("all at once", {"skew": 3, "turn": 180, "ink": 140, "paper": 220, "blur": 2}),
]


@pytest.mark.parametrize("fault", [row[1] for row in SCANNED], ids=[row[0] for row in SCANNED])
def test_a_code_is_found_on_a_slip_scanned(fault: dict[str, float]) -> None:
    assert codes_on(papers.slip(CODE, **fault)) == [CODE]


def test_a_page_without_a_code_has_none() -> None:
    assert codes_on(papers.slip()) == []


def test_codes_come_from_the_top_down_each_once() -> None:
    assert codes_on(papers.slip("SL-2", "SL-1", "SL-2")) == ["SL-2", "SL-1"]


def test_a_stack_is_split_into_sheets_with_their_codes_in_order() -> None:
    content = papers.stack(
        papers.slip("SL-1"), papers.slip(), papers.slip("SL-3", turn=180), papers.slip("SL-4", "SL-5", skew=3)
    )
    sheets = list(split(pages_of(content, PDF)))
    assert [(sheet.number, sheet.codes) for sheet in sheets] == [
        (1, ("SL-1",)), (2, ()), (3, ("SL-3",)), (4, ("SL-4", "SL-5")),
    ]  # fmt: skip


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_is_turned_the_way_its_code_stands(turn: int) -> None:
    (sheet,) = split(pages_of(papers.stack(papers.slip(CODE, turn=turn)), PDF))
    with Image.open(io.BytesIO(sheet.content)) as picture:
        upright = papers.slip(CODE).resize(picture.size)
        difference = ImageChops.difference(picture.convert("L"), upright).resize((1, 1), Image.Resampling.BOX)
        assert (picture.format, difference.getpixel((0, 0)) < 4) == ("JPEG", True)


def test_a_photographed_slip_is_kept_without_place_and_owner() -> None:
    exif = Image.Exif()
    exif[0x013B] = "NguoiChup"
    photograph = papers.sized(papers.slip(CODE), exif=exif, comment=b"GhiChu")
    (sheet,) = split(pages_of(photograph, JPG))
    assert (sheet.codes, b"NguoiChup" in photograph) == ((CODE,), True)
    assert [trace for trace in (b"NguoiChup", b"GhiChu", b"Exif") if trace in sheet.content] == []
