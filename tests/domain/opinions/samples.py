"""Blank slips, written by hand."""

from nghedan.domain.opinions.documents import slip
from nghedan.domain.opinions.documents.slip import SlipFacts
from nghedan.foundation.documents.model import Document

PLACE = "https://nghedan.example.vn/yen-hoa"


def slips() -> Document:
    """Three slips of one run, the last of no hamlet."""
    occasion = "Hội nghị đối thoại: Nước sinh hoạt và giao thông nông thôn, ngày 15/9/2026"
    return slip.document_of(
        [
            SlipFacts(
                "Ủy ban nhân dân xã Yên Hòa", occasion, hamlet, number, f"{PLACE}/phieu/abcdefghjk{number}mn/",
                f"k3f7-9qzt-mn2p{number}", f"{PLACE}/tra-cuu/?ma=k3f7-9qzt-mn2p{number}",
            )
            for number, hamlet in ((1, "Thôn Bãi Đa"), (2, "Thôn Bãi Đa"), (3, ""))
        ]
    )  # fmt: skip
