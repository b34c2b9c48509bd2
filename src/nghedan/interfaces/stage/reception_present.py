"""What the reception shows to everybody at the door alike: how many came, by group and hamlet. No names."""

from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.people import came_of
from nghedan.domain.hall.queries.screen import HallNow
from nghedan.domain.invitations.terms import GuestGroup

WALKED_IN = ""


def reception_fragments(hall: HallNow) -> Mapping[str, str]:
    """Return the parts of the page that live."""
    return {"reception-counts": render_to_string("stage/live/reception_counts.html", reception_context(hall.dialogue))}


def reception_context(dialogue: Dialogue) -> dict[str, object]:
    """Return the counts."""
    came = came_of(dialogue)
    groups = [(_(group.label), came.groups[group.value]) for group in GuestGroup if came.groups[group.value]]
    if came.groups[WALKED_IN]:
        groups.append((_("Người dự không có giấy mời"), came.groups[WALKED_IN]))
    return {"came": came, "groups": groups, "hamlets": came.hamlets.most_common()}
