"""A new plan from the answers to eight questions, in the sentences of the starting texts."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from nghedan.domain.plans.content import CommitteeMember, LegalBasis, PlanContent, Unscheduled
from nghedan.domain.plans.intake import DutyDraft, ItemDraft, PlanDraft
from nghedan.kernel.terms import gettext_noop as _

HAMLETS = "hamlets"
VOTER_THRESHOLD = {"people_committee": 10.0}
"""Percent of voters whose request calls an unscheduled dialogue (Điều 43 Luật 72/2025/QH15)."""

CHAIR, CO_CHAIR, STAND_IN = _("Chủ trì"), _("Đồng chủ trì"), _("Thay mặt chủ trì khi được ủy quyền")


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to the eight questions: body and bases · year and how many · kind and theme · audience or cluster ·
    when · where (these four in ``dialogues``) · who presides, with whom, who stands in · units with special duties."""

    body_kind: str
    place: str
    year: int
    head_post: str
    legal_bases: Sequence[str] = ()
    dialogues: Sequence[ItemDraft] = ()
    co_chairs: Sequence[str] = ()
    stand_in: str = ""
    special_duties: Sequence[DutyDraft] = ()


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who there is to be given duties: (kind, name) of each unit, and how the hamlets are called together."""

    units: Sequence[tuple[str, str]] = field(default=())
    hamlets: str = ""


@cache
def starting_texts(body_kind: str) -> Mapping[str, Any]:
    """Return the opening sentences for a kind of body. Raises FileNotFoundError for a kind without them."""
    source = files(__package__) / "starting_texts" / f"{body_kind}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def default_bases(body_kind: str) -> list[str]:
    """Return the legal bases offered for a kind of body, as printed."""
    return [basis["text"] for basis in starting_texts(body_kind)["legal_bases"]]


def compose(answers: Answers, workforce: Workforce) -> PlanDraft:
    """Return the whole plan: the answers in place, everything else in the starting sentences."""
    texts = starting_texts(answers.body_kind)
    names = {"head": answers.head_post, "place": answers.place, "year": answers.year}
    title = texts["title"].format(**names)
    content = PlanContent(
        head_role=answers.head_post,
        delegate_role=answers.stand_in,
        legal_bases=tuple(_bases(answers.legal_bases, texts)),
        purposes=_said(texts["purposes"], names),
        requirements=_said(texts["requirements"], names),
        unscheduled=Unscheduled(
            allowed=True,
            voter_threshold_percent=VOTER_THRESHOLD.get(answers.body_kind),
            text=texts["unscheduled"],
        ),
        frequency_per_year_min=max(1, len(answers.dialogues)),
        committee=tuple(_committee(answers)),
        recipients=tuple(texts["recipients"]),
    )
    items = tuple(_completed(item, texts, names) for item in answers.dialogues or (ItemDraft(year=answers.year),))
    duties = (*_usual_duties(texts, workforce), *answers.special_duties)
    return PlanDraft(title=title, year=answers.year, content=content, items=items, duties=_joined(duties))


def _bases(chosen: Sequence[str], texts: Mapping[str, Any]) -> Iterable[LegalBasis]:
    known = {basis["text"]: basis for basis in texts["legal_bases"]}
    for text in chosen or known:
        yield LegalBasis(**known[text]) if text in known else LegalBasis(text)


def _committee(answers: Answers) -> Iterable[CommitteeMember]:
    if answers.co_chairs or answers.stand_in:
        yield CommitteeMember(CHAIR, answers.head_post)
    for name in answers.co_chairs:
        yield CommitteeMember(CO_CHAIR, name)
    if answers.stand_in:
        yield CommitteeMember(STAND_IN, answers.stand_in)


def _completed(item: ItemDraft, texts: Mapping[str, Any], names: Mapping[str, Any]) -> ItemDraft:
    """Fill what the clerk left open with the usual sentences."""
    return ItemDraft(
        kind=item.kind, openness=item.openness, year=item.year or names["year"], quarter=item.quarter,
        month=item.month, held_on=item.held_on, venue=item.venue,
        topics=item.topics or _said(texts["topics"], names),
        audience=item.audience or _said(texts["audience"], names),
        participants=item.participants or _said(texts["participants"], names),
    )  # fmt: skip


def _usual_duties(texts: Mapping[str, Any], workforce: Workforce) -> Iterable[DutyDraft]:
    duties = texts["duties"]
    for kind, name in workforce.units:
        if kind in duties:
            yield DutyDraft(name, tuple(duties[kind]))
    if workforce.hamlets:
        yield DutyDraft(workforce.hamlets, tuple(duties[HAMLETS]))


def _joined(duties: Iterable[DutyDraft]) -> tuple[DutyDraft, ...]:
    """Give each unit one entry, special duties after the usual ones."""
    by_unit: dict[str, tuple[str, ...]] = {}
    for duty in duties:
        by_unit[duty.unit_text] = by_unit.get(duty.unit_text, ()) + duty.tasks
    return tuple(DutyDraft(unit, tasks) for unit, tasks in by_unit.items())


def _said(sentences: Sequence[str], names: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sentence.format(**names) for sentence in sentences)
