"""What has to go out now, which hamlets were told, and the log, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.models import NoticeFacts, Posting
from nghedan.domain.notices.queries import (
    ANNOUNCEMENT,
    CORRECTION,
    POSTPONEMENT,
    HamletStanding,
    NoticeStanding,
    changes_since,
    is_current,
    paper_due,
)
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.ui.models import Colour, Column, Link, Tag
from nghedan.interfaces.console.documents.present import paper_href, state_tag
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

SHOWN = {
    PostingChannel.LOUDSPEAKER: gettext_noop("Loa"),
    PostingChannel.HAMLET_BOARD: gettext_noop("Bảng tin"),
    PostingChannel.HAMLET_MEETING: gettext_noop("Họp"),
    PostingChannel.HAMLET_LETTER: gettext_noop("Văn bản gửi"),
    PostingChannel.ZALO: gettext_noop("Zalo"),
}
"""Channel with a column of its own -> the head of it; the others are never those of a hamlet."""

FIELDS = {
    "held_on": gettext_noop("Ngày"),
    "starts_at": gettext_noop("Giờ bắt đầu"),
    "venue": gettext_noop("Địa điểm"),
}
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Due:
    """What has to be done next about calling the people; ``changes`` are rows of what, as told, as it is."""

    code: str
    title: str
    text: str
    changes: Sequence[Sequence[str]] = ()
    channels: Sequence[str] = ()
    draft: Link | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the dialogue on its way or out."""

    title: str
    number: str
    day: str
    href: str
    tag: Tag
    is_outdated: bool


def due_of(
    dialogue: Dialogue, told: NoticeFacts | None, drafts: Iterable[OfficialPaper], log: Iterable[Posting]
) -> Due | None:
    """Return which notice has to go out, with what changed and by which channels the last one went."""
    code = paper_due(dialogue, told)
    if not code:
        return None
    draft = next((paper for paper in drafts if paper.kind == code and paper.is_open), None)
    link = Link(_("Mở dự thảo"), paper_href(draft)) if draft else None
    if code == ANNOUNCEMENT:
        return Due(code, _("Ban hành thông báo tổ chức hội nghị"), _("Một bản chữ ra mọi hình thức: văn bản, tờ niêm yết, bản tin loa, tin Zalo, trang của người dân."), draft=link)  # fmt: skip  # noqa: E501
    channels = _channels_of(row for row in log if told is not None and row.paper_id == told.paper_id)
    if code == POSTPONEMENT:
        text = _("Người dân đã được báo ngày họp; nay hội nghị không họp ngày ấy. Xin báo lại cho bà con.")
        return Due(code, _("Thông báo hoãn, không tổ chức"), text, channels=channels, draft=link)
    text = _("Ngày, giờ hoặc địa điểm không còn như đã thông báo. Xin báo lại cho bà con.")
    rows = [[_(FIELDS[one.name]), _shown(one.told), _shown(one.now)] for one in changes_since(dialogue, told)]
    return Due(CORRECTION, _("Thông báo thay đổi"), text, rows, channels, link)


def change_columns() -> list[Column]:
    return [Column(_("Nội dung")), Column(_("Đã thông báo")), Column(_("Nay là"))]


def notices_rows(papers: Iterable[OfficialPaper], told: Iterable[NoticeFacts], dialogue: Dialogue) -> list[Notice]:
    """Return the notices, the first first; one that told of another day says so."""
    outdated = {row.paper_id for row in told if not row.is_off and not is_current(row, dialogue)}
    return [
        Notice(
            paper.title, paper.number, format_date(paper.issued_on) if paper.issued_on else "", paper_href(paper),
            state_tag(paper), paper.pk in outdated,
        )
        for paper in papers
    ]  # fmt: skip


