"""Complaints, denunciations and reports of crime: registered, and led on the way the law gives them."""

from collections.abc import Sequence
from datetime import date

from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.services.restricting import lower, restrict
from nghedan.domain.matters.terms import MatterKind, PetitionState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NOT_OF_LAW = _("Hỏi, kiến nghị, phản ánh không vào sổ đơn; xin ghi thành nội dung đối thoại.")
NO_ADDRESSEE = _("Xin ghi cơ quan nhận đơn.")
IN_FUTURE = _("Ngày này không thể ở sau hôm nay; xin ghi lại ngày.")


def register_petition(
    *, actor: Actor, opinion: Opinion, kind: MatterKind, named: Sequence[Officer] = (), key: str = ""
) -> Petition:
    """Enter what an opinion really is into the register; it leaves the dialogue. What the law keeps secret is
    restricted in the same deed, and whoever registers it may not read it afterwards.

    Raises Refused for a kind without a way of its own, NotAllowed, Conflict.
    """
    if not kind.leaves_the_dialogue:
        raise Refused("petition.not_of_law", NOT_OF_LAW)
    with deed(actor):
        petition = _registered(actor, opinion, kind, key)
        if opinion.state == OpinionState.RECEIVED and opinion.level != Level.RESTRICTED:
            perform("opinion.classify", actor=actor, obj=opinion)
        if kind.is_restricted and opinion.level != Level.RESTRICTED:
            restrict(actor=actor, opinion=opinion, named=named)
    return petition


def _registered(actor: Actor, opinion: Opinion, kind: MatterKind, key: str) -> Petition:
    """Enter it, or take up again what was withdrawn before."""
    petition = Petition.objects.of(opinion.locality).select_related("opinion").filter(opinion=opinion).first()
    if petition is None:
        fresh = Petition(locality=opinion.locality, opinion=opinion, kind=kind.value, registered_on=clock.today())
        return create("petition.register", actor=actor, obj=fresh, key=key)
    if petition.state == PetitionState.WITHDRAWN:
        changes = {"kind": kind.value, "registered_on": clock.today(), "accepted_on": None}
        perform("petition.reopen", actor=actor, obj=petition, changes=changes)
    return petition


def give_back(*, actor: Actor, opinion: Opinion) -> Opinion:
    """Decide, having read it, that a restricted opinion is no petition of law after all: it returns to the ledger
    with its matters, and waits there to be classified anew. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        for petition in Petition.objects.of(opinion.locality).select_related("opinion").filter(opinion=opinion):
            if petition.state != PetitionState.WITHDRAWN:
                perform("petition.withdraw", actor=actor, obj=petition)
        lower(actor=actor, opinion=opinion)
        if opinion.state == OpinionState.CLASSIFIED:
            system, facts = Actor.system(actor.locality), {"asked_by": actor.key}
            perform("opinion.reclassify", actor=system, obj=opinion, facts=facts)
    return opinion


def guide_petition(*, actor: Actor, petition: Petition, note: str = "") -> Petition:
    """Note that the person was shown how to write the petition. Raises NotAllowed, Refused, Conflict."""
    return perform("petition.guide", actor=actor, obj=petition, changes={"note": clean(note)})


def transfer_petition(*, actor: Actor, petition: Petition, sent_to: str, document_number: str = "") -> Petition:
    """Note to whom a petition was passed on. Raises Invalid without an addressee, NotAllowed, Refused, Conflict."""
    if not (addressee := clean(sent_to)[:200]):
        raise Invalid("petition.no_addressee", NO_ADDRESSEE, field="sent_to")
    changes = {"sent_to": addressee, "document_number": clean(document_number)[:60]}
    return perform("petition.transfer", actor=actor, obj=petition, changes=changes)


def accept_petition(*, actor: Actor, petition: Petition, on: date, document_number: str = "") -> Petition:
    """Note that a petition was accepted; the limit of settling runs from that day. Raises Invalid, NotAllowed."""
    if not petition.registered_on <= on <= clock.today():
        raise Invalid("petition.in_future", IN_FUTURE, field="on")
    changes = {"accepted_on": on, "document_number": clean(document_number)[:60]}
    return perform("petition.accept", actor=actor, obj=petition, changes=changes)


def settle_petition(*, actor: Actor, petition: Petition, note: str, document_number: str = "") -> Petition:
    """Note the decision or conclusion that ended a petition. Raises NotAllowed, Refused, Conflict."""
    changes = {"note": clean(note), "document_number": clean(document_number)[:60]}
    return perform("petition.settle", actor=actor, obj=petition, changes=changes)


def reopen_petition(*, actor: Actor, petition: Petition) -> Petition:
    """Take a petition up again, from its entry into the register. Raises NotAllowed, Refused, Conflict."""
    return perform("petition.reopen", actor=actor, obj=petition, changes={"accepted_on": None})
