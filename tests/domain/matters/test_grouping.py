"""Grouping: one level deep, one answer for all, and undone it is as if it had never been."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to, standing_alone, times_raised_of, voices_of
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.grouping import group, link_to_earlier, ungroup
from nghedan.domain.matters.services.raising import PastMatter, record_past_matter
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Refused

pytestmark = pytest.mark.django_db
APART = ("version", "_state", "seen_by")


def row(matter: Matter) -> dict[str, Any]:
    stored = vars(Matter.objects.of(matter.locality).get(pk=matter.pk))
    return {name: value for name, value in stored.items() if name not in APART and not name.endswith("_cache")}


def test_a_grouped_matter_keeps_its_voices_and_is_answered_by_the_main_one(
    an: Actor, raised: Callable[..., Matter]
) -> None:
    main, other = raised("Sửa đường"), raised("Đổ bê tông đường")
    group(actor=an, matter=other, into=main)
    assert list(standing_alone(matters_visible_to(an))) == [main]
    assert [voice.number for voice in voices_of(an, main)] == ["1/2026", "2/2026"]
    assert times_raised_of([main, other]) == {main.pk: 2}


def test_groups_are_one_level_deep(an: Actor, raised: Callable[..., Matter]) -> None:
    main, other, third = raised("Một"), raised("Hai"), raised("Ba")
    group(actor=an, matter=other, into=main)
    for matter, into in ((third, other), (main, third), (other, third), (main, main)):
        with pytest.raises(Refused):
            group(actor=an, matter=matter, into=into)
    group(actor=an, matter=third, into=main)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(order=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8), assigned=st.booleans())
def test_ungrouping_restores_exactly(
    order: list[tuple[int, int]], assigned: bool, an: Actor, raised: Callable[..., Matter], economy: Unit
) -> None:
    matters = [raised(f"Nội dung {place}") for place in range(4)]
    if assigned:
        assign_matter(actor=an, matter=matters[0], unit=economy)
    before = [row(matter) for matter in matters]
    for one, other in order:
        mine, into = (Matter.objects.of(an.locality).get(pk=matters[place].pk) for place in (one, other))  # type: ignore[arg-type]
        try:
            group(actor=an, matter=mine, into=into)
        except Refused:
            continue
    for matter in Matter.objects.of(an.locality).filter(grouped_into__isnull=False):  # type: ignore[arg-type]
        ungroup(actor=an, matter=matter)
    assert [row(matter) for matter in matters] == before


def test_a_matter_continues_an_earlier_one_only(an: Actor, committee: Body, matter: Matter) -> None:
    past = record_past_matter(actor=an, body=committee, past=PastMatter(year=2024, title="Sửa đường Nà Lốc"))
    assert link_to_earlier(actor=an, matter=matter, earlier=past).continues == past
    with pytest.raises(Refused):
        link_to_earlier(actor=an, matter=past, earlier=matter)
