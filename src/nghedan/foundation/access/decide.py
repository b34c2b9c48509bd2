"""The one decision: may this actor do this, here, today? Denied unless declared and granted."""

from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import PERMISSIONS, passes_predicate, roles_holding
from nghedan.foundation.access.scope import WHOLE_LOCALITY, Scope
from nghedan.kernel.errors import NotAllowed
from nghedan.kernel.terms import gettext_noop as _


@runtime_checkable
class Placed(Protocol):
    """An object that says which bodies, units or hamlets it stands in."""

    def access_scopes(self) -> set[Scope]: ...


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed, or the reason why not (source text, to be translated when shown)."""

    allowed: bool
    reason: str = ""


ALLOWED = Decision(allowed=True)
OTHER_LOCALITY = Decision(allowed=False, reason=_("Hồ sơ này thuộc địa phương khác."))
NOT_GRANTED = Decision(allowed=False, reason=_("Tài khoản chưa được giao quyền này; nếu cần, xin hỏi người quản trị."))
NOT_HERE = Decision(
    allowed=False, reason=_("Quyền được giao không bao gồm hồ sơ này; nếu cần, xin hỏi người quản trị.")
)


def decide(actor: Actor, code: str, obj: Any = None) -> Decision:
    """Decide whether ``actor`` holds permission ``code`` for ``obj`` (or anywhere, when there is no object).

    The system acts within its locality without grants. Another locality's object is always denied.
    """
    if code not in PERMISSIONS:
        return NOT_GRANTED
    if not _same_locality(actor, obj):
        return OTHER_LOCALITY
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    reach = reach_of(actor, code)
    if reach.nowhere:
        return NOT_GRANTED
    if obj is not None and not (reach.covers(obj) and passes_predicate(code, actor, obj)):
        return NOT_HERE
    return ALLOWED


def require(actor: Actor, code: str, obj: Any = None) -> None:
    """Raise NotAllowed with the reason unless ``decide`` allows it."""
    decision = decide(actor, code, obj)
    if not decision.allowed:
        raise NotAllowed("access.denied", decision.reason, permission=code)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an actor's grants carry one permission; queries filter by it."""

    scopes: frozenset[Scope]

    @property
    def everywhere(self) -> bool:
        return WHOLE_LOCALITY in self.scopes

    @property
    def nowhere(self) -> bool:
        return not self.scopes

    def ids(self, kind: str) -> frozenset[int]:
        """Return the ids of the bodies, units or hamlets reached."""
        return frozenset(scope.id for scope in self.scopes if scope.kind == kind and scope.id is not None)

    def covers(self, obj: Any) -> bool:
        """Say whether the object stands within reach; one that stands nowhere needs the whole locality."""
        if self.everywhere:
            return True
        return isinstance(obj, Placed) and not self.scopes.isdisjoint(obj.access_scopes())


def reach_of(actor: Actor, code: str) -> Reach:
    """Return where ``actor`` holds ``code``; the system reaches everywhere."""
    if actor.kind is ActorKind.SYSTEM:
        return Reach(frozenset({WHOLE_LOCALITY}))
    roles = roles_holding(code)
    return Reach(frozenset(grant.scope for grant in actor.grants if grant.role in roles))


def _same_locality(actor: Actor, obj: Any) -> bool:
    if actor.kind is ActorKind.SYSTEM and actor.locality is None:
        return True
    if actor.locality is None:
        return False
    return obj is None or getattr(obj, "locality_id", None) == actor.locality.pk
