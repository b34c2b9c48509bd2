"""Setting an opinion's level together with everything that hangs on it: matters, their place in search, assignments.

Pages call these, never the deeds on opinions alone: what is restricted vanishes everywhere in one transaction.
"""

from collections.abc import Callable, Collection, Sequence

from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.rules.levels import level_of_matter
from nghedan.domain.matters.rules.titles import TITLE_SIGNS, title_of
from nghedan.domain.matters.services.assigning import withdraw_unheard
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services import restricting
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Officer
from nghedan.domain.papers.services.issuing import withhold_papers
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _

UNTITLED = _("Nội dung cần ghi lại")
"""Stands where no voice that is left says it in words of its own."""

TakeBack = Callable[[Actor, Matter, Collection[str]], None]
"""Takes quoted words of a matter out of the rows of a later package; the matter speaks in its new words by then."""

_copies: list[TakeBack] = []


def install_copies(takers: Sequence[TakeBack]) -> None:
    """Say who keeps copies of the words of matters: they follow in the transaction that takes words back."""
    _copies[:] = takers


def mark_conduct(*, actor: Actor, opinion: Opinion, named: Sequence[Officer] = ()) -> Opinion:
    """Set an opinion, and the matters only such opinions raise, apart as comments on officials.

    Raises NotAllowed, Refused, Conflict.
    """
    with deed(actor):
        restricting.mark_conduct(actor=actor, opinion=opinion, named=named)
        follow_levels(actor=actor, matters=_matters_of(opinion))
        _take_back_words(actor, opinion)
        withhold_papers(actor=actor, rows=[opinion])
    return opinion


def restrict(*, actor: Actor, opinion: Opinion, named: Sequence[Officer] = ()) -> Opinion:
    """Take a denunciation, and the matters nobody else raises, out of everybody's sight but the readers'; a matter
    that others raise too stays, in their words.

    Whoever does this may not read it afterwards. Raises NotAllowed, Refused, Conflict.
    """
    with deed(actor):
        restricting.restrict_opinion(actor=actor, opinion=opinion, named=named)
        follow_levels(actor=actor, matters=_matters_of(opinion))
        _take_back_words(actor, opinion)
        withhold_papers(actor=actor, rows=[opinion])
    return opinion


def lower(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Return an opinion to the ledger, and its matters to where they stood. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        restricting.lower_level(actor=actor, opinion=opinion)
        follow_levels(actor=actor, matters=_matters_of(opinion))
    return opinion


def follow_levels(*, actor: Actor, matters: Sequence[Matter]) -> None:
    """Bring matters to the level that follows from their voices and field; a consequence, done by the system.

    What becomes a comment on officials leaves a unit that may not hear of it, with the reason in the journal.
    """
    system = Actor.system(actor.locality)
    for matter in matters:
        level = level_now(matter)
        if matter.level != level:
            facts = {"asked_by": actor.key}
            perform("matter.set_level", actor=system, obj=matter, changes={"level": level.value}, facts=facts)
            let_be_found(matter)
            if level != Level.ORDINARY:
                withhold_papers(actor=actor, rows=[matter])
        if level == Level.CONDUCT:
            withdraw_unheard(matter)


def level_now(matter: Matter) -> Level:
    """Return the level that follows from the voices that raise a matter now, and from its field."""
    raised = Raising.objects.of(matter.locality).filter(matter=matter, state=Standing.CURRENT)
    voices = [Level(level) for level in raised.values_list("opinion__level", flat=True)]
    return level_of_matter(voices, about_officials=matter.field is not None and matter.field.is_conduct)


def _take_back_words(actor: Actor, opinion: Opinion) -> None:
    """Let matters that stay more open than the opinion speak in the words of those who still raise them there: a title
    or text that was its own words goes. What the clerk put in words of her own is hers to look through."""
    own = {text.strip() for text in (opinion.words, opinion.corrected) if text.strip()}
    titles = {" ".join(text.split())[:TITLE_SIGNS] for text in own} | {title_of(text) for text in own}
    system, facts = Actor.system(actor.locality), {"asked_by": actor.key}
    for matter in _matters_of(opinion):
        if matter.level == opinion.level:
            continue
        changes = {name: "" for name in ("text", "public_text") if any(text in getattr(matter, name) for text in own)}
        if matter.title in titles:
            changes["title"] = _told_by_others(matter, opinion)
        if changes:
            perform("matter.take_back_words", actor=system, obj=matter, changes=changes, facts=facts)
            let_be_found(matter)
            withhold_papers(actor=actor, rows=[matter])
            for take_back in _copies:
                take_back(actor, matter, own | titles)


def _told_by_others(matter: Matter, opinion: Opinion) -> str:
    known = {Level.ORDINARY} if matter.level == Level.ORDINARY else {Level.ORDINARY, Level.CONDUCT}
    raised = Raising.objects.of(matter.locality).filter(matter=matter, state=Standing.CURRENT)
    others = raised.exclude(opinion=opinion).filter(opinion__level__in=known).select_related("opinion").order_by("pk")
    return next((title_of(row.opinion.text) for row in others), UNTITLED)


def _matters_of(opinion: Opinion) -> list[Matter]:
    raised = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    linked = Matter.objects.of(opinion.locality).select_related("field", "unit", "hamlet", "locality")
    return list(linked.filter(pk__in=raised.values("matter_id")).order_by("pk"))
