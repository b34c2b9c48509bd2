"""States and moves of opinions, of the paper they stand on, of lists and of reports awaited."""

from nghedan.domain.opinions.models import (
    AwaitedReport,
    Channel,
    NamedPerson,
    Opinion,
    OpinionList,
    Sheet,
    Slip,
    SlipRun,
    Stack,
)
from nghedan.domain.opinions.terms import (
    AwaitedState,
    ListState,
    OpinionState,
    SheetState,
    SlipState,
    StackState,
)
from nghedan.foundation.transitions.machines import record_machine
from nghedan.foundation.transitions.terms import Recorded, Standing
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

IN_LEDGER = (OpinionState.RECEIVED, OpinionState.CLASSIFIED)
WITH_WORDS = (*IN_LEDGER, OpinionState.VOID)
"""A line entered by mistake keeps its words, and is set apart like any other."""

OPINION = Machine(
    "opinion",
    OpinionState,
    (
        Transition("opinion.receive", _("Ghi ý kiến vào sổ"), (None,), OpinionState.RECEIVED),
        Transition("opinion.submit", _("Gửi ý kiến"), (None,), OpinionState.RECEIVED),
        Transition("opinion.hold", _("Tạm giữ ý kiến"), (None,), OpinionState.HELD),
        Transition("opinion.let_in", _("Ghi vào sổ"), (OpinionState.HELD,), OpinionState.RECEIVED),
        Transition(
            "opinion.discard", _("Không phải ý kiến của người dân"), (OpinionState.HELD,), OpinionState.DISCARDED
        ),
        Transition("opinion.correct", _("Sửa lại cho đúng bản gốc"), IN_LEDGER, None),
        Transition("opinion.edit", _("Sửa thông tin kèm theo"), IN_LEDGER, None),
        Transition("opinion.void", _("Đánh dấu ghi nhầm"), (OpinionState.RECEIVED,), OpinionState.VOID),
        Transition("opinion.classify", _("Xong phân loại"), (OpinionState.RECEIVED,), OpinionState.CLASSIFIED),
        Transition("opinion.reclassify", _("Phân loại lại"), (OpinionState.CLASSIFIED,), OpinionState.RECEIVED),
        Transition("opinion.mark_conduct", _("Xếp vào ý kiến về cán bộ, công vụ"), WITH_WORDS, None),
        Transition("opinion.restrict", _("Chuyển theo quy định về tố cáo"), WITH_WORDS, None, irreversible=True),
        Transition("opinion.lower", _("Đưa trở lại sổ ý kiến"), WITH_WORDS, None),
    ),
)

NAMED_PERSON = Machine(
    "named_person",
    Standing,
    (
        Transition("named_person.add", _("Ghi người được nêu tên"), (None,), Standing.CURRENT),
        Transition("named_person.end", _("Bỏ người được nêu tên"), (Standing.CURRENT,), Standing.ENDED),
    ),
)

SLIP_RUN = Machine(
    "slip_run", Recorded, (Transition("slip_run.print", _("In phiếu ý kiến"), (None,), Recorded.RECORDED),)
)

SLIP = Machine(
    "slip",
    SlipState,
    (
        Transition("slip.print", _("In phiếu"), (None,), SlipState.PRINTED),
        Transition("slip.return", _("Nhận lại phiếu"), (SlipState.PRINTED,), SlipState.RETURNED),
    ),
)

STACK = Machine(
    "stack",
    StackState,
    (
        Transition("stack.hand_in", _("Nộp xấp giấy đã quét"), (None,), StackState.WAITING),
        Transition("stack.split", _("Tách trang"), (StackState.WAITING,), StackState.SPLIT),
        Transition("stack.fail", _("Báo chưa tách được"), (StackState.WAITING,), StackState.FAILED),
        Transition("stack.retry", _("Tách lại"), (StackState.FAILED,), StackState.WAITING),
    ),
)

SHEET = Machine(
    "sheet",
    SheetState,
    (
        Transition("sheet.capture", _("Chụp, quét tờ giấy"), (None,), SheetState.WAITING),
        Transition("sheet.edit", _("Sửa thông tin tờ giấy"), (SheetState.WAITING,), None),
        Transition("sheet.key", _("Nhập xong tờ giấy"), (SheetState.WAITING,), SheetState.KEYED),
        Transition("sheet.set_aside", _("Không nhập tờ này"), (SheetState.WAITING,), SheetState.SET_ASIDE),
        Transition("sheet.take_up", _("Nhập lại tờ này"), (SheetState.KEYED, SheetState.SET_ASIDE), SheetState.WAITING),
    ),
)

OPINION_LIST = Machine(
    "opinion_list",
    ListState,
    (
        Transition("opinion_list.stage", _("Nộp danh sách ý kiến"), (None,), ListState.STAGED),
        Transition("opinion_list.edit", _("Sửa danh sách chờ ghi"), (ListState.STAGED,), None),
        Transition("opinion_list.commit", _("Ghi danh sách vào sổ"), (ListState.STAGED,), ListState.COMMITTING),
        Transition("opinion_list.advance", _("Ghi tiếp danh sách"), (ListState.COMMITTING,), None),
        Transition("opinion_list.finish", _("Ghi xong danh sách"), (ListState.COMMITTING,), ListState.DONE),
        Transition("opinion_list.discard", _("Bỏ danh sách"), (ListState.STAGED,), ListState.DISCARDED),
    ),
)

AWAITED_REPORT = Machine(
    "awaited_report",
    AwaitedState,
    (
        Transition("awaited_report.add", _("Yêu cầu gửi báo cáo"), (None,), AwaitedState.AWAITED),
        Transition("awaited_report.edit", _("Sửa yêu cầu báo cáo"), (AwaitedState.AWAITED,), None),
        Transition("awaited_report.receive", _("Đã nhận báo cáo"), (AwaitedState.AWAITED,), AwaitedState.RECEIVED),
        Transition(
            "awaited_report.reopen",
            _("Chờ lại báo cáo"),
            (AwaitedState.RECEIVED, AwaitedState.WAIVED),
            AwaitedState.AWAITED,
        ),
        Transition("awaited_report.waive", _("Không cần báo cáo này"), (AwaitedState.AWAITED,), AwaitedState.WAIVED),
    ),
)

CHANNEL = record_machine(
    "channel", add=_("Mở kênh tiếp nhận"), edit=_("Sửa kênh tiếp nhận"), end=_("Đóng kênh tiếp nhận")
)

MACHINES: dict[type, Machine] = {
    Opinion: OPINION,
    NamedPerson: NAMED_PERSON,
    SlipRun: SLIP_RUN,
    Slip: SLIP,
    Stack: STACK,
    Sheet: SHEET,
    OpinionList: OPINION_LIST,
    AwaitedReport: AWAITED_REPORT,
    Channel: CHANNEL,
}
