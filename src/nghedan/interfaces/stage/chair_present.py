"""What the chair sees on the tablet: the question, three lines, who answers, the time, who is next. Earlier promises
and cautions are not on it: others see the tablet too (practice: the head in public)."""

from collections.abc import Mapping

from django.template.loader import render_to_string

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.screen import asked_now, hall_screen, line_to_call, projection_of

MOST_NEXT = 6


def chair_fragments(dialogue: Dialogue) -> Mapping[str, str]:
    """Return the parts of the screen."""
    context = chair_context(dialogue)
    return {
        "chair-question": render_to_string("stage/live/chair_question.html", context),
        "chair-next": render_to_string("stage/live/chair_next.html", context),
    }


def chair_context(dialogue: Dialogue) -> dict[str, object]:
    """Return what is asked now, and who waits."""
    waiting, more = line_to_call(dialogue, MOST_NEXT)
    return {
        "dialogue": dialogue,
        "asked": asked_now(dialogue),
        "projection": projection_of(dialogue),
        "screen": hall_screen(dialogue),
        "waiting": waiting,
        "more": more,
    }
