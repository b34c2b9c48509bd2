"""Dialogues outside the plan: the head's word, proposals, requests by voters."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue, HamletCount, Proposal, VoterRequest
from nghedan.domain.dialogues.services import occasions
from nghedan.domain.dialogues.terms import Occasion, ProposalState, VoterRequestState
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.models import Instruction
from tests.foundation.attachments import files
from tests.interfaces.console.dialogues.addresses import DIALOGUES
from tests.interfaces.console.dialogues.test_deciding import WORD
from tests.interfaces.console.reading import form_key, words_of
from tests.support import people

PROPOSALS = f"{DIALOGUES}proposals/"
REQUESTS = f"{DIALOGUES}voter-requests/"
PDF = files.pdf()

pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def hamlets(locality: Locality) -> list[Hamlet]:
    rows = [
        Hamlet(locality=locality, kind="thon", name=name, voters=voters, state="current")
        for name, voters in (("Đá Bạc", 301), ("Lân Hạ", 204))
    ]
    for row in rows:
        row.save()
    return rows


@pytest.fixture
def hamlet_head(locality: Locality, hamlets: list[Hamlet], client_of: Callable[[Actor], Client]) -> Client:
    """The browser of the head of Đá Bạc."""
    actor = people.staff("thu", "Vi Văn Thu", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlets[0].pk))
    return client_of(actor)


def proposed(locality: Locality) -> Proposal:
    return Proposal.objects.of(locality).get()


UNSCHEDULED = {"theme": "Nước sạch", "topics": "Giếng khoan", "audience": "", "openness": "open", "medium": "in_person"}


def test_the_clerk_records_the_heads_word(clerk: Client, committee: Body, party: Body) -> None:
    address = f"{DIALOGUES}new/head/"
    form = {**UNSCHEDULED, **WORD, "body": committee.public_id, "form_key": form_key(clerk, address)}
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    (made,) = Dialogue.objects.of(committee.locality)
    assert (made.theme, made.occasion, made.topics) == ("Nước sạch", Occasion.HEAD, ["Giếng khoan"])
    assert Instruction.objects.of(committee.locality).count() == 1


def test_the_head_needs_nobody_to_record_it(head: Client, committee: Body) -> None:
    address = f"{DIALOGUES}new/head/"
    page = head.get(address)
    assert "decided_by" not in page.context["form"].fields
    form = {**UNSCHEDULED, "form_key": page.context["form_key"]}
    answer = head.post(address, form, follow=True)
    assert answer.context["next"].title == "Chọn ngày tổ chức"


def test_an_officer_is_shown_the_ways_but_not_the_heads(officer: Client, committee: Body) -> None:
    assert officer.get(f"{DIALOGUES}new/").context["may_plan"] is False
    assert officer.get(f"{DIALOGUES}new/head/").status_code == 403


def test_a_hamlet_head_proposes_for_the_own_hamlet(
    hamlet_head: Client, committee: Body, locality: Locality, hamlets: list[Hamlet]
) -> None:
    address = f"{PROPOSALS}new/"
    form = {"form_key": form_key(hamlet_head, address), "subject": "Đường ống vỡ", "text": "Từ vụ trước"}
    assert hamlet_head.post(address, {**form, "proposer": hamlets[1].public_id}).status_code in (302, 422)
    hamlet_head.post(address, form)
    assert {one.hamlet for one in Proposal.objects.of(locality)} == {hamlets[0]}


def test_the_clerk_proposes_for_whom_she_was_called_by(clerk: Client, committee: Body, hamlets: list[Hamlet]) -> None:
    address = f"{PROPOSALS}new/"
    form = {"form_key": form_key(clerk, address), "proposer": hamlets[1].public_id, "subject": "Chợ"}
    assert clerk.post(address, form).status_code == 302
    assert proposed(committee.locality).hamlet == hamlets[1]
    assert clerk.post(address, {**form, "subject": ""}).status_code == 422


@pytest.fixture
def proposal(an: Actor, committee: Body, hamlets: list[Hamlet]) -> Proposal:
    return occasions.make_proposal(
        actor=an, body=committee, hamlet=hamlets[0], subject="Đường ống vỡ", text="Từ vụ trước"
    )


def test_the_head_says_yes_and_the_dialogue_is_in_the_programme(head: Client, proposal: Proposal) -> None:
    address = f"{PROPOSALS}{proposal.public_id}/"
    assert head.post(address, {"version": proposal.version, "move": "proposal.accept"}).status_code == 302
    made = proposed(proposal.locality)
    assert made.dialogue is not None
    assert (made.state, made.dialogue.theme) == (ProposalState.ACCEPTED, "Đường ống vỡ")
    assert head.get(address).context["move"] is None


def test_a_no_needs_its_reason(clerk: Client, proposal: Proposal) -> None:
    address = f"{PROPOSALS}{proposal.public_id}/"
    form = {"version": proposal.version, "move": "proposal.decline", **WORD}
    answer = clerk.post(address, form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["answer"])
    assert Instruction.objects.of(proposal.locality).count() == 0
    clerk.post(address, {**form, "answer": "Đang sửa, xong trong tháng 4"})
    said = proposed(proposal.locality)
    assert (said.state, said.answer) == (ProposalState.DECLINED, "Đang sửa, xong trong tháng 4")


def test_whoever_proposed_reads_the_answer_and_cannot_answer(hamlet_head: Client, proposal: Proposal) -> None:
    address = f"{PROPOSALS}{proposal.public_id}/"
    assert hamlet_head.get(address).context["move"] is None
    assert hamlet_head.post(address, {"version": proposal.version, "move": "proposal.accept"}).status_code == 403


@pytest.fixture
def request_of_voters(an: Actor, committee: Body, hamlets: list[Hamlet]) -> VoterRequest:
    return occasions.receive_voter_request(actor=an, body=committee, subject="Mỏ đá", received_on=clock.today())


def at(row: VoterRequest, rest: str = "") -> str:
    return f"{REQUESTS}{row.public_id}/{rest}"


def counted(client: Client, row: VoterRequest, hamlet: Hamlet, supporters: Any, **more: Any) -> Any:
    return client.post(at(row, f"hamlets/{hamlet.public_id}/"), {"supporters": supporters, **more})


def test_a_request_is_received_with_the_voters_of_the_day(
    clerk: Client, committee: Body, hamlets: list[Hamlet]
) -> None:
    address = f"{REQUESTS}new/"
    page = clerk.get(address)
    form = {"form_key": page.context["form_key"], "subject": "Mỏ đá", "received_on": "10/3/2026", "percent": "10"}
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    row = VoterRequest.objects.of(committee.locality).get()
    assert (row.voters_total, row.received_on) == (505, date(2026, 3, 10))


def test_hamlet_by_hamlet_the_bar_grows(clerk: Client, request_of_voters: VoterRequest, hamlets: list[Hamlet]) -> None:
    counted(clerk, request_of_voters, hamlets[0], "30")
    page = clerk.get(at(request_of_voters))
    assert page.context["sentence"] == "30 trong 51 cử tri cần thiết, còn thiếu 21"
    assert [(one.name, one.supporters) for one in page.context["hamlets"]] == [
        ("Thôn Đá Bạc", 30),
        ("Thôn Lân Hạ", None),
    ]
    assert "Mới có 30 trên 51 cử tri" in words_of(page)
    refused = clerk.post(at(request_of_voters, "accept/"), {"version": request_of_voters.version})
    assert (refused.status_code, Dialogue.objects.of(request_of_voters.locality).count()) == (409, 0)
    counted(clerk, request_of_voters, hamlets[1], "21")
    assert clerk.get(at(request_of_voters)).context["tag"].text == "Đủ điều kiện"
    answer = clerk.post(at(request_of_voters, "accept/"), {"version": request_of_voters.version})
    made = Dialogue.objects.of(request_of_voters.locality).get()
    assert answer["Location"] == f"{DIALOGUES}{made.public_id}/"
    assert (made.theme, made.occasion) == ("Mỏ đá", Occasion.VOTERS)


def test_more_signatures_than_voters_are_given_back(
    clerk: Client, request_of_voters: VoterRequest, hamlets: list[Hamlet]
) -> None:
    answer = counted(clerk, request_of_voters, hamlets[0], "302")
    assert (answer.status_code, answer.context["form"]["supporters"].value()) == (422, "302")
    assert HamletCount.objects.of(request_of_voters.locality).count() == 0


def test_the_scan_of_signatures_is_locked_and_each_opening_journalled(
    clerk: Client, officer: Client, request_of_voters: VoterRequest, hamlets: list[Hamlet]
) -> None:
    scan = SimpleUploadedFile("danh-sach-ba-tu.pdf", PDF, "application/pdf")
    assert counted(clerk, request_of_voters, hamlets[0], "30", file=scan).status_code == 302
    kept = Attachment.objects.of(request_of_voters.locality).get()
    assert (kept.is_encrypted, "ba-tu" in kept.name) == (True, False)
    assert clerk.get(at(request_of_voters)).context["hamlets"][0].has_scan is True
    opened = clerk.get(at(request_of_voters, f"scans/{kept.public_id}/"))
    assert (opened.content, opened["Content-Type"]) == (PDF, "application/pdf")
    assert JournalEntry.objects.filter(code="attachment.open", subject_id=kept.public_id).count() == 1
    assert officer.get(at(request_of_voters, f"scans/{kept.public_id}/")).status_code in (403, 404)


def test_set_aside_with_a_reason(clerk: Client, request_of_voters: VoterRequest) -> None:
    form = {"version": request_of_voters.version}
    assert clerk.post(at(request_of_voters, "set-aside/"), form).status_code == 422
    clerk.post(at(request_of_voters, "set-aside/"), {**form, "note": "Hết hạn vận động"})
    row = VoterRequest.objects.of(request_of_voters.locality).get()
    assert (row.state, row.note) == (VoterRequestState.SET_ASIDE, "Hết hạn vận động")


@pytest.mark.parametrize("count", [1, 3, 100])
def test_lists_make_the_same_queries_whatever_their_length(
    an: Actor, clerk: Client, committee: Body, hamlets: list[Hamlet], count: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    for number in range(count):
        row = occasions.receive_voter_request(actor=an, body=committee, subject=f"{number}", received_on=clock.today())
        occasions.count_hamlet(actor=an, request=row, hamlet=hamlets[0], supporters=1)
        occasions.make_proposal(actor=an, body=committee, hamlet=hamlets[0], subject=f"{number}", text="")
    clerk.get(PROPOSALS)
    with django_assert_num_queries(5):
        clerk.get(PROPOSALS)
    with django_assert_num_queries(6):
        clerk.get(REQUESTS)
    with django_assert_num_queries(8):
        clerk.get(at(row))


def test_elsewhere_neither_exists(stranger: Client, proposal: Proposal, request_of_voters: VoterRequest) -> None:
    for address in (f"{PROPOSALS}{proposal.public_id}/", at(request_of_voters)):
        assert stranger.get(address).status_code == 404
        assert stranger.get(address.replace("suoi-lanh", "go-nang")).status_code == 404
