"""States and moves of matters, their answers, and petitions of law."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.matters.models import Answer, Bounce, Field, Matter, Petition, Raising, Reminder, Support, TextBlock
from nghedan.domain.matters.queries import bounce_waiting, is_for_personnel, names_somebody_of
from nghedan.domain.matters.terms import AnswerState, BounceState, Competence, MatterState, PetitionState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard, record_machine
from nghedan.foundation.transitions.terms import Recorded, Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

OPEN = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED)
TO_ANSWER = (*OPEN, MatterState.IN_WRITING)
TOLD = (MatterState.ANSWERED_IN_HALL, MatterState.ANSWERED)
HEARD = (*TOLD, MatterState.IN_WRITING, MatterState.REFERRED)
"""Where the hall may have led."""

MATTER = Machine(
    "matter",
    MatterState,
    (
        Transition("matter.raise", _("Ghi nội dung kiến nghị"), (None,), MatterState.SCREENED),
        Transition("matter.record_past", _("Ghi nội dung của kỳ trước"), (None,), MatterState.CLOSED),
        Transition("matter.edit", _("Sửa nội dung kiến nghị"), OPEN, None),
        Transition("matter.redact", _("Soạn lời văn công khai"), tuple(MatterState), None),
        Transition("matter.assign", _("Giao đơn vị chuẩn bị trả lời"), OPEN, MatterState.ASSIGNED),
        Transition(
            "matter.unassign",
            _("Rút nội dung khỏi đơn vị"),
            (MatterState.ASSIGNED, MatterState.PREPARED),
            MatterState.SCREENED,
        ),
        Transition("matter.bounce", _("Trả lại: không thuộc đơn vị"), (MatterState.ASSIGNED,), None),
        Transition(
            "matter.confirm_unit", _("Quyết định đơn vị chủ trì"), (MatterState.ASSIGNED,), None, instructable=True
        ),
        Transition("matter.fix_due", _("Ấn định hạn chuẩn bị"), OPEN, None),
        Transition("matter.prepare", _("Đã chuẩn bị trả lời"), (MatterState.ASSIGNED,), MatterState.PREPARED),
        Transition("matter.unprepare", _("Chuẩn bị lại"), (MatterState.PREPARED,), MatterState.ASSIGNED),
        Transition("matter.refer", _("Chuyển cơ quan có thẩm quyền"), TO_ANSWER, MatterState.REFERRED),
        Transition("matter.settle", _("Giải quyết tại thôn, tổ dân phố"), TO_ANSWER, MatterState.SETTLED),
        Transition("matter.set_aside", _("Không xem xét, có lý do"), TO_ANSWER, MatterState.SET_ASIDE),
        Transition("matter.answer_in_hall", _("Đã trả lời tại hội nghị"), TO_ANSWER, MatterState.ANSWERED_IN_HALL),
        Transition("matter.put_in_writing", _("Sẽ trả lời bằng văn bản"), (*OPEN, *TOLD), MatterState.IN_WRITING),
        Transition(
            "matter.give_to_write", _("Giao đơn vị trả lời bằng văn bản"), (MatterState.IN_WRITING,), None
        ),
        Transition(
            "matter.follow_extension", _("Dời hạn trả lời theo gia hạn nhiệm vụ"), (MatterState.IN_WRITING,), None
        ),
        Transition("matter.answer", _("Đã trả lời người dân"), TO_ANSWER, MatterState.ANSWERED),
        Transition("matter.back_to_screened", _("Hoàn tác kết quả tại hội nghị"), HEARD, MatterState.SCREENED),
        Transition("matter.back_to_assigned", _("Hoàn tác kết quả tại hội nghị"), HEARD, MatterState.ASSIGNED),
        Transition("matter.back_to_prepared", _("Hoàn tác kết quả tại hội nghị"), HEARD, MatterState.PREPARED),
        Transition(
            "matter.close",
            _("Kết thúc nội dung"),
            (*TOLD, MatterState.REFERRED, MatterState.SETTLED, MatterState.SET_ASIDE),
            MatterState.CLOSED,
        ),
        Transition(
            "matter.reopen", _("Xem lại: chưa thỏa đáng"), (*TOLD, MatterState.CLOSED), MatterState.IN_WRITING
        ),
        Transition(
            "matter.take_up",
            _("Xem xét lại"),
            (MatterState.REFERRED, MatterState.SETTLED, MatterState.SET_ASIDE),
            MatterState.SCREENED,
        ),
        Transition("matter.void", _("Bỏ nội dung ghi nhầm"), (MatterState.SCREENED,), MatterState.VOID),
        Transition("matter.group", _("Gộp với nội dung tương tự"), OPEN, None),
        Transition("matter.ungroup", _("Tách khỏi nhóm"), OPEN, None),
        Transition("matter.link", _("Nối với nội dung đã nêu trước đây"), tuple(MatterState), None),
        Transition("matter.take_back_words", _("Chỉnh lời văn của nội dung"), tuple(MatterState), None),
        Transition("matter.set_level", _("Đổi mức của nội dung"), tuple(MatterState), None),
        Transition("matter.record_outcome", _("Ghi kết quả"), tuple(MatterState), None),
    ),
)

RAISING = Machine(
    "raising",
    Standing,
    (
        Transition("raising.add", _("Ghi ai đã nêu"), (None,), Standing.CURRENT),
        Transition("raising.end", _("Bỏ khỏi nội dung này"), (Standing.CURRENT,), Standing.ENDED),
    ),
)

SUPPORT = Machine(
    "support",
    Standing,
    (
        Transition("support.add", _("Thêm đơn vị phối hợp"), (None,), Standing.CURRENT),
        Transition("support.end", _("Bỏ đơn vị phối hợp"), (Standing.CURRENT,), Standing.ENDED),
    ),
)

BOUNCE = Machine(
    "bounce",
    BounceState,
    (
        Transition("bounce.make", _("Trả lại kèm lý do"), (None,), BounceState.OPEN),
        Transition("bounce.reassign", _("Giao đơn vị khác"), (BounceState.OPEN,), BounceState.REASSIGNED),
        Transition("bounce.confirm", _("Giữ nguyên đơn vị"), (BounceState.OPEN,), BounceState.CONFIRMED),
    ),
)

ANSWER = Machine(
    "answer",
    AnswerState,
    (
        Transition("answer.draft", _("Soạn câu trả lời"), (None,), AnswerState.DRAFT),
        Transition("answer.edit", _("Sửa câu trả lời"), (AnswerState.DRAFT, AnswerState.HANDED_IN), None),
        Transition("answer.hand_in", _("Gửi văn phòng"), (AnswerState.DRAFT,), AnswerState.HANDED_IN),
        Transition(
            "answer.check", _("Đã kiểm tra, trình lãnh đạo duyệt"), (AnswerState.HANDED_IN,), AnswerState.CHECKED
        ),
        Transition(
            "answer.approve", _("Duyệt câu trả lời"), (AnswerState.CHECKED,), AnswerState.APPROVED, instructable=True
        ),
        Transition(
            "answer.return",
            _("Trả lại để soạn tiếp"),
            (AnswerState.HANDED_IN, AnswerState.CHECKED, AnswerState.APPROVED),
            AnswerState.DRAFT,
            instructable=True,
        ),
    ),
)

FIELD = record_machine("field", add=_("Thêm lĩnh vực"), edit=_("Sửa lĩnh vực"), end=_("Thôi dùng lĩnh vực"))
TEXT_BLOCK = record_machine("text_block", add=_("Thêm đoạn mẫu"), edit=_("Sửa đoạn mẫu"), end=_("Bỏ đoạn mẫu"))
REMINDER = Machine(
    "reminder", Recorded, (Transition("reminder.send", _("Đôn đốc đơn vị"), (None,), Recorded.RECORDED),)
)

PETITION = Machine(
    "petition",
    PetitionState,
    (
        Transition("petition.register", _("Vào sổ đơn"), (None,), PetitionState.REGISTERED),
        Transition(
            "petition.edit",
            _("Sửa thông tin đơn"),
            (PetitionState.REGISTERED, PetitionState.GUIDED, PetitionState.ACCEPTED),
            None,
        ),
        Transition("petition.guide", _("Hướng dẫn viết đơn"), (PetitionState.REGISTERED,), PetitionState.GUIDED),
        Transition(
            "petition.transfer",
            _("Chuyển cơ quan có thẩm quyền"),
            (PetitionState.REGISTERED, PetitionState.GUIDED),
            PetitionState.TRANSFERRED,
        ),
        Transition(
            "petition.accept", _("Thụ lý"), (PetitionState.REGISTERED, PetitionState.GUIDED), PetitionState.ACCEPTED
        ),
        Transition(
            "petition.settle", _("Ban hành quyết định, kết luận"), (PetitionState.ACCEPTED,), PetitionState.SETTLED
        ),
        Transition(
            "petition.reopen",
            _("Xem lại đơn"),
            (PetitionState.TRANSFERRED, PetitionState.SETTLED, PetitionState.GUIDED, PetitionState.WITHDRAWN),
            PetitionState.REGISTERED,
        ),
        Transition(
            "petition.withdraw",
            _("Rút khỏi sổ đơn"),
            (PetitionState.REGISTERED, PetitionState.GUIDED),
            PetitionState.WITHDRAWN,
        ),
    ),
)

NO_SHORT = _("Chưa có câu trả lời ngắn cho người chủ trì; xin ghi nhiều nhất ba dòng.")
NO_TEXT = _("Chưa có nội dung trả lời; xin viết câu trả lời trước.")
NO_UNIT = _("Xin chọn đơn vị chủ trì.")
NOT_OURS = _("Nội dung không thuộc thẩm quyền của địa phương; xin chuyển cơ quan có thẩm quyền.")
NOT_PERSONNEL = _(
    "Ý kiến về cán bộ chỉ giao cho đơn vị phụ trách công tác cán bộ; xin chọn đơn vị nội vụ, xây dựng Đảng hoặc kiểm "
    "tra."
)
NAMES_UNIT = _("Người được nêu trong ý kiến công tác tại đơn vị này; xin giao đơn vị khác phụ trách công tác cán bộ.")
BOUNCE_OPEN = _("Đơn vị đã trả lại nội dung này; xin quyết định đơn vị chủ trì trước.")
NOT_ASSIGNED = _("Nội dung này hiện không giao đơn vị nào chuẩn bị trả lời; xin giao đơn vị trước.")
ANSWER_OUT = _(
    "Câu trả lời đã gửi người dân nên không rút lại được; khi nội dung được xem lại, xin soạn câu trả lời mới."
)
NOTHING_YET = _("Chưa ghi nội dung nào từ ý kiến này; xin ghi ít nhất một nội dung, hoặc vào sổ đơn.")
IN_GROUP = _("Nội dung này đã gộp vào nội dung khác; xin xử lý ở nội dung chính.")


def answer_is_whole(_actor: Actor, answer: Answer, changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to hand in or check an answer without its text or its three lines for the head."""
    if not (changes.get("text", answer.text) or "").strip():
        return Refused("answer.no_text", NO_TEXT)
    if not (changes.get("short", answer.short) or "").strip():
        return Refused("answer.no_short", NO_SHORT)
    return None


