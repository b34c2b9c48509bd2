"""Names an officer's unit is asked to send, on the first page."""

from django.utils.translation import gettext as _

from nghedan.domain.invitations.queries import seats_waiting
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.guests.present.seats import task_title
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.today.present import Row


def seat_rows(actor: Actor) -> list[Row]:
    """Return the seats the unit still has to fill, the first due first (one query)."""
    return [
        Row(
            f"{task_title(one)} ({one})",
            Link(_("Gửi danh sách"), href("own-seats-one", one.locality, allotment_id=one.public_id)),
            one.dialogue.theme,
            one.due_on,
            _("Cử đại biểu"),
        )
        for one in seats_waiting(actor)
    ]
