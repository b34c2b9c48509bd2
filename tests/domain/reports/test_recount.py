"""Over any history the figures from the rows are those counted anew from the journal."""

import csv
import io
from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.planning import DialogueDraft, plan_dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import Outcome as HallOutcomeRow
from nghedan.domain.hall.services.outcomes import OutcomeDraft, record_outcome, undo_outcome
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.grouping import group, ungroup
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.services.restricting import mark_conduct, restrict
from nghedan.domain.matters.terms import Competence, Outcome
from nghedan.domain.matters.workflow import MATTER
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.archive.tables import figures_csv
from nghedan.domain.reports.documents.result_report import document_of, facts_of
from nghedan.domain.reports.figures import figures_of
from nghedan.domain.reports.public_page import open_data, public_page
from nghedan.domain.reports.recount import recount
from nghedan.domain.reports.rules.counting import Tally
from nghedan.domain.reports.rules.small_cells import LEAST
from nghedan.domain.reports.terms import Result
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Table
from nghedan.foundation.transitions.door import perform
from nghedan.interfaces.web.results import three_numbers
from nghedan.kernel.errors import DomainError

pytestmark = pytest.mark.usefixtures("frozen_today")

MOVES = [move.code for move in MATTER.transitions if not move.is_creation and move.code not in {"matter.group", "matter.ungroup", "matter.answer_in_hall"}]  # fmt: skip  # noqa: E501
HEARD = {"hear": HallOutcome.ANSWERED, "put off": HallOutcome.IN_WRITING, "send up": HallOutcome.ABOVE}
ACTS = ("group", "ungroup", "conduct", "restrict", "undo")
STEPS = st.one_of(
    st.tuples(st.just("raise"), st.integers(0, 5), st.integers(0, 5)),
    st.tuples(st.sampled_from(MOVES), st.integers(0, 5), st.integers(-3, 9)),
    st.tuples(st.sampled_from(list(HEARD)), st.integers(0, 5), st.integers(0, 9)),
    st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(0, 5)),
)
BEGINNING = tuple(("raise", which, 3 - which) for which in range(4))
CHANGES: dict[str, Any] = {
    "matter.put_in_writing": lambda day: {"writing_due_on": day},
    "matter.answer": lambda day: {"answered_on": day, "outcome": Outcome.ANSWERED.value},
    "matter.reopen": lambda day: {"writing_due_on": day, "reopened_on": clock.today(), "closed_on": None},
    "matter.refer": lambda _day: {"outcome": Outcome.REFERRED.value, "competence": Competence.ABOVE.value},
    "matter.record_outcome": lambda _day: {"outcome": Outcome.DONE.value},
}


@pytest.fixture
def dialogue(an: Actor, committee: Body, economy: Unit) -> Dialogue:
    """A conference in session."""
    row = plan_dialogue(actor=an, body=committee, draft=DialogueDraft(theme="Đối thoại năm 2026"))
    Dialogue.objects.of(committee.locality).filter(pk=row.pk).update(state=DialogueState.IN_SESSION)
    return Dialogue.objects.of(committee.locality).select_related("body", "locality").get()


@pytest.fixture
def fields(committee: Body) -> list[Field]:
    rows = [Field(locality=committee.locality, name=name, code=name, position=place, state="current")
            for place, name in enumerate(("Giao thông", "Đất đai"))]  # fmt: skip
    for row in rows:
        row.save()
    return rows


def live(step: tuple[str, int, int], an: Actor, dialogue: Dialogue, fields: list[Field], hamlets: list[Hamlet]) -> None:
    """Carry out one step by the system's right, so that only states and guards stand against it."""
    code, which, other = step
    system, body = Actor.system(dialogue.locality), dialogue.body
    known = list(Matter.objects.of(dialogue.locality).select_related("locality", "body", "unit").order_by("pk"))
    if code == "raise":
        draft = OpinionDraft(f"Ý kiến {which} {other}", Origin.PHONE, dialogue=dialogue)
        opinion = receive_opinion(actor=an, body=body, draft=draft)
        where = hamlets[other % 2] if other else None
        told = MatterDraft(title="Đường hỏng", text="", field=fields[which % 2] if which else None, hamlet=where)
        raise_matter(actor=an, opinion=opinion, draft=told)
    elif known and code == "group":
        group(actor=an, matter=known[which % len(known)], into=known[other % len(known)])
    elif known and code == "ungroup":
        ungroup(actor=an, matter=known[which % len(known)])
    elif known and code in ("conduct", "restrict"):
        opinion = Opinion.objects.of(dialogue.locality).get(raisings__matter=known[which % len(known)])
        (mark_conduct if code == "conduct" else restrict)(actor=an, opinion=opinion)
    elif known and code in HEARD:
        unit = Unit.objects.of(dialogue.locality).get()
        due_on = clock.today() + timedelta(days=other)
        draft_outcome = OutcomeDraft(HEARD[code], "Đã nghe", unit=unit, due_on=due_on, competent_body="Sở Xây dựng")
        record_outcome(actor=an, dialogue=dialogue, matter=known[which % len(known)], draft=draft_outcome)
    elif known and code == "undo":
        standing = HallOutcomeRow.objects.of(dialogue.locality).filter(state="standing").select_related("matter")
        if (last := standing.last()) is not None:
            undo_outcome(actor=an, outcome=last)
    elif known:
        day = clock.today() + timedelta(days=other)
        changes = CHANGES.get(code, lambda _day: {})(day)
        perform(code, actor=system, obj=known[which % len(known)], changes=changes)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(history=[("hear", 2, 0), ("matter.close", 2, 0)], days=0)
