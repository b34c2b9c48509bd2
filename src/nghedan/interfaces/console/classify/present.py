"""Suggestions, similar matters and rows of the queue as they are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.rules.differing import differing_marks
from nghedan.domain.matters.rules.kinds import KindSuggestion, suggest_kind
from nghedan.domain.matters.rules.suggesting import FieldWords, Span, Suggestion, suggest_fields
from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.interfaces.console.classify.gather import Alike
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date

SHOWN_FIRST = 3
FIRST_WORDS = 140


@dataclass(frozen=True, slots=True)
class SuggestedField:
    """A likely field with the words that make it so."""

    field: Field
    words: str


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A matter that may be about the same: what became of it, and what is different in its words."""

    public_id: str
    title: SafeString
    facts: str
    is_earlier: bool
    href: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An opinion in the queue, with what the machine takes it for."""

    public_id: str
    number: str
    words: str
    facts: str
    kind: str
    field: str
    is_ticked: bool
    href: str
    alike: int
    alike_href: str


def suggested(text: str, fields: Sequence[Field], words: tuple[FieldWords, ...]) -> list[SuggestedField]:
    """Return the likeliest fields, at most three."""
    by_code = {field.code: field for field in fields}
    return [
        SuggestedField(by_code[one.code], ", ".join(one.words))
        for one in suggest_fields(text, words)[:SHOWN_FIRST]
        if one.code in by_code
    ]


def highlighted(text: str, words: tuple[FieldWords, ...]) -> SafeString:
    """Return the text with the words marked that make the likeliest field so."""
    found: Sequence[Suggestion] = suggest_fields(text, words)[:1]
    return marked(text, found[0].spans if found else ())


def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """Return a text with some stretches marked."""
    pieces, before = [], 0
    for span in spans:
        pieces.append((conditional_escape(text[before : span.start]), text[span.start : span.end]))
        before = span.end
    head = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", head, text[before:])


def kind_reason(found: KindSuggestion) -> str:
    """Return why a kind is suggested, in a sentence; "" without a signal."""
    return _("vì có: %(words)s") % {"words": ", ".join(f"“{word}”" for word in found.words)} if found.words else ""


def alike_row(found: Alike, text: str, year: int) -> AlikeRow:
    matter = found.matter
    return AlikeRow(
        public_id=matter.public_id,
        title=marked(matter.title, differing_marks(matter.title, text).first),
        facts=" · ".join(filter(None, _facts(matter, found.times))),
        is_earlier=matter.year < year,
        href=href("matter", matter.locality, matter_id=matter.public_id),
    )


def _facts(matter: Matter, times: int) -> Iterable[str]:
    yield f"{matter.number}/{matter.year}"
    yield matter.unit.name if matter.unit else ""
    yield _("%(times)s lượt nêu") % {"times": times} if times else ""
    yield _("hẹn %(day)s") % {"day": format_date(matter.promised_on)} if matter.promised_on else ""
    yield matter.promise
    outcome = Outcome(matter.outcome)
    yield _(outcome.label if outcome else MatterState(matter.state).label)


def queue_row(
    opinion: Opinion, words: tuple[FieldWords, ...], names: dict[str, str], like: dict[str, int], ticked: set[str]
) -> QueueRow:
    """Return a row; ``like`` is public id -> the group of similar ones it is in."""
    fields = suggest_fields(opinion.text, words)
    group = like.get(opinion.public_id)
    queue = href("classify", opinion.locality)
    return QueueRow(
        public_id=opinion.public_id,
        number=str(opinion),
        words=Truncator(" ".join(opinion.text.split())).chars(FIRST_WORDS),
        facts=" · ".join(filter(None, (format_date(opinion.received_on), str(opinion.hamlet or "")))),
        kind=_(suggest_kind(opinion.text).kind.label),
        field=names.get(fields[0].code, "") if fields else "",
        is_ticked=opinion.public_id in ticked,
        href=href("opinion-classify", opinion.locality, opinion_id=opinion.public_id),
        alike=sum(other == group for other in like.values()) if group is not None else 0,
        alike_href=f"{queue}?alike={opinion.public_id}#chung",
    )
