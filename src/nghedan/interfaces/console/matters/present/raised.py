"""Who raised a matter, how often, where and since when: numbers and places, never names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import Voice, continued_by
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same matter in an earlier year: what was said of it, and its page where the reader may open it."""

    year: int
    title: str
    promise: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """How often, where and since when a matter was raised."""

    times: str
    places: str
    period: str
    since: str
    opinions: Sequence[Link]
    neutral: str
    earlier: Sequence[Earlier]


def raised(matter: Matter, voices: Sequence[Voice]) -> Raised:
    known = [voice for voice in voices if voice.received_on]
    hidden = len(voices) - len(known)
    chain = continued_by(matter)
    first_year = min([matter.year, *(one.year for one in chain)])
    return Raised(
        times=ngettext("%(count)s lượt ý kiến", "%(count)s lượt ý kiến", len(voices)) % {"count": len(voices)},
        places=_places(known),
        period=_period([voice.received_on for voice in known if voice.received_on]),
        since=_("Đã nêu từ năm %(year)s") % {"year": first_year} if chain else "",
        opinions=_opinions(known, matter.locality),
        neutral=_("%(count)s ý kiến đã chuyển theo quy định") % {"count": hidden} if hidden else "",
        earlier=[Earlier(one.year, one.title, _promise(one)) for one in chain],
    )


def _places(voices: Sequence[Voice]) -> str:
    """Return "Thôn Nà Lốc 5, Thôn Bản Cuôn 1"; a hamlet that was merged counts for the one it is part of now."""
    counts = Counter(str(_now(voice.hamlet)) for voice in voices if voice.hamlet)
    elsewhere = sum(voice.hamlet is None for voice in voices)
    told = [f"{place} {count}" for place, count in counts.most_common()]
    return ", ".join([*told, *([_("không rõ nơi %(count)s") % {"count": elsewhere}] if elsewhere and told else [])])


def _now(hamlet: Hamlet) -> Hamlet:
    return hamlet.merged_into or hamlet


def _period(days: Sequence[date]) -> str:
    if not days:
        return ""
    first, last = format_date(min(days)), format_date(max(days))
    return first if first == last else _("%(first)s đến %(last)s") % {"first": first, "last": last}


def _opinions(voices: Sequence[Voice], locality: Locality) -> list[Link]:
    return [
        Link(voice.number, href("opinion", locality, opinion_id=voice.opinion_id)) for voice in voices if voice.number
    ]


def _promise(matter: Matter) -> str:
    if not matter.promise:
        return ""
    until = _(", hẹn đến %(day)s") % {"day": format_date(matter.promised_on)} if matter.promised_on else ""
    return f"{matter.promise}{until}"
