"""States and moves of the hall's rows."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import TO_COME, DialogueState
from nghedan.domain.hall import minutes_guards
from nghedan.domain.hall.models import (
    AgendaItem,
    Attendance,
    LessonPoint,
    Minutes,
    MinutesLine,
    MinutesSignature,
    Outcome,
    Projection,
    SpeakerRequest,
    SpeakingRule,
    Turn,
)
from nghedan.domain.hall.terms import (
    AgendaState,
    AttendanceState,
    LessonState,
    LineState,
    MinutesState,
    OutcomeState,
    RequestState,
    SignatureState,
    TurnState,
)
from nghedan.domain.opinions.terms import Level
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Recorded
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

AGENDA_ITEM = Machine(
    "agenda_item",
    AgendaState,
    (
        Transition("agenda_item.add", _("Thêm mục chương trình"), (None,), AgendaState.PLANNED),
        Transition("agenda_item.edit", _("Sửa mục chương trình"), (AgendaState.PLANNED, AgendaState.RUNNING), None),
        Transition("agenda_item.start", _("Bắt đầu mục này"), (AgendaState.PLANNED,), AgendaState.RUNNING),
        Transition("agenda_item.end", _("Kết thúc mục này"), (AgendaState.RUNNING,), AgendaState.DONE),
        Transition("agenda_item.not_begun", _("Chưa bắt đầu mục này"), (AgendaState.RUNNING,), AgendaState.PLANNED),
        Transition("agenda_item.go_on", _("Tiếp tục mục này"), (AgendaState.DONE,), AgendaState.RUNNING),
        Transition("agenda_item.skip", _("Bỏ qua"), (AgendaState.PLANNED,), AgendaState.SKIPPED),
        Transition(
            "agenda_item.reopen", _("Đưa lại vào chương trình"), (AgendaState.DONE, AgendaState.SKIPPED),
            AgendaState.PLANNED,
        ),
        Transition("agenda_item.remove", _("Bỏ khỏi chương trình"), (AgendaState.PLANNED,), AgendaState.REMOVED),
    ),
)  # fmt: skip

ATTENDANCE = Machine(
    "attendance",
    AttendanceState,
    (
        Transition("attendance.record", _("Ghi có mặt"), (None,), AttendanceState.PRESENT),
        Transition("attendance.leave", _("Ghi đã về"), (AttendanceState.PRESENT,), AttendanceState.LEFT),
        Transition("attendance.return", _("Ghi quay lại"), (AttendanceState.LEFT,), AttendanceState.PRESENT),
        Transition(
            "attendance.void", _("Ghi nhầm"), (AttendanceState.PRESENT, AttendanceState.LEFT), AttendanceState.VOID
        ),
    ),
)

SPEAKER_REQUEST = Machine(
    "speaker_request",
    RequestState,
    (
        Transition("speaker_request.register", _("Đăng ký phát biểu"), (None,), RequestState.WAITING),
        Transition("speaker_request.ask", _("Tự đăng ký phát biểu"), (None,), RequestState.ASKED),
        Transition("speaker_request.admit", _("Tiếp nhận đăng ký"), (RequestState.ASKED,), RequestState.WAITING),
        Transition("speaker_request.edit", _("Sửa đăng ký phát biểu"), (RequestState.WAITING,), None),
        Transition("speaker_request.override", _("Mời phát biểu trước"), (RequestState.WAITING,), None),
        Transition("speaker_request.take_back", _("Trả về thứ tự cũ"), (RequestState.WAITING,), None),
        Transition("speaker_request.give_reason", _("Ghi lý do đổi thứ tự"), tuple(RequestState), None),
        Transition("speaker_request.call", _("Mời phát biểu"), (RequestState.WAITING,), RequestState.CALLED),
        Transition("speaker_request.finish", _("Đã phát biểu"), (RequestState.CALLED,), RequestState.DONE),
        Transition("speaker_request.recall", _("Mời phát biểu tiếp"), (RequestState.DONE,), RequestState.CALLED),
        Transition("speaker_request.pass", _("Gọi không có mặt"), (RequestState.WAITING,), RequestState.PASSED),
        Transition(
            "speaker_request.withdraw",
            _("Thôi đăng ký"),
            (RequestState.ASKED, RequestState.WAITING, RequestState.PASSED),
            RequestState.WITHDRAWN,
        ),
        Transition(
            "speaker_request.requeue",
            _("Đưa lại vào hàng chờ"),
            (RequestState.CALLED, RequestState.DONE, RequestState.PASSED, RequestState.WITHDRAWN),
            RequestState.WAITING,
        ),
    ),
)

SPEAKING_RULE = Machine(
    "speaking_rule",
    Recorded,
    (
        Transition("speaking_rule.set", _("Đặt quy định phát biểu"), (None,), Recorded.RECORDED),
        Transition("speaking_rule.change", _("Đổi quy định phát biểu"), (Recorded.RECORDED,), None),
    ),
)

TURN = Machine(
    "turn",
    TurnState,
    (
        Transition("turn.start", _("Bắt đầu phát biểu"), (None,), TurnState.SPEAKING),
        Transition("turn.pause", _("Tạm dừng"), (TurnState.SPEAKING,), TurnState.PAUSED),
        Transition("turn.go_on", _("Tiếp tục"), (TurnState.PAUSED,), TurnState.SPEAKING),
        Transition("turn.extend", _("Thêm thời gian"), (TurnState.SPEAKING, TurnState.PAUSED), None),
        Transition("turn.end", _("Kết thúc phát biểu"), (TurnState.SPEAKING, TurnState.PAUSED), TurnState.ENDED),
        Transition("turn.reopen", _("Phát biểu tiếp"), (TurnState.ENDED,), TurnState.SPEAKING),
        Transition("turn.note_opinion", _("Ghi ý kiến phát biểu"), tuple(TurnState), None),
        Transition("turn.split", _("Ghi nội dung kiến nghị"), tuple(TurnState), None),
        Transition("turn.void", _("Gọi nhầm"), (TurnState.SPEAKING, TurnState.PAUSED, TurnState.ENDED), TurnState.VOID),
    ),
)

OUTCOME = Machine(
    "outcome",
    OutcomeState,
    (
        Transition("outcome.record", _("Ghi kết quả tại hội nghị"), (None,), OutcomeState.STANDING),
        Transition("outcome.edit", _("Sửa kết quả tại hội nghị"), (OutcomeState.STANDING,), None),
        Transition("outcome.undo", _("Hoàn tác kết quả"), (OutcomeState.STANDING,), OutcomeState.UNDONE),
    ),
)

PROJECTION = Machine(
    "projection",
    Recorded,
    (
        Transition("projection.open", _("Mở màn hình hội trường"), (None,), Recorded.RECORDED),
        Transition("projection.show", _("Đổi nội dung màn hình"), (Recorded.RECORDED,), None),
        Transition("projection.set_page", _("Mở, đóng trang cho người dự"), (Recorded.RECORDED,), None),
    ),
)

MINUTES = Machine(
    "minutes",
    MinutesState,
    (
        Transition("minutes.begin", _("Mở biên bản"), (None,), MinutesState.GROWING),
        Transition("minutes.read", _("Đã đọc thông qua"), (MinutesState.GROWING,), MinutesState.READ),
        Transition("minutes.reopen", _("Sửa lại sau khi đọc"), (MinutesState.READ,), MinutesState.GROWING),
        Transition(
            "minutes.lock", _("Khóa biên bản đã ký"), (MinutesState.READ,), MinutesState.LOCKED, irreversible=True
        ),
    ),
)

MINUTES_LINE = Machine(
    "minutes_line",
    LineState,
    (
        Transition("minutes_line.grow", _("Thêm dòng biên bản"), (None,), LineState.STANDING),
        Transition("minutes_line.edit", _("Sửa dòng biên bản"), (LineState.STANDING,), None),
        Transition("minutes_line.regrow", _("Ghi lại theo diễn biến"), tuple(LineState), None),
        Transition("minutes_line.strike", _("Gạch dòng biên bản"), (LineState.STANDING,), LineState.STRUCK),
        Transition("minutes_line.restore", _("Lấy lại dòng đã gạch"), (LineState.STRUCK,), LineState.STANDING),
    ),
)

MINUTES_SIGNATURE = Machine(
    "minutes_signature",
    SignatureState,
    (
        Transition("minutes_signature.sign", _("Ký biên bản"), (None,), SignatureState.SIGNED, instructable=True),
        Transition(
            "minutes_signature.void", _("Bỏ chữ ký để ký lại"), (SignatureState.SIGNED,), SignatureState.VOID
        ),
    ),
)

LESSON_POINT = Machine(
    "lesson_point",
    LessonState,
    (
        Transition("lesson_point.add", _("Thêm điểm rút kinh nghiệm"), (None,), LessonState.NOTED),
        Transition("lesson_point.edit", _("Sửa điểm rút kinh nghiệm"), (LessonState.NOTED,), None),
        Transition(
            "lesson_point.carry_over", _("Chuyển thành việc chuẩn bị năm sau"), (LessonState.NOTED,),
            LessonState.CARRIED,
        ),
        Transition("lesson_point.drop", _("Bỏ điểm rút kinh nghiệm"), (LessonState.NOTED,), LessonState.DROPPED),
    ),
)  # fmt: skip

MACHINES: dict[type, Machine] = {
    AgendaItem: AGENDA_ITEM,
    Attendance: ATTENDANCE,
    SpeakerRequest: SPEAKER_REQUEST,
    SpeakingRule: SPEAKING_RULE,
    Turn: TURN,
    Outcome: OUTCOME,
    Projection: PROJECTION,
    Minutes: MINUTES,
    MinutesLine: MINUTES_LINE,
    MinutesSignature: MINUTES_SIGNATURE,
    LessonPoint: LESSON_POINT,
}
NOT_OPEN = _("Hội nghị chưa khai mạc hoặc đã bế mạc; xin bấm “Khai mạc” hoặc “Tiếp tục hội nghị” trước.")
HALL_OVER = _("Hội nghị đã bế mạc nên không đăng ký phát biểu được nữa; còn ý kiến, xin gửi Văn phòng.")
NOT_HEARD = _(
    "Chỉ ghi kết quả tại hội nghị từ lúc khai mạc đến khi có thông báo kết luận; ngoài thời gian ấy, xin ghi ở trang "
    "của nội dung."
)
SIGNED = _("Biên bản đã ký nên không sửa được kết quả tại hội nghị nữa; xin ghi đính chính vào biên bản.")
IN_GROUP = _("Nội dung này đã gộp vào nội dung khác; xin ghi kết quả ở nội dung chính.")
TOO_LATE = _("Hội nghị không còn đón tiếp đại biểu, danh sách người dự đã khép; ghi sót ai, xin ghi thêm vào biên bản.")
PAGE_CLOSED = _("Trang này chưa nhận đăng ký phát biểu. Xin đăng ký tại bàn thư ký.")
STILL_SPEAKING = _("Đang có người phát biểu; xin kết thúc lượt đó trước.")
INTERNAL = _("Hội nghị nội bộ không nhận đăng ký phát biểu trên trang của địa phương; xin đăng ký tại bàn thư ký.")


def hall_is_open(_actor: Actor, row: Any, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to call anybody before the session opened or after it ended."""
    is_open = row.dialogue.state == DialogueState.IN_SESSION
    return None if is_open else Refused("hall.not_open", NOT_OPEN)


