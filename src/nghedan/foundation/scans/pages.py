"""The pages of a scan, one at a time, so that a thick stack needs no more memory than one sheet."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nghedan.foundation.attachments.formats import IMAGES, PDF, Format
from nghedan.foundation.attachments.images import upright
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 300
DOTS_PER_INCH = 200
LONGEST_SIDE = 2400
"""In pixels: A4 at 200 dots per inch has 2,339; what is larger is made smaller."""

POINTS_PER_INCH = 72
LONGEST_PAPER = 14_400
"""In points, 1/72 inch: the longest that PDF allows; phones write one point for each pixel, several thousand."""

NARROWEST_PAPER = 36
MOST_PIXELS_ON_PAGE = 150_000_000
"""In the pictures of a page together, before they are drawn; A3 at 600 dots per inch has 70 million."""

EMPTY = _("Tệp không có nội dung. Xin chọn lại tệp.")
NOT_A_SCAN = _("Đây không phải tệp PDF hay ảnh. Xin quét thành PDF, hoặc chụp ảnh .jpg, .png.")
LOCKED = _("Tệp PDF có mật khẩu nên không mở được. Xin gỡ mật khẩu hoặc quét lại rồi gửi.")
DAMAGED = _("Tệp PDF bị hỏng, không mở được. Xin quét lại rồi gửi.")
DAMAGED_PAGE = _("Trang %(page)s của tệp PDF bị hỏng, không mở được. Xin quét lại rồi gửi.")
TOO_MANY_PAGES = _("Tệp PDF có %(pages)s trang; mỗi lần nhận tối đa %(most)s trang. Xin tách thành nhiều tệp.")
ODD_PAGE = _("Trang %(page)s của tệp PDF có khổ giấy bất thường. Xin quét lại ở khổ A4 hoặc A5.")
TOO_FINE = _("Trang %(page)s được quét quá nét. Xin quét lại ở 200 đến 300 dpi.")

_pdfium = threading.RLock()  # PDFium may be in one thread at a time; again in the same one when a stack is given up


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, of how many, and its picture in colour, without metadata."""

    number: int
    of: int
    image: "Image.Image"


def pages_of(content: bytes, format_: Format) -> Iterator[Page]:
    """Yield the pages of a scanned PDF, or a photograph as the one page it is, none larger than LONGEST_SIDE.

    A fault of a later page shows when it is reached: keep nothing before the last page has come. Raises Invalid.
    """
    if not content:
        raise Invalid("scans.empty", EMPTY, field="file")
    if format_ is PDF:
        yield from _pages_of_pdf(content)
    elif format_ in IMAGES:
        yield Page(1, 1, _small(upright(content, format_, enough=LONGEST_SIDE)))
    else:
        raise Invalid("scans.not_a_scan", NOT_A_SCAN, field="file")


def _small(picture: "Image.Image") -> "Image.Image":
    bare = picture.convert("RGB")
    bare.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare.info = {}
    return bare


def _pages_of_pdf(content: bytes) -> Iterator[Page]:
    document = _opened(content)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise Invalid("scans.too_many_pages", TOO_MANY_PAGES, field="file", pages=count, most=MOST_PAGES)
        for number in range(1, count + 1):
            yield Page(number, count, _drawn(document, number))
    finally:
        with _pdfium:
            document.close()


def _opened(content: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  (slow import)
    from pypdfium2.raw import FPDF_ERR_PASSWORD  # noqa: PLC0415

    with _pdfium:
        try:
            return PdfDocument(content)
        except PdfiumError as error:
            # PDFium tells its last error even for a file without pages, which is none: the file must say it is locked
            if error.err_code == FPDF_ERR_PASSWORD and b"/Encrypt" in content:
                raise Invalid("scans.locked", LOCKED, field="file") from error
            raise Invalid("scans.damaged", DAMAGED, field="file") from error


def _drawn(document: "PdfDocument", number: int) -> "Image.Image":
    from pypdfium2 import PdfiumError  # noqa: PLC0415  (slow import)

    with _pdfium:
        try:
            page = document[number - 1]
            try:
                return _picture_of(page, number)
            finally:
                page.close()
        except PdfiumError as error:
            raise Invalid("scans.damaged_page", DAMAGED_PAGE, field="file", page=number) from error


def _picture_of(page: "PdfPage", number: int) -> "Image.Image":
    shorter, longer = sorted(page.get_size())
    if shorter < NARROWEST_PAPER or longer > LONGEST_PAPER:
        raise Invalid("scans.odd_page", ODD_PAGE, field="file", page=number)
    if _pixels_on(page) > MOST_PIXELS_ON_PAGE:
        raise Invalid("scans.too_fine", TOO_FINE, field="file", page=number)
    bitmap = page.render(scale=min(DOTS_PER_INCH / POINTS_PER_INCH, LONGEST_SIDE / longer), rev_byteorder=True)
    try:
        return _small(bitmap.to_pil())
    finally:
        bitmap.close()


def _pixels_on(page: "PdfPage") -> int:
    """Return how many pixels the pictures on a page have before they are drawn."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # noqa: PLC0415  (slow import)

    return sum(wide * high for wide, high in (one.get_px_size() for one in page.get_objects([FPDF_PAGEOBJ_IMAGE])))
