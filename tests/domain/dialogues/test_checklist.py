"""What preparing usually takes: shipped as data, added once, each to the unit of its kind by its day."""

from datetime import date

import pytest

from nghedan.domain.dialogues.checklist import still_missing, usual_tasks
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.preparing import add_usual_tasks
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.organisations.models import Body, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Invalid

CODES = ("backdrop", "settlement", "medical")


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, committee: Body) -> Dialogue:
    row = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Nước sạch"))
    return schedule_dialogue(actor=an, dialogue=row, held_on=date(2026, 4, 15))


def test_the_shipped_list_is_whole() -> None:
    shipped = usual_tasks()
    assert len({task.code for task in shipped}) == len({task.title for task in shipped}) == len(shipped) == 16


def test_ticked_tasks_go_to_the_unit_of_their_kind_by_their_day(an: Actor, dialogue: Dialogue, economy: Unit) -> None:
    made = add_usual_tasks(actor=an, dialogue=dialogue, codes=CODES, units={"economy": economy})
    assert [(task.unit, task.due_on, task.step) for task in made] == [
        (None, date(2026, 4, 12), "conference"),
        (economy, date(2026, 4, 30), "follow_up"),
        (None, date(2026, 4, 14), "conference"),
    ]


def test_nothing_is_added_twice_however_it_is_written(an: Actor, dialogue: Dialogue) -> None:
    made = add_usual_tasks(actor=an, dialogue=dialogue, codes=CODES, units={}, key="k")
    assert add_usual_tasks(actor=an, dialogue=dialogue, codes=CODES, units={}) == []
    assert Task.objects.of(dialogue.locality).filter(dialogue=dialogue).count() == len(made) == 3
    assert [task.code for task in still_missing(["  Y TẾ trực tại  hội nghị "])].count("medical") == 0


def test_ticking_nothing_is_told(an: Actor, dialogue: Dialogue) -> None:
    with pytest.raises(Invalid) as refused:
        add_usual_tasks(actor=an, dialogue=dialogue, codes=(), units={})
    assert refused.value.field == "tasks"
