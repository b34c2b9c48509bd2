"""BIÊN BẢN hội nghị: built from the lines, with the names of those who spoke; for the office and the head.

Comments on officials are one neutral sentence, what is restricted is not there, whoever prints (``queries.minutes``).
Two secretaries sign, and the chair with the co-chairs (practice 1, 15).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from nghedan.domain.dialogues.models import Presiding
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.hall.documents.wording import labelled, presiding_of, written
from nghedan.domain.hall.models import Minutes, MinutesSignature
from nghedan.domain.hall.queries.minutes import (
    ToldLine,
    lines_of,
    names_for,
    printed,
    rows_behind,
    standing_signatures,
)
from nghedan.domain.hall.queries.people import came_of
from nghedan.domain.hall.rules.programme import told_hour
from nghedan.domain.hall.terms import LineKind, MinutesState, SignerPart
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header, plans_of
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Block, Document, Header, Paragraph, Run, Section, Signature
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CODE = "minutes"
PRESENT, SECRETARIES = "present", "secretaries"
NOT_BEGUN = _("Hội nghị chưa khai mạc nên chưa có biên bản; xin khai mạc ở bàn thư ký.")
NOT_LOCKED = _("Biên bản chưa được đọc thông qua, ký và khóa; xin làm xong ở trang Biên bản.")
NOTHING_YET = "Chưa có diễn biến nào được ghi."
DOTS = "……………………"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its hour."""

    at: str
    text: str
    is_session: bool = False


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """Everything the minutes say. ``signers`` are title and name, in the order of the columns."""

    issuer: Issuer
    header: Header
    conference: str
    theme: str
    plans: str
    venue: str
    opened: str
    adjourned: str
    presiding: tuple[str, ...]
    secretaries: tuple[str, ...]
    present: str
    came: int
    lines: tuple[Line, ...]
    corrections: str
    later: tuple[str, ...]
    signers: tuple[tuple[str, str], ...]


def document_of(facts: MinutesFacts) -> Document:
    """Return the minutes."""
    return Document(
        kind="BIÊN BẢN",
        subject=f"{facts.conference[:1].upper()}{facts.conference[1:]}, chủ đề “{facts.theme}”",
        header=facts.header,
        body=tuple(_body(facts)),
        closing=(_closing(facts),),
        archive=facts.issuer.archive,
        signatures=tuple(Signature(post, name) for post, name in facts.signers),
    )


def _body(facts: MinutesFacts) -> Iterator[Block]:
    if facts.plans:
        yield Paragraph(f"Thực hiện {facts.plans}, {facts.issuer.name} tổ chức {facts.conference}.")
    when = (labelled("Bắt đầu", facts.opened or DOTS), labelled("Địa điểm", facts.venue or DOTS))
    yield Section("Thời gian, địa điểm", when)
    yield Section("Thành phần", tuple(_people(facts)))
    lines = tuple(_line(line) for line in facts.lines) or (Paragraph(NOTHING_YET),)
    yield Section("Nội dung, diễn biến hội nghị", lines)
    if facts.corrections:
        yield Section("Ý kiến bổ sung khi đọc thông qua", tuple(written(facts.corrections)))
    if facts.later:
        numbered = (Paragraph(f"Đính chính {place}: {text}") for place, text in enumerate(facts.later, 1))
        yield Section("Đính chính sau khi ký", tuple(numbered))


def _people(facts: MinutesFacts) -> Iterator[Block]:
    yield labelled("Chủ trì", "; ".join(facts.presiding) or facts.issuer.head_post)
    yield labelled("Thư ký", "; ".join(facts.secretaries) or DOTS)
    if facts.came:
        yield labelled("Số người dự", f"{facts.came} đại biểu")
    yield from written(facts.present)


def _line(line: Line) -> Paragraph:
    return Paragraph((Run(f"{line.at}: ", italic=True), Run(line.text, bold=line.is_session)))


def _closing(facts: MinutesFacts) -> str:
    ended = f"Hội nghị kết thúc hồi {facts.adjourned}. " if facts.adjourned else ""
    return (
        f"{ended}Biên bản được đọc cho hội nghị cùng nghe, thống nhất thông qua; được lập thành 02 bản có giá trị như "
        "nhau, lưu hồ sơ hội nghị."
    )


def minutes_of(paper: OfficialPaper) -> Minutes | None:
    """Return the minutes a paper prints, once they have begun."""
    rows = Minutes.objects.of(paper.locality).select_related("dialogue__locality", "locality")
    return rows.filter(dialogue=paper.dialogue).first()


