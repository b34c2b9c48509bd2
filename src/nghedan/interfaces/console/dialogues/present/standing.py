"""Where a dialogue stands: the seven steps, and the one next thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.standing import limit_of_step, step_of
from nghedan.domain.dialogues.terms import HELD, DialogueState, Step
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.status import SOON_WITHIN
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.ui import models as ui
from nghedan.foundation.ui.models import Colour, Link, StepState
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.deadlines import Rank
from nghedan.kernel.vietnamese import format_date
from nghedan.kernel.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class NextThing:
    """The biggest thing on the page; ``button`` is None for whom it is not theirs to do."""

    title: str
    text: str = ""
    due_on: date | None = None
    colour: Colour = Colour.BLUE
    button: Link | None = None


def steps_of(dialogue: Dialogue, limits: Sequence[Deadline], today: date) -> list[ui.Step]:
    """Return the seven steps with their days; a step not reached has no state but "to do"."""
    if dialogue.state == DialogueState.CANCELLED:
        return []
    here = step_of(dialogue, limits, today)
    order = list(Step)
    if dialogue.state == DialogueState.CLOSED:
        return [ui.Step(_(step.label), StepState.DONE, _note(step, dialogue, limits)) for step in order]
    return [
        ui.Step(
            _(step.label),
            _state(order.index(step) - order.index(here), step, limits, today),
            _note(step, dialogue, limits),
        )
        for step in order
    ]


def _state(beyond: int, step: Step, limits: Sequence[Deadline], today: date) -> StepState:
    if beyond:
        return StepState.DONE if beyond < 0 else StepState.TODO
    limit = limit_of_step(limits, step)
    is_late = limit is not None and limit.due_on < today and limit.rank != Rank.SUGGESTION
    return StepState.LATE if is_late else StepState.CURRENT


def _note(step: Step, dialogue: Dialogue, limits: Sequence[Deadline]) -> str:
    if step is Step.CONFERENCE:
        return format_date(dialogue.held_on) if dialogue.held_on else ""
    limit = limit_of_step(limits, step)
    return format_date(limit.met_on or limit.due_on) if limit else ""


def next_thing(
    actor: Actor, dialogue: Dialogue, limits: Sequence[Deadline], tasks: Iterable[Task], today: date,
    calendar: WorkCalendar,
) -> NextThing:  # fmt: skip
    """Return what is to be done next: the day, the head's word, then whatever is due first."""
    if dialogue.state == DialogueState.CANCELLED:
        return NextThing(_("Không tổ chức"), dialogue.reason, colour=Colour.GREY)
    if dialogue.state in HELD:
        return _of_the_day_and_after(actor, dialogue)
    if dialogue.held_on is None:
        return _choose_day(actor, dialogue)
    if dialogue.held_on == today:
        return _open_the_hall(actor, dialogue)
    if dialogue.agreed_on is None and dialogue.held_on >= today:
        return _agree(actor, dialogue)
    return _due_first(actor, dialogue, limits, tasks, today, calendar)


def _open_the_hall(actor: Actor, dialogue: Dialogue) -> NextThing:
    text = _("Đón tiếp đại biểu, bật màn hình hội trường, rồi khai mạc ở bàn thư ký.")
    button = _button(actor, "hall.view", dialogue, "conference", _("Mở các màn hình của hội nghị"))
    return NextThing(_("Hôm nay tổ chức hội nghị"), text, dialogue.held_on, Colour.YELLOW, button)


def _of_the_day_and_after(actor: Actor, dialogue: Dialogue) -> NextThing:
    """Name what a dialogue waits for once its hall has opened."""
    title, text, right, page, label, colour = {
        DialogueState.IN_SESSION: (
            _("Hội nghị đang diễn ra"), _("Mời phát biểu, ghi ý kiến và kết quả ở bàn thư ký."),
            "hall.view", "conference", _("Mở các màn hình của hội nghị"), Colour.RED,
        ),
        DialogueState.ADJOURNED: (
            _("Hoàn thành biên bản và thông báo kết luận"),
            _("Hai thư ký và chủ trì ký biên bản; nội dung kết luận lập từ kết quả hội nghị, trình ký rồi ban hành."),
            "conclusion_item.view", "dialogue-conclusion", _("Mở nội dung kết luận"), Colour.BLUE,
        ),
        DialogueState.CONCLUDED: (
            _("Theo dõi, đôn đốc thực hiện kết luận"),
            _("Trả lời bằng văn bản, chuyển nội dung vượt thẩm quyền, báo cáo cấp trên; xong thì kết thúc."),
            "commitment.view", "dialogue-commitments", _("Mở bảng theo dõi"), Colour.BLUE,
        ),
        DialogueState.CLOSED: (
            _("Đã kết thúc"), _("Mọi nội dung đã có kết quả; hồ sơ lưu tải ở trang Số liệu, báo cáo."),
            "figures.view", "dialogue-figures", _("Mở số liệu, báo cáo"), Colour.GREEN,
        ),
    }[DialogueState(dialogue.state)]  # fmt: skip
    button = Link(label, href(page, dialogue.locality, dialogue_id=dialogue.public_id))
    return NextThing(title, text, colour=colour, button=None if reach_of(actor, right).nowhere else button)


