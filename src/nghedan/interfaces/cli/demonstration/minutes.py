"""The minutes of a demonstration: written over, read out, signed and locked; then what was learned."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import Minutes
from nghedan.domain.hall.services import lessons, minutes_editing
from nghedan.domain.hall.services.minutes import begin_minutes
from nghedan.domain.hall.terms import LessonKind, MinutesState, SignerPart
from nghedan.domain.organisations.queries import head_of
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.voices import Cast

SECRETARIES = ("Nông Thị Thơm, Công chức Văn phòng", "Lý Văn Khải, Công chức Văn hóa - xã hội")
POINTS = (
    (LessonKind.WELL, "Người dân phát biểu đúng thứ tự, thư ký ghi kịp; không khí cởi mở.", ""),
    (LessonKind.LACKING, "Hai câu trả lời còn dài, chưa nói rõ ngày xong.", "economy"),
    (LessonKind.TO_DO, "Thử loa, máy chiếu trước hội nghị một ngày.", "culture_society"),
    (LessonKind.TO_DO, "Gửi câu trả lời chuẩn bị trước 7 ngày làm việc để chủ trì xem kỹ.", "economy"),
)


def live_minutes(actors: Cast, dialogue: Dialogue) -> None:
    """Finish the minutes of a dialogue that was held: a note, the reading, three signatures, the lock."""
    minutes = begin_minutes(actor=actors.clerk, dialogue=dialogue_for(actors.clerk, dialogue.public_id))
    if minutes.state != MinutesState.GROWING:
        return
    note = "Thư ký nhận thêm 03 phiếu ghi ý kiến chuyển lên trong giờ giải lao."
    minutes_editing.add_line(actor=actors.clerk, minutes=minutes, text=note, at=dialogue.opened_at)
    minutes_editing.read_minutes(actor=actors.clerk, minutes=minutes, corrections="Thống nhất, không có ý kiến khác.")
    if minutes.dialogue.state != DialogueState.IN_SESSION:
        _signed(actors, minutes)


def live_lessons(actors: Cast, dialogue: Dialogue) -> None:
    """Write down what was learned from a dialogue that was held."""
    for kind, text, unit in POINTS:
        lessons.add_lesson(actor=actors.clerk, dialogue=dialogue, kind=kind, text=text, unit=actors.units.get(unit))


def _signed(actors: Cast, minutes: Minutes) -> None:
    chair = head_of(minutes.dialogue.body, clock.today())
    name = f"{chair.full_name}, {minutes.dialogue.body.head_post}" if chair else minutes.dialogue.body.head_post
    minutes_editing.sign_minutes(actor=actors.head, minutes=minutes, part=SignerPart.CHAIR, name=name, officer=chair)
    for part, secretary in zip((SignerPart.FIRST_SECRETARY, SignerPart.SECOND_SECRETARY), SECRETARIES, strict=True):
        minutes_editing.sign_minutes(actor=actors.clerk, minutes=minutes, part=part, name=secretary)
    minutes_editing.lock_minutes(actor=actors.clerk, minutes=minutes)
