"""The three levels: ordinary, about officials (conduct), and restricted (denunciation).

Basis: Luật Tố cáo 25/2018/QH14 on keeping the denouncer's identity secret; what is restricted leaves every list,
search, page and paper at once and for the past.
"""

from collections.abc import Sequence

from django.db.models import Q

from nghedan.domain.opinions.models import NamedPerson, Opinion
from nghedan.domain.opinions.queries import may_read_once_restricted
from nghedan.domain.opinions.services.finding import let_be_found
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Delegation, Officer
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.catalogue import roles_holding
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, note, perform
from nghedan.foundation.transitions.terms import Standing


def mark_conduct(*, actor: Actor, opinion: Opinion, named: Sequence[Officer] = ()) -> Opinion:
    """Set an opinion apart as a comment on an official's manner or work; those named no longer read it."""
    with deed(actor):
        for line in _lines_of(opinion):
            perform("opinion.mark_conduct", actor=actor, obj=line, changes={"level": Level.CONDUCT.value})
            _name(actor, line, named)
            let_be_found(line)
    return opinion


def restrict_opinion(*, actor: Actor, opinion: Opinion, named: Sequence[Officer] = ()) -> Opinion:
    """Take a denunciation out of everybody's sight but the readers'; when nobody is left, it is sealed.

    Whoever does this may not read it afterwards. Raises NotAllowed, Refused, Conflict.
    """
    with deed(actor):
        for line in _lines_of(opinion):
            _name(actor, line, named)
            is_sealed = not readers_of(line)
            changes = {"level": Level.RESTRICTED.value, "is_sealed": is_sealed}
            perform("opinion.restrict", actor=actor, obj=line, changes=changes)
            let_be_found(line)
    return opinion


def read_restricted(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Return a restricted opinion for reading; the journal knows of it before anything is shown. Raises NotAllowed."""
    code = "opinion.read_sealed" if opinion.is_sealed else "opinion.read_restricted"
    note(code, actor=actor, obj=opinion, facts={})
    return opinion


def lower_level(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Return an opinion to the ordinary ledger: no denunciation after all, as one of its readers decides."""
    with deed(actor):
        for line in _lines_of(opinion):
            changes = {"level": Level.ORDINARY.value, "is_sealed": False}
            perform("opinion.lower", actor=actor, obj=line, changes=changes)
            let_be_found(line)
    return opinion


def readers_of(opinion: Opinion) -> list[User]:
    """Return the accounts that may read an opinion once it is restricted, less those it names and their delegates."""
    today = clock.today()
    grants = RoleGrant.objects.of(opinion.locality).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today),
        role__in=roles_holding("opinion.read_restricted"), valid_from__lte=today, state=Standing.CURRENT,
        user__is_active=True,
    )  # fmt: skip
    users = User.objects.filter(pk__in=grants.values("user_id")).order_by("pk")
    return [user for user in users if _would_read(actor_of(user, opinion.locality, today), opinion)]


def readers_once_named(opinion: Opinion, named: Sequence[Officer]) -> list[User]:
    """Return who could read an opinion once it is restricted and these officers are named; nobody: it is sealed."""
    acting = Delegation.objects.of(opinion.locality).filter(from_officer__in=named)
    acting = acting.exclude(state=DelegationState.WITHDRAWN)
    hidden = {officer.user_id for officer in named} | set(acting.values_list("to_officer__user_id", flat=True))
    return [user for user in readers_of(opinion) if user.pk not in hidden]


def _lines_of(opinion: Opinion) -> list[Opinion]:
    """Return an opinion with the lines that were keyed from its sheet by mistake before: they hold the same words."""
    mistaken = Opinion.objects.of(opinion.locality).select_related("hamlet", "locality").filter(state=OpinionState.VOID)
    of_sheet = mistaken.filter(sheet_id=opinion.sheet_id).exclude(pk=opinion.pk) if opinion.sheet_id else ()
    return [opinion, *of_sheet]


def _would_read(reader: Actor, opinion: Opinion) -> bool:
    """Ask the one rule of reading, as if the opinion were restricted already."""
    return may_read_once_restricted(reader).filter(pk=opinion.pk).exists()


def _name(actor: Actor, opinion: Opinion, named: Sequence[Officer]) -> None:
    known = set(NamedPerson.objects.of(opinion.locality).filter(opinion=opinion).values_list("officer_id", flat=True))
    for officer in named:
        if officer.pk not in known:
            create("named_person.add", actor=actor, obj=NamedPerson(locality=opinion.locality, opinion=opinion, officer=officer))  # fmt: skip  # noqa: E501
