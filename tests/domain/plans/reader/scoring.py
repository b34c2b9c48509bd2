"""How well a plan was read: our own strict measure, and the published scorer where it is beside the checkout."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from nghedan.kernel.vietnamese import fold

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@dataclass(frozen=True)
class Sample:
    """A plan of our own writing with the data it means."""

    name: str
    text: str
    gold: dict[str, Any]


def corpus() -> list[Sample]:
    """All plans of our own writing."""
    files = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md"))
    return [
        Sample(
            path.stem,
            path.read_text(encoding="utf-8"),
            json.loads(path.with_suffix(".json").read_text(encoding="utf-8")),
        )
        for path in files
    ]


def agreement(predicted: dict[str, Any], gold: dict[str, Any]) -> float:
    """Mean over the fields present of the F1 of their values, equal after folding."""
    scores = []
    for key in gold:
        found, wanted = Counter(_values(predicted[key], "")), Counter(_values(gold[key], ""))
        total = found.total() + wanted.total()
        if total:
            scores.append(2 * (found & wanted).total() / total)
    return sum(scores) / len(scores) if scores else 1.0


def _values(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _values(below, f"{path}.{key}")
    elif isinstance(value, list):
        for below in value:
            yield from _values(below, path)
    elif value not in (None, "", False):
        yield path, fold(str(value)).strip(" .;,:-+/")


def shared_plans() -> Path | None:
    """The folder of source plans beside one of the checkout's parents."""
    for parent in Path(__file__).resolve().parents:
        folder = parent / "shared" / "plans"
        if (folder / "score.py").is_file():
            return folder
    return None


PLANS = shared_plans()
needs_source_plans = pytest.mark.skipif(
    PLANS is None, reason="the source plans (shared/plans) are not beside this checkout"
)


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
    """Macro F1 of one plan by the published scorer."""
    module = scorer()
    return float(module.report(module.score(predicted, gold))["macro"])
