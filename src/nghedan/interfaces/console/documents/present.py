"""Papers as rows: name, what is missing, where to look at them and to fetch them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.matters.documents import opinion_report, unit_letter
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.kinds import PAPER_KINDS, PaperKind
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.ui.models import Colour, Column, Link, SummaryRow, Tag
from nghedan.interfaces.console.documents.gather import Standing
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; what is missing does not keep anybody from printing it. None: nothing is counted for it."""

    title: str
    href: str
    downloads: list[Link]
    missing: tuple[str, ...] | None = None

    @property
    def tag(self) -> Tag | None:
        if self.missing is None:
            return None
        return Tag(_("Còn thiếu"), Colour.YELLOW) if self.missing else Tag(_("Đủ số liệu"), Colour.GREEN)


def missing_for(code: str, dialogue: Dialogue, standing: Standing) -> tuple[str, ...]:
    """Return what a paper of the dialogue still waits for, in words."""
    day = () if dialogue.held_on else (_("Chưa chọn ngày tổ chức hội nghị"),)
    counts = _for_report(standing) if code == opinion_report.CODE else _for_chair(standing)
    return (*day, *(text % {"count": count} for count, text in counts if count))


def _for_report(standing: Standing) -> tuple[tuple[int, str], ...]:
    return (
        (standing.unclassified, _("%(count)s ý kiến chờ phân loại")),
        (standing.without_field, _("%(count)s nội dung chưa xếp lĩnh vực")),
        (standing.without_unit, _("%(count)s nội dung chưa giao đơn vị")),
    )


def _for_chair(standing: Standing) -> tuple[tuple[int, str], ...]:
    return (
        (standing.without_answer, _("%(count)s nội dung chưa có câu trả lời")),
        (standing.unapproved, _("%(count)s câu trả lời chưa duyệt")),
    )


def letter_columns() -> list[Column]:
    """Return the heads of the table of letters."""
    return [
        Column(_("Đơn vị")), Column(_("Nội dung chủ trì"), numeric=True), Column(_("Đã gửi trả lời"), numeric=True),
        Column(_("Bản in")), Column(_("Word")), Column(_("PDF")),
    ]  # fmt: skip


def letter_rows(
    request: StaffRequest, dialogue: Dialogue, units: Iterable[Unit], standing: Standing
) -> list[list[object]]:
    """Return the letters to the units, each with how much is asked and how much has come."""
    return [_letter(request, dialogue, unit, standing) for unit in units]


def _letter(request: StaffRequest, dialogue: Dialogue, unit: Unit, standing: Standing) -> list[object]:
    public_id = unit_letter.letter_id(dialogue, unit)
    word, pdf = download_links(request, unit_letter.CODE, public_id)[:2]
    return [
        unit.name, standing.given[unit.pk], standing.sent[unit.pk],
        Link(_("Xem"), preview_href(request, unit_letter.CODE, public_id)), word, pdf,
    ]  # fmt: skip


COLOURS = {
    PaperState.DRAFT: Colour.BLUE,
    PaperState.SUBMITTED: Colour.YELLOW,
    PaperState.SIGNED: Colour.YELLOW,
    PaperState.ISSUED: Colour.GREEN,
    PaperState.WITHHELD: Colour.RED,
    PaperState.DROPPED: Colour.GREY,
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A kind of paper in the list: the paper that stands, or that it can be begun."""

    label: str
    code: str
    href: str = ""
    title: str = ""
    number: str = ""
    day: str = ""
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """The papers of one of the seven steps."""

    title: str
    rows: list[PaperRow]


def state_tag(paper: OfficialPaper) -> Tag:
    """Return where a paper stands, in a word."""
    state = PaperState(paper.state)
    return Tag(_(state.label), COLOURS[state])


def phases_of(dialogue: Dialogue, papers: Iterable[OfficialPaper], *, may_begin: bool) -> list[Phase]:
    """Return the papers step by step; for whom it is work also those not yet begun."""
    known: dict[str, list[OfficialPaper]] = {}
    for paper in papers:
        known.setdefault(paper.kind, []).append(paper)
    phases = []
    for step in Step:
        rows = [
            row for kind in PAPER_KINDS.values() if kind.step is step for row in _rows(dialogue, kind, known, may_begin)
        ]
        if rows:
            phases.append(Phase(_(step.label), rows))
    return phases


def _rows(
    dialogue: Dialogue, kind: PaperKind, known: dict[str, list[OfficialPaper]], may_begin: bool
) -> list[PaperRow]:
    papers = known.get(kind.code, [])
    if not any(paper.state not in (PaperState.DROPPED, PaperState.WITHHELD) for paper in papers):
        begins = may_begin and not kind.begun_elsewhere and kind.is_for(dialogue)
        return [*map(_standing, papers), *([PaperRow(_(kind.label), kind.code)] if begins else [])]
    return [_standing(paper) for paper in papers]


def _standing(paper: OfficialPaper) -> PaperRow:
    label = PAPER_KINDS[paper.kind].label
    return PaperRow(
        _(label), paper.kind, paper_href(paper), paper.title, paper.number,
        format_date(paper.issued_on) if paper.issued_on else "", state_tag(paper),
    )  # fmt: skip


def paper_href(paper: OfficialPaper) -> str:
    """Return the address of a paper's page."""
    return href(
        "official-paper", paper.locality, dialogue_id=paper.dialogue.public_id, paper_id=paper.public_id
    )  # fmt: skip


def frozen_links(paper: OfficialPaper) -> list[Link]:
    """Return the links to the files of an issued paper, as they were frozen."""
    where = {"dialogue_id": paper.dialogue.public_id, "paper_id": paper.public_id}
    names = {"word": _("Tải Word"), "pdf": _("Tải PDF")}
    return [Link(name, href("official-paper-file", paper.locality, part=part, **where)) for part, name in names.items()]


def told_of(paper: OfficialPaper) -> list[SummaryRow]:
    """Return what is known of a paper on its way: days, number, digest, the reason it came back."""
    rows = (
        (_("Cơ quan ban hành"), paper.body.name),
        (_("Lý do"), paper.reason),
        (_("Ngày trình"), format_date(paper.submitted_on) if paper.submitted_on else ""),
        (_("Ngày ký"), format_date(paper.signed_on) if paper.signed_on else ""),
        (_("Số, ký hiệu"), paper.number),
        (_("Ngày ban hành"), format_date(paper.issued_on) if paper.issued_on else ""),
        (_("Mã kiểm tra"), paper.digest[:16]),
    )
    return [SummaryRow(key, value) for key, value in rows if value]
