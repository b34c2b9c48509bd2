"""The few WordprocessingML elements the DOCX renderer draws with."""

from typing import TYPE_CHECKING, Any

from nghedan.foundation.documents.formats.rules import Element, Format, Rule, Style
from nghedan.foundation.documents.model import Align
from nghedan.foundation.documents.pieces import OUTLINE, Line

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

Node = Any
"""An lxml element; python-docx has no types of its own."""

_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_TEMPLATE_PARTS = {"thumbnail", "extended-properties", "stylesWithEffects", "webSettings", "customXml", "numbering"}


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm / 25.4 * 1440)


def node(tag: str, *children: Node, text: str | None = None, **attributes: Any) -> Node:
    """Return an element in the `w` namespace with attributes, children and text."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - slow import
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow import

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    if text is not None:
        made.text = text
    return made


def drop_template_parts(word: "WordDocument") -> None:
    """Take out what the library's template brings along: a thumbnail of another paper, lists, doubled styles."""
    for owner in (word.part.package, word.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _TEMPLATE_PARTS:
                del owner.rels[key]


def describe(word: "WordDocument", title: str) -> None:
    """Name the file's title and language, and neither a writer nor a time that would be the template's."""
    properties = word.core_properties
    properties.title = title[:255]  # the longest that the file format takes
    properties.author = properties.comments = ""
    properties.language = "vi-VN"
    for element in list(properties._element):
        if element.tag.endswith(("}created", "}modified")):
            properties._element.remove(element)


def define_styles(word: "WordDocument", fmt: Format) -> None:
    """Make one paragraph style per element of the format, in place of all that the library brings along."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - slow import
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow import

    for ready_made in word.styles.element.findall(qn("w:style")):
        if ready_made.get(qn("w:default")) is None:
            word.styles.element.remove(ready_made)
    normal = word.styles["Normal"].element
    _replace(normal, "w:pPr", node("w:pPr", node("w:spacing", before=0, after=0, line=240, lineRule="auto")))
    _replace(normal, "w:rPr", _type(fmt.styles[Element.BODY], fmt.font, plain=True))
    for element, style in fmt.styles.items():
        made = word.styles.add_style(element.label, WD_STYLE_TYPE.PARAGRAPH)
        made.element.set(qn("w:styleId"), element.value)
        made.base_style = word.styles["Normal"]
        made.quick_style = True
        _replace(made.element, "w:pPr", _setting(style, OUTLINE.get(element)))
        _replace(made.element, "w:rPr", _type(style, fmt.font))


def speak_current_word(word: "WordDocument") -> None:
    """Ask Word for its present layout instead of that of 2010, which moves tables out of the margins."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow import

    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _replace(parent: Node, tag: str, made: Node) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow import

    for old in parent.findall(qn(tag)):
        parent.remove(old)
    parent.append(made)


def _type(style: Style, font: str, *, plain: bool = False) -> Node:
    marks = [
        node(tag)
        for tag, holds in (("w:b", style.bold), ("w:bCs", style.bold), ("w:i", style.italic), ("w:iCs", style.italic))
        if holds and not plain
    ]
    half_points = round(style.size * 2)
    return node(
        "w:rPr",
        node("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
        *marks,
        node("w:color", val="000000"),
        node("w:sz", val=half_points),
        node("w:szCs", val=half_points),
        *([node("w:u", val="single")] if style.underline else []),
        node("w:lang", val="vi-VN", eastAsia="vi-VN"),
    )


def _setting(style: Style, level: int | None) -> Node:
    leading = style.leading
    line = round(leading.amount * 20) if leading.exact else round(leading.amount * 240)
    return node(
        "w:pPr",
        node("w:widowControl"),
        node(
            "w:spacing",
            before=round(style.before * 20),
            after=0,
            line=line,
            lineRule="exact" if leading.exact else "auto",
        ),
        node("w:ind", firstLine=twips(style.first_line)),
        node("w:jc", val=_JUSTIFICATION[style.align]),
        *([node("w:outlineLvl", val=level - 1)] if level else []),
    )


def paragraph(
    line: Line,
    *,
    keep_next: bool = False,
    align: Align | None = None,
    before: float | None = None,
    after: float = 0.0,
    setting: tuple[Node, ...] = (),
) -> Node:
    """Return a paragraph in the style of its element; the other arguments stand against the style's own."""
    told = [node("w:pStyle", val=line.element.value)]
    if keep_next:
        told.append(node("w:keepNext"))
    if before is not None or after:
        sides = {"before": before, "after": after or None}
        twentieths = {side: str(round(points * 20)) for side, points in sides.items() if points is not None}
        told.append(node("w:spacing", **twentieths))
    if line.inset_mm:
        told.append(node("w:ind", left=twips(line.inset_mm), right=twips(line.inset_mm), firstLine=0))
    if align is not None:
        told.append(node("w:jc", val=_JUSTIFICATION[align]))
    return node("w:p", node("w:pPr", *told, *setting), *runs(line))


def runs(line: Line) -> list[Node]:
    """Return the words of a line in their emphasis."""
    return [run(one.text, bold=one.bold, italic=one.italic) for one in line.runs]


def run(text: str, *, bold: bool = False, italic: bool = False) -> Node:
    """Return a run of text; blanks are kept."""
    words = node("w:t", text=text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    marks = [node(tag) for tag in (*(("w:b", "w:bCs") if bold else ()), *(("w:i", "w:iCs") if italic else ()))]
    return node("w:r", *([node("w:rPr", *marks)] if marks else []), words)


def rule(drawn: Rule, indent_mm: float, *, keep_next: bool) -> Node:
    """Return an empty paragraph whose upper border is a line, indented on both sides to its length."""
    indent = twips(indent_mm)
    border = node("w:top", val="single", sz=round(drawn.thickness * 8), space=0, color="000000")
    return node(
        "w:p",
        node(
            "w:pPr",
            *([node("w:keepNext")] if keep_next else []),
            node("w:pBdr", border),
            node("w:spacing", before=round(drawn.gap * 20), after=0, line=round(drawn.room * 20), lineRule="exact"),
            node("w:ind", left=indent, right=indent),
            node("w:rPr", node("w:sz", val=2)),
        ),
    )


def tiny(*properties: Node, then: Node | None = None) -> Node:
    """Return a paragraph that takes next to no room, with more properties, and a run."""
    spacing = node("w:spacing", before=0, after=0, line=20, lineRule="exact")
    return node("w:p", node("w:pPr", spacing, *properties), *([] if then is None else [then]))


def is_table(drawn: Node) -> bool:
    """Say whether a node is a table."""
    return bool(drawn.tag.endswith("}tbl"))


def kept(drawn: list[Node]) -> list[Node]:
    """Bind nodes to one page: each paragraph but the last stays whole and with the next."""
    paragraphs = [one for top in drawn for one in top.iter("{*}p")]
    for one in paragraphs[:-1]:
        setting = one.find("{*}pPr")
        before = [child for child in setting if child.tag.endswith(("}pStyle", "}keepNext"))]
        if not any(child.tag.endswith("}keepNext") for child in before):
            setting.insert(len(before), node("w:keepNext"))
            before.append(setting[len(before)])
        setting.insert(len(before), node("w:keepLines"))
    return drawn


def cell(drawn: list[Node], width: float) -> Node:
    """Return a table cell; one that is empty or ends with a table gets the paragraph Word asks for."""
    end = [] if drawn and not is_table(drawn[-1]) else [tiny() if drawn else node("w:p", node("w:pPr"))]
    return node("w:tc", node("w:tcPr", node("w:tcW", w=twips(width), type="dxa")), *drawn, *end)


def table(widths: tuple[float, ...], rows: list[Node], *, padding: tuple[float, float], bordered: bool) -> Node:
    """Return a table of fixed width with its column widths in the grid; padding (beside, above) in millimetres."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = node(
        "w:tblBorders",
        *(node(f"w:{side}", val="single" if bordered else "nil", sz=4, space=0, color="000000") for side in sides),
    )
    margins = node(
        "w:tblCellMar",
        *(node(f"w:{side}", w=twips(padding[side in {"top", "bottom"}]), type="dxa") for side in sides[:4]),
    )
    return node(
        "w:tbl",
        node(
            "w:tblPr",
            node("w:tblW", w=sum(map(twips, widths)), type="dxa"),
            node("w:tblInd", w=0, type="dxa"),
            borders,
            node("w:tblLayout", type="fixed"),
            margins,
        ),
        node("w:tblGrid", *(node("w:gridCol", w=twips(width)) for width in widths)),
        *rows,
    )


def number_pages(section: "Section", element: Element, *, anew: bool) -> None:
    """Number the pages of a section in its head: from 1 and not on its first page, or on from the section before."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow import

    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    head = section.header._element
    for old in list(head):
        head.remove(old)
    field = [
        node("w:r", node("w:fldChar", fldCharType="begin")),
        node("w:r", node("w:instrText", text=" PAGE ")),
        node("w:r", node("w:fldChar", fldCharType="end")),
    ]
    head.append(node("w:p", node("w:pPr", node("w:pStyle", val=element.value)), *field))
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if anew:
        section._sectPr.find(qn("w:cols")).addprevious(node("w:pgNumType", start=1))
