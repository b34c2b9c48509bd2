"""TỜ NIÊM YẾT: the call in large type for a wall, with a QR code of the people's page; A4, or A3 blown up."""

from collections.abc import Iterator
from textwrap import shorten

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.documents.announcement import TO_COME
from nghedan.domain.notices.documents.calling import Calling, dialogue_to_call, facts_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats.working import POSTER_A3, POSTER_A4
from nghedan.foundation.documents.model import (
    Block,
    Bullets,
    Document,
    Header,
    PaperSize,
    Paragraph,
    QrCode,
    Run,
    Sheet,
    SideBySide,
)
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

MOST_TOPICS = 3
"""As many as can be read in passing; the rest stands in the notice."""

LONGEST = {"theme": 90, "topic": 72, "place": 70}
"""How many signs fit, so that a poster stays one sheet."""

QR_MM = {PaperSize.A4: 50.0, PaperSize.A3: 70.0}
MARGIN_MM = {PaperSize.A4: 15, PaperSize.A3: 21}


def document_of(calling: Calling, size: PaperSize) -> Document:
    """Return the poster."""
    return Document(
        header=Header((calling.issuer.name,)),
        kind="Mời Nhân dân dự đối thoại",
        subject=shorten(calling.theme, LONGEST["theme"], placeholder=" …"),
        body=tuple(_body(calling, size)),
        sheet=Sheet(size, margin_mm=MARGIN_MM[size], numbered=False),
    )


def _body(calling: Calling, size: PaperSize) -> Iterator[Block]:
    yield _labelled("Thời gian: ", calling.when or "…………")
    yield _labelled("Địa điểm: ", shorten(calling.where, LONGEST["place"], placeholder=" …") or "…………")
    if calling.topics:
        yield Paragraph((Run("Nội dung:", bold=True),))
        yield Bullets(_topics(calling.topics))
    where = f"{', '.join(calling.places)} " if calling.places else ""
    yield Paragraph((Run(TO_COME[calling.openness].format(where=where), bold=True),))
    if calling.address:
        yield SideBySide((_how(calling), (QrCode(calling.address, QR_MM[size]),)), weights=(3, 2))
    else:
        yield from _how(calling)


def _how(calling: Calling) -> tuple[Block, ...]:
    scan = "Quét mã bên cạnh để gửi ý kiến; hoặc g" if calling.address else "G"
    until = f" đến hết ngày {format_date(calling.cut_off)}" if calling.cut_off else ""
    ways = f"{scan}hi phiếu, nói với {calling.to_whom}{until}."
    return (_labelled("Muốn hỏi, muốn nói trước: ", ways),)


def _topics(topics: tuple[str, ...]) -> tuple[str, ...]:
    rest = len(topics) - MOST_TOPICS
    shown = tuple(shorten(topic, LONGEST["topic"], placeholder=" …") for topic in topics[:MOST_TOPICS])
    return shown if rest <= 0 else (*shown, f"và {rest} nội dung khác")


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(label, bold=True), Run(text)))


def _build(size: PaperSize, dialogue: Dialogue) -> Document:
    return document_of(facts_of(dialogue), size)


A4 = document_type(
    DocumentType(
        code="poster-a4",
        label=_("Tờ niêm yết khổ A4"),
        find=dialogue_to_call,
        build=lambda dialogue: _build(PaperSize.A4, dialogue),
        body_kind=lambda _dialogue: POSTER_A4,
        dated=lambda _dialogue: clock.today(),
    )
)
A3 = document_type(
    DocumentType(
        code="poster-a3",
        label=_("Tờ niêm yết khổ A3"),
        find=dialogue_to_call,
        build=lambda dialogue: _build(PaperSize.A3, dialogue),
        body_kind=lambda _dialogue: POSTER_A3,
        dated=lambda _dialogue: clock.today(),
    )
)
