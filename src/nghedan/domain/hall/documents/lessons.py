"""BIÊN BẢN họp rút kinh nghiệm: what went well, what did not, what is to be done next time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.terms import HELD, Step
from nghedan.domain.hall.documents.wording import NOTHING, written
from nghedan.domain.hall.models import LessonPoint
from nghedan.domain.hall.terms import LessonKind, LessonState
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.documents.model import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Header,
    Paragraph,
    Section,
    Signature,
    Table,
)
from nghedan.kernel.terms import gettext_noop as _

CODE = "lessons"
MEETING, PRESENT, CONCLUSION = "meeting", "present", "conclusion"
SECRETARY, CHAIR = "secretary", "chair"
NO_POINTS = _("Chưa ghi điểm rút kinh nghiệm nào; xin ghi ở trang Rút kinh nghiệm.")
COLUMNS = (Column("TT", 0.7, Align.CENTER), Column("Việc cần làm", 6), Column("Đơn vị", 3))


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """Everything the paper says; ``to_do`` are task and unit."""

    issuer: Issuer
    header: Header
    conference: str
    meeting: str
    present: str
    conclusion: str
    secretary: str
    chair: str
    well: tuple[str, ...]
    lacking: tuple[str, ...]
    to_do: tuple[tuple[str, str], ...]


def document_of(facts: LessonFacts) -> Document:
    """Return the minutes of the meeting."""
    return Document(
        kind="BIÊN BẢN",
        subject=f"Họp rút kinh nghiệm {facts.conference}",
        header=facts.header,
        body=tuple(_body(facts)),
        closing=("Biên bản được thông qua tại cuộc họp.",),
        archive=facts.issuer.archive,
        signatures=(Signature("THƯ KÝ", facts.secretary), Signature("CHỦ TRÌ", facts.chair)),
    )


def _body(facts: LessonFacts) -> Iterator[Block]:
    told = (*written(facts.meeting), *written(facts.present))
    yield Section("Thời gian, thành phần", told or (Paragraph("……………………"),))
    yield Section("Những việc làm tốt", (_listed(facts.well),))
    yield Section("Những việc chưa làm được, nguyên nhân", (_listed(facts.lacking),))
    yield Section("Việc cần làm cho kỳ đối thoại sau", (_table(facts),))
    if facts.conclusion:
        yield Section("Kết luận", tuple(written(facts.conclusion)))


def _listed(points: Sequence[str]) -> Block:
    return Bullets(tuple(points)) if points else Paragraph(NOTHING)


def _table(facts: LessonFacts) -> Block:
    if not facts.to_do:
        return Paragraph(NOTHING)
    return Table(COLUMNS, tuple((str(place), text, unit or "–") for place, (text, unit) in enumerate(facts.to_do, 1)))


def points_of(paper: OfficialPaper) -> list[LessonPoint]:
    """Return the points of the dialogue a paper tells."""
    points = LessonPoint.objects.of(paper.locality).filter(dialogue=paper.dialogue)
    return list(points.exclude(state=LessonState.DROPPED).select_related("unit"))


def facts_of(paper: OfficialPaper) -> LessonFacts:
    """Gather what was learned."""
    issuer, points = issuer_of_paper(paper), points_of(paper)
    by_kind = {kind: [one for one in points if one.kind == kind] for kind in LessonKind}
    return LessonFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, "BB"),
        conference=conference_of(paper.dialogue),
        meeting=words_of(paper, MEETING),
        present=words_of(paper, PRESENT),
        conclusion=words_of(paper, CONCLUSION),
        secretary=words_of(paper, SECRETARY),
        chair=words_of(paper, CHAIR),
        well=tuple(one.text for one in by_kind[LessonKind.WELL]),
        lacking=tuple(_with_unit(one) for one in by_kind[LessonKind.LACKING]),
        to_do=tuple((one.text, one.unit.name if one.unit else "") for one in by_kind[LessonKind.TO_DO]),
    )


def _with_unit(point: LessonPoint) -> str:
    return f"{point.text.rstrip(' .;')} ({point.unit.name})" if point.unit else point.text


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    chair = issuer_of_paper(paper).signature.name
    return (
        Part(MEETING, _("Thời gian, địa điểm họp"), _("Ví dụ: 14 giờ ngày 20/4/2026, phòng họp UBND xã."), rows=2),
        Part(PRESENT, _("Thành phần họp"), _("Mỗi dòng một người: họ tên, chức vụ."), rows=4),
        Part(CONCLUSION, _("Kết luận của người chủ trì"), _("Mỗi dòng là một đoạn."), rows=4),
        Part(CHAIR, _("Người chủ trì cuộc họp"), _("Họ và tên người ký."), default=chair, rows=1),
        Part(SECRETARY, _("Thư ký cuộc họp"), _("Họ và tên người ghi biên bản, cùng ký."), rows=1),
    )


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    return () if points_of(paper) else (NO_POINTS,)


LESSONS = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Biên bản họp rút kinh nghiệm"),
        step=Step.FOLLOW_UP,
        subject_of=lambda paper: f"Biên bản họp rút kinh nghiệm {conference_of(paper.dialogue)}",
        build=lambda paper: document_of(facts_of(paper)),
        is_for=lambda dialogue: dialogue.state in HELD,
        abbreviation="BB",
        parts=parts_of,
        missing=missing_of,
    )
)
