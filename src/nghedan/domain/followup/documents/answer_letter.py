"""CÔNG VĂN trả lời kiến nghị: one letter to one voice, so that nobody reads who else asked.

The name is read when the letter is shown, through the one function that journals it; what is stored of the letter in
plain names only the number of the opinion, and its frozen files are encrypted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.terms import Step
from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.letters import ANSWER_LETTER, letters_narrowed
from nghedan.domain.followup.services.letters import letter_went_out
from nghedan.domain.followup.terms import VerdictState
from nghedan.domain.matters.models import Answer, Matter, Raising
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level, ReplyWay
from nghedan.domain.organisations.queries import unit_names_on
from nghedan.domain.papers.issuing import Issuer, conference_of, issuer_of_paper, paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Address, Block, Document, Header, Paragraph, Run
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.journal.record import subject_type_of
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

CHECKED, BASIS, DECISION, NEXT = "checked", "basis", "decision", "next"
NOT_APPROVED = _("Câu trả lời chưa được duyệt; xin trình lãnh đạo duyệt trước.")
NOT_LOOKED_AT = _("Người dân cho biết chưa thỏa đáng; xin trình lãnh đạo xem, cho ý kiến trước.")
NO_MATTER = _("Không còn tìm thấy ý kiến được trả lời; xin bấm “Không ban hành”.")
READ_FOR = "Ghi tên người nhận vào thư trả lời ý kiến số {number}"


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything the letter says. ``name`` is empty for somebody who gave none; ``asked`` is what she said when she
    wanted another look; ``bearer`` leads the hamlet and brings the letter to who wants it that way."""

    issuer: Issuer
    header: Header
    address: str
    name: str
    number: str
    received_on: date
    conference: str
    title: str
    checked: str
    basis: str
    decision: str
    following: str
    unit: str
    hamlet: str
    bearer: str = ""
    asked: str = ""
    is_internal: bool = False

    @property
    def whom(self) -> str:
        """How the one who asked is named: "ông/bà Hoàng Văn Dần", "người gửi ý kiến số 12/2026"."""
        return f"{self.address} {self.name}" if self.name else f"người gửi ý kiến số {self.number}"


def document_of(facts: LetterFacts) -> Document:
    """Return the letter."""
    issuer = facts.issuer
    to = f"{facts.whom[:1].upper()}{facts.whom[1:]}"
    bearer = (f"{facts.bearer} (để chuyển tận tay)",) if facts.bearer else ()
    return Document(
        header=facts.header,
        subject=f"trả lời kiến nghị của {facts.whom}" if facts.name else f"trả lời ý kiến số {facts.number}",
        address=Address((f"{to}{f', {facts.hamlet}' if facts.name and facts.hamlet else ''}",)),
        opening=(_opening(facts),),
        body=tuple(_body(facts)),
        closing=(_closing(facts),),
        recipients=(
            "Như trên",
            issuer.informing(issuer.head_post),
            *((issuer.joining(facts.unit),) if facts.unit else ()),
            *bearer,
        ),
        archive=issuer.archive,
        signatures=(issuer.signature,),
    )


def _opening(facts: LetterFacts) -> str:
    """Restate what was asked, and when."""
    again = f" {_capital(facts.address)} đã đề nghị xem lại câu trả lời trước: “{facts.asked}”." if facts.asked else ""
    whose = f" của {facts.address}" if facts.name else ""
    return (
        f"{facts.issuer.name} nhận được ý kiến số {facts.number} ngày {format_date(facts.received_on)}{whose}, gửi đến "
        f"{facts.conference}, về việc: “{facts.title}”.{again} "
        f"Sau khi xem xét, {facts.issuer.name} trả lời như sau:"
    )


def _body(facts: LetterFacts) -> Iterator[Block]:
    told = (
        ("Kết quả kiểm tra, xem xét: ", facts.checked),
        ("Căn cứ: ", facts.basis),
        ("Hướng giải quyết: ", facts.decision),
        ("Việc tiếp theo: ", facts.following),
    )
    for label, text in told:
        first, *others = [_ended(line.strip()) for line in text.splitlines() if line.strip()] or [""]
        if first:
            yield Paragraph((Run(label, bold=True), Run(first)))
        yield from (Paragraph(line) for line in others)


def _closing(facts: LetterFacts) -> str:
    whom = facts.address if facts.name else "người gửi ý kiến"
    online = "" if facts.is_internal else ", hoặc cho biết tại trang tra cứu bằng mã trên giấy hẹn"
    return (
        f"Trên đây là nội dung trả lời của {facts.issuer.name}. Nếu có điểm chưa rõ hoặc chưa thỏa đáng, {whom} liên "
        f"hệ {facts.issuer.office}{online}."
    )


