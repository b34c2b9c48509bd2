"""What the hall sees: only what somebody released; at rest the conference's title (practice: the head in public)."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Projection
from nghedan.domain.hall.queries.screen import projection_of
from nghedan.domain.hall.queries.speaking import running_turn
from nghedan.domain.hall.terms import Shows
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Level
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

LINE_MOST = 300
NO_LINE = _("Xin ghi dòng chữ cần hiện.")
NOT_FOR_ALL = _("Nội dung này không đưa lên màn hình hội trường; xin chọn nội dung khác.")
INTERNAL_PAGE = _("Hội nghị nội bộ không mở trang cho người dự; xin nhận đăng ký tại bàn thư ký.")


def show_title(*, actor: Actor, dialogue: Dialogue) -> Projection:
    """Let the screen rest on the conference's title. Raises NotAllowed, Conflict."""
    return _show(actor, dialogue, Shows.TITLE)


def show_blank(*, actor: Actor, dialogue: Dialogue) -> Projection:
    """Show nothing at all. Raises NotAllowed, Conflict."""
    return _show(actor, dialogue, Shows.BLANK)


def show_speakers(*, actor: Actor, dialogue: Dialogue) -> Projection:
    """Show whoever speaks from now on - the hamlet, and the name of who agreed - and who is next.

    Raises NotAllowed, Conflict.
    """
    return _show(actor, dialogue, Shows.SPEAKER)


def show_topic(*, actor: Actor, dialogue: Dialogue, matter: Matter) -> Projection:
    """Show what is being talked about, by its public words; it goes away with the next speaker.

    Raises Refused for what is not ordinary or belongs to another dialogue, NotAllowed, Conflict.
    """
    if matter.level != Level.ORDINARY or matter.body_id != dialogue.body_id:
        raise Refused("projection.not_for_all", NOT_FOR_ALL)
    return _show(actor, dialogue, Shows.TOPIC, turn=running_turn(dialogue), matter=matter)


def show_line(*, actor: Actor, dialogue: Dialogue, line: str) -> Projection:
    """Show one line of text: a break, a number to call. Raises Invalid without text, NotAllowed, Conflict."""
    text = clean(line)[:LINE_MOST]
    if not text:
        raise Invalid("projection.no_line", NO_LINE, field="line")
    return _show(actor, dialogue, Shows.LINE, line=text)


def set_countdown(*, actor: Actor, dialogue: Dialogue, is_shown: bool) -> Projection:
    """Show the time that is left, or, as usual, do not. Raises NotAllowed, Conflict."""
    return _change("projection.show", actor, dialogue, {"has_countdown": is_shown})


def set_hall_page(*, actor: Actor, dialogue: Dialogue, is_open: bool, takes_requests: bool) -> Projection:
    """Open or shut the page for those attending, and say whether one may ask to speak there.

    Raises Refused for an internal dialogue, NotAllowed, Conflict.
    """
    if is_open and dialogue.openness == Openness.INTERNAL:
        raise Refused("projection.internal", INTERNAL_PAGE)
    changes = {"is_page_open": is_open, "takes_requests": is_open and takes_requests}
    return _change("projection.set_page", actor, dialogue, changes)


def _show(actor: Actor, dialogue: Dialogue, shows: Shows, **released: Any) -> Projection:
    changes = {"shows": shows.value, "turn": None, "matter": None, "line": "", **released}
    return _change("projection.show", actor, dialogue, changes)


def _change(code: str, actor: Actor, dialogue: Dialogue, changes: Mapping[str, Any]) -> Projection:
    with deed(actor):
        projection = projection_of(dialogue)
        if projection.pk is None:
            system, facts = Actor.system(dialogue.locality), {"asked_by": actor.key}
            create("projection.open", actor=system, obj=projection, facts=facts, key=f"projection:{dialogue.public_id}")
            projection = projection_of(dialogue)
        return perform(code, actor=actor, obj=projection, changes=changes)
