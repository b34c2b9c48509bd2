"""Proposals and requests by voters, as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.dialogues.models import HamletCount, Proposal, VoterRequest
from nghedan.domain.dialogues.queries import standing_of
from nghedan.domain.dialogues.rules import RequestCount
from nghedan.domain.dialogues.terms import ProposalState, VoterRequestState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.ui.models import Colour, SummaryRow, Tag
from nghedan.foundation.ui.numbers import grouped
from nghedan.interfaces.console.links import href

PROPOSAL_COLOURS = {
    ProposalState.PROPOSED: Colour.YELLOW, ProposalState.ACCEPTED: Colour.GREEN, ProposalState.DECLINED: Colour.GREY,
}  # fmt: skip
REQUEST_COLOURS = {
    VoterRequestState.COLLECTING: Colour.BLUE, VoterRequestState.ACCEPTED: Colour.GREEN,
    VoterRequestState.SET_ASIDE: Colour.GREY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal or a request in its list."""

    title: str
    href: str
    tag: Tag
    facts: str


@dataclass(frozen=True, slots=True)
class HamletRow:
    """What one hamlet has signed; ``supporters`` is None as long as nothing was entered."""

    name: str
    voters: int | None
    supporters: int | None
    href: str
    has_scan: bool


def proposal_tag(proposal: Proposal) -> Tag:
    state = ProposalState(proposal.state)
    return Tag(_(state.label), PROPOSAL_COLOURS[state])


def request_tag(request: VoterRequest, count: RequestCount) -> Tag:
    """Return the state; a request that has enough signatures says so."""
    if request.state == VoterRequestState.COLLECTING and count.is_reached:
        return Tag(_("Đủ điều kiện"), Colour.YELLOW)
    state = VoterRequestState(request.state)
    return Tag(_(state.label), REQUEST_COLOURS[state])


def proposer_of(proposal: Proposal) -> str:
    return str(proposal.unit or proposal.hamlet or _("Văn phòng"))


def proposal_row(proposal: Proposal) -> Row:
    page = href("proposal", proposal.locality, proposal_id=proposal.public_id)
    return Row(proposal.subject, page, proposal_tag(proposal), proposer_of(proposal))


def proposal_rows(proposal: Proposal) -> list[SummaryRow]:
    rows = [
        (_("Đề nghị của"), proposer_of(proposal)),
        (_("Gửi đến"), proposal.body.name),
        (_("Nội dung"), proposal.text),
        (_("Ý kiến trả lời"), proposal.answer),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def request_row(request: VoterRequest) -> Row:
    count = standing_of(request)
    page = href("voter-request", request.locality, request_id=request.public_id)
    return Row(request.subject, page, request_tag(request, count), count_sentence(count))


def count_sentence(count: RequestCount) -> str:
    """Return "51 trong 505 cử tri cần thiết, còn thiếu 454"."""
    figures = {name: grouped(getattr(count, name)) for name in ("signed", "needed", "missing")}
    if count.is_reached:
        told = ngettext(
            "%(signed)s cử tri đã ký, cần %(needed)s: đủ điều kiện",
            "%(signed)s cử tri đã ký, cần %(needed)s: đủ điều kiện",
            count.signed,
        )
        return told % figures
    return _("%(signed)s trong %(needed)s cử tri cần thiết, còn thiếu %(missing)s") % figures


def hamlet_rows(request: VoterRequest, hamlets: Sequence[Hamlet], scanned: frozenset[str]) -> list[HamletRow]:
    """Return every hamlet of the day with its count; ``scanned``: counts that have a scan."""
    counts: dict[int, HamletCount] = {count.hamlet_id: count for count in request.counts.all()}
    return [_hamlet_row(request, hamlet, counts.get(hamlet.pk), scanned) for hamlet in hamlets]


def _hamlet_row(request: VoterRequest, hamlet: Hamlet, count: HamletCount | None, scanned: frozenset[str]) -> HamletRow:
    ids = {"request_id": request.public_id, "hamlet_id": hamlet.public_id}
    return HamletRow(
        name=str(hamlet),
        voters=hamlet.voters,
        supporters=count.supporters if count else None,
        href=href("voter-count", request.locality, **ids),
        has_scan=count is not None and count.public_id in scanned,
    )


def request_rows(request: VoterRequest) -> list[SummaryRow]:
    rows = [
        (_("Gửi đến"), request.body.name),
        (_("Ngày nhận"), request.received_on),
        (_("Tổng số cử tri khi nhận"), request.voters_total),
        (_("Tỷ lệ cần thiết"), f"{request.threshold_percent.normalize():f}%"),
        (_("Ghi chú"), request.note),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]
