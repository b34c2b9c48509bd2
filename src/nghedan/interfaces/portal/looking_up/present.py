"""What became of an opinion, in plain words, for whoever bears its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.public import PublicAnswer, answers_to
from nghedan.domain.followup.terms import Satisfaction
from nghedan.domain.matters.queries import way_of_law
from nghedan.domain.matters.terms import MatterKind, MatterState
from nghedan.domain.opinions.models import Opinion, Slip
from nghedan.domain.opinions.queries import is_handed_in
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.plans.terms import Openness
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

ELSEWHERE = _("Ý kiến đã được tiếp nhận và chuyển theo quy định.")
COMPLAINT = _(
    "Đây là khiếu nại nên không trả lời tại hội nghị đối thoại, mà được hướng dẫn, chuyển giải quyết theo quy định về "
    "khiếu nại."
)
HELD = _("Đã nhận ngày %(day)s. Cán bộ xem xong thì ý kiến có số.")
RECEIVED = _("Đã ghi vào sổ ngày %(day)s, số %(number)s (%(way)s).")
LATE = _("Ý kiến gửi sau ngày chốt: vẫn được nhận, có ghi là gửi sau.")
SORTING = _("Đang phân loại: Văn phòng xem ý kiến nói về việc gì, đơn vị nào trả lời.")
SORTED = _("Văn phòng đã xem và phân loại xong.")
VOID = _("Ý kiến này trong sổ đã được đánh dấu là ghi nhầm. Nếu đúng là ý kiến của ông/bà, xin liên hệ Văn phòng.")
DISCARDED = _(
    "Ý kiến mang mã này không ghi vào sổ vì trông giống tin do máy tự gửi. Nếu đúng là ông/bà gửi, xin gửi lại hoặc "
    "liên hệ Văn phòng."
)
AT_CONFERENCE = _("Câu trả lời sẽ được nói tại hội nghị ngày %(day)s.")
AT_A_CONFERENCE = _("Câu trả lời sẽ được nói tại hội nghị đối thoại; ngày họp sẽ được thông báo trước.")
OTHERWISE = _("Câu trả lời sẽ đến theo cách đã chọn khi gửi.")

PROGRESS = {
    MatterState.SCREENED: _("Đang chọn đơn vị trả lời."),
    MatterState.ASSIGNED: _("Đang chuẩn bị trả lời: %(unit)s."),
    MatterState.PREPARED: _("Đã chuẩn bị xong câu trả lời: %(unit)s."),
    MatterState.REFERRED: _("Đã chuyển cơ quan có thẩm quyền giải quyết."),
    MatterState.SETTLED: _("Đã giải quyết tại thôn, tổ dân phố."),
    MatterState.SET_ASIDE: _("Không xem xét nội dung này; xin hỏi lý do tại Văn phòng."),
    MatterState.ANSWERED_IN_HALL: _("Đã trả lời tại hội nghị."),
    MatterState.IN_WRITING: _("Sẽ trả lời bằng văn bản."),
    MatterState.ANSWERED: _("Đã trả lời."),
    MatterState.CLOSED: _("Đã trả lời, kết thúc."),
}
WRITING = _("Sẽ trả lời bằng văn bản: %(unit)s.")
WRITING_UNTIL = _("Sẽ trả lời bằng văn bản: %(unit)s, hạn %(day)s.")
ANSWERED_ON = _("Đã trả lời ngày %(day)s.")
ANSWERED_BY = _("Đã trả lời ngày %(day)s, Công văn số %(number)s.")
SENT_TO = _("Đã chuyển %(body)s ngày %(day)s.")
SENT_UNTIL = _("Đã chuyển %(body)s ngày %(day)s, đề nghị trả lời trước ngày %(until)s.")
REPLIED = _("%(body)s đã trả lời.")
OTHERS_ASKED = _("Có người cùng nêu việc này cho biết chưa thỏa đáng: đang xem lại.")
LOOKED_AGAIN = _("Ông/bà cho biết chưa thỏa đáng: đang xem lại.")
HIDDEN = _("Ý kiến về cán bộ, công vụ được xem xét theo quy định; không công khai.")
SAID = {
    Satisfaction.SOLVED: _("Ông/bà đã cho biết: đã thỏa đáng. Xin cảm ơn."),
    Satisfaction.PARTLY: _("Ông/bà đã cho biết: thỏa đáng một phần. Văn phòng đã ghi nhận."),
    Satisfaction.NOT: _(
        "Ông/bà đã cho biết: chưa thỏa đáng. Nội dung này đã được xem lại một lần, hoặc đã quá thời hạn đề nghị xem "
        "lại; ý kiến của ông/bà được lưu cho kỳ đối thoại sau."
    ),
}
OPENED_AGAIN = _("Việc này được xem lại và chuyển người đứng đầu. Khi có câu trả lời mới, xin tra cứu bằng mã này.")
WHERE_NEXT = _(
    "Nếu vẫn chưa đồng ý, ông/bà có thể đến buổi tiếp công dân của người đứng đầu, hoặc khiếu nại theo Luật Khiếu nại "
    "khi có quyết định, việc làm xâm phạm quyền lợi của mình."
)
ASSIGNED_UNTIL = _("Đang chuẩn bị trả lời: %(unit)s, hạn %(day)s.")
UNANSWERED = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED)
NOT_HANDED_IN = _(
    "Phiếu số %(number)s: chưa nộp. Xin nộp cho trưởng thôn, tổ trưởng, bỏ vào hòm phiếu, hoặc gửi ngay trên điện "
    "thoại."
)
NOT_KEYED = _("Phiếu số %(number)s: đã nộp, đang chờ cán bộ ghi vào sổ.")
HANDED_IN = _("Phiếu số %(number)s: đã nộp.")


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """An answer for the one who asked: what it answers, its words, and whether she may say if it is solved."""

    id: str
    title: str
    text: str
    reply: str
    replied_by: str
    said: str
    next: str
    may_say: bool
    until: str


@dataclass(frozen=True, slots=True)
class Story:
    """Sentences in their order; ``is_own`` says whether the words and the ``answers`` may be asked for: these are only
    for who has shown that the opinion is hers."""

    number: str
    lines: Sequence[str]
    is_own: bool = False
    answers: Sequence[AnswerShown] = ()


def story_of(found: Opinion | Slip) -> Story:
    """Return what the bearer of a receipt is told."""
    if isinstance(found, Slip):
        return Story("", [slip_line(found, NOT_KEYED)])
    kind = way_of_law(found)
    if found.level == Level.RESTRICTED or (kind is not None and kind.is_restricted):
        return Story("", [gettext(ELSEWHERE)])
    progress = answers_to(found) if found.state == OpinionState.CLASSIFIED else []
    number = str(found) if found.number else ""
    return Story(number, _lines(found, kind, progress), is_own=True, answers=_shown(progress))


def slip_line(slip: Slip, handed_in: str = HANDED_IN) -> str:
    """Return where a printed slip is, in a sentence."""
    return gettext(handed_in if is_handed_in(slip) else NOT_HANDED_IN) % {"number": slip}


def _lines(opinion: Opinion, kind: MatterKind | None, progress: Sequence[PublicAnswer]) -> list[str]:
    day = format_date(opinion.received_on)
    if opinion.state == OpinionState.HELD:
        return [gettext(HELD) % {"day": day}]
    if opinion.state == OpinionState.DISCARDED:
        return [gettext(DISCARDED)]
    told = {"day": day, "number": opinion, "way": gettext(opinion.origin_term.label).lower()}
    lines = [gettext(RECEIVED) % told, *([gettext(LATE)] if opinion.is_late else [])]
    if opinion.state == OpinionState.VOID:
        return [*lines, gettext(VOID)]
    if opinion.state == OpinionState.RECEIVED:
        return [*lines, gettext(SORTING)]
    if kind is not None:
        lines.append(gettext(COMPLAINT))
    return [*lines, *_progress_lines(opinion, progress, otherwise=[] if kind else [gettext(SORTED)])]


def _shown(progress: Sequence[PublicAnswer]) -> list[AnswerShown]:
    return [
        AnswerShown(
            one.id, one.title, one.text, one.reply, one.sent_to, gettext(SAID[one.verdict]) if one.verdict else "",
            gettext(WHERE_NEXT) if one.verdict is Satisfaction.NOT else "", one.may_say and bool(one.text),
            format_date(one.ask_until) if one.ask_until else "",
        )
        for one in progress
        if not one.is_hidden and (one.text or one.reply)
    ]  # fmt: skip


def where_next(verdict: Verdict) -> str:
    """Return what follows from what was said: another look, or where one may still go."""
    if verdict.reopened:
        return gettext(OPENED_AGAIN)
    return gettext(WHERE_NEXT) if verdict.verdict == Satisfaction.NOT else ""


def _progress_lines(opinion: Opinion, progress: Sequence[PublicAnswer], otherwise: list[str]) -> list[str]:
    lines = [_progress_line(one) for one in progress] or otherwise
    if any(one.state in UNANSWERED and not one.is_hidden for one in progress):
        lines.append(_when_answered(opinion))
    return lines


def _progress_line(one: PublicAnswer) -> str:
    if one.is_hidden:
        return gettext(HIDDEN)
    said = {"unit": one.unit, "day": format_date(one.due_on) if one.due_on else ""}
    if one.state == MatterState.ASSIGNED and one.due_on:
        return gettext(ASSIGNED_UNTIL) % said
    if one.state == MatterState.IN_WRITING:
        again = [gettext(LOOKED_AGAIN if one.asked_herself else OTHERS_ASKED)] if one.was_reopened else []
        sentence = WRITING_UNTIL if one.unit and one.due_on else WRITING if one.unit else PROGRESS[one.state]
        return " ".join([*again, gettext(sentence) % said])
    if one.sent_to and one.sent_on:
        return _sent_line(one)
    if one.answered_on and one.state in (MatterState.ANSWERED, MatterState.CLOSED):
        told = {"day": format_date(one.answered_on), "number": one.letter}
        return gettext(ANSWERED_BY if one.letter else ANSWERED_ON) % told
    return gettext(PROGRESS[one.state]) % said


def _sent_line(one: PublicAnswer) -> str:
    """Return to whom a matter was sent on, when, until when a reply is asked for, and that it came."""
    day = format_date(one.sent_on) if one.sent_on else ""
    until = format_date(one.expected_on) if one.expected_on else ""
    sentence = gettext(SENT_UNTIL if until else SENT_TO) % {"body": one.sent_to, "day": day, "until": until}
    return " ".join([sentence, *([gettext(REPLIED) % {"body": one.sent_to}] if one.reply else [])])


def _when_answered(opinion: Opinion) -> str:
    """Return where the answer will be given; of internal conferences the people are told nothing."""
    dialogue = opinion.dialogue
    if dialogue is None or dialogue.openness == Openness.INTERNAL:
        return gettext(OTHERWISE)
    if dialogue.held_on is None:
        return gettext(AT_A_CONFERENCE)
    return gettext(AT_CONFERENCE) % {"day": format_date(dialogue.held_on)}
