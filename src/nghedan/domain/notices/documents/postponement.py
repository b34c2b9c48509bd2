"""THÔNG BÁO hoãn, không tổ chức: whoever was called is told not to come."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghedan.domain.dialogues.terms import DialogueState, Step
from nghedan.domain.notices.documents.announcement import ABBREVIATION, ended, recipients_of, subject_line, ways_of
from nghedan.domain.notices.documents.calling import Calling, calling_by, day_of, is_public
from nghedan.domain.notices.documents.correction import NOTHING_TOLD, again_as_before, notice_named
from nghedan.domain.notices.queries import OFF, POSTPONEMENT, told_before
from nghedan.domain.notices.services.issuing import call_off
from nghedan.domain.papers.issuing import paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Paragraph
from nghedan.kernel.terms import gettext_noop as _

REASON, MORE = "reason", "more"
STILL_ON = _("Hội nghị chưa được ghi là hoãn hoặc không tổ chức.")


@dataclass(frozen=True, slots=True)
class PostponementFacts:
    """Everything the notice says; ``is_final`` says that no new day follows."""

    title: str
    header: Header
    calling: Calling
    notice: str
    was_on: str
    is_final: bool
    reason: str
    more: str


def document_of(facts: PostponementFacts) -> Document:
    """Return the notice."""
    calling = facts.calling
    return Document(
        kind="THÔNG BÁO",
        subject=subject_line(facts.title, is_party=calling.issuer.is_party),
        header=facts.header,
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        closing=(f"{again_as_before(calling)}, và mong Nhân dân thông cảm.",),
        recipients=recipients_of(calling),
        archive=calling.issuer.archive,
        signatures=(calling.issuer.signature,),
    )


def _opening(facts: PostponementFacts) -> str:
    after = f"Tiếp theo {facts.notice}, " if facts.notice else ""
    day = f", dự kiến tổ chức {facts.was_on}" if facts.was_on else ""
    what = "không tổ chức" if facts.is_final else "hoãn"
    return (
        f"{after}{facts.calling.issuer.name} thông báo {what} hội nghị đối thoại với Nhân dân, chủ đề "
        f"“{facts.calling.theme}”{day}."
    )


def _body(facts: PostponementFacts) -> Iterator[Block]:
    if facts.reason:
        yield Paragraph(f"Lý do: {ended(facts.reason)}")
    if facts.is_final:
        yield Paragraph("Ý kiến đã gửi vẫn được xem xét, giải quyết và trả lời theo quy định. Ý kiến khác xin gửi:")
    else:
        yield Paragraph(
            "Thời gian tổ chức mới được thông báo sau. Ý kiến đã gửi vẫn có giá trị, không phải gửi lại; từ nay đến "
            "ngày tổ chức mới, ý kiến vẫn được tiếp nhận:"
        )
    yield Bullets(tuple(ways_of(facts.calling)))
    for line in facts.more.splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _missing(paper: OfficialPaper) -> tuple[str, ...]:
    told = told_before(paper)
    off = () if paper.dialogue.state in OFF else (STILL_ON,)
    return off if told is not None else (NOTHING_TOLD, *off)


def _facts(paper: OfficialPaper) -> PostponementFacts:
    calling, told = calling_by(paper, None), told_before(paper)
    return PostponementFacts(
        title=paper.title,
        header=paper_header(paper, calling.issuer, ABBREVIATION),
        calling=calling,
        notice=notice_named(told),
        was_on=day_of(told.held_on) if told else "",
        is_final=paper.dialogue.state == DialogueState.CANCELLED,
        reason=words_of(paper, REASON),
        more=words_of(paper, MORE),
    )


def _subject(paper: OfficialPaper) -> str:
    what = "không tổ chức" if paper.dialogue.state == DialogueState.CANCELLED else "hoãn"
    return f"{what} hội nghị đối thoại với Nhân dân năm {paper.dialogue.year}"


KIND = paper_kind(
    PaperKind(
        code=POSTPONEMENT,
        label=_("Thông báo hoãn, không tổ chức hội nghị"),
        step=Step.NOTICE,
        abbreviation=ABBREVIATION,
        subject_of=_subject,
        parts=lambda paper: (
            Part(REASON, _("Lý do"), _("Người dân đọc được."), paper.dialogue.reason, rows=2),
            Part(MORE, _("Nội dung khác"), _("Để trống nếu không có."), rows=3),
        ),
        is_for=is_public,
        audience=Audience.PUBLIC,
        missing=_missing,
        build=lambda paper: document_of(_facts(paper)),
        issued=call_off,
        begun_elsewhere=True,
    )
)
