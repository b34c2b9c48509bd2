"""What can be closed, and what stands against the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Matter
from nghedan.foundation.ui.models import Tag
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """A matter that was answered or left; ``why`` says what stands against closing it."""

    title: str
    href: str
    tag: Tag
    why: str
    close: str


def row_of(matter: Matter, why: str) -> ClosingRow:
    ids = {"matter_id": matter.public_id}
    return ClosingRow(
        matter.title, href("matter", matter.locality, **ids), wording.state_tag(matter), _(why) if why else "",
        href("matter-close", matter.locality, **ids),
    )  # fmt: skip
