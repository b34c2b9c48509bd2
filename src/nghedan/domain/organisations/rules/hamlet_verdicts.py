"""What will become of each line of a pasted list, judged against the hamlets that are there already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nghedan.domain.organisations.rules.hamlet_list import ListedHamlet
from nghedan.domain.organisations.terms import Verdict

HamletKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KnownHamlet:
    """A hamlet that is there already, as far as a list could change it."""

    voters: int | None = None
    households: int | None = None
    has_head: bool = False


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line with what will become of it."""

    listed: ListedHamlet
    verdict: Verdict


def judge(lines: Iterable[ListedHamlet], known: Mapping[HamletKey, KnownHamlet]) -> list[JudgedLine]:
    """Judge every line; done twice with the first pass stored, nothing is new the second time."""
    judged, seen = [], set[HamletKey]()
    for listed in lines:
        verdict = _verdict(listed, known.get(listed.key), is_repeated=listed.key in seen)
        if verdict not in (Verdict.UNREADABLE, Verdict.SKIPPED):
            seen.add(listed.key)
        judged.append(JudgedLine(listed, verdict))
    return judged


def _verdict(listed: ListedHamlet, known: KnownHamlet | None, *, is_repeated: bool) -> Verdict:
    if listed.is_heading:
        return Verdict.SKIPPED
    if listed.problem:
        return Verdict.UNREADABLE
    if is_repeated:
        return Verdict.REPEATED
    if known is None:
        return Verdict.NEW
    return Verdict.CHANGED if changes_of(listed, known) or brings_head(listed, known) else Verdict.KNOWN


def changes_of(listed: ListedHamlet, known: KnownHamlet) -> dict[str, int]:
    """Return the counts the list gives anew; what it leaves out stays."""
    counts = {"voters": (listed.voters, known.voters), "households": (listed.households, known.households)}
    return {name: new for name, (new, old) in counts.items() if new is not None and new != old}


def brings_head(listed: ListedHamlet, known: KnownHamlet) -> bool:
    """Say whether the list names a head where there is none; a head in office is never replaced by a list."""
    return bool(listed.head_name) and not known.has_head
