"""From what the reader understood to the parts of a plan, and back again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nghedan.domain.plans.content import CommitteeMember, LegalBasis, Limit, PlanContent, Procedure, Unscheduled
from nghedan.domain.plans.rules import suggested_kind, suggested_openness
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.kernel.vietnamese import fold


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A planned dialogue before it is stored."""

    kind: ItemKind = ItemKind.REGULAR
    openness: Openness = Openness.OPEN
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    held_on: date | None = None
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    venue: str = ""


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """A unit and what the plan orders it to do."""

    unit_text: str
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """Everything a plan is made of, before it is stored."""

    title: str
    year: int | None
    content: PlanContent
    items: tuple[ItemDraft, ...] = ()
    duties: tuple[DutyDraft, ...] = ()
    number: str = ""
    issued_on: date | None = None
    body_kind: str = ""


def with_choices(draft: PlanDraft, chosen: Sequence[tuple[ItemKind, Openness]]) -> PlanDraft:
    """Return the draft with kind and openness of every dialogue as the clerk chose them, in the order of the plan."""
    pairs = zip(draft.items, chosen, strict=True)
    return replace(draft, items=tuple(replace(item, kind=kind, openness=openness) for item, (kind, openness) in pairs))


CLOSING_SIGNS = re.compile(r"(?<![.])[.;,\s]+$")


def without_sign(text: str) -> str:
    """Return a line of a list without its closing sign: the paper sets `;` and `.` by itself; "..." stays."""
    return CLOSING_SIGNS.sub("", text)


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(without_sign(text) for text in texts)


def draft_of(reading: Mapping[str, Any]) -> PlanDraft:
    """Return the draft for a plan in the reader's schema. Raises KeyError for a mapping that is not in it."""
    sessions = reading["sessions"]
    items = tuple(_item(session, number=len(sessions), default_year=reading["year"]) for session in sessions)
    duties = tuple(DutyDraft(entry["unit"], _lines(entry["tasks"])) for entry in reading["assignments"])
    return PlanDraft(
        title=reading["title"] or "",
        year=reading["year"] or reading["date"]["year"],
        content=_content(reading),
        items=items,
        duties=duties,
        number=_whole_number(reading["number"]),
        issued_on=_whole_date(reading["date"]),
        body_kind=reading["issuer"]["kind"]
        or body_kind_by_marks(reading["number"], reading["signer"]["authority_line"]),
    )


KIND_MARKS = {
    "people_committee": ("ubnd", "uy ban nhan dan"),
    "party_committee": ("kh/du", "kh/tu", "ban thuong vu", "dang uy"),
}


def body_kind_by_marks(number: str | None, authority: str | None) -> str:
    """Return the kind of body that numbers and signs so, for a text without its head; empty when nothing tells."""
    said = fold(f"{number or ''} {authority or ''}")
    return next((kind for kind, marks in KIND_MARKS.items() if any(mark in said for mark in marks)), "")


def _content(reading: Mapping[str, Any]) -> PlanContent:
    signer, attendance = reading["signer"], reading["expected_attendance"] or {}
    return PlanContent(
        head_role=reading["head_role"] or "",
        delegate_role=reading["delegate_role"] or "",
        legal_bases=tuple(
            LegalBasis(without_sign(basis["text"]), basis["number"], basis["date"]) for basis in reading["legal_bases"]
        ),
        purposes=_lines(reading["purposes"]),
        requirements=_lines(reading["requirements"]),
        procedure=Procedure(**{step: _lines(lines) for step, lines in reading["procedure"].items()}),
        unscheduled=Unscheduled(**reading["adhoc"]),
        frequency_per_year_min=reading["frequency_per_year_min"],
        limits=tuple(Limit(**limit) for limit in reading["deadlines"]),
        committee=tuple(CommitteeMember(**member) for member in reading["committee"]),
        channels=_lines(reading["channels"]),
        recipients=_lines(reading["recipients"]),
        expected_min=attendance.get("min"),
        expected_max=attendance.get("max"),
        hamlet_count=reading["hamlet_count"],
        signer_authority=signer["authority_line"] or "",
        signer_title=signer["title"] or "",
        signer_name=signer["name"] or "",
    )


def _item(session: Mapping[str, Any], *, number: int, default_year: int | None) -> ItemDraft:
    period = session["period"]
    audience, topics = _lines(session["audience"]), _lines(session["topics"])
    held_on = date.fromisoformat(period["date"]) if period["date"] else None
    return ItemDraft(
        kind=suggested_kind(number_in_plan=number, audience=audience),
        openness=suggested_openness(audience),
        year=period["year"] or default_year,
        quarter=period["quarter"],
        month=period["month"],
        held_on=held_on,
        topics=topics,
        audience=audience,
        participants=_lines(session["participants"]),
        venue=without_sign(session["venue"] or ""),
    )


def _whole_number(number: str | None) -> str:
    """A number whose serial was left blank for the clerk is not a number yet."""
    return number if number and number[0].isdigit() else ""


def _whole_date(parts: Mapping[str, int | None]) -> date | None:
    year, month, day = parts["year"], parts["month"], parts["day"]
    if not (year and month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def grouped(duties: Sequence[tuple[str, str]]) -> tuple[DutyDraft, ...]:
    """Gather (unit, task) pairs of a plan into one entry per unit, in order of first appearance."""
    by_unit: dict[str, list[str]] = {}
    for unit, task in duties:
        by_unit.setdefault(unit, []).append(task)
    return tuple(DutyDraft(unit, tuple(tasks)) for unit, tasks in by_unit.items())
