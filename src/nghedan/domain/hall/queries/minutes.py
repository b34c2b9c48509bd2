"""Reading the minutes: who may, in which words, and with whose names.

A line tells of a turn or an outcome, and so of a matter or an opinion: its level is asked anew at each reading, so that
what becomes restricted leaves the minutes at once, also those of the past. The fingerprint is of the stored text.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.dialogues.models import Dialogue, Presiding
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.hall.models import LessonPoint, Minutes, MinutesLine, MinutesSignature, Outcome, Turn
from nghedan.domain.hall.rules.minutes_text import NEUTRAL, fill, fingerprint_of, named_in
from nghedan.domain.hall.terms import LessonKind, LessonState, LineKind, LineState, SignatureState
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.rules.titles import title_of
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _

READ_NAMES = "identity.read"
REASON = _("Ghi, in biên bản hội nghị")
OF_TURN, OF_OUTCOME = subject_type_of(Turn), subject_type_of(Outcome)

Subject = tuple[str, str]
"""Type and public id of the row a line tells of."""


@dataclass(frozen=True, slots=True)
class About:
    """Of what a row told: its strictest level, and the matters and opinions behind it."""

    level: Level
    matters: frozenset[int] = frozenset()
    opinions: frozenset[int] = frozenset()
    taken_back: tuple[tuple[Level, str], ...] = ()
    """Words a matter spoke in before they were set apart: a line that quotes them has their level."""

    def of(self, line: MinutesLine) -> Level:
        """Return the level of one line that tells of the row."""
        return strictest({self.level, *(level for level, words in self.taken_back if words in line.text)})


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as one reader may see it. ``is_conduct``: about officials, and never in the printed minutes."""

    line: MinutesLine
    text: str
    pending: str = ""
    is_conduct: bool = False
    is_neutral: bool = False


def minutes_visible_to(actor: Actor) -> ScopedQuerySet[Minutes]:
    """Return the minutes of the conferences one's bodies hold or preside over."""
    minutes = Minutes.objects.of(actor.locality).select_related("dialogue__body", "dialogue__locality", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "minutes.view")
    if reach.everywhere:
        return minutes
    bodies = reach.ids(BODY)
    presided = Presiding._base_manager.filter(
        dialogue=OuterRef("dialogue_id"), body_id__in=bodies, state=Standing.CURRENT
    )
    return minutes.filter(Q(dialogue__body_id__in=bodies) | Exists(presided))


def minutes_for(actor: Actor, dialogue: Dialogue) -> Minutes | None:
    """Return the minutes of a dialogue, if they have begun and the actor may see them."""
    return minutes_visible_to(actor).filter(dialogue=dialogue).first()


def lines_of(minutes: Minutes) -> ScopedQuerySet[MinutesLine]:
    """Return all lines in the order of the day, struck ones too."""
    lines = MinutesLine.objects.of(minutes.locality).select_related("minutes__dialogue", "minutes__locality", "locality")  # fmt: skip  # noqa: E501
    return lines.filter(minutes=minutes).order_by("at", "position")


