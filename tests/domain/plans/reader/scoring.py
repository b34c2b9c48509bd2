"""The published scorer and the source plans, where the checkout stands beside them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def shared_plans() -> Path | None:
    """The folder of source plans beside one of the checkout's parents."""
    for parent in Path(__file__).resolve().parents:
        folder = parent / "shared" / "plans"
        if (folder / "score.py").is_file():
            return folder
    return None


PLANS = shared_plans()
needs_source_plans = pytest.mark.skipif(PLANS is None, reason="the source plans (shared/plans) are not beside this checkout")


def scorer() -> ModuleType:
    """The published scorer, loaded from its file."""
    assert PLANS is not None
    spec = importlib.util.spec_from_file_location("plan_score", PLANS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def macro(predicted: dict[str, Any], gold: dict[str, Any]) -> float:
    """Macro F1 of one plan."""
    module = scorer()
    return float(module.report(module.score(predicted, gold))["macro"])
