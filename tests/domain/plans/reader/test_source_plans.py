"""The five source plans are read as their gold says."""

from __future__ import annotations

import json

import pytest

from nghedan.domain.plans.reader import read_text
from tests.domain.plans.reader.scoring import PLANS, macro, needs_source_plans

STEMS = ("cai-bo-2025", "duc-pho-2023", "phu-dinh-2023", "sa-loong-2023", "thien-tan-2026")


@needs_source_plans
@pytest.mark.parametrize("stem", STEMS)
def test_source_plan_reaches_the_mark(stem: str) -> None:
    text = (PLANS / "text" / f"{stem}.txt").read_text(encoding="utf-8")
    gold = json.loads((PLANS / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
    assert macro(read_text(text).data, gold) >= 0.95
