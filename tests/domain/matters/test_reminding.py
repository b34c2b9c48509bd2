"""Reminders, once a day unless it is meant; and a unit's own passages."""

from datetime import date

import pytest

from nghedan.domain.matters.models import Reminder
from nghedan.domain.matters.queries import reminders_visible_to, text_blocks_of
from nghedan.domain.matters.services.reminding import send_reminder
from nghedan.domain.matters.services.text_blocks import add_text_block, edit_text_block, end_text_block
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db


def remind(actor: Actor, unit: Unit, *, again: bool = False) -> Reminder:
    return send_reminder(actor=actor, unit=unit, matters=2, due_on=date(2026, 3, 12), again=again)


@pytest.mark.usefixtures("frozen_today")
def test_a_unit_is_reminded_once_a_day_unless_it_is_meant(state_clerk: Actor, economy: Unit, office: Unit) -> None:
    first = remind(state_clerk, economy)
    with pytest.raises(Refused, match="Phòng Kinh tế đã được đôn đốc lúc 09:00 hôm nay"):
        remind(state_clerk, economy)
    assert first.text == "Còn 2 nội dung chưa gửi dự thảo trả lời, hạn sớm nhất 12/3/2026"
    other = remind(state_clerk, office)
    second = remind(state_clerk, economy, again=True)
    with clock.frozen(clock.now().replace(day=11, hour=0)):
        third = remind(state_clerk, economy)
    assert list(reminders_visible_to(state_clerk)) == [third, second, other, first]


@pytest.mark.usefixtures("frozen_today")
def test_a_unit_sees_its_own_reminders_and_sends_none(
    an: Actor, economist: Actor, hoa: Actor, party_clerk: Actor, giang: Actor, economy: Unit
) -> None:
    sent = remind(an, economy)
    seen = {who: list(reminders_visible_to(who)) for who in (economist, hoa, party_clerk, giang)}
    assert seen == {economist: [sent], hoa: [], party_clerk: [], giang: []}
    for who in (economist, party_clerk, giang):
        with pytest.raises(NotAllowed):
            remind(who, economy, again=True)


def test_a_unit_keeps_passages_for_itself(economist: Actor, hoa: Actor, state_clerk: Actor, economy: Unit) -> None:
    block = add_text_block(actor=economist, unit=economy, title="Kết thúc", text="Xin cảm ơn ông/bà.")
    edit_text_block(actor=economist, block=block, title="Kết thư", text="Trân trọng cảm ơn ông/bà.")
    assert [list(text_blocks_of(who)) for who in (economist, state_clerk, hoa)] == [[block], [block], []]
    with pytest.raises(NotAllowed):
        end_text_block(actor=hoa, block=block)
    end_text_block(actor=economist, block=block)
    assert list(text_blocks_of(economist)) == []


@pytest.mark.parametrize("missing", ["title", "text"])
def test_a_passage_needs_name_and_words(economist: Actor, economy: Unit, missing: str) -> None:
    words = {"title": "Kết thúc", "text": "Xin cảm ơn.", missing: " "}
    with pytest.raises(Invalid) as told:
        add_text_block(actor=economist, unit=economy, **words)
    assert told.value.field == missing