def hall_still_receives(_actor: Actor, row: Attendance, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to write down who came once the conclusion is out, or for a dialogue that is not held."""
    receives = row.dialogue.state in (*TO_COME, DialogueState.IN_SESSION, DialogueState.ADJOURNED)
    return None if receives else Refused("attendance.too_late", TOO_LATE)


def hall_may_still_hear(_actor: Actor, request: SpeakerRequest, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse a request to speak once the session is over."""
    may = request.dialogue.state in (*TO_COME, DialogueState.IN_SESSION)
    return None if may else Refused("hall.over", HALL_OVER)


def hall_is_for_all(_actor: Actor, request: SpeakerRequest, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse requests from the locality's page to a dialogue that is not the people's."""
    is_internal = request.dialogue.openness == Openness.INTERNAL
    return Refused("hall.internal", INTERNAL) if is_internal else None


def page_takes_requests(_actor: Actor, request: SpeakerRequest, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse requests from phones until the desk has opened the page for them."""
    taken = Projection.objects.of(request.locality).filter(
        dialogue=request.dialogue_id, is_page_open=True, takes_requests=True
    )
    return None if taken.exists() else Refused("hall.page_closed", PAGE_CLOSED)


def results_are_open(_actor: Actor, outcome: Outcome, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to record or change results outside the session and before the minutes are signed."""
    if outcome.dialogue.state not in (DialogueState.IN_SESSION, DialogueState.ADJOURNED):
        return Refused("outcome.not_heard", NOT_HEARD)
    signed = Minutes.objects.of(outcome.locality).filter(dialogue=outcome.dialogue_id, state=MinutesState.LOCKED)
    return Refused("outcome.signed", SIGNED) if signed.exists() else None


def outcome_is_of_the_main(_actor: Actor, outcome: Outcome, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse a result of its own for what is answered by the matter it is grouped into."""
    main = outcome.matter.grouped_into
    return Refused("outcome.in_group", IN_GROUP) if main and main.level != Level.RESTRICTED else None


def nobody_speaks(_actor: Actor, dialogue: Dialogue, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to end the session over somebody who speaks."""
    running = Turn.objects.of(dialogue.locality).filter(
        dialogue=dialogue, state__in=(TurnState.SPEAKING, TurnState.PAUSED)
    )
    return Refused("hall.still_speaking", STILL_SPEAKING) if running.exists() else None


GUARDS: dict[str, tuple[Guard, ...]] = {
    **minutes_guards.GUARDS,
    "attendance.record": (hall_still_receives,),
    "speaker_request.register": (hall_may_still_hear,),
    "speaker_request.ask": (hall_may_still_hear, hall_is_for_all, page_takes_requests),
    "speaker_request.admit": (hall_may_still_hear,),
    "speaker_request.requeue": (hall_may_still_hear,),
    "turn.start": (hall_is_open,),
    "turn.go_on": (hall_is_open,),
    "turn.reopen": (hall_is_open,),
    "outcome.record": (results_are_open, outcome_is_of_the_main),
    "outcome.edit": (results_are_open,),
    "outcome.undo": (results_are_open,),
    "dialogue.adjourn": (nobody_speaks,),
}
