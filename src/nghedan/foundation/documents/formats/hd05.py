"""Party papers from 27 May 2026: Hướng dẫn 05-HD/VPTW, under Quy định 399-QĐ/TW.

Known from tools and tables that agree with one another, not from the official text: shown as unchecked until then.
"""

from dataclasses import replace
from datetime import date

from nghedan.foundation.documents.formats.hd36 import FORMAT as HD36
from nghedan.foundation.documents.formats.rules import Element, Format, Leading, Level, Numeral, Page, Standing
from nghedan.kernel.terms import gettext_noop as _

_LEADING = Leading(18, exact=True, allowed=(18, 22))
_TEXT = (
    Element.BASIS,
    Element.BODY,
    Element.HEADING_1,
    Element.HEADING_2,
    Element.HEADING_3,
    Element.BULLET_1,
    Element.BULLET_2,
)

FORMAT: Format = replace(
    HD36,
    code="hd05-2026",
    name=_("Hướng dẫn 05-HD/VPTW"),
    citation=_("Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng về thể thức văn bản của Đảng"),
    standing=Standing.UNCHECKED,
    valid_from=date(2026, 5, 27),
    valid_until=None,
    page=Page(allowed={"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}),
    styles={**HD36.styles, **{element: replace(HD36.styles[element], leading=_LEADING) for element in _TEXT}},
    levels=(HD36.levels[0], Level(Numeral.ARABIC, "{}. ", Element.HEADING_2), HD36.levels[2]),
    marks=replace(HD36.marks, subject_mark="-----", basis_marker="- ", letter_prefix="về việc "),
)