@example(history=[("matter.void", 0, 0)], days=0)
@given(history=st.lists(STEPS, min_size=1, max_size=12), days=st.integers(0, 6))
def test_the_journal_counts_what_the_rows_count(
    history: list[tuple[str, int, int]], days: int, an: Actor, dialogue: Dialogue, fields: list[Field],
    hamlets: list[Hamlet], frozen_today: date,
) -> None:  # fmt: skip
    with transaction.atomic():
        for step in (*BEGINNING, *history):
            with suppress(DomainError):
                live(step, an, dialogue, fields, hamlets)
        today = frozen_today + timedelta(days=days)
        assert numbers(recount(dialogue, today)) == numbers(figures_of(dialogue, today).matters)
        transaction.set_rollback(True)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(STEPS, min_size=4, max_size=12), days=st.integers(0, 6))
def test_report_public_page_files_and_journal_tell_the_same(
    history: list[tuple[str, int, int]], days: int, an: Actor, dialogue: Dialogue, fields: list[Field],
    hamlets: list[Hamlet], frozen_today: date,
) -> None:  # fmt: skip
    today = frozen_today + timedelta(days=days)
    with transaction.atomic():
        for step in (*BEGINNING, *history):
            with suppress(DomainError):
                live(step, an, dialogue, fields, hamlets)
        told = recount(dialogue, today)
        page = public_page(dialogue, today)
        listed = Counter(one.result for one in page.matters)
        assert listed == told.results
        assert results_in(figures_csv(dialogue, today), "Kết quả", 1, 2) == by_label(told)
        assert Counter(row[4] for row in rows_in(open_data(page))) == by_label(told)
        assert results_in_report(dialogue, today) == by_label(told)
        assert sum(count for _name, count in page.results) in (0, told.matters)
        shown = {figure.label: figure.value for figure in three_numbers(page.figures)}
        answered = told.results[Result.IN_HALL] + told.results[Result.IN_WRITING] + told.results[Result.SETTLED]
        waiting = told.results[Result.WAITING] + told.results[Result.PREPARING]
        apart = {"nội dung kiến nghị": told.matters, "đã trả lời, giải quyết": answered, "đang giải quyết": waiting}
        assert shown == {name: count for name, count in apart.items() if name in shown}
        assert (not shown or min(shown.values()) >= LEAST, bool(shown)) == (True, told.matters >= LEAST)
        transaction.set_rollback(True)


def by_label(counted: Tally) -> dict[str, int]:
    """Return the counts by the words papers and files use."""
    return {result.label: count for result, count in counted.results.items() if count}


def rows_in(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:]


def results_in(content: bytes, group: str, name: int, count: int) -> dict[str, int]:
    """Return a group of the figures as they stand in the file, without what is nought."""
    return {row[name]: int(row[count]) for row in rows_in(content) if row[0] == group and int(row[count])}


def results_in_report(dialogue: Dialogue, today: date) -> dict[str, int]:
    """Return the first table of the report, without its sum."""
    paper = OfficialPaper(
        locality=dialogue.locality, body=dialogue.body, dialogue=dialogue, kind="result_report", issued_on=today
    )
    blocks = [block for section in document_of(facts_of(paper)).body for block in getattr(section, "blocks", ())]
    tables = [block for block in blocks if isinstance(block, Table)]
    return {row[0]: int(row[1]) for row in tables[0].rows[:-1]} if tables else {}


def numbers(counted: Tally) -> tuple[object, ...]:
    """Return a tally without the names: the journal knows fields and hamlets by their ids."""
    crossed = [sorted(sorted(row.items()) for row in table.values()) for table in (counted.fields, counted.hamlets)]
    return counted.matters, dict(counted.results), *crossed, counted.answers
