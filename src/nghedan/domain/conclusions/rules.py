"""What an item of a conclusion must say before anybody signs; pure."""

from collections.abc import Iterable
from datetime import date

from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class Lack(Term):
    """What an item still lacks."""

    UNIT = "unit", _("đơn vị chủ trì")
    DAY = "day", _("thời hạn")
    BODY = "body", _("cơ quan được chuyển")


def lacks_of(group: ItemGroup, *, has_unit: bool, due_on: date | None, competent_body: str) -> list[Lack]:
    """Return what stands against signing: nothing is given to nobody, or for no day; nothing is sent nowhere."""
    wanted: tuple[tuple[Lack, bool], ...]
    if group is ItemGroup.ASSIGNED:
        wanted = ((Lack.UNIT, has_unit), (Lack.DAY, due_on is not None))
    elif group is ItemGroup.OUTSIDE:
        wanted = ((Lack.BODY, bool(competent_body.strip())),)
    else:
        return []
    return [lack for lack, is_there in wanted if not is_there]


def without_quotes(text: str, quoted: Iterable[str], instead: str) -> str:
    """Return a text in which words that may no longer be quoted are said in other words; the longest quote goes first,
    with or without the full stop it lost when it became part of a sentence."""
    for words in sorted({one.rstrip(" .") for one in quoted} - {""}, key=len, reverse=True):
        text = text.replace(words, instead.rstrip(" ."))
    return text
