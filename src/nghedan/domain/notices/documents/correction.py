"""THÔNG BÁO thay đổi: day, hour or place are no longer as the people were told; old and new side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghedan.domain.dialogues.deadlines import NOTICE
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.notices.documents.announcement import (
    ABBREVIATION,
    ended,
    missing_for,
    recipients_of,
    subject_line,
    ways_of,
)
from nghedan.domain.notices.documents.calling import Calling, calling_by, day_of, hour_of, is_public
from nghedan.domain.notices.models import NoticeFacts
from nghedan.domain.notices.queries import CORRECTION, told_before, told_by
from nghedan.domain.notices.services.issuing import call_out
from nghedan.domain.papers.issuing import paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience, MetBy
from nghedan.foundation.documents.model import Block, Bullets, Column, Document, Header, Paragraph, Section, Table
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

REASON, MORE = "reason", "more"
COLUMNS = (Column("Nội dung", 2), Column("Đã thông báo", 4), Column("Nay thay đổi", 4))
NOTHING_TOLD = _("Chưa có thông báo nào đã ban hành để điều chỉnh.")
NOTHING_CHANGED = _("Ngày, giờ, địa điểm vẫn như đã thông báo; không có gì phải điều chỉnh.")


@dataclass(frozen=True, slots=True)
class Told:
    """Day, hour and place as one notice told them, and which notice that was."""

    notice: str
    day: str
    hour: str
    venue: str
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """Everything the notice of a change says."""

    title: str
    header: Header
    calling: Calling
    before: Told
    now: Told
    reason: str
    more: str


def document_of(facts: CorrectionFacts) -> Document:
    """Return the notice."""
    calling = facts.calling
    return Document(
        kind="THÔNG BÁO",
        subject=subject_line(facts.title, is_party=calling.issuer.is_party),
        header=facts.header,
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        closing=(f"{again_as_before(calling)}.",),
        recipients=recipients_of(calling),
        archive=calling.issuer.archive,
        signatures=(calling.issuer.signature,),
    )


def again_as_before(calling: Calling) -> str:
    """Return the request to make a change known where the first notice was: who heard that one must hear this one."""
    return (
        f"{calling.issuer.name} đề nghị các thôn, tổ dân phố thông báo ngay đến Nhân dân bằng đúng những cách đã dùng "
        "khi thông báo lần trước"
    )


def changed_rows(before: Told, now: Told) -> tuple[tuple[str, str, str], ...]:
    """Return what changed, as it was told and as it is; after a postponement everything is told anew."""
    was_off = "Đã thông báo hoãn"
    rows = (
        ("Ngày", before.day, now.day), ("Giờ bắt đầu", before.hour, now.hour), ("Địa điểm", before.venue, now.venue),
    )  # fmt: skip
    if before.is_off:
        return tuple((name, was_off, new or "–") for name, _old, new in rows)
    return tuple((name, old or "–", new or "–") for name, old, new in rows if old != new)


def notice_named(told: NoticeFacts | None) -> str:
    """Return "Thông báo số 12/TB-UBND ngày 10/3/2026"."""
    if told is None:
        return ""
    paper = told.paper
    day = f" ngày {format_date(paper.issued_on)}" if paper.issued_on else ""
    return f"Thông báo số {paper.number}{day}"


def _opening(facts: CorrectionFacts) -> str:
    after = f"Tiếp theo {facts.before.notice}, " if facts.before.notice else ""
    return (
        f"{after}{facts.calling.issuer.name} thông báo thay đổi về hội nghị đối thoại với Nhân dân, chủ đề "
        f"“{facts.calling.theme}”, như sau:"
    )


def _body(facts: CorrectionFacts) -> Iterator[Block]:
    calling = facts.calling
    why = (Paragraph(f"Lý do: {ended(facts.reason)}"),) if facts.reason else ()
    yield Section("Nội dung thay đổi", (Table(COLUMNS, changed_rows(facts.before, facts.now)), *why))
    now = (
        Section("Thời gian", lead=ended(f"Bắt đầu lúc {calling.when}" if calling.when else "…………")),
        Section("Địa điểm", lead=ended(calling.where or "…………")),
    )
    yield Section("Hội nghị nay tổ chức như sau", now)
    yield Section("Gửi ý kiến trước hội nghị", (Bullets(tuple(ways_of(calling))),))
    yield Paragraph("Các nội dung khác giữ nguyên như đã thông báo. Ý kiến đã gửi vẫn có giá trị, không phải gửi lại.")
    for line in facts.more.splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _missing(paper: OfficialPaper) -> tuple[str, ...]:
    facts = _facts(paper)
    if not facts.before.notice:
        return (NOTHING_TOLD, *missing_for(paper.dialogue))
    changed = () if changed_rows(facts.before, facts.now) else (NOTHING_CHANGED,)
    return (*changed, *missing_for(paper.dialogue))


def _told(facts: NoticeFacts | None) -> Told:
    if facts is None:
        return Told("", "", "", "")
    return Told(notice_named(facts), day_of(facts.held_on), hour_of(facts.starts_at), facts.venue, facts.is_off)


def _facts(paper: OfficialPaper) -> CorrectionFacts:
    calling = calling_by(paper, told_by(paper))
    return CorrectionFacts(
        title=paper.title,
        header=paper_header(paper, calling.issuer, ABBREVIATION),
        calling=calling,
        before=_told(told_before(paper)),
        now=Told("", day_of(calling.held_on), hour_of(calling.starts_at), calling.venue),
        reason=words_of(paper, REASON),
        more=words_of(paper, MORE),
    )


def _subject(paper: OfficialPaper) -> str:
    return f"thay đổi thời gian, địa điểm hội nghị đối thoại với Nhân dân năm {paper.dialogue.year}"


KIND = paper_kind(
    PaperKind(
        code=CORRECTION,
        label=_("Thông báo thay đổi thời gian, địa điểm"),
        step=Step.NOTICE,
        abbreviation=ABBREVIATION,
        subject_of=_subject,
        parts=lambda _paper: (
            Part(REASON, _("Lý do thay đổi"), _("Người dân đọc được; để trống nếu không nêu."), rows=2),
            Part(MORE, _("Nội dung khác"), _("Để trống nếu không có."), rows=3),
        ),
        is_for=is_public,
        audience=Audience.PUBLIC,
        limit=NOTICE,
        met_by=MetBy.POSTING,
        missing=_missing,
        build=lambda paper: document_of(_facts(paper)),
        issued=call_out,
        begun_elsewhere=True,
    )
)