def facts_of(paper: OfficialPaper) -> MinutesFacts:
    """Gather the minutes for whoever opens the paper: names as far as she may read names."""
    dialogue, issuer, minutes = paper.dialogue, issuer_of_paper(paper), minutes_of(paper)
    lines = list(lines_of(minutes)) if minutes else []
    names = names_for(paper.seen_by or Actor.system(paper.locality), lines)
    told = list(printed(lines, names))
    signed = {one.part: one for one in standing_signatures(minutes)} if minutes else {}
    presiding = presiding_of(dialogue)
    secretaries = _secretaries(paper, signed)
    return MinutesFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, "BB"),
        conference=conference_of(dialogue),
        theme=dialogue.theme,
        plans=plans_of(dialogue),
        venue=dialogue.venue,
        opened=_moment(dialogue.opened_at),
        adjourned=_moment(dialogue.adjourned_at),
        presiding=tuple(_name_and_post(one) for one in presiding),
        secretaries=secretaries,
        present=words_of(paper, PRESENT),
        came=came_of(dialogue).came,
        lines=tuple(map(_told, (one for one in told if one.line.kind != LineKind.CORRECTION))),
        corrections=minutes.corrections if minutes else "",
        later=tuple(one.text for one in told if one.line.kind == LineKind.CORRECTION),
        signers=tuple(_signers(presiding, secretaries, signed)),
    )


def _told(one: ToldLine) -> Line:
    return Line(_hour(one.line.at), one.text, one.line.kind == LineKind.SESSION)


def _secretaries(paper: OfficialPaper, signed: dict[str, MinutesSignature]) -> tuple[str, ...]:
    parts = (SignerPart.FIRST_SECRETARY.value, SignerPart.SECOND_SECRETARY.value)
    known = tuple(signed[part].name for part in parts if part in signed)
    return known or tuple(line.strip() for line in words_of(paper, SECRETARIES).splitlines() if line.strip())


def _signers(
    presiding: Sequence[Presiding], secretaries: Sequence[str], signed: dict[str, MinutesSignature]
) -> Iterator[tuple[str, str]]:
    """Yield who signs: two secretaries, the chair, the co-chairs."""
    chair = signed.get(SignerPart.CHAIR.value)
    first = _bare(chair.name) if chair else _officer(presiding[0]) if presiding else ""
    written_by = [_bare(name) for name in (secretaries or ("", ""))]
    beside = [_officer(one) for one in presiding[1:]]
    yield from (("THƯ KÝ", name) for name in written_by)
    yield ("CHỦ TRÌ", first)
    yield from (("ĐỒNG CHỦ TRÌ", name) for name in beside)


def _bare(name: str) -> str:
    """Return the name alone of "Nguyễn Thị An, Chuyên viên Văn phòng"."""
    return name.partition(",")[0].strip()


def _officer(one: Presiding) -> str:
    return one.officer.full_name if one.officer else ""


def _name_and_post(one: Presiding) -> str:
    return f"{one.officer.full_name}, {one.post_title}" if one.officer else one.post_title


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone(clock.LOCAL_ZONE)
    return f"{told_hour(local.time())} ngày {format_date(local.date())}"


def _hour(at: datetime) -> str:
    local = at.astimezone(clock.LOCAL_ZONE)
    return f"{local.hour}h{local.minute:02d}"


def parts_of(_paper: OfficialPaper) -> Sequence[Part]:
    return (
        Part(PRESENT, _("Thành phần dự, ghi thêm"), _("Mỗi dòng một đoạn. Số người dự lấy từ phần đón tiếp."), rows=4),
        Part(SECRETARIES, _("Thư ký"), _("Mỗi dòng một người: họ tên, chức vụ. Sau khi ký lấy theo chữ ký."), rows=2),
    )  # fmt: skip


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what stands against issuing the minutes: they are read, signed and locked first."""
    minutes = minutes_of(paper)
    if minutes is None:
        return (NOT_BEGUN,)
    return () if minutes.state == MinutesState.LOCKED else (NOT_LOCKED,)


def held_in(paper: OfficialPaper) -> Iterable[LocalityModel]:
    """Return the matters and opinions whose words the minutes print."""
    minutes = minutes_of(paper)
    return rows_behind(list(lines_of(minutes))) if minutes else ()


def readers_of(actor: Actor) -> Q:
    """Bound the paper to those who may see the minutes."""
    reach = reach_of(actor, "minutes.view")
    return Q(body__isnull=False) if reach.everywhere else Q(body_id__in=reach.ids(BODY))


MINUTES = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Biên bản hội nghị"),
        step=Step.CONFERENCE,
        subject_of=lambda paper: f"Biên bản {conference_of(paper.dialogue)}",
        build=lambda paper: document_of(facts_of(paper)),
        abbreviation="BB",
        parts=parts_of,
        missing=missing_of,
        holds=held_in,
        holds_names=True,
        narrow=readers_of,
    )
)
