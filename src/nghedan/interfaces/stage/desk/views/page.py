"""The desk as a whole, and the names of those who speak."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.hall.queries.speaking import line_of
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.journal.record import head_of
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.interfaces.stage.desk.pressing import desk_page, hall_of
from nghedan.interfaces.web.http import StaffRequest

UNCHANGED = 204


@require_safe
def desk(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the whole desk; asked for what changed after a number of the journal, nothing when nothing did."""
    number, _seal = head_of(request.locality)
    dialogue = hall_of(request, dialogue_id)
    if request.GET.get("seen") == str(number):
        return HttpResponse(status=UNCHANGED)
    answer = desk_page(request, Desk(request.actor, dialogue, request.GET.get("matter", "")))
    answer.headers["X-Journal"] = str(number)
    return answer


@require_POST
def names(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the desk with the names of those who wait and speak, to call them; the journal knows of it."""
    dialogue = hall_of(request, dialogue_id)
    line = line_of(request.actor, dialogue)
    rows = [*line.waiting, *line.asked, *line.absent, *([line.now.request] if line.now else [])]
    known = [row.identity or (row.guest.identity if row.guest else None) for row in rows]
    ids = {one.public_id for one in known if one is not None}
    persons = read_identities(actor=request.actor, ids=ids, reason=_("Mời phát biểu tại hội nghị"))
    shown = {key: person.name for key, person in persons.items()}
    return desk_page(request, Desk(request.actor, dialogue, request.POST.get("matter", ""), shown))