def facts_of(paper: OfficialPaper) -> LetterFacts:
    """Gather a letter; reads the name, for whoever opened the letter. Raises DoesNotExist where nothing is left."""
    matter, opinion, asked = voice_of(paper)
    issuer = issuer_of_paper(paper)
    through_hamlet = opinion.reply_way == ReplyWay.HAMLET
    units = unit_names_on(paper.locality, paper.issued_on or clock.today())
    return LetterFacts(
        issuer=issuer,
        header=paper_header(paper, issuer, ""),
        address=_form_of_address(paper),
        name=_name_of(paper, opinion),
        number=str(opinion),
        received_on=opinion.received_on,
        conference=conference_of(paper.dialogue),
        title=matter.title,
        checked=words_of(paper, CHECKED),
        basis=words_of(paper, BASIS),
        decision=words_of(paper, DECISION),
        following=words_of(paper, NEXT),
        unit=units.get(matter.unit_id, "") if matter.unit_id else "",
        hamlet=opinion.hamlet.full_name if opinion.hamlet else "",
        bearer=f"{opinion.hamlet.head_title} {opinion.hamlet.name}" if opinion.hamlet and through_hamlet else "",
        asked=asked.words if asked else "",
        is_internal=paper.dialogue.openness == Openness.INTERNAL,
    )


def voice_of(paper: OfficialPaper) -> tuple[Matter, Opinion, Verdict | None]:
    """Return the matter a letter answers, to which voice, and what that said when it wanted another look.

    Raises Raising.DoesNotExist, Verdict.DoesNotExist.
    """
    linked = ("matter__answer", "matter__unit", "matter__dialogue", "matter__locality", "opinion__hamlet", "opinion__identity")  # fmt: skip  # noqa: E501
    if paper.subject_type == subject_type_of(Verdict):
        asked = Verdict.objects.of(paper.locality).select_related(*linked).get(public_id=paper.subject_id)
        return asked.matter, asked.opinion, asked
    main = ("matter__grouped_into__answer", "matter__grouped_into__unit", "matter__grouped_into__dialogue", "matter__grouped_into__locality")  # fmt: skip  # noqa: E501
    raising = Raising.objects.of(paper.locality).select_related(*linked, *main).get(public_id=paper.subject_id)
    return raising.matter.grouped_into or raising.matter, raising.opinion, None


def _form_of_address(paper: OfficialPaper) -> str:
    """Among Party members of an internal conference it is comrade; to the people never."""
    is_comrade = paper.body.is_party and paper.dialogue.openness == Openness.INTERNAL
    return "đồng chí" if is_comrade else "ông/bà"


def _name_of(paper: OfficialPaper, opinion: Opinion) -> str:
    if opinion.identity is None or opinion.level == Level.RESTRICTED:
        return ""
    reader = paper.seen_by or Actor.system(paper.locality)
    reason = READ_FOR.format(number=opinion)
    return read_identities(actor=reader, ids=[opinion.identity.public_id], reason=reason)[
        opinion.identity.public_id
    ].name


def _subject(paper: OfficialPaper) -> str:
    """Return the title as it is stored and listed: without a name."""
    matter, opinion, asked = voice_of(paper)
    again = "trả lời lại" if asked else "trả lời"
    return f"{again} ý kiến số {opinion} về việc: {matter.title}"


def _parts(paper: OfficialPaper) -> Sequence[Part]:
    matter, _opinion, _asked = voice_of(paper)
    answer = _approved(matter)
    promised = answer.proposed_on if answer else None
    until = f"Dự kiến giải quyết xong trước ngày {format_date(promised)}." if promised else ""
    return (
        Part(CHECKED, _("Kết quả kiểm tra, xem xét"), default=answer.text if answer else "", rows=8),
        Part(BASIS, _("Căn cứ pháp lý"), default=answer.basis if answer else "", rows=2),
        Part(DECISION, _("Hướng giải quyết"), default=answer.short if answer else "", rows=3),
        Part(NEXT, _("Việc tiếp theo, thời hạn"), default=until, rows=2),
    )


def _approved(matter: Matter) -> Answer | None:
    answer: Answer | None = getattr(matter, "answer", None)
    return answer if answer is not None and answer.state == AnswerState.APPROVED else None


def _missing(paper: OfficialPaper) -> list[str]:
    try:
        matter, _opinion, asked = voice_of(paper)
    except (Raising.DoesNotExist, Verdict.DoesNotExist):
        return [NO_MATTER]
    missing = [] if _approved(matter) else [NOT_APPROVED]
    return missing if asked is None or asked.state == VerdictState.LOOKED else [*missing, NOT_LOOKED_AT]


def _holds(paper: OfficialPaper) -> tuple[Matter, Opinion]:
    matter, opinion, _asked = voice_of(paper)
    return matter, opinion


def _issued(actor: Actor, paper: OfficialPaper) -> None:
    matter, _opinion, _asked = voice_of(paper)
    letter_went_out(actor, matter, paper.issued_on or clock.today())


def _ended(line: str) -> str:
    return line if line.endswith((".", ";", ":", "!", "?")) else f"{line}."


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


LETTER = paper_kind(
    PaperKind(
        code=ANSWER_LETTER,
        label=_("Công văn trả lời kiến nghị"),
        step=Step.FOLLOW_UP,
        subject_of=_subject,
        build=lambda paper: document_of(facts_of(paper)),
        parts=_parts,
        missing=_missing,
        holds=_holds,
        holds_names=True,
        issued=_issued,
        narrow=letters_narrowed,
        begun_elsewhere=True,
    )
)
