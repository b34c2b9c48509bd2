"""Components that hold other things between their two tags."""

from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from nghedan.foundation.ui.models import Colour

register = template.Library()


@register.simple_block_tag
def page_heading(content: str, text: str, *, caption: str = "") -> SafeString:
    """Show the heading of a staff page; the content (a tag, a button) stands beside it."""
    return _render("page_heading", content, text=text, caption=caption)


@register.simple_block_tag
def next_step(
    content: str,
    title: str,
    *,
    eyebrow: str = "",
    due: date | None = None,
    today: date | None = None,
    colour: str = Colour.BLUE,
) -> SafeString:
    """Show the one next thing, the biggest on the page; the content says more and holds the button."""
    return _render("next_step", content, title=title, eyebrow=eyebrow, due=due, today=today, colour=colour)


@register.simple_block_tag
def ticket(content: str, colour: str = Colour.GREY, *, title: str = "") -> SafeString:
    """Show something that stands for itself in a list: one matter, one late limit."""
    return _render("ticket", content, colour=colour, title=title)


@register.simple_block_tag
def notification(content: str, title: str = "", *, kind: str = "") -> SafeString:
    """Show news about what was just done (`kind="success"`) or what must be known first."""
    return _render("notification", content, title=title, kind=kind)


@register.simple_block_tag
def inset_text(content: str) -> SafeString:
    """Show words set apart: a quotation, an article of law."""
    return _render("inset_text", content)


@register.simple_block_tag
def details(content: str, summary: str, *, open: bool = False) -> SafeString:  # noqa: A002 - HTML's own word
    """Show a summary that opens."""
    return _render("details", content, summary=summary, open=open)


@register.simple_block_tag
def scroll(content: str, label: str) -> SafeString:
    """Let a hand-made table scroll sideways on phones; `label` names it for those who listen."""
    return _render("scroll", content, label=label)


@register.simple_block_tag
def panes(content: str) -> SafeString:
    """Set two panes side by side; on phones one below the other."""
    return _render("panes", content)


@register.simple_block_tag
def pane(content: str, title: str, *, sticky: bool = False) -> SafeString:
    """One of two panes; a sticky one scrolls by itself and stays in sight."""
    return _render("pane", content, title=title, sticky=sticky)


def _render(component: str, content: str, **context: Any) -> SafeString:
    return render_to_string(f"ui/components/{component}.html", {"content": content, **context})
