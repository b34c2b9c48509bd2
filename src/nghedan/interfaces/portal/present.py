"""What the people's pages show of a dialogue and of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import TO_COME, UNDER_WAY, DialogueState
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import quarter_label, weekday_name

HOW_TO_JOIN = {
    Openness.OPEN: _("Ai cũng được dự và được nói. Không cần giấy mời."),
    Openness.INVITATION: _(
        "Hội nghị dành cho người được mời. Người không được mời vẫn có thể gửi ý kiến qua thôn, tổ dân phố; "
        "kết quả được công khai."
    ),
}
LATER = _("Ngày, giờ cụ thể sẽ có thông báo trước ít nhất 7 ngày.")


@dataclass(frozen=True, slots=True)
class PublicDialogue:
    """A dialogue as the people see it."""

    public_id: str
    theme: str
    when: str
    held_on: date | None
    starts_at: str
    venue: str
    status: Tag | None
    how_to_join: str
    collects: bool
    cut_off: date | None
    later: str
    presiding: Sequence[str]
    topics: Sequence[str]
    audience: Sequence[str]
    hamlets: Sequence[str]
    kind: str
    online_address: str
    reason: str
    plan_numbers: Sequence[str]
    issuer: str


def public_dialogue(dialogue: Dialogue, today: date, cut_off: date | None = None) -> PublicDialogue:
    """Return the public view of a dialogue loaded with its parts; ``cut_off`` is the last day to be sorted in time."""
    return PublicDialogue(
        public_id=dialogue.public_id,
        theme=dialogue.theme,
        when=when_of(dialogue),
        held_on=dialogue.held_on,
        starts_at=_hour(dialogue.starts_at),
        venue=dialogue.venue,
        status=_status(dialogue, today),
        how_to_join=gettext(HOW_TO_JOIN[Openness(dialogue.openness)]),
        collects=dialogue.state in TO_COME and (dialogue.held_on is None or dialogue.held_on >= today),
        cut_off=cut_off,
        later="" if dialogue.held_on else gettext(LATER),
        presiding=[person.post_title for person in dialogue.presiding.all()],
        topics=dialogue.topics,
        audience=dialogue.audience,
        hamlets=sorted(str(hamlet) for hamlet in dialogue.hamlets.all()),
        kind=gettext(ItemKind(dialogue.kind).label),
        online_address=dialogue.online_address,
        reason=dialogue.reason if dialogue.state in (DialogueState.POSTPONED, DialogueState.CANCELLED) else "",
        plan_numbers=list(dict.fromkeys(item.plan.number for item in dialogue.items.all() if item.plan.number)),
        issuer=dialogue.body.name,
    )


def when_of(dialogue: Dialogue) -> str:
    """Return the period in words while there is no day: "tháng 10/2026", "quý III/2026", "năm 2026"."""
    if dialogue.held_on:
        return gettext(weekday_name(dialogue.held_on))
    if dialogue.month:
        return gettext("tháng %(month)s/%(year)s") % {"month": dialogue.month, "year": dialogue.year}
    if dialogue.quarter:
        return f"{gettext(quarter_label(dialogue.quarter))}/{dialogue.year}"
    return gettext("năm %(year)s") % {"year": dialogue.year}


def upcoming(dialogues: Iterable[Dialogue], today: date) -> Dialogue | None:
    """Return the dialogue that comes next: the nearest dated one, else the first still without a day."""
    planned = [d for d in dialogues if d.state in UNDER_WAY]
    dated = sorted((d for d in planned if d.held_on and d.held_on >= today), key=lambda d: (d.held_on, d.pk))
    open_ended = (d for d in planned if d.held_on is None and _last_month(d) >= (today.year, today.month))
    return next(iter(dated), None) or next(open_ended, None)


def _last_month(dialogue: Dialogue) -> tuple[int, int]:
    """Return year and month in which the period given by the plan ends."""
    return dialogue.year, dialogue.month or 3 * (dialogue.quarter or 4)


def _hour(starts_at: time | None) -> str:
    """Return the hour as it is said: "7 giờ 30", "14 giờ"."""
    if starts_at is None:
        return ""
    said = gettext("%(hour)s giờ %(minute)s") if starts_at.minute else gettext("%(hour)s giờ")
    return said % {"hour": starts_at.hour, "minute": f"{starts_at.minute:02d}"}


def _status(dialogue: Dialogue, today: date) -> Tag | None:
    if dialogue.state == DialogueState.CANCELLED:
        return Tag(gettext("Không tổ chức"), Colour.GREY)
    if dialogue.state == DialogueState.POSTPONED:
        return Tag(gettext("Hoãn, chờ ngày mới"), Colour.YELLOW)
    if dialogue.state == DialogueState.IN_SESSION:
        return Tag(gettext("Đang diễn ra"), Colour.BLUE)
    if dialogue.held_on is None:
        return Tag(gettext("Chưa ấn định ngày"), Colour.GREY)
    if dialogue.held_on < today:
        return Tag(gettext("Đã qua"), Colour.GREY)
    return Tag(gettext("Sắp tổ chức"), Colour.BLUE)
