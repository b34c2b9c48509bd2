"""Slips as they come back: the product's own print, written on by hand, through the scanner."""

import io
from collections.abc import Sequence

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from nghedan.domain.opinions.documents.slip import SlipFacts, document_of, facts_of
from nghedan.domain.opinions.models import SlipRun
from nghedan.foundation.documents.formats import FORMATS
from nghedan.foundation.documents.renderers import render

DOTS_PER_INCH = 150
WRITTEN_AT = (200, 330)


def scanned(run: SlipRun, texts: Sequence[str]) -> list[Image.Image]:
    """Return the slips of a run, cut apart, with what somebody wrote on each."""
    return [written_on(facts, text) for facts, text in zip(facts_of([run]), texts, strict=True)]


def written_on(facts: SlipFacts, text: str) -> Image.Image:
    """Return one slip as the scanner sees it."""
    import pypdfium2

    printed = render(document_of([facts]), FORMATS["working"], "pdf")
    paper = pypdfium2.PdfDocument(printed)
    page = paper[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
    paper.close()
    slip = page.crop((0, 0, page.width, page.height // 2))
    ImageDraw.Draw(slip).text(WRITTEN_AT, text, fill=(20, 40, 120), font_size=30)
    return slip


def blank(size: tuple[int, int] = (600, 840)) -> Image.Image:
    """Return a sheet without anything on it."""
    return Image.new("RGB", size, "white")


def as_pdf(pages: Sequence[Image.Image]) -> bytes:
    """Return pictures as the PDF a copier makes."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=list(pages[1:]), resolution=DOTS_PER_INCH)
    return out.getvalue()


def as_jpeg(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=85)
    return out.getvalue()


def upload(content: bytes, name: str = "xap-1.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
