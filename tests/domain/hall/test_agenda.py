"""The programme: filled from data, ordered, and moved along in the hall."""

from datetime import time, timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import AgendaItem, MinutesLine
from nghedan.domain.hall.queries.agenda import items_of, running_item
from nghedan.domain.hall.rules.programme import minutes_over, slots_of, told_minutes
from nghedan.domain.hall.services import agenda, session
from nghedan.domain.hall.starting_agenda import programme_for, starting_programmes
from nghedan.domain.hall.terms import AgendaPart, AgendaState
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def items(an: Actor, dialogue: Dialogue, office: Unit) -> list[AgendaItem]:
    """The usual programme."""
    return agenda.start_agenda(actor=an, dialogue=dialogue)


def titles(dialogue: Dialogue) -> list[str]:
    return [item.title for item in items_of(dialogue)]


def states(dialogue: Dialogue) -> list[str]:
    return [item.state for item in items_of(dialogue)]


def row(dialogue: Dialogue, place: int) -> AgendaItem:
    return list(items_of(dialogue))[place]


def test_the_usual_programme_names_body_office_and_chair(items: list[AgendaItem]) -> None:
    assert [(item.title, item.responsible, item.minutes) for item in items[:4]] == [
        ("Tuyên bố lý do, giới thiệu đại biểu", "Văn phòng HĐND và UBND xã", 10),
        ("Báo cáo tình hình kinh tế - xã hội", "Lãnh đạo Ủy ban nhân dân xã Suối Lành", 15),
        ("Báo cáo kết quả giải quyết kiến nghị kỳ trước", "Văn phòng HĐND và UBND xã", 10),
        (
            "Chủ trì nêu nội dung, cách thức đối thoại",
            "Chủ tịch Ủy ban nhân dân xã, Đại diện Thường trực Hội đồng nhân dân",
            10,
        ),
    ]
    assert [item.part for item in items if item.is_for_speakers] == [AgendaPart.SPEAKING]


def test_the_partys_own_dialogue_begins_with_another_programme(
    an: Actor, dialogue: Dialogue, party: Body, items: list[AgendaItem]
) -> None:
    dialogue.pk, dialogue.public_id, dialogue.body, dialogue.openness = None, "partysown222", party, "internal"
    dialogue.save()
    internal = agenda.start_agenda(actor=an, dialogue=dialogue)
    assert [item.title for item in internal if item.is_for_speakers] == ["Cán bộ, đảng viên phát biểu"]
    assert [item.responsible for item in internal[:3]] == ["Văn phòng Đảng ủy xã", "Đảng ủy xã Suối Lành", "Bí thư"]


@pytest.mark.parametrize("is_party", [True, False])
@pytest.mark.parametrize("is_internal", [True, False])
def test_every_conference_has_a_programme_to_begin_with(is_party: bool, is_internal: bool) -> None:
    chosen = programme_for(is_party=is_party, is_internal=is_internal)
    assert chosen.code == ("party-internal" if is_party and is_internal else "people")
    assert len({one.code for one in starting_programmes()}) == len(starting_programmes())


def test_a_programme_that_has_items_is_not_filled_again(an: Actor, dialogue: Dialogue, items: list[AgendaItem]) -> None:
    with pytest.raises(Refused, match="đã có các mục"):
        agenda.start_agenda(actor=an, dialogue=dialogue)
    assert items_of(dialogue).count() == len(items)


def test_items_are_added_changed_moved_and_taken_out(an: Actor, dialogue: Dialogue) -> None:
    for title in ("Một", "Hai", "Ba"):
        agenda.add_item(actor=an, dialogue=dialogue, title=title, minutes=10)
    agenda.move_item(actor=an, item=row(dialogue, 2), earlier=True)
    assert titles(dialogue) == ["Một", "Ba", "Hai"]
    agenda.move_item(actor=an, item=row(dialogue, 0), earlier=True)
    agenda.move_item(actor=an, item=row(dialogue, 0), earlier=False)
    assert titles(dialogue) == ["Ba", "Một", "Hai"]
    agenda.remove_item(actor=an, item=row(dialogue, 1))
    changes = {"title": " Bốn ", "minutes": 25, "part": AgendaPart.SPEAKING.value}
    edited = agenda.edit_item(actor=an, item=row(dialogue, 1), changes=changes)
    assert (titles(dialogue), edited.minutes, edited.is_for_speakers) == (["Ba", "Bốn"], 25, True)


