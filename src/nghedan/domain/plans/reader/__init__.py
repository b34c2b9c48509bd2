"""Reads an issued dialogue plan (kế hoạch tiếp xúc, đối thoại) into data: rules over a tree of lines, every value linked to its lines."""

from nghedan.domain.plans.reader.read import ReadPlan, empty_plan, read_lines
from nghedan.domain.plans.reader.lines import SourceLine


def read_text(text: str) -> ReadPlan:
    return read_lines([SourceLine(n, l) for n, l in enumerate(text.splitlines(), 1)])
