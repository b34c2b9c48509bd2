"""BÁO CÁO tình hình kinh tế - xã hội: with which the conference opens (practice 6), in parts the clerk writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.terms import Step
from nghedan.domain.hall.documents.wording import recipients_of, written
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header, plans_of
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.documents.model import Block, Document, Header, Section
from nghedan.kernel.terms import gettext_noop as _

CODE = "opening_report"
SITUATION, RESULTS, SHORTCOMINGS, TASKS = "situation", "results", "shortcomings", "tasks"
TITLES = {
    False: {
        SITUATION: "Tình hình kinh tế - xã hội",
        RESULTS: "Kết quả chỉ đạo, điều hành của chính quyền",
        SHORTCOMINGS: "Tồn tại, hạn chế và nguyên nhân",
        TASKS: "Nhiệm vụ trọng tâm thời gian tới",
    },
    True: {
        SITUATION: "Tình hình thực hiện nhiệm vụ chính trị",
        RESULTS: "Kết quả công tác xây dựng Đảng",
        SHORTCOMINGS: "Hạn chế, khuyết điểm và nguyên nhân",
        TASKS: "Nhiệm vụ trọng tâm thời gian tới",
    },
}
"""Is it the Party's -> the sections of the report."""

NO_SITUATION = _("Xin viết phần tình hình.")
NO_RESULTS = _("Xin viết phần kết quả.")


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """Everything the report says; ``sections`` are title and text."""

    issuer: Issuer
    header: Header
    conference: str
    plans: str
    sections: tuple[tuple[str, str], ...]


def document_of(facts: OpeningFacts) -> Document:
    """Return the report; an empty part is left out."""
    issuer = facts.issuer
    what = f"{_subject(issuer)} tại {facts.conference}"
    return Document(
        kind="BÁO CÁO",
        subject=f"về {what}" if issuer.is_party else what,
        header=facts.header,
        opening=(_opening(facts),),
        body=tuple(_sections(facts)),
        closing=(f"Trên đây là báo cáo {_subject(issuer)}, {issuer.name} báo cáo hội nghị.",),
        recipients=recipients_of(issuer),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def _subject(issuer: Issuer) -> str:
    return "kết quả lãnh đạo, thực hiện nhiệm vụ" if issuer.is_party else "tình hình kinh tế - xã hội"


def _opening(facts: OpeningFacts) -> str:
    carried_out = f"Thực hiện {facts.plans}, " if facts.plans else ""
    return f"{carried_out}{facts.issuer.name} báo cáo {_subject(facts.issuer)} như sau:"


def _sections(facts: OpeningFacts) -> Iterator[Block]:
    yield from (Section(title, tuple(written(text))) for title, text in facts.sections if text)


def facts_of(paper: OfficialPaper) -> OpeningFacts:
    """Gather the report of a paper."""
    issuer = issuer_of_paper(paper)
    titles = TITLES[issuer.is_party]
    return OpeningFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, "BC"),
        conference=conference_of(paper.dialogue),
        plans=plans_of(paper.dialogue),
        sections=tuple((title, words_of(paper, key)) for key, title in titles.items()),
    )


def parts_of(paper: OfficialPaper) -> Sequence[Part]:
    """Return the sections to write."""
    titles = TITLES[paper.body.is_party]
    return tuple(Part(key, title, _("Mỗi dòng là một đoạn."), rows=8) for key, title in titles.items())


def missing_of(paper: OfficialPaper) -> Sequence[str]:
    """Return what stands against signing: a report without situation or results reports nothing."""
    needed = ((SITUATION, NO_SITUATION), (RESULTS, NO_RESULTS))
    return tuple(sentence for key, sentence in needed if not words_of(paper, key))


OPENING_REPORT = paper_kind(
    PaperKind(
        code=CODE,
        label=_("Báo cáo tình hình kinh tế - xã hội"),
        step=Step.CONFERENCE,
        subject_of=lambda paper: f"Báo cáo {_subject(issuer_of_paper(paper))} tại {conference_of(paper.dialogue)}",
        build=lambda paper: document_of(facts_of(paper)),
        abbreviation="BC",
        parts=parts_of,
        missing=missing_of,
    )
)
