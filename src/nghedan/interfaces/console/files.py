"""Files kept with a row, sent to who may open them."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.services import open_attachment
from nghedan.interfaces.web.http import StaffRequest


def sent_file(request: StaffRequest, attachment: Attachment | None) -> HttpResponse:
    """Answer with a file: a picture to look at, anything else as a download.

    Raises Http404 where there is none, NotAllowed, Refused.
    """
    if attachment is None:
        raise Http404
    opened = open_attachment(actor=request.actor, attachment=attachment)
    answer = HttpResponse(opened.content, content_type=opened.content_type)
    is_picture = opened.content_type.startswith("image/")
    told = content_disposition_header(as_attachment=not is_picture, filename=opened.name)
    answer.headers["Content-Disposition"] = str(told)
    return answer
