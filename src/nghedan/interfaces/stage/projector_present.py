"""What stands on the projector, and on the panel by which it is led."""

from collections.abc import Mapping

from django.template.loader import render_to_string

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.screen import asked_now, hall_screen, projection_of, requests_asked


def projector_fragments(dialogue: Dialogue) -> Mapping[str, str]:
    """Return the screen of the hall."""
    return {"projector-screen": render_to_string("stage/live/projector.html", projector_context(dialogue))}


def projector_context(dialogue: Dialogue) -> dict[str, object]:
    """Return what was released."""
    return {"dialogue": dialogue, "screen": hall_screen(dialogue), "projection": projection_of(dialogue)}


def control_fragments(dialogue: Dialogue) -> Mapping[str, str]:
    """Return the panel: what the hall sees now, what can be released, and who asked to speak on a phone."""
    return {"projector-control": render_to_string("stage/live/projector_control.html", control_context(dialogue))}


def control_context(dialogue: Dialogue) -> dict[str, object]:
    """Return what the panel needs, for the page and for the desk that includes it."""
    return {
        "dialogue": dialogue,
        "projection": projection_of(dialogue),
        "screen": hall_screen(dialogue),
        "asked": asked_now(dialogue),
        "phones": requests_asked(dialogue),
    }
