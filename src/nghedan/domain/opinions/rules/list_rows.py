"""What becomes of each row of a list, and what is wrong with which of its cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nghedan.domain.opinions.rules.words import MOST_SIGNS, clean
from nghedan.domain.opinions.terms import ListColumn, RowVerdict
from nghedan.domain.organisations.rules.hamlet_names import HamletNames
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import parse_day

SKIP, KEEP = "skip", "keep"
"""What the clerk decided of a row: leave it out, or write it although the same is there already."""

LONGEST_TEXT = 200
NO_WORDS, TOO_LONG, UNKNOWN_HAMLET, ODD_DAY, FUTURE_DAY = "no_words", "too_long", "unknown_hamlet", "odd_day", "future"
ODD_PHONE, LONG, FORMULA, MERGED = "odd_phone", "long", "formula", "merged"
PROBLEMS = {
    NO_WORDS: _("Xin ghi nội dung."),
    TOO_LONG: _("Dài quá 10.000 ký tự; xin tách thành nhiều ý kiến."),
    UNKNOWN_HAMLET: _("Chưa có thôn, tổ dân phố nào tên như vậy; xin sửa tên, hoặc thêm ở Cài đặt."),
    ODD_DAY: _("Chưa hiểu ngày này; xin ghi ngày/tháng/năm."),
    FUTURE_DAY: _("Ngày này ở sau hôm nay; xin ghi lại ngày."),
    LONG: _("Dài quá 200 ký tự; xin rút ngắn."),
    ODD_PHONE: _("Không giống số điện thoại; vẫn ghi như vậy."),
    FORMULA: _("Ô này là công thức; đã lấy kết quả Excel lưu lại, xin xem có đúng không."),
    MERGED: _("Ô gộp; đã lấy theo dòng trên."),
}
"""Code -> what is told about a cell (source text)."""

NOTICES = frozenset({ODD_PHONE, FORMULA, MERGED})
"""What is shown, but keeps no row from being written."""

BESIDE = (ListColumn.NAME, ListColumn.PHONE, ListColumn.ADDRESS, ListColumn.SOURCE)
FILLED_DOWN = (ListColumn.HAMLET, ListColumn.DAY)
_PHONE = re.compile(r"(?:\+?84|0)\d{8,10}")
_TIME = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$")

Key = tuple[int | None, str]
"""What makes an opinion the same as another: hamlet and words."""


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A row as it waits: its texts, what Excel said of them, and what the clerk decided. Shown nowhere by itself."""

    cells: tuple[str, ...] = field(repr=False)
    formulas: tuple[int, ...] = ()
    merged: bool = False
    decision: str = ""

    def corrected(self, cells: Mapping[int, str]) -> "StagedRow":
        """Return the row with other texts in some places: they are typed by hand now, and decided anew."""
        texts = tuple(cells.get(place, text) for place, text in enumerate(self.cells))
        changed = {place for place, text in cells.items() if text != self.cells[place]}
        kept = tuple(place for place in self.formulas if place not in changed)
        return replace(self, cells=texts, formulas=kept, decision="")

    def decided(self, decision: str) -> "StagedRow":
        return replace(self, decision=decision)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rows are judged against; ``hamlet`` and ``day`` hold for rows that say nothing else."""

    hamlets: HamletNames
    today: date
    day: date
    hamlet: int | None = None


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """What a row says, as it would be written, and what is told about its columns."""

    verdict: RowVerdict
    problems: Mapping[str, str]
    words: str = field(repr=False)
    hamlet: int | None
    day: date
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    source: str = ""

    @property
    def key(self) -> Key:
        return self.hamlet, self.words


def judge(row: StagedRow, columns: Mapping[int, ListColumn], around: Surroundings) -> JudgedRow:
    """Judge a row by itself."""
    texts = {meaning: clean(row.cells[place]) for place, meaning in columns.items()}
    told: dict[str, str] = {}
    words = texts.get(ListColumn.WORDS, "")
    hamlet = _hamlet(texts.get(ListColumn.HAMLET, ""), around, told)
    day = _day(texts.get(ListColumn.DAY, ""), around, told)
    if not any(sign.isalnum() for sign in words):
        told[ListColumn.WORDS] = NO_WORDS
    elif len(words) > MOST_SIGNS:
        told[ListColumn.WORDS] = TOO_LONG
    _tell_of_texts(texts, told)
    _tell_of_cells(row, columns, told)
    if row.decision == SKIP:
        verdict = RowVerdict.SKIPPED
    else:
        verdict = RowVerdict.WRONG if set(told.values()) - NOTICES else RowVerdict.READY
    rest = {meaning.value: texts.get(meaning, "") for meaning in BESIDE}
    return JudgedRow(verdict, told, words, hamlet, day, **rest)


def judge_all(
    rows: Sequence[StagedRow], columns: Mapping[int, ListColumn], around: Surroundings
) -> list[JudgedRow]:
    """Judge the rows of a list; the second of two that say the same in the same person's name is left out."""
    seen: set[tuple[Key, str, str]] = set()
    judged = []
    for row in rows:
        one = judge(row, columns, around)
        if one.verdict is RowVerdict.READY:
            same = (one.key, one.name.casefold(), one.phone)
            if same in seen and row.decision != KEEP:
                one = replace(one, verdict=RowVerdict.REPEATED)
            seen.add(same)
        judged.append(one)
    return judged


