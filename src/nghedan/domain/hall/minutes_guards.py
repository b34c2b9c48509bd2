"""What bounds programme and minutes beyond their states."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import AgendaItem, Minutes, MinutesLine, MinutesSignature
from nghedan.domain.hall.queries.minutes import fingerprint_now, lines_to_look_at, standing_signatures
from nghedan.domain.hall.terms import LineKind, MinutesState, SignerPart
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

NOT_IN_SESSION = _(
    "Hội nghị chưa khai mạc hoặc đã bế mạc nên chưa chuyển mục chương trình được; xin bấm “Khai mạc” hoặc “Tiếp tục "
    "hội nghị” trước."
)
WAS_READ = _("Biên bản đã đọc thông qua; muốn sửa, xin bấm “Sửa lại sau khi đọc” trước.")
IS_LOCKED = _("Biên bản đã ký và khóa; cần sửa gì, xin ghi đính chính.")
ONLY_AFTER = _("Đính chính chỉ ghi sau khi biên bản đã ký; lúc này xin sửa ngay dòng biên bản.")
STILL_CHANGED = _("Còn %(count)s dòng có thay đổi từ diễn biến hội nghị; xin chọn lời văn trước khi đọc thông qua.")
NOT_READ = _("Biên bản chưa được đọc thông qua nên chưa ký được; xin đọc thông qua trước.")
STILL_RUNNING = _("Hội nghị chưa bế mạc; xin ký biên bản sau khi bế mạc.")
NOT_SIGNED = _("Còn thiếu chữ ký: %(missing)s; xin ghi đủ rồi khóa.")
CHANGED_SINCE = _("Biên bản có thay đổi sau khi ký; xin đọc và ký lại.")


def session_is_open(_actor: Actor, item: AgendaItem, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to move the programme along while nobody sits in the hall."""
    in_session = item.dialogue.state == DialogueState.IN_SESSION
    return None if in_session else Refused("agenda_item.not_in_session", NOT_IN_SESSION)


def minutes_take_lines(_actor: Actor, line: MinutesLine, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse new lines once the minutes were read out, but for what happens since; later only corrections."""
    state, is_correction = line.minutes.state, line.kind == LineKind.CORRECTION
    if state == MinutesState.LOCKED:
        return None if is_correction else Refused("minutes.locked", IS_LOCKED)
    if is_correction:
        return Refused("minutes.only_after", ONLY_AFTER)
    return _was_read(state) if line.kind != LineKind.SESSION else None


def minutes_are_open(_actor: Actor, line: MinutesLine, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to change a line of minutes that were read out or signed."""
    state = line.minutes.state
    return Refused("minutes.locked", IS_LOCKED) if state == MinutesState.LOCKED else _was_read(state)


def nothing_waits(_actor: Actor, minutes: Minutes, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to read out minutes in which two texts of a line wait for a decision."""
    count = lines_to_look_at(minutes).count()
    return Refused("minutes.still_changed", STILL_CHANGED, count=count) if count else None


def may_be_signed(_actor: Actor, signature: MinutesSignature, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to sign before the minutes were read out and the session ended."""
    minutes = signature.minutes
    if minutes.state == MinutesState.LOCKED:
        return Refused("minutes.locked", IS_LOCKED)
    if minutes.state != MinutesState.READ:
        return Refused("minutes.not_read", NOT_READ)
    if minutes.dialogue.state == DialogueState.IN_SESSION:
        return Refused("minutes.still_running", STILL_RUNNING)
    return None


def everybody_signed(_actor: Actor, minutes: Minutes, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to lock until the chair and both secretaries signed this very text (practice 15)."""
    signed = {one.part: one.fingerprint for one in standing_signatures(minutes)}
    missing = [part.label.lower() for part in SignerPart if part.value not in signed]
    if missing:
        return Refused("minutes.not_signed", NOT_SIGNED, missing=", ".join(missing))
    if set(signed.values()) != {fingerprint_now(minutes)}:
        return Refused("minutes.changed_since", CHANGED_SINCE)
    return None


def _was_read(state: str) -> Refused | None:
    return Refused("minutes.was_read", WAS_READ) if state == MinutesState.READ else None


GUARDS: dict[str, tuple[Guard, ...]] = {
    **dict.fromkeys(("agenda_item.start", "agenda_item.go_on", "agenda_item.skip"), (session_is_open,)),
    "minutes_line.grow": (minutes_take_lines,),
    **dict.fromkeys(
        ("minutes_line.edit", "minutes_line.regrow", "minutes_line.strike", "minutes_line.restore"),
        (minutes_are_open,),
    ),
    "minutes.read": (nothing_waits,),
    "minutes_signature.sign": (may_be_signed,),
    "minutes.lock": (everybody_signed,),
}
