"""Rendering is quick enough to be done on each request; limits are wide, bench/documents.py has the figures."""

import pytest

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.renderers import render
from tests.foundation.documents import papers
from tests.support.pace import processor_seconds, within

STATE = by_code("nd30-2020")


def _seconds(document: Document, kind: str, *, times: int = 3) -> float:
    return processor_seconds(lambda: render(document, STATE, kind), times=times)


@pytest.mark.parametrize(("kind", "limit"), [("docx", 0.3), ("pdf", 0.3), ("html", 0.1), ("text", 0.1)])
def test_a_plan_is_drawn_at_once_when_warm(kind: str, limit: float) -> None:
    render(papers.state_plan(), STATE, kind)
    document = papers.state_plan(subject="Đối thoại năm 2027")
    assert _seconds(document, kind) < within(limit)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_table_of_150_rows_is_drawn_in_five_seconds(kind: str) -> None:
    assert _seconds(papers.wide(150), kind, times=2) < within(5)
