"""Keying sheets: opinion, sheet and slip in one; the stub's code leads to what counts."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.opinions.models import Opinion, Sheet, Stack
from nghedan.domain.opinions.queries import counts_by_origin
from nghedan.domain.opinions.receipts import receipt_code, receipt_digest
from nghedan.domain.opinions.services.keeping import correct_opinion, edit_opinion, void_opinion
from nghedan.domain.opinions.services.keying import Keyed, key_sheet
from nghedan.domain.opinions.services.paper import finish_sheet, set_sheet_aside, take_sheet_up
from nghedan.domain.opinions.services.receiving import UNNAMED, receipt_of
from nghedan.domain.opinions.terms import OpinionState, Origin, ReplyWay, SheetState, SlipState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused


@pytest.fixture
def sheet(stack: Stack) -> Sheet:
    """The first sheet of the stack."""
    return load(stack, 1)


def load(stack: Stack, position: int) -> Sheet:
    sheets = Sheet.objects.of(stack.locality).select_related("slip", "hamlet", "body", "dialogue")
    return sheets.get(stack=stack, position=position)


def held_by(code: str, opinion: Opinion) -> Opinion:
    """Return the opinion a receipt leads to."""
    return Opinion.objects.of(opinion.locality).get(receipt_digest=receipt_digest(code))


def test_a_keyed_sheet_is_an_opinion_with_the_code_of_its_stub(an: Actor, stack: Stack, sheet: Sheet) -> None:
    opinion = key_sheet(actor=an, sheet=sheet, keyed=Keyed("Cầu hỏng", sheet.hamlet))
    assert sheet.slip is not None
    assert (opinion.origin, opinion.hamlet, opinion.slip) == (Origin.SLIP, sheet.hamlet, sheet.slip)
    assert (load(stack, 1).state, load(stack, 1).slip.state) == (SheetState.KEYED, SlipState.RETURNED)  # type: ignore[union-attr]
    assert receipt_of(opinion) == receipt_code(sheet.slip.public_id)


def test_the_same_form_twice_is_one_opinion(an: Actor, stack: Stack) -> None:
    key = issue_key(an, "sheet.key")
    made = [key_sheet(actor=an, sheet=load(stack, 1), keyed=Keyed("Cầu hỏng"), key=key) for _ in range(2)]
    assert made[0].pk == made[1].pk
    with pytest.raises(Conflict):
        key_sheet(actor=an, sheet=load(stack, 1), keyed=Keyed("Chợ bẩn"), key=key)
    assert Opinion.objects.of(stack.locality).count() == 1


def test_of_two_clerks_at_one_sheet_the_second_writes_nothing(an: Actor, state_clerk: Actor, stack: Stack) -> None:
    mine, yours = load(stack, 1), load(stack, 1)
    key_sheet(actor=an, sheet=mine, keyed=Keyed("Cầu hỏng"))
    with pytest.raises(Conflict):
        key_sheet(actor=state_clerk, sheet=yours, keyed=Keyed("Cầu hư"))
    with pytest.raises(Refused):
        key_sheet(actor=state_clerk, sheet=load(stack, 1), keyed=Keyed("Cầu hư"))
    assert [one.words for one in Opinion.objects.of(stack.locality)] == ["Cầu hỏng"]


def test_a_sheet_with_two_opinions_waits_until_both_are_keyed(an: Actor, stack: Stack, sheet: Sheet) -> None:
    first = key_sheet(actor=an, sheet=sheet, keyed=Keyed("Cầu hỏng"), has_more=True)
    assert load(stack, 1).state == SheetState.WAITING
    second = key_sheet(actor=an, sheet=load(stack, 1), keyed=Keyed("Xin điện"))
    assert load(stack, 1).state == SheetState.KEYED
    assert receipt_of(first) != receipt_of(second)
    assert (held_by(receipt_of(first), first), held_by(receipt_of(second), first)) == (first, second)


def test_what_was_keyed_wrongly_gives_the_code_of_the_stub_back(an: Actor, stack: Stack, sheet: Sheet) -> None:
    assert sheet.slip is not None
    stub = receipt_code(sheet.slip.public_id)
    wrong = key_sheet(actor=an, sheet=sheet, keyed=Keyed("Cầu hổng"))
    void_opinion(actor=an, opinion=wrong, reason="Nhập lại")
    assert (load(stack, 1).state, wrong.words, wrong.state) == (SheetState.WAITING, "Cầu hổng", OpinionState.VOID)
    right = key_sheet(actor=an, sheet=load(stack, 1), keyed=Keyed("Cầu hỏng"))
    assert (held_by(stub, right), receipt_of(right)) == (right, stub)
    assert held_by(receipt_of(wrong), right) == wrong
    assert dict(counts_by_origin(an)) == {"slip": 1}


def test_a_sheet_set_aside_needs_a_reason_and_can_wait_again(an: Actor, stack: Stack) -> None:
    last = load(stack, 4)
    with pytest.raises(Invalid):
        set_sheet_aside(actor=an, sheet=last, reason=" \u200b ".replace("\u200b", ""))
    set_sheet_aside(actor=an, sheet=last, reason="Tờ trắng")
    assert (load(stack, 4).state, load(stack, 4).reason) == (SheetState.SET_ASIDE, "Tờ trắng")
    take_sheet_up(actor=an, sheet=load(stack, 4))
    assert load(stack, 4).state == SheetState.WAITING
    finish_sheet(actor=an, sheet=load(stack, 4))
    assert load(stack, 4).state == SheetState.KEYED


@pytest.mark.parametrize("words", ["", "   ", "😀🙏", "\x00\x00", "\u202e\u202c", "…!!!"])
def test_without_a_letter_nothing_is_written(words: str, an: Actor, stack: Stack, sheet: Sheet) -> None:
    with pytest.raises(Invalid) as refused:
        key_sheet(actor=an, sheet=sheet, keyed=Keyed(words))
    assert (refused.value.field, load(stack, 1).state) == ("words", SheetState.WAITING)
    assert Opinion.objects.of(stack.locality).count() == 0


def test_who_leaves_only_a_number_is_kept_without_a_name(an: Actor, sheet: Sheet) -> None:
    keyed = Keyed("Cầu hỏng", person=Person(phone="0912345678"), reply_way=ReplyWay.PHONE)
    identity = key_sheet(actor=an, sheet=sheet, keyed=keyed).identity
    assert identity is not None
    read = read_identities(actor=an, ids=[identity.public_id], reason="gọi lại")
    assert (read[identity.public_id].name, read[identity.public_id].phone) == (UNNAMED, "0912345678")


def test_others_may_not_key(chi: Actor, giang: Actor, hamlet_head: Actor, party_clerk: Actor, sheet: Sheet) -> None:
    for actor in (chi, giang, hamlet_head, party_clerk):
        with pytest.raises(NotAllowed):
            key_sheet(actor=actor, sheet=sheet, keyed=Keyed("Cầu hỏng"))


def test_a_correction_leaves_the_first_words_and_is_what_is_shown(an: Actor, said: Callable[..., Opinion]) -> None:
    opinion = said("Cầu hổng")
    correct_opinion(actor=an, opinion=opinion, words="Cầu hỏng", reason="nghe nhầm")
    assert (opinion.words, opinion.text) == ("Cầu hổng", "Cầu hỏng")
    with pytest.raises(Invalid) as refused:
        correct_opinion(actor=an, opinion=opinion, words="Cầu", reason=" ")
    assert refused.value.field == "reason"


def test_the_day_received_stays_in_the_year_of_its_ledger_and_in_the_past(
    an: Actor, said: Callable[..., Opinion], hamlets: list[Hamlet]
) -> None:
    opinion = said()
    edit_opinion(actor=an, opinion=opinion, changes={"hamlet": hamlets[1], "received_on": date(2026, 1, 1)})
    assert (opinion.hamlet, opinion.received_on) == (hamlets[1], date(2026, 1, 1))
    for day in (date(2025, 12, 31), date(2026, 3, 11)):
        with pytest.raises(Invalid) as refused:
            edit_opinion(actor=an, opinion=opinion, changes={"received_on": day})
        assert refused.value.field == "received_on"
    with pytest.raises(ValueError, match="words"):
        edit_opinion(actor=an, opinion=opinion, changes={"words": "khác"})
