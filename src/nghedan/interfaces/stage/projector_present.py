"""What stands on the projector, and on the panel by which it is led."""

from collections.abc import Mapping

from django.template.loader import render_to_string

from nghedan.domain.hall.queries.screen import HallNow


def projector_fragments(hall: HallNow) -> Mapping[str, str]:
    """Return the screen of the hall."""
    return {"projector-screen": render_to_string("stage/live/projector.html", projector_context(hall))}


def projector_context(hall: HallNow) -> dict[str, object]:
    """Return what was released."""
    return {"dialogue": hall.dialogue, "screen": hall.screen, "projection": hall.projection}


def control_fragments(hall: HallNow) -> Mapping[str, str]:
    """Return the panel: what the hall sees now, what can be released, and who asked to speak on a phone."""
    return {"projector-control": render_to_string("stage/live/projector_control.html", control_context(hall))}


def control_context(hall: HallNow) -> dict[str, object]:
    """Return what the panel needs, for the page and for the desk that includes it."""
    return {
        "dialogue": hall.dialogue,
        "projection": hall.projection,
        "screen": hall.screen,
        "asked": hall.asked,
        "phones": hall.phones,
    }
