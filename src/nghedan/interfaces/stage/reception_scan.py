"""The code on an invitation, from a photo: works on any phone, without a script and on plain HTTP."""

import io

from django.core.files.base import File

from nghedan.foundation.attachments.formats import IMAGES
from nghedan.foundation.attachments.services import check_upload
from nghedan.foundation.scans.codes import codes_on


def code_on(photo: "File[bytes] | None") -> str:
    """Return the text of the first QR code on a photo, "" if there is none. Raises Invalid for what is no picture."""
    from PIL import Image  # noqa: PLC0415  (slow import)

    if photo is None:
        return ""
    checked = check_upload(photo, IMAGES)
    with Image.open(io.BytesIO(checked.content)) as picture:
        return next(iter(codes_on(picture)), "")