def lines_visible_to(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[MinutesLine]:
    """Return the standing lines of a dialogue's minutes for who may see these, the latest first; still to be told by
    ``told_to``."""
    lines = MinutesLine.objects.of(dialogue.locality).select_related("locality")
    open_to_actor = minutes_visible_to(actor).filter(dialogue=dialogue).order_by().values("pk")
    return lines.filter(minutes__in=open_to_actor, state=LineState.STANDING).order_by("-at", "-position")


def line_for(actor: Actor, dialogue: Dialogue, public_id: str) -> MinutesLine:
    """Return one line the actor may read. Raises MinutesLine.DoesNotExist, also for one told her only in neutral."""
    minutes = minutes_for(actor, dialogue)
    if minutes is None:
        raise MinutesLine.DoesNotExist
    line = lines_of(minutes).get(public_id=public_id)
    told = told_to(actor, [line])
    if not told or told[0].is_neutral:
        raise MinutesLine.DoesNotExist
    return line


def lines_to_look_at(minutes: Minutes) -> ScopedQuerySet[MinutesLine]:
    """Return the standing lines of which two texts wait for a secretary's decision."""
    return lines_of(minutes).filter(state=LineState.STANDING).exclude(pending_text="")


def standing_signatures(minutes: Minutes) -> list[MinutesSignature]:
    """Return the signatures that hold."""
    signatures = MinutesSignature.objects.of(minutes.locality).select_related("officer", "minutes", "locality")
    return list(signatures.filter(minutes=minutes, state=SignatureState.SIGNED))


def fingerprint_now(minutes: Minutes) -> str:
    """Return the fingerprint of the text as it stands: standing lines in their order, and what was said at reading."""
    lines = lines_of(minutes).filter(state=LineState.STANDING).exclude(kind=LineKind.CORRECTION)
    told = (f"{line.at.isoformat()} {line.kind} {line.text}" for line in lines)
    return fingerprint_of([*told, minutes.corrections])


def told_to(actor: Actor, lines: Iterable[MinutesLine], names: Mapping[str, str] | None = None) -> list[ToldLine]:
    """Return lines as the actor may read them at the desk: those about officials for whom the matter is open to, for
    others one neutral sentence; restricted ones for nobody (four queries, however many lines)."""
    shown = list(lines)
    about = _about(shown)
    matters, opinions = _open_to(actor, about.values())
    known = names or {}
    told = []
    for line in shown:
        one = about.get((line.subject_type, line.subject_id), About(Level.ORDINARY))
        level = one.of(line)
        if level is Level.RESTRICTED:
            continue
        is_conduct = level is Level.CONDUCT
        is_open = one.level is Level.CONDUCT and one.matters <= matters and one.opinions <= opinions
        if is_conduct and not is_open:
            told.append(ToldLine(line, NEUTRAL, is_conduct=True, is_neutral=True))
        else:
            told.append(ToldLine(line, fill(line.text, known), fill(line.pending_text, known), is_conduct))
    return told


def printed(lines: Sequence[MinutesLine], names: Mapping[str, str]) -> Iterator[ToldLine]:
    """Yield the standing lines as the minutes print them, whoever prints: of comments on officials one neutral
    sentence, of what is restricted nothing."""
    about = _about(lines)
    was_neutral = False
    for line in lines:
        level = about.get((line.subject_type, line.subject_id), About(Level.ORDINARY)).of(line)
        if line.state != LineState.STANDING or level is Level.RESTRICTED:
            continue
        if level is Level.CONDUCT:
            if line.kind != LineKind.ANSWER and not was_neutral:
                yield ToldLine(line, NEUTRAL, is_conduct=True, is_neutral=True)
                was_neutral = True
            continue
        was_neutral = False
        yield ToldLine(line, fill(line.text, names))


def rows_behind(lines: Sequence[MinutesLine]) -> list[LocalityModel]:
    """Return the matters and opinions of which standing lines tell in words of their own."""
    shown = [line for line in lines if line.state == LineState.STANDING]
    told = [one for one in _about(shown).values() if one.level is Level.ORDINARY]
    if not told:
        return []
    locality = shown[0].locality
    matters = Matter.objects.of(locality).filter(pk__in={pk for one in told for pk in one.matters})
    opinions = Opinion.objects.of(locality).filter(pk__in={pk for one in told for pk in one.opinions})
    return [*matters, *opinions]


def names_for(actor: Actor, lines: Iterable[MinutesLine]) -> dict[str, str]:
    """Return public id -> name of the speakers, for who may read names: one entry in the journal for all of them."""
    ids = named_in(text for line in lines for text in (line.text, line.pending_text))
    if not ids or not decide(actor, READ_NAMES, actor.locality).allowed:
        return {}
    persons = read_identities(actor=actor, ids=ids, reason=REASON)
    return {public_id: person.name for public_id, person in persons.items() if person.name}


def lessons_visible_to(actor: Actor) -> ScopedQuerySet[LessonPoint]:
    """Return what was learned at the bodies within reach, less what was dropped."""
    points = LessonPoint.objects.of(actor.locality).select_related("dialogue__body", "dialogue__locality", "unit", "task", "locality")  # type: ignore[arg-type]  # fmt: skip  # noqa: E501
    reach = reach_of(actor, "lesson_point.view")
    shown = points.exclude(state=LessonState.DROPPED)
    return shown if reach.everywhere else shown.filter(dialogue__body_id__in=reach.ids(BODY))


def lessons_to_carry(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[LessonPoint]:
    """Return what is left to do from the dialogues of the same body in the year before."""
    earlier = dialogues_visible_to(actor).filter(body=dialogue.body, year=dialogue.year - 1)
    return lessons_visible_to(actor).filter(
        dialogue__in=earlier.order_by().values("pk"), kind=LessonKind.TO_DO, state=LessonState.NOTED
    )


def strictest(levels: Collection[Level]) -> Level:
    """Return the strictest of some levels; ordinary for none."""
    return next((level for level in (Level.RESTRICTED, Level.CONDUCT) if level in levels), Level.ORDINARY)


def _about(lines: Iterable[MinutesLine]) -> dict[Subject, About]:
    rows = [line for line in lines if line.subject_type in (OF_TURN, OF_OUTCOME)]
    if not rows:
        return {}
    locality = rows[0].locality
    ids = {OF_TURN: set[str](), OF_OUTCOME: set[str]()}
    for line in rows:
        ids[line.subject_type].add(line.subject_id)
    found: dict[Subject, About] = {}
    outcomes = Outcome.objects.of(locality).filter(public_id__in=ids[OF_OUTCOME]).select_related("matter__locality")
    told = {outcome.public_id: outcome.matter for outcome in outcomes}
    taken = _taken_back(told.values())
    for public_id, matter in told.items():
        words = tuple(taken.get(matter.pk, ()))
        found[OF_OUTCOME, public_id] = About(Level(matter.level), frozenset({matter.pk}), taken_back=words)
    turns = Turn.objects.of(locality).filter(public_id__in=ids[OF_TURN]).select_related("opinion", "request__opinion", "request__matter")  # fmt: skip  # noqa: E501
    for turn in turns:
        found[OF_TURN, turn.public_id] = _of_turn(turn)
    return found


def _taken_back(matters: Collection[Matter]) -> dict[int, list[tuple[Level, str]]]:
    """Return id of a matter -> the words of those who raise it at a stricter level than its own."""
    found: dict[int, list[tuple[Level, str]]] = {}
    if not matters:
        return found
    raised = Raising.objects.of(next(iter(matters)).locality).filter(matter__in=[one.pk for one in matters])
    apart = raised.exclude(opinion__level=Level.ORDINARY).select_related("opinion")
    for row in apart:
        for words in (row.opinion.words, row.opinion.corrected):
            if quoted := title_of(words) if words.strip() else "":
                found.setdefault(row.matter_id, []).append((Level(row.opinion.level), quoted))
    return found


def _of_turn(turn: Turn) -> About:
    matters = [turn.request.matter] if turn.request.matter else []
    opinions = [one for one in (turn.opinion, turn.request.opinion) if one]
    level = strictest({Level(level) for level in (*(one.level for one in matters), *(one.level for one in opinions))})
    return About(level, frozenset(one.pk for one in matters), frozenset(one.pk for one in opinions))


def _open_to(actor: Actor, about: Collection[About]) -> tuple[set[int], set[int]]:
    delicate = [one for one in about if one.level is Level.CONDUCT]
    matter_ids = {pk for one in delicate for pk in one.matters}
    opinion_ids = {pk for one in delicate for pk in one.opinions}
    matters = matters_visible_to(actor).filter(pk__in=matter_ids).order_by() if matter_ids else ()
    opinions = opinions_visible_to(actor).filter(pk__in=opinion_ids).order_by() if opinion_ids else ()
    return {one.pk for one in matters}, {one.pk for one in opinions}
