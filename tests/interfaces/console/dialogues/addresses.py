"""Addresses of the dialogue pages."""

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.foundation.deadlines.models import Deadline
from tests.interfaces.console.reading import CONSOLE

DIALOGUES = f"{CONSOLE}dialogues/"


def at(dialogue: Dialogue, rest: str = "") -> str:
    return f"{DIALOGUES}{dialogue.public_id}/{rest}"


def task_at(task: Task, rest: str = "") -> str:
    return at(task.dialogue, f"tasks/{task.public_id}/{rest}")


def limit_at(dialogue: Dialogue, limit: Deadline, rest: str = "") -> str:
    return at(dialogue, f"limits/{limit.public_id}/{rest}")


def stored(dialogue: Dialogue) -> Dialogue:
    return Dialogue.objects.of(dialogue.locality).get(pk=dialogue.pk)
