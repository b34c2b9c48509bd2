"""A small card as a picture: lines of text above a QR code, to be kept on a phone."""

import io
from collections.abc import Sequence
from typing import NamedTuple

from nghedan.foundation.documents.measure import FONTS
from nghedan.foundation.documents.qr import png

WIDTH, MARGIN = 720, 40
SMALL, LARGE = 30, 52


class CardLine(NamedTuple):
    """A line in the middle of a card."""

    text: str
    size: int = SMALL
    bold: bool = False


def draw_card(lines: Sequence[CardLine], address: str) -> bytes:
    """Return the card as a PNG in grey."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  (slow import)

    with Image.open(io.BytesIO(png(address))) as code:
        square = code.convert("L")
    paper = Image.new("L", (WIDTH, 2 * MARGIN + sum(2 * line.size for line in lines) + square.height), 255)
    pen, top = ImageDraw.Draw(paper), MARGIN
    for line in lines:
        face = "Bold" if line.bold else "Regular"
        font = ImageFont.truetype(str(FONTS / f"LiberationSerif-{face}.ttf"), line.size)
        pen.text((WIDTH / 2, top + line.size), line.text, fill=0, font=font, anchor="mm")
        top += 2 * line.size
    paper.paste(square, ((WIDTH - square.width) // 2, top))
    picture = io.BytesIO()
    paper.save(picture, "PNG")
    return picture.getvalue()
