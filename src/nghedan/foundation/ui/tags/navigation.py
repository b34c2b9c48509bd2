"""Ways through the pages."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from nghedan.foundation.ui.models import Link, LinkGroup

register = template.Library()


@register.inclusion_tag("ui/components/back_link.html")
def back_link(href: str, text: str = "") -> dict[str, Any]:
    """Show the way back, "Quay lại" unless another text is given."""
    return {"href": href, "text": text}


@register.inclusion_tag("ui/components/breadcrumbs.html")
def breadcrumbs(links: Sequence[Link]) -> dict[str, Any]:
    """Show where the page hangs, from the top; the page itself is not among them."""
    return {"links": links}


@register.inclusion_tag("ui/components/side_navigation.html")
def side_navigation(groups: Sequence[LinkGroup]) -> dict[str, Any]:
    """Show the entries of a role at the side; on phones a row that scrolls."""
    return {"groups": groups}


@register.inclusion_tag("ui/components/sub_navigation.html")
def sub_navigation(links: Sequence[Link], label: str) -> dict[str, Any]:
    """Show the parts of one thing, each a page of its own."""
    return {"links": links, "label": label}


@register.inclusion_tag("ui/components/pagination.html")
def pagination(previous: str = "", following: str = "", *, shown: str = "") -> dict[str, Any]:
    """Show the way to the rows before and after (addresses by key, not by page number), and how many are shown."""
    return {"previous": previous, "following": following, "shown": shown}


@register.simple_block_tag
def filter_panel(content: str, *, chosen: Sequence[Link] = (), clear: str = "") -> SafeString:
    """Show the fields that narrow a list, as a form by GET; each link of `chosen` takes one filter away."""
    return render_to_string("ui/components/filter_panel.html", {"content": content, "chosen": chosen, "clear": clear})
