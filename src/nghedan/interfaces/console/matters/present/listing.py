"""Matters in a list, on the page and as a table handed out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence, MatterKind, MatterState, Outcome
from nghedan.foundation.exports.columns import Column, Value
from nghedan.foundation.ui.models import Tag
from nghedan.interfaces.console.dialogues.present.wording import label_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.kernel.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter in the list; without a due date to keep it shows none."""

    public_id: str
    title: str
    href: str
    caption: str
    unit: str
    times: str
    state: Tag
    standing: Tag | None
    level: Tag | None
    due_on: date | None
    main: str
    is_assignable: bool


def row(matter: Matter, times: int, today: date, calendar: WorkCalendar) -> MatterRow:
    is_running = matter.state == MatterState.ASSIGNED and matter.due_on is not None
    standing = wording.readiness_tag(wording.readiness(matter, today, calendar)) if is_running else None
    return MatterRow(
        public_id=matter.public_id,
        title=matter.title,
        href=href("matter", matter.locality, matter_id=matter.public_id),
        caption=wording.caption_of(matter),
        unit=str(matter.unit) if matter.unit else "",
        times=ngettext("%(count)s lượt ý kiến", "%(count)s lượt ý kiến", times) % {"count": times} if times else "",
        state=wording.state_tag(matter),
        standing=standing,
        level=wording.level_tag(matter),
        due_on=matter.due_on if is_running else None,
        main=_("đã gộp, trả lời ở nội dung chính") if matter.grouped_into_id else "",
        is_assignable=_is_assignable(matter),
    )


def _is_assignable(matter: Matter) -> bool:
    """Say whether a matter can be ticked to be given with others: not given yet, ours, standing alone."""
    is_ours = matter.competence == Competence.OURS
    return matter.state == MatterState.SCREENED and is_ours and not matter.grouped_into_id


def columns() -> list[Column]:
    headings = (
        (_("Số"), 10), (_("Nội dung"), 60), (_("Loại"), 18), (_("Lĩnh vực"), 22), (_("Nơi có sự việc"), 22),
        (_("Số lượt nêu"), 12), (_("Đơn vị chủ trì"), 28), (_("Hạn"), 12), (_("Trạng thái"), 26),
        (_("Trả lời"), 60), (_("Kết quả"), 26), (_("Đã hứa"), 30),
    )  # fmt: skip
    return [Column(heading, width) for heading, width in headings]


def cells(matters: Iterable[Matter], times: Mapping[int, int], may_read_answers: bool) -> Iterator[list[Value]]:
    """Yield the rows of the table; what is being prepared is only for who may read answers."""
    for matter in matters:
        answer = wording.answer_of(matter)
        yield [
            f"{matter.number}/{matter.year}", matter.title, label_of(MatterKind, matter.kind),
            str(matter.field or ""), str(matter.hamlet or ""), times.get(matter.pk, 0), str(matter.unit or ""),
            matter.due_on, label_of(MatterState, matter.state), answer.text if answer and may_read_answers else "",
            label_of(Outcome, matter.outcome) if matter.outcome else "", matter.promise,
        ]  # fmt: skip
