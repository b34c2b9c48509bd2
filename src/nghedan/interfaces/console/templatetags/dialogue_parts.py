"""The sub navigation of a dialogue: groups of pages, and the pages of the group one is in."""

from typing import Any

from django import template
from django.template import Context

from nghedan.interfaces.console.dialogues.present.frame import Frame, ways_in

register = template.Library()


@register.inclusion_tag("console/dialogues/parts.html", takes_context=True)
def dialogue_parts(context: Context, frame: Frame) -> dict[str, Any]:
    """Show the pages of a dialogue that whoever looks may open."""
    groups, pages = ways_in(frame, context["request"].actor)
    return {"groups": groups, "pages": pages}
