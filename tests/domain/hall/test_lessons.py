"""What was learned becomes work of the next year's dialogue of the same body."""

import pytest

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import planning
from nghedan.domain.hall.models import LessonPoint
from nghedan.domain.hall.queries.minutes import lessons_to_carry, lessons_visible_to
from nghedan.domain.hall.services import lessons
from nghedan.domain.hall.terms import LessonKind, LessonState
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def points(an: Actor, dialogue: Dialogue, economy: Unit) -> list[LessonPoint]:
    """One point of each kind."""
    told = ((LessonKind.WELL, "Loa nghe rõ."), (LessonKind.LACKING, "Trả lời dài."), (LessonKind.TO_DO, "Thử loa trước một ngày."))  # fmt: skip  # noqa: E501
    return [lessons.add_lesson(actor=an, dialogue=dialogue, kind=kind, text=text, unit=economy) for kind, text in told]


def year_after(an: Actor, body: Body, dialogue: Dialogue) -> Dialogue:
    draft = planning.DialogueDraft(theme="Nước sạch")
    made = planning.plan_dialogue(actor=an, body=body, draft=draft)
    Dialogue.objects.of(made.locality).filter(pk=made.pk).update(year=dialogue.year + 1)
    return Dialogue.objects.of(made.locality).select_related("body", "locality").get(pk=made.pk)


def test_only_what_is_to_do_is_offered_the_year_after(
    an: Actor, committee: Body, party: Body, dialogue: Dialogue, points: list[LessonPoint]
) -> None:
    following = year_after(an, committee, dialogue)
    assert list(lessons_to_carry(an, following)) == [points[2]]
    assert list(lessons_to_carry(an, dialogue)) == []
    assert list(lessons_to_carry(an, year_after(an, party, dialogue))) == []


def test_a_point_carried_over_is_a_task_with_its_unit_once(
    an: Actor, committee: Body, dialogue: Dialogue, points: list[LessonPoint], economy: Unit
) -> None:
    following = year_after(an, committee, dialogue)
    (task,) = lessons.carry_over_lessons(actor=an, dialogue=following, points=[points[2]])
    stored = Task.objects.of(following.locality).get(dialogue=following)
    assert (stored.pk, stored.title, stored.unit) == (task.pk, "Thử loa trước một ngày.", economy)
    point = LessonPoint.objects.of(following.locality).get(pk=points[2].pk)
    assert (point.state, point.task_id, list(lessons_to_carry(an, following))) == (LessonState.CARRIED, task.pk, [])
    with pytest.raises(Refused):
        lessons.carry_over_lessons(actor=an, dialogue=following, points=[point])
    assert Task.objects.of(following.locality).filter(dialogue=following).count() == 1


def test_points_are_changed_and_dropped(an: Actor, dialogue: Dialogue, points: list[LessonPoint]) -> None:
    lessons.edit_lesson(actor=an, point=points[1], kind=LessonKind.TO_DO, text="Trả lời trong ba phút.")
    lessons.drop_lesson(actor=an, point=points[0])
    assert [(one.kind, one.text) for one in lessons_visible_to(an).filter(dialogue=dialogue)] == [
        ("to_do", "Trả lời trong ba phút."),
        ("to_do", "Thử loa trước một ngày."),
    ]
    with pytest.raises(Invalid):
        lessons.edit_lesson(actor=an, point=points[1], kind=LessonKind.TO_DO, text=" ")
    with pytest.raises(Invalid):
        lessons.carry_over_lessons(actor=an, dialogue=dialogue, points=[])


def test_lessons_are_the_offices(
    economist: Actor, party_clerk: Actor, dialogue: Dialogue, points: list[LessonPoint]
) -> None:
    with pytest.raises(NotAllowed):
        lessons.add_lesson(actor=economist, dialogue=dialogue, kind=LessonKind.WELL, text="Tốt")
    assert [list(lessons_visible_to(actor)) for actor in (economist, party_clerk)] == [[], []]