def _choose_day(actor: Actor, dialogue: Dialogue) -> NextThing:
    button = _button(actor, "dialogue.schedule", dialogue, "dialogue-day", _("Chọn ngày"))
    if dialogue.state == DialogueState.POSTPONED:
        return NextThing(_("Chọn ngày mới"), dialogue.reason, colour=Colour.YELLOW, button=button)
    text = _("Kế hoạch ghi: %(period)s. Chọn ngày xong, mọi thời hạn và việc chuẩn bị được tính ngay.")
    period = wording.period_of(dialogue)
    return NextThing(_("Chọn ngày tổ chức"), text % {"period": period}, button=button)


def _agree(actor: Actor, dialogue: Dialogue) -> NextThing:
    text = _(
        "Trước khi thông báo cho người dân và giao việc cho các đơn vị, "
        "người đứng đầu thống nhất nội dung và đối tượng."
    )
    if not (dialogue.topics or dialogue.audience):
        button = _button(actor, "dialogue.edit", dialogue, "dialogue-edit", _("Ghi nội dung, đối tượng"))
        return NextThing(_("Ghi nội dung và đối tượng đối thoại"), text, button=button)
    own = decide(actor, "dialogue.agree", dialogue).allowed
    label = _("Xem và thống nhất") if own else _("Ghi ý kiến của người đứng đầu")
    may = own or decide(actor, RECORD_INSTRUCTION, dialogue).allowed
    button = Link(label, href("dialogue-agree", dialogue.locality, dialogue_id=dialogue.public_id)) if may else None
    return NextThing(_("Thống nhất nội dung, đối tượng"), text, button=button)


def _due_first(
    actor: Actor, dialogue: Dialogue, limits: Sequence[Deadline], tasks: Iterable[Task], today: date,
    calendar: WorkCalendar,
) -> NextThing:  # fmt: skip
    """Name the open limit or task that is due first; of one day the limit."""
    running = [row for row in limits if row.state == DeadlineState.RUNNING and _still_matters(row, today)]
    limit = min(running, key=lambda row: (row.due_on, row.pk), default=None)
    task = min((row for row in tasks if row.due_on), key=lambda row: (row.due_on, row.pk), default=None)
    if limit is not None and (task is None or task.due_on is None or limit.due_on <= task.due_on):
        ids = {"dialogue_id": dialogue.public_id, "limit_id": limit.public_id}
        button = Link(_("Ghi nhận đã xong"), href("dialogue-limit", dialogue.locality, **ids))
        may = decide(actor, "deadline.meet", limit).allowed
        rank = _(Rank(limit.rank).help)
        colour = colour_of(limit.due_on, today, calendar, is_suggestion=limit.rank == Rank.SUGGESTION)
        return NextThing(wording.capitalised(_(limit.label)), rank, limit.due_on, colour, button if may else None)
    if task is not None and task.due_on is not None:
        ids = {"dialogue_id": dialogue.public_id, "task_id": task.public_id}
        button = Link(_("Mở việc này"), href("dialogue-task", dialogue.locality, **ids))
        return NextThing(
            task.title, wording.unit_of(task), task.due_on, colour_of(task.due_on, today, calendar), button
        )
    return NextThing(
        _("Không còn việc nào chờ"), _("Mọi thời hạn và việc chuẩn bị của cuộc này đã xong."), colour=Colour.GREEN
    )


def _still_matters(row: Deadline, today: date) -> bool:
    """Leave suggestions out whose day has passed: they are never late."""
    return row.rank != Rank.SUGGESTION or row.due_on >= today


def colour_of(due_on: date, today: date, calendar: WorkCalendar, *, is_suggestion: bool = False) -> Colour:
    """Return red once late, yellow within three working days, else blue."""
    if due_on < today:
        return Colour.YELLOW if is_suggestion else Colour.RED
    return Colour.YELLOW if calendar.count(today, due_on) <= SOON_WITHIN else Colour.BLUE


def _button(actor: Actor, code: str, dialogue: Dialogue, page: str, label: str) -> Link | None:
    if not decide(actor, code, dialogue).allowed:
        return None
    return Link(label, href(page, dialogue.locality, dialogue_id=dialogue.public_id))
