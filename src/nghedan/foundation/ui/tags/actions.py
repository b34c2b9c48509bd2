"""What can be pressed, and what must be read before pressing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from nghedan.foundation.ui.models import Action, Disagreement, SummaryRow

register = template.Library()


@register.inclusion_tag("ui/components/button.html")
def button(
    text: str, href: str = "", *, kind: str = "", name: str = "", value: str = "", large: bool = False
) -> dict[str, Any]:
    """Show a button that sends the form around it, or with `href` a link that looks so.

    `kind`: "" (the main thing on the page), "secondary", or "warning" (cannot be undone).
    """
    return {"text": text, "href": href, "kind": kind, "name": name, "value": value, "large": large}


@register.inclusion_tag("ui/components/action_button.html")
def action_button(
    action: Action, href: str = "", *, kind: str = "", name: str = "move", of: str = ""
) -> dict[str, Any]:
    """Show a move: open, as a button that sends its code (or leads to `href`); else disabled, with the reason below.

    `of` tells apart the same move of several objects on one page, e.g. by their public ids.
    """
    return {"action": action, "href": href, "kind": kind, "name": name, "of": of}


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """Show what is wrong in a form, each error leading to its field; the page shells do so for `form` themselves."""
    return {"form": form}


@register.inclusion_tag("ui/components/copy_field.html")
def copy_field(field_id: str, label: str, text: str, *, rows: int = 4) -> dict[str, Any]:
    """Show a text ready to be copied, e.g. into Zalo. Without scripts it is selected and copied by hand."""
    return {"id": field_id, "label": label, "text": text, "rows": rows}


@register.inclusion_tag("ui/components/conflict.html")
def conflict(fields: Sequence[Disagreement], *, by: str, at: datetime) -> dict[str, Any]:
    """Show both texts side by side after someone else was faster; nothing typed is lost."""
    return {"fields": fields, "by": by, "at": at}


@register.simple_block_tag
def check_answers(
    content: str,
    rows: Sequence[SummaryRow],
    *,
    submit: str,
    back: str,
    effects: Sequence[str] = (),
    irreversible: bool = True,
    kind: str = "",
) -> SafeString:
    """Show a last look before something that cannot be undone: what was given, what will happen and to whom.

    Stands inside a form; the content is whatever else it sends (token, hidden fields). `kind="warning"` for what takes
    something away (cancel, withdraw).
    """
    return render_to_string(
        "ui/components/check_answers.html",
        {
            "content": content,
            "rows": rows,
            "submit": submit,
            "back": back,
            "effects": effects,
            "irreversible": irreversible,
            "kind": kind,
        },
    )


@register.simple_tag
def question(field: BoundField) -> SafeString:
    """Show a field whose label is the heading of the page: one question a page."""
    return field.render(context={"field": field, "heading": True})
