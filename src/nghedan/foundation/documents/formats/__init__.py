"""Format rules as data: which rule sets exist, which one binds a paper, and their table for the reference.

A new rule set is a module here and a line in `FORMATS`; nothing else asks for a format by its name.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from nghedan.foundation.documents.formats import hd05, hd36, nd30, working
from nghedan.foundation.documents.formats.rules import Element, Format, Style
from nghedan.foundation.documents.model import Authority, Capacity, Signature
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

FORMATS: dict[str, Format] = {
    fmt.code: fmt for fmt in (nd30.FORMAT, hd36.FORMAT, hd05.FORMAT, working.FORMAT, working.LARGE, *working.POSTERS)
}


class Row(NamedTuple):
    """One element of one rule set, in words for the reference table; `chosen` values lie within `allowed`."""

    format_code: str
    element: str
    sizes: str
    size: str
    style: str
    align: str
    spacing: str


def by_code(code: str) -> Format:
    """Return the rule set of a code kept with an issued paper; raises Invalid for an unknown one."""
    try:
        return FORMATS[code]
    except KeyError:
        raise Invalid("documents.unknown_format", _("Không có thể thức “%(code)s”."), code=code) from None


def choose(body_kind: str, on: date) -> Format:
    """Return the rule set that binds papers of this kind of body dated `on`; raises Invalid if none does."""
    for fmt in FORMATS.values():
        if body_kind in fmt.body_kinds and fmt.is_valid_on(on):
            return fmt
    raise Invalid("documents.no_format", _("Chưa có quy định thể thức cho loại cơ quan này tại ngày %(day)s."), day=on)


def signature(fmt: Format, *, collective: str, head_post: str, name: str = "", deputy_post: str = "") -> Signature:
    """Return the signature of a collective's head, or of the deputy if a deputy's post is given.

    A State deputy signs `KT.` the head; a Party committee is collective, so its deputy signs for it directly.
    """
    lines = [Authority(collective, Capacity.ON_BEHALF)]
    if deputy_post and fmt.marks.deputy_for_head:
        lines.append(Authority(head_post, Capacity.FOR_HEAD))
    return Signature(post=deputy_post or head_post, name=name, authority=tuple(lines))


def table() -> Iterator[Row]:
    """Yield every element of every rule set, for the generated reference."""
    for fmt in FORMATS.values():
        for element in Element:
            if element in fmt.styles:
                yield _row(fmt, element, fmt.styles[element])


def _row(fmt: Format, element: Element, style: Style) -> Row:
    low, high = style.sizes
    words = [
        word
        for word, holds in (
            (_("IN HOA"), style.caps),
            (_("đậm"), style.bold),
            (_("nghiêng"), style.italic),
            (_("gạch chân"), style.underline),
        )
        if holds
    ]
    leading = f"{style.leading.amount:g} pt" if style.leading.exact else f"× {style.leading.amount:g}"
    return Row(
        format_code=fmt.code,
        element=element.label,
        sizes=f"{low:g}" if low == high else f"{low:g}-{high:g}",
        size=f"{style.size:g}",
        style=", ".join(words) or _("thường"),
        align=style.align.value,
        spacing=f"{style.before:g} pt; {leading}; {style.first_line:g} mm",
    )
