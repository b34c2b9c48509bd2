"""Passages that a unit uses again in its answers (đoạn văn mẫu)."""

from nghedan.domain.matters.models import Field, TextBlock
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_TITLE = _("Xin đặt tên cho đoạn mẫu.")
NO_TEXT = _("Xin ghi nội dung đoạn mẫu.")


def add_text_block(
    *, actor: Actor, unit: Unit, title: str, text: str, field: Field | None = None, key: str = ""
) -> TextBlock:
    """Keep a passage for a unit, for one field or for all. Raises Invalid without title or text, NotAllowed."""
    block = TextBlock(locality=unit.locality, unit=unit, field=field, **_words(title, text))
    return create("text_block.add", actor=actor, obj=block, key=key)


def edit_text_block(
    *, actor: Actor, block: TextBlock, title: str, text: str, field: Field | None = None
) -> TextBlock:
    """Change a passage; answers that used it stay as they are. Raises Invalid, NotAllowed, Conflict."""
    return perform("text_block.edit", actor=actor, obj=block, changes={"field": field, **_words(title, text)})


def end_text_block(*, actor: Actor, block: TextBlock) -> TextBlock:
    """Stop offering a passage."""
    return perform("text_block.end", actor=actor, obj=block)


def _words(title: str, text: str) -> dict[str, str]:
    words = {"title": clean(title)[:120], "text": clean(text)}
    for name, missing in (("title", NO_TITLE), ("text", NO_TEXT)):
        if not words[name]:
            raise Invalid(f"text_block.no_{name}", missing, field=name)
    return words
