"""Receipts as people keep them: a QR code on the page, and a picture for the phone."""

from collections.abc import Mapping
from typing import Any

import segno
from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.translation import gettext

from nghedan.domain.opinions.addresses import status_address
from nghedan.foundation.documents.cards import LARGE, CardLine, draw_card
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.http import LocalRequest

MASK = 2
"""Any pattern can be scanned; to try all eight for the prettiest costs more than taking the opinion in."""


def receipt_links(request: LocalRequest, code: str) -> Mapping[str, Any]:
    """Return where a receipt leads, as address, as QR code, and its picture."""
    page = status_address(request.locality, code)
    picture = reverse("portal:receipt-picture", kwargs={"locality": request.locality.slug})
    return {
        "status_href": page,
        "qr": segno.make(request.build_absolute_uri(page), error="m", mask=MASK).svg_data_uri(scale=5, border=4),
        "picture_href": f"{picture}?{urlencode({'ma': code})}",
    }


def receipt_picture(locality: Locality, code: str, dated: str, address: str) -> bytes:
    """Return a receipt as a PNG; ``dated`` is its number and day in words, or nothing."""
    lines = (
        CardLine(str(locality).upper(), bold=True),
        CardLine(gettext("GIẤY HẸN TRẢ LỜI Ý KIẾN"), bold=True),
        CardLine(dated),
        CardLine(gettext("Mã tra cứu")),
        CardLine(code, LARGE, bold=True),
    )
    return draw_card(lines, address)


def kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """Let no browser or proxy keep a page with a code, nor tell another page of its address."""
    add_never_cache_headers(response)
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
