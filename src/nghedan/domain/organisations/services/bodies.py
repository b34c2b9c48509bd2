"""Deeds on bodies."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.rules.spans import check_span
from nghedan.domain.organisations.services.fields import check_named, is_repeat, tidied
from nghedan.domain.organisations.services.officers import end_posts_in
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

EDITABLE = frozenset(
    {
        "name", "short_name", "head_post", "deputy_post", "signature_authority", "document_code", "superior_line",
        "place_name", "committee_term_from",
    }
)  # fmt: skip

KIND_TAKEN = _("Địa phương đã có cơ quan loại này trong cùng thời gian; xin sửa cơ quan ấy.")


def add_body(*, actor: Actor, body: Body, key: str = "") -> Body:
    """Add a body (not yet stored). Raises Invalid without a name, Refused when its kind is there at the same time."""
    body.name = check_named(body.name)
    check_span(body.valid_from, body.valid_to)
    same_kind = Body.objects.of(body.locality).within(body.valid_from, body.valid_to).filter(kind=body.kind)
    with deed(actor):
        if not is_repeat(body.locality, key) and same_kind.exists():
            raise Refused("body.kind_taken", KIND_TAKEN)
        return create("body.add", actor=actor, obj=body, key=key)


def edit_body(*, actor: Actor, body: Body, changes: Mapping[str, Any]) -> Body:
    """Correct names, posts, signature and codes of a body."""
    values = tidied(changes, EDITABLE)
    if "name" in values:
        check_named(values["name"])
    return perform("body.edit", actor=actor, obj=body, changes=values)


def end_body(*, actor: Actor, body: Body, last_day: date) -> Body:
    """End a body; the posts held in it end with it."""
    check_span(body.valid_from, last_day)
    with deed(actor):
        end_posts_in(actor=actor, place=body, last_day=last_day)
        return perform("body.end", actor=actor, obj=body, changes={"valid_to": last_day})