@pytest.mark.parametrize(
    ("title", "minutes", "field"), [("  ", 10, "title"), ("Một", 0, "minutes"), ("Một", 601, "minutes")]
)
def test_an_item_needs_words_and_a_length(an: Actor, dialogue: Dialogue, title: str, minutes: int, field: str) -> None:
    with pytest.raises(Invalid) as told:
        agenda.add_item(actor=an, dialogue=dialogue, title=title, minutes=minutes)
    assert told.value.field == field


def test_only_the_clerk_writes_the_programme(binh: Actor, chi: Actor, dialogue: Dialogue) -> None:
    for actor in (binh, chi):
        with pytest.raises(NotAllowed):
            agenda.add_item(actor=actor, dialogue=dialogue, title="Một", minutes=10)


def test_starting_the_next_ends_the_running_one_and_the_minutes_tell_it(
    an: Actor, dialogue: Dialogue, items: list[AgendaItem]
) -> None:
    session.open_session(actor=an, dialogue=dialogue)
    with clock.frozen(clock.now()):
        agenda.start_item(actor=an, item=row(dialogue, 0))
    with clock.frozen(clock.now() + timedelta(minutes=14)):
        agenda.start_item(actor=an, item=row(dialogue, 1))
        agenda.skip_item(actor=an, item=row(dialogue, 2))
    assert states(dialogue)[:4] == ["done", "running", "skipped", "planned"]
    first = row(dialogue, 0)
    assert first.started_at and first.ended_at and first.ended_at - first.started_at == timedelta(minutes=14)
    lines = MinutesLine.objects.of(dialogue.locality).filter(subject_type="hall.agendaitem")
    assert [line.text for line in lines] == [
        "Tuyên bố lý do, giới thiệu đại biểu (Văn phòng HĐND và UBND xã).",
        "Báo cáo tình hình kinh tế - xã hội (Lãnh đạo Ủy ban nhân dân xã Suối Lành).",
    ]
    running = running_item(dialogue)
    assert running is not None and running.title == "Báo cáo tình hình kinh tế - xã hội"


def test_an_item_taken_up_again_is_told_again(an: Actor, dialogue: Dialogue, items: list[AgendaItem]) -> None:
    session.open_session(actor=an, dialogue=dialogue)
    agenda.start_item(actor=an, item=row(dialogue, 0))
    agenda.end_item(actor=an, item=row(dialogue, 0))
    agenda.reopen_item(actor=an, item=row(dialogue, 0))
    agenda.start_item(actor=an, item=row(dialogue, 0))
    assert MinutesLine.objects.of(dialogue.locality).filter(subject_type="hall.agendaitem").count() == 2


def test_nothing_starts_before_the_conference_opens(an: Actor, dialogue: Dialogue, items: list[AgendaItem]) -> None:
    for move in (agenda.start_item, agenda.skip_item):
        with pytest.raises(Refused, match="chưa khai mạc"):
            move(actor=an, item=row(dialogue, 0))
    assert set(states(dialogue)) == {AgendaState.PLANNED}


def test_the_hours_follow_the_minutes() -> None:
    slots = slots_of(time(7, 30), [10, 50, 5])
    assert [(slot.begins, slot.ends) for slot in slots if slot] == [
        (time(7, 30), time(7, 40)),
        (time(7, 40), time(8, 30)),
        (time(8, 30), time(8, 35)),
    ]
    assert slots_of(None, [10, 20]) == [None, None]
    assert [told_minutes(count) for count in (45, 60, 195, 0)] == ["45 phút", "1 giờ", "3 giờ 15 phút", "0 phút"]
    now = clock.now()
    assert [minutes_over(10, now - timedelta(minutes=past), now) for past in (9, 10, 14)] == [0, 0, 4]
