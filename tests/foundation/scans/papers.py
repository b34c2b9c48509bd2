"""Slips of paper as a scanner or a phone sees them."""

import io

import segno
from PIL import Image, ImageDraw, ImageFilter

A5 = (1166, 1654)
WHITE = 255


def slip(*codes: str, turn: int = 0, skew: float = 0, ink: int = 0, paper: int = WHITE, blur: float = 0) -> Image.Image:
    """Return a slip at 200 dots per inch with lines of writing and its codes, 22 mm wide, down the right side."""
    picture = Image.new("L", A5, WHITE)
    draw = ImageDraw.Draw(picture)
    for line in range(400, 1500, 70):
        draw.line((100, line, 700, line), fill=80, width=3)
    for place, code in enumerate(codes):
        picture.paste(_code(code), (900, 120 + place * 500))
    picture = picture.rotate(skew, fillcolor=WHITE, resample=Image.Resampling.BICUBIC).rotate(turn, expand=True)
    picture = picture.filter(ImageFilter.GaussianBlur(blur)) if blur else picture
    return picture.point([ink + (paper - ink) * shade // WHITE for shade in range(WHITE + 1)])


def stack(*slips: Image.Image) -> bytes:
    """Return slips as the one PDF a scanner makes of them."""
    out = io.BytesIO()
    slips[0].save(out, format="PDF", save_all=True, append_images=slips[1:], resolution=200)
    return out.getvalue()


def sized(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


def blank_pdf(pages: int = 1, width: float = 595, height: float = 842) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=width, height=height)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _code(text: str) -> Image.Image:
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="png", scale=8, border=4)
    return Image.open(out).convert("L").resize((173, 173))
