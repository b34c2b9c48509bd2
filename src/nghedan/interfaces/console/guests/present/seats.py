"""Allotted seats: whose names are here, whose are missing, and the texts by which they are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment
from nghedan.domain.invitations.terms import AllotmentState
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.ui.models import Colour, Figure, Tag, TaskRow
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """Seats that stand alike."""

    title: str
    rows: list[TaskRow]


def named_of(allotment: Allotment) -> int:
    """Return how many names there are, as the query counted them."""
    return int(getattr(allotment, "named", 0))


def tag_of(allotment: Allotment, today: date, *, has_photo: bool = False) -> Tag:
    if allotment.state == AllotmentState.RETURNED:
        is_short = named_of(allotment) < allotment.seats
        return Tag(_("Đã gửi, còn thiếu"), Colour.YELLOW) if is_short else Tag(_("Đã gửi đủ"), Colour.GREEN)
    if has_photo:
        return Tag(_("Có ảnh, chờ nhập"), Colour.BLUE)
    if allotment.due_on is not None and allotment.due_on < today:
        return Tag(_("Quá hạn gửi"), Colour.RED)
    return Tag(_(AllotmentState(allotment.state).label), Colour.GREY)


def groups_of(
    allotments: Sequence[Allotment], photos: Mapping[str, Sequence[Attachment]], today: date
) -> list[SeatGroup]:
    """Return the seats whose names are missing first."""
    missing = [one for one in allotments if one.state == AllotmentState.OPEN]
    returned = [one for one in allotments if one.state == AllotmentState.RETURNED]
    pairs = ((_("Chưa gửi danh sách"), missing), (_("Đã gửi danh sách"), returned))
    return [SeatGroup(title, [_row(one, photos, today) for one in rows]) for title, rows in pairs if rows]


def _row(allotment: Allotment, photos: Mapping[str, Sequence[Attachment]], today: date) -> TaskRow:
    ids = {"dialogue_id": allotment.dialogue.public_id, "allotment_id": allotment.public_id}
    tag = tag_of(allotment, today, has_photo=bool(photos.get(allotment.public_id)))
    return TaskRow(
        str(allotment), tag, href("guest-seats-one", allotment.locality, **ids), filled(allotment),
        allotment.due_on if allotment.state == AllotmentState.OPEN else None,
    )  # fmt: skip


def filled(allotment: Allotment) -> str:
    """Return "3/5 người"."""
    return _("%(named)s/%(seats)s người") % {"named": named_of(allotment), "seats": allotment.seats}


def figures_of(allotments: Sequence[Allotment]) -> list[Figure]:
    seats, named = sum(one.seats for one in allotments), sum(map(named_of, allotments))
    missing = sum(one.state == AllotmentState.OPEN for one in allotments)
    return [
        Figure(seats, _("chỗ phân bổ")),
        Figure(named, _("đã có tên"), colour=Colour.GREEN if named else None),
        Figure(missing, _("nơi chưa gửi danh sách")),
    ]


def request_text(dialogue: Dialogue, allotments: Iterable[Allotment], today: date) -> str:
    """Return a text for Zalo that says who is still to send how many names until when; "" when nobody is."""
    missing = [one for one in allotments if one.state == AllotmentState.OPEN]
    if not missing:
        return ""
    facts = {"body": dialogue.body.name, "theme": dialogue.theme, "when": wording.when_of(dialogue)}
    lines = [_("%(body)s đề nghị cử đại biểu dự hội nghị đối thoại “%(theme)s”, %(when)s:") % facts]
    for one in missing:
        by = _(", gửi danh sách trước hết ngày %(day)s") % {"day": format_date(one.due_on)} if one.due_on else ""
        over = _(" (đã quá hạn)") if one.due_on and one.due_on < today else ""
        need = _("; yêu cầu: %(note)s") % {"note": one.note} if one.note else ""
        lines.append(_("- %(place)s: %(seats)s người") % {"place": one, "seats": one.seats} + by + over + need)
    lines.append(_("Ghi họ tên, điện thoại từng người; gửi trên trang của thôn, đơn vị hoặc chụp ảnh danh sách gửi Văn phòng. Trân trọng."))  # fmt: skip  # noqa: E501
    return "\n".join(lines)


def task_title(allotment: Allotment) -> str:
    """Return "Cử đại biểu: 5 người"."""
    return _("Cử đại biểu: %(seats)s người") % {"seats": allotment.seats}