def matter_has_unit(_actor: Actor, matter: Matter, changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to assign to nobody; the form asks for the unit, so an empty question is not a reason against it."""
    if changes and changes.get("unit", matter.unit) is None:
        return Refused("matter.no_unit", NO_UNIT)
    return None


def matter_stands_alone(_actor: Actor, matter: Matter, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to work on a matter that is answered by another, unless that one has been restricted meanwhile."""
    main = matter.grouped_into
    return Refused("matter.in_group", IN_GROUP) if main and main.level != Level.RESTRICTED else None


def something_is_written_down(_actor: Actor, opinion: Opinion, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to be done with an opinion that has become neither a matter nor a petition of law."""
    raised = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    petition = Petition.objects.of(opinion.locality).filter(opinion=opinion).exclude(state=PetitionState.WITHDRAWN)
    if raised.exists() or petition.exists():
        return None
    return Refused("opinion.nothing_yet", NOTHING_YET)


def matter_is_ours(_actor: Actor, matter: Matter, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to assign what the locality may not settle: that is referred."""
    return None if matter.competence == Competence.OURS else Refused("matter.not_ours", NOT_OURS)


def unit_may_hear_of_officials(_actor: Actor, matter: Matter, changes: Mapping[str, Any]) -> Refused | None:
    """Let comments on officials go only to who is in charge of personnel, never to where somebody named works."""
    unit = changes.get("unit")
    return None if unit is None or matter.level != Level.CONDUCT else stands_against(matter, unit)


def support_may_hear_of_officials(_actor: Actor, support: Support, _changes: Mapping[str, Any]) -> Refused | None:
    """The same for a unit that supports."""
    return stands_against(support.matter, support.unit) if support.matter.level == Level.CONDUCT else None


def stands_against(matter: Matter, unit: Unit) -> Refused | None:
    """Return why a unit may not hear of a comment on officials, if something stands against it."""
    if not is_for_personnel(unit):
        return Refused("matter.not_personnel", NOT_PERSONNEL)
    return Refused("matter.names_unit", NAMES_UNIT) if names_somebody_of(matter, unit) else None


def bounce_is_decided(_actor: Actor, matter: Matter, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse a second "not ours" while the first waits."""
    return Refused("matter.bounce_open", BOUNCE_OPEN) if bounce_waiting(matter) else None


def answer_is_wanted(_actor: Actor, answer: Answer, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to go on with an answer to what nobody prepares any more, or answers elsewhere. After the hall a written
    answer is wanted also where no unit was named: the office writes it then."""
    matter = answer.matter
    is_given = matter.state == MatterState.ASSIGNED and matter.unit_id is not None
    if not is_given and matter.state != MatterState.IN_WRITING:
        return Refused("answer.not_assigned", NOT_ASSIGNED)
    return matter_stands_alone(_actor, answer.matter, {})


def answer_is_not_out(_actor: Actor, answer: Answer, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to take back what the people have been told; a matter looked at again is reopened first."""
    is_out = answer.matter.state in (MatterState.ANSWERED, MatterState.CLOSED)
    return Refused("answer.is_out", ANSWER_OUT) if is_out else None


def unit_is_certain(_actor: Actor, answer: Answer, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to approve while the unit says that the matter is not its own."""
    return bounce_is_decided(_actor, answer.matter, {})


MACHINES: dict[type, Machine] = {
    Field: FIELD,
    Matter: MATTER,
    Raising: RAISING,
    Support: SUPPORT,
    Bounce: BOUNCE,
    Answer: ANSWER,
    TextBlock: TEXT_BLOCK,
    Reminder: REMINDER,
    Petition: PETITION,
}
GUARDS: dict[str, tuple[Guard, ...]] = {
    "opinion.classify": (something_is_written_down,),
    "answer.draft": (answer_is_wanted,),
    "answer.hand_in": (answer_is_wanted, answer_is_whole),
    "answer.check": (answer_is_wanted, answer_is_whole),
    "answer.approve": (answer_is_wanted, answer_is_whole, unit_is_certain),
    "answer.return": (answer_is_not_out,),
    "matter.assign": (matter_has_unit, matter_stands_alone, matter_is_ours, unit_may_hear_of_officials),
    "matter.confirm_unit": (matter_stands_alone, unit_may_hear_of_officials),
    "matter.give_to_write": (matter_has_unit, matter_stands_alone, unit_may_hear_of_officials),
    "matter.bounce": (matter_stands_alone, bounce_is_decided),
    "support.add": (support_may_hear_of_officials,),
    "matter.refer": (matter_stands_alone,),
    "matter.settle": (matter_stands_alone,),
    "matter.set_aside": (matter_stands_alone,),
    "matter.group": (matter_stands_alone,),
}
