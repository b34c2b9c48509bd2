"""What every page of one dialogue has: its heading and the ways to its parts."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.ui.models import Link, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a dialogue: its name in addresses, how it is called, and the right without which it is not offered;
    ``within_body`` when a right over a unit, a hamlet or a body that only presides too does not open it."""

    page: str
    label: str
    right: str = "dialogue.view"
    within_body: bool = False


GROUPS: tuple[tuple[str, tuple[Part, ...]], ...] = (
    (gettext_noop("Tổng quan"), (Part("dialogue", gettext_noop("Tổng quan")),)),
    (
        gettext_noop("Chuẩn bị"),
        (
            Part("dialogue-tasks", gettext_noop("Việc chuẩn bị")),
            Part("dialogue-info", gettext_noop("Thông tin")),
            Part("dialogue-presiding", gettext_noop("Chủ trì")),
            Part("dialogue-plans", gettext_noop("Kế hoạch")),
            Part("dialogue-limits", gettext_noop("Thời hạn")),
            Part("awaited", gettext_noop("Báo cáo chờ nhận"), "awaited_report.view"),
        ),
    ),
    (gettext_noop("Thông báo"), (Part("notices", gettext_noop("Thông báo"), "posting.view", within_body=True),)),
    (gettext_noop("Đại biểu"), (Part("guests", gettext_noop("Đại biểu"), "guest.view"),)),
    (
        gettext_noop("Hội nghị"),
        (
            Part("conference", gettext_noop("Điều hành"), "hall.view", within_body=True),
            Part("dialogue-programme", gettext_noop("Chương trình")),
            Part("dialogue-minutes", gettext_noop("Biên bản"), "minutes.view", within_body=True),
        ),
    ),
    (
        gettext_noop("Kết luận"),
        (Part("dialogue-conclusion", gettext_noop("Kết luận"), "conclusion_item.view", within_body=True),),
    ),
    (
        gettext_noop("Theo dõi"),
        (
            Part("dialogue-commitments", gettext_noop("Nhiệm vụ theo kết luận"), "commitment.view"),
            Part("dialogue-letters", gettext_noop("Trả lời, chuyển đơn"), "answer.view"),
            Part("dialogue-lessons", gettext_noop("Rút kinh nghiệm"), "lesson_point.view", within_body=True),
        ),
    ),
    (gettext_noop("Số liệu"), (Part("dialogue-figures", gettext_noop("Số liệu, báo cáo"), "figures.view"),)),
    (gettext_noop("Văn bản"), (Part("dialogue-papers", gettext_noop("Văn bản")),)),
    (gettext_noop("Nhật ký"), (Part("dialogue-journal", gettext_noop("Nhật ký")),)),
)
"""Names of the sub navigation -> the pages under each, in the order of the dialogue's life."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Heading of a dialogue, and on which of its pages one is."""

    dialogue: Dialogue
    part: str
    tag: Tag
    when: str
    distance: str
    caption: str
    home: str


def frame_of(dialogue: Dialogue, part: str, today: date) -> Frame:
    caption = f"{wording.kind_of(dialogue)} · {dialogue.body.short_name or dialogue.body.name}"
    distance = wording.distance_to(dialogue, today) if dialogue.state in TO_COME else ""
    home = href("dialogue", dialogue.locality, dialogue_id=dialogue.public_id)
    return Frame(
        dialogue, part, wording.state_tag(dialogue, today), wording.when_of(dialogue), distance, caption, home
    )  # fmt: skip


def ways_in(frame: Frame, actor: Actor) -> tuple[list[Link], list[Link]]:
    """Return the links to the groups of pages an actor may open, and to the pages of the group one is in, where there
    are several."""
    groups: list[Link] = []
    pages: list[Link] = []
    for label, parts in GROUPS:
        links = [
            Link(_(part.label), _to(frame.dialogue, part.page), current=part.page == frame.part)
            for part in parts
            if _opens(actor, part, frame.dialogue)
        ]
        if links:
            is_here = any(link.current for link in links)
            groups.append(Link(_(label), links[0].href, current=is_here))
            pages = links if is_here and len(links) > 1 else pages
    return groups, pages


def _opens(actor: Actor, part: Part, dialogue: Dialogue) -> bool:
    reach = reach_of(actor, part.right)
    return reach.everywhere or dialogue.body_id in reach.ids(BODY) or not (reach.nowhere or part.within_body)


def _to(dialogue: Dialogue, page: str) -> str:
    return href(page, dialogue.locality, dialogue_id=dialogue.public_id)
