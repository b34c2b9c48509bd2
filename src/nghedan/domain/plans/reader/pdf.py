"""PDF files that hold text."""

from __future__ import annotations

import io

from nghedan.domain.plans.reader.lines import SourceLine
from nghedan.domain.plans.reader.unreadable import unreadable

MOST_PAGES = 200
_LEAST_LETTERS_PER_PAGE = 40


def read_pdf(source: bytes) -> list[SourceLine]:
    """Lines with their pages. Raises UnreadablePlan for scans, passwords, damage and books."""
    from pypdf import PdfReader  # noqa: PLC0415 - slow import
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - slow import

    try:
        reader = PdfReader(io.BytesIO(source))
        if reader.is_encrypted and not reader.decrypt(""):
            raise unreadable("reader.encrypted")
        if len(reader.pages) > MOST_PAGES:
            raise unreadable("reader.too_long")
        pages = [page.extract_text() for page in reader.pages]
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        NotImplementedError,
    ) as error:
        raise unreadable("reader.damaged") from error
    letters = sum(character.isalpha() for page in pages for character in page)
    if letters < _LEAST_LETTERS_PER_PAGE * max(len(pages), 1):
        raise unreadable("reader.scan")
    lines = [(text, number) for number, page in enumerate(pages, 1) for text in page.splitlines()]
    return [SourceLine(index, text, page) for index, (text, page) in enumerate(lines, 1)]
