"""Renderers: one module per kind of file, all drawing the same layout."""

from collections.abc import Callable

from nghedan.foundation.documents.formats.rules import Format
from nghedan.foundation.documents.layout import lay_out
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.pieces import Layout
from nghedan.foundation.documents.renderers import docx, html, pdf, text
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

KINDS: dict[str, Callable[[Layout, Format], bytes]] = {
    "docx": docx.draw,
    "pdf": pdf.draw,
    "html": html.draw,
    "text": text.draw,
}


def render(document: Document, fmt: Format, kind: str) -> bytes:
    """Return the paper as a file of a kind: `docx`, `pdf`, `html`, `text` (UTF-8). Raises Invalid for others."""
    if kind not in KINDS:
        raise Invalid("documents.unknown_kind", _("Không xuất được loại tệp “%(kind)s”."), kind=kind)
    return KINDS[kind](lay_out(document, fmt), fmt)
