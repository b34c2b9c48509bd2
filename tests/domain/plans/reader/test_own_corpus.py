"""Plans of our own writing: read as their gold says, and read alike however they are printed."""

from __future__ import annotations

import pytest

from nghedan.domain.plans.reader import read_text
from tests.domain.plans.reader.changes import CHANGES
from tests.domain.plans.reader.scoring import Sample, agreement, corpus

SAMPLES = corpus()
by_name = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def test_the_corpus_spans_the_kinds_of_plans() -> None:
    kinds = {sample.gold["issuer"]["kind"] for sample in SAMPLES}
    levels = {sample.gold["issuer"]["level"] for sample in SAMPLES}
    assert len(SAMPLES) >= 14
    assert kinds == {"people_committee", "party_committee", None}
    assert levels == {"commune", "ward", "town", "district", "province", None}


@by_name
def test_own_plan_is_read_as_its_gold_says(sample: Sample) -> None:
    assert agreement(read_text(sample.text).data, sample.gold) >= 0.93


@by_name
@pytest.mark.parametrize("change", CHANGES)
def test_print_does_not_change_the_meaning(sample: Sample, change: str) -> None:
    plain = agreement(read_text(sample.text).data, sample.gold)
    assert agreement(read_text(CHANGES[change](sample.text)).data, sample.gold) >= 0.95 * plain
