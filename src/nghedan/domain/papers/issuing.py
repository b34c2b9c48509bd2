"""Who issues a paper of a dialogue: head, number, place and signature, each by the rules of its kind of body."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.numbering import STYLES, unnumbered
from nghedan.domain.organisations.queries import acting_head_of, signature_form
from nghedan.domain.organisations.rules.names import bare_post, heading_lines
from nghedan.domain.organisations.terms import UnitKind
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.plans.models import Plan
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Authority, Header, Signature
from nghedan.kernel.numbering import DocumentNumber, Style
from nghedan.kernel.vietnamese import format_date

OFFICE = "VP"
"""The drafting unit in the symbol of a State letter: "125/UBND-VP" (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body as its papers print it on a day, and the office that gathers what units send."""

    name: str
    kind: str
    is_party: bool
    head_post: str
    deputy_post: str
    lines: tuple[str, ...]
    superior: tuple[str, ...]
    place: str
    report_number: str
    letter_number: str
    office: str
    archive: str
    signature: Signature

    def informing(self, whom: str) -> str:
        """Return a recipient the paper reports to: "Chủ tịch (b/c)", in the Party "Bí thư (báo cáo)"."""
        return f"{whom} ({'báo cáo' if self.is_party else 'b/c'})"

    def joining(self, whom: str) -> str:
        """Return a recipient who works along: "Công an xã (p/h)", in the Party "(phối hợp)"."""
        return f"{whom} ({'phối hợp' if self.is_party else 'p/h'})"


def issuer_of(body: Body, day: date) -> Issuer:
    """Gather what is printed of a body; the delegate signs while a delegation runs."""
    office = _office_of(body, day)
    return Issuer(
        name=body.name,
        kind=body.kind,
        is_party=body.is_party,
        head_post=bare_post(body.head_post),
        deputy_post=bare_post(body.deputy_post),
        lines=heading_lines(body.name),
        superior=(body.superior_line,) if body.superior_line else (),
        place=body.place_name or body.locality.place_name or body.locality.name,
        report_number=str(paper_number(body, "BC")),
        letter_number=str(paper_number(body, "")),
        office=office,
        archive=f"Văn phòng {' '.join(body.name.split()[:2])}" if body.is_party else "VT, VP",
        signature=_signature(body, day),
    )


def header_of(issuer: Issuer, number: str, day: date) -> Header:
    """Return the head of a paper still without its serial and its day: both come from the authority's register."""
    return Header(
        issuer=issuer.lines, superior=issuer.superior, number=number, place=issuer.place, month=day.month, year=day.year
    )


def conference_of(dialogue: Dialogue) -> str:
    """Return "hội nghị đối thoại ngày 15/4/2026", or its year while it has no day."""
    return f"hội nghị đối thoại ngày {format_date(dialogue.held_on)}" if dialogue.held_on else f"hội nghị đối thoại năm {dialogue.year}"  # fmt: skip  # noqa: E501


def plans_of(dialogue: Dialogue) -> str:
    """Return the plans carried out, as a sentence cites them: "Kế hoạch số 05/KH-UBND ngày 05/02/2026", one of another
    body with its name; empty without a number."""
    plans = dict.fromkeys(item.plan for item in dialogue.items.all() if item.plan.number)
    return " và ".join(_cited(plan, dialogue) for plan in plans)


def _cited(plan: Plan, dialogue: Dialogue) -> str:
    day = f" ngày {format_date(plan.issued_on)}" if plan.issued_on else ""
    whose = f" của {plan.body.name}" if plan.body_id != dialogue.body_id else ""
    return f"Kế hoạch số {plan.number}{day}{whose}"


def _office_of(body: Body, day: date) -> str:
    kind = UnitKind.PARTY_OFFICE if body.is_party else UnitKind.OFFICE
    office = Unit.objects.of(body.locality).on(day).filter(body=body, kind=kind).first()
    return office.name if office else f"Văn phòng {body.short_name or body.name}"


def _signature(body: Body, day: date) -> Signature:
    officer = acting_head_of(body, day)
    if officer is None:
        return Signature(bare_post(body.head_post).upper(), authority=(Authority.parse(body.signature_authority),))
    form = signature_form(body, officer, day)
    return Signature(form.post, form.name, tuple(Authority.parse(line) for line in form.authority_lines))


def paper_number(body: Body, abbreviation: str) -> DocumentNumber:
    """Return the number of a paper of a kind before the register has given the serial; a letter has no abbreviation."""
    if abbreviation:
        return unnumbered(body, abbreviation)
    if STYLES[body.kind_term] is Style.PARTY:
        return unnumbered(body, "CV")
    return DocumentNumber(None, f"{body.document_code}-{OFFICE}", Style.STATE)


def paper_header(paper: OfficialPaper, issuer: Issuer, abbreviation: str) -> Header:
    """Return the head of an official paper: its number and day once it has them, else blank to fill in."""
    day = paper.issued_on
    shown = day or clock.today()
    return Header(
        issuer=issuer.lines, superior=issuer.superior, place=issuer.place,
        number=paper.number or str(paper_number(paper.body, abbreviation)),
        day=day.day if day else None, month=shown.month, year=shown.year,
    )  # fmt: skip


def issuer_of_paper(paper: OfficialPaper) -> Issuer:
    """Return who issues a paper, as of the day it is issued, or of today."""
    return issuer_of(paper.body, paper.issued_on or clock.today())
