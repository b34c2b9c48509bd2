"""The one who acts: a value, handed to every deed and written into the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import WHOLE_LOCALITY, Scope
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from nghedan.foundation.tenancy.models import Locality


PUBLIC_ROLE = "public"
"""The role everybody has who is not signed in; never granted to an account."""


class ActorKind(Term):
    """Kinds of actor."""

    STAFF = "staff", _("Cán bộ")
    SYSTEM = "system", _("Phần mềm")
    PUBLIC = "public", _("Người dân")


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in force today, and where it reaches."""

    role: str
    scope: Scope
    source: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Staff, the system, or the public (by locality, with or without a receipt)."""

    kind: ActorKind
    label: str
    locality: "Locality | None"
    user_id: int | None = None
    user_public_id: str = ""
    grants: tuple[Grant, ...] = field(default=(), repr=False)

    @classmethod
    def system(cls, locality: "Locality | None" = None) -> "Actor":
        """Return the system as actor, for jobs and set-up; without a locality it may read across all."""
        return cls(ActorKind.SYSTEM, ActorKind.SYSTEM.label, locality)

    @classmethod
    def public(cls, locality: "Locality") -> "Actor":
        """Return an unnamed member of the public in one locality; what the public may do stands in the role table."""
        grants = (Grant(PUBLIC_ROLE, WHOLE_LOCALITY),)
        return cls(ActorKind.PUBLIC, ActorKind.PUBLIC.label, locality, grants=grants)

    @property
    def key(self) -> str:
        """How the journal names the actor: "staff:k3f…", "system", "public"."""
        return f"{self.kind.value}:{self.user_public_id}" if self.user_public_id else self.kind.value

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(grant.role for grant in self.grants)

    @property
    def readable_localities(self) -> Iterable[int] | None:
        """Ids of the localities this actor may read across; None means all."""
        if self.kind is ActorKind.SYSTEM and self.locality is None:
            return None
        return () if self.locality is None else (self.locality.pk,)


def actor_of(user: User, locality: "Locality", today: date) -> Actor:
    """Return ``user`` as an actor in ``locality`` with the grants in force today (one query).

    Grants are read anew for each request, so that a delegation begins and ends on its day.
    """
    rows = RoleGrant.objects.of(locality).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today), user=user, valid_from__lte=today, state="current"
    )
    grants = tuple(Grant(row.role, row.scope, row.source) for row in rows.order_by("pk"))
    return Actor(ActorKind.STAFF, user.full_name, locality, user.pk, user.public_id, grants)
