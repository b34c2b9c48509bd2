"""Hamlets as rows, and their voters in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.dialogues.rules import voters_needed
from nghedan.domain.organisations.models import Hamlet, Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.ui.models import Figure
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.present.places import span


@dataclass(frozen=True, slots=True)
class HamletRow:
    """A hamlet in the list; its address is empty for who may not change it."""

    hamlet: Hamlet
    head: Officer | None
    span: str
    href: str


def hamlet_row(actor: Actor, hamlet: Hamlet, head: Officer | None) -> HamletRow:
    """Return a hamlet as a row of the list."""
    editable = decide(actor, "hamlet.edit", hamlet).allowed
    to = href("settings-hamlet", hamlet.locality, hamlet_id=hamlet.public_id) if editable else ""
    return HamletRow(hamlet, head, span(hamlet), to)


def used_columns(rows: Sequence[HamletRow]) -> dict[str, bool]:
    """Say which of the columns that are often empty hold something."""
    return {
        "households": any(row.hamlet.households is not None for row in rows),
        "cluster": any(row.hamlet.cluster for row in rows),
        "span": any(row.span for row in rows),
    }


def figures(rows: Sequence[Hamlet]) -> list[Figure]:
    """Return how many hamlets and voters there are, and how many voters 10 % are; what is missing is said."""
    total = sum(row.voters or 0 for row in rows)
    unknown = sum(row.voters is None for row in rows)
    lacking = ngettext("%(count)s thôn chưa ghi số cử tri", "%(count)s thôn chưa ghi số cử tri", unknown)
    missing = lacking % {"count": unknown} if unknown else ""
    return [
        Figure(len(rows), _("thôn, tổ dân phố")),
        Figure(total, _("cử tri"), missing),
        Figure(voters_needed(total), _("cử tri là đủ 10 % để yêu cầu đối thoại"), _("Điều 43 Luật 72/2025/QH15")),
    ]
