"""The QR codes on a page, and the page turned the way they stand."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nghedan.foundation.scans.pages import Page

if TYPE_CHECKING:
    from PIL import Image
    from zxingcpp import Barcode

JPEG_QUALITY = 80
QUARTER_TURN = 90


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page ready to be kept: its number, a JPEG without metadata, and its codes, from the top as it was scanned."""

    number: int
    content: bytes
    codes: tuple[str, ...]


def codes_on(image: "Image.Image") -> list[str]:
    """Return the texts of the QR codes on a picture in any position, from the top down, each once."""
    return list(dict.fromkeys(code.text for code in _found_on(image)))


def split(pages: Iterable[Page]) -> Iterator[Sheet]:
    """Yield each page with its codes, none if it has none; a page scanned upside down or on its side is turned.

    The first code on a page is taken to stand upright on the paper.
    """
    for page in pages:
        found = _found_on(page.image)
        turned = round(found[0].orientation / QUARTER_TURN) * QUARTER_TURN if found else 0
        upright = page.image.rotate(turned, expand=True) if turned else page.image
        yield Sheet(page.number, _jpeg(upright), tuple(dict.fromkeys(code.text for code in found)))


def _found_on(image: "Image.Image") -> "list[Barcode]":
    for picture in _views(image):
        if found := _read(picture):
            return sorted(found, key=_place)
    return []


def _views(image: "Image.Image") -> "Iterator[Image.Image]":
    """Yield the picture, then a sharper one, which helps where it is too faint or too blurred to be read as it is."""
    from PIL import ImageFilter  # noqa: PLC0415  (slow import)

    grey = image.convert("L")
    yield grey
    yield grey.filter(ImageFilter.UnsharpMask(radius=4, percent=300, threshold=0))


def _read(picture: "Image.Image") -> "list[Barcode]":
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes  # noqa: PLC0415  (slow import)

    return read_barcodes(picture, formats=BarcodeFormats(BarcodeFormat.QRCode))


def _place(code: "Barcode") -> tuple[int, int]:
    corner = code.position.top_left
    return corner.y, corner.x


def _jpeg(picture: "Image.Image") -> bytes:
    out = io.BytesIO()
    picture.save(out, format="JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
