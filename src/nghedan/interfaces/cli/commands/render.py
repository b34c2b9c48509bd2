"""``nghedan render``: any document of any object as a file."""

import argparse
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Xuất một văn bản ra tệp DOCX, PDF, HTML hoặc văn bản thuần.")

KINDS = {".docx": "docx", ".pdf": "pdf", ".html": "html", ".txt": "text"}
UNKNOWN_TYPE = _("Không có loại văn bản “%(type)s”. Các loại hiện có: %(known)s.")
UNKNOWN_KIND = _("Tệp phải có đuôi .docx, .pdf, .html hoặc .txt.")
NOT_FOUND = _("Không tìm thấy hồ sơ “%(id)s”.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the parameters."""
    parser.add_argument("type", help=_("loại văn bản, ví dụ plan"))
    parser.add_argument("--for", dest="public_id", required=True, metavar="PUBLIC_ID", help=_("mã của hồ sơ"))
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help=_("tệp sẽ ghi"))


def run(options: argparse.Namespace) -> int:
    """Write the file. Raises Invalid for an unknown type, kind or object."""
    if options.type not in DOCUMENT_TYPES:
        raise Invalid("render.type", UNKNOWN_TYPE, type=options.type, known=", ".join(DOCUMENT_TYPES))
    kind = KINDS.get(options.to.suffix.lower())
    if kind is None:
        raise Invalid("render.kind", UNKNOWN_KIND)
    options.to.write_bytes(_rendered(options.type, options.public_id, kind))
    return 0


def _rendered(code: str, public_id: str, kind: str) -> bytes:
    document_type = DOCUMENT_TYPES[code]
    for locality in Locality.objects.order_by("pk"):
        try:
            return document_type.render(document_type.find(Actor.system(locality), public_id), kind)
        except ObjectDoesNotExist:
            continue
    raise Invalid("render.not_found", NOT_FOUND, id=public_id)
