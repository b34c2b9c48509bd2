"""The hamlet's pages in plain words, as one would say them at the gate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.queries import PublicProgress
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import OpinionState, Origin
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

BY_UNIT = {
    MatterState.ASSIGNED: gettext_noop("%(unit)s đang chuẩn bị trả lời."),
    MatterState.PREPARED: gettext_noop("%(unit)s đã chuẩn bị xong câu trả lời."),
    MatterState.IN_WRITING: gettext_noop("%(unit)s sẽ trả lời bằng văn bản."),
}
WITH_LIMIT = (MatterState.ASSIGNED, MatterState.IN_WRITING)
DONE = frozenset({MatterState.SETTLED, MatterState.CLOSED, MatterState.ANSWERED, MatterState.ANSWERED_IN_HALL})


@dataclass(frozen=True, slots=True)
class Coming:
    """The next dialogue for the people of a hamlet, and the text by which they are told."""

    when: str
    where: str
    theme: str
    until: str
    text: str


@dataclass(frozen=True, slots=True)
class Raised:
    """A line of what was handed in; a neutral one says its number and nothing else."""

    number: str
    words: str = ""
    received_on: date | None = None
    tag: Tag | None = None
    steps: Sequence[str] = field(default=())


def title_of(hamlet: Hamlet) -> str:
    """Return "Thôn Bản Cưởm của tôi", after the kind."""
    return _("%(hamlet)s của tôi") % {"hamlet": hamlet}


def progress_title_of(hamlet: Hamlet) -> str:
    """Return "Việc của thôn đã đến đâu", after the kind."""
    return _("Việc của %(kind)s đã đến đâu") % {"kind": _(hamlet.kind_term.label)}


def coming(dialogue: Dialogue, cut_off: date | None, hamlet: Hamlet) -> Coming:
    where = dialogue.venue or _("Chưa có nơi họp")
    until = wording.capitalised(wording.long_date(cut_off)) if cut_off else ""
    return Coming(wording.when_of(dialogue), where, dialogue.theme, until, _told(dialogue, cut_off, hamlet))


def _told(dialogue: Dialogue, cut_off: date | None, hamlet: Hamlet) -> str:
    """Return what is read out in the hamlet or copied into its Zalo group."""
    values = {
        "hamlet": hamlet.full_name, "when": wording.when_of(dialogue), "body": dialogue.body.name,
        "theme": dialogue.theme, "where": dialogue.venue, "head": _(hamlet.head_title).lower(),
        "until": format_date(cut_off) if cut_off else "",
    }  # fmt: skip
    sentences = [
        _("Kính báo bà con %(hamlet)s:"),
        _("%(body)s mời bà con dự hội nghị đối thoại."),
        _("Nội dung: %(theme)s."),
        _("Thời gian: %(when)s."),
        _("Địa điểm: %(where)s.") if dialogue.venue else "",
        _("Ai cũng được dự và được nói."),
        _("Bà con có ý kiến xin gửi %(head)s trước hết ngày %(until)s.") if cut_off else "",
    ]
    return "\n".join(sentence % values for sentence in sentences if sentence)


def waiting_lines(counted: Sequence[tuple[str, date, int]]) -> list[str]:
    """Return how many sheets of which day the office has still to key in."""
    meeting = Origin.MEETING.value
    return [
        _("%(sheets)s gửi ngày %(day)s: văn phòng chưa ghi vào sổ.")
        % {"sheets": _minutes(sheets) if origin == meeting else _slips(sheets), "day": format_date(day)}
        for origin, day, sheets in counted
    ]


def aside_lines(rows: Sequence[tuple[date, str]]) -> list[str]:
    return [
        _("Một tờ gửi ngày %(day)s không ghi vào sổ: %(reason)s") % {"day": format_date(day), "reason": reason}
        for day, reason in rows
    ]


def raised(row: Opinion, readable: Mapping[int, Opinion], progress: Mapping[int, Sequence[PublicProgress]]) -> Raised:
    """Return a line of the ledger as the one who handed it in may know it."""
    number = f"{row.number}/{row.year}"
    if row.pk not in readable:
        return Raised(number)
    opinion, ways = readable[row.pk], progress.get(row.pk, ())
    return Raised(number, opinion.text, opinion.received_on, _tag(opinion, ways), [_step(way) for way in ways])


def _tag(opinion: Opinion, ways: Sequence[PublicProgress]) -> Tag:
    if opinion.state == OpinionState.RECEIVED:
        return Tag(_("Văn phòng đã nhận"), Colour.GREY)
    if not ways:
        return Tag(_("Đã chuyển giải quyết theo quy định"), Colour.GREY)
    if all(way.state in DONE for way in ways):
        return Tag(_("Đã xong"), Colour.GREEN)
    return Tag(_("Đang giải quyết"), Colour.BLUE)


def _step(way: PublicProgress) -> str:
    if way.state not in BY_UNIT or not way.unit:
        return f"{_(way.state.label)}."
    said = _(BY_UNIT[way.state]) % {"unit": way.unit}
    if way.state in WITH_LIMIT and way.due_on:
        said += " " + _("Hạn: %(day)s.") % {"day": format_date(way.due_on)}
    return said


def _slips(count: int) -> str:
    return ngettext("%(count)s tờ phiếu", "%(count)s tờ phiếu", count) % {"count": count}


def _minutes(count: int) -> str:
    return ngettext("%(count)s tờ biên bản họp", "%(count)s tờ biên bản họp", count) % {"count": count}
