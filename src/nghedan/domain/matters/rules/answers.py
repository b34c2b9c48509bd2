"""What the head reads aloud must fit in three lines."""

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

SHORT_LINES = 3
SHORT_SIGNS = 300
"""About twenty seconds read aloud; the head's sheet has room for no more."""

TOO_MANY_LINES = _("Câu trả lời ngắn có %(lines)s dòng; xin rút còn nhiều nhất %(most)s dòng để người chủ trì đọc.")
TOO_LONG = _("Câu trả lời ngắn dài %(signs)s ký tự; xin rút còn nhiều nhất %(most)s ký tự để người chủ trì đọc.")


def check_short(text: str) -> str:
    """Return the short answer without empty lines. Raises Invalid for more than three lines or 300 signs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    short = "\n".join(lines)
    if len(lines) > SHORT_LINES:
        raise Invalid("answer.too_many_lines", TOO_MANY_LINES, field="short", lines=len(lines), most=SHORT_LINES)
    if len(short) > SHORT_SIGNS:
        raise Invalid("answer.too_long", TOO_LONG, field="short", signs=len(short), most=SHORT_SIGNS)
    return short


def joined(text: str, more: str) -> str:
    """Return a text with more put behind it, as a paragraph of its own; what was typed stays."""
    return "\n\n".join(part for part in (text.rstrip(), more.strip()) if part)
