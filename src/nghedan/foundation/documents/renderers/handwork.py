"""What a Word file shows for hands and scanners: QR codes, lines to write on, lines to cut along."""

from io import BytesIO
from typing import TYPE_CHECKING

from nghedan.foundation.documents.pieces import Blank, Code, Cut, Line
from nghedan.foundation.documents.qr import png
from nghedan.foundation.documents.renderers.wordml import Node, node, paragraph, run, runs, twips
from nghedan.foundation.documents.wording import NBSP

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_AIR = 80  # twips above and below a line to cut along


def code(word: "WordDocument", code: Code) -> list[Node]:
    """Return the picture in a centred paragraph, and its caption in the next."""
    from docx.oxml.shape import CT_Inline  # noqa: PLC0415 - slow import
    from docx.shared import Mm  # noqa: PLC0415 - slow import

    relation, _image = word.part.get_or_add_image(BytesIO(png(code.address)))
    side = Mm(code.size_mm)
    inline = CT_Inline.new_pic_inline(0, relation, "qr.png", side, side)
    inline.docPr.set("descr", code.address)
    has_caption = bool(code.caption.runs)
    picture = paragraph(Line(code.caption.element, ()), keep_next=has_caption)
    picture.append(node("w:r", node("w:drawing", inline)))
    return [picture, *([paragraph(code.caption)] if has_caption else [])]


def number_pictures(word: "WordDocument") -> None:
    """Give each picture a number of its own, as Word asks; they are drawn before they stand in the file."""
    for number, properties in enumerate(word.element.body.iter("{*}docPr"), start=1):
        properties.set("id", str(number))


def blank(blank: Blank, width: float) -> list[Node]:
    """Return the lines to write on: tabulators with dots up to the right edge.

    A blank stands before each, because LibreOffice gives a line of a tabulator alone its own height.
    """
    empty = Line(blank.label.element, ())
    lines = []
    for line in (blank.label, *(empty,) * (blank.count - 1)):
        spacing = node("w:spacing", before=0, line=twips(blank.spacing_mm), lineRule="exact")
        drawn = paragraph(line, setting=(_tabs(("right", "dot", width)), spacing))
        lines.append(_append(drawn, run(NBSP), node("w:r", node("w:tab"))))
    return lines


def cut(cut: Cut, width: float) -> Node:
    """Return scissors and dashes, with the label in the middle."""
    spacing = node("w:spacing", before=_AIR, after=_AIR)
    left = node("w:jc", val="left")
    tabs = _tabs(("center", "hyphen", width / 2), ("right", "hyphen", width))
    drawn = paragraph(Line(cut.label.element, ()), setting=(tabs, spacing, left))
    return _append(drawn, run("✂ "), node("w:r", node("w:tab")), *runs(cut.label), node("w:r", node("w:tab")))


def _tabs(*stops: tuple[str, str, float]) -> Node:
    return node("w:tabs", *(node("w:tab", val=kind, leader=leader, pos=twips(mm)) for kind, leader, mm in stops))


def _append(parent: Node, *children: Node) -> Node:
    for child in children:
        parent.append(child)
    return parent
