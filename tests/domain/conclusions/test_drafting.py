"""The draft of a conclusion: from the hall, from what was not reached, repeatable, never over what somebody wrote."""

import pytest

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import items_in_force, items_visible_to
from nghedan.domain.conclusions.services.drafting import ANSWER_IN_WRITING, draft_items
from nghedan.domain.conclusions.services.items import ItemDraft, add_item, edit_item, end_item, move_item, restore_item
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support.aftermath import DUE_ON, HELD_ON, Held, outcome, raised

pytestmark = pytest.mark.django_db


def shown(dialogue: Dialogue) -> list[tuple[str, str, str]]:
    return [(item.group, item.text, str(item.unit or item.competent_body)) for item in items_in_force(dialogue)]


def test_what_was_said_in_the_hall_stands_in_its_part(an: Actor, held: Held) -> None:
    draft_items(actor=an, dialogue=held.dialogue)
    assert shown(held.dialogue) == [
        ("assigned", "Sửa đường thôn Nà Lốc: Phòng Kinh tế kiểm tra, trả lời.", "Phòng Kinh tế"),
        ("assigned", "Xây cầu Đá Bạc: Khảo sát, lập dự toán.", ""),
        ("resolved", "Cấp lại sổ đỏ: Nộp hồ sơ tại bộ phận một cửa.", ""),
        ("outside", "Nâng cấp đường dây điện: Kiến nghị Điện lực.", "Công ty Điện lực Đông Sơn"),
        ("assigned", "Dọn chợ: chưa trao đổi tại hội nghị, trả lời bằng văn bản", "Phòng Kinh tế"),
    ]
    first = items_in_force(held.dialogue)[0]
    assert (first.due_on, first.product) == (DUE_ON, ANSWER_IN_WRITING)


def test_a_second_draft_adds_only_what_is_new(an: Actor, held: Held, committee: Body, economy: Unit) -> None:
    first, *others = draft_items(actor=an, dialogue=held.dialogue)
    edit_item(actor=an, item=first, draft=ItemDraft("Sửa xong đường", unit=economy, due_on=DUE_ON))
    end_item(actor=an, item=others[0])
    late = raised(an, committee, held.dialogue, "Đèn đường thôn Lân Hạ")
    outcome(late, HallOutcome.ANSWERED, "Đã có trong kế hoạch.")
    assert [item.text for item in draft_items(actor=an, dialogue=held.dialogue)] == [
        "Đèn đường thôn Lân Hạ: Đã có trong kế hoạch."
    ]
    assert shown(held.dialogue)[0][1] == "Sửa xong đường"
    assert len(shown(held.dialogue)) == 5
    assert draft_items(actor=an, dialogue=held.dialogue) == []


def test_an_answer_with_a_promise_is_given_to_its_unit(an: Actor, held: Held, committee: Body, economy: Unit) -> None:
    promised = raised(an, committee, held.dialogue, "Đèn đường")
    outcome(promised, HallOutcome.ANSWERED, "Lắp xong trong tháng.", unit=economy, due_on=DUE_ON)
    draft_items(actor=an, dialogue=held.dialogue)
    item = ConclusionItem.objects.of(held.dialogue.locality).get(matter=promised)
    assert (item.group, item.unit, item.due_on, item.product) == (ItemGroup.ASSIGNED, economy, DUE_ON, "")


def test_what_is_about_officials_is_never_drafted_and_later_leaves(an: Actor, held: Held) -> None:
    Matter.objects.of(held.dialogue.locality).filter(pk=held.road.pk).update(level="conduct")
    assert [item.matter_id for item in draft_items(actor=an, dialogue=held.dialogue)] == [
        held.bridge.pk, held.paper.pk, held.power.pk, held.market.pk,
    ]  # fmt: skip
    Matter.objects.of(held.dialogue.locality).filter(pk=held.bridge.pk).update(level="restricted")
    assert [item.matter_id for item in items_visible_to(an)] == [held.paper.pk, held.power.pk, held.market.pk]
    assert [item.matter_id for item in items_in_force(held.dialogue)] == [held.paper.pk, held.power.pk, held.market.pk]


def test_items_change_places_within_their_part(an: Actor, held: Held) -> None:
    draft_items(actor=an, dialogue=held.dialogue)
    road, bridge, guided, _power, market = items_in_force(held.dialogue)
    move_item(actor=an, item=market, up=True)
    assert [item.pk for item in items_in_force(held.dialogue).filter(group="assigned")] == [
        road.pk,
        market.pk,
        bridge.pk,
    ]
    guided.refresh_from_db()
    before = guided.position
    assert move_item(actor=an, item=guided, up=False).position == before


def test_an_item_left_out_can_be_taken_back(an: Actor, held: Held) -> None:
    first, *_others = draft_items(actor=an, dialogue=held.dialogue)
    end_item(actor=an, item=first)
    restore_item(actor=an, item=first)
    assert len(shown(held.dialogue)) == 5


def test_an_item_needs_words_and_no_day_before_the_conference(an: Actor, held: Held) -> None:
    with pytest.raises(Invalid) as no_text:
        add_item(actor=an, dialogue=held.dialogue, draft=ItemDraft("  "))
    early = ItemDraft("Việc", due_on=HELD_ON.replace(day=1))
    with pytest.raises(Invalid) as too_early:
        add_item(actor=an, dialogue=held.dialogue, draft=early)
    assert (no_text.value.field, too_early.value.field) == ("text", "due_on")


def test_nothing_is_concluded_before_the_day(an: Actor, held: Held) -> None:
    Dialogue.objects.of(held.dialogue.locality).filter(pk=held.dialogue.pk).update(state="ready")
    held.dialogue.refresh_from_db()
    with pytest.raises(Refused) as refused:
        draft_items(actor=an, dialogue=held.dialogue)
    assert refused.value.code == "conclusion_item.not_held"


def test_who_writes_conclusions(binh: Actor, economist: Actor, giang: Actor, held: Held) -> None:
    for actor in (binh, economist, giang):
        with pytest.raises(NotAllowed):
            add_item(actor=actor, dialogue=held.dialogue, draft=ItemDraft("Việc"))
    assert [items_visible_to(actor).count() for actor in (economist, giang)] == [0, 0]
