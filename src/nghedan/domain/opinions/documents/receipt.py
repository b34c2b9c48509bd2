"""GIẤY HẸN: the receipt of one opinion - number, day, code - and in plain words what happens next."""

from nghedan.domain.opinions.addresses import status_address
from nghedan.domain.opinions.documents.slip import occasion_of
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.services.receiving import receipt_of
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.model import (
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

REPLIES = {
    ReplyWay.CODE: "Ông/bà tra cứu kết quả bằng mã ở trên.",
    ReplyWay.PHONE: "Khi có trả lời, cơ quan gọi điện thoại cho ông/bà; ông/bà cũng tra cứu được bằng mã ở trên.",
    ReplyWay.WRITING: "Khi có trả lời, cơ quan gửi văn bản cho ông/bà; ông/bà cũng tra cứu được bằng mã ở trên.",
    ReplyWay.HAMLET: "Khi có trả lời, trưởng thôn, tổ trưởng báo lại; ông/bà cũng tra cứu được bằng mã ở trên.",
}


def document_of(opinion: Opinion) -> Document:
    """Return the receipt; it carries neither the name nor the words of who gave the opinion."""
    code = receipt_of(opinion)
    facts = (
        Paragraph((Run("Số trong sổ ý kiến: "), Run(f"{opinion.number}/{opinion.year}", bold=True))),
        Paragraph(f"Ngày nhận: {format_date(opinion.received_on)}"),
        Paragraph((Run("Mã tra cứu: "), Run(code, bold=True))),
        Paragraph(occasion_of(opinion.dialogue)),
    )
    return Document(
        header=Header((opinion.body.name.upper(),)),
        kind="Giấy hẹn",
        subject="Đã nhận ý kiến của ông/bà",
        body=(
            SideBySide((facts, (QrCode(status_address(opinion.locality, code), 34),)), weights=(2, 1)),
            Paragraph((Run("Việc tiếp theo", bold=True),)),
            Bullets((
                "Ý kiến được ghi nguyên văn vào sổ, phân loại và giao đơn vị có trách nhiệm trả lời.",
                REPLIES[ReplyWay(opinion.reply_way)],
                "Họ tên, liên hệ được giữ kín, chỉ công khai khi ông/bà đồng ý.",
                "Xin giữ giấy này. Ai có mã này xem được kết quả; không cần khai tên.",
            )),
        ),
        sheet=Sheet(PaperSize.A5, landscape=True, margin_mm=14, numbered=False),
    )  # fmt: skip


def _opinion(actor: Actor, public_id: str) -> Opinion:
    return opinions_visible_to(actor).select_related("dialogue", "slip").get(public_id=public_id, number__isnull=False)


RECEIPT = document_type(
    DocumentType(
        code="receipt",
        label=_("Giấy hẹn"),
        find=_opinion,
        build=document_of,
        body_kind=lambda _opinion: WORKING,
        dated=lambda opinion: opinion.received_on,
    )
)
