"""The figures of a dialogue add up to its ledger, whoever counts."""

from collections.abc import Callable

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.figures import NEUTRAL, NO_UNIT, figures_of, voices_of_all
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services import raising
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import ledger_of
from nghedan.domain.opinions.services.restricting import mark_conduct, restrict_opinion
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(
    an: Actor, dialogue: Dialogue, raised: Callable[..., Matter], said: Callable[..., Opinion], economy: Unit
) -> list[Matter]:
    """Three matters, one of them with two voices; besides one comment on an official and one denunciation."""
    matters = [raised(title, of=dialogue) for title in ("Sửa cầu", "Sửa đường", "Nạo vét mương")]
    raising.also_raises(actor=an, opinion=said("Cầu hỏng", of=dialogue), matter=matters[0])
    assign_matter(actor=an, matter=matters[0], unit=economy)
    mark_conduct(actor=an, opinion=said("Cán bộ hách dịch", of=dialogue))
    restrict_opinion(actor=an, opinion=said("Nhận tiền", of=dialogue))
    return matters


def test_channels_and_hamlets_add_up_to_the_ledger(an: Actor, dialogue: Dialogue, five: list[Matter]) -> None:
    figures = figures_of(an, dialogue)
    assert figures.voices == ledger_of(an).filter(dialogue=dialogue).count() == 6
    assert figures.channels == (("Điện thoại, đường dây nóng", 5), (NEUTRAL, 1))
    assert figures.hamlets == (("Thôn Nà Lốc", 5), (NEUTRAL, 1))


def test_who_may_not_read_of_officials_counts_them_among_the_neutral(
    observer: Actor, dialogue: Dialogue, five: list[Matter]
) -> None:
    figures = figures_of(observer, dialogue)
    assert (figures.voices, figures.channels[-1], figures.hamlets[-1]) == (6, (NEUTRAL, 2), (NEUTRAL, 2))


def test_fields_states_and_units_add_up_to_the_matters(an: Actor, dialogue: Dialogue, five: list[Matter]) -> None:
    figures = figures_of(an, dialogue)
    assert figures.matters == 3
    assert figures.fields == (("Giao thông", 3),)
    assert figures.states == (("Chờ giao đơn vị", 2), ("Đang chuẩn bị trả lời", 1))
    assert figures.units == (("Phòng Kinh tế", 1), (NO_UNIT, 2))


def test_voices_of_what_is_grouped_count_once_and_the_restricted_says_nothing(
    an: Actor, dialogue: Dialogue, five: list[Matter], said: Callable[..., Opinion]
) -> None:
    bridge, road, ditch = five
    group(actor=an, matter=road, into=bridge)
    opinion = said("Cầu và tiền", of=dialogue)
    raising.also_raises(actor=an, opinion=opinion, matter=ditch)
    Opinion.objects.of(ditch.locality).filter(pk=opinion.pk).update(level="restricted", hamlet=None)
    voices = voices_of_all([bridge, ditch])
    assert {pk: found.count for pk, found in voices.items()} == {bridge.pk: 3, ditch.pk: 2}
    assert (voices[ditch.pk].hamlets, voices[ditch.pk].channels) == (("Thôn Nà Lốc",), ("Điện thoại, đường dây nóng",))
    assert voices_of_all([]) == {}


def test_the_number_of_queries_does_not_grow(
    an: Actor, dialogue: Dialogue, five: list[Matter], django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(6):  # type: ignore[attr-defined]
        figures_of(an, dialogue)
