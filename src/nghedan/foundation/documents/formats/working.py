"""Working papers that no rule on administrative papers binds: slips, receipts, cards, the chair's sheets.

They carry neither the title of the State nor that of the Party, so that nobody takes one for an issued paper.
"""

from dataclasses import replace
from datetime import date

from nghedan.foundation.documents.formats.nd30 import FORMAT as ND30
from nghedan.foundation.documents.formats.nd30 import STYLES as STATE
from nghedan.foundation.documents.formats.rules import (
    Element,
    Format,
    Leading,
    Level,
    Numeral,
    Page,
    Range,
    Standing,
    Style,
)
from nghedan.foundation.documents.model import Align
from nghedan.kernel.terms import gettext_noop as _

WORKING = "working"
"""The kind of body a document type names for a slip, receipt or card."""

WORKING_LARGE = "working_large"
"""The same for a sheet that is read standing, or at arm's length."""

POSTER_A4, POSTER_A3 = "poster_a4", "poster_a3"
"""The same for a sheet on a wall, read from two or three metres; the larger one is the smaller one blown up."""

_TEXT = (
    Element.BASIS,
    Element.BODY,
    Element.HEADING_1,
    Element.HEADING_2,
    Element.HEADING_3,
    Element.BULLET_1,
    Element.BULLET_2,
)
_UNUSED = {Element.NATION, Element.MOTTO, Element.LETTER_SUBJECT}


def _styles(text: float, small: float, title: float, allowed: Range = (10, 18)) -> dict[Element, Style]:
    """Return the styles with so many points for the text, for what stands beside it, and for titles."""
    sizes = {
        **{element: small for element in STATE if element not in _UNUSED},
        **dict.fromkeys((*_TEXT, Element.TABLE_HEAD, Element.TABLE_CELL, Element.FORM), text),
        **dict.fromkeys((Element.SUBJECT, Element.POST, Element.AUTHORITY, Element.SIGNER), text),
        Element.KIND: title,
    }
    styles = {element: replace(STATE[element], size=size, sizes=allowed) for element, size in sizes.items()}
    plain = {
        element: replace(styles[element], align=Align.LEFT, first_line=0, before=4, leading=Leading(1.1))
        for element in _TEXT
    }
    return {
        **styles,
        **plain,
        Element.HEADING_1: replace(plain[Element.HEADING_1], caps=False, before=8),
        Element.KIND: replace(styles[Element.KIND], before=4),
        Element.SIGNER: replace(styles[Element.SIGNER], before=42),
        Element.TABLE_CAPTION: replace(styles[Element.TABLE_CAPTION], size=text, before=6),
    }


FORMAT: Format = replace(
    ND30,
    code="working",
    name=_("Giấy tờ làm việc"),
    citation=_("Phiếu, giấy biên nhận, thẻ và tờ dùng khi làm việc; không phải văn bản hành chính"),
    standing=Standing.OWN,
    valid_from=date(2020, 1, 1),
    body_kinds=frozenset({WORKING}),
    page=Page(top=15, bottom=15, left=15, right=15, number_distance=6),
    styles=_styles(text=13, small=11, title=15),
    rules={},
    levels=(
        Level(Numeral.ARABIC, "{}. ", Element.HEADING_1),
        Level(Numeral.LETTER, "{}) ", Element.HEADING_2),
        Level(Numeral.LETTER, "{}) ", Element.HEADING_3),
    ),
    marks=replace(ND30.marks, title=(), text_end=""),
    head=(90.0, 90.0),
    foot=(90.0, 90.0),
    foot_space=6.0,
)

LARGE: Format = replace(
    FORMAT,
    code="working-large",
    name=_("Giấy tờ làm việc, chữ lớn"),
    body_kinds=frozenset({WORKING_LARGE}),
    styles=_styles(text=15, small=12, title=17),
)

POSTERS: tuple[Format, ...] = tuple(
    replace(
        FORMAT,
        code=code,
        name=name,
        body_kinds=frozenset({kind}),
        styles=_styles(text=text, small=small, title=title, allowed=(14, 60)),
    )
    for code, kind, name, text, small, title in (
        ("poster-a4", POSTER_A4, _("Tờ niêm yết khổ A4"), 24, 16, 30),
        ("poster-a3", POSTER_A3, _("Tờ niêm yết khổ A3"), 34, 22, 42),
    )
)
