"""Figures as rows of name and count: what is frozen, handed out as CSV, and printed."""

from nghedan.domain.reports.figures import DialogueFigures
from nghedan.domain.reports.terms import Result
from nghedan.foundation.exports.columns import Column

COLUMNS = (Column("Nhóm", 28), Column("Mục", 44), Column("Số", 10))
Rows = list[tuple[str, str, int]]
"""Group, name, how many."""

WHOLE, CHANNEL, RESULT, FIELD, HAMLET = "Chung", "Nguồn ý kiến", "Kết quả", "Lĩnh vực", "Thôn, tổ dân phố"
ANSWERS, KEPT = "Hạn trả lời bằng văn bản", "Hạn thực hiện kết luận"


def as_rows(figures: DialogueFigures) -> Rows:
    """Return every figure with its group; each group of matters adds up to their number."""
    answers, kept = figures.matters.answers, figures.kept
    return [
        (WHOLE, "Ý kiến đã tiếp nhận", figures.voices),
        (WHOLE, "Người dự", figures.attended),
        (WHOLE, "Lượt phát biểu", figures.speakers),
        (WHOLE, "Nội dung kiến nghị", figures.matters.matters),
        (WHOLE, "Nhiệm vụ theo kết luận", figures.commitments),
        (WHOLE, "Nhiệm vụ đã thực hiện", figures.commitments_done),
        *((CHANNEL, name, count) for name, count in figures.channels),
        *((RESULT, result.label, figures.result(result)) for result in Result),
        *((FIELD, name, count) for name, count in figures.fields),
        *((HAMLET, name, count) for name, count in figures.hamlets),
        (ANSWERS, "Đúng hạn", answers.on_time),
        (ANSWERS, "Trễ hạn", answers.late),
        (ANSWERS, "Chưa trả lời, đã quá hạn", answers.open_late),
        (KEPT, "Đúng hạn", kept.on_time),
        (KEPT, "Trễ hạn", kept.late),
        (KEPT, "Chưa xong, đã quá hạn", kept.open_late),
    ]