def without_known(rows: Sequence[StagedRow], judged: Iterable[JudgedRow], known: set[Key]) -> list[JudgedRow]:
    """Return the rows, those left out that stand in the ledger already, unless the clerk wants them all the same."""
    return [
        replace(one, verdict=RowVerdict.KNOWN)
        if one.verdict in (RowVerdict.READY, RowVerdict.REPEATED) and one.key in known and row.decision != KEEP
        else one
        for row, one in zip(rows, judged, strict=True)
    ]


def filled_down(rows: Sequence[StagedRow], columns: Mapping[int, ListColumn]) -> list[StagedRow]:
    """Return the rows with what a merged cell says of the rows below it: Excel keeps its text in the first one only."""
    places = [place for place, meaning in columns.items() if meaning in FILLED_DOWN]
    filled: list[StagedRow] = []
    for row in rows:
        if filled and row.merged and filled[-1].merged:
            above = filled[-1].cells
            texts = (above[at] if at in places and not text.strip() else text for at, text in enumerate(row.cells))
            row = replace(row, cells=tuple(texts))
        filled.append(row)
    return filled


def day_in(text: str) -> date | None:
    """Return the day a cell names, with or without a time of day; None for anything else."""
    try:
        return parse_day(_TIME.sub("", text))
    except ValueError:
        return None


def _hamlet(text: str, around: Surroundings, told: dict[str, str]) -> int | None:
    if not text:
        return around.hamlet
    found = around.hamlets.find(text)
    if found is None:
        told[ListColumn.HAMLET] = UNKNOWN_HAMLET
    return found


def _day(text: str, around: Surroundings, told: dict[str, str]) -> date:
    if not text:
        return around.day
    day = day_in(text)
    if day is None or day.year < 2000:
        told[ListColumn.DAY] = ODD_DAY
        return around.day
    if day > around.today:
        told[ListColumn.DAY] = FUTURE_DAY
    return day


def _tell_of_texts(texts: Mapping[ListColumn, str], told: dict[str, str]) -> None:
    phone = re.sub(r"[\s.()-]", "", texts.get(ListColumn.PHONE, ""))
    if phone and not _PHONE.fullmatch(phone):
        told[ListColumn.PHONE] = ODD_PHONE
    for meaning in (ListColumn.NAME, ListColumn.PHONE, ListColumn.ADDRESS):
        if len(texts.get(meaning, "")) > LONGEST_TEXT:
            told[meaning] = LONG


def _tell_of_cells(row: StagedRow, columns: Mapping[int, ListColumn], told: dict[str, str]) -> None:
    """Tell what Excel says of the cells, where nothing worse is told."""
    for place, meaning in columns.items():
        if place in row.formulas:
            told.setdefault(meaning, FORMULA)
        elif row.merged and meaning in FILLED_DOWN and row.cells[place].strip():
            told.setdefault(meaning, MERGED)
