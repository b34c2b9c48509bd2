"""Party papers until May 2026: Hướng dẫn 36-HD/VPTW of 3 April 2018."""

from dataclasses import replace
from datetime import date

from nghedan.foundation.documents.formats.nd30 import STYLES as STATE
from nghedan.foundation.documents.formats.rules import (
    Element,
    Format,
    Leading,
    Level,
    Marks,
    Numeral,
    Page,
    Rule,
    Standing,
    Style,
)
from nghedan.foundation.documents.model import Align, Capacity
from nghedan.kernel.terms import gettext_noop as _

FOURTEEN = (14.0, 14.0)
TEXT = (14.0, 15.0)


def _body(*, bold: bool = False) -> Style:
    return Style(
        14, TEXT, bold=bold, align=Align.JUSTIFY, before=6, first_line=10, leading=Leading(1.15, allowed=(1.0, 1.5))
    )


def _centred(size: float, sizes: tuple[float, float] = FOURTEEN, *, bold: bool = False, before: float = 0) -> Style:
    return Style(size, sizes, bold=bold, align=Align.CENTER, before=before)


STYLES = {
    **STATE,
    Element.NATION: replace(_centred(15, (15, 15), bold=True), caps=True),
    Element.SUPERIOR: replace(_centred(14), caps=True),
    Element.ISSUER: replace(_centred(14, bold=True), caps=True),
    Element.ISSUER_MARK: _centred(14, bold=True),
    Element.NUMBER: _centred(14),
    Element.PLACE_DATE: replace(_centred(14), italic=True),
    Element.LETTER_SUBJECT: replace(_centred(12, (12, 12), before=6), italic=True),
    Element.DRAFT: replace(_centred(14, bold=True, before=6), caps=True),
    Element.KIND: replace(_centred(16, (15, 16), bold=True, before=18), caps=True),
    Element.SUBJECT: _centred(15, TEXT, bold=True),
    Element.SUBJECT_MARK: _centred(14, bold=True),
    Element.ADDRESS: replace(_centred(14, before=18), italic=True),
    Element.ADDRESSEE: Style(14, FOURTEEN, italic=True, before=3, first_line=50),
    Element.BASIS: _body(),
    Element.BODY: _body(),
    Element.HEADING_1: _body(bold=True),
    Element.HEADING_2: _body(bold=True),
    Element.HEADING_3: _body(),
    Element.BULLET_1: _body(),
    Element.BULLET_2: _body(),
    Element.AUTHORITY: replace(_centred(14, bold=True), caps=True),
    Element.POST: replace(_centred(14), caps=True),
    Element.SIGNER: _centred(14, bold=True, before=72),
    Element.RECIPIENTS: Style(14, FOURTEEN, underline=True),
    Element.RECIPIENT: Style(12, (12, 12)),
    Element.APPENDIX_TITLE: _centred(14, bold=True),
}

FORMAT = Format(
    code="hd36-2018",
    name=_("Hướng dẫn 36-HD/VPTW"),
    version=1,
    citation=_("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức văn bản của Đảng"),
    standing=Standing.SECONDARY,
    valid_from=date(2018, 4, 3),
    valid_until=date(2026, 5, 26),
    body_kinds=frozenset({"party_committee"}),
    page=Page(allowed={"top": (20, 20), "bottom": (20, 20), "left": (30, 30), "right": (15, 15)}),
    styles=STYLES,
    rules={Element.NATION: Rule(1.0, (1.0, 1.0))},
    levels=(
        Level(Numeral.ROMAN, "{}- ", Element.HEADING_1),
        Level(Numeral.ARABIC, "{}- ", Element.HEADING_2),
        Level(Numeral.LETTER, "{}) ", Element.HEADING_3),
    ),
    marks=Marks(
        title=((Element.NATION, "ĐẢNG CỘNG SẢN VIỆT NAM"),),
        number_prefix="Số ",
        issuer_mark="*",
        subject_mark="",
        subject_capital=False,
        letter_prefix="",
        basis_marker="",
        bullets=("- ", "+ "),
        text_end=".",
        recipients="Nơi nhận:",
        recipient_end=",",
        archive_prefix="Lưu ",
        capacities={
            Capacity.ON_BEHALF: "T/M ",
            Capacity.FOR_HEAD: "K/T ",
            Capacity.BY_ORDER: "T/L ",
            Capacity.BY_DELEGATION: "TUQ ",
            Capacity.ACTING: "Q. ",
        },
        deputy_for_head=False,
    ),
    head=(80.0, 85.0),
    foot=(80.0, 85.0),
)
