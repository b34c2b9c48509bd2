"""State papers: Nghị định 30/2020/NĐ-CP, Phụ lục I (page, type, spacing), Phụ lục III (abbreviations)."""

from datetime import date

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

HEAD = (12.0, 13.0)
TEXT = (13.0, 14.0)
LEADING = Leading(1.15, allowed=(1.0, 1.5))


def _body(*, bold: bool = False, italic: bool = False, caps: bool = False) -> Style:
    return Style(
        14, TEXT, bold=bold, italic=italic, caps=caps, align=Align.JUSTIFY, before=6, first_line=12.7, leading=LEADING
    )


def _centred(
    size: float,
    sizes: tuple[float, float] = TEXT,
    *,
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    before: float = 0,
) -> Style:
    return Style(size, sizes, bold=bold, italic=italic, caps=caps, align=Align.CENTER, before=before)


STYLES = {
    Element.NATION: _centred(13, HEAD, bold=True, caps=True),
    Element.MOTTO: _centred(14, bold=True),
    Element.SUPERIOR: _centred(13, HEAD, caps=True),
    Element.ISSUER: _centred(13, HEAD, bold=True, caps=True),
    Element.NUMBER: _centred(13, (13, 13), before=6),
    Element.PLACE_DATE: _centred(14, italic=True, before=6),
    Element.LETTER_SUBJECT: _centred(12, HEAD, before=6),
    Element.DRAFT: _centred(13, bold=True, caps=True, before=6),
    Element.KIND: _centred(14, bold=True, caps=True, before=18),
    Element.SUBJECT: _centred(14, bold=True),
    Element.ADDRESS: _centred(14, before=18),
    Element.ADDRESSEE: Style(14, TEXT, before=3, first_line=50),
    Element.BASIS: _body(italic=True),
    Element.BODY: _body(),
    Element.HEADING_1: _body(bold=True, caps=True),
    Element.HEADING_2: _body(bold=True),
    Element.HEADING_3: _body(),
    Element.BULLET_1: _body(),
    Element.BULLET_2: _body(),
    Element.TABLE_CAPTION: _centred(14, bold=True, before=12),
    Element.TABLE_HEAD: _centred(13, bold=True),
    Element.TABLE_CELL: Style(13, TEXT),
    Element.FORM: Style(13, TEXT, before=3),
    Element.CAPTION: _centred(12, HEAD, italic=True, before=2),
    Element.AUTHORITY: _centred(14, bold=True, caps=True),
    Element.POST: _centred(14, bold=True, caps=True),
    Element.SIGNER: _centred(14, bold=True, before=72),
    Element.RECIPIENTS: Style(12, (12, 12), bold=True, italic=True),
    Element.RECIPIENT: Style(11, (11, 11)),
    Element.PAGE_NUMBER: _centred(14),
    Element.APPENDIX: _centred(14, bold=True),
    Element.APPENDIX_TITLE: _centred(14, bold=True, caps=True),
    Element.APPENDIX_REFERENCE: _centred(14, italic=True),
}

FORMAT = Format(
    code="nd30-2020",
    name=_("Nghị định 30/2020/NĐ-CP"),
    version=1,
    citation=_("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, Phụ lục I"),
    standing=Standing.SECONDARY,
    valid_from=date(2020, 3, 5),
    body_kinds=frozenset({"people_committee"}),
    page=Page(allowed={"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}),
    styles=STYLES,
    rules={
        Element.MOTTO: Rule(1.0, (1.0, 1.0)),
        Element.ISSUER: Rule(0.4, (1 / 3, 1 / 2)),
        Element.SUBJECT: Rule(0.4, (1 / 3, 1 / 2)),
    },
    levels=(
        Level(Numeral.ROMAN, "{}. ", Element.HEADING_1),
        Level(Numeral.ARABIC, "{}. ", Element.HEADING_2),
        Level(Numeral.LETTER, "{}) ", Element.HEADING_3),
    ),
    marks=Marks(
        title=(
            (Element.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (Element.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
        ),
        number_prefix="Số: ",
        issuer_mark="",
        subject_mark="",
        subject_capital=True,
        letter_prefix="V/v ",
        basis_marker="",
        bullets=("- ", "+ "),
        text_end="./.",
        recipients="Nơi nhận:",
        recipient_end=";",
        archive_prefix="Lưu: ",
        capacities={
            Capacity.ON_BEHALF: "TM. ",
            Capacity.FOR_HEAD: "KT. ",
            Capacity.BY_ORDER: "TL. ",
            Capacity.BY_DELEGATION: "TUQ. ",
            Capacity.ACTING: "Q. ",
        },
        deputy_for_head=True,
    ),
    head=(65.0, 100.0),
    foot=(80.0, 85.0),
)
