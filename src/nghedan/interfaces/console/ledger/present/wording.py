"""Values of an opinion in words."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level, OpinionState, Origin, ReplyWay
from nghedan.foundation.ui.models import Colour, Tag

COLOURS = {
    OpinionState.HELD: Colour.GREY, OpinionState.RECEIVED: Colour.YELLOW, OpinionState.CLASSIFIED: Colour.GREEN,
    OpinionState.VOID: Colour.GREY, OpinionState.DISCARDED: Colour.GREY,
}  # fmt: skip
FIRST_WORDS = 110


def state_tag(opinion: Opinion) -> Tag:
    state = OpinionState(opinion.state)
    return Tag(_(state.label), COLOURS[state])


def level_tag(opinion: Opinion) -> Tag | None:
    """Return the mark of what is not for everybody."""
    return Tag(_(Level.CONDUCT.label), Colour.PURPLE) if opinion.level == Level.CONDUCT else None


def origin_of(opinion: Opinion) -> str:
    return _(Origin(opinion.origin).label)


def reply_of(opinion: Opinion) -> str:
    return _(ReplyWay(opinion.reply_way).label)


def first_words(opinion: Opinion) -> str:
    return Truncator(" ".join(opinion.text.split())).chars(FIRST_WORDS)


def number_of(opinion: Opinion) -> str:
    """Return "41/2026"; what is held back has none yet."""
    return f"{opinion.number}/{opinion.year}" if opinion.number else _("chưa vào sổ")
