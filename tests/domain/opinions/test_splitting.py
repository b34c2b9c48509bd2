"""Splitting stacks: every page a sheet, in order, whatever happens on the way."""

from collections.abc import Callable
from typing import Any

import pytest

from nghedan.domain.opinions.addresses import slip_address, slip_id_in
from nghedan.domain.opinions.jobs import split_waiting_stacks
from nghedan.domain.opinions.models import Opinion, Sheet, Slip, SlipRun, Stack
from nghedan.domain.opinions.queries import sheets_visible_to
from nghedan.domain.opinions.services import splitting
from nghedan.domain.opinions.services.paper import PAGE, Capture, hand_in_stack, print_slips
from nghedan.domain.opinions.services.splitting import FOREIGN_CODE, NO_CODE, SEEN_BEFORE, SEVERAL, retry_stack
from nghedan.domain.opinions.terms import StackState
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed
from tests.foundation.attachments import files
from tests.support import paper

pytestmark = pytest.mark.usefixtures("frozen_today")


def sheets_of(stack: Stack) -> list[Sheet]:
    return list(Sheet.objects.of(stack.locality).filter(stack=stack).order_by("position"))


def handed_in(actor: Actor, body: Body, *contents: bytes) -> Stack:
    uploads = [paper.upload(content, f"{place}.bin") for place, content in enumerate(contents)]
    return hand_in_stack(actor=actor, body=body, capture=Capture(), uploads=uploads)


def again(stack: Stack) -> Stack:
    return Stack.objects.of(stack.locality).select_related("locality", "body").get(pk=stack.pk)


def test_each_page_becomes_a_sheet_of_its_slip_and_hamlet(stack: Stack, run: SlipRun) -> None:
    slips = list(Slip.objects.of(run.locality).order_by("number"))
    found = [(one.position, one.slip, one.hamlet, one.note) for one in sheets_of(stack)]
    assert found == [*((place, slip, run.hamlet, "") for place, slip in enumerate(slips, 1)), (4, None, None, NO_CODE)]
    assert (stack.state, stack.pages) == (StackState.SPLIT, 4)
    assert [attachments_of(one).get(kind=PAGE).is_encrypted for one in sheets_of(stack)] == [True] * 4


def test_photos_are_split_in_the_order_they_were_chosen(an: Actor, committee: Body, run: SlipRun) -> None:
    pictures = paper.scanned(run, ["a", "b", "c"])
    handed_in(an, committee, *(paper.as_jpeg(one) for one in reversed(pictures)))
    split_waiting_stacks()
    assert [one.slip.number for one in sheets_of(Stack.objects.of(run.locality).get()) if one.slip] == [3, 2, 1]


def test_what_the_code_says_is_told(an: Actor, giang: Actor, committee: Body, run: SlipRun) -> None:
    elsewhere = Body(locality=giang.locality, kind=committee.kind, name="UBND phường Gò Nắng", state="current")
    elsewhere.save()
    foreign = print_slips(actor=giang, body=elsewhere, dialogue=None, hamlet=None, count=1)
    first, second, _third = paper.scanned(run, ["a", "b", "c"])
    both = first.copy().resize((first.width, first.height))
    pair = paper.blank((first.width, first.height * 2))
    pair.paste(both, (0, 0))
    pair.paste(second, (0, first.height))
    stack = handed_in(an, committee, paper.as_pdf([*paper.scanned(foreign, ["x"]), first, first, pair]))
    split_waiting_stacks()
    assert [one.note for one in sheets_of(stack)] == [FOREIGN_CODE, "", SEEN_BEFORE, SEVERAL]


def test_an_address_of_another_place_is_no_slip_of_ours(run: SlipRun, locality: Locality) -> None:
    slip = run.slips.first()
    assert slip is not None
    address = slip_address(slip)
    assert slip_id_in(address, locality) == slip.public_id
    assert slip_id_in(address.replace(locality.slug, "go-nang"), locality) == ""
    for text in ("", "https://a.vn/suoi-lanh/tra-cuu/?ma=k", "\x00/p/"):
        assert slip_id_in(text, locality) is None


def test_a_worker_that_dies_half_way_leaves_what_it_did(
    an: Actor, committee: Body, run: SlipRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = handed_in(an, committee, paper.as_pdf(paper.scanned(run, ["a", "b", "c"])))
    kept: Callable[..., None] = splitting._keep

    def dying(actor: Actor, of: Stack, position: int, page: Any) -> None:
        if position == 3:
            raise KeyboardInterrupt
        kept(actor, of, position, page)

    monkeypatch.setattr(splitting, "_keep", dying)
    with pytest.raises(KeyboardInterrupt):
        split_waiting_stacks()
    assert ([one.position for one in sheets_of(stack)], again(stack).state) == ([1, 2], StackState.WAITING)
    monkeypatch.setattr(splitting, "_keep", kept)
    split_waiting_stacks()
    split_waiting_stacks()
    assert ([one.position for one in sheets_of(stack)], again(stack).state) == ([1, 2, 3], StackState.SPLIT)
    pages = Attachment.objects.of(stack.locality).filter(kind=PAGE)
    assert pages.count() == 3


def test_what_cannot_be_split_says_so_and_is_tried_again(
    an: Actor, committee: Body, run: SlipRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = handed_in(an, committee, paper.as_pdf(paper.scanned(run, ["a", "b", "c"])))
    kept: Callable[..., None] = splitting._keep

    def failing(*_: Any) -> None:
        raise Invalid("scans.damaged_page", "Trang %(page)s bị hỏng.", page=2)

    monkeypatch.setattr(splitting, "_keep", failing)
    split_waiting_stacks()
    assert (again(stack).state, again(stack).problem) == (StackState.FAILED, "Trang 2 bị hỏng.")
    monkeypatch.setattr(splitting, "_keep", kept)
    split_waiting_stacks()
    assert again(stack).state == StackState.FAILED
    retry_stack(actor=an, stack=again(stack))
    split_waiting_stacks()
    assert (again(stack).state, again(stack).problem, len(sheets_of(stack))) == (StackState.SPLIT, "", 3)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param([], id="nothing"),
        pytest.param([files.docx()], id="word"),
        pytest.param([files.pdf("khoa")], id="locked"),
        pytest.param([b"%PDF-1.7 rubbish"], id="damaged"),
        pytest.param([b""], id="empty"),
        pytest.param([b"\x00\x01\x02"], id="bytes"),
    ],
)
def test_what_is_no_scan_is_refused_at_once_and_nothing_kept(
    contents: list[bytes], an: Actor, committee: Body
) -> None:
    with pytest.raises(Invalid) as refused:
        handed_in(an, committee, *contents)
    assert (refused.value.field, Stack.objects.of(committee.locality).count()) == ("file", 0)


def test_only_the_clerk_hands_in_and_others_see_nothing(
    stack: Stack, chi: Actor, giang: Actor, hamlet_head: Actor, party_clerk: Actor, binh: Actor, committee: Body
) -> None:
    with pytest.raises(NotAllowed):
        handed_in(chi, committee, files.pdf())
    seen = [sheets_visible_to(one).count() for one in (chi, giang, hamlet_head, party_clerk, binh)]
    assert seen == [0, 0, 0, 0, 4]
    assert Opinion.objects.of(stack.locality).count() == 0
