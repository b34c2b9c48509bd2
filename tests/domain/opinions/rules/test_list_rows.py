"""What becomes of a row, and what is told of its cells."""

from datetime import date

import pytest

from nghedan.domain.opinions.rules.list_rows import (
    KEEP,
    SKIP,
    StagedRow,
    Surroundings,
    day_in,
    filled_down,
    judge,
    judge_all,
    without_known,
)
from nghedan.domain.opinions.terms import ListColumn
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.domain.organisations.terms import HamletKind

TODAY, DAY = date(2026, 3, 10), date(2026, 3, 1)
AROUND = Surroundings(HamletNames([KnownName(1, HamletKind.THON, "Đá Bạc")]), TODAY, DAY, hamlet=7)
COLUMNS = {0: ListColumn.WORDS, 1: ListColumn.HAMLET, 2: ListColumn.PHONE, 3: ListColumn.DAY}


def row(words: str = "Cầu hỏng", hamlet: str = "", phone: str = "", day: str = "", decision: str = "") -> StagedRow:
    return StagedRow((words, hamlet, phone, day), decision=decision)


@pytest.mark.parametrize(
    ("staged", "verdict", "problems"),
    [
        (row(), "ready", {}),
        (row("  ?! "), "wrong", {"words": "no_words"}),
        (row("a" * 10_001), "wrong", {"words": "too_long"}),
        (row("a" * 10_000), "ready", {}),
        (row(hamlet="Đâu đó"), "wrong", {"hamlet": "unknown_hamlet"}),
        (row(phone="không có"), "ready", {"phone": "odd_phone"}),
        (row(phone="+84 912 345 678"), "ready", {}),
        (row(phone="0206 3 812 345"), "ready", {}),
        (row(day="9/3/2026"), "ready", {}),
        (row(day="10/3/2026 08:30"), "ready", {}),
        (row(day="11/3/2026"), "wrong", {"day": "future"}),
        (row(day="tháng 3"), "wrong", {"day": "odd_day"}),
        (row(day="1/1/1900"), "wrong", {"day": "odd_day"}),
        (row("", decision=SKIP), "skipped", {"words": "no_words"}),
        (StagedRow(("4", "", "", ""), formulas=(0,)), "ready", {"words": "formula"}),
    ],
    ids=[
        "plain", "no-letter", "too-long", "longest", "hamlet", "odd-phone", "mobile", "landline", "yesterday",
        "with-time", "tomorrow", "odd-day", "long-ago", "skipped", "formula",
    ],
)  # fmt: skip
def test_a_row_is_judged_by_itself(staged: StagedRow, verdict: str, problems: dict[str, str]) -> None:
    judged = judge(staged, COLUMNS, AROUND)
    assert (judged.verdict, judged.problems) == (verdict, problems)


def test_what_a_row_does_not_say_holds_for_the_whole_list() -> None:
    silent, says = judge(row(), COLUMNS, AROUND), judge(row(hamlet="da bac", day="9/3/2026"), COLUMNS, AROUND)
    assert [(one.hamlet, one.day) for one in (silent, says)] == [(7, DAY), (1, date(2026, 3, 9))]


def test_the_second_that_says_the_same_is_left_out_unless_wanted() -> None:
    rows = [row(), row(phone="0912345678"), row(), row(decision=KEEP), row(hamlet="Đá Bạc")]
    assert [one.verdict for one in judge_all(rows, COLUMNS, AROUND)] == ["ready", "ready", "repeated", "ready", "ready"]


def test_what_is_in_the_ledger_is_left_out_unless_wanted() -> None:
    rows = [row(), row(), row(decision=KEEP), row(hamlet="Đá Bạc")]
    judged = without_known(rows, judge_all(rows, COLUMNS, AROUND), {(7, "Cầu hỏng")})
    assert [one.verdict for one in judged] == ["known", "known", "ready", "ready"]


def test_a_merged_cell_holds_for_the_rows_it_covers_only() -> None:
    rows = [
        StagedRow(("a", "Đá Bạc", "", ""), merged=True), StagedRow(("b", "", "", ""), merged=True),
        StagedRow(("c", "", "", "")),
    ]  # fmt: skip
    assert [one.cells[1] for one in filled_down(rows, COLUMNS)] == ["Đá Bạc", "Đá Bạc", ""]


def test_a_correction_is_typed_by_hand_and_decided_anew() -> None:
    corrected = StagedRow(("4", "x"), formulas=(0, 1), decision=SKIP).corrected({0: "Bốn", 1: "x"})
    assert (corrected.cells, corrected.formulas, corrected.decision) == (("Bốn", "x"), (1,), "")


@pytest.mark.parametrize(
    ("text", "day"), [("9/3/2026", date(2026, 3, 9)), ("31/2/2026", None), ("", None), ("45360", None)], ids=str
)
def test_a_day_is_read_or_not(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_names_and_words_show_nowhere_by_themselves() -> None:
    assert "Vi Văn Páo" not in repr(StagedRow(("Vi Văn Páo",)))
    assert "Cầu hỏng" not in repr(judge(row(), COLUMNS, AROUND))
