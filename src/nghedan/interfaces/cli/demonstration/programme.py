"""The programme of a demonstration, with the report that opens the conference written."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.documents import opening_report, programme
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.services.agenda import start_agenda
from nghedan.domain.papers.services.drafting import draft_paper, edit_paper
from nghedan.interfaces.cli.demonstration.voices import Cast

REPORT = {
    opening_report.SITUATION: "Thu ngân sách 6 tháng đạt 58% dự toán; thu nhập bình quân tăng 7% so với cùng kỳ.\n"
    "Tỷ lệ hộ nghèo còn 4,1%; 100% hộ dùng điện lưới, 93% hộ có nước hợp vệ sinh.",
    opening_report.RESULTS: "Hoàn thành 3,2 km đường liên thôn; đưa vào sử dụng 2 nhà sinh hoạt cộng đồng.\n"
    "Giải quyết đúng hạn 98% hồ sơ thủ tục hành chính.",
    opening_report.SHORTCOMINGS: "Tiến độ sửa kênh mương còn chậm; thu gom rác ở thôn xa chưa đều.",
    opening_report.TASKS: "Tập trung giải quyết các kiến nghị đã hẹn; công khai tiến độ từng tháng.",
}


def live_programme(actors: Cast, dialogue: Dialogue) -> None:
    """Give a dialogue its programme, and draft the papers of the day."""
    if not items_of(dialogue).exists():
        start_agenda(actor=actors.clerk, dialogue=dialogue)
    draft_paper(actor=actors.clerk, dialogue=dialogue, code=programme.CODE)
    report = draft_paper(actor=actors.clerk, dialogue=dialogue, code=opening_report.CODE)
    edit_paper(actor=actors.clerk, paper=report, title=report.title, words=REPORT)
