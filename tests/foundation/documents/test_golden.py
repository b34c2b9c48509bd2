"""Every kind of paper against its golden text and the golden places of its boxes on the page."""

import json
from typing import Any

import pytest

from tests.golden.documents.renew import CASES, HERE, boxes, drawn

TOLERANCE_MM = 0.5
PLACES = {"x", "y", "x1", "x2", "y1", "y2"}


def _far(box: dict[str, Any], golden: dict[str, Any]) -> bool:
    if box.keys() != golden.keys():
        return True
    return any(
        abs(value - golden[name]) > TOLERANCE_MM if name in PLACES else value != golden[name]
        for name, value in box.items()
    )


@pytest.mark.parametrize("name", CASES)
def test_text_is_the_golden_text(name: str) -> None:
    assert drawn(name, "text").decode() == (HERE / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_boxes_stand_within_half_a_millimetre_of_the_golden_ones(name: str) -> None:
    found, golden = boxes(drawn(name, "pdf")), json.loads((HERE / f"{name}.json").read_text("utf-8"))
    assert [{kind: len(page[kind]) for kind in page} for page in found] == [
        {kind: len(page[kind]) for kind in page} for page in golden
    ]
    far = [
        (box, expected)
        for page, golden_page in zip(found, golden, strict=True)
        for kind in page
        for box, expected in zip(page[kind], golden_page[kind], strict=True)
        if _far(box, expected)
    ]
    assert far == []
