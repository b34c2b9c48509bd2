"""What the chair sees on the tablet: the question, three lines, who answers, the time, who is next. Earlier promises
and cautions are not on it: others see the tablet too (practice: the head in public)."""

from collections.abc import Mapping

from django.template.loader import render_to_string

from nghedan.domain.hall.queries.screen import HallNow

MOST_NEXT = 6


def chair_fragments(hall: HallNow) -> Mapping[str, str]:
    """Return the parts of the screen."""
    context = chair_context(hall)
    return {
        "chair-question": render_to_string("stage/live/chair_question.html", context),
        "chair-next": render_to_string("stage/live/chair_next.html", context),
    }


def chair_context(hall: HallNow) -> dict[str, object]:
    """Return what is asked now, and who waits."""
    waiting, more = hall.line_to_call(MOST_NEXT)
    return {
        "dialogue": hall.dialogue,
        "asked": hall.asked,
        "projection": hall.projection,
        "screen": hall.screen,
        "waiting": waiting,
        "more": more,
    }