def result_rows(
    papers: Sequence[OfficialPaper], log: Sequence[Posting], dialogue: Dialogue
) -> list[tuple[Notice, str]]:
    """Return the notices of what came of it, each with how many hamlets were told and by which ways."""
    rows = []
    for paper, notice in zip(papers, notices_rows(papers, (), dialogue), strict=True):
        lines = [row for row in log if row.paper_id == paper.pk]
        hamlets = len({row.hamlet_id for row in lines if row.hamlet_id})
        ways = dict.fromkeys(_(PostingChannel(row.channel).label) for row in lines)
        said = _("%(count)s thôn, tổ dân phố đã được báo; %(ways)s") % {"count": hamlets, "ways": ", ".join(ways)}
        rows.append((notice, said if lines else _("chưa ghi lần phát, niêm yết nào")))
    return rows


def hamlet_columns() -> list[Column]:
    return [
        Column(_("Thôn, tổ dân phố")),
        Column(_("Bà con đã được báo")),
        *(Column(_(short)) for short in SHOWN.values()),
    ]


def hamlet_rows(standing: NoticeStanding) -> list[list[object]]:
    """Return each hamlet with the first day of each channel, and whether it was told in time."""
    return [_hamlet_row(row, standing) for row in standing.hamlets]


def _hamlet_row(row: HamletStanding, standing: NoticeStanding) -> list[object]:
    days = [row.by_channel.get(channel) for channel in SHOWN]
    cells: list[object] = [format_date(day) if day else _for_all(channel, standing) for channel, day in zip(SHOWN, days, strict=True)]  # fmt: skip  # noqa: E501
    return [str(row.hamlet), hamlet_tag(row), *cells]


def _for_all(channel: PostingChannel, standing: NoticeStanding) -> str:
    day = standing.elsewhere.get(channel)
    return _("%(day)s, chung") % {"day": format_date(day)} if day else NOTHING


def hamlet_tag(row: HamletStanding) -> Tag:
    """Return how a hamlet stands against the limit."""
    if row.told_on is None:
        return Tag(_("Chưa báo, quá hạn"), Colour.RED) if row.in_time is False else Tag(_("Chưa báo"), Colour.YELLOW)
    if row.in_time is False:
        return Tag(_("Báo trễ hạn"), Colour.RED)
    return Tag(_("Đã báo, kịp hạn") if row.in_time else _("Đã báo"), Colour.GREEN)


def elsewhere_of(standing: NoticeStanding) -> list[str]:
    """Return the channels used for the whole locality, each with its first day."""
    return [f"{_(channel.label)}: {format_date(day)}" for channel, day in standing.elsewhere.items()]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log."""

    when: str
    channel: str
    where: str
    by_whom: str
    notice: str
    note: str
    proof: str
    void: str


def lines_of(dialogue: Dialogue, log: Sequence[Posting], *, may_void: bool) -> list[Line]:
    """Return the log, loaded ``with_proof``, the latest first."""
    return [_line(dialogue, row, may_void) for row in reversed(log)]


def _line(dialogue: Dialogue, row: Posting, may_void: bool) -> Line:
    ids = {"dialogue_id": dialogue.public_id, "posting_id": row.public_id}
    proven = row.proven_by_id is not None or bool(getattr(row, "has_proof", False))
    return Line(
        when=", ".join(filter(None, (clock_of(row.posted_at), format_date(row.posted_on)))),
        channel=_(PostingChannel(row.channel).label),
        where=str(row.hamlet) if row.hamlet else _("Cả địa phương"),
        by_whom=row.by_whom,
        notice=row.paper.number,
        note=row.note,
        proof=href("posting-proof", dialogue.locality, **ids) if proven else "",
        void=href("posting-void", dialogue.locality, **ids) if may_void else "",
    )


def clock_of(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _channels_of(log: Iterable[Posting]) -> list[str]:
    return list(dict.fromkeys(_(PostingChannel(row.channel).label) for row in log))


def _shown(value: object) -> str:
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, time):
        return clock_of(value)
    return str(value) if value else NOTHING
