"""Whatever the lines are, the reader ends, and every non-blank line is placed, structure, or listed as not placed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghedan.domain.plans.reader import STRUCTURE, ReadPlan, empty_plan, render_trace
from nghedan.domain.plans.reader.files import split_lines
from nghedan.domain.plans.reader.read import read_lines
from tests.domain.plans.reader.scoring import Sample, corpus

SAMPLES = corpus()
ALL_LINES = [line for sample in SAMPLES for line in sample.text.split("\n")]


def check_total(read: ReadPlan) -> None:
    printed = {line.number for line in read.lines if line.text.strip()}
    not_placed = {line.number for line in read.not_placed}
    assert set(read.places) | not_placed == printed
    assert set(read.places) & not_placed == set()
    assert read.data.keys() == empty_plan().keys()
    assert {int(number) for number in render_trace(read)} == printed
    json.dumps(read.data)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_line_of_a_plan_is_accounted_for(sample: Sample) -> None:
    check_total(read_lines(split_lines(sample.text)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ALL_LINES), max_size=60))
def test_shuffled_lines_are_accounted_for(lines: list[str]) -> None:
    check_total(read_lines(split_lines("\n".join(lines))))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_accounted_for(text: str) -> None:
    check_total(read_lines(split_lines(text)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 120), st.integers(0, 120))
def test_an_excerpt_makes_up_no_signer_and_no_recipient(sample: Sample, first: int, last: int) -> None:
    excerpt = "\n".join(sample.text.split("\n")[first : first + last])
    read = read_lines(split_lines(excerpt))
    check_total(read)
    signed = {name for name in sample.gold["signer"].values() if name}
    for part in read.data["signer"].values():
        assert part is None or any(part.casefold() in name.casefold() or name in part for name in signed)
    assert len(read.data["recipients"]) <= len(sample.gold["recipients"])


def test_values_lead_back_to_their_lines() -> None:
    sample = next(sample for sample in SAMPLES if sample.name == "suoi-ngoc-2026")
    read = read_lines(split_lines(sample.text))
    printed = {line.number: line.text for line in read.lines}
    assert [printed[number] for number in read.lines_of("sessions.1.venue")] == [
        "- Địa điểm: Hội trường Trường phổ thông dân tộc bán trú xã."
    ]
    assert [printed[number] for number in read.lines_of("signer.name")] == ["Lò Văn Inh"]
    assert read.places[read.lines_of("number")[0]] == ("number",)
    assert read.places[1] == (STRUCTURE,)


def test_a_broken_paragraph_keeps_all_its_lines() -> None:
    head = "KẾ HOẠCH\nđối thoại năm 2026\nI. YÊU CẦU\n"
    text = head + "- Trả lời rõ ràng, có thời hạn cụ thể cho từng việc mà\nbà con đã hỏi.\n"
    read = read_lines(split_lines(text))
    assert read.data["requirements"] == ["Trả lời rõ ràng, có thời hạn cụ thể cho từng việc mà bà con đã hỏi."]
    assert read.lines_of("requirements.0") == (4, 5)
