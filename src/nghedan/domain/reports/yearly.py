"""The conferences of a year in one table; what is printed and handed out is the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.reports.figures import DialogueFigures
from nghedan.domain.reports.terms import Result
from nghedan.kernel.terms import gettext_noop as _

COLUMNS = (
    _("Ý kiến"), _("Người dự"), _("Lượt phát biểu"), _("Nội dung"), _("Đã trả lời"), _("Đang giải quyết"),
    _("Đã chuyển"), _("Không xem xét"), _("Quá hạn trả lời"), _("Nhiệm vụ"), _("Nhiệm vụ đã xong"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class YearRow:
    """A conference with one number for each of ``COLUMNS``."""

    body: str
    dialogue: Dialogue
    cells: tuple[int, ...]


def year_rows(dialogues: Sequence[Dialogue], figures: Mapping[int, DialogueFigures]) -> list[YearRow]:
    """Return the conferences with their figures, by body."""
    rows = [YearRow(one.body.short_name or one.body.name, one, _cells(figures[one.pk])) for one in dialogues]
    return sorted(rows, key=lambda row: row.dialogue.body_id)


def whole_of(rows: Sequence[YearRow]) -> tuple[int, ...]:
    """Return the sum of every column."""
    return tuple(sum(row.cells[place] for row in rows) for place in range(len(COLUMNS)))


def _cells(figures: DialogueFigures) -> tuple[int, ...]:
    results = figures.matters.results
    return (
        figures.voices, figures.attended, figures.speakers, figures.matters.matters, figures.answered, figures.open,
        results.get(Result.REFERRED, 0), results.get(Result.SET_ASIDE, 0), figures.matters.answers.open_late,
        figures.commitments, figures.commitments_done,
    )  # fmt: skip
