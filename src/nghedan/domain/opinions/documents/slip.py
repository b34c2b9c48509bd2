"""PHIẾU Ý KIẾN: blank slips, two on a page of A4, each with its QR code and, below the cut, a receipt to keep.

The number is a trace to somebody who is afraid: the slip says what it is for, and how to hand it in unseen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.opinions.addresses import slip_address, status_address
from nghedan.domain.opinions.models import SlipRun
from nghedan.domain.opinions.queries import slip_runs_visible_to
from nghedan.domain.opinions.receipts import receipt_code
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import (
    Block,
    Choices,
    CutLine,
    Document,
    Header,
    PageBreak,
    Paragraph,
    QrCode,
    Run,
    Sheet,
    SideBySide,
    Together,
    WritingLines,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

LINES = 4
SPACING = 9.0
LONGEST_THEME = 100
MARGIN = 8
PLACE_KINDS = "Thôn, tổ dân phố:"
UNSEEN = "Có thể viết tiếp mặt sau, gấp lại, bỏ vào hòm phiếu hoặc đưa tận tay thư ký."
WAYS = ("Tự tra cứu bằng mã", "Gọi điện thoại", "Gửi văn bản", "Qua trưởng thôn")


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What is printed on one slip."""

    body: str
    occasion: str
    hamlet: str
    number: int
    slip_address: str
    code: str
    status_address: str


def document_of(slips: Sequence[SlipFacts]) -> Document:
    """Return blank slips as one paper."""
    return Document(
        header=Header(()),
        subject="Phiếu ý kiến",
        body=tuple(_pages(slips)),
        sheet=Sheet(margin_mm=MARGIN, numbered=False),
    )


def _pages(slips: Sequence[SlipFacts]) -> Iterator[Block]:
    for place, facts in enumerate(slips):
        if place:
            yield PageBreak() if place % 2 == 0 else CutLine("Cắt đôi tờ giấy")
        yield _slip(facts)


def _slip(facts: SlipFacts) -> Together:
    return Together(
        (
            SideBySide((_head(facts), (QrCode(facts.slip_address, 30),)), weights=(4, 1)),
            _place(facts.hamlet),
            WritingLines(LINES, "Ý kiến của tôi:", SPACING),
            SideBySide(
                ((WritingLines(label="Họ tên, nếu muốn:"),), (WritingLines(label="Điện thoại, địa chỉ:"),)),
                weights=(1, 1),
            ),
            SideBySide(
                ((Paragraph("Muốn được trả lời bằng:"),), (Choices(("Đồng ý công khai họ tên",)),)), weights=(1, 1)
            ),
            Choices(WAYS, columns=4),
            Paragraph((Run(UNSEEN, italic=True),)),
            CutLine("Xé ở đây, giữ lại phần dưới"),
            SideBySide((_stub(facts), (QrCode(facts.status_address, 22),)), weights=(5, 1)),
        )
    )


def _head(facts: SlipFacts) -> tuple[Block, ...]:
    return (
        Paragraph(facts.body.upper()),
        Paragraph((Run("PHIẾU Ý KIẾN", bold=True),)),
        Paragraph(facts.occasion),
        Paragraph((Run(f"Số phiếu {facts.number} (số này chỉ để tra cứu)", italic=True),)),
    )


def _stub(facts: SlipFacts) -> tuple[Block, ...]:
    about = f"Phiếu số {facts.number}. Mã tra cứu: "
    return (
        Paragraph((Run("GIẤY HẸN. ", bold=True), Run(about), Run(facts.code, bold=True))),
        Paragraph("Quét mã bên cạnh, hoặc đọc mã này cho văn phòng, để biết ý kiến đã đến đâu."),
    )


def _place(hamlet: str) -> Block:
    if not hamlet:
        return WritingLines(label=PLACE_KINDS)
    return Paragraph((Run(f"{PLACE_KINDS} "), Run(hamlet, bold=True)))


def facts_of(runs: Iterable[SlipRun]) -> list[SlipFacts]:
    """Gather what is printed on the slips of some runs, in their order."""
    return [fact for run in runs for fact in _facts_of_run(run)]


def _facts_of_run(run: SlipRun) -> Iterator[SlipFacts]:
    occasion = occasion_of(run.dialogue)
    for slip in run.slips.order_by("number"):
        slip.locality = run.locality
        code = receipt_code(slip.public_id)
        yield SlipFacts(
            run.body.name, occasion, str(run.hamlet or ""), slip.number, slip_address(slip), code,
            status_address(run.locality, code),
        )  # fmt: skip


def occasion_of(dialogue: Dialogue | None) -> str:
    """Return for what opinions are asked: "Hội nghị đối thoại: … , ngày 16/9/2026"."""
    if dialogue is None:
        return "Ý kiến, kiến nghị, phản ánh của Nhân dân"
    day = f", ngày {format_date(dialogue.held_on)}" if dialogue.held_on else ""
    return f"Hội nghị đối thoại: {Truncator(dialogue.theme).chars(LONGEST_THEME)}{day}"


def _run(actor: Actor, public_id: str) -> SlipRun:
    return slip_runs_visible_to(actor).get(public_id=public_id)


SLIP = document_type(
    DocumentType(
        code="slips",
        label=_("Phiếu ý kiến"),
        find=_run,
        build=lambda run: document_of(facts_of([run])),
        body_kind=lambda _run: WORKING,
        dated=lambda _run: clock.today(),
    )
)
