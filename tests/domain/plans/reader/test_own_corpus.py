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


FLAT_TABLE = """KẾ HOẠCH
Đối thoại với Nhân dân năm 2026
I. LỊCH ĐỐI THOẠI
STT Thời gian Đối tượng Nội dung Địa điểm
1 Quý II/2026 Nông dân Giá phân bón và thủy
lợi nội đồng
Nhà văn hóa
thôn Hạ
2 Ngày 18/9/2026 Đoàn viên, thanh niên Việc làm, học nghề Hội trường xã
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng: Gửi giấy mời.
"""


def test_a_table_that_lost_its_rules_is_still_a_table() -> None:
    data = read_text(FLAT_TABLE).data
    assert [each["audience"] for each in data["sessions"]] == [["Nông dân"], ["Đoàn viên, thanh niên"]]
    assert [each["topics"] for each in data["sessions"]] == [
        ["Giá phân bón và thủy lợi nội đồng"],
        ["Việc làm, học nghề"],
    ]
    assert [each["venue"] for each in data["sessions"]] == ["Nhà văn hóa thôn Hạ", "Hội trường xã"]
    assert [each["period"]["date"] for each in data["sessions"]] == [None, "2026-09-18"]
    assert data["assignments"] == [{"unit": "Văn phòng", "tasks": ["Gửi giấy mời."]}]
