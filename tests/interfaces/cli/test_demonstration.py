"""What the demonstration shows of a conference under way."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nghedan.domain.hall.models import AgendaItem, Projection, SpeakerRequest, Turn
from nghedan.domain.invitations.models import Guest
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.build import build
from nghedan.interfaces.cli.demonstration.stories import LIVE, STORIES

pytestmark = pytest.mark.django_db


def test_a_conference_under_way_has_an_item_that_runs_somebody_who_speaks_and_others_who_wait() -> None:
    with clock.frozen(datetime(2026, 4, 14, 9, 10, tzinfo=clock.LOCAL_ZONE)):
        built = build(replace(STORIES[0], stage=LIVE), random.Random(1))
        now = clock.now()
    [dialogue] = built.dialogues
    place = {"dialogue": dialogue}
    items = AgendaItem.objects.of(built.locality).filter(**place)
    assert list(items.values_list("part", "state")) == [
        ("opening", "done"), ("report", "done"), ("report", "done"), ("contents", "done"), ("speaking", "running"),
        ("answering", "planned"), ("concluding", "planned"), ("minutes", "planned"), ("closing", "planned"),
    ]  # fmt: skip
    assert all(item.ended_at - item.started_at == timedelta(minutes=item.minutes) for item in items[:4])
    turns = Turn.objects.of(built.locality).filter(**place).order_by("pk")
    assert list(turns.values_list("state", flat=True)) == ["ended"] * 4 + ["speaking"]
    assert turns[4].started_at <= now
    waiting = SpeakerRequest.objects.of(built.locality).filter(**place, state="waiting")
    assert (waiting.count(), Projection.objects.of(built.locality).get(**place).shows) == (2, "speaker")
    named = Guest.objects.of(built.locality).filter(**place, officer=None, identity=None).order_by("pk")
    assert list(named.values_list("group", "post_title")) == [
        ("front", "Ban Thường trực Ủy ban MTTQ Việt Nam xã"),
        ("front", "Các tổ chức chính trị - xã hội"),
        ("units", "Công chức chuyên môn có nội dung liên quan"),
        ("press", "Phóng viên"),
    ]
