"""One opinion, and on request the name behind it."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.foundation.access.decide import decide
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.console.ledger.forms.entry import NamesForm
from nghedan.interfaces.console.ledger.present import one as present
from nghedan.interfaces.console.ledger.present import wording
from nghedan.interfaces.console.papers import download_links
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

READ_NAMES = "identity.read"


@require_safe
def show(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Show an opinion, large, with its sheet, its matters and its history."""
    return opinion_page(request, opinion_for(request, opinion_id), NamesForm())


@require_POST
def names(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Show the name and contact once, for a reason that the journal keeps; nothing of it stays on the page."""
    opinion = opinion_for(request, opinion_id)
    form = NamesForm(request.POST)
    done = attempt(form, lambda: _read(request, opinion, form.cleaned_data["reason"]))
    return opinion_page(request, opinion, form, done.value if done else None)


def opinion_for(request: StaffRequest, opinion_id: str) -> Opinion:
    """Return an opinion the reader may read. Raises Http404."""
    readable = opinions_visible_to(request.actor).select_related("dialogue", "slip", "sheet", "identity")
    return or_404(readable.get, public_id=opinion_id)


def opinion_page(
    request: StaffRequest, opinion: Opinion, form: NamesForm, person: Person | None = None
) -> HttpResponse:
    raised = matters_visible_to(request.actor).filter(
        raisings__opinion=opinion, raisings__state=Standing.CURRENT
    )  # fmt: skip
    context = {
        "opinion": opinion,
        "number": wording.number_of(opinion),
        "tag": wording.state_tag(opinion),
        "level_tag": wording.level_tag(opinion),
        "facts": present.facts_of(opinion),
        "matters": present.matter_rows(raised.order_by("pk")),
        "moves": present.moves_of(request.actor, opinion),
        "entries": present.entries_of(opinion),
        "photos": list(attachments_of(opinion)),
        "papers": download_links(request, "receipt", opinion.public_id)[:2] if opinion.number else [],
        "may_read_names": opinion.identity_id is not None and decide(request.actor, READ_NAMES).allowed,
        "person": person,
    }
    return form_page(request, "console/ledger/opinion.html", form, context)


def _read(request: StaffRequest, opinion: Opinion, reason: str) -> Person | None:
    if opinion.identity is None:
        return None
    read = read_identities(actor=request.actor, ids=[opinion.identity.public_id], reason=reason)
    return read.get(opinion.identity.public_id)
