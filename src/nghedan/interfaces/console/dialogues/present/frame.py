"""What every page of one dialogue has: its heading and the ways to its parts."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.foundation.ui.models import Link, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop

PARTS = (
    ("dialogue", gettext_noop("Tổng quan")),
    ("dialogue-tasks", gettext_noop("Chuẩn bị")),
    ("dialogue-limits", gettext_noop("Thời hạn")),
    ("dialogue-info", gettext_noop("Thông tin")),
    ("dialogue-presiding", gettext_noop("Chủ trì")),
    ("dialogue-plans", gettext_noop("Kế hoạch")),
    ("dialogue-journal", gettext_noop("Nhật ký")),
)
"""Page of a dialogue -> its name in the sub navigation; the parts of later work join with that work."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Heading and sub navigation of a dialogue."""

    dialogue: Dialogue
    tag: Tag
    when: str
    distance: str
    caption: str
    parts: list[Link]
    home: str


def frame_of(dialogue: Dialogue, part: str, today: date) -> Frame:
    ids = {"dialogue_id": dialogue.public_id}
    links = [Link(_(label), href(name, dialogue.locality, **ids), current=name == part) for name, label in PARTS]
    caption = f"{wording.kind_of(dialogue)} · {dialogue.body.short_name or dialogue.body.name}"
    is_held = dialogue.state == DialogueState.PLANNED
    distance = wording.distance_to(dialogue, today) if is_held else ""
    return Frame(
        dialogue, wording.state_tag(dialogue, today), wording.when_of(dialogue), distance, caption, links,
        href("dialogue", dialogue.locality, **ids),
    )  # fmt: skip
