"""A plan read, printed and read again is the same draft: our own print is plain to our own reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nghedan.domain.plans.documents.plan import PlanFacts, document_of
from nghedan.domain.plans.intake import PlanDraft, draft_of
from nghedan.domain.plans.reader import read_plan
from nghedan.domain.plans.services.snapshot import changes_between, snapshot_of
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.model import Authority, Document, Signature
from nghedan.foundation.documents.renderers import render
from tests.domain.plans.reader.scoring import CORPUS, PLANS

SOURCES = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md"))
if PLANS is not None:
    SOURCES += sorted((PLANS / "text").glob("*.txt"))

EXPECTED = ("content.expected_min", "content.expected_max")
FILING = ("content.recipients",)
CHANGED = {
    # The paper does not say how many people are expected, nor who may stand in for the head.
    "hai-dong-2026": EXPECTED,
    "long-phu-son-2026": (*FILING, *EXPECTED),
    "thach-quan-2023": ("content.delegate_role",),
    "trung-luong-2026": ("content.delegate_role", *EXPECTED),
    # A channel, or a limit, named in a sentence the draft has no part for is not printed.
    "lang-co-2026": ("content.channels", *EXPECTED),
    "hon-mun-2026": ("content.limits",),
    # The filing line is printed in its prescribed form ("Lưu: VT").
    "ba-khe-2024": FILING,
    # Of a quarter and a month the paper prints the quarter.
    "ha-linh-2025": ("items.1",),
    # Fragments without title: the printed title names the people.
    "muong-xa-2024": (*FILING, "items.1"),
    "tam-quan-nam-2025": ("items.1",),
}


def printed(reading: dict[str, Any], draft: PlanDraft) -> Document:
    content = draft.content
    name = reading["issuer"]["name"] or "Ủy ban nhân dân xã Bãi Muối"
    return document_of(
        PlanFacts(
            draft=draft,
            issuer=(name.upper(),),
            issuer_name=name,
            superior=(),
            place=reading["place"] or "",
            symbol=reading["number"] or "/KH-UBND",
            signature=Signature(
                post=content.signer_title,
                name=content.signer_name,
                authority=(Authority.parse(content.signer_authority),),
            ),
        )
    )


@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_our_own_print_is_read_as_the_same_draft(source: Path, kind: str) -> None:
    reading = read_plan(source.read_bytes()).data
    draft = draft_of(reading)
    form = choose(reading["issuer"]["kind"] or "people_committee", date(2026, 6, 1))
    again = draft_of(read_plan(render(printed(reading, draft), form, kind)).data)
    changed = [change.part for change in changes_between(snapshot_of(draft), snapshot_of(again))]
    assert sorted(changed) == sorted(CHANGED.get(source.stem, ()))
