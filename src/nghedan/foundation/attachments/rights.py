"""Rights over attachments follow the rights over the row they hang on; the composition root says which."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from rules.predicates import Predicate

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.decide import decide
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.journal.record import subject_type_of
from nghedan.kernel.terms import gettext_noop as _


@dataclass(frozen=True, slots=True)
class SubjectRights:
    """The permissions over a row that open its attachments, and that let one add or withdraw them."""

    see: str
    change: str


_rights: dict[str, SubjectRights] = {}


def install(rights: Mapping[type[models.Model], SubjectRights]) -> None:
    """Install the table of rows that may carry attachments; all other rows carry none."""
    _rights.clear()
    _rights.update({subject_type_of(table): found for table, found in rights.items()})


def sees_subject(actor: Actor, attachment: Attachment) -> bool:
    found = _rights.get(attachment.subject_type)
    return found is not None and attachment.subject is not None and decide(actor, found.see, attachment.subject).allowed


def changes_subject(actor: Actor, attachment: Attachment) -> bool:
    found = _rights.get(attachment.subject_type)
    if found is None or attachment.subject is None:
        return False
    return decide(actor, found.change, attachment.subject).allowed


permission("attachment.add", _("Đính kèm tài liệu"), Predicate(changes_subject))
permission("attachment.open", _("Mở tài liệu đính kèm"), Predicate(sees_subject))
permission("attachment.withdraw", _("Rút tài liệu đính kèm"), Predicate(changes_subject))
