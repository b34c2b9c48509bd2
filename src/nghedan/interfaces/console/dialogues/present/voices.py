"""How far opinions and answers have come for a dialogue: numbers, each leading to its list."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.queries import OPEN_STATES, answers_visible_to, matters_visible_to, standing_alone
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.opinions.queries import COUNTED, ledger_of, opinions_visible_to
from nghedan.domain.opinions.terms import OpinionState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.counting import count_all
from nghedan.interfaces.console.links import href

SENT = (AnswerState.HANDED_IN, AnswerState.CHECKED, AnswerState.APPROVED)


def figures_of(actor: Actor, dialogue: Dialogue) -> list[tuple[int, Link]]:
    """Return how many opinions, matters and answers there are for a dialogue (one query); nothing for whom they are
    not. Neutral lines of the ledger count, as they do there."""
    if not decide(actor, "opinion.classify").allowed and not decide(actor, "answer.approve").allowed:
        return []
    counts = count_all(_rows(actor, dialogue))
    chosen = f"?{urlencode({'dialogue': dialogue.public_id})}"
    pages: Mapping[str, tuple[str, str]] = {
        "opinions": (_("ý kiến trong sổ"), href("ledger", dialogue.locality) + chosen),
        "new": (_("chờ phân loại"), href("classify", dialogue.locality)),
        "matters": (_("nội dung cần trả lời"), href("matters", dialogue.locality) + chosen),
        "sent": (_("đã có trả lời"), href("matters", dialogue.locality) + chosen),
    }
    if not decide(actor, "opinion.classify").allowed:
        pages = {name: page for name, page in pages.items() if name != "new"}
    return [(counts[name], Link(label, page)) for name, (label, page) in pages.items()]


def _rows(actor: Actor, dialogue: Dialogue) -> dict[str, QuerySet[Any]]:
    matters = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, state__in=OPEN_STATES)
    return {
        "opinions": ledger_of(actor).filter(dialogue=dialogue, state__in=COUNTED),
        "new": opinions_visible_to(actor).filter(dialogue=dialogue, state=OpinionState.RECEIVED),
        "matters": matters,
        "sent": answers_visible_to(actor).filter(matter__in=matters.order_by().values("pk"), state__in=SENT),
    }
