"""Figures as numbers, charts and tables; the report, the public page and the archive each in a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import HELD
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.reports.archive.pack import Packed
from nghedan.domain.reports.figures import DialogueFigures
from nghedan.domain.reports.models import FrozenFigures, PublicResult
from nghedan.domain.reports.queries import not_for_the_people
from nghedan.domain.reports.rules.counting import Punctuality
from nghedan.domain.reports.terms import PublicResultState, Result
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Bar, Colour, Column, Figure, Tag
from nghedan.interfaces.console.documents.present import state_tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date

SEAL_SIGNS = 16
"""So much of a checksum is compared by eye."""

PUBLIC_COLOURS = {
    PublicResultState.SHOWN: Colour.YELLOW,
    PublicResultState.PUBLISHED: Colour.GREEN,
    PublicResultState.WITHDRAWN: Colour.GREY,
}


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under their heading."""

    caption: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Line:
    """Something made of the figures: where it stands, where it is, why it cannot be begun."""

    tag: Tag | None = None
    href: str = ""
    told: str = ""
    refusal: str = ""
    may_begin: bool = False


def numbers(now: DialogueFigures, then: DialogueFigures | None) -> list[Figure]:
    """Return the big numbers, each with the year before."""
    late = now.matters.answers.open_late
    rows = (
        (_("ý kiến tiếp nhận"), now.voices, then and then.voices, None),
        (_("nội dung kiến nghị"), now.matters.matters, then and then.matters.matters, None),
        (_("đã trả lời, giải quyết"), now.answered, then and then.answered, Colour.GREEN),
        (_("đang giải quyết"), now.open, then and then.open, Colour.BLUE),
        (_("quá hạn trả lời"), late, then and then.matters.answers.open_late, Colour.RED if late else None),
        (_("người dự"), now.attended, then and then.attended, None),
        (_("lượt phát biểu"), now.speakers, then and then.speakers, None),
    )
    return [
        Figure(value, label, _("năm trước %(count)s") % {"count": before} if before is not None else "", colour)
        for label, value, before, colour in rows
    ]


def charts(now: DialogueFigures, then: DialogueFigures | None) -> list[Chart]:
    """Return what came of the matters, and where they are from, beside the year before."""
    results = {result.label: now.result(result) for result in Result}
    earlier = {result.label: then.result(result) for result in Result} if then else {}
    found = (
        Chart(_("Kết quả giải quyết"), _bars(results, earlier if then else None)),
        Chart(_("Theo lĩnh vực"), _bars(dict(now.fields), dict(then.fields) if then else None)),
        Chart(_("Theo thôn, tổ dân phố"), _bars(dict(now.hamlets), dict(then.hamlets) if then else None)),
    )
    return [chart for chart in found if chart.bars]


def years(dialogue: Dialogue, before: Dialogue | None) -> tuple[str, str]:
    """Return the names of the two rows of bars."""
    return (str(dialogue.year), str(before.year)) if before else ("", "")


def punctual_columns(then: DialogueFigures | None) -> list[Column]:
    """Return the heads of the table of punctuality."""
    heads = [_("Đúng hạn"), _("Trễ hạn"), _("Quá hạn, chưa xong"), _("Chưa đến hạn"), _("Tỷ lệ đúng hạn")]
    last = [Column(_("Năm trước"), numeric=True)] if then else []
    return [Column(_("Việc có hạn")), *(Column(head, numeric=True) for head in heads), *last]


def punctual_rows(now: DialogueFigures, then: DialogueFigures | None) -> list[list[object]]:
    """Return how punctual answers and commitments are; the share is of those that fell due."""
    rows = (
        (_("Trả lời bằng văn bản"), now.matters.answers, then.matters.answers if then else None),
        (_("Nhiệm vụ theo kết luận"), now.kept, then.kept if then else None),
    )
    return [
        [
            label, counted.on_time, counted.late, counted.open_late, counted.open_in_time, share(counted),
            *([share(before)] if before is not None else []),
        ]
        for label, counted, before in rows
    ]  # fmt: skip


def share(counted: Punctuality) -> str:
    """Return on time / (done + late and open), or a dash where nothing fell due."""
    return "–" if counted.share is None else f"{100 * counted.share:.0f}%"


def report(dialogue: Dialogue, paper: OfficialPaper | None, *, may_draft: bool, may_open: bool) -> Line:
    """Return where the report to the superior stands."""
    if paper is None:
        is_over = dialogue.state in HELD
        return Line(may_begin=may_draft and is_over, refusal="" if is_over else _("Lập được khi hội nghị đã diễn ra."))
    page = href("official-paper", dialogue.locality, dialogue_id=dialogue.public_id, paper_id=paper.public_id)
    issued = {"number": paper.number, "day": format_date(paper.issued_on)} if paper.issued_on else None
    told = _("số %(number)s, ngày %(day)s") % issued if issued else ""
    return Line(state_tag(paper), page if may_open else "", told)


def frozen(figures: FrozenFigures | None) -> str:
    """Return the mark by which the reported figures are proved; nothing where none were."""
    if figures is None:
        return ""
    told = _("Số liệu đã báo cáo được chốt ngày %(day)s, nhật ký số %(number)s, dấu niêm %(seal)s.")
    seal = figures.journal_seal[:SEAL_SIGNS]
    return told % {"day": format_date(figures.counted_on), "number": figures.journal_number, "seal": seal}


def public(dialogue: Dialogue, result: PublicResult | None) -> Line:
    """Return where the public page stands."""
    page = href("public-result", dialogue.locality, dialogue_id=dialogue.public_id)
    if result is not None:
        return Line(public_tag(result), page, public_told(result))
    refusal = not_for_the_people(dialogue)
    return Line(refusal=gettext(refusal.message)) if refusal else Line(href=page)


def public_tag(result: PublicResult) -> Tag:
    """Return where a public page stands, in a word."""
    state = PublicResultState(result.state)
    return Tag(gettext(state.label), PUBLIC_COLOURS[state])


def public_told(result: PublicResult) -> str:
    """Return since when it stands there."""
    match PublicResultState(result.state):
        case PublicResultState.PUBLISHED if result.published_at:
            return _("từ %(when)s") % {"when": _moment(result.published_at)}
        case PublicResultState.WITHDRAWN:
            return result.reason
    return _("gửi xem lúc %(when)s") % {"when": _moment(result.shown_at)}


def packed(last: Packed | None) -> str:
    """Return when, by whom the archive was made last, and its checksum."""
    if last is None:
        return ""
    told = ngettext(
        "Lập gần nhất lúc %(when)s, %(who)s: %(files)s tài liệu, SHA-256 %(digest)s.",
        "Lập gần nhất lúc %(when)s, %(who)s: %(files)s tài liệu, SHA-256 %(digest)s.",
        last.files,
    )
    return told % {"when": _moment(last.at), "who": last.by, "files": last.files, "digest": last.digest}


def _moment(at: datetime) -> str:
    local = clock.local(at)
    return _("%(time)s ngày %(day)s") % {"time": f"{local:%H:%M}", "day": format_date(local.date())}


def _bars(now: Mapping[str, int], then: Mapping[str, int] | None) -> list[Bar]:
    names = dict.fromkeys((*now, *(then or {})))
    bars = [Bar(gettext(name), now.get(name, 0), None if then is None else then.get(name, 0)) for name in names]
    return [bar for bar in bars if bar.value or bar.before]
